"""What the news desk keeps about a person: for the file they download, and for the withdrawal of their consent."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import news_personal


class NewsRecords:
    """A `services.privacy.Keeper`: the person's items, notes and proposals."""

    name = "news"

    async def export(self, connection: AsyncConnection, person_id: int) -> Any:
        """What they wrote; dates in ISO form."""
        return await news_personal.export(connection, person_id)

    async def erase(self, tx: AsyncConnection, person_id: int, code: str, at: datetime) -> None:
        """Drafts go with their files, notes are erased; what was submitted is the organisation's and keeps the code."""
        await news_personal.erase(tx, person_id, at)
