"""What the program does about people by itself."""

from datetime import datetime

from cluster.access import Role
from services.people import ADMINISTRATOR
from storage import audit, people, roles
from storage.database import Database


async def settle_administrators(db: Database, admin_ids: frozenset[int], now: datetime) -> None:
    """Make administrators those whom the settings name and who have agreed, and nobody else.

    Args:
        admin_ids: Telegram ids of the settings.
        now: when the program starts.
    """
    async with db.write() as tx:
        named = await people.agreed(tx, admin_ids)
        held = await roles.held_by(tx, None, Role.ADMINISTRATOR)
        for person_id in sorted(named - {person_id for _, person_id in held}):
            membership_id, _ = await roles.grant(tx, person_id, ADMINISTRATOR, None, now)
            await audit.add(tx, None, None, "role_granted", f"memberships:{membership_id}", now)
        for membership_id, person_id in held:
            if person_id not in named:
                await roles.end_role(tx, membership_id, now)
                await roles.settle_after_loss(tx, person_id)
                await audit.add(tx, None, None, "role_ended", f"memberships:{membership_id}", now)
