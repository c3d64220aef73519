"""Scoring as an expert does it: own assignments only, every step in the database before it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.evaluation import scoring as rules
from cluster.evaluation.conflict import SEVERITY, Conflict, Ground, Occasion
from cluster.evaluation.model import Material, Work
from cluster.evaluation.refusals import ConflictBars, Replaced, SessionNotOpen, SheetIncomplete, WrongState
from cluster.evaluation.scoring import Need, Verdict
from cluster.evaluation.sheet import Criterion, Kind
from cluster.evaluation.states import HANDED_IN, SCORING, AssignmentState, DeclineReason, SessionState, move
from cluster.notice import Notice
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation import letters
from services.evaluation.desk import Desk, Scored, criterion_at
from services.evaluation.notices import ConflictSeen, ExpertDeclined, SheetCame, SheetSigned
from services.evaluation.results import ProgrammeResult, programme_result
from services.evaluation.sheets import Sheets
from services.evaluation.signing import sheet_code, snapshot_of
from services.evaluation.telling import SignedForm, signed_form
from storage import audit, evaluation_sight, outbox
from storage import evaluation as queries
from storage import evaluation_corrections as corrections
from storage import evaluation_evidence as evidence_records
from storage import evaluation_scoring as records
from storage import evaluation_submissions as submission_records
from storage.database import Database
from storage.evaluation_submissions import Submission
from storage.outbox import Recipient

S = AssignmentState


@dataclass(frozen=True, slots=True)
class Signed:
    """A submitted sheet; `again` when it had been submitted before this call."""

    work: Work
    submission: Submission
    again: bool


@dataclass(frozen=True, slots=True)
class Others:
    """Signed sheets of one programme, for an expert who has signed too; `who` by assignment."""

    work: Work
    result: ProgrammeResult
    who: Mapping[int, str]


class ScoringService(Service):
    """Use cases of experts with buttons; what they write is `RemarkService`."""

    def __init__(self, db: Database, clock: Clock, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._desk = Desk(clock, sheets)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def mine(self, actor: Actor) -> list[Work]:
        """The expert's programmes, open sessions first."""
        async with self._db.read() as connection:
            stored = await records.of_person(connection, actor.here, actor.me)
            return [await self._desk.work(connection, each) for each in stored]

    @use_case(Permission.SCORE_PROGRAMMES)
    async def look(self, actor: Actor, assignment_id: int) -> Work:
        """One of the expert's programmes in its current state."""
        async with self._db.read() as connection:
            return await self._desk.load(connection, actor, assignment_id)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def materials(self, actor: Actor, assignment_id: int) -> tuple[Work, Sequence[Material]]:
        """What the college presents: for experts who accepted, which is when they are asked about conflicts.

        Raises:
            ConflictBars: the expert is connected with the college.
            WrongState: the invitation was not accepted; data: `thing`, `state`.
        """
        async with self._db.read() as connection:
            work = await self._desk.load(connection, actor, assignment_id)
            if work.barred:
                raise ConflictBars()
            if work.assignment.state in (S.INVITED, S.EXPIRED, S.DECLINED):
                raise WrongState(thing="assignment", state=work.assignment.state.value)
            return work, await queries.materials(connection, work.programme.id)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def accept(
        self, actor: Actor, assignment_id: int, ground: Ground = Ground.NONE, words: str | None = None
    ) -> Work:
        """Agree to score, saying what connects one with the college; what connects too closely is a decline.

        Accepting twice changes nothing; a decline can be taken back while the session is open.

        Raises:
            SessionNotOpen: the session is closed; data: `state`.
            Replaced: another expert was asked instead.
            ConflictBars: such a conflict was declared before.
        """
        async with self._db.write() as tx:
            work = await self._open_invitation(tx, actor, assignment_id)
            at = work.assignment
            if at.state not in (S.INVITED, S.DECLINED, S.EXPIRED):
                return work
            if work.replaced:
                raise Replaced()
            if at.conflict is Conflict.HARD:
                raise ConflictBars()
            work = await self._declare(tx, actor, work, ground, occasion=Occasion.ACCEPTANCE, words=words)
            if work.barred:
                return await self._decline(tx, actor, work, DeclineReason.CONFLICT, words)
            state = move(S.INVITED if at.state is S.DECLINED else at.state, S.ACCEPTED)
            return await self._answer_invitation(tx, actor, work, state)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def declare(self, actor: Actor, assignment_id: int, ground: Ground, words: str | None = None) -> Work:
        """What connects the expert with the college has changed; what connects too closely closes the sheet.

        Raises:
            SessionNotOpen: the session is closed; data: `state`.
            WrongState: the invitation was not accepted; data: `thing`, `state`.
        """
        async with self._db.write() as tx:
            work = await self._open_invitation(tx, actor, assignment_id)
            if work.assignment.state not in SCORING | HANDED_IN:
                raise WrongState(thing="assignment", state=work.assignment.state.value)
            if await evaluation_sight.declared(tx, work.programme.id, actor.me) is ground:
                return work
            work = await self._declare(tx, actor, work, ground, occasion=Occasion.CHANGE, words=words)
            if not work.barred:
                return work
            if work.assignment.state in SCORING:
                return await self._decline(tx, actor, work, DeclineReason.CONFLICT, words)
            await self._tell(tx, work, ConflictSeen(assignment_id=assignment_id), "conflict")
            return work

    @use_case(Permission.SCORE_PROGRAMMES)
    async def decline(self, actor: Actor, assignment_id: int, reason: DeclineReason, words: str | None = None) -> Work:
        """Refuse to score; the coordinator is told. What was scored so far stays.

        Raises:
            SessionNotOpen: the session is closed; data: `state`.
            WrongState: the sheet was submitted; data: `thing`, `state`.
        """
        async with self._db.write() as tx:
            work = await self._open_invitation(tx, actor, assignment_id)
            at = work.assignment
            if at.state is S.DECLINED:
                return work
            return await self._decline(tx, actor, work, reason, words)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def resume(self, actor: Actor, assignment_id: int) -> Work:
        """Open the card where the expert stopped; from now on this is the sheet their messages belong to."""
        async with self._db.write() as tx:
            work = await self._desk.load(tx, actor, assignment_id)
            if not work.editable:
                return work
            at = work.assignment
            if at.state is S.ACCEPTED:
                at = replace(at, state=move(at.state, S.DRAFT))
            await self._desk.touch(tx, at, state=at.state.value)
            return replace(work, assignment=at)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def go(self, actor: Actor, assignment_id: int, index: int, asked: Need | None = None) -> Scored:
        """Go to a criterion, or past the last one to the final look; nothing is applied to a sheet that is read-only.

        Args:
            index: place of the criterion, from 0; a larger one is the final look.
            asked: the expert said they would write this there.
        """
        async with self._db.write() as tx:
            work = await self._desk.load(tx, actor, assignment_id)
            place = rules.place_at(work.sheet, work.answers, max(0, index))
            if not work.editable:
                return Scored(work, place, applied=False)
            if not place.is_final(work.sheet) and asked is not None:
                place = replace(place, asks=asked)
            work = await self._desk.stand(tx, work, place, None if place.is_final(work.sheet) else asked)
            return Scored(work, place)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def judge(  # noqa: PLR0917 - what a tap carries
        self, actor: Actor, assignment_id: int, index: int, verdict: Verdict | None, revision: int, choice: int = 0
    ) -> Scored:
        """Give a verdict. At most three statements: load, save, audit.

        Args:
            index: place of the criterion, from 0.
            verdict: None takes `choice`, or without one the college's own figure, as the actual value, and the norm
                then gives the verdict.
            revision: the answer's revision the card showed; with another one nothing is applied.
            choice: the answer that was chosen, from 1.
        """
        async with self._db.write() as tx:
            work = await self._desk.load(tx, actor, assignment_id)
            criterion = criterion_at(work, index)
            before = work.answer(criterion)
            value = _value(work, criterion, choice) if verdict is None else None
            given = verdict or rules.proposed(criterion, value)
            if not work.editable or given is None:
                return Scored(work, rules.place_at(work.sheet, work.answers, index), applied=False)
            after = rules.judge(before, given, value)
            if (after.verdict, after.value) == (before.verdict, before.value):
                return Scored(work, rules.place_after(work.sheet, work.answers, index))
            if before.revision != revision:
                return Scored(work, rules.place_at(work.sheet, work.answers, index), applied=False)
            return await self._desk.save(tx, actor, work, criterion, after)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def submit(self, actor: Actor, assignment_id: int) -> Signed:
        """Sign the sheet: a version is kept, both sides get the form. Submitting twice is one submission.

        Raises:
            SheetIncomplete: it has gaps; data: `gaps`.
            SessionNotOpen, WrongState: see `Desk.load_to_write`.
        """
        async with self._db.write() as tx:
            work = await self._desk.load(tx, actor, assignment_id)
            if work.handed_in:
                last = await submission_records.last_submission(tx, actor.here, assignment_id)
                assert last is not None
                return Signed(work, last, again=True)
            work = await self._desk.load_to_write(tx, actor, assignment_id)
            if work.gaps:
                raise SheetIncomplete(gaps=len(work.gaps))
            # Signing repeats what was declared: it is asked again on the screen before.
            ground = await evaluation_sight.declared(tx, work.programme.id, actor.me)
            work = await self._declare(tx, actor, work, ground or Ground.NONE, occasion=Occasion.SUBMISSION)
            return await self._sign(tx, actor, work)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def revise(self, actor: Actor, assignment_id: int) -> Work:
        """Open the own signed sheet again while the session is open; the signed version stays.

        Raises:
            SessionNotOpen: then only the chair reopens; data: `state`.
            ConflictBars: the expert is connected with the college.
            WrongState: it was not submitted; data: `thing`, `state`.
        """
        async with self._db.write() as tx:
            work = await self._open_invitation(tx, actor, assignment_id)
            if work.barred:
                raise ConflictBars()
            if work.assignment.state is S.REOPENED:
                return work
            at = replace(work.assignment, state=move(work.assignment.state, S.REOPENED))
            by = {"cluster_id": actor.here, "reopened_by": actor.me, "reopened_at": self._clock.now()}
            await corrections.add_reopening(tx, at.id, at.version, "", by_chair=False, **by)
            await self._desk.touch(tx, at, state=at.state.value)
            await self._note(tx, actor, "evaluation_revised", at.id)
            return replace(work, assignment=at)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def others(self, actor: Actor, assignment_id: int) -> Others:
        """What the other experts of the programme say: only for who has signed the own sheet.

        Raises:
            WrongState: the own sheet is not signed; data: `thing`, `state`.
            ConflictBars: the expert is connected with the college.
        """
        async with self._db.read() as connection:
            work = await self._desk.load(connection, actor, assignment_id)
            if work.barred:
                raise ConflictBars()
            if not work.handed_in:
                raise WrongState(thing="assignment", state=work.assignment.state.value)
            result = await programme_result(connection, self._desk.sheets, work.session, work.programme)
            return Others(work, result, await corrections.experts_of(connection, work.programme.id))

    @use_case(Permission.SCORE_PROGRAMMES)
    async def versions(self, actor: Actor, assignment_id: int) -> tuple[Work, list[Submission]]:
        """All signed versions of the own sheet, oldest first."""
        async with self._db.read() as connection:
            work = await self._desk.load(connection, actor, assignment_id)
            return work, await submission_records.submissions(connection, actor.here, assignment_id)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def form(self, actor: Actor, assignment_id: int) -> SignedForm:
        """The own signed form again.

        Raises:
            NotFound: the sheet was not submitted.
        """
        async with self._db.read() as connection:
            await self._desk.load(connection, actor, assignment_id)
            submission = await submission_records.last_submission(connection, actor.here, assignment_id)
            if submission is None:
                raise NotFound()
            return await signed_form(connection, self._desk.sheets, submission)

    async def _sign(self, tx: AsyncConnection, actor: Actor, work: Work) -> Signed:
        now, version = self._clock.now(), work.assignment.version + 1
        snapshot = snapshot_of(work, await evidence_records.evidence_counts(tx, work.assignment.id))
        state = S.SUBMITTED if work.session.state is SessionState.OPEN else S.FINAL
        at = replace(work.assignment, state=move(work.assignment.state, state), version=version, submitted_at=now)
        submission_id = await submission_records.add_submission(
            tx,
            cluster_id=actor.here,
            assignment_id=at.id,
            version=version,
            code=sheet_code(at.id, version, snapshot),
            snapshot=snapshot,
            submitted_at=now,
        )
        await self._desk.touch(
            tx, at, state=at.state.value, version=version, submitted_at=now, pending_key=None, pending_text=None
        )
        await self._note(tx, actor, "evaluation_submitted", at.id)
        to_expert = Recipient.person(actor.me, actor.here)
        signed, key = SheetSigned(submission_id=submission_id), f"evaluation:signed:{submission_id}"
        await outbox.add(tx, signed, to=to_expert, at=now, key=key)
        came, key = SheetCame(submission_id=submission_id), f"evaluation:came:{submission_id}"
        await letters.tell_coordinators(tx, work.session, came, now, key, programme_id=work.programme.id)
        submission = await submission_records.submission(tx, submission_id)
        assert submission is not None
        return Signed(replace(work, assignment=at), submission, again=False)

    async def _declare(
        self,
        tx: AsyncConnection,
        actor: Actor,
        work: Work,
        ground: Ground,
        *,
        occasion: Occasion,
        words: str | None = None,
    ) -> Work:
        """Keep the declaration; a role in the college outweighs it."""
        seen = Ground.ROLE if work.belongs and SEVERITY[ground] is not Conflict.HARD else ground
        at, now = replace(work.assignment, conflict=SEVERITY[seen]), self._clock.now()
        await evaluation_sight.declare(
            tx, actor.here, work.programme.id, actor.me, ground=seen, occasion=occasion, at=now, words=words
        )
        await queries.change_assignment(tx, at.id, conflict=SEVERITY[seen].value)
        return replace(work, assignment=at)

    async def _decline(
        self, tx: AsyncConnection, actor: Actor, work: Work, reason: DeclineReason, words: str | None
    ) -> Work:
        state = move(work.assignment.state, S.DECLINED) if work.assignment.state is not S.DECLINED else S.DECLINED
        declined = await self._answer_invitation(tx, actor, work, state, reason=reason, words=words)
        await self._tell(tx, work, ExpertDeclined(assignment_id=work.assignment.id), "declined")
        return declined

    async def _tell(self, tx: AsyncConnection, work: Work, notice: Notice, occasion: str) -> None:
        now = self._clock.now()
        key = f"evaluation:{occasion}:{work.assignment.id}:{int(now.timestamp())}"
        await letters.tell_coordinators(tx, work.session, notice, now, key, programme_id=work.programme.id)

    async def _open_invitation(self, tx: AsyncConnection, actor: Actor, assignment_id: int) -> Work:
        work = await self._desk.load(tx, actor, assignment_id)
        if work.session.state is not SessionState.OPEN:
            raise SessionNotOpen(state=work.session.state.value)
        return work

    async def _answer_invitation(
        self,
        tx: AsyncConnection,
        actor: Actor,
        work: Work,
        state: AssignmentState,
        *,
        reason: DeclineReason | None = None,
        words: str | None = None,
    ) -> Work:
        at = replace(work.assignment, state=state, reason=reason, reason_text=words)
        await queries.change_assignment(
            tx,
            at.id,
            state=state.value,
            reason=reason.value if reason else None,
            reason_text=words,
            answered_at=self._clock.now(),
        )
        await self._note(tx, actor, f"evaluation_{state.value}", at.id)
        return replace(work, assignment=at)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, assignment_id: int) -> None:
        subject = f"evaluation_assignments:{assignment_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now())


def _value(work: Work, criterion: Criterion, choice: int) -> int | None:
    """What a tap without a verdict says: the chosen answer, or that the college's own figure is right."""
    if choice:
        return choice if criterion.kind is Kind.CHOICE else None
    return work.programme.figures.get(criterion.key)
