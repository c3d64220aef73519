"""Plans that come as files: kept, looked through row by row, corrected, adopted."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.deadlines import PlanPeriod
from cluster.errors import DomainError, Invalid, NotFound, Stale, TooLong
from cluster.plan import Plan, PlanOver, PlanRow
from cluster.plan_sheet import CELL_LIMIT, Numbering, PlanSheet, SheetRow, numbering
from cluster.plan_versions import matched
from services.base import Service, use_case
from services.plan.adoption import Adopted, adopt, view_of
from services.plan.derivation import DerivedRow, derive
from services.plan.desk import Desk
from storage import directory_documents, plans
from storage import plan_imports as imports
from storage.database import Database
from storage.plan_imports import Import


class ImportClosed(DomainError):
    """It was adopted or put away before; data: `state`."""

    code = "plan-import-closed"


class YearNotKnown(Invalid):
    """Neither the file nor the coordinator said for which year the plan is."""

    code = "plan-year-not-known"


class Field(StrEnum):
    """What of a row can be corrected in chat."""

    DEADLINE = "deadline"
    EXECUTORS = "executors"
    TITLE = "title"
    RESULT = "result"


class Change(StrEnum):
    """What a row is compared with the version before."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RowPreview:
    """A row and what adopting it would mean.

    Args:
        index: from 0; the key of a row of an import.
        before: the row of the stored version it continues.
        changed: fields that differ from it.
    """

    index: int
    row: SheetRow
    derived: DerivedRow
    before: PlanRow | None
    changed: tuple[Field, ...]

    @property
    def change(self) -> Change:
        """Whether it is new, changed or the same."""
        if self.before is None:
            return Change.NEW
        return Change.CHANGED if self.changed else Change.SAME

    @property
    def needs_look(self) -> bool:
        """Whether a person should look at it before it is adopted."""
        return not self.derived.is_understood or not self.derived.executors.parties


@dataclass(frozen=True, slots=True)
class Preview:
    """A plan that was sent, as it would be adopted.

    Args:
        rows: empty while the year is not known: nothing has a date without it.
        follows: the stored plan of the same year; adopting makes its next version.
        version: how often that one was adopted.
        removed: rows of that one which are not in the file.
        is_over: whether its year is over: it cannot be adopted any more.
    """

    kept: Import
    rows: Sequence[RowPreview]
    numbering: Numbering
    follows: Plan | None
    version: int
    removed: Sequence[PlanRow]
    is_over: bool

    @property
    def owed(self) -> int:
        """How many obligations the rows make."""
        return sum(len(one.derived.owed) for one in self.rows)


