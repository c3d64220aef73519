"""Notices of the plan in words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cluster.ladder import Part, Step
from cluster.obligations import Act, Obligation, ObligationState, Pace
from handlers.engine import Button, Reader, Screen, renders
from handlers.plan import screens, words
from handlers.plan.board import URGENT
from handlers.plan.taps import BoardTap, DecideTap, MineTap, ObligationTap
from locales import Html, Translator, lines
from services.plan import Today
from services.plan.notices import (
    CannotReported,
    CoordinatorDecided,
    DatesMoved,
    DayOfPlan,
    ObligationGiven,
    ObligationsMade,
    WeekOfPlan,
)
from storage.obligation_lists import Which
from storage.obligation_pings import Heard

SHOWN = 12
BUTTONS = 6


@renders(DayOfPlan)
async def day_of_plan(notice: DayOfPlan, reader: Reader) -> Screen | None:
    """Everything somebody is to hear on this day, by why they hear it; nothing when nothing is left of it."""
    heard, today = await reader.services.plan.telling.pings(notice.cluster_id, notice.person_id, notice.day)
    if not heard:
        return None
    t = reader.t
    ordered = sorted(heard, key=lambda one: _ORDER.index(_reason(one)))
    return Screen(lines(*_blocks(t, ordered, today), gap="\n\n"), list(_buttons(t, ordered)))


def _blocks(t: Translator, heard: Sequence[Heard], today: Today) -> Iterator[Html]:
    """A block for each reason, in the order of the ladder's parts."""
    for reason, group in groupby(heard, key=_reason):
        owed = [one.obligation for one in group]
        yield lines(t(f"plan-ping-{reason}"), *_items(t, owed, today))


def _items(t: Translator, owed: Iterable[Obligation], today: Today) -> Iterator[Html]:
    """Obligations; what several organisations owe by one date is one item."""
    same = _same(owed)
    own = len(same) > 1 and words.is_one_executors(one for group in same for one in group)
    for group in same[:SHOWN]:
        if own:
            yield t("plan-ping-own", name=words.name(group[0]), due=words.due(t, group[0], today))
            continue
        yield t(
            "plan-ping-item",
            name=words.name(group[0]),
            executors=words.executors(t, group),
            due=words.due(t, group[0], today),
        )
    if len(same) > SHOWN:
        yield t("plan-ping-more", count=len(same) - SHOWN)


def _same(owed: Iterable[Obligation]) -> list[list[Obligation]]:
    found: dict[object, list[Obligation]] = {}
    for one in owed:
        found.setdefault((one.source, one.source_id, one.title, one.due_on), []).append(one)
    return list(found.values())


def _buttons(t: Translator, heard: Sequence[Heard]) -> Iterator[list[Button]]:
    """What can be done right here: a single obligation gets everything, several get their doors."""
    own = [one for one in heard if one.ping.part is Part.EXECUTOR]
    alone = len(own) == 1
    for one in own[:BUTTONS]:
        yield from _own(t, one, alone=alone, own=words.is_one_executors(each.obligation for each in own))
    undated = [one.obligation for one in heard if one.ping.step is Step.DATE]
    for group in _same(undated)[:BUTTONS]:
        label = t.plain("plan-button-date-of", name=words.button(group[0], 24))
        yield [Button(label, DecideTap(o=group[0].id, do=DecideTap.DATE))]
    if len(own) > 1:
        yield [Button(t.plain("plan-button-mine"), MineTap(which=Which.OPEN.value))]
    if any(one.ping.part is Part.COORDINATOR for one in heard):
        yield [Button(t.plain("plan-button-board"), BoardTap(do=BoardTap.HOME))]


def _own(t: Translator, heard: Heard, *, alone: bool, own: bool) -> Iterator[list[Button]]:
    one, asks_note = heard.obligation, heard.ping.step is Step.PROGRESS

    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"plan-button-{key}"), ObligationTap(o=one.id, do=do))

    done = act("note", ObligationTap.NOTE) if asks_note else act("done", ObligationTap.DONE)
    if not alone:
        look = Button(words.button(one, 30, own=own), ObligationTap(o=one.id, do=ObligationTap.LOOK))
        yield [look, done]
        return
    yield [done, act("later", ObligationTap.LATER)]
    if not asks_note and one.pace is not Pace.CONTINUOUS:
        yield [act("cannot", ObligationTap.CANNOT), act("look", ObligationTap.LOOK)]
    else:
        yield [act("look", ObligationTap.LOOK)]


def _reason(heard: Heard) -> str:
    """Why somebody hears of it: `plan-ping-<reason>`."""
    step, part = heard.ping.step, heard.ping.part
    return step.value if step in (Step.PROGRESS, Step.DATE, Step.SNOOZED) else part.value


_ORDER = [
    Part.EXECUTOR.value,
    Step.SNOOZED.value,
    Step.PROGRESS.value,
    Part.HEAD.value,
    Part.COORDINATOR.value,
    Part.CHAIR.value,
    Step.DATE.value,
]


