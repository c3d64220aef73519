"""After the release: the college answers and corrects, the same experts look at exactly those criteria again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound, TooLong
from cluster.evaluation.model import Programme, Session, Work
from cluster.evaluation.outcome import CollegeAnswer, Outcome, Recheck, RecheckStatus, Remark, recheck_status
from cluster.evaluation.refusals import ConflictBars, FixesIncomplete, NothingToDecide, WordsNeeded
from cluster.evaluation.scoring import REMARK_LIMIT, Verdict
from cluster.evaluation.sheet import Criterion, Sheet
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation import letters
from services.evaluation.desk import Desk
from services.evaluation.notices import CollegeAnswered, RecheckAsked, RecheckDone
from services.evaluation.results import programme_result
from services.evaluation.sheets import Sheets
from storage import audit, outbox
from storage import evaluation as queries
from storage import evaluation_corrections as records
from storage import evaluation_outcomes as outcomes
from storage import evaluation_scoring as scoring
from storage.database import Database
from storage.evaluation_corrections import Corrections, FixFile
from storage.evaluation_outcomes import Decided
from storage.outbox import Letter, Recipient


@dataclass(frozen=True, slots=True)
class ReleasedCard:
    """A released outcome as the college sees it: remarks without names of experts.

    Args:
        to_fix: criteria that have to be corrected.
        is_last: False when a later decision has been released: this one is history.
    """

    session: Session
    programme: Programme
    sheet: Sheet
    decided: Decided
    to_fix: Sequence[Criterion]
    remarks: Sequence[Remark]
    corrections: Corrections
    is_last: bool

    @property
    def editable(self) -> bool:
        """Whether corrections can be written now."""
        is_open = self.decided.decision.outcome is Outcome.WITH_REMARKS and self.decided.fixed_at is None
        return is_open and self.is_last

    @property
    def missing(self) -> list[Criterion]:
        """Criteria without a correction."""
        return [one for one in self.to_fix if not self.corrections.has(one.key)]


@dataclass(frozen=True, slots=True)
class RecheckCard:
    """What an expert looks at again: only the corrected criteria, with the own words and nobody else's."""

    work: Work
    decided: Decided
    to_check: Sequence[Criterion]
    corrections: Corrections

    def said(self, criterion: Criterion) -> Recheck | None:
        """The expert's own word so far."""
        mine = (self.work.assignment.id, criterion.key)
        found = [one for one in self.corrections.rechecks if (one.assignment_id, one.criterion) == mine]
        return found[-1] if found else None

    @property
    def open(self) -> list[Criterion]:
        """Criteria not looked at yet."""
        return [one for one in self.to_check if self.said(one) is None]


@dataclass(frozen=True, slots=True)
class NewFixFile:
    """A photo or document that proves a correction."""

    kind: str
    file_id: str
    file_unique_id: str
    name: str | None = None


