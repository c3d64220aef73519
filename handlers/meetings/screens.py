"""Screens around a meeting before it begins: lists, the secretary's card, the member's card, the poll."""

from collections.abc import Sequence

from cluster.meetings.model import Invitee, Item, MeetingView
from cluster.meetings.poll import Option, best
from cluster.meetings.states import Answer, Availability, MeetingState, SubstituteState
from cluster.meetings.timing import Before
from cluster.plan import PlanRow
from handlers.engine import PAGE, Button, Screen, page_row
from handlers.meetings import words
from handlers.meetings.taps import (
    AgreeTap,
    AnswerTap,
    CouncilTap,
    DateTap,
    DutyTap,
    ItemTap,
    ListTap,
    MaterialTap,
    MeetingTap,
    OwnTap,
    PollTap,
    RemindTap,
    RowTap,
    SubstituteTap,
)
from locales import Html, Translator, lines
from services.meetings import Line, Planned, Poll, Warnings
from services.paging import PAGE_SIZE, Page

COLLISIONS_SHOWN = 5


def meetings(t: Translator, page: Page[Line], *, past: bool, runs: bool, manages: bool) -> Screen:
    """The person's meetings; who runs a council gets its buttons."""
    rows = []
    for line in page.items:
        tap = (
            MeetingTap(m=line.meeting.id, do=MeetingTap.LOOK)
            if line.runs
            else OwnTap(m=line.meeting.id, do=OwnTap.LOOK)
        )
        mark = t.plain(f"meetings-mark-{line.meeting.state.value.replace('_', '-')}")
        rows.append([Button(f"{mark} {words.short_line(t, line.meeting, line.council)}", tap)])
    rows.append(page_row(t, page.number, page.total, lambda n: ListTap(past=int(past), page=n), PAGE_SIZE))
    if runs:
        rows.append([Button(t.plain("meetings-button-new"), MeetingTap(m=0, do=MeetingTap.NEW))])
        rows.append([Button(t.plain("meetings-button-councils"), CouncilTap(c=0, do=CouncilTap.ALL))])
    if manages:
        rows.append([Button(t.plain("meetings-button-duty"), DutyTap())])
    other = Button(t.plain("meetings-button-coming" if past else "meetings-button-past"), ListTap(past=int(not past)))
    rows.append([other, Button(t.plain("meetings-button-reminders"), RemindTap())])
    key = "meetings-list-past" if past else "meetings-list"
    empty = ("meetings-list-past-empty" if past else "meetings-list-empty-runs") if runs else "meetings-list-empty"
    return Screen(t(key) if page.total else t(empty), rows)


def card(t: Translator, planned: Planned) -> Screen:
    """A meeting as who runs it sees it, until it begins."""
    view, meeting = planned.view, planned.view.meeting
    text = lines(
        words.head(t, view),
        _warnings(t, planned.warnings),
        words.counter(t, view.count) if meeting.live else _to_be_invited(t, planned),
        t("meetings-poll-running", until=words.moment(t, meeting.poll_until)) if meeting.poll_until else None,
        words.agenda(t, view.items),
        gap="\n\n",
    )
    return Screen(text, [*_card_rows(t, view), [_to_list(t)]])


def _card_rows(t: Translator, view: MeetingView) -> list[list[Button]]:
    meeting = view.meeting

    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"meetings-button-{key}"), MeetingTap(m=meeting.id, do=do))

    edit = [act("date", MeetingTap.DATE), act("place", MeetingTap.PLACE)]
    agenda, cancel = act("agenda", MeetingTap.AGENDA), act("cancel", MeetingTap.CANCEL)
    poll = Button(t.plain("meetings-button-poll"), PollTap(m=meeting.id, do=PollTap.LOOK))
    match meeting.state:
        case MeetingState.DRAFT:
            return [[act("preview", MeetingTap.PREVIEW)], edit, [agenda, poll], [cancel]]
        case MeetingState.ANNOUNCED | MeetingState.RESCHEDULED:
            invited = act("invited", MeetingTap.INVITED)
            refresh = act("refresh", MeetingTap.LOOK)
            return [[refresh, invited], [act("begin", MeetingTap.BEGIN)], edit, [agenda, cancel]]
        case MeetingState.CANCELLED:
            return []
        case _:
            return [[act("minutes", MeetingTap.MINUTES)]]