@renders(WeekOfPlan)
async def week_of_plan(notice: WeekOfPlan, reader: Reader) -> Screen | None:
    """Monday: what is due this week, and what else needs the coordinator; nothing for a cluster that owes nothing."""
    counts, week, today = await reader.services.plan.telling.board(notice.cluster_id)
    if not counts[Which.OPEN]:
        return None
    t = reader.t
    others = [
        t(f"plan-board-{which.value}", count=counts[which])
        for which in URGENT
        if counts[which] and which is not Which.WEEK
    ]
    text = lines(
        t("plan-week-head"),
        lines(t("plan-board-week", count=counts[Which.WEEK]), *_items(t, week, today)) if week else t("plan-week-none"),
        lines(*others) if others else None,
        gap="\n\n",
    )
    rows = [[Button(t.plain("plan-button-board"), BoardTap(do=BoardTap.HOME))]]
    if counts[Which.LATE]:
        late = BoardTap(do=BoardTap.LIST, which=Which.LATE.value)
        rows.insert(0, [Button(t.plain("plan-list-late", count=counts[Which.LATE]), late)])
    return Screen(text, rows)


@renders(ObligationGiven)
async def obligation_given(notice: ObligationGiven, reader: Reader) -> Screen | None:
    """To a colleague: this is yours now."""
    found = await _still_owed(notice.obligation_id, reader)
    return _about(reader.t, found, reader.t("plan-given-head")) if found else None


@renders(CoordinatorDecided)
async def coordinator_decided(notice: CoordinatorDecided, reader: Reader) -> Screen | None:
    """To the executor: what was decided."""
    found = await reader.services.plan.telling.decided(notice.obligation_id, notice.act)
    if found is None or notice.act not in _DECISIONS:
        return None
    one, today, said = found
    if notice.act == Act.WAIVE:
        why = None if one.is_open else words.waived(reader.t, one)
    else:
        why = reader.t("plan-told-why", text=said) if said else None
    head = lines(reader.t(f"plan-told-{notice.act}"), why)
    return _about(reader.t, (one, today), head)


_DECISIONS = frozenset(act.value for act in (Act.AGREE, Act.REFUSE, Act.MOVE, Act.WAIVE, Act.REOPEN))


@renders(CannotReported)
async def cannot_reported(notice: CannotReported, reader: Reader) -> Screen | None:
    """To coordinators: why not, and by when; nothing when it is decided already."""
    found = await reader.services.plan.telling.obligation(notice.obligation_id)
    if found is None or found[0].state is not ObligationState.CANNOT:
        return None
    (one, today), t = found, reader.t
    text = lines(
        t("plan-cannot-head", executor=one.person or words.executor(t, one)),
        t(
            "plan-ping-item",
            name=words.name(one),
            executors=words.executor(t, one),
            due=words.due(t, one, today),
        ),
        t("plan-card-cannot", reason=one.reason or "", day=t.day(one.proposed_on)) if one.proposed_on else None,
        gap="\n\n",
    )
    look = Button(t.plain("plan-button-look"), ObligationTap(o=one.id, do=ObligationTap.LOOK))
    return Screen(text, [*screens.decisions(t, one), [look]])


@renders(ObligationsMade)
async def obligations_made(notice: ObligationsMade, reader: Reader) -> Screen | None:
    """To who answers for an organisation: what of the adopted plan is theirs."""
    title, owed, today = await reader.services.plan.telling.made(notice.cluster_id, notice.plan_id, notice.person_id)
    if not owed:
        return None
    t = reader.t
    made = lines(t("plan-made-head", title=title, count=len(owed)), *_items(t, owed, today))
    text = lines(made, t("plan-made-next"), gap="\n\n")
    return Screen(text, [[Button(t.plain("plan-button-mine"), MineTap(which=Which.OPEN.value))]])


@renders(DatesMoved)
async def dates_moved(notice: DatesMoved, reader: Reader) -> Screen | None:
    """To an executor: other days than before."""
    owed, today = await reader.services.plan.telling.several(notice.cluster_id, notice.ids)
    if not owed:
        return None
    text = lines(reader.t("plan-moved-head"), *_items(reader.t, owed, today))
    return Screen(text, [[Button(reader.t.plain("plan-button-mine"), MineTap(which=Which.OPEN.value))]])


async def _still_owed(obligation_id: int, reader: Reader) -> tuple[Obligation, Today] | None:
    found: tuple[Obligation, Today] | None = await reader.services.plan.telling.obligation(obligation_id)
    return found if found is not None and found[0].is_open else None


def _about(t: Translator, found: tuple[Obligation, Today], head: Html) -> Screen:
    """One obligation under the sentence why it is spoken of."""
    one, today = found
    item = t(
        "plan-ping-item", name=words.name(one), executors=words.executor(t, one), due=words.standing(t, one, today)
    )
    look = Button(t.plain("plan-button-look"), ObligationTap(o=one.id, do=ObligationTap.LOOK))
    return Screen(lines(head, item, gap="\n\n"), [[look]])
