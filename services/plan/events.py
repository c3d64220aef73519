"""Rows «не позднее N рабочих дней после события»: an event that is over makes what they owe.

A row about news follows the news desk: its clock reminds, and when the post is out the row's obligation is done. Any
other row («отчёт не позднее 5 рабочих дней после мероприятия») has the plan's own ladder.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar, local_day
from cluster.deadlines import AfterEvent, PlanPeriod, parse_deadline
from cluster.executors import Party, Roll, read_executors
from cluster.news.states import ObligationState as NewsState
from cluster.obligations import EVENT_DASH, EVENT_KEY, NEWS_KEY, Act, Obligation, ObligationSource, ObligationState
from cluster.plan import Plan, PlanRow, is_about_news
from services.calendars import Calendars
from services.plan.planning import replan
from services.plan.telling import zone_of
from storage import directory_documents, obligations, plan_events, plans
from storage.database import Database
from storage.obligations import NewObligation
from storage.plan_events import Owing

BACK = timedelta(days=60)
"""Events that ended longer ago are looked at no more: what they made is settled or late by now."""
NOT_HELD = "@not-held"
"""Reason of a waiver by the program itself: the event did not take place, or no news is asked for."""

_NEWS = {
    NewsState.OPEN: ObligationState.OPEN,
    NewsState.HANDED_IN: ObligationState.IN_PROGRESS,
    NewsState.DONE: ObligationState.DONE,
    NewsState.NOT_HELD: ObligationState.WAIVED,
    NewsState.WAIVED: ObligationState.WAIVED,
}
_ACTS = {
    ObligationState.OPEN: Act.REOPEN,
    ObligationState.IN_PROGRESS: Act.TAKE,
    ObligationState.DONE: Act.PROVE,
    ObligationState.WAIVED: Act.WAIVE,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an event makes owed, and how it stands; `state` None: as its executors have it."""

    new: NewObligation
    state: ObligationState | None
    link: str | None = None


async def follow_events(db: Database, calendars: Calendars, now: datetime) -> int:
    """Bring what rows after events owe in line with the events that are over.

    Returns:
        How many obligations were made or changed.
    """
    async with db.read() as connection:
        texts = await plan_events.adopted_texts(connection)
    done = 0
    found = {(one, plan) for one, plan, text in texts if _is_after_event(text)}
    for cluster_id in sorted({one for one, _ in found}):
        plan_ids = sorted(plan for one, plan in found if one == cluster_id)
        done += await _follow(db, cluster_id, plan_ids, calendars(cluster_id), now)
    return done


@lru_cache(maxsize=4096)
def _is_after_event(text: str) -> bool:
    """Whether the text means so many days after each event; that does not depend on the plan's year."""
    return _after_event(text, PlanPeriod.calendar(2022)) is not None


def _after_event(text: str, period: PlanPeriod) -> AfterEvent | None:
    meaning = parse_deadline(text, period).meaning
    return meaning if isinstance(meaning, AfterEvent) and meaning.on is None else None


async def _follow(
    db: Database, cluster_id: int, plan_ids: Sequence[int], calendar: WorkingCalendar, now: datetime
) -> int:
    async def look(connection: AsyncConnection) -> tuple[ZoneInfo, list[Wanted], dict[str, Obligation]]:
        zone = await zone_of(connection, cluster_id)
        today = local_day(now, zone)
        over = await plan_events.over(connection, cluster_id, today - BACK, today)
        if not over:
            return zone, [], {}
        roll, wanted, taken = await plans.roll(connection, cluster_id), list[Wanted](), set[str]()
        known = [one for one in await directory_documents.plans_of(connection, cluster_id) if one.id in plan_ids]
        for plan in sorted(known, key=lambda one: (one.first_day, one.id)):
            rows = await directory_documents.plan_rows_of(connection, cluster_id, plan.id)
            within = [one for one in over if plan.first_day <= one.last_day <= plan.last_day]
            for one in _wanted(cluster_id, plan, rows, within, roll, calendar, zone):
                occasion = _occasion(one.new.key)
                if occasion not in taken:  # news about an event is owed once: in the first of plans that overlap
                    taken.add(occasion)
                    wanted.append(one)
        made = await obligations.of_rows(connection, cluster_id, {one.new.source_id for one in wanted})
        return zone, wanted, dict(made)

    async with db.read() as connection:
        zone, wanted, known = await look(connection)
    if not any(_differs(one, known.get(one.new.key)) for one in wanted):
        return 0

    async def write(tx: AsyncConnection) -> int:
        _, wanted, known = await look(tx)
        differ = [one for one in wanted if _differs(one, known.get(one.new.key))]
        missing = [one for one in differ if one.new.key not in known]
        ids = await obligations.add_obligations(tx, [one.new for one in missing], now)
        stored = dict(zip([one.new.key for one in missing], ids, strict=True))
        for one in differ:
            before = known.get(one.new.key)
            await _change(tx, before.id if before else stored[one.new.key], before, one, now)
            stored.setdefault(one.new.key, before.id if before else 0)
        await replan(tx, list(stored.values()), calendar, zone, now)
        return len(differ)

    return await db.run(write)


