"""Screens of the coordinator: the board, its lists, sections and organisations, heads and the chair."""

from collections.abc import Iterator
from itertools import groupby

from cluster.obligations import Obligation
from handlers.engine import Button, Screen, column, page_row
from handlers.plan import paper, screens, words
from handlers.plan.taps import BoardTap, DecideTap, HeadTap, MineTap, ObligationTap, PlanTap
from locales import Html, Translator, lines
from services.paging import PAGE_SIZE, Page
from services.plan.coordination import Board, Candidates
from services.plan.obligations import Listing
from storage.obligation_lists import Tally, Which

URGENT = (Which.LATE, Which.CANNOT, Which.WEEK, Which.RISK, Which.UNDATED, Which.NOBODY)


def board(t: Translator, shown: Board) -> Screen:
    """The cluster at a glance: what needs the coordinator first."""
    counts = shown.counts
    if not counts[Which.OPEN] and not counts[Which.DONE]:
        plans = Button(t.plain("plan-button-plans"), PlanTap(p=0, do=PlanTap.LOOK))
        return Screen(t("plan-board-empty"), [[plans]])
    told = [t(f"plan-board-{which.value}", count=counts[which]) for which in URGENT if counts[which]]
    text = lines(
        t("plan-board-head", day=t.weekday_day(shown.today.day)),
        lines(*told) if told else t("plan-board-calm"),
        t("plan-board-total", open=counts[Which.OPEN], done=counts[Which.DONE]),
        gap="\n\n",
    )
    lists = column(
        Button(t.plain(f"plan-list-{which.value}", count=counts[which]), BoardTap(do=BoardTap.LIST, which=which.value))
        for which in URGENT
        if counts[which]
    )
    return Screen(text, [*lists, *_ways(t)])


def _ways(t: Translator) -> list[list[Button]]:
    return [
        [
            Button(t.plain("plan-button-sections"), BoardTap(do=BoardTap.SECTIONS)),
            Button(t.plain("plan-button-organisations"), BoardTap(do=BoardTap.ORGANISATIONS)),
        ],
        [
            Button(t.plain("plan-button-all"), BoardTap(do=BoardTap.LIST, which=Which.OPEN.value)),
            Button(t.plain("plan-button-mine"), MineTap(which=Which.OPEN.value)),
        ],
        paper.buttons(t),
        [
            Button(t.plain("plan-button-plans"), PlanTap(p=0, do=PlanTap.LOOK)),
            Button(t.plain("plan-button-chair"), HeadTap(organisation=0)),
        ],
    ]


def listing(t: Translator, shown: Listing, tap: BoardTap, which: Which) -> Screen:
    """A page of a list; the other lists that have something are a tap away."""
    page = shown.page

    def to(other: Which, number: int = 0) -> BoardTap:
        return BoardTap(
            do=BoardTap.LIST, which=other.value, section=tap.section, organisation=tap.organisation, page=number
        )

    told = list(_blocks(t, shown, which)) or [t("plan-list-empty")]
    text = lines(t(f"plan-title-{which.value}", count=page.total), *told, gap="\n\n")
    rows = [[_door(one, which)] for one in page.items]
    pages = page_row(t, page.number, page.total, lambda number: to(which, number), PAGE_SIZE)
    narrowed = tap.section or tap.organisation
    others = [
        Button(t.plain(f"plan-list-{other.value}", count=shown.counts[other]), to(other))
        for other in (Which.LATE, Which.OPEN, Which.DONE)
        if narrowed and other is not which and shown.counts[other]
    ]
    if tap.organisation:
        others.append(Button(t.plain("plan-button-head"), HeadTap(organisation=tap.organisation)))
    return Screen(text, [*rows, pages, *[[one] for one in others], [_home(t)]])


def _blocks(t: Translator, shown: Listing, which: Which) -> Iterator[Html]:
    """What is listed; what several organisations owe of one row has its title once."""
    for _, group in groupby(shown.page.items, key=lambda one: (one.source, one.source_id, one.title)):
        owed = list(group)
        if which is Which.UNDATED:
            yield t("plan-line-of-all", name=words.name(owed[0]))
            continue
        if len(owed) == 1:
            yield screens.line(t, owed[0], shown.today)
            continue
        each = [
            t(
                "plan-line-each",
                mark=words.mark(one, shown.today),
                executor=words.executor(t, one),
                due=words.standing(t, one, shown.today),
            )
            for one in owed
        ]
        yield lines(t("plan-line-of-all", name=words.name(owed[0])), *each)


def _door(one: Obligation, which: Which) -> Button:
    """To the obligation; what has no date is listed by rows of the plan, and gets it for the whole row."""
    if which is Which.UNDATED:
        return Button(words.button(one, 44, own=True), DecideTap(o=one.id, do=DecideTap.DATE))
    return Button(words.button(one, 44), ObligationTap(o=one.id, do=ObligationTap.LOOK))


def sections(t: Translator, found: list[Tally]) -> Screen:
    """Sections of the plans."""
    told = [t("plan-tally", name=one.name, open=one.open, late=one.late, done=one.done) for one in found]
    rows = [
        [
            Button(
                words.brief(one.name, 44),
                BoardTap(do=BoardTap.LIST, which=Which.OPEN.value, section=one.key),
            )
        ]
        for one in found
    ]
    text = lines(t("plan-sections"), *(told or [t("plan-list-empty")]), gap="\n\n")
    return Screen(text, [*rows, [_home(t)]])


def organisations(t: Translator, found: Page[Tally]) -> Screen:
    """Organisations, those with most late first."""
    told: list[Html] = [
        t("plan-tally", name=one.name, open=one.open, late=one.late, done=one.done) for one in found.items
    ]
    rows = [
        [Button(one.name, BoardTap(do=BoardTap.LIST, which=Which.OPEN.value, organisation=one.key))]
        for one in found.items
    ]
    pages = page_row(t, found.number, found.total, lambda n: BoardTap(do=BoardTap.ORGANISATIONS, page=n), PAGE_SIZE)
    text = lines(t("plan-organisations"), *(told or [t("plan-list-empty")]), gap="\n\n")
    return Screen(text, [*rows, pages, [_home(t)]])


def heads(t: Translator, found: Candidates) -> Screen:
    """Who is head of an organisation, or chair of the council; whom it can be."""
    named = next((name for person_id, name in found.people if person_id == found.named), None)
    if found.organisation_id is None:
        ask = t("plan-ask-chair", named=named) if named else t("plan-ask-chair-nobody")
    elif named:
        ask = t("plan-ask-head", organisation=found.organisation, named=named)
    else:
        ask = t("plan-ask-head-nobody", organisation=found.organisation)
    rows = [
        [Button(words.brief(name, 44), HeadTap(organisation=found.organisation_id or 0, person=person_id))]
        for person_id, name in found.people[:30]
        if person_id != found.named
    ]
    none = None if found.people else t("plan-nobody-in-bot")
    return Screen(lines(ask, none, gap="\n\n"), [*rows, [_home(t)]])


def _home(t: Translator) -> Button:
    return Button(t.plain("plan-button-board"), BoardTap(do=BoardTap.HOME))
