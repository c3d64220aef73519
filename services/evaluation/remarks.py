"""What an expert writes or sends while a sheet is open: values, remarks, voice and pictures that stand for a remark.

No conversation state is needed: where the expert stands is in the database, so a message means the same after a
restart and from another phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound, TooLong
from cluster.evaluation import scoring as rules
from cluster.evaluation.model import EvidenceKind, Pending, Work
from cluster.evaluation.scoring import REMARK_LIMIT, Need, Place
from cluster.evaluation.sheet import Criterion
from cluster.evaluation.values import looks_like_value, parse_value
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.desk import Desk, Scored, criterion_at
from services.evaluation.sheets import Sheets
from storage import evaluation_evidence as evidence_records
from storage import evaluation_scoring as records
from storage.database import Database
from storage.evaluation_evidence import EarlierRemark, StoredEvidence

_PART: Final = 4_096  # characters of one message
_ALMOST_FULL: Final = 3_500
_SPLIT: Final = timedelta(seconds=3)
"""A long text is sent by the phone as several messages; what follows this fast belongs to the part before."""


class Outcome(StrEnum):
    """What became of a message."""

    REMARK = "remark"  # kept as the remark that was asked for
    VALUE = "value"  # kept as the actual value
    OFFERED = "offered"  # kept aside: is it a remark?
    TOO_LONG = "too_long"  # kept aside: to be cut
    EVIDENCE = "evidence"  # the file is kept beside the remark
    MORE = "more"  # another picture of an album that was answered already
    UNEXPECTED = "unexpected"  # a file where none is asked for
    AGAIN = "again"  # this very message was dealt with before


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and what it led to; `criterion` is the one it was meant for, `over` how many characters too many."""

    outcome: Outcome
    scored: Scored
    criterion: Criterion
    over: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A text message of a private chat; ids grow within a chat."""

    message_id: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A file sent instead of words; `album` is Telegram's media group."""

    message_id: int
    kind: EvidenceKind
    file_id: str
    file_unique_id: str
    seconds: int | None = None
    name: str | None = None
    album: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierRemarks:
    """The expert's own remarks on one criterion, made about other programmes."""

    work: Work
    criterion: Criterion
    remarks: Sequence[EarlierRemark]


class Keep(StrEnum):
    """What to do with a text that was kept aside."""

    REPLACE = "r"
    ADD = "a"
    CUT = "c"  # its first characters up to the limit
    DROP = "d"


