"""The cluster's expert sheets as the coordinator keeps them: look, load another one, say which is current."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.evaluation.comparison import SheetChanges, changes
from cluster.evaluation.sheet import Sheet, read_sheet
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.sheets import Sheets
from storage import audit, directory_documents
from storage import evaluation_sheets as queries
from storage.database import Database
from storage.evaluation_sheets import SheetVersion


@dataclass(frozen=True, slots=True)
class SheetCard:
    """A version with its content."""

    version: SheetVersion
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """What loading a sheet would do.

    Args:
        same: the version that has exactly this content already.
        before: the newest version of the sheet with this title, and what is different.
    """

    sheet: Sheet
    same: SheetVersion | None
    before: SheetVersion | None
    changes: SheetChanges | None


class SheetCatalogue(Service):
    """Use cases around sheets. A version never changes: what was scored on it stays comparable."""

    def __init__(self, db: Database, clock: Clock, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._sheets = sheets

    @use_case(Permission.MANAGE_EVALUATION)
    async def versions(self, actor: Actor) -> list[SheetVersion]:
        """All versions, the current one first."""
        async with self._db.read() as connection:
            return await queries.versions(connection, actor.here)

    @use_case(Permission.MANAGE_EVALUATION)
    async def choices(self, actor: Actor) -> list[SheetVersion]:
        """What a new session can choose from: the current version, and the newest of every other sheet."""
        async with self._db.read() as connection:
            found = await queries.versions(connection, actor.here)
        newest: dict[str, SheetVersion] = {}
        for one in found:
            known = newest.get(one.code)
            if known is None or (not known.is_current and one.version > known.version):
                newest[one.code] = one
        return sorted(newest.values(), key=lambda one: (not one.is_current, -one.id))

    @use_case(Permission.MANAGE_EVALUATION)
    async def look(self, actor: Actor, sheet_id: int) -> SheetCard:
        """A version with its criteria.

        Raises:
            NotFound: no such sheet in this cluster.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, sheet_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def preview(self, actor: Actor, content: Mapping[str, Any]) -> SheetPreview:
        """What loading this content would do; nothing is stored.

        Raises:
            SpoiledSheet: the content is no sheet.
        """
        async with self._db.read() as connection:
            return await self._preview(connection, actor, content)

    @use_case(Permission.MANAGE_EVALUATION)
    async def load(self, actor: Actor, content: Mapping[str, Any]) -> SheetCard:
        """Store a sheet as the next version of the one with its title, or as a new one; the same content is one.

        Raises:
            SpoiledSheet: the content is no sheet.
        """
        async with self._db.write() as tx:
            preview = await self._preview(tx, actor, content)
            if preview.same is not None:
                return await self._card(tx, actor, preview.same.id)
            now, title = self._clock.now(), preview.sheet.title
            code = preview.before.code if preview.before else await self._free_code(tx, actor)
            sheet_id = await directory_documents.insert_sheet(tx, actor.here, code, title, content, now, current=False)
            await audit.add(tx, actor.me, actor.here, "evaluation_sheet_loaded", f"sheets:{sheet_id}", now)
            return await self._card(tx, actor, sheet_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def make_current(self, actor: Actor, sheet_id: int) -> SheetCard:
        """New sessions take this version; those that exist keep theirs. Doing it twice changes nothing."""
        async with self._db.write() as tx:
            card = await self._card(tx, actor, sheet_id)
            if card.version.is_current:
                return card
            now = self._clock.now()
            await queries.make_current(tx, sheet_id, now)
            await audit.add(tx, actor.me, actor.here, "evaluation_sheet_current", f"sheets:{sheet_id}", now)
            return await self._card(tx, actor, sheet_id)

    async def _card(self, connection: AsyncConnection, actor: Actor, sheet_id: int) -> SheetCard:
        version = await queries.version(connection, actor.here, sheet_id)
        if version is None:
            raise NotFound()
        return SheetCard(version, await self._sheets.get(connection, sheet_id))

    async def _preview(self, connection: AsyncConnection, actor: Actor, content: Mapping[str, Any]) -> SheetPreview:
        sheet = read_sheet(content)
        alike = _of_title(await queries.versions(connection, actor.here), sheet.title)
        kept = {one.id: await self._sheets.get(connection, one.id) for one in alike}
        same = next((one for one in alike if kept[one.id] == sheet), None)
        before = max(alike, key=lambda one: one.version, default=None)
        return SheetPreview(sheet, same, before, changes(kept[before.id], sheet) if before else None)

    @staticmethod
    async def _free_code(tx: AsyncConnection, actor: Actor) -> str:
        taken = {one.code for one in await queries.versions(tx, actor.here)}
        return next(code for number in range(1, len(taken) + 2) if (code := f"sheet_{number}") not in taken)


def _of_title(versions: Sequence[SheetVersion], title: str) -> list[SheetVersion]:
    wanted = title.casefold()
    return [one for one in versions if one.title.casefold() == wanted]
