"""What who is invited does: answer, send a substitute, say «я на месте», choose own reminders."""

import secrets
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.invitations import token_hash
from cluster.meetings import timing
from cluster.meetings.model import Invitee, MeetingView
from cluster.meetings.quorum import Forecast
from cluster.meetings.refusals import AnswersClosed, LinkUsed, SubstituteUnfit, WrongState
from cluster.meetings.states import Answer, MeetingState, SubstituteState
from cluster.meetings.timing import Before
from services.base import Service, use_case
from services.meetings import letters
from services.meetings.desk import Desk, load
from services.meetings.notices import SubstituteAnswered, SubstituteAsked, SubstituteReleased
from storage import audit, outbox
from storage import meetings_answers as answers

TOKEN_BYTES = 18
LINK_PREFIX = "sub_"


@dataclass(frozen=True, slots=True)
class Own:
    """A person's own place at a meeting."""

    view: MeetingView
    invitee: Invitee

    def having(self, changed: Invitee) -> "Own":
        """The same place after a change, without asking the database again."""
        listed = [changed if one.id == changed.id else one for one in self.view.invitees]
        return Own(replace(self.view, invitees=listed), changed)


@dataclass(frozen=True, slots=True)
class Link:
    """A link for a substitute, shown once; the token itself is not kept."""

    own: Own
    payload: str