class RemarkService(Service):
    """Use cases of experts with messages."""

    def __init__(self, db: Database, clock: Clock, sheets: Sheets) -> None:
        self._db = db
        self._desk = Desk(clock, sheets)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def active(self, actor: Actor) -> int | None:
        """The assignment the expert works on now; their messages belong to it."""
        async with self._db.read() as connection:
            return await records.active(connection, actor.here, actor.me)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def hear(self, actor: Actor, assignment_id: int, said: Said) -> Heard:
        """A text: the value or remark the card asks for, or something to ask about. The same message twice is once.

        Raises:
            NotAShare, ShareOutOfRange, NotANumber, NumberOutOfRange, NotAChoice: a value is asked for and this is
                none, but looks like one.
        """
        async with self._db.write() as tx:
            work = await self._desk.load_to_write(tx, actor, assignment_id)
            criterion = _standing(work)
            if said.message_id <= work.heard_message:
                return Heard(Outcome.AGAIN, Scored(work, work.place, applied=False), criterion)
            await self._desk.touch(tx, work.assignment, heard_message=said.message_id)
            before = _part_before(work, said)
            if before is not None:
                gap = "" if len(before.text) % _PART == 0 else " "  # phones like to split between words
                whole = Pending(before.criterion, f"{before.text}{gap}{said.text}", said.at)
                return await self._put_aside(tx, work, whole, len(whole.text) - REMARK_LIMIT)
            aside = Pending(criterion.key, said.text, said.at)
            if work.place.asks is Need.VALUE and looks_like_value(criterion, said.text):
                answer = rules.measure(criterion, work.answer(criterion), parse_value(criterion, said.text))
                return Heard(Outcome.VALUE, await self._desk.save(tx, actor, work, criterion, answer), criterion)
            if work.place.asks is not Need.REMARK:
                return await self._put_aside(tx, work, aside, len(said.text) - REMARK_LIMIT)
            try:
                answer = rules.remark(work.answer(criterion), said.text)
            except TooLong as error:
                return await self._put_aside(tx, work, aside, int(error.data["over"]))
            return Heard(Outcome.REMARK, await self._desk.save(tx, actor, work, criterion, answer), criterion)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def keep(self, actor: Actor, assignment_id: int, index: int, how: Keep) -> Scored:
        """Decide about the text that was kept aside; nothing is applied when there is none any more.

        Raises:
            TooLong: with what is there already it is over the limit; the text stays aside.
        """
        async with self._db.write() as tx:
            work = await self._desk.load(tx, actor, assignment_id)
            criterion = criterion_at(work, index)
            if work.pending is None or not work.editable:
                return Scored(work, work.place, applied=False)
            if how is Keep.DROP:
                return Scored(await self._clear(tx, work), work.place)
            text = work.pending.text[:REMARK_LIMIT] if how is Keep.CUT else work.pending.text
            answer = rules.remark(work.answer(criterion), text, add=how is Keep.ADD)
            return await self._desk.save(tx, actor, await self._clear(tx, work), criterion, answer)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def show(self, actor: Actor, assignment_id: int, file: NewEvidence) -> Heard:
        """A voice message, picture or document: kept where a remark is asked for. The same message twice is once.

        Raises:
            TooLong: the caption is over the limit of a remark.
        """
        async with self._db.write() as tx:
            work = await self._desk.load_to_write(tx, actor, assignment_id)
            known = await evidence_records.criterion_of_album(tx, assignment_id, file.album) if file.album else None
            criterion = work.sheet.criteria[work.sheet.places[known]] if known else _standing(work)
            if file.message_id <= work.heard_message:
                return Heard(Outcome.AGAIN, Scored(work, work.place, applied=False), criterion)
            if known is None and work.place.asks is not Need.REMARK:
                return Heard(Outcome.UNEXPECTED, Scored(work, work.place, applied=False), criterion)
            await self._desk.touch(tx, work.assignment, heard_message=file.message_id)
            before = work.answer(criterion)
            answer = replace(before, evidence=before.evidence + await self._store(tx, actor, work, criterion, file))
            if file.caption:
                answer = rules.remark(answer, file.caption, add=known is not None)
            scored = await self._desk.save(tx, actor, work, criterion, answer)
            return Heard(Outcome.MORE if known else Outcome.EVIDENCE, scored, criterion)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def earlier(self, actor: Actor, assignment_id: int, index: int) -> EarlierRemarks:
        """The expert's own remarks on the same criterion of other programmes, newest first.

        Raises:
            NotFound: not the expert's sheet, or it has no such place.
        """
        async with self._db.read() as connection:
            work = await self._desk.load(connection, actor, assignment_id)
            criterion = criterion_at(work, index)
            at = work.assignment
            found = await evidence_records.earlier_remarks(
                connection, at.person_id, work.session.sheet_id, at.id, criterion.key
            )
            return EarlierRemarks(work, criterion, found)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def reuse(self, actor: Actor, assignment_id: int, index: int, source_id: int) -> Scored:
        """Take an own earlier remark as this one; nothing is applied where there is no such remark any more.

        Raises:
            NotFound, SheetReadOnly, SessionNotOpen, ConflictBars: see `Desk.load_to_write`.
        """
        found = await self.earlier(actor, assignment_id, index)
        text = next((one.text for one in found.remarks if one.assignment_id == source_id), None)
        async with self._db.write() as tx:
            work = await self._desk.load_to_write(tx, actor, assignment_id)
            criterion = criterion_at(work, index)
            before = work.answer(criterion)
            if text is None or before.remark == text:
                return Scored(work, rules.place_at(work.sheet, work.answers, index), applied=False)
            return await self._desk.save(tx, actor, work, criterion, rules.remark(before, text))

    @use_case(Permission.SCORE_PROGRAMMES)
    async def erase(self, actor: Actor, assignment_id: int, index: int) -> Scored:
        """Take the written remark away; signed versions keep theirs. Nothing is applied where it is needed, or none.

        Raises:
            NotFound, SheetReadOnly, SessionNotOpen, ConflictBars: see `Desk.load_to_write`.
        """
        async with self._db.write() as tx:
            work = await self._desk.load_to_write(tx, actor, assignment_id)
            criterion = criterion_at(work, index)
            before = work.answer(criterion)
            if before.remark is None or rules.needs_words(criterion, before):
                return Scored(work, rules.place_at(work.sheet, work.answers, index), applied=False)
            erased = await self._desk.save(tx, actor, work, criterion, replace(before, remark=None))
            return replace(erased, place=rules.place_at(work.sheet, erased.work.answers, index))

    @use_case(Permission.SCORE_PROGRAMMES)
    async def files(self, actor: Actor, assignment_id: int) -> list[StoredEvidence]:
        """Files of the own sheet."""
        async with self._db.read() as connection:
            await self._desk.load(connection, actor, assignment_id)
            return await evidence_records.evidence_of(connection, assignment_id)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def evidence(self, actor: Actor, assignment_id: int, evidence_id: int) -> StoredEvidence:
        """A file of the own sheet.

        Raises:
            NotFound: there is no such file on it.
        """
        found = next((one for one in await self.files(actor, assignment_id) if one.id == evidence_id), None)
        if found is None:
            raise NotFound()
        return found

    async def _store(
        self, tx: AsyncConnection, actor: Actor, work: Work, criterion: Criterion, file: NewEvidence
    ) -> bool:
        return await evidence_records.add_evidence(
            tx,
            cluster_id=actor.here,
            assignment_id=work.assignment.id,
            criterion=criterion.key,
            kind=file.kind.value,
            file_id=file.file_id,
            file_unique_id=file.file_unique_id,
            seconds=file.seconds,
            name=file.name,
            album=file.album,
            added_at=self._desk.clock.now(),
        )

    async def _put_aside(self, tx: AsyncConnection, work: Work, text: Pending, over: int) -> Heard:
        await self._desk.touch(
            tx, work.assignment, pending_key=text.criterion, pending_text=text.text, pending_at=text.at
        )
        changed = replace(work, pending=text)
        criterion = work.sheet.criteria[work.sheet.places[text.criterion]]
        outcome = Outcome.TOO_LONG if over > 0 else Outcome.OFFERED
        return Heard(outcome, Scored(changed, changed.place, applied=False), criterion, max(0, over))

    async def _clear(self, tx: AsyncConnection, work: Work) -> Work:
        await self._desk.touch(tx, work.assignment, pending_key=None, pending_text=None, pending_at=None)
        return replace(work, pending=None)


def _part_before(work: Work, said: Said) -> Pending | None:
    """The too long text this message goes on with, if the phone has split one."""
    aside = work.pending
    if aside is None or len(aside.text) < _ALMOST_FULL or said.at - aside.at > _SPLIT:
        return None
    return aside


def _standing(work: Work) -> Criterion:
    """The criterion a message is about: the open one, or at the final look the one answered last."""
    place: Place = work.place
    if not place.is_final(work.sheet):
        return work.sheet.criteria[place.index]
    last = max(work.answers, key=lambda key: work.answers[key].revision, default=work.sheet.criteria[0].key)
    return work.sheet.criteria[work.sheet.places[last]]