def _to_be_invited(t: Translator, planned: Planned) -> Html | None:
    if planned.view.meeting.state is not MeetingState.DRAFT:
        return None
    organisations = len({member.organisation_id for member in planned.members})
    if not organisations:
        return t("meetings-members-none")
    return t("meetings-to-invite", organisations=organisations, people=len(planned.members))


def _warnings(t: Translator, found: Warnings) -> Html | None:
    shown = [
        t("meetings-warning-collision", who=name, at=t.moment(other.starts_at))
        for other, name in found.collisions[:COLLISIONS_SHOWN]
        if other.starts_at is not None
    ]
    more = len(found.collisions) - COLLISIONS_SHOWN
    return (
        lines(
            t("meetings-warning-day-off") if found.day_off else None,
            t("meetings-warning-year") if found.unknown_year else None,
            *shown,
            t("meetings-more", count=more) if more > 0 else None,
        )
        or None
    )


def warnings(t: Translator, found: Warnings) -> Html | None:
    """What speaks against a date, for the last look of a form."""
    return _warnings(t, found)


def preview(t: Translator, view: MeetingView, places: Sequence[str]) -> Screen:
    """The invitation exactly as a member will get it, and the button that sends it."""
    text = lines(t("meetings-preview-head"), invitation_text(t, view), _chats(t, view, places), gap="\n\n")
    announce = Button(t.plain("meetings-button-announce"), MeetingTap(m=view.meeting.id, do=MeetingTap.ANNOUNCE))
    return Screen(text, [[announce], [_to_card(t, view.meeting.id)]])


def _chats(t: Translator, view: MeetingView, places: Sequence[str]) -> Html:
    chats = [t.plain(f"meetings-chat-{place}") for place in places]
    return t("meetings-preview-chats", chats=", ".join(chats)) if chats else t("meetings-preview-no-chats")


def invitation_text(t: Translator, view: MeetingView) -> Html:
    """What a member reads of a meeting."""
    return lines(
        lines(t("meetings-invitation-head", council=view.council.name), words.when(t, view.meeting)),
        words.where(t, view.meeting),
        words.agenda(t, view.items),
        gap="\n\n",
    )


def agenda(t: Translator, view: MeetingView) -> Screen:
    """The agenda to be changed: a button for each item."""
    rows = [
        [Button(words.brief(f"{item.position}. {item.title}", 48), ItemTap(i=item.id, do=ItemTap.LOOK))]
        for item in view.items
    ]
    m = view.meeting.id
    if view.meeting.changeable:
        rows.append([Button(t.plain("meetings-button-add-item"), MeetingTap(m=m, do=MeetingTap.ADD))])
        rows.append([Button(t.plain("meetings-button-from-plan"), MeetingTap(m=m, do=MeetingTap.PLAN))])
    rows.append([_to_card(t, m)])
    hint = t("meetings-agenda-live") if view.meeting.live else None
    return Screen(lines(words.agenda(t, view.items), hint, gap="\n\n"), rows)


def item(t: Translator, view: MeetingView, one: Item) -> Screen:
    """One item before the meeting."""
    i = one.id
    secret = Button(
        t.plain("meetings-button-open-vote" if one.secret else "meetings-button-secret"),
        ItemTap(i=i, do=ItemTap.BALLOT, v=int(not one.secret)),
    )
    rows = [
        [Button(t.plain("meetings-button-edit-item"), ItemTap(i=i, do=ItemTap.EDIT)), secret],
        [Button(t.plain("meetings-button-drop-item"), ItemTap(i=i, do=ItemTap.DROP))],
    ]
    if one.position > 1:
        rows[1].append(Button(t.plain("meetings-button-up"), ItemTap(i=i, do=ItemTap.UP, v=one.position)))
    if one.material is not None and one.material.kind != "link":
        rows.append([_material(t, view, one)])
    back = MeetingTap(m=view.meeting.id, do=MeetingTap.AGENDA)
    return Screen(words.item_line(t, one), [*rows, [Button(t.plain("meetings-button-to-agenda"), back)]])