def _occasion(key: str) -> str:
    """Of news the event and the organisation, whichever row it is in; of anything else the key itself."""
    return key.split(":", 2)[2] if key.startswith(NEWS_KEY) else key


def _wanted(  # noqa: PLR0917 - what it is made of
    cluster_id: int,
    plan: Plan,
    rows: Sequence[PlanRow],
    over: Sequence[Owing],
    roll: Roll,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
) -> Iterator[Wanted]:
    events: dict[int, list[Owing]] = {}
    for each in over:
        events.setdefault(each.event_id, []).append(each)
    for row in rows:
        meaning = _after_event(row.deadline_text, PlanPeriod.of(plan))
        if meaning is None:
            continue
        parties = read_executors(row.executors, roll, row.result).parties
        about_news = is_about_news(row)
        for owing in events.values():
            due = meaning.due_after(owing[0].last_day, calendar)
            for organisation, party in _whose(parties, owing, roll, due):
                if organisation is None and (about_news or not owing[0].is_held):
                    continue
                new = _obligation(cluster_id, row, owing[0], organisation, party, due)
                if about_news and organisation is not None:
                    news_due = local_day(organisation.news_due_at, zone)
                    new = replace(new, key=f"{NEWS_KEY}{new.key}", due_on=news_due)
                    yield Wanted(
                        new,
                        _NEWS[organisation.news] if organisation.is_held else ObligationState.WAIVED,
                        organisation.link,
                    )
                else:
                    yield Wanted(replace(new, key=f"{EVENT_KEY}{new.key}"), _held(owing[0]))


def _held(event: Owing) -> ObligationState | None:
    return None if event.is_held else ObligationState.WAIVED


def _whose(
    parties: Sequence[Party], owing: Sequence[Owing], roll: Roll, due: date
) -> Iterator[tuple[Owing | None, Party | None]]:
    """Those of the event's organisations the row names; a council or an office as printed."""
    taken = set[int]()
    for party in parties:
        named = set(party.owing(roll, due))
        for one in owing:
            if one.organisation_id in named and one.organisation_id not in taken:
                taken.add(one.organisation_id)
                yield one, party
        if not named:
            yield None, party
    if not parties:
        yield None, None


def _obligation(  # noqa: PLR0917 - what it is made of
    cluster_id: int, row: PlanRow, event: Owing, one: Owing | None, party: Party | None, due: date
) -> NewObligation:
    whose = str(one.organisation_id) if one else (party.text[:40] if party else "")
    new = NewObligation(
        cluster_id,
        f"{row.id}:{event.event_id}:{whose}",
        f"{event.event}{EVENT_DASH}{row.title}",
        ObligationSource.PLAN_ROW,
        row.id,
        one.organisation_id if one else None,
        None,
        due,
        executor="" if one else (party.text if party else row.executors),
        period=(event.first_day, event.last_day),
    )
    return replace(new, rule=party.rule, needed=party.needed) if party else new


def _differs(one: Wanted, known: Obligation | None) -> bool:
    if known is None:
        return one.state is not ObligationState.WAIVED
    if one.state is not None and known.state is not one.state and _may_become(one.state, known):
        return True
    return known.is_open and known.period is not None and known.due_on != one.new.due_on


def _may_become(state: ObligationState, known: Obligation) -> bool:
    """What a coordinator waived by hand stays so; what the program waived is owed again when the event was held."""
    if known.state is ObligationState.WAIVED:
        return known.reason == NOT_HELD
    return known.follows_news or (state is ObligationState.WAIVED and known.is_open)


async def _change(
    tx: AsyncConnection, obligation_id: int, before: Obligation | None, one: Wanted, now: datetime
) -> None:
    state = before.state if before else ObligationState.OPEN
    values: dict[str, object] = {"due_on": one.new.due_on}
    if before is not None and before.due_on != one.new.due_on:
        await obligations.note(tx, obligation_id, now, None, Act.MOVE, day=one.new.due_on)
    if one.state is not None and one.state is not state:
        is_open = one.state in (ObligationState.OPEN, ObligationState.IN_PROGRESS)
        reason = NOT_HELD if one.state is ObligationState.WAIVED else None
        values |= {"state": one.state.value, "reason": reason, "closed_at": None if is_open else now}
        link = one.link if one.state is ObligationState.DONE else None
        await obligations.note(tx, obligation_id, now, None, _ACTS[one.state], link)
    await obligations.change(tx, obligation_id, **values)
