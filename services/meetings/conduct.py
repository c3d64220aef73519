"""The meeting itself: attendance, the agenda item by item, votes, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.errors import NotFound
from cluster.meetings.model import Item, MeetingView
from cluster.meetings.quorum import organisations_of
from cluster.meetings.refusals import (
    ItemOpen,
    ItemsLeft,
    MinutesSigned,
    NoVoteNow,
    PersonUnfit,
    TooEarly,
    TooMany,
    VotedSecretly,
    WrongState,
)
from cluster.meetings.states import Choice, ItemState, MeetingState, move
from services.base import Service, use_case
from services.meetings import deciding, letters
from services.meetings.desk import Desk, load
from storage import audit, belonging, meetings_councils
from storage import meetings as queries
from storage import meetings_answers as answers

EARLY = timedelta(hours=2)
DECISIONS_LIMIT = 60
_RUNNING = (MeetingState.IN_PROGRESS,)
_DECIDING = (MeetingState.IN_PROGRESS, MeetingState.MINUTES)
_COLUMN: Mapping[Choice, str] = {
    Choice.FOR: "votes_for",
    Choice.AGAINST: "votes_against",
    Choice.ABSTAINED: "votes_abstained",
}


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What was decided; nobody named: coordinators answer for it."""

    text: str
    organisation_id: int | None
    person_id: int | None
    due_on: date | None


