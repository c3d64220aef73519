"""Files of meetings: minutes, calendar entries, the table of the quarterly duty."""

from datetime import datetime

from cluster.meetings.model import Decision, Invitee, Item, MeetingView
from cluster.meetings.states import MeetingState
from documents import ics
from documents.minutes import Minutes, MinutesItem, render_docx, render_pdf
from documents.spreadsheet import Column, Table, render_xlsx
from documents.worker import DocumentWorker
from handlers.engine import Attachment
from handlers.meetings import council_screens, words
from locales import Translator
from services.meetings import DutyPage

WARNING_FILL = "#FFE2E0"


async def files(t: Translator, documents: DocumentWorker, view: MeetingView) -> list[Attachment]:
    """Minutes as DOCX and PDF, made off the event loop.

    Raises:
        DocumentsBusy, DocumentLate: see `documents.worker`.
    """
    content = minutes(t, view)
    name = t.plain("meetings-minutes-file", number=content.number, council=view.council.name)
    return [
        Attachment(await documents.run(render_docx, content, t.plain), f"{name}.docx"),
        Attachment(await documents.run(render_pdf, content, t.plain), f"{name}.pdf"),
    ]


def minutes(t: Translator, view: MeetingView) -> Minutes:
    """The minutes' content in the reader's language."""
    meeting, present = view.meeting, [one for one in view.invitees if one.counts and one.seat.voter is not None]
    absent = [one for one in view.invitees if one.counts and one.seat.voter is None]
    began = meeting.started_at
    assert began is not None, "minutes are of a meeting that began"
    count = view.count
    return Minutes(
        cluster=view.cluster,
        number=str(meeting.number or ""),
        council=view.council.name,
        subtitle=t.plain(f"meetings-paper-of-{view.council.kind.value.replace('_', '-')}", name=view.council.name),
        day=t.day(t.local(began).date()),
        place=meeting.place,
        chair=view.council.chair,
        secretary=view.council.secretary,
        present=tuple(_present(t, one) for one in present),
        absent=tuple(f"{one.organisation}: {one.person}" for one in absent),
        quorum=t.plain(
            "meetings-paper-quorum" if count.has_quorum else "meetings-paper-no-quorum",
            present=count.present,
            total=count.total,
            needed=count.needed,
        ),
        agenda=tuple(_agenda_line(t, item) for item in view.items),
        items=tuple(_item(t, view, item) for item in view.items),
        amendments=tuple(
            t.plain("meetings-paper-amendment", day=t.day(t.local(one.at).date()), text=one.text)
            for one in view.amendments
        ),
        draft=meeting.state is not MeetingState.SIGNED,
        made_at=meeting.signed_at or meeting.ended_at or began,
    )


def _present(t: Translator, one: Invitee) -> str:
    if one.here:
        position = f", {one.position}" if one.position else ""
        return f"{one.organisation}: {one.person}{position}"
    return t.plain("meetings-paper-substitute", organisation=one.organisation, name=one.substitute, who=one.person)


def _agenda_line(t: Translator, item: Item) -> str:
    return f"{item.title} ({item.speaker})" if item.speaker else item.title


def _item(t: Translator, view: MeetingView, item: Item) -> MinutesItem:
    votes = ""
    if item.voted:
        key = "meetings-paper-secret-votes" if item.secret else "meetings-paper-votes"
        votes = t.plain(key, votes=words.votes(t, item.result))
    return MinutesItem(
        title=item.title,
        speaker=item.speaker or "",
        heard=item.heard or "",
        votes=votes,
        note=t.plain("meetings-paper-consultative", present=item.present or 0, needed=item.needed or 0)
        if item.consultative
        else "",
        decisions=tuple(_decision(t, each) for each in view.decided(item)),
    )


def _decision(t: Translator, one: Decision) -> str:
    executor = ", ".join(part for part in (one.organisation, one.person) if part)
    parts = [one.text.rstrip(". ") + "."]
    if executor:
        parts.append(t.plain("meetings-paper-executor", executor=executor))
    if one.due_on:
        parts.append(t.plain("meetings-paper-due", day=t.short_day(one.due_on)))
    return " ".join(parts)


def calendar(t: Translator, view: MeetingView, now: datetime) -> Attachment | None:
    """The meeting for people's calendars: one entry through all changes, taken out when it is cancelled."""
    meeting = view.meeting
    if meeting.starts_at is None or meeting.ends_at is None:
        return None
    entry = ics.Meeting(
        uid=f"meeting-{meeting.id}@cluster-{meeting.cluster_id}",
        sequence=meeting.sequence,
        title=view.council.name,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        place="" if meeting.is_link else meeting.place,
        description="\n".join(f"{item.position}. {item.title}" for item in view.items),
        organiser=view.council.name,
        url=meeting.place if meeting.is_link else "",
    )
    cancelled = meeting.state is MeetingState.CANCELLED
    method = ics.Method.CANCEL if cancelled else ics.Method.PUBLISH
    content = ics.calendar_file([entry], name=view.council.name, made_at=now, method=method)
    return Attachment(content, t.plain("meetings-calendar-file", day=f"{t.local(meeting.starts_at):%Y-%m-%d}"))


async def duty_table(t: Translator, documents: DocumentWorker, page: DutyPage) -> Attachment:
    """The quarters of a year as XLSX; what needs a look is coloured."""
    columns = [Column(t.plain("meetings-column-council"), 32)]
    columns += [Column(t.plain("meetings-column-quarter", quarter=roman), 28) for roman in ("I", "II", "III", "IV")]
    rows = [
        [one.council.name, *[council_screens.standing(t, each, page.today) for each in one.quarters]]
        for one in page.councils
    ]
    fills = {
        (row, place + 1): WARNING_FILL
        for row, one in enumerate(page.councils)
        for place, each in enumerate(one.quarters)
        if each.warns(page.today)
    }
    title = t.plain("meetings-duty-title", year=str(page.year))
    made = t.plain("meetings-duty-made", day=t.day(page.today))
    table = Table(str(page.year), columns, rows, heading=(title, made), fills=fills)
    content = await documents.run(render_xlsx, [table], title=title)
    return Attachment(content, t.plain("meetings-duty-name", year=str(page.year)))
