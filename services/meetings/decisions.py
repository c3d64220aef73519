"""What is written down at a meeting: what was heard, what was decided, who does it and until when."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.meetings.model import MeetingView
from cluster.meetings.refusals import PersonUnfit, TooMany
from services.base import use_case
from services.meetings import deciding
from services.meetings.desk import load
from services.meetings.floor import DECIDING, Floor, require
from storage import belonging, meetings_councils
from storage import meetings as queries

DECISIONS_LIMIT = 60


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What was decided; nobody named: coordinators answer for it."""

    text: str
    organisation_id: int | None
    person_id: int | None
    due_on: date | None


class DecisionService(Floor):
    """Use cases of who keeps the minutes, until they are signed."""

    @use_case(Permission.SEE_MEETINGS)
    async def set_heard(self, actor: Actor, item_id: int, heard: str) -> MeetingView:
        """Write down what was heard on an item; until the minutes are signed."""
        async with self._desk.db.write() as tx:
            view, _ = await self._item(tx, actor, item_id, *DECIDING)
            await queries.change_item(tx, item_id, heard=heard)
            await self._record(tx, actor, "meetings_minutes_edited", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def executors(self, actor: Actor, meeting_id: int) -> list[belonging.OrganisationChoice]:
        """Organisations that can be charged with a decision."""
        async with self._desk.db.read() as connection:
            await self._desk.run(connection, actor, meeting_id)
            return await belonging.members(connection, actor.here)

    @use_case(Permission.SEE_MEETINGS)
    async def responsible(self, actor: Actor, meeting_id: int, organisation_id: int) -> list[tuple[int, str]]:
        """People of an organisation, by name."""
        async with self._desk.db.read() as connection:
            await self._desk.run(connection, actor, meeting_id)
            return await meetings_councils.people_of(connection, actor.here, organisation_id)

    @use_case(Permission.SEE_MEETINGS)
    async def decide(self, actor: Actor, item_id: int, new: NewDecision, draft_key: str) -> MeetingView:
        """Write down a decision; until the minutes are signed. The same draft twice is one.

        Raises:
            TooMany: there are too many; data: `limit`.
            PersonUnfit, NotFound: the executor is not of this cluster.
        """
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *DECIDING)
            if len(view.decisions) >= DECISIONS_LIMIT:
                raise TooMany(limit=DECISIONS_LIMIT)
            await self._check_executor(tx, actor, new)
            _, made = await queries.insert_decision(
                tx,
                cluster_id=actor.here,
                meeting_id=view.meeting.id,
                item_id=item.id,
                draft_key=draft_key,
                created_at=self._now,
                **_columns(new),
            )
            if made:
                await self._record(tx, actor, "meetings_decided", view)
            return await deciding.owed(tx, self._desk, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def change_decision(self, actor: Actor, decision_id: int, new: NewDecision) -> MeetingView:
        """Put a decision in other words, or give it to others; until the minutes are signed."""
        async with self._desk.db.write() as tx:
            view = await self._decision(tx, actor, decision_id)
            await self._check_executor(tx, actor, new)
            await queries.change_decision(tx, decision_id, **_columns(new))
            await self._record(tx, actor, "meetings_minutes_edited", view)
            return await deciding.owed(tx, self._desk, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def drop_decision(self, actor: Actor, decision_id: int) -> MeetingView:
        """Take a decision back; until the minutes are signed."""
        async with self._desk.db.write() as tx:
            view = await self._decision(tx, actor, decision_id)
            decision = next(one for one in view.decisions if one.id == decision_id)
            if view.meeting.over:
                await deciding.forget(tx, view, decision, self._desk.calendars(actor.here), self._now)
            await queries.drop_decision(tx, decision_id)
            await self._record(tx, actor, "meetings_minutes_edited", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    async def _decision(self, tx: AsyncConnection, actor: Actor, decision_id: int) -> MeetingView:
        meeting_id = await queries.meeting_of_decision(tx, decision_id)
        if meeting_id is None:
            raise NotFound()
        view = await self._desk.run(tx, actor, meeting_id)
        require(view, DECIDING)
        return view

    async def _check_executor(self, tx: AsyncConnection, actor: Actor, new: NewDecision) -> None:
        if new.organisation_id is not None and await belonging.member(tx, actor.here, new.organisation_id) is None:
            raise NotFound()
        if new.person_id is not None:
            known = {one for one, _ in await meetings_councils.people_of(tx, actor.here)}
            if new.person_id not in known:
                raise PersonUnfit()


def _columns(new: NewDecision) -> dict[str, str | int | date | None]:
    return {
        "text": new.text,
        "organisation_id": new.organisation_id,
        "person_id": new.person_id,
        "due_on": new.due_on,
    }
