"""Screens of the coordinator: sessions, live progress, a programme, its experts."""

from collections.abc import Sequence
from datetime import datetime

from cluster.calendar import WorkingCalendar, local_day
from cluster.evaluation.model import ExpertProgress, Overview, Programme, Session
from cluster.evaluation.states import HANDED_IN, SessionState
from handlers.engine import Button, Screen, grid, page_row
from handlers.evaluation import pool, words
from handlers.evaluation.live_taps import DayTap, NameTap, WantedTap
from handlers.evaluation.outcome_taps import CollegeTap, ProtocolTap, ResultTap
from handlers.evaluation.taps import (
    CatalogueTap,
    ChairTap,
    ExpertTap,
    FigureTap,
    MineTap,
    ProgrammeTap,
    ReplaceTap,
    ReportTap,
    SessionsTap,
    SessionTap,
    SheetTap,
)
from locales import Html, Translator, lines
from services.evaluation import Candidates, OwnProgramme, ProgrammeCard
from services.paging import PAGE_SIZE, Page

PROGRAMMES_A_PAGE = 5
EXPERTS_SHOWN = 5
OWN_SHOWN = 20


def sessions(t: Translator, page: Page[Session], *, scores: bool) -> Screen:
    """The list of sessions; `scores` adds the way to the person's own programmes."""
    new = [Button(t.plain("evaluation-button-new-session"), SessionTap(s=0, do=SessionTap.NEW))]
    own = [[Button(t.plain("evaluation-button-mine"), MineTap())]] if scores else []
    own.append([Button(t.plain("reports-button-compare"), ReportTap(s=0, do=ReportTap.COMPARE))] if page.items else [])
    own.append([Button(t.plain("sheets-button-sheets"), CatalogueTap(do=CatalogueTap.LIST))])
    if not page.items:
        return Screen(t("evaluation-sessions-empty"), [new, *own])
    listed = [
        lines(words.session_line(t, session), t(f"evaluation-session-{session.state.value}")) for session in page.items
    ]
    rows = [
        [Button(words.brief(session.title, 48), SessionTap(s=session.id, do=SessionTap.LOOK))] for session in page.items
    ]
    turn = page_row(t, page.number, page.total, lambda number: SessionsTap(page=number), PAGE_SIZE)
    return Screen(lines(t("evaluation-sessions-head"), *listed, gap="\n\n"), [*rows, turn, new, *own])


def session(t: Translator, overview: Overview, calendar: WorkingCalendar, now: datetime, page: int = 0) -> Screen:
    """The live card of a session: programmes, experts, how far each is."""
    at, found = overview.session, overview.programmes
    page = min(max(0, page), max(0, len(found) - 1) // PROGRAMMES_A_PAGE)
    shown = found[page * PROGRAMMES_A_PAGE : (page + 1) * PROGRAMMES_A_PAGE]
    blocks = [_programme_block(t, overview, programme) for programme in shown]
    expected = [expert for expert in overview.experts if expert.is_waited_for or expert.state in HANDED_IN]
    came = sum(expert.state in HANDED_IN for expert in expected)
    text = lines(
        lines(words.session_line(t, at), t(f"evaluation-session-{at.state.value}")),
        lines(
            _deadline(t, at, calendar, now),
            t("evaluation-session-minimum", count=at.minimum_sheets),
            t("sheets-of-session", title=overview.sheet.title, count=len(overview.sheet.criteria)),
            t("evaluation-session-chair", name=overview.chair),
            t("evaluation-session-came", came=came, expected=len(expected)) if expected else None,
        ),
        *(blocks or [t("evaluation-session-no-programmes")]),
        t("evaluation-session-as-of", time=t.time(now)) if at.state is SessionState.OPEN else None,
        gap="\n\n",
    )
    turn = page_row(t, page, len(found), lambda n: SessionTap(s=at.id, do=SessionTap.LOOK, page=n), PROGRAMMES_A_PAGE)
    return Screen(text, [*_session_rows(t, at, shown, page), turn, _to_sessions(t)])


def _deadline(t: Translator, at: Session, calendar: WorkingCalendar, now: datetime) -> Html:
    today = local_day(now, t.local(now).tzinfo)  # type: ignore[arg-type]
    if at.state is SessionState.CLOSED:
        return t("evaluation-deadline-was", day=t.day(at.deadline))
    if at.deadline < today:
        return t("evaluation-deadline-over", day=t.day(at.deadline))
    left = calendar.count_working_days(today, at.deadline)
    return t("evaluation-deadline-left", day=t.day(at.deadline), left=left)


def _programme_block(t: Translator, overview: Overview, programme: Programme) -> Html:
    if programme.id in overview.hidden:
        return lines(words.programme_head(t, programme), words.hidden(t, overview.hidden[programme.id]))
    experts = overview.of(programme)
    total, closed = len(overview.sheet.criteria), overview.session.state is SessionState.CLOSED
    more = len(experts) - EXPERTS_SHOWN
    return lines(
        words.programme_head(t, programme),
        *[words.expert_line(t, expert, total, closed=closed) for expert in experts[:EXPERTS_SHOWN]],
        t("evaluation-block-more", count=more) if more > 0 else None,
        t("evaluation-block-no-experts") if not experts and not programme.is_missing else None,
        t("evaluation-block-missing") if programme.is_missing else None,
    )


def _session_rows(t: Translator, at: Session, shown: Sequence[Programme], page: int) -> list[list[Button]]:
    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"evaluation-button-{key}"), SessionTap(s=at.id, do=do, page=page))

    programmes = grid(
        [
            Button(
                words.programme_label(t, programme, 22),
                ProgrammeTap(p=programme.id, do=ProgrammeTap.LOOK),
            )
            for programme in shown
        ],
        2,
    )
    documents = [Button(t.plain("reports-button-reports"), ReportTap(s=at.id, do=ReportTap.LOOK))]
    add, deadline = act("add-programme", SessionTap.ADD), act("deadline", SessionTap.DEADLINE)
    chair = Button(t.plain("evaluation-button-chair"), ChairTap(s=at.id))
    day = [Button(t.plain("evaluation-button-day"), DayTap(s=at.id, do=DayTap.LOOK))] if shown else []
    match at.state:
        case SessionState.DRAFT:
            return [*programmes, [add], day, [act("open", SessionTap.OPEN)], [deadline, chair]]
        case SessionState.OPEN:
            refresh, nudge = act("refresh", SessionTap.LOOK), act("nudge", SessionTap.NUDGE)
            close = [act("close", SessionTap.CLOSE)]
            return [[refresh], *programmes, day, [nudge], [add], [deadline, chair], documents, close]
        case SessionState.CLOSED:
            protocol = Button(t.plain("evaluation-button-protocol"), ProtocolTap(s=at.id, do=ProtocolTap.LOOK))
            return [*programmes, day, [protocol], documents, [chair]]


