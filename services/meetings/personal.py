"""What meetings keep about a person: for the file they download, and for the withdrawal of their consent."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import meetings_answers as answers


class MeetingRecords:
    """A `services.privacy.Keeper`: seats in councils, invitations and what was answered."""

    name = "meetings"

    async def export(self, connection: AsyncConnection, person_id: int) -> Any:
        """Seats and invitations; dates in ISO form."""
        return {
            "seats": await answers.memberships_of(connection, person_id),
            "invitations": [
                {
                    "meeting": one.meeting_id,
                    "organisation": one.organisation,
                    "as": "delegate" if one.person_id == person_id else "substitute",
                    "answer": one.answer.value,
                    "answered_at": one.answered_at.isoformat(timespec="seconds") if one.answered_at else None,
                    "came": one.here if one.person_id == person_id else one.substitute_here,
                }
                for one in await answers.places_of(connection, person_id)
            ],
            "reminders_off": sorted(await answers.reminders_off(connection, person_id)),
        }

    async def erase(self, tx: AsyncConnection, person_id: int, code: str, at: datetime) -> None:
        """Seats end, coming meetings are declined; minutes of past ones print the code instead of the name."""
        await answers.leave(tx, person_id, at)
