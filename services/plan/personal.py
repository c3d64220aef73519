"""What the plan keeps about a person: for the file they download, and for the withdrawal of their consent."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import obligations_personal as personal


class PlanRecords:
    """A `services.privacy.Keeper`: obligations a person took, what they wrote and sent."""

    name = "plan"

    async def export(self, connection: AsyncConnection, person_id: int) -> Any:
        """Obligations, notes and proofs; dates in ISO form."""
        return {
            "obligations": await personal.obligations_of(connection, person_id),
            "history": await personal.history_of(connection, person_id),
            "proofs": await personal.proofs_of(connection, person_id),
        }

    async def erase(self, tx: AsyncConnection, person_id: int, code: str, at: datetime) -> None:
        """What they had taken is the organisation's again, and its pings are planned anew; texts of theirs go.

        Proofs stay: they are the organisation's. History prints the code instead of the name.
        """
        await personal.erase(tx, person_id)