def chairs(t: Translator, overview: Overview, found: Sequence[tuple[int, str]]) -> Screen:
    """Who chairs the session?"""
    s, now = overview.session.id, overview.session.chair
    rows = [
        [Button(f"{'✓ ' if person == now else ''}{words.brief(name, 44)}", ChairTap(s=s, person=person))]
        for person, name in found[:20]
    ]
    back = Button(t.plain("evaluation-button-session"), SessionTap(s=s, do=SessionTap.LOOK))
    return Screen(t("evaluation-chair-ask", title=overview.session.title), [*rows, [back]])


def close_ask(t: Translator, overview: Overview) -> Screen:
    """The last question before a session is closed for good."""
    waited = sum(expert.is_waited_for for expert in overview.experts)
    seen = [p for p in overview.programmes if p.id not in overview.hidden]
    short = [p for p in seen if overview.handed_in(p) < overview.session.minimum_sheets]
    text = lines(
        t("evaluation-close-ask", title=overview.session.title),
        t("evaluation-close-waited", count=waited) if waited else None,
        t("evaluation-close-short", count=len(short)) if short else None,
        gap="\n\n",
    )
    close = Button(t.plain("evaluation-button-close-now"), SessionTap(s=overview.session.id, do=SessionTap.CLOSE_NOW))
    back = Button(t.plain("evaluation-button-not-yet"), SessionTap(s=overview.session.id, do=SessionTap.LOOK))
    return Screen(text, [[close], [back]])


def programme(t: Translator, card: ProgrammeCard) -> Screen:
    """A programme with figures, materials and experts."""
    at, overview = card.programme, card.overview
    if card.is_hidden:
        text = lines(words.programme_head(t, at), words.hidden(t, overview.hidden[at.id]), gap="\n\n")
        return Screen(text, _back(t, card))
    experts, closed = overview.of(at), overview.session.state is SessionState.CLOSED
    text = lines(
        words.programme_head(t, at),
        t("evaluation-programme-employer", employer=at.employer) if at.employer else None,
        t("evaluation-programme-asked", at=t.moment(at.asked_at)) if at.is_missing and at.asked_at else None,
        t("evaluation-programme-missing-hint") if at.is_missing else _figures(t, card),
        None
        if at.is_missing
        else lines(
            t("evaluation-materials-title"),
            words.material_list(t, card.materials) or t("evaluation-materials-none"),
            gap="\n",
        ),
        lines(
            t("evaluation-experts-title", came=overview.handed_in(at), minimum=overview.session.minimum_sheets),
            *[words.expert_line(t, expert, len(overview.sheet.criteria), closed=closed) for expert in experts],
            t("evaluation-block-no-experts") if not experts else None,
        ),
        gap="\n\n",
    )
    return Screen(text, [*_programme_rows(t, card), *_sheets(t, experts), *_back(t, card)])


def _figures(t: Translator, card: ProgrammeCard) -> Html:
    figures = card.programme.figures
    shown = [words.figure_line(t, criterion, figures.get(criterion.key)) for criterion in card.overview.sheet.measured]
    return lines(t("evaluation-figures-head"), *shown)


