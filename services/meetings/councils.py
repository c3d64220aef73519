"""Councils as those who run them set them up: members, chair, secretary, quorum, where meetings are announced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.directory import CouncilMeeting, CouncilMeetingState, one_line
from cluster.errors import NotFound
from cluster.meetings.model import LiveCouncil, Meeting, Member
from cluster.meetings.quorum import QuorumRule
from cluster.meetings.refusals import MemberAlready, PersonUnfit, TooMany
from cluster.meetings.states import LIVE
from services.base import Service, use_case
from services.meetings import letters
from services.meetings.desk import Desk, load, runs
from storage import audit, belonging
from storage import meetings as queries
from storage import meetings_answers as answers
from storage import meetings_councils as councils
from storage.belonging import OrganisationChoice

NAME_LIMIT = 200
MEMBERS_LIMIT = 300


class Head(StrEnum):
    """Who leads a council."""

    CHAIR = "chair"
    SECRETARY = "secretary"


class Chat(StrEnum):
    """Where a council's meetings are announced."""

    GROUP = "to_group"
    CHANNEL = "to_channel"


@dataclass(frozen=True, slots=True)
class NewMember:
    """A delegate; `until` is the last day of the term."""

    organisation_id: int
    person_id: int
    until: date | None


@dataclass(frozen=True, slots=True)
class CouncilCard:
    """A council with its members, its meetings and the lines of the documents' calendar."""

    council: LiveCouncil
    members: Sequence[Member]
    meetings: Sequence[Meeting]
    calendar: Sequence[CouncilMeeting]
    today: date

    @property
    def organisations(self) -> int:
        """How many organisations have a member now."""
        return len({member.organisation_id for member in self.members if member.holds(self.today)})

    @property
    def drafts(self) -> Sequence[CouncilMeeting]:
        """Lines that were planned by the documents and not made a meeting yet."""
        return [line for line in self.calendar if line.state is CouncilMeetingState.DRAFT]