class CorrectionService(Service):
    """Use cases of colleges with a released outcome, and of experts who look at corrections."""

    def __init__(self, db: Database, clock: Clock, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._sheets = sheets
        self._desk = Desk(clock, sheets)

    @use_case(Permission.VIEW_OWN_PROGRAMMES)
    async def released(self, actor: Actor, programme_id: int) -> ReleasedCard:
        """The outcome of one of the college's programmes.

        Raises:
            NotFound: not the college's programme, or nothing was released yet.
        """
        async with self._db.read() as connection:
            return await self._released(connection, actor, programme_id)

    @use_case(Permission.VIEW_OWN_PROGRAMMES)
    async def answer(
        self, actor: Actor, programme_id: int, answer: CollegeAnswer, words: str | None = None
    ) -> ReleasedCard:
        """Accept the outcome, or object in words; the last answer counts until corrections are handed in.

        Raises:
            NotFound: see `released`.
            WordsNeeded: an objection is explained.
        """
        async with self._db.write() as tx:
            card = await self._released(tx, actor, programme_id)
            if answer is CollegeAnswer.OBJECTED and not words:
                raise WordsNeeded()
            same = (card.decided.answer, card.decided.answer_text) == (answer, words)
            if same or card.decided.fixed_at is not None:
                return card
            now, outcome_id = self._clock.now(), card.decided.id
            await outcomes.change_decision(
                tx, outcome_id, answer=answer.value, answer_text=words, answered_by=actor.me, answered_at=now
            )
            await self._note(tx, actor, "evaluation_college_answered", programme_id)
            key = f"evaluation:college_answered:{outcome_id}:{int(now.timestamp())}"
            notice = CollegeAnswered(outcome_id=outcome_id)
            await letters.tell_coordinators(tx, card.session, notice, now, key, programme_id=programme_id)
            return await self._released(tx, actor, programme_id)

    @use_case(Permission.VIEW_OWN_PROGRAMMES)
    async def fix(
        self, actor: Actor, programme_id: int, index: int, text: str | None, file: NewFixFile | None = None
    ) -> ReleasedCard:
        """Write or show how a criterion was corrected; a later text replaces an earlier one, files add up.

        Args:
            index: place of the criterion on the sheet, from 0.

        Raises:
            NotFound: see `released`, or this criterion is not to be corrected.
            NothingToDecide: corrections are handed in already.
            TooLong: over the limit of a remark; data: `limit`, `over`.
        """
        if text and len(text) > REMARK_LIMIT:
            raise TooLong(limit=REMARK_LIMIT, over=len(text) - REMARK_LIMIT)
        async with self._db.write() as tx:
            card = await self._released(tx, actor, programme_id)
            if not card.editable:
                raise NothingToDecide()
            criteria = card.sheet.criteria
            if not 0 <= index < len(criteria) or criteria[index] not in card.to_fix:
                raise NotFound()
            outcome_id, key, now = card.decided.id, criteria[index].key, self._clock.now()
            if text:
                by = {"cluster_id": actor.here, "written_by": actor.me, "written_at": now}
                await records.save_fix(tx, outcome_id, key, text, **by)
            if file is not None:
                await records.add_fix_file(
                    tx,
                    outcome_id=outcome_id,
                    criterion=key,
                    cluster_id=actor.here,
                    kind=file.kind,
                    file_id=file.file_id,
                    file_unique_id=file.file_unique_id,
                    name=file.name,
                    added_at=now,
                )
            await self._note(tx, actor, "evaluation_fix_written", programme_id)
            return await self._released(tx, actor, programme_id)

    @use_case(Permission.VIEW_OWN_PROGRAMMES)
    async def hand_in(self, actor: Actor, programme_id: int) -> ReleasedCard:
        """Hand the corrections in; the experts whose sheets made the result are asked to look. Twice is once.

        Raises:
            NotFound: see `released`.
            FixesIncomplete: data: `count`.
        """
        async with self._db.write() as tx:
            card = await self._released(tx, actor, programme_id)
            if not card.editable:
                return card
            if card.missing:
                raise FixesIncomplete(count=len(card.missing))
            now, outcome_id = self._clock.now(), card.decided.id
            await outcomes.change_decision(tx, outcome_id, fixed_by=actor.me, fixed_at=now)
            await letters.forget_fixes(tx, outcome_id)
            await self._note(tx, actor, "evaluation_fixed", programme_id)
            asked = await records.people_of(tx, [assignment for assignment, _ in card.decided.decision.basis])
            await outbox.add_many(
                tx,
                [
                    Letter(
                        RecheckAsked(outcome_id=outcome_id, assignment_id=assignment),
                        Recipient.person(person_id, actor.here),
                        now,
                        f"evaluation:recheck:{outcome_id}:{assignment}",
                    )
                    for assignment, person_id in asked.items()
                ],
            )
            return await self._released(tx, actor, programme_id)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def to_recheck(self, actor: Actor, assignment_id: int) -> RecheckCard:
        """The corrections an expert is asked to look at.

        Raises:
            NotFound: not the expert's assignment, or there is nothing to look at.
            ConflictBars: the expert is connected with the college now.
        """
        async with self._db.read() as connection:
            return await self._recheck(connection, actor, assignment_id)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def recheck(
        self, actor: Actor, assignment_id: int, index: int, verdict: Verdict, remark: str | None = None
    ) -> RecheckCard:
        """Say whether a criterion is corrected; the chair is told when every expert has looked at everything.

        Raises:
            NotFound, ConflictBars: see `to_recheck`.
            WordsNeeded: what is still missing is written.
            NothingToDecide: the chair has decided since.
        """
        async with self._db.write() as tx:
            card = await self._recheck(tx, actor, assignment_id)
            criteria = card.work.sheet.criteria
            if not 0 <= index < len(criteria) or criteria[index] not in card.to_check:
                raise NotFound()
            if verdict is Verdict.FAILS and not remark:
                raise WordsNeeded()
            if not await self._is_open(tx, card.decided):
                raise NothingToDecide()
            said = Recheck(assignment_id, criteria[index].key, verdict, remark)
            if card.said(criteria[index]) == said:
                return card
            now = self._clock.now()
            await records.save_recheck(tx, actor.here, card.decided.id, said, now)
            await audit.add(
                tx, actor.me, actor.here, "evaluation_rechecked", f"evaluation_assignments:{assignment_id}", now
            )
            after = await self._recheck(tx, actor, assignment_id)
            asked = await records.people_of(tx, [assignment for assignment, _ in card.decided.decision.basis])
            status = recheck_status(after.to_check, sorted(asked), after.corrections.rechecks)
            if status is not RecheckStatus.WAITING:
                key = f"evaluation:recheck_done:{card.decided.id}"
                notice, programme_id = RecheckDone(outcome_id=card.decided.id), card.work.programme.id
                await letters.tell_coordinators(tx, card.work.session, notice, now, key, programme_id=programme_id)
            return after

    @use_case(Permission.SEE_EVALUATION)
    async def file(self, actor: Actor, file_id: int) -> FixFile:
        """A file that proves a correction: for the college, the experts who look, and coordinators who may see it.

        Raises:
            NotFound: no such file here, or it is not for this person.
        """
        async with self._db.read() as connection:
            found = await records.fix_file(connection, actor.here, file_id)
            decided = await outcomes.decided(connection, actor.here, found[0]) if found else None
            if found is None or decided is None:
                raise NotFound()
            if actor.can(Permission.MANAGE_EVALUATION):  # it was released: nothing of it is kept from coordinators
                return found[1]
            programme = await queries.programme(connection, actor.here, decided.programme_id)
            if programme is not None and programme.organisation_id in actor.organisations(Role.COLLEGE):
                return found[1]
            asked = await records.people_of(connection, [one for one, _ in decided.decision.basis])
            if actor.me not in asked.values() or decided.fixed_at is None:
                raise NotFound()
            return found[1]

    async def _released(self, connection: AsyncConnection, actor: Actor, programme_id: int) -> ReleasedCard:
        programme = await queries.programme(connection, actor.here, programme_id)
        if programme is None or programme.organisation_id not in actor.organisations(Role.COLLEGE):
            raise NotFound()
        session = await queries.session(connection, actor.here, programme.session_id)
        assert session is not None
        result = await programme_result(connection, self._sheets, session, programme)
        released = [one for one in result.decisions if one.released_at is not None]
        if not released:
            raise NotFound()
        last, sheet = released[-1], result.tally.sheet
        basis = dict(last.decision.basis)
        remarks = [
            one for one in result.tally.remarks if one.version == basis.get(one.assignment_id) or _stays(one, basis)
        ]
        return ReleasedCard(
            session,
            programme,
            sheet,
            last,
            [one for one in sheet.criteria if one.key in last.criteria],
            remarks,
            await records.of_decision(connection, last.id),
            is_last=last is result.decisions[-1],
        )

    async def _recheck(self, connection: AsyncConnection, actor: Actor, assignment_id: int) -> RecheckCard:
        stored = await scoring.load(connection, actor.here, assignment_id)
        if stored is None or stored.assignment.person_id != actor.me or not stored.invited:
            raise NotFound()
        work = await self._desk.work(connection, stored)
        decisions = (await outcomes.decisions(connection, programme_id=work.programme.id)).get(work.programme.id, [])
        asked = [one for one in decisions if one.fixed_at is not None and assignment_id in dict(one.decision.basis)]
        if not asked:
            raise NotFound()
        if work.barred:
            raise ConflictBars()
        to_check = [one for one in work.sheet.criteria if one.key in asked[-1].criteria]
        return RecheckCard(work, asked[-1], to_check, await records.of_decision(connection, asked[-1].id))

    async def _is_open(self, connection: AsyncConnection, decided: Decided) -> bool:
        decisions = await outcomes.decisions(connection, programme_id=decided.programme_id)
        return decisions[decided.programme_id][-1].id == decided.id

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, programme_id: int) -> None:
        subject = f"evaluation_programmes:{programme_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now())


def _stays(remark: Remark, basis: dict[int, int]) -> bool:
    """A remark of an earlier version that the version the decision stands on still makes."""
    return not remark.withdrawn and remark.version <= basis.get(remark.assignment_id, 0)