def _programme_rows(t: Translator, card: ProgrammeCard) -> list[list[Button]]:
    p, at = card.programme.id, card.programme
    files = words.material_buttons(card.materials, programme=p)
    recuse = [Button(t.plain("evaluation-button-recuse"), ProgrammeTap(p=p, do=ProgrammeTap.RECUSE))]
    result = [Button(t.plain("evaluation-button-result"), ResultTap(p=p, do=ResultTap.LOOK))]
    if card.overview.session.state is SessionState.CLOSED:
        return [result, *files, recuse]
    experts = [Button(t.plain("evaluation-button-experts"), ProgrammeTap(p=p, do=ProgrammeTap.EXPERTS))]
    name_key = "evaluation-button-name" if at.is_missing else "evaluation-button-rename"
    name = [Button(t.plain(name_key), ProgrammeTap(p=p, do=ProgrammeTap.NAME))]
    if at.is_missing:
        wanted = [Button(t.plain("evaluation-button-wanted"), WantedTap(p=p))]
        return [wanted, name, experts, recuse]
    places = card.overview.sheet.places
    figures = [
        Button(t.plain("evaluation-button-figure", number=criterion.number), FigureTap(p=p, i=places[criterion.key]))
        for criterion in card.overview.sheet.measured
    ]
    material = [Button(t.plain("evaluation-button-add-material"), ProgrammeTap(p=p, do=ProgrammeTap.MATERIAL))]
    gone = [
        [
            Button(
                t.plain("evaluation-button-replace", name=words.brief(expert.name, 24)),
                ReplaceTap(a=expert.assignment_id),
            )
        ]
        for expert in card.overview.to_replace(at)
    ]
    results = [result] if card.overview.handed_in(at) else []
    return [*results, experts, *gone, *grid(figures, 3), material, *files, name, recuse]


def _sheets(t: Translator, experts: Sequence[ExpertProgress]) -> list[list[Button]]:
    def button(expert: ExpertProgress) -> Button:
        label = t.plain("evaluation-button-sheet-of", name=words.brief(expert.name, 30))
        return Button(label, SheetTap(a=expert.assignment_id))

    return [[button(expert)] for expert in experts if expert.state in HANDED_IN]


def _back(t: Translator, card: ProgrammeCard) -> list[list[Button]]:
    tap = SessionTap(s=card.overview.session.id, do=SessionTap.LOOK)
    return [[Button(t.plain("evaluation-button-session"), tap)]]


def _to_sessions(t: Translator) -> list[Button]:
    return [Button(t.plain("evaluation-button-sessions"), SessionsTap())]


def experts(t: Translator, found: Candidates) -> Screen:
    """Experts of the cluster to choose from; those who were invited stay."""
    p, page = found.programme.id, found.experts.number
    back = [Button(t.plain("evaluation-button-done"), ProgrammeTap(p=p, do=ProgrammeTap.LOOK))]
    if not found.experts.total:
        return Screen(t("evaluation-experts-none"), [back])
    rows = []
    for fit in found.experts.items:
        expert = fit.expert
        known = found.assigned.get(expert.person_id)
        label = f"{expert.name} · {expert.organisation}" if expert.organisation else expert.name
        sign = "" if known is None else ("✓ " if known.invited_at is None else "✉️ ")
        tap = ExpertTap(p=p, person=expert.person_id, on=int(known is None), page=page)
        rows.append([Button(sign + words.brief(label, 44), tap)])
    turn = page_row(
        t, page, found.experts.total, lambda n: ProgrammeTap(p=p, do=ProgrammeTap.EXPERTS, page=n), PAGE_SIZE
    )
    state = found.session.state.value
    text = lines(
        t("evaluation-experts-head", programme=words.programme_name(t, found.programme)),
        t("evaluation-experts-hint", state=state),
        *[pool.fit_line(t, fit) for fit in found.experts.items],
        gap="\n\n",
    )
    return Screen(text, [*rows, turn, back])


def own_programmes(t: Translator, found: Sequence[OwnProgramme]) -> Screen:
    """What a college sees of its programmes: the session, and the outcome once it was released; nothing else."""
    if not found:
        return Screen(t("evaluation-own-empty"))
    items, rows = [], []
    for one in found[:OWN_SHOWN]:
        state = f"evaluation-session-{one.session.state.value}"
        items.append(
            lines(
                t("evaluation-own-item", programme=words.programme_name(t, one.programme)),
                words.session_line(t, one.session),
                t(f"evaluation-outcome-{one.outcome.value.replace('_', '-')}") if one.outcome else t(state),
            )
        )
        if one.outcome:
            label = t.plain("evaluation-button-outcome", programme=words.programme_label(t, one.programme, 30))
            rows.append([Button(label, CollegeTap(p=one.programme.id, do=CollegeTap.LOOK))])
        elif one.programme.is_missing and one.session.state is SessionState.OPEN:
            rows.append([Button(t.plain("evaluation-button-name"), NameTap(p=one.programme.id))])
    return Screen(lines(t("evaluation-own-head"), *items, gap="\n\n"), rows)
