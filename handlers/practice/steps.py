"""What the forms of practice ask alike: an organisation, specialities, days, yes or no."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from aiogram.types import Message

from cluster.errors import Invalid
from handlers.engine import Option, Talk, parsers
from handlers.engine.parsers import Parser
from handlers.practice.words import brief
from locales import Translator
from services.directory import DirectoryService

E = TypeVar("E", bound=StrEnum)
_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}")
CODES_LIMIT = 20


class CodesExpected(Invalid):
    """The text is no code of a speciality, nor several with commas."""

    code = "practice-codes-expected"


async def organisations(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Organisations that came with the draft: ids and short names."""
    return [Option(str(organisation_id), name) for organisation_id, name in values["organisations"]]


async def specialities(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Specialities and groups of the cluster, and codes that were typed."""
    directory: DirectoryService = talk.services["directory"]
    known = await directory.specialities(talk.actor)
    options = [Option(one.code, brief(f"{one.code} {one.name}", 44)) for one in known]
    listed = {option.value for option in options}
    typed = [code for code in values.get("specialities") or [] if code not in listed]
    return [*(Option(code, code) for code in typed), *options]


def codes() -> Parser:
    """Codes typed instead of tapped: «15.02.12, 13.00.00»."""

    async def parse(message: Message, talk: Talk) -> list[str]:
        found = list(dict.fromkeys(re.split(r"[\s,;]+", parsers.said(message).strip(" ,;"))))
        if not found or len(found) > CODES_LIMIT or not all(_CODE.fullmatch(code) for code in found):
            raise CodesExpected()
        return found

    return parse


def each(label: Callable[[Translator, Any], str], values: type[E]) -> Any:
    """Every value of a kind as an option."""

    async def options(talk: Talk, _: dict[str, Any]) -> Sequence[Option]:
        return [Option(value.value, label(talk.t, value)) for value in values]

    return options


async def yes_or_no(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Two buttons."""
    return [Option("yes", talk.t.plain("practice-yes")), Option("no", talk.t.plain("practice-no"))]


def yes(value: Any) -> bool:
    """What was chosen by `yes_or_no`."""
    return bool(value == "yes")


def last_day(values: dict[str, Any], today: date) -> date:
    """The earliest last day: the first one."""
    return date.fromisoformat(values["first"]) if values.get("first") else today
