"""How events look: lists, one event with what everybody owes, one obligation, the rules; calendar files."""

from collections.abc import Sequence
from datetime import datetime

from cluster.news.clock import NewsRule
from cluster.news.model import Event, Obligation
from cluster.news.states import EventState, ObligationState
from documents.ics import DueDay, Method, calendar_file
from handlers.engine import Attachment, Button, Screen, page_row
from handlers.news import words
from handlers.news.desktop import to_desk
from handlers.news.taps import BeginTap, EventsTap, EventTap, OweTap, RuleTap
from locales import Html, Translator, lines
from services.news import EventCard, Moved
from services.paging import Page


def events(t: Translator, page: Page[Event], *, past: bool) -> Screen:
    """A page of events, to come or past."""
    new = Button(t.plain("news-button-new-event"), EventsTap(do=EventsTap.NEW))
    do = EventsTap.PAST if past else EventsTap.AHEAD
    other = Button(
        t.plain("news-button-ahead" if past else "news-button-past"),
        EventsTap(do=EventsTap.AHEAD if past else EventsTap.PAST),
    )
    if not page.items:
        key = "news-events-none-past" if past else "news-events-none"
        return Screen(t(key), [[new], [other], [to_desk(t)]])
    rows = [[Button(words.brief(one.title), EventTap(e=one.id, do=EventTap.CARD))] for one in page.items]
    rows.append(page_row(t, page.number, page.total, lambda number: EventsTap(do=do, page=number)))
    file = Button(t.plain("news-button-calendar-file"), EventsTap(do=EventsTap.CALENDAR))
    listed = [words.event_line(t, one) for one in page.items]
    head = t("news-events-past" if past else "news-events-ahead")
    return Screen(lines(head, *listed, gap="\n\n"), [*rows, [new, other], [file], [to_desk(t)]])


def event(t: Translator, card: EventCard, now: datetime) -> Screen:
    """One event with what everybody owes about it."""
    at = card.event
    text = lines(
        lines(
            t("news-event-head", title=at.title),
            t("news-event-days", days=words.days(t, at.first_day, at.last_day)),
            t("news-event-place", place=at.place) if at.place else None,
            t("news-event-cancelled") if at.state is EventState.CANCELLED else None,
            t(f"news-event-origin-{at.origin.value.replace('_', '-')}"),
        ),
        lines(t("news-event-owing"), *[words.obligation_line(t, one, now) for one in card.obligations])
        if at.state is EventState.PLANNED
        else None,
        gap="\n\n",
    )
    rows: list[list[Button]] = []
    if at.state is EventState.PLANNED:
        rows += [
            [Button(t.plain("news-button-owes", name=one.organisation), OweTap(o=one.id, do=OweTap.CARD))]
            for one in card.obligations[:12]
        ]
    if card.may_change:
        move = Button(t.plain("news-button-postpone"), EventTap(e=at.id, do=EventTap.POSTPONE))
        stop = Button(t.plain("news-button-cancel-event"), EventTap(e=at.id, do=EventTap.CANCEL))
        rows.append([*([move] if card.may_move else []), *([stop] if at.state is EventState.PLANNED else [])])
    rows.append([Button(t.plain("news-button-ics"), EventTap(e=at.id, do=EventTap.FILE))])
    rows.append([Button(t.plain("news-button-to-events"), EventsTap(do=EventsTap.AHEAD))])
    return Screen(text, rows)


def ask_to_cancel(t: Translator, card: EventCard) -> Screen:
    """The last question before an event is cancelled."""
    yes = Button(t.plain("news-button-cancel-now"), EventTap(e=card.event.id, do=EventTap.CANCEL_NOW))
    no = Button(t.plain("form-back"), EventTap(e=card.event.id, do=EventTap.CARD))
    return Screen(t("news-cancel-ask", title=card.event.title), [[yes], [no]])


