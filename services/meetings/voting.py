"""Votes at a meeting: by who speaks for an organisation, or written down for who raised a hand."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.meetings.model import Item, MeetingView
from cluster.meetings.quorum import organisations_of
from cluster.meetings.refusals import NoVoteNow, VotedSecretly
from cluster.meetings.states import Choice, ItemState
from services.base import use_case
from services.meetings import letters
from services.meetings.desk import load
from services.meetings.floor import RUNNING, Floor
from storage import meetings as queries
from storage import meetings_answers as answers

SUMS: Mapping[Choice, str] = {
    Choice.FOR: "votes_for",
    Choice.AGAINST: "votes_against",
    Choice.ABSTAINED: "votes_abstained",
}


class VotingService(Floor):
    """Use cases around one ballot; an organisation has one vote."""

    @use_case(Permission.SEE_MEETINGS)
    async def open_vote(self, actor: Actor, item_id: int) -> MeetingView:
        """Ask for votes on the open item; who is here gets the buttons. A vote held before is forgotten."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *RUNNING)
            if item.state is ItemState.VOTING:
                return view
            if item.state is not ItemState.OPEN:
                raise NoVoteNow()
            await answers.forget_votes(tx, item_id)
            sums = dict.fromkeys(SUMS.values(), 0)
            await queries.change_item(tx, item_id, state=ItemState.VOTING.value, voted=True, **sums)
            await letters.tell_vote(tx, view, item_id, item.revision, self._now)
            await self._record(tx, actor, "meetings_vote_opened", view)
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
            view, item = await self._item(tx, actor, item_id, *RUNNING)
            if item.state is not ItemState.VOTING or item.secret or organisation_id not in view.voters:
                raise NoVoteNow()
            await self._cast(tx, actor, view, item, [organisation_id], choice)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def record_unanimous(self, actor: Actor, item_id: int) -> MeetingView:
        """«Единогласно»: organisations that are here and did not vote are for it; open votes only."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *RUNNING)
            if item.state is not ItemState.VOTING or item.secret:
                raise NoVoteNow()
            silent = sorted(set(view.voters) - set(view.votes.get(item_id, {})))
            await self._cast(tx, actor, view, item, silent, Choice.FOR)
            return await load(tx, view.meeting.id, self._desk.clock)

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
            await queries.change_item(tx, item.id, **{SUMS[choice]: item.votes[choice] + len(changed)})
        await self._record(tx, actor, "meetings_voted", view)
