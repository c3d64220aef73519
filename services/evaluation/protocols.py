"""The session's protocol: signed once, and from then on only amended, with a reason."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound, Stale
from cluster.evaluation.model import Session
from cluster.evaluation.outcome import Status
from cluster.evaluation.protocol import Change, ProtocolContent, changes
from cluster.evaluation.refusals import (
    NothingToAmend,
    NotTheChair,
    ProtocolNotReady,
    VerdictsHidden,
    WordsNeeded,
    WrongState,
)
from cluster.evaluation.states import SessionState
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.loading import hidden_in_documents
from services.evaluation.results import session_results
from services.evaluation.sheets import Sheets
from services.evaluation.signed_content import content_of, fingerprint, kept, read
from storage import audit
from storage import evaluation as queries
from storage import evaluation_protocols as records
from storage import evaluation_reports as reports
from storage.database import Database
from storage.evaluation_protocols import Protocol

_WAITING = (Status.REVISING, Status.FOR_CHAIR, Status.READY, Status.CHANGED)


@dataclass(frozen=True, slots=True)
class ProtocolCard:
    """The protocols of a session, the original first, and what keeps it from being signed.

    Args:
        undecided: programmes with sheets enough and no outcome; they have to be decided first.
        changed: codes or titles of programmes of which something signed is no longer so.
        signs: whether the person who looks is the one who signs.
        hidden: how many programmes are kept from the person who looks; the content is not theirs to sign then.
        stamp: of what would be signed now.
    """

    session: Session
    protocols: Sequence[Protocol]
    undecided: int
    changed: Sequence[str]
    signs: bool
    chair: str
    hidden: int
    stamp: str

    @property
    def ready(self) -> bool:
        """Whether the person who looks can sign now."""
        closed = self.session.state is SessionState.CLOSED
        return self.signs and closed and not self.undecided and not self.hidden

    @property
    def to_sign(self) -> bool:
        """Whether the protocol itself can be signed now."""
        return self.ready and not self.protocols

    @property
    def to_amend(self) -> bool:
        """Whether an amendment can be signed now."""
        return self.ready and bool(self.changed)


@dataclass(frozen=True, slots=True)
class ProtocolPaper:
    """A signed protocol or amendment as its reader may have it.

    Args:
        content: what was signed, without programmes that are hidden from the reader.
        changes: what an amendment changes; empty for the protocol itself.
        names: assignment id → the expert's name as it is now; a code after a withdrawal.
        signer: name of whoever signed, likewise.
        original: the protocol that is amended.
        hidden: how many programmes were left out.
        zone: IANA name of the cluster's time zone.
    """

    protocol: Protocol
    content: ProtocolContent
    changes: Sequence[Change]
    names: Mapping[int, str]
    signer: str
    original: Protocol
    hidden: int
    zone: str

    @property
    def made_at(self) -> datetime:
        """The documents of what was signed are the same whenever they are made."""
        return self.protocol.signed_at


class ProtocolService(Service):
    """Use cases around the signed protocol; the documents are made from what was signed."""

    def __init__(self, db: Database, clock: Clock, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._sheets = sheets

    @use_case(Permission.MANAGE_EVALUATION)
    async def look(self, actor: Actor, session_id: int) -> ProtocolCard:
        """Whether the protocol is signed, and whether it still says what is so."""
        async with self._db.read() as connection:
            card, _ = await self._card(connection, actor, session_id)
            return card

    @use_case(Permission.MANAGE_EVALUATION)
    async def paper(self, actor: Actor, session_id: int, number: int) -> ProtocolPaper:
        """What was signed as number `number`; 0 is the protocol, others are amendments.

        Raises:
            NotFound: nothing was signed by this number.
            VerdictsHidden: every programme in it is kept from this person; data: `count`.
        """
        async with self._db.read() as connection:
            session = await queries.session(connection, actor.here, session_id)
            signed = {one.number: one for one in await records.of_session(connection, session_id)} if session else {}
            if number not in signed:
                raise NotFound()
            shown = read(signed[number].content)
            before = read(signed[number - 1].content) if number else shown
            hidden = await hidden_in_documents(connection, actor, session_id)
            left_out = sum(one.id in hidden for one in shown.programmes)
            if left_out and left_out == len(shown.programmes):
                raise VerdictsHidden(count=left_out)
            return ProtocolPaper(
                protocol=signed[number],
                content=shown.without(hidden),
                changes=[one for one in changes(before, shown) if not _about(one, hidden)],
                names=await reports.names_of_signers(connection, session_id),
                signer=await queries.name_of(connection, signed[number].signed_by),
                original=signed[0],
                hidden=left_out,
                zone=await queries.zone(connection, actor.here),
            )

    @use_case(Permission.MANAGE_EVALUATION)
    async def sign(self, actor: Actor, session_id: int, stamp: str) -> ProtocolCard:
        """Sign the protocol of a closed session; twice is once.

        Args:
            stamp: of the card it was read on; when something changed since, nothing is signed.

        Raises:
            NotTheChair: data: `name`.
            WrongState: the session is not closed.
            ProtocolNotReady: programmes wait for their outcome; data: `count`.
            Stale: it would say something else now.
        """
        async with self._db.write() as tx:
            card, content = await self._card(tx, actor, session_id)
            if card.protocols:
                return card
            _require(card)
            if stamp != card.stamp:
                raise Stale()
            return await self._keep(tx, actor, card, content, None)

    @use_case(Permission.MANAGE_EVALUATION)
    async def amend(self, actor: Actor, session_id: int, reason: str | None, stamp: str) -> ProtocolCard:
        """Sign an amendment: what was signed before stays as it is.

        Args:
            stamp: see `sign`.

        Raises:
            NotTheChair, WrongState, ProtocolNotReady, Stale: see `sign`.
            WordsNeeded: an amendment says why.
            NothingToAmend: there is no protocol yet, or it still says what is so.
        """
        async with self._db.write() as tx:
            card, content = await self._card(tx, actor, session_id)
            _require(card)
            if not reason:
                raise WordsNeeded()
            if not card.protocols or not card.changed:
                raise NothingToAmend()
            if stamp != card.stamp:
                raise Stale()
            return await self._keep(tx, actor, card, content, reason)

    async def _keep(
        self, tx: AsyncConnection, actor: Actor, card: ProtocolCard, content: ProtocolContent, reason: str | None
    ) -> ProtocolCard:
        number, session_id, now = len(card.protocols), card.session.id, self._clock.now()
        await records.add(
            tx,
            cluster_id=actor.here,
            session_id=session_id,
            number=number,
            reason=reason,
            content=kept(content),
            code=f"ПЭС-{session_id:04d}-{number}-{fingerprint(content)[:6]}",
            signed_by=actor.me,
            signed_at=now,
        )
        subject = f"evaluation_sessions:{session_id}"
        if number:
            await audit.add(tx, actor.me, actor.here, "evaluation_protocol_amended", subject, now)
        else:
            await audit.add(tx, actor.me, actor.here, "evaluation_protocol_signed", subject, now)
        return (await self._card(tx, actor, session_id))[0]

    async def _card(
        self, connection: AsyncConnection, actor: Actor, session_id: int
    ) -> tuple[ProtocolCard, ProtocolContent]:
        session = await queries.session(connection, actor.here, session_id)
        if session is None:
            raise NotFound()
        results = await session_results(connection, self._sheets, session)
        content = content_of(
            await reports.cluster_name(connection, actor.here),
            session,
            await self._sheets.get(connection, session.sheet_id),
            results,
            {one.assignment_id: one for one in await reports.signed_experts(connection, session_id)},
        )
        protocols = await records.of_session(connection, session_id)
        hidden = await hidden_in_documents(connection, actor, session_id)
        found = changes(read(protocols[-1].content), content) if protocols else ()
        chair, known = session.chair, dict(await queries.all_coordinators(connection, actor.here))
        card = ProtocolCard(
            session,
            protocols,
            undecided=sum(one.status in _WAITING for one in results if one.programme.id not in hidden),
            changed=[_label(one) for one in found if not _about(one, hidden)],
            signs=actor.me == chair or chair not in known,
            chair=await queries.name_of(connection, chair),
            hidden=len(hidden),
            stamp=fingerprint(content),
        )
        return card, content


def _require(card: ProtocolCard) -> None:
    if not card.signs:
        raise NotTheChair(name=card.chair)
    if card.session.state is not SessionState.CLOSED:
        raise WrongState(thing="session", state=card.session.state.value)
    if card.undecided or card.hidden:
        raise ProtocolNotReady(count=card.undecided + card.hidden)


def _about(change: Change, hidden: Collection[int]) -> bool:
    shown = change.after or change.before
    return shown is not None and shown.id in hidden


def _label(change: Change) -> str:
    shown = change.after or change.before
    assert shown is not None
    return shown.code or shown.title or shown.college
