"""Calendar files (RFC 5545): meetings that can be changed and cancelled, and days something is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress, vText

from documents.text import clean, one_line

_PRODUCT = "-//Cluster bot//RU"
_NO_MAIL = "invalid:nomail"  # who organises has no mail address; a cancellation must name somebody all the same


class Method(StrEnum):
    """What a calendar program does with the file."""

    PUBLISH = "PUBLISH"  # put in, or change what has the same UID and a smaller SEQUENCE
    CANCEL = "CANCEL"  # take out


@dataclass(frozen=True, slots=True)
class Meeting:
    """An appointment.

    Args:
        uid: the same for all versions: «meeting-12@cluster-1».
        sequence: number of the version, from 0; a later one replaces an earlier one.
        starts, ends: aware.
        url: link to the video call or the materials; empty for none.
    """

    uid: str
    sequence: int
    title: str
    starts: datetime
    ends: datetime
    place: str = ""
    description: str = ""
    organiser: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day something is due: all day long, keeps nobody busy.

    Args:
        uid, sequence: as of a meeting.
    """

    uid: str
    sequence: int
    title: str
    day: date
    description: str = ""
    last_day: date | None = None  # of something that takes several days
    place: str = ""


Entry = Meeting | DueDay


def calendar_file(entries: Sequence[Entry], *, name: str, made_at: datetime, method: Method = Method.PUBLISH) -> bytes:
    """The `.ics` file of `entries`; the same input gives the same bytes.

    Args:
        name: of the calendar, as programs show it.
        made_at: aware.
        method: CANCEL takes the entries out of calendars that have them.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    calendar.add("x-wr-calname", one_line(name))
    for entry in entries:
        event = _meeting(entry) if isinstance(entry, Meeting) else _due_day(entry)
        event.add("uid", one_line(entry.uid))
        event.add("sequence", entry.sequence)
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("summary", one_line(entry.title))
        if entry.description:
            event.add("description", clean(entry.description))
        if method is Method.CANCEL:
            event.add("status", "CANCELLED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _meeting(entry: Meeting) -> Event:
    event = Event()
    event.add("dtstart", entry.starts.astimezone(UTC))
    event.add("dtend", entry.ends.astimezone(UTC))
    if entry.place:
        event.add("location", one_line(entry.place))
    if entry.url:
        event.add("url", one_line(entry.url))
    organiser = vCalAddress(_NO_MAIL)
    organiser.params["CN"] = vText(one_line(entry.organiser) or _PRODUCT)
    event.add("organizer", organiser)
    return event


def _due_day(entry: DueDay) -> Event:
    event = Event()
    event.add("dtstart", entry.day)
    event.add("dtend", (entry.last_day or entry.day) + timedelta(days=1))
    if entry.place:
        event.add("location", one_line(entry.place))
    event.add("transp", "TRANSPARENT")
    return event
