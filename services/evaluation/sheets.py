"""Sheets by id. A stored version never changes, so each is read once a process."""

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.sheet import Sheet, read_sheet
from storage import evaluation as queries


class Sheets:
    """Cache of read sheets, shared by the use cases of evaluation."""

    def __init__(self) -> None:
        self._read: dict[int, Sheet] = {}

    async def get(self, connection: AsyncConnection, sheet_id: int) -> Sheet:
        """The sheet of an evaluation."""
        sheet = self._read.get(sheet_id)
        if sheet is None:
            sheet = self._read[sheet_id] = read_sheet(await queries.sheet_content(connection, sheet_id))
        return sheet
