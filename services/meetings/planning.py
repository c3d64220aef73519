"""Meetings before they are announced, and their agenda until they begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.errors import NotFound
from cluster.meetings.model import Item, Material, Meeting, MeetingView, Member
from cluster.meetings.refusals import TooMany
from cluster.meetings.states import CHANGEABLE, MeetingState
from cluster.plan import PlanRow
from services.base import Service, use_case
from services.meetings import letters
from services.meetings.desk import Desk, runs
from services.paging import Page, window
from storage import audit, directory_documents
from storage import meetings as queries
from storage import meetings_councils as councils

ITEMS_LIMIT = 30
_LONGEST = timedelta(hours=12)
_STATES = tuple(CHANGEABLE)


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """What a secretary enters; `starts_at` is None while the date is open.

    Args:
        source_id: the line of the documents' calendar it is made of; its agenda is taken over.
    """

    council_id: int
    starts_at: datetime | None
    minutes: int
    place: str
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item of the agenda."""

    title: str
    speaker: str | None = None
    minutes: int | None = None
    material: Material | None = None
    secret: bool = False
    plan_row_id: int | None = None


@dataclass(frozen=True, slots=True)
class Warnings:
    """What speaks against a date: it is no working day, or members have another meeting then."""

    day_off: bool
    unknown_year: bool
    collisions: Sequence[tuple[Meeting, str]]


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting as who runs it sees it before it begins."""

    view: MeetingView
    members: Sequence[Member]
    warnings: Warnings


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting in a list; `runs` says whether the person runs it."""

    meeting: Meeting
    council: str
    runs: bool


