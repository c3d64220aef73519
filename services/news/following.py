"""After the rule or the working calendar changed: open deadlines are counted again (product, section 2)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.news import clock
from cluster.news.clock import NewsRule
from cluster.news.model import Obligation
from services.news.notices import DeadlinesMoved
from storage import news, outbox
from storage import news_events as queries
from storage.outbox import Letter, Recipient


@dataclass(frozen=True, slots=True)
class Moved:
    """An obligation as it was, and its new deadline."""

    obligation: Obligation
    due_at: datetime


async def follow(
    tx: AsyncConnection, cluster_id: int, calendar: WorkingCalendar, zone: ZoneInfo, now: datetime, *, by: int
) -> Sequence[Moved]:
    """Bring open deadlines in line with rule and calendar: the colleges' with their reminders, the coordinators' own.

    What was handed in or settled stays. A deadline that a return made longer only leaves days off.

    Args:
        by: who changed it, and sees what moved on the screen.

    Returns:
        The colleges' deadlines that moved; those who write are told, one message a person.
    """
    rules = await queries.rules(tx, cluster_id)
    moved: list[Moved] = []
    for one in await queries.unsettled(tx, cluster_id):
        due = clock.due_at(one.last_day, clock.rule_for(one.last_day, rules), calendar, zone)
        if one.extended:
            due = max(due, clock.off_days_off(one.due_at, calendar, zone))
        stage, next_at = clock.after_move(one.stage, one.last_day, due, now, calendar, zone)
        if due == one.due_at:
            continue
        moved.append(Moved(one, due))
        await queries.change_obligation(tx, one.id, due_at=due, stage=stage.value if stage else None, next_at=next_at)
    await _reviews(tx, cluster_id, rules, calendar, zone)
    await _tell(tx, cluster_id, moved, now, by)
    return moved


async def _reviews(
    tx: AsyncConnection, cluster_id: int, rules: Sequence[NewsRule], calendar: WorkingCalendar, zone: ZoneInfo
) -> None:
    """When decisions are due on what waits for review."""
    for one in await news.under_review(tx, cluster_id):
        rule = clock.rule_for(one.last_day or one.submitted_at.astimezone(zone).date(), rules)
        due = clock.review_due(one.submitted_at, rule, calendar, zone)
        if due != one.review_due_at:
            await news.move_review(tx, one.item_id, due)


async def _tell(tx: AsyncConnection, cluster_id: int, moved: Iterable[Moved], now: datetime, by: int) -> None:
    of_organisation = defaultdict[int, list[int]](list)
    for one in moved:
        of_organisation[one.obligation.organisation_id].append(one.obligation.id)
    people = await queries.writers(tx, sorted(of_organisation))
    of_person = defaultdict[int, list[int]](list)
    for organisation_id, theirs in people.items():
        if theirs[0] != by:
            of_person[theirs[0]] += of_organisation[organisation_id]
    await outbox.add_many(
        tx,
        [
            Letter(
                DeadlinesMoved(ids=tuple(ids)),
                Recipient.person(person_id, cluster_id),
                now,
                f"news:moved:{person_id}:{int(now.timestamp())}",
            )
            for person_id, ids in sorted(of_person.items())
        ],
    )