class CouncilService(Service):
    """Use cases of those who run councils; a chair and a secretary run their own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.SEE_MEETINGS)
    async def mine(self, actor: Actor) -> list[LiveCouncil]:
        """Councils the actor runs."""
        async with self._desk.db.read() as connection:
            return [one for one in await councils.councils_of(connection, actor.here) if runs(actor, one)]

    @use_case(Permission.SEE_MEETINGS)
    async def card(self, actor: Actor, council_id: int) -> CouncilCard:
        """One council."""
        async with self._desk.db.read() as connection:
            return await self._card(connection, actor, council_id)

    @use_case(Permission.MANAGE_MEETINGS)
    async def add_working_group(self, actor: Actor, name: str, draft_key: str) -> CouncilCard:
        """Form a working group (plan row 1.1 of 2023/24); the same draft twice is one."""
        async with self._desk.db.write() as tx:
            council_id = await councils.insert_working_group(tx, actor.here, one_line(name, NAME_LIMIT), draft_key)
            await self._note(tx, actor, "meetings_council_made", council_id)
            return await self._card(tx, actor, council_id)

    @use_case(Permission.SEE_MEETINGS)
    async def organisations(self, actor: Actor, council_id: int) -> list[OrganisationChoice]:
        """Organisations of the cluster to choose a member's from."""
        async with self._desk.db.read() as connection:
            await self._desk.council(connection, actor, council_id)
            return await belonging.members(connection, actor.here)

    @use_case(Permission.SEE_MEETINGS)
    async def people(self, actor: Actor, council_id: int, organisation_id: int | None = None) -> list[tuple[int, str]]:
        """People who can represent an organisation, or (without one) lead the council."""
        async with self._desk.db.read() as connection:
            await self._desk.council(connection, actor, council_id)
            return await councils.people_of(connection, actor.here, organisation_id)

    @use_case(Permission.SEE_MEETINGS)
    async def add_member(self, actor: Actor, council_id: int, new: NewMember, draft_key: str) -> CouncilCard:
        """Take a delegate in; meetings that are announced already invite them.

        Raises:
            MemberAlready: they represent this organisation already.
            PersonUnfit: they have no role here for it.
            TooMany: the council has as many members as it can; data: `limit`.
        """
        async with self._desk.db.write() as tx:
            card = await self._card(tx, actor, council_id)
            if await councils.member_of_draft(tx, draft_key):
                return card
            await self._check(tx, actor, card, new)
            today = self._desk.today(actor)
            await councils.insert_member(
                tx,
                cluster_id=actor.here,
                council_id=council_id,
                organisation_id=new.organisation_id,
                person_id=new.person_id,
                since=today,
                until=new.until,
                draft_key=draft_key,
            )
            await self._note(tx, actor, "meetings_member_added", council_id, {"person": new.person_id})
            await self._invite(tx, card, new)
            return await self._card(tx, actor, council_id)

    @use_case(Permission.SEE_MEETINGS)
    async def end_member(self, actor: Actor, council_id: int, member_id: int) -> CouncilCard:
        """A delegate leaves: today is no longer in the term. Their organisation counts no more unless it has others."""
        async with self._desk.db.write() as tx:
            card = await self._card(tx, actor, council_id)
            member = next((one for one in card.members if one.id == member_id), None)
            if member is not None:
                await councils.end_member(tx, member_id, self._desk.today(actor) - timedelta(days=1))
                await self._note(tx, actor, "meetings_member_left", council_id, {"person": member.person_id})
            return await self._card(tx, actor, council_id)

    @use_case(Permission.SEE_MEETINGS)
    async def set_quorum(self, actor: Actor, council_id: int, rule: QuorumRule) -> CouncilCard:
        """Set by which rule the council's next meetings decide; announced ones keep theirs."""
        return await self._set(actor, council_id, {"quorum": rule.value})

    @use_case(Permission.SEE_MEETINGS)
    async def set_head(self, actor: Actor, council_id: int, head: Head, person_id: int | None) -> CouncilCard:
        """Set the chair or the secretary; None: nobody.

        Raises:
            PersonUnfit: no role in this cluster.
        """
        async with self._desk.db.read() as connection:
            await self._desk.council(connection, actor, council_id)
            known = {one for one, _ in await councils.people_of(connection, actor.here)}
        if person_id is not None and person_id not in known:
            raise PersonUnfit()
        return await self._set(actor, council_id, {f"{head.value}_id": person_id})

    @use_case(Permission.SEE_MEETINGS)
    async def set_chat(self, actor: Actor, council_id: int, chat: Chat, *, on: bool) -> CouncilCard:
        """Announce the council's meetings in the cluster's group or channel, or not."""
        return await self._set(actor, council_id, {chat.value: on})

    async def _set(self, actor: Actor, council_id: int, values: Mapping[str, str | int | bool | None]) -> CouncilCard:
        async with self._desk.db.write() as tx:
            council = await self._desk.council(tx, actor, council_id)
            if any(getattr(council, name) != value for name, value in values.items()):
                await councils.set_rules(tx, actor.here, council_id, **values)
                await self._note(tx, actor, "meetings_council_changed", council_id, {"what": next(iter(values))})
            return await self._card(tx, actor, council_id)

    async def _card(self, connection: AsyncConnection, actor: Actor, council_id: int) -> CouncilCard:
        council, today = await self._desk.council(connection, actor, council_id), self._desk.today(actor)
        return CouncilCard(
            council,
            await councils.members(connection, council_id, today),
            await queries.of_council(connection, council_id),
            await councils.calendar_lines(connection, council_id),
            today,
        )

    async def _check(self, tx: AsyncConnection, actor: Actor, card: CouncilCard, new: NewMember) -> None:
        if await belonging.member(tx, actor.here, new.organisation_id) is None:
            raise NotFound()
        if len(card.members) >= MEMBERS_LIMIT:
            raise TooMany(limit=MEMBERS_LIMIT)
        if any((one.organisation_id, one.person_id) == (new.organisation_id, new.person_id) for one in card.members):
            raise MemberAlready()
        fit = {one for one, _ in await councils.people_of(tx, actor.here, new.organisation_id)}
        if new.person_id not in fit:
            raise PersonUnfit()

    async def _invite(self, tx: AsyncConnection, card: CouncilCard, new: NewMember) -> None:
        """Announced meetings of the future invite a new member too."""
        now = self._desk.clock.now()
        for meeting in card.meetings:
            if meeting.state not in LIVE or meeting.starts_at is None or meeting.starts_at <= now:
                continue
            row = {
                "cluster_id": meeting.cluster_id,
                "meeting_id": meeting.id,
                "organisation_id": new.organisation_id,
                "person_id": new.person_id,
            }
            await answers.invite(tx, [row])
            view = await load(tx, meeting.id, self._desk.clock)
            place = (new.organisation_id, new.person_id)
            await letters.invite(
                tx, view, [one for one in view.invitees if (one.organisation_id, one.person_id) == place], now
            )

    async def _note(
        self,
        tx: AsyncConnection,
        actor: Actor,
        action: str,
        council_id: int,
        details: Mapping[str, audit.Detail] | None = None,
    ) -> None:
        subject = f"councils:{council_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._desk.clock.now(), details)