def obligation(t: Translator, one: Obligation, now: datetime, key: str, *, moderates: bool) -> Screen:
    """What one organisation owes about one event, and every way to settle it.

    Args:
        key: makes two taps on «write» one draft.
    """
    text = lines(
        lines(
            t("news-owe-head", title=one.event),
            t("news-event-days", days=words.days(t, one.first_day, one.last_day)),
        ),
        lines(t("news-owe-who", name=one.organisation), words.due(t, one.due_at, now))
        if one.state is ObligationState.OPEN
        else words.obligation_line(t, one, now),
        t("news-owe-link", url=one.link) if one.link else None,
        gap="\n\n",
    )
    rows: list[list[Button]] = []
    if one.state is ObligationState.OPEN:
        rows = answers(t, one, key)
        if moderates:
            rows.append([Button(t.plain("news-owe-waive"), OweTap(o=one.id, do=OweTap.WAIVE))])
    elif moderates and one.item_id is None:
        rows = [[Button(t.plain("news-owe-again"), OweTap(o=one.id, do=OweTap.AGAIN))]]
    back = Button(t.plain("news-button-to-event"), EventTap(e=one.event_id, do=EventTap.CARD))
    return Screen(text, [*rows, [back, to_desk(t)]])


def answers(t: Translator, one: Obligation, key: str) -> list[list[Button]]:
    """Write, already published, not held: straight into the right step."""
    return [
        [Button(t.plain("news-owe-write"), BeginTap(o=one.id, key=key))],
        [Button(t.plain("news-owe-published"), OweTap(o=one.id, do=OweTap.LINK))],
        [Button(t.plain("news-owe-not-held"), OweTap(o=one.id, do=OweTap.NOT_HELD))],
    ]


def ask_for_link(t: Translator, one: Obligation, note: Html | None = None) -> Screen:
    """Where it is published already."""
    back = Button(t.plain("form-back"), OweTap(o=one.id, do=OweTap.CARD))
    return Screen(lines(note, t("news-owe-ask-link", title=one.event), gap="\n\n"), [[back]])


def ask_not_held(t: Translator, one: Obligation) -> Screen:
    """The last question before an event counts as not held."""
    yes = Button(t.plain("news-owe-not-held-now"), OweTap(o=one.id, do=OweTap.NOT_HELD_NOW))
    no = Button(t.plain("form-back"), OweTap(o=one.id, do=OweTap.CARD))
    return Screen(t("news-owe-not-held-ask", title=one.event), [[yes], [no]])


def rules(t: Translator, found: Sequence[NewsRule], moved: Sequence[Moved] | None = None) -> Screen:
    """How soon news is due, by the day from which it holds."""
    listed = [
        t("news-rule-line", since=t.short_day(rule.since), days=rule.working_days, hours=rule.review_hours)
        for rule in found
    ]
    note = None
    if moved is not None:
        note = lines(t("news-rule-set"), words.deadlines_moved(t, moved) or t("news-moved-none"), gap="\n\n")
    new = Button(t.plain("news-button-new-rule"), RuleTap(do=RuleTap.NEW))
    return Screen(lines(note, t("news-rules-head"), lines(*listed), gap="\n\n"), [[new], [to_desk(t)]])


def ics(t: Translator, found: Sequence[Event], made_at: datetime) -> Attachment:
    """Events as a calendar file; a cancelled one alone takes itself out of calendars."""
    cancelled = len(found) == 1 and found[0].state is EventState.CANCELLED
    entries = [
        DueDay(
            uid=f"news-event-{one.id}@cluster-{one.cluster_id}",
            sequence=one.sequence,
            title=one.title,
            day=one.first_day,
            last_day=one.last_day,
            place=one.place or "",
        )
        for one in found
        if cancelled or one.state is EventState.PLANNED
    ]
    method = Method.CANCEL if cancelled else Method.PUBLISH
    data = calendar_file(entries, name=t.plain("news-calendar-name"), made_at=made_at, method=method)
    return Attachment(data, t.plain("news-calendar-file-name"))
