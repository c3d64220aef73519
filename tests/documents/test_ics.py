"""Calendar files, read by another library."""

from datetime import UTC, date, datetime, timedelta

import vobject
from hypothesis import given
from hypothesis import strategies as st

from documents.ics import DueDay, Meeting, Method, calendar_file
from documents.text import clean, one_line

MADE = datetime(2024, 2, 1, 3, 0, tzinfo=UTC)
STARTS = datetime(2024, 2, 15, 14, 0, tzinfo=UTC)
MEETING = Meeting(
    uid="meeting-12@cluster-1",
    sequence=2,
    title="Заседание Экспертного совета",
    starts=STARTS,
    ends=STARTS + timedelta(hours=1, minutes=30),
    place="ТЭПК, ул. Смирнова, 44; ауд. 7",
    description="Повестка:\n1. КЦП на 2025 год, проект\n2. Разное",
    organiser="Промышленный кластер, Томская область",
    url="https://example.org/room?a=1,2",
)
DUE = DueDay(uid="obligation-7@cluster-1", sequence=0, title="2.4. Формирование пула экспертов", day=date(2024, 3, 29))


def read(file: bytes) -> vobject.base.Component:
    assert b"\n" not in file.replace(b"\r\n", b""), "lines end with CRLF"
    assert all(len(line) <= 75 for line in file.split(b"\r\n")), "long lines are folded"
    return vobject.readOne(file.decode("utf-8"))


def test_a_meeting() -> None:
    file = calendar_file([MEETING], name="Заседания кластера", made_at=MADE)
    found = read(file)
    event = found.vevent
    assert found.method.value == "PUBLISH"
    assert event.uid.value == "meeting-12@cluster-1"
    assert event.sequence.value == "2"
    assert event.summary.value == "Заседание Экспертного совета"
    assert event.dtstart.value == STARTS
    assert event.dtend.value == STARTS + timedelta(minutes=90)
    assert event.location.value == MEETING.place
    assert event.description.value == MEETING.description
    assert event.url.value == MEETING.url
    assert event.organizer.params["CN"] == [MEETING.organiser]
    assert not hasattr(event, "status")
    assert file == calendar_file([MEETING], name="Заседания кластера", made_at=MADE)


def test_a_cancelled_meeting_has_the_same_uid() -> None:
    found = read(calendar_file([MEETING], name="Заседания", made_at=MADE, method=Method.CANCEL))
    assert found.method.value == "CANCEL"
    assert found.vevent.status.value == "CANCELLED"
    assert found.vevent.uid.value == MEETING.uid


def test_due_days_are_all_day_and_keep_nobody_busy() -> None:
    found = read(calendar_file([DUE, MEETING], name="Сроки плана", made_at=MADE))
    due, meeting = found.vevent_list
    assert due.dtstart.value == date(2024, 3, 29)
    assert due.dtend.value == date(2024, 3, 30)
    assert due.transp.value == "TRANSPARENT"
    assert meeting.summary.value == MEETING.title


@given(st.text(min_size=1, max_size=300), st.text(max_size=300))
def test_what_people_typed_is_only_text(title: str, description: str) -> None:
    """No text becomes a property of its own, whatever line breaks and signs it has."""
    entry = DueDay("a@b", 0, title, date(2024, 3, 29), description + "\nBEGIN:VALARM\r\nEND:VEVENT")
    found = read(calendar_file([entry], name=title, made_at=MADE))
    assert len(found.vevent_list) == 1
    assert found.vevent.summary.value == one_line(title)
    assert found.vevent.description.value == clean(entry.description)
