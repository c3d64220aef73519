"""After a corrected working calendar: due days of open obligations are computed again (product, section 2)."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.obligations import Act
from services.plan.derivation import derive
from services.plan.planning import Moved, moved_letters, replan
from storage import directory_documents, obligations, outbox, plans
from storage import obligation_pings as pings


async def follow_calendar(  # noqa: PLR0917 - what it depends on
    tx: AsyncConnection, cluster_id: int, calendar: WorkingCalendar, zone: ZoneInfo, by: int, now: datetime
) -> Sequence[Moved]:
    """Bring open obligations in line with the calendar: their days, then all pings that are still to come.

    What is closed keeps its day, and so does what a coordinator set by hand.

    Args:
        by: who corrected it.

    Returns:
        What moved; its executors are told.
    """
    moved: list[Moved] = []
    roll = await plans.roll(tx, cluster_id)
    for plan_id in await plans.adoptions(tx, cluster_id):
        plan = await plans.plan(tx, cluster_id, plan_id)
        assert plan is not None
        rows = await directory_documents.plan_rows_of(tx, cluster_id, plan_id)
        owed = [one for row in derive(cluster_id, plan, rows, roll, calendar) for one in row.owed]
        days = {one.key: one.due_on for one in owed if one.period is not None}
        for key, one in await obligations.of_rows(tx, cluster_id, [row.id for row in rows]):
            due_on = days.get(key)
            if due_on is None or not one.is_open or one.period is None or one.due_on == due_on:
                continue
            await obligations.change(tx, one.id, due_on=due_on)
            await obligations.note(tx, one.id, now, None, Act.MOVE, day=due_on)
            moved.append(Moved(one, one.due_on, due_on))
    await replan(tx, await obligations.open_ids(tx, cluster_id), calendar, zone, now)
    if moved:
        circle = await pings.circle(tx, cluster_id)
        key = f"plan:calendar:{int(now.timestamp())}"
        await outbox.add_many(tx, moved_letters(circle, cluster_id, moved, by, now, key))
    return moved
