"""Questions that several forms of meetings ask: when, how long, who, with which material."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import Message

from cluster.errors import Invalid
from cluster.meetings.when import WhenPassed, read_time, read_when
from handlers.engine import Option, Step, Talk, parsers
from handlers.meetings import words
from locales import Translator
from services.meetings import Meetings

HOURS = ("09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00")
LENGTHS = (60, 90, 120, 180)
SHORTEST, LONGEST = 5, 720


class MaterialExpected(Invalid):
    """Neither a link nor a file."""

    code = "meetings-material-expected"


def use_cases(talk: Talk) -> Meetings:
    """The feature's use cases."""
    found: Meetings = talk.services["meetings"]
    return found


async def parse_day(message: Message, talk: Talk) -> str:
    """«2022-06-24», or with the time that was typed: «2022-06-24T14:00»."""
    found = read_when(parsers.said(message), talk.t.local(talk.clock.now()))
    return found.day.isoformat() if found.at is None else f"{found.day}T{found.at:%H:%M}"


async def _parse_time(message: Message, talk: Talk) -> str:
    said = f"{read_time(parsers.said(message)):%H:%M}"
    moment_of(talk, {**talk.memory.data["values"], "time": said})  # refuses what is over
    return said


async def _hours(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Hours to choose from; today only those that are still to come."""
    now, day = talk.t.local(talk.clock.now()), values.get("day")
    if day == now.date().isoformat():
        return [Option(hour.replace(":", ""), hour) for hour in HOURS if hour > f"{now:%H:%M}"]
    return [Option(hour.replace(":", ""), hour) for hour in HOURS]


def said_day(value: Any, t: Translator) -> str:
    """A day, with the time if it was typed with it."""
    day = t.day(date.fromisoformat(value[:10]))
    return f"{day}, {value[11:]}" if "T" in value else day


def _said_time(value: Any, t: Translator) -> str:
    return _clock(value).strftime("%H:%M")


def _clock(value: str) -> time:
    """A button says «1400», a person «14:00»."""
    digits = value.replace(":", "")
    return time(int(digits[:2]), int(digits[2:]))


def _today(values: dict[str, Any], today: date) -> date:
    return today


def _needs_time(values: dict[str, Any]) -> bool:
    return bool(values.get("day")) and "T" not in values["day"]


def when_steps(*, optional: bool) -> tuple[Step, Step]:
    """The day, by calendar or in words, and the time unless it was said with the day."""
    return (
        Step(
            "day",
            "meetings-ask-day-open" if optional else "meetings-ask-day",
            "meetings-label-day",
            parse=parse_day,
            calendar=True,
            first_day=_today,
            optional=optional,
            summary=said_day,
        ),
        Step(
            "time",
            "meetings-ask-time",
            "meetings-label-time",
            parse=_parse_time,
            options=_hours,
            when=_needs_time,
            summary=_said_time,
        ),
    )


def moment_of(talk: Talk, values: dict[str, Any]) -> datetime | None:
    """The moment a form's day and time mean; None when the date is open.

    Raises:
        WhenPassed: it is over.
    """
    value = values.get("day")
    if not value:
        return None
    at = _clock(value[11:]) if "T" in value else _clock(values["time"])
    local = datetime.combine(date.fromisoformat(value[:10]), at, ZoneInfo(talk.actor.zone))
    if local <= talk.clock.now():
        raise WhenPassed(example=f"{talk.t.local(talk.clock.now()):%d.%m.%Y} 18:00")
    return local.astimezone(UTC)


async def _lengths(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(count), talk.t.plain("meetings-minutes-short", count=count)) for count in LENGTHS]


def _said_length(value: Any, t: Translator) -> str:
    return t.plain("meetings-minutes-short", count=int(value))


LENGTH = Step(
    "minutes",
    "meetings-ask-minutes",
    "meetings-label-minutes",
    parse=parsers.number(SHORTEST, LONGEST),
    options=_lengths,
    summary=_said_length,
)


async def _talk_lengths(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(count), talk.t.plain("meetings-minutes-short", count=count)) for count in (10, 15, 20, 30)]


ITEM_LENGTH = Step(
    "minutes",
    "meetings-ask-item-minutes",
    "meetings-label-item-minutes",
    parse=parsers.number(1, 240),
    options=_talk_lengths,
    optional=True,
    summary=_said_length,
)


async def _parse_material(message: Message, talk: Talk) -> dict[str, str]:
    """A document or picture, or a link."""
    if message.document:
        name = message.document.file_name or message.caption or message.document.file_unique_id
        return {"kind": "document", "reference": message.document.file_id, "name": name[:255]}
    if message.photo:
        name = message.caption or talk.t.plain("meetings-photo-name")
        return {"kind": "photo", "reference": message.photo[-1].file_id, "name": name[:255]}
    if not message.text:
        raise MaterialExpected()
    address = await parsers.link()(message, talk)
    return {"kind": "link", "reference": address, "name": address[:255]}


MATERIAL = Step(
    "material",
    "meetings-ask-material",
    "meetings-label-material",
    parse=_parse_material,
    optional=True,
    summary=lambda value, t: words.brief(str(value["name"]), 60),
)


async def organisations(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Organisations to choose a member's from."""
    found = await use_cases(talk).councils.organisations(talk.actor, int(values["council"]))
    return [Option(str(one.id), one.name) for one in found]


async def delegates(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """People who can represent the chosen organisation."""
    found = await use_cases(talk).councils.people(talk.actor, int(values["council"]), int(values["organisation"]))
    return [Option(str(person_id), words.brief(name, 48)) for person_id, name in found]


async def everybody(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """People of the cluster who can lead the council."""
    found = await use_cases(talk).councils.people(talk.actor, int(values["council"]))
    return [Option(str(person_id), words.brief(name, 48)) for person_id, name in found]


async def own_councils(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Councils the person runs."""
    found = await use_cases(talk).councils.mine(talk.actor)
    return [Option(str(one.id), words.brief(one.name, 48)) for one in found]
