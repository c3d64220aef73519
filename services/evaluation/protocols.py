"""The session's protocol: signed once, and from then on only amended, with a reason."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.evaluation.model import Session
from cluster.evaluation.outcome import Status
from cluster.evaluation.refusals import NothingToAmend, NotTheChair, ProtocolNotReady, WordsNeeded, WrongState
from cluster.evaluation.states import SessionState
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.results import ProgrammeResult, session_results
from services.evaluation.sheets import Sheets
from storage import audit, evaluation_sight
from storage import evaluation as queries
from storage import evaluation_protocols as records
from storage.database import Database
from storage.evaluation_protocols import Protocol


@dataclass(frozen=True, slots=True)
class ProtocolCard:
    """The protocols of a session, the original first, and what keeps it from being signed.

    Args:
        undecided: programmes with sheets enough and no outcome; they have to be decided first.
        changed: whether something changed since the last signature.
        signs: whether the person who looks is the one who signs.
        hidden: how many programmes are kept from the person who looks; the content is not theirs to read then.
    """

    session: Session
    protocols: Sequence[Protocol]
    undecided: int
    changed: bool
    signs: bool
    chair: str
    hidden: int


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
    async def sign(self, actor: Actor, session_id: int) -> ProtocolCard:
        """Sign the protocol of a closed session; twice is once.

        Raises:
            NotTheChair: data: `name`.
            WrongState: the session is not closed.
            ProtocolNotReady: programmes wait for their outcome; data: `count`.
        """
        async with self._db.write() as tx:
            card, content = await self._card(tx, actor, session_id)
            if card.protocols:
                return card
            _require(card)
            await self._keep(tx, actor, card, content, None)
            return (await self._card(tx, actor, session_id))[0]

    @use_case(Permission.MANAGE_EVALUATION)
    async def amend(self, actor: Actor, session_id: int, reason: str | None) -> ProtocolCard:
        """Sign an amendment: what was signed before stays as it is.

        Raises:
            NotTheChair, WrongState, ProtocolNotReady: see `sign`.
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
            await self._keep(tx, actor, card, content, reason)
            return (await self._card(tx, actor, session_id))[0]

    async def _keep(
        self, tx: AsyncConnection, actor: Actor, card: ProtocolCard, content: Mapping[str, Any], reason: str | None
    ) -> None:
        number, session_id = len(card.protocols), card.session.id
        await records.add(
            tx,
            cluster_id=actor.here,
            session_id=session_id,
            number=number,
            reason=reason,
            content=content,
            code=_code(session_id, number, content),
            signed_by=actor.me,
            signed_at=self._clock.now(),
        )
        subject, now = f"evaluation_sessions:{session_id}", self._clock.now()
        if number:
            await audit.add(tx, actor.me, actor.here, "evaluation_protocol_amended", subject, now)
        else:
            await audit.add(tx, actor.me, actor.here, "evaluation_protocol_signed", subject, now)

    async def _card(
        self, connection: AsyncConnection, actor: Actor, session_id: int
    ) -> tuple[ProtocolCard, dict[str, Any]]:
        session = await queries.session(connection, actor.here, session_id)
        if session is None:
            raise NotFound()
        results = await session_results(connection, self._sheets, session)
        protocols = await records.of_session(connection, session_id)
        content = content_of(results)
        hidden = await evaluation_sight.hidden(connection, actor.here, actor.me, session_id=session_id)
        waiting = (Status.REVISING, Status.FOR_CHAIR, Status.READY, Status.CHANGED)
        chair = session.chair
        known = dict(await queries.all_coordinators(connection, actor.here))
        card = ProtocolCard(
            session,
            protocols,
            undecided=sum(one.status in waiting for one in results if one.programme.id not in hidden),
            changed=bool(protocols) and protocols[-1].content != content,
            signs=actor.me == chair or chair not in known,
            chair=await queries.name_of(connection, chair),
            hidden=len(hidden),
        )
        return card, content


def _require(card: ProtocolCard) -> None:
    if not card.signs:
        raise NotTheChair(name=card.chair)
    if card.session.state is not SessionState.CLOSED:
        raise WrongState(thing="session", state=card.session.state.value)
    if card.undecided or card.hidden:
        raise ProtocolNotReady(count=card.undecided + card.hidden)


def content_of(results: Sequence[ProgrammeResult]) -> dict[str, Any]:
    """What is signed: outcomes with everything they stand on, ids instead of names of people."""
    return {"programmes": [_programme(one) for one in results]}


def _programme(result: ProgrammeResult) -> dict[str, Any]:
    last, programme, tally = result.last, result.programme, result.tally
    return {
        "id": programme.id,
        "code": programme.code,
        "title": programme.title,
        "college": programme.college,
        "status": result.status.value,
        "minimum": tally.minimum,
        "sheets": [list(pair) for pair in tally.basis],
        "standings": {key: standing.value for key, standing in tally.standings.items()},
        "rulings": {} if last is None else {key: dict(one) for key, one in last.rulings.items()},
        "remarks": [
            {
                "assignment": one.assignment_id,
                "version": one.version,
                "criterion": one.criterion.key,
                "verdict": one.verdict.value if one.verdict else None,
                "text": one.text,
                "evidence": one.evidence,
                "withdrawn": one.withdrawn,
            }
            for one in tally.remarks
        ],
        "outcome": None if last is None else last.decision.outcome.value,
        "number": None if last is None else last.number,
        "words": None if last is None else last.decision.words,
        "fix_by": last.decision.fix_by.isoformat() if last and last.decision.fix_by else None,
        "to_fix": [] if last is None else list(last.criteria),
    }


def _code(session_id: int, number: int, content: Mapping[str, Any]) -> str:
    kept = json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
    return f"ПЭС-{session_id:04d}-{number}-{hashlib.sha256(kept).hexdigest()[:6].upper()}"