class PlanningService(Service):
    """Use cases around the agenda and the date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.SEE_MEETINGS)
    async def page(self, actor: Actor, number: int = 0, *, past: bool = False) -> Page[Line]:
        """A page of the meetings the actor runs or is invited to."""
        runs_all = actor.can(Permission.MANAGE_MEETINGS)
        async with self._desk.db.read() as connection:
            found, total = await queries.page(
                connection, actor.here, actor.me, runs_all=runs_all, past=past, **window(number)
            )
            known = {one.id: one for one in await councils.councils_of(connection, actor.here)}
        lines = [Line(one, known[one.council_id].name, runs(actor, known[one.council_id])) for one in found]
        return Page(lines, max(0, number), total)

    @use_case(Permission.SEE_MEETINGS)
    async def create(self, actor: Actor, new: NewMeeting, draft_key: str) -> Planned:
        """Draft a meeting; nobody hears of it. The same draft twice is one meeting."""
        async with self._desk.db.write() as tx:
            council = await self._desk.council(tx, actor, new.council_id)
            lines = {line.id: line for line in await councils.calendar_lines(tx, council.id)}
            if new.source_id is not None and new.source_id not in lines:
                raise NotFound()
            meeting_id, made = await queries.insert_meeting(
                tx,
                cluster_id=actor.here,
                council_id=council.id,
                source_id=new.source_id,
                state=MeetingState.DRAFT.value,
                starts_at=new.starts_at,
                minutes=new.minutes,
                place=new.place,
                quorum=council.quorum.value,
                draft_key=draft_key,
                created_by=actor.me,
                created_at=self._desk.clock.now(),
            )
            if made:
                await self._note(tx, actor, "meetings_created", meeting_id)
                agenda = lines[new.source_id].agenda.split(";") if new.source_id else []
                for number, title in enumerate(part.strip() for part in agenda):
                    await self._insert(tx, actor, meeting_id, NewItem(title), f"{draft_key}:{number}")
            return await self._planned(tx, actor, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def look(self, actor: Actor, meeting_id: int) -> Planned:
        """A meeting the actor runs, with what speaks against its date."""
        async with self._desk.db.read() as connection:
            return await self._planned(connection, actor, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def of_item(self, actor: Actor, item_id: int) -> MeetingView:
        """The meeting of an agenda item, for who runs it."""
        async with self._desk.db.read() as connection:
            meeting_id = await queries.meeting_of_item(connection, item_id)
            if meeting_id is None:
                raise NotFound()
            return await self._desk.run(connection, actor, meeting_id)

    @use_case(Permission.CONSENTED)
    async def attend(self, actor: Actor, meeting_id: int) -> MeetingView:
        """A meeting the actor is invited to, or runs."""
        async with self._desk.db.read() as connection:
            return await self._desk.attend(connection, actor, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def add_item(self, actor: Actor, meeting_id: int, new: NewItem, draft_key: str) -> Planned:
        """Put an item at the end of the agenda; the same draft twice is one.

        Raises:
            TooMany: the agenda is full; data: `limit`.
            WrongState: the meeting has begun.
        """
        async with self._desk.db.write() as tx:
            view = await self._changeable(tx, actor, meeting_id)
            if len(view.items) >= ITEMS_LIMIT:
                raise TooMany(limit=ITEMS_LIMIT)
            if await self._insert(tx, actor, meeting_id, new, draft_key):
                await self._changed(tx, actor, view)
            return await self._planned(tx, actor, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def change_item(self, actor: Actor, item_id: int, new: NewItem) -> Planned:
        """Change an item's words, speaker, time, material."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id)
            values = _columns(new)
            del values["plan_row_id"]
            await queries.change_item(tx, item.id, **values)
            await self._changed(tx, actor, view)
            return await self._planned(tx, actor, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def set_secret(self, actor: Actor, item_id: int, *, secret: bool) -> Planned:
        """Vote on the item secretly, or openly."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id)
            if item.secret != secret:
                await queries.change_item(tx, item.id, secret=secret)
            return await self._planned(tx, actor, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def drop_item(self, actor: Actor, item_id: int) -> Planned:
        """Take an item off the agenda."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id)
            await queries.drop_item(tx, item)
            await self._changed(tx, actor, view)
            return await self._planned(tx, actor, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def raise_item(self, actor: Actor, item_id: int, position: int) -> Planned:
        """Move an item one place up, if it still stands at `position`."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id)
            above = next((one for one in view.items if one.position == item.position - 1), None)
            if above is not None and item.position == position:
                await queries.swap_items(tx, item, above)
                await self._changed(tx, actor, view)
            return await self._planned(tx, actor, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def plan_rows(self, actor: Actor, meeting_id: int) -> list[PlanRow]:
        """Rows of the cluster's newest plan, to be taken as agenda items."""
        async with self._desk.db.read() as connection:
            await self._desk.run(connection, actor, meeting_id)
            plans = await directory_documents.plans_of(connection, actor.here)
            return await directory_documents.plan_rows_of(connection, actor.here, plans[-1].id) if plans else []

    @use_case(Permission.SEE_MEETINGS)
    async def add_plan_row(self, actor: Actor, meeting_id: int, row_id: int, draft_key: str) -> Planned:
        """Take a row of a plan as an agenda item.

        Raises:
            NotFound: the cluster has no such row.
        """
        async with self._desk.db.read() as connection:
            for plan in await directory_documents.plans_of(connection, actor.here):
                rows = await directory_documents.plan_rows_of(connection, actor.here, plan.id)
                row = next((one for one in rows if one.id == row_id), None)
                if row is not None:
                    break
            else:
                raise NotFound()
        return await self.add_item(actor, meeting_id, NewItem(row.title, plan_row_id=row.id), draft_key)

    @use_case(Permission.SEE_MEETINGS)
    async def set_place(self, actor: Actor, meeting_id: int, place: str, minutes: int) -> Planned:
        """Set where it takes place and how long it takes."""
        async with self._desk.db.write() as tx:
            view = await self._changeable(tx, actor, meeting_id)
            if (view.meeting.place, view.meeting.minutes) != (place, minutes):
                await queries.change(tx, meeting_id, place=place, minutes=minutes)
                await self._changed(tx, actor, view)
            return await self._planned(tx, actor, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def warnings(self, actor: Actor, council_id: int, starts_at: datetime, minutes: int) -> Warnings:
        """What speaks against a date for a meeting of this council."""
        async with self._desk.db.read() as connection:
            council = await self._desk.council(connection, actor, council_id)
            members = await councils.members(connection, council.id, local_day(starts_at, ZoneInfo(actor.zone)))
            return await self._warnings(connection, actor, members, starts_at, minutes, besides=0)

    async def _changeable(self, tx: AsyncConnection, actor: Actor, meeting_id: int) -> MeetingView:
        return await self._desk.run(tx, actor, meeting_id, *_STATES)

    async def _item(self, tx: AsyncConnection, actor: Actor, item_id: int) -> tuple[MeetingView, Item]:
        meeting_id = await queries.meeting_of_item(tx, item_id)
        if meeting_id is None:
            raise NotFound()
        view = await self._changeable(tx, actor, meeting_id)
        item = view.item(item_id)
        assert item is not None
        return view, item

    async def _insert(self, tx: AsyncConnection, actor: Actor, meeting_id: int, new: NewItem, draft_key: str) -> bool:
        values = {"cluster_id": actor.here, "meeting_id": meeting_id, "draft_key": draft_key, **_columns(new)}
        return (await queries.insert_item(tx, **values))[1]

    async def _changed(self, tx: AsyncConnection, actor: Actor, view: MeetingView) -> None:
        """Members of an announced meeting hear of the change."""
        await self._note(tx, actor, "meetings_changed", view.meeting.id)
        if view.meeting.live:
            await letters.tell_change(tx, view, self._desk.clock.now())

    async def _planned(self, connection: AsyncConnection, actor: Actor, meeting_id: int) -> Planned:
        view = await self._desk.run(connection, actor, meeting_id)
        meeting = view.meeting
        day = local_day(meeting.starts_at, ZoneInfo(view.zone)) if meeting.starts_at else self._desk.today(actor)
        members = await councils.members(connection, view.council.id, day)
        nothing = Warnings(False, False, ())
        if meeting.starts_at is None or not meeting.changeable:
            return Planned(view, members, nothing)
        warnings = await self._warnings(
            connection, actor, members, meeting.starts_at, meeting.minutes, besides=meeting.id
        )
        return Planned(view, members, warnings)

    async def _warnings(
        self,
        connection: AsyncConnection,
        actor: Actor,
        members: Sequence[Member],
        starts_at: datetime,
        minutes: int,
        *,
        besides: int,
    ) -> Warnings:
        calendar = self._desk.calendars(actor.here)
        day, ends_at = local_day(starts_at, ZoneInfo(actor.zone)), starts_at + timedelta(minutes=minutes)
        people = sorted({member.person_id for member in members if member.holds(day)})
        near = await queries.overlapping(connection, people, starts_at - _LONGEST, ends_at, besides)
        collisions = [(one, name) for one, name in near if one.ends_at is not None and one.ends_at > starts_at]
        return Warnings(not calendar.is_working_day(day), not calendar.knows(day.year), collisions)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, meeting_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"meetings:{meeting_id}", self._desk.clock.now())


def _columns(new: NewItem) -> dict[str, Any]:
    material = new.material
    return {
        "title": new.title,
        "speaker": new.speaker,
        "minutes": new.minutes,
        "material_kind": material.kind if material else None,
        "material": material.reference if material else None,
        "material_name": material.name if material else None,
        "secret": new.secret,
        "plan_row_id": new.plan_row_id,
    }
