"""Localized texts with Russian plurals, safe against markup in what people typed."""

import html
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

LOCALES: Final = ("ru", "en")
NBSP: Final = "\u00a0"

_DAY = {"ru": f"d{NBSP}MMMM y{NBSP}'г.'", "en": f"d{NBSP}MMMM y"}
_WEEKDAY_DAY = {"ru": f"EEEEEE, d{NBSP}MMMM", "en": f"EEE d{NBSP}MMMM"}
_MONTH = {"ru": "LLLL y", "en": "LLLL y"}


class Html(str):
    """Text in Telegram's HTML that is safe to send as it is."""

    __slots__ = ()


def lines(*parts: str | None, gap: str = "\n") -> Html:
    """Join pieces of a screen; plain strings are escaped, empty pieces left out."""
    return Html(gap.join(_safe(part) for part in parts if part))


def _safe(value: str) -> str:
    return value if isinstance(value, Html) else html.escape(value)


class MissingText(LookupError):
    """A key that no locale file has, or an argument that a text needs and was not given."""


class Texts:
    """All messages of all locales, read once.

    Args:
        folder: directory with `ru/*.ftl` and `en/*.ftl`.
        default: locale for a language the program does not speak.
    """

    def __init__(self, folder: Path | None = None, default: str = "ru") -> None:
        self.default = default
        self._bundles = {locale: _bundle(folder or Path(__file__).parent, locale) for locale in LOCALES}
        self._fixed: dict[str, dict[str, str]] = {locale: {} for locale in LOCALES}

    def for_locale(self, locale: str, zone: str = "Asia/Tomsk") -> "Translator":
        """The voice for one person: language and time zone."""
        known = locale if locale in self._bundles else self.default
        return Translator(self._bundles[known], self._fixed[known], known, zone)

    def keys(self, locale: str) -> frozenset[str]:
        """All message keys of one locale; for the parity tests."""
        return frozenset(self._bundles[locale]._messages)


class Translator:
    """Texts in one language and one time zone. Calling it gives HTML; `plain` gives text for buttons and documents."""

    __slots__ = ("_bundle", "_fixed", "locale", "zone")

    def __init__(self, bundle: FluentBundle, fixed: dict[str, str], locale: str, zone: str) -> None:
        self._bundle = bundle
        self._fixed = fixed
        self.locale = locale
        self.zone = zone

    def __call__(self, key: str, /, **args: str | int | float) -> Html:
        """The message as HTML. Strings among `args` are escaped unless they are `Html` already.

        Raises:
            MissingText: no such key, or an argument is missing.
        """
        safe = {name: _safe(value) if isinstance(value, str) else value for name, value in args.items()}
        return Html(self._format(key, safe))

    def plain(self, key: str, /, **args: str | int | float) -> str:
        """The message as plain text, for buttons, toasts and documents.

        Raises:
            MissingText: no such key, or an argument is missing.
        """
        return self._format(key, args)

    def has(self, key: str) -> bool:
        """Whether such a message exists."""
        return bool(self._bundle.has_message(key))

    def _format(self, key: str, args: dict[str, str | int | float]) -> str:
        if args:
            return self._resolved(key, args)
        if key not in self._fixed:  # most texts of buttons have no arguments and never change
            self._fixed[key] = self._resolved(key, args)
        return self._fixed[key]

    def _resolved(self, key: str, args: dict[str, str | int | float]) -> str:
        if not self._bundle.has_message(key):
            raise MissingText(f"{self.locale}: no text {key!r}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingText(f"{self.locale}: {key!r} has no value")
        text, errors = self._bundle.format_pattern(pattern, args)
        if errors:
            raise MissingText(f"{self.locale}: {key!r}: {errors[0]}")
        return str(text)

    def local(self, moment: datetime) -> datetime:
        """The moment in the zone people read."""
        return moment.astimezone(_zone(self.zone))

    def day(self, day: date) -> str:
        """«24 мая 2022 г.»"""
        return str(format_date(day, _DAY[self.locale], locale=self.locale))

    def short_day(self, day: date) -> str:
        """«24.05.2022»"""
        return day.strftime("%d.%m.%Y")

    def weekday_day(self, day: date) -> str:
        """«вт, 24 мая»"""
        return str(format_date(day, _WEEKDAY_DAY[self.locale], locale=self.locale))

    def month(self, day: date) -> str:
        """«май 2022»"""
        return str(format_date(day, _MONTH[self.locale], locale=self.locale))

    def moment(self, moment: datetime) -> str:
        """«24.05.2022 14:00» in the zone people read."""
        return self.local(moment).strftime(f"%d.%m.%Y{NBSP}%H:%M")

    def time(self, moment: datetime) -> str:
        """«14:00» in the zone people read."""
        return self.local(moment).strftime("%H:%M")

    def number(self, value: float) -> str:
        """«62,5»"""
        return str(format_decimal(value, locale=self.locale))


@lru_cache(maxsize=32)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@cache
def _bundle(folder: Path, locale: str) -> FluentBundle:
    """Read once a process: parsing takes an eighth of a second."""
    bundle = FluentBundle([locale], use_isolating=False)
    for file in _files(folder, locale):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def _files(folder: Path, locale: str) -> Iterable[Path]:
    return sorted((folder / locale).glob("*.ftl"))