class ImportService(Service):
    """Use cases of plans that are sent."""

    def __init__(self, db: Database, desk: Desk) -> None:
        self._db = db
        self._desk = desk

    @use_case(Permission.MANAGE_PLAN)
    async def receive(self, actor: Actor, sheet: PlanSheet, file_name: str, draft_key: str) -> Preview:
        """Keep what a file says; nothing of the cluster's plans changes."""
        async with self._db.write() as tx:
            return await self._keep(tx, actor, sheet, file_name, draft_key)

    @use_case(Permission.MANAGE_PLAN)
    async def open_stored(self, actor: Actor, plan_id: int) -> Preview:
        """Look through a stored plan, to adopt it corrected; what is open already is gone on with.

        Raises:
            NotFound: the cluster has no such plan.
        """
        async with self._db.write() as tx:
            plan = await plans.plan(tx, actor.here, plan_id)
            if plan is None:
                raise NotFound()
            adopted = (await plans.adoptions(tx, actor.here)).get(plan_id)
            version = adopted.version if adopted else 0
            draft_key = f"plan:{plan_id}:{version}:{actor.me}:{await imports.count_closed(tx, actor.me)}"
            rows = await directory_documents.plan_rows_of(tx, actor.here, plan.id)
            sheet = PlanSheet(plan.title, PlanPeriod.of(plan), plan.is_draft, [_sheet_row(row) for row in rows])
            return await self._keep(tx, actor, sheet, "", draft_key)

    @use_case(Permission.MANAGE_PLAN)
    async def look(self, actor: Actor, import_id: int) -> Preview:
        """A plan that was sent, as it would be adopted now.

        Raises:
            NotFound: there is none here.
        """
        async with self._db.read() as connection:
            return await self._preview(connection, actor, await _load(connection, actor, import_id))

    @use_case(Permission.MANAGE_PLAN)
    async def set_period(self, actor: Actor, import_id: int, period: PlanPeriod) -> Preview:
        """Say for which year the plan is.

        Raises:
            NotFound, ImportClosed.
        """
        values = {"year": period.year.value, "first_day": period.first_day, "last_day": period.last_day}
        async with self._db.write() as tx:
            kept = _open(await _load(tx, actor, import_id))
            if kept.period != period:
                await imports.change_import(tx, kept.id, **values)
            return await self._preview(tx, actor, await _load(tx, actor, import_id))

    @use_case(Permission.MANAGE_PLAN)
    async def correct(self, actor: Actor, import_id: int, index: int, field: Field, text: str) -> Preview:
        """Another text in one cell of a row; the file itself is not needed any more.

        Raises:
            NotFound, ImportClosed.
            TooLong: data: `limit`, `over`.
        """
        if len(text) > CELL_LIMIT:
            raise TooLong(limit=CELL_LIMIT, over=len(text) - CELL_LIMIT)
        async with self._db.write() as tx:
            kept = _open(await _load(tx, actor, import_id))
            if not 0 <= index < len(kept.rows):
                raise NotFound()
            rows = [dict(row) for row in kept.rows]
            rows[index][field.value] = text
            await imports.change_import(tx, kept.id, rows=rows)
            return await self._preview(tx, actor, await _load(tx, actor, import_id))

    @use_case(Permission.MANAGE_PLAN)
    async def leave_out(self, actor: Actor, import_id: int, index: int, revision: int) -> Preview:
        """Take a row out of the import.

        Raises:
            NotFound, ImportClosed.
            Stale: something changed since the row was shown.
        """
        async with self._db.write() as tx:
            kept = _open(await _load(tx, actor, import_id), revision)
            if not 0 <= index < len(kept.rows):
                raise NotFound()
            await imports.change_import(tx, kept.id, rows=[*kept.rows[:index], *kept.rows[index + 1 :]])
            return await self._preview(tx, actor, await _load(tx, actor, import_id))

    @use_case(Permission.MANAGE_PLAN)
    async def drop(self, actor: Actor, import_id: int) -> None:
        """Put an import away; once it is adopted nothing changes.

        Raises:
            NotFound, ImportClosed.
        """
        async with self._db.write() as tx:
            kept = _open(await _load(tx, actor, import_id))
            await imports.change_import(tx, kept.id, state="dropped", closed_at=self._desk.clock.now())

    @use_case(Permission.MANAGE_PLAN)
    async def adopt(self, actor: Actor, import_id: int, revision: int) -> Adopted:
        """Make it the cluster's plan of its year, or the next version of the one there is.

        All of it happens, or nothing: rows, obligations, what is waived, the reminders.

        Raises:
            NotFound, ImportClosed, YearNotKnown.
            PlanOver: its year is over.
            Stale: something changed since the preview was shown.
        """
        async with self._db.write() as tx:
            kept = _open(await _load(tx, actor, import_id), revision)
            if kept.period is None:
                raise YearNotKnown()
            preview = await self._preview(tx, actor, kept)
            if preview.is_over:
                raise PlanOver(last=kept.period.last_day.strftime("%d.%m.%Y"))
            plan_id = await self._write_plan(tx, actor, kept, preview)
            view = await view_of(tx, actor, plan_id, self._desk.calendars(actor.here), self._desk)
            adopted = await adopt(tx, self._desk, actor, view, await imports.removed_rows(tx, plan_id))
            closed_at = self._desk.clock.now()
            await imports.change_import(tx, kept.id, state="adopted", plan_id=plan_id, closed_at=closed_at)
            return adopted

    async def _keep(
        self, tx: AsyncConnection, actor: Actor, sheet: PlanSheet, file_name: str, draft_key: str
    ) -> Preview:
        period = sheet.period
        values = {
            "file_name": file_name[-120:],
            "title": sheet.title or file_name[-120:],
            "year": period.year.value if period else None,
            "first_day": period.first_day if period else None,
            "last_day": period.last_day if period else None,
            "is_draft": sheet.is_draft,
            "rows": [asdict(row) for row in sheet.rows],
            "created_by": actor.me,
            "created_at": self._desk.clock.now(),
        }
        import_id = await imports.insert_import(tx, actor.here, draft_key, values)
        return await self._preview(tx, actor, await _load(tx, actor, import_id))

    async def _preview(self, connection: AsyncConnection, actor: Actor, kept: Import) -> Preview:
        rows = [SheetRow(**row) for row in kept.rows]
        labels = numbering([row.number for row in rows])
        if kept.period is None:
            return Preview(kept, [], labels, None, 0, [], False)
        follows = await imports.plan_of_period(connection, actor.here, kept.period)
        adopted = (await plans.adoptions(connection, actor.here)).get(follows.id) if follows else None
        old = await directory_documents.plan_rows_of(connection, actor.here, follows.id) if follows else []
        before = matched(old, rows)
        derived = await self._derived(connection, actor, kept, rows, before)
        found = [
            RowPreview(index, row, meant, known, _changed(known, row))
            for index, (row, meant, known) in enumerate(zip(rows, derived, before, strict=True))
        ]
        continued = {known.id for known in before if known}
        removed = [row for row in old if row.id not in continued]
        is_over = kept.period.last_day < self._desk.today(actor).day
        return Preview(kept, found, labels, follows, adopted.version if adopted else 0, removed, is_over)

    async def _derived(
        self,
        connection: AsyncConnection,
        actor: Actor,
        kept: Import,
        rows: Sequence[SheetRow],
        before: Sequence[PlanRow | None],
    ) -> list[DerivedRow]:
        """What the rows would mean as rows of a stored plan."""
        assert kept.period is not None
        year, first, last = kept.period.year, kept.period.first_day, kept.period.last_day
        plan = Plan(0, kept.title, year, first, last, kept.is_draft, len(rows))
        stored = [
            PlanRow(known.id if known else -position, position, **_values(row))
            for position, (row, known) in enumerate(zip(rows, before, strict=True), start=1)
        ]
        roll = await plans.roll(connection, actor.here)
        return derive(actor.here, plan, stored, roll, self._desk.calendars(actor.here))

    async def _write_plan(self, tx: AsyncConnection, actor: Actor, kept: Import, preview: Preview) -> int:
        assert kept.period is not None
        values = [_values(one.row) for one in preview.rows]
        if preview.follows is None:
            head = {
                "title": kept.title,
                "year": kept.period.year.value,
                "first_day": kept.period.first_day,
                "last_day": kept.period.last_day,
                "is_draft": kept.is_draft,
                "source": f"import:{kept.id}",
            }
            return await directory_documents.insert_plan(tx, actor.here, head, values)
        plan_id = preview.follows.id
        same = kept.title.casefold() == preview.follows.title.casefold()
        await imports.retitle(tx, plan_id, preview.follows.title if same else kept.title, is_draft=kept.is_draft)
        rows = [(one.before.id if one.before else None, each) for one, each in zip(preview.rows, values, strict=True)]
        await imports.write_rows(tx, plan_id, rows)
        return plan_id


async def _load(connection: AsyncConnection, actor: Actor, import_id: int) -> Import:
    found = await imports.plan_import(connection, actor.here, import_id)
    if found is None:
        raise NotFound()
    return found


def _open(kept: Import, revision: int | None = None) -> Import:
    if kept.state != "open":
        raise ImportClosed(state=kept.state)
    if revision is not None and revision != kept.revision:
        raise Stale()
    return kept


def _sheet_row(row: PlanRow) -> SheetRow:
    return SheetRow(row.section, row.number, row.title, row.executors, row.deadline_text, row.result)


def _values(row: SheetRow) -> Mapping[str, str]:
    return {
        "section": row.section,
        "number": row.number,
        "title": row.title,
        "executors": row.executors,
        "deadline_text": row.deadline,
        "result": row.result,
    }


def _changed(before: PlanRow | None, row: SheetRow) -> tuple[Field, ...]:
    if before is None:
        return ()
    old = _sheet_row(before)
    return tuple(field for field in Field if _same(getattr(old, field.value)) != _same(getattr(row, field.value)))


def _same(text: str) -> str:
    return " ".join(text.split())