def plan_rows(t: Translator, meeting_id: int, rows: Sequence[PlanRow], page: int) -> Screen:
    """Rows of the plan to take as items."""
    page = min(max(0, page), max(0, len(rows) - 1) // PAGE)
    shown = rows[page * PAGE : (page + 1) * PAGE]
    buttons = [
        [Button(words.brief(f"{row.number} {row.title}", 56), RowTap(m=meeting_id, row=row.id))] for row in shown
    ]
    turn = page_row(t, page, len(rows), lambda n: MeetingTap(m=meeting_id, do=MeetingTap.PLAN, page=n))
    back = MeetingTap(m=meeting_id, do=MeetingTap.AGENDA)
    text = t("meetings-plan-head") if rows else t("meetings-plan-empty")
    return Screen(text, [*buttons, turn, [Button(t.plain("meetings-button-to-agenda"), back)]])


def invited(t: Translator, view: MeetingView, page: int) -> Screen:
    """Who was invited and what they answered."""
    found = view.invitees
    page = min(max(0, page), max(0, len(found) - 1) // (2 * PAGE))
    shown = found[page * 2 * PAGE : (page + 1) * 2 * PAGE]
    text = lines(words.counter(t, view.count), lines(*[words.answer(t, one) for one in shown]), gap="\n\n")
    m = view.meeting.id
    turn = page_row(t, page, len(found), lambda n: MeetingTap(m=m, do=MeetingTap.INVITED, page=n), 2 * PAGE)
    return Screen(text, [turn, [_to_card(t, m)]])


# --- members --------------------------------------------------------------------------------------------------------


def own(t: Translator, view: MeetingView, person_id: int, head: Html | None = None) -> Screen:
    """A meeting as who is invited sees it."""
    mine = view.of(person_id)
    text = lines(
        head,
        invitation_text(t, view),
        words.state(t, view.meeting) if not view.meeting.live else None,
        lines(*[_own_line(t, one, person_id, several=len(mine) > 1) for one in mine]),
        gap="\n\n",
    )
    return Screen(text, [*own_rows(t, view, person_id), [_to_list(t)]])


def _own_line(t: Translator, one: Invitee, person_id: int, *, several: bool) -> Html:
    text = words.own_answer(t, one) if one.person_id == person_id else _substitute_line(t, one)
    return lines(t("meetings-own-for", organisation=one.organisation), text) if several else text


def _substitute_line(t: Translator, one: Invitee) -> Html:
    state = one.substitute_state or SubstituteState.ASKED
    return t(f"meetings-as-substitute-{state.value}", who=words.who(one))


def own_rows(t: Translator, view: MeetingView, person_id: int) -> list[list[Button]]:
    """What who is invited can do now."""
    meeting, rows = view.meeting, list[list[Button]]()
    if meeting.live:
        for one in view.of(person_id):
            several = len(view.of(person_id)) > 1
            rows += answer_rows(t, one, several) if one.person_id == person_id else agree_rows(t, one)
        rows.append([Button(t.plain("meetings-button-calendar"), OwnTap(m=meeting.id, do=OwnTap.CALENDAR))])
    if meeting.state is MeetingState.IN_PROGRESS:
        rows.append([Button(t.plain("meetings-button-here"), OwnTap(m=meeting.id, do=OwnTap.HERE))])
    if meeting.state is MeetingState.SIGNED:
        rows.append([Button(t.plain("meetings-button-minutes"), OwnTap(m=meeting.id, do=OwnTap.MINUTES))])
    files = [one for one in view.items if one.material is not None and one.material.kind != "link"]
    return [*rows, *[[_material(t, view, one)] for one in files[:8]]]


def answer_rows(t: Translator, one: Invitee, several: bool = False) -> list[list[Button]]:
    """Yes, no, a substitute; the given answer is ticked."""

    def button(do: str, given: Answer, key: str) -> Button:
        mark = "✓ " if one.answer is given else ""
        name = f" · {words.brief(one.organisation, 14)}" if several else ""
        return Button(f"{mark}{t.plain(f'meetings-button-{key}')}{name}", AnswerTap(v=one.id, do=do))

    first = [button(AnswerTap.YES, Answer.YES, "yes"), button(AnswerTap.NO, Answer.NO, "no")]
    return [first, [button(AnswerTap.SUBSTITUTE, Answer.SUBSTITUTE, "substitute")]]


def agree_rows(t: Translator, one: Invitee) -> list[list[Button]]:
    """A substitute agrees or not."""
    yes = Button(t.plain("meetings-button-agree"), AgreeTap(v=one.id, on=1))
    return [[yes, Button(t.plain("meetings-button-disagree"), AgreeTap(v=one.id, on=0))]]


def substitutes(t: Translator, view: MeetingView, one: Invitee, colleagues: Sequence[tuple[int, str]]) -> Screen:
    """Whom to send instead."""
    rows = [
        [Button(words.brief(name, 48), SubstituteTap(v=one.id, person=person_id))]
        for person_id, name in colleagues[:20]
    ]
    rows.append([Button(t.plain("meetings-button-link"), AnswerTap(v=one.id, do=AnswerTap.LINK))])
    rows.append([Button(t.plain("form-back"), OwnTap(m=view.meeting.id, do=OwnTap.LOOK))])
    key = "meetings-substitute-ask" if colleagues else "meetings-substitute-nobody"
    return Screen(t(key, organisation=one.organisation), rows)


def link(t: Translator, view: MeetingView, address: str) -> Screen:
    """The link to be forwarded."""
    back = Button(t.plain("meetings-button-to-meeting"), OwnTap(m=view.meeting.id, do=OwnTap.LOOK))
    at = words.when(t, view.meeting)
    return Screen(t("meetings-link", council=view.council.name, when=at, link=address), [[back]])


def reminders(t: Translator, off: set[str]) -> Screen:
    """Which reminders the person wants."""
    rows = []
    for before in Before:
        wanted = before.value not in off
        mark = "✓ " if wanted else "▫️ "
        rows.append(
            [Button(mark + t.plain(f"meetings-before-{before.value}"), RemindTap(b=before.value, on=int(not wanted)))]
        )
    return Screen(t("meetings-reminders"), [*rows, [_to_list(t)]])


# --- the poll -------------------------------------------------------------------------------------------------------


def poll(t: Translator, found: Poll) -> Screen:
    """The poll for who runs the meeting: dates with what was said, the best first to choose."""
    meeting, top = found.view.meeting, {one.id for one in best(found.dates)}
    shown = [_date_line(t, one, star=one.id in top and found.answered > 0) for one in found.dates]
    asked = (
        t("meetings-poll-asked", until=words.moment(t, meeting.poll_until), came=found.answered, total=len(found.asked))
        if meeting.poll_until
        else t("meetings-poll-not-asked", count=len(found.asked))
    )
    text = lines(
        t("meetings-poll-head", council=found.view.council.name),
        lines(*shown) if shown else t("meetings-poll-empty"),
        asked if shown else None,
        gap="\n\n",
    )
    m = meeting.id
    rows = [[Button(t.plain("meetings-button-add-date"), PollTap(m=m, do=PollTap.ADD))]]
    if len(found.dates) > 1:
        rows.append([Button(t.plain("meetings-button-ask"), PollTap(m=m, do=PollTap.ASK))])
    for one in found.dates:
        at = t.moment(one.starts_at)
        choose = Button(t.plain("meetings-button-choose-date", at=at), PollTap(m=m, do=PollTap.CHOOSE, d=one.id))
        drop = Button(t.plain("meetings-button-drop-date"), PollTap(m=m, do=PollTap.DROP, d=one.id))
        rows.append([choose, drop])
    return Screen(text, [*rows, [_to_card(t, m)]])


def _date_line(t: Translator, one: Option, *, star: bool) -> Html:
    return t(
        "meetings-date-best" if star else "meetings-date",
        at=words.moment(t, one.starts_at),
        yes=one.count(Availability.YES),
        maybe=one.count(Availability.MAYBE),
        no=one.count(Availability.NO),
    )


def own_poll(t: Translator, found: Poll, person_id: int) -> Screen:
    """The poll as a member sees it: three buttons a date."""
    until = found.view.meeting.poll_until
    rows = []
    for number, one in enumerate(found.dates, start=1):
        given = one.answers.get(person_id)
        buttons = []
        for code, availability in DateTap.CODES.items():
            mark = "✓ " if given is availability else ""
            label = t.plain(f"meetings-suits-{availability.value}", number=number)
            buttons.append(Button(mark + label, DateTap(d=one.id, a=code)))
        rows.append(buttons)
    listed = [
        t("meetings-poll-date", number=number, at=words.moment(t, one.starts_at))
        for number, one in enumerate(found.dates, start=1)
    ]
    text = lines(
        t("meetings-poll-question", council=found.view.council.name),
        lines(*listed),
        t("meetings-poll-until", until=words.moment(t, until)) if until else None,
        gap="\n\n",
    )
    return Screen(text, rows)


def _material(t: Translator, view: MeetingView, one: Item) -> Button:
    assert one.material is not None
    return Button(f"📎 {words.brief(one.material.name, 40)}", MaterialTap(m=view.meeting.id, i=one.id))


def _to_card(t: Translator, meeting_id: int) -> Button:
    return Button(t.plain("meetings-button-to-meeting"), MeetingTap(m=meeting_id, do=MeetingTap.LOOK))


def _to_list(t: Translator) -> Button:
    return Button(t.plain("meetings-button-list"), ListTap())