class AnsweringService(Service):
    """Use cases of delegates and substitutes. Consent is enough: a substitute may have no role here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.CONSENTED)
    async def answer(self, actor: Actor, invitee_id: int, given: Answer) -> Own:
        """Say yes or no; until the start it can be changed. The same answer twice is one.

        Raises:
            AnswersClosed: the meeting has begun or was cancelled.
            NotFound: somebody else's invitation.
        """
        if given not in (Answer.YES, Answer.NO):
            raise NotFound()
        async with self._desk.db.write() as tx:
            before = await self._open(tx, actor, invitee_id)
            if before.invitee.answer is given:
                return before
            await self._release(tx, before)
            now = self._desk.clock.now()
            nobody: dict[str, Any] = {"substitute_id": None, "substitute_state": None}
            await answers.change_invitee(
                tx, [invitee_id], answer=given.value, answered_at=now, substitute_token=None, **nobody
            )
            await self._note(tx, actor, before, "meetings_answered", given.value)
            after = replace(before.invitee, answer=given, answered_at=now, substitute="", **nobody)
            return await self._alerted(tx, before, before.having(after))

    @use_case(Permission.CONSENTED)
    async def look(self, actor: Actor, invitee_id: int) -> Own:
        """The actor's own invitation.

        Raises:
            NotFound: it is somebody else's.
        """
        async with self._desk.db.read() as connection:
            return Own(*await self._desk.place(connection, actor, invitee_id))

    @use_case(Permission.CONSENTED)
    async def colleagues(self, actor: Actor, invitee_id: int) -> list[tuple[int, str]]:
        """People of the delegate's organisation who can come instead."""
        async with self._desk.db.read() as connection:
            view, invitee = await self._desk.place(connection, actor, invitee_id)
            busy = {one.person_id for one in view.invitees}
            return await answers.colleagues(connection, view.meeting.cluster_id, invitee.organisation_id, busy)

    @use_case(Permission.CONSENTED)
    async def send_substitute(self, actor: Actor, invitee_id: int, person_id: int) -> Own:
        """Name a colleague; they are asked and must agree.

        Raises:
            SubstituteUnfit: not a colleague, or invited already.
            AnswersClosed, NotFound: see `answer`.
        """
        async with self._desk.db.write() as tx:
            before = await self._open(tx, actor, invitee_id)
            if (before.invitee.substitute_id, before.invitee.answer) == (person_id, Answer.SUBSTITUTE):
                return before
            busy = {one.person_id for one in before.view.invitees} | _substitutes(before)
            fit = await answers.colleagues(tx, before.view.meeting.cluster_id, before.invitee.organisation_id, busy)
            if person_id not in {one for one, _ in fit}:
                raise SubstituteUnfit()
            await self._release(tx, before)
            await self._set(tx, invitee_id, person_id, SubstituteState.ASKED)
            now, meeting = self._desk.clock.now(), before.view.meeting
            notice = SubstituteAsked(invitee_id=invitee_id, person_id=person_id)
            occasion = f"substitute:{invitee_id}:{person_id}:{int(now.timestamp())}"
            await outbox.add_many(tx, [letters.to_person(meeting, person_id, notice, now, occasion)])
            await self._note(tx, actor, before, "meetings_substitute_named")
            return await self._after(tx, before)

    @use_case(Permission.CONSENTED)
    async def link(self, actor: Actor, invitee_id: int) -> Link:
        """A link for somebody who is to come instead; a new one takes the place of the last."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        async with self._desk.db.write() as tx:
            before = await self._open(tx, actor, invitee_id)
            again = before.invitee.substitute_state is SubstituteState.LINKED
            await self._release(tx, before)
            await self._set(tx, invitee_id, None, SubstituteState.LINKED, token_hash(token))
            if not again:
                await self._note(tx, actor, before, "meetings_substitute_named")
            return Link(await self._after(tx, before), LINK_PREFIX + token)

    @use_case(Permission.CONSENTED)
    async def come_by(self, actor: Actor, token: str) -> Own:
        """Somebody opened a substitute's link: they are the one asked now.

        Raises:
            LinkUsed: it is no longer good.
            SubstituteUnfit: they are invited to this meeting themselves.
        """
        async with self._desk.db.write() as tx:
            invitee = await answers.invitee_of_token(tx, token_hash(token))
            if invitee is None or (invitee.substitute_id not in (None, actor.me)):
                raise LinkUsed()
            view = await load(tx, invitee.meeting_id, self._desk.clock)
            if not view.meeting.live:
                raise AnswersClosed()
            if actor.me in {one.person_id for one in view.invitees}:
                raise SubstituteUnfit()
            if invitee.substitute_id is None:
                await answers.change_invitee(
                    tx, [invitee.id], substitute_id=actor.me, substitute_state=SubstituteState.ASKED.value
                )
            return await self._own(tx, view.meeting.id, invitee.id)

    @use_case(Permission.CONSENTED)
    async def agree(self, actor: Actor, invitee_id: int, *, agreed: bool) -> Own:
        """The substitute agrees to come, or does not; the delegate hears it.

        Raises:
            NotFound: the actor is not this place's substitute.
            AnswersClosed: the meeting has begun or was cancelled.
        """
        state = SubstituteState.ACCEPTED if agreed else SubstituteState.DECLINED
        async with self._desk.db.write() as tx:
            found = await answers.invitee(tx, invitee_id)
            if found is None or found.substitute_id != actor.me:
                raise NotFound()
            before = await self._own(tx, found.meeting_id, invitee_id)
            if not before.view.meeting.live:
                raise AnswersClosed()
            if before.invitee.substitute_state is state:
                return before
            now, meeting = self._desk.clock.now(), before.view.meeting
            await answers.change_invitee(tx, [invitee_id], substitute_state=state.value)
            notice = SubstituteAnswered(invitee_id=invitee_id, agreed=agreed)
            occasion = f"agreed:{invitee_id}:{actor.me}:{int(now.timestamp())}"
            await outbox.add_many(tx, [letters.to_person(meeting, found.person_id, notice, now, occasion)])
            if agreed:
                await letters.remind_substitute(tx, meeting, found, actor.me, now)
            await self._note(tx, actor, before, "meetings_substitute_answered", state.value)
            return await self._after(tx, before)

    @use_case(Permission.CONSENTED)
    async def here(self, actor: Actor, meeting_id: int) -> MeetingView:
        """«Я на месте», by the delegate or the substitute who agreed.

        Raises:
            WrongState: the meeting has not begun or is over; data: `state`.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.attend(tx, actor, meeting_id)
            if view.meeting.state is not MeetingState.IN_PROGRESS:
                raise WrongState(state=view.meeting.state.value)
            now = self._desk.clock.now()
            own = [one.id for one in view.invitees if one.person_id == actor.me and not one.here]
            instead = [
                one.id
                for one in view.invitees
                if one.substitute_id == actor.me and one.seat.substitute_agreed and not one.substitute_here
            ]
            if own:
                await answers.change_invitee(tx, own, here_at=now)
            if instead:
                await answers.change_invitee(tx, instead, substitute_here_at=now)
            if own or instead:
                subject = f"meetings:{meeting_id}"
                await audit.add(tx, actor.me, view.meeting.cluster_id, "meetings_came", subject, now)
            return await load(tx, meeting_id, self._desk.clock)

    @use_case(Permission.CONSENTED)
    async def reminders_off(self, actor: Actor) -> set[str]:
        """Which reminders the person does not want."""
        async with self._desk.db.read() as connection:
            return await answers.reminders_off(connection, actor.me)

    @use_case(Permission.CONSENTED)
    async def set_reminder(self, actor: Actor, before: Before, *, wanted: bool) -> set[str]:
        """Want a reminder, or not; gives those that are off."""
        async with self._desk.db.write() as tx:
            await answers.set_reminder(tx, actor.me, before.value, wanted=wanted)
            return await answers.reminders_off(tx, actor.me)

    async def _open(self, tx: AsyncConnection, actor: Actor, invitee_id: int) -> Own:
        """The actor's own place, while answers can change."""
        view, invitee = await self._desk.place(tx, actor, invitee_id)
        if not view.meeting.live:
            raise AnswersClosed()
        return Own(view, invitee)

    async def _own(self, tx: AsyncConnection, meeting_id: int, invitee_id: int) -> Own:
        view = await load(tx, meeting_id, self._desk.clock)
        return Own(view, next(one for one in view.invitees if one.id == invitee_id))

    async def _set(
        self,
        tx: AsyncConnection,
        invitee_id: int,
        person_id: int | None,
        state: SubstituteState,
        token: str | None = None,
    ) -> None:
        await answers.change_invitee(
            tx,
            [invitee_id],
            answer=Answer.SUBSTITUTE.value,
            answered_at=self._desk.clock.now(),
            substitute_id=person_id,
            substitute_state=state.value,
            substitute_token=token,
        )

    async def _release(self, tx: AsyncConnection, before: Own) -> None:
        """Whoever was to come instead hears that they need not."""
        known, meeting = before.invitee, before.view.meeting
        waiting = known.substitute_state in (SubstituteState.ASKED, SubstituteState.ACCEPTED)
        if known.substitute_id is None or not waiting:
            return
        now = self._desk.clock.now()
        occasion = f"released:{known.id}:{known.substitute_id}:{int(now.timestamp())}"
        notice = SubstituteReleased(meeting_id=meeting.id)
        await outbox.add_many(tx, [letters.to_person(meeting, known.substitute_id, notice, now, occasion)])

    async def _after(self, tx: AsyncConnection, before: Own) -> Own:
        """The place after a change."""
        return await self._alerted(tx, before, await self._own(tx, before.view.meeting.id, before.invitee.id))

    async def _alerted(self, tx: AsyncConnection, before: Own, after: Own) -> Own:
        """The secretary hears when somebody who was counted on is not any more."""
        meeting, now = after.view.meeting, self._desk.clock.now()
        if before.invitee.seat.comes and not after.invitee.seat.comes and meeting.starts_at is not None:
            lost = before.view.count.forecast is Forecast.LIKELY and after.view.count.forecast is not Forecast.LIKELY
            if lost or timing.is_late(now, meeting.starts_at):
                await letters.alert(tx, after.view, after.invitee.id, now)
        return after

    async def _note(self, tx: AsyncConnection, actor: Actor, own: Own, action: str, answer: str | None = None) -> None:
        meeting, now = own.view.meeting, self._desk.clock.now()
        details: dict[str, audit.Detail] = {"answer": answer} if answer else {}
        await audit.add(tx, actor.me, meeting.cluster_id, action, f"meetings:{meeting.id}", now, details)


def _substitutes(own: Own) -> set[int]:
    return {one.substitute_id for one in own.view.invitees if one.substitute_id is not None}
