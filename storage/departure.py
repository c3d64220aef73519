"""What a withdrawal of consent leaves of a person: a code, dates and roles, nothing that says who it was."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.people import code_of
from storage.schema.fsm import fsm
from storage.schema.inbox import inbox
from storage.schema.people import access_requests, consents, people
from storage.schema.reminders import reminders


async def erase_person(tx: AsyncConnection, person_id: int, at: datetime) -> None:
    """Put the code in place of the name and drop everything else that is personal; ends the consents."""
    await tx.execute(
        update(people)
        .where(people.c.id == person_id)
        .values(
            telegram_id=None,
            name=code_of(person_id),
            position=None,
            search="",
            current_cluster_id=None,
            consent_version=None,
            commands=None,
            withdrawn_at=at,
        )
    )
    mine = access_requests.c.person_id == person_id
    await tx.execute(update(access_requests).where(mine).values(organisation_text=None, message=None, reason=None))
    await tx.execute(
        update(access_requests)
        .where(mine, access_requests.c.state == "waiting")
        .values(state="withdrawn", decided_at=at)
    )
    await tx.execute(
        update(consents)
        .where(consents.c.person_id == person_id, consents.c.withdrawn_at.is_(None))
        .values(withdrawn_at=at)
    )


async def erase_traces(tx: AsyncConnection, person_id: int, telegram_id: int) -> None:
    """Forget conversations, reminders, and which chat the updates of late came from."""
    await tx.execute(delete(fsm).where(fsm.c.key.endswith(f":{telegram_id}")))
    await tx.execute(
        update(reminders)
        .where(reminders.c.person_id == person_id, reminders.c.state == "planned")
        .values(state="cancelled")
    )
    done = inbox.c.state != "new"
    await tx.execute(update(inbox).where(inbox.c.lane == str(telegram_id), done).values(lane="", payload=""))