class ConductService(Service):
    """Use cases while a meeting goes on; who is here votes, who runs it does the rest."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.SEE_MEETINGS)
    async def begin(self, actor: Actor, meeting_id: int) -> MeetingView:
        """Begin: members get «я на месте». Beginning twice changes nothing.

        Raises:
            TooEarly: it is not its day yet; data: `day`.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id)
            if view.meeting.state is MeetingState.IN_PROGRESS:
                return view
            state, now, starts_at = (
                move(view.meeting.state, MeetingState.IN_PROGRESS),
                self._now,
                view.meeting.starts_at,
            )
            assert starts_at is not None
            zone = ZoneInfo(view.zone)
            if local_day(now, zone) < local_day(starts_at, zone) and starts_at - now > EARLY:
                raise TooEarly(day=local_day(starts_at, zone).strftime("%d.%m.%Y"))
            first = datetime(local_day(now, zone).year, 1, 1, tzinfo=zone).astimezone(UTC)
            number = await queries.next_number(tx, view.council.id, first, now)
            await queries.change(tx, meeting_id, state=state.value, started_at=now, number=number)
            await letters.forget_reminders(tx, view.meeting)
            await letters.tell_began(tx, view, now)
            await self._note(tx, actor, "meetings_begun", view)
            return await load(tx, meeting_id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def mark(self, actor: Actor, invitee_id: int, *, substitute: bool, here: bool) -> MeetingView:
        """Who runs the meeting marks who came, or left."""
        async with self._desk.db.write() as tx:
            invitee = await answers.invitee(tx, invitee_id)
            if invitee is None:
                raise NotFound()
            view = await self._desk.run(tx, actor, invitee.meeting_id, *_RUNNING)
            known = next(one for one in view.invitees if one.id == invitee_id)
            if substitute and not known.seat.substitute_agreed:
                return view
            if here != (known.substitute_here if substitute else known.here):
                column = "substitute_here_at" if substitute else "here_at"
                await answers.change_invitee(tx, [invitee_id], **{column: self._now if here else None})
                if here:
                    await self._note(tx, actor, "meetings_came", view)
                else:
                    await self._note(tx, actor, "meetings_went", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def open_item(self, actor: Actor, item_id: int) -> MeetingView:
        """Begin to discuss an item; a closed one can be taken up again.

        Raises:
            ItemOpen: another one is open; data: `number`.
        """
        async with self._desk.db.write() as tx:
            view, _ = await self._item(tx, actor, item_id, *_RUNNING)
            if view.open_item is not None and view.open_item.id != item_id:
                raise ItemOpen(number=view.open_item.position)
            if view.open_item is None:
                await queries.change_item(
                    tx, item_id, state=ItemState.OPEN.value, present=None, needed=None, total=None
                )
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def open_vote(self, actor: Actor, item_id: int) -> MeetingView:
        """Ask for votes on the open item; who is here gets the buttons. A vote held before is forgotten."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *_RUNNING)
            if item.state is ItemState.VOTING:
                return view
            if item.state is not ItemState.OPEN:
                raise NoVoteNow()
            await answers.forget_votes(tx, item_id)
            sums = dict.fromkeys(_COLUMN.values(), 0)
            await queries.change_item(tx, item_id, state=ItemState.VOTING.value, voted=True, **sums)
            await letters.tell_vote(tx, view, item_id, item.revision, self._now)
            await self._note(tx, actor, "meetings_vote_opened", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.CONSENTED)
    async def vote(self, actor: Actor, item_id: int, choice: Choice) -> MeetingView:
        """Vote for every organisation the actor speaks for here; an open vote can be changed while it goes on.

        Raises:
            NoVoteNow: nothing is voted on, or the actor speaks for nobody who is here.
            VotedSecretly: they have voted in a secret ballot.
        """
        async with self._desk.db.write() as tx:
            meeting_id = await queries.meeting_of_item(tx, item_id)
            if meeting_id is None:
                raise NotFound()
            view = await self._desk.attend(tx, actor, meeting_id)
            item = view.item(item_id)
            mine = organisations_of(actor.me, view.seats)
            if item is None or item.state is not ItemState.VOTING or not mine:
                raise NoVoteNow()
            await self._cast(tx, actor, view, item, sorted(mine), choice)
            return await load(tx, meeting_id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def record_vote(self, actor: Actor, item_id: int, organisation_id: int, choice: Choice) -> MeetingView:
        """Write down a vote given by voice, for an organisation that is here; open votes only."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *_RUNNING)
            if item.state is not ItemState.VOTING or item.secret or organisation_id not in view.voters:
                raise NoVoteNow()
            await self._cast(tx, actor, view, item, [organisation_id], choice)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def record_unanimous(self, actor: Actor, item_id: int) -> MeetingView:
        """«Единогласно»: organisations that are here and did not vote are for it; open votes only."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *_RUNNING)
            if item.state is not ItemState.VOTING or item.secret:
                raise NoVoteNow()
            silent = sorted(set(view.voters) - set(view.votes.get(item_id, {})))
            await self._cast(tx, actor, view, item, silent, Choice.FOR)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def close_item(self, actor: Actor, item_id: int) -> MeetingView:
        """Close an item: votes are counted, the quorum of this moment is kept with it."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *_RUNNING)
            if item.state in (ItemState.OPEN, ItemState.VOTING):
                counted, result = view.count, view.tally(item)
                sums = {"votes_for": result.for_, "votes_against": result.against, "votes_abstained": result.abstained}
                await queries.change_item(
                    tx,
                    item_id,
                    state=ItemState.CLOSED.value,
                    present=counted.present,
                    needed=counted.needed,
                    total=counted.total,
                    **(sums if item.voted else {}),
                )
                await self._note(tx, actor, "meetings_item_closed", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def set_heard(self, actor: Actor, item_id: int, heard: str) -> MeetingView:
        """Write down what was heard on an item; until the minutes are signed."""
        async with self._desk.db.write() as tx:
            view, _ = await self._item(tx, actor, item_id, *_DECIDING)
            await queries.change_item(tx, item_id, heard=heard)
            await self._note(tx, actor, "meetings_minutes_edited", view)
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
            view, item = await self._item(tx, actor, item_id, *_DECIDING)
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
                await self._note(tx, actor, "meetings_decided", view)
            return await self._owed(tx, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def change_decision(self, actor: Actor, decision_id: int, new: NewDecision) -> MeetingView:
        """Put a decision in other words, or give it to others; until the minutes are signed."""
        async with self._desk.db.write() as tx:
            view = await self._decision(tx, actor, decision_id)
            await self._check_executor(tx, actor, new)
            await queries.change_decision(tx, decision_id, **_columns(new))
            await self._note(tx, actor, "meetings_minutes_edited", view)
            return await self._owed(tx, view.meeting.id)

    @use_case(Permission.SEE_MEETINGS)
    async def drop_decision(self, actor: Actor, decision_id: int) -> MeetingView:
        """Take a decision back; until the minutes are signed."""
        async with self._desk.db.write() as tx:
            view = await self._decision(tx, actor, decision_id)
            decision = next(one for one in view.decisions if one.id == decision_id)
            if view.meeting.over:
                await deciding.forget(tx, view, decision, self._desk.calendars(actor.here), self._now)
            await queries.drop_decision(tx, decision_id)
            await self._note(tx, actor, "meetings_minutes_edited", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def end(self, actor: Actor, meeting_id: int) -> MeetingView:
        """End the meeting: decisions become obligations, minutes are asked for. Ending twice changes nothing.

        Raises:
            ItemsLeft: an item is still open; data: `number`.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id)
            if view.meeting.state is MeetingState.MINUTES:
                return view
            state, now = move(view.meeting.state, MeetingState.MINUTES), self._now
            if view.open_item is not None:
                raise ItemsLeft(number=view.open_item.position)
            await queries.change(tx, meeting_id, state=state.value, ended_at=now)
            await letters.chase_minutes(tx, view, now, self._desk.calendars(actor.here))
            await self._note(tx, actor, "meetings_ended", view)
            return await self._owed(tx, meeting_id)

    @property
    def _now(self) -> datetime:
        return self._desk.clock.now()

    async def _owed(self, tx: AsyncConnection, meeting_id: int) -> MeetingView:
        """The meeting now; after its end its decisions are obligations."""
        view = await load(tx, meeting_id, self._desk.clock)
        if view.meeting.state is MeetingState.MINUTES:
            await deciding.owe(tx, view, self._desk.calendars(view.meeting.cluster_id), self._now)
        return view

    async def _item(
        self, tx: AsyncConnection, actor: Actor, item_id: int, *states: MeetingState
    ) -> tuple[MeetingView, Item]:
        meeting_id = await queries.meeting_of_item(tx, item_id)
        if meeting_id is None:
            raise NotFound()
        view = await self._desk.run(tx, actor, meeting_id)
        _require(view, states)
        item = view.item(item_id)
        assert item is not None
        return view, item

    async def _decision(self, tx: AsyncConnection, actor: Actor, decision_id: int) -> MeetingView:
        meeting_id = await queries.meeting_of_decision(tx, decision_id)
        if meeting_id is None:
            raise NotFound()
        view = await self._desk.run(tx, actor, meeting_id)
        _require(view, _DECIDING)
        return view

    async def _cast(  # noqa: PLR0917 - a vote is exactly this
        self, tx: AsyncConnection, actor: Actor, view: MeetingView, item: Item, organisations: list[int], choice: Choice
    ) -> None:
        given = view.votes.get(item.id, {})
        if item.secret and any(one in given for one in organisations):
            raise VotedSecretly()
        changed = [one for one in organisations if one not in given or given[one] is not choice]
        if not changed:
            return
        stored = None if item.secret else choice.value
        row = {"item_id": item.id, "cluster_id": view.meeting.cluster_id, "person_id": actor.me, "at": self._now}
        await answers.cast(tx, [{**row, "organisation_id": one, "choice": stored} for one in changed])
        if item.secret:
            await queries.change_item(tx, item.id, **{_COLUMN[choice]: item.votes[choice] + len(changed)})
        await self._note(tx, actor, "meetings_voted", view)

    async def _check_executor(self, tx: AsyncConnection, actor: Actor, new: NewDecision) -> None:
        if new.organisation_id is not None and await belonging.member(tx, actor.here, new.organisation_id) is None:
            raise NotFound()
        if new.person_id is not None:
            known = {one for one, _ in await meetings_councils.people_of(tx, actor.here)}
            if new.person_id not in known:
                raise PersonUnfit()

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, view: MeetingView) -> None:
        meeting = view.meeting
        await audit.add(tx, actor.me, meeting.cluster_id, action, f"meetings:{meeting.id}", self._now)


def _require(view: MeetingView, states: tuple[MeetingState, ...]) -> None:
    if view.meeting.state in states:
        return
    if view.meeting.state is MeetingState.SIGNED:
        raise MinutesSigned()
    raise WrongState(state=view.meeting.state.value)


def _columns(new: NewDecision) -> dict[str, str | int | date | None]:
    return {
        "text": new.text,
        "organisation_id": new.organisation_id,
        "person_id": new.person_id,
        "due_on": new.due_on,
    }
