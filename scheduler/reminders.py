"""Due reminders become letters."""

from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import outbox, reminders
from storage.database import Database

log = structlog.get_logger()

BATCH = 200


async def fire_due(db: Database, now: datetime) -> int:
    """Move the reminders that are due to the outbox, a batch in a transaction; returns how many.

    A letter keeps the reminder's moment, so that delivery knows how late it is.
    """
    moved = 0

    async def move(tx: AsyncConnection) -> int:
        fired = await reminders.fire(tx, now, BATCH)
        await outbox.add_rows(
            tx,
            [
                outbox.row(
                    kind=each.kind,
                    payload=each.payload,
                    urgency=each.urgency,
                    to=each.to,
                    at=each.due_at,
                    key=f"reminder:{each.key}",
                )
                for each in fired
            ],
        )
        return len(fired)

    while count := await db.run(move, alone=False):
        moved += count
    if moved:
        log.info("reminders_fired", count=moved)
    return moved
