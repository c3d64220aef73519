"""The chair's part: split verdicts, outcomes, their release to the college, sheets opened again."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.errors import NotFound, Stale
from cluster.evaluation.deadline import recheck_is_late
from cluster.evaluation.outcome import (
    Decision,
    Outcome,
    Ruling,
    Status,
)
from cluster.evaluation.refusals import DeadlinePassed, NothingToDecide, NotTheChair, WordsNeeded
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.states import HANDED_IN, AssignmentState, SessionState, move
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation import letters
from services.evaluation.loading import require_sight
from services.evaluation.notices import OutcomeReleased, SheetReopened
from services.evaluation.result_card import ResultCard, Versions, to_fix
from services.evaluation.results import ProgrammeResult, programme_result
from services.evaluation.sessions import Calendars
from services.evaluation.sheets import Sheets
from storage import audit, evaluation_sight, outbox
from storage import evaluation as queries
from storage import evaluation_corrections as corrections
from storage import evaluation_evidence as evidence_records
from storage import evaluation_outcomes as records
from storage import evaluation_submissions as submission_records
from storage.database import Database
from storage.evaluation_evidence import StoredEvidence
from storage.outbox import Letter, Recipient


class OutcomeService(Service):
    """Use cases of the chair; other coordinators only look."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars
        self._sheets = sheets

    @use_case(Permission.MANAGE_EVALUATION)
    async def look(self, actor: Actor, programme_id: int) -> ResultCard:
        """Sheets, split criteria, remarks and decisions of a programme.

        Raises:
            HiddenFromYou: the programme's experts are kept from this coordinator; data: `why`.
            NotFound: no such programme here.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, programme_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def rule(
        self, actor: Actor, programme_id: int, index: int, verdict: Verdict, words: str | None
    ) -> ResultCard:
        """Rule on a criterion the experts do not agree on.

        Args:
            index: place of the criterion on the sheet, from 0.
            verdict: `MEETS` or `FAILS`.
            words: why; the college reads it.

        Raises:
            NotTheChair, HiddenFromYou: see `look`.
            WordsNeeded: a ruling is explained.
            NothingToDecide: the experts agree on this criterion, or there are too few sheets.
        """
        async with self._db.write() as tx:
            card = await self._for_chair(tx, actor, programme_id)
            tally = card.result.tally
            if not 0 <= index < len(tally.sheet.criteria):
                raise NotFound()
            criterion = tally.sheet.criteria[index]
            if not words:
                raise WordsNeeded()
            if criterion not in tally.contested or not tally.is_enough or verdict is Verdict.CANNOT_ASSESS:
                raise NothingToDecide()
            ruling = Ruling(verdict, words, tally.basis)
            if tally.ruling(criterion) == ruling:
                return card
            by = {"cluster_id": actor.here, "ruled_by": actor.me, "ruled_at": self._clock.now()}
            await records.save_ruling(tx, programme_id, criterion.key, ruling, **by)
            await self._note(tx, actor, "evaluation_ruled", programme_id, criterion=criterion.key)
            return await self._card(tx, actor, programme_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def decide(
        self,
        actor: Actor,
        programme_id: int,
        outcome: Outcome,
        stamp: int,
        *,
        fix_by: date | None = None,
        words: str | None = None,
    ) -> ResultCard:
        """Decide on a programme; the college hears of it with `release`.

        Args:
            stamp: of the card it was decided on; with another one nothing is decided.
            fix_by: last day for corrections, with `WITH_REMARKS`.
            words: why; needed for `RETURNED`, and to agree where experts differ on corrections.

        Raises:
            NotTheChair, HiddenFromYou: see `look`.
            Stale: sheets or checks have come since.
            NothingToDecide: this outcome is not possible now.
            WordsNeeded, DeadlinePassed: see above.
        """
        async with self._db.write() as tx:
            card = await self._for_chair(tx, actor, programme_id)
            if stamp != card.stamp:
                raise Stale()
            if outcome not in card.possible:
                raise NothingToDecide()
            if not words and card.needs_words(outcome):
                raise WordsNeeded()
            if outcome is Outcome.WITH_REMARKS and (fix_by is None or fix_by < card.today):
                raise DeadlinePassed(first=card.today.strftime("%d.%m.%Y"))
            decision = Decision(
                outcome, card.result.tally.basis, fix_by if outcome is Outcome.WITH_REMARKS else None, words
            )
            tally = card.result.tally
            rulings = {
                one.key: {"verdict": given.verdict.value, "words": given.words}
                for one in tally.contested
                if (given := tally.ruling(one)) is not None
            }
            by = {"cluster_id": actor.here, "decided_by": actor.me, "decided_at": self._clock.now()}
            await records.add_decision(tx, programme_id, decision, to_fix(card, outcome), rulings, **by)
            await self._note(tx, actor, "evaluation_decided", programme_id, outcome=outcome.value)
            return await self._card(tx, actor, programme_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def release(self, actor: Actor, programme_id: int, outcome_id: int) -> ResultCard:
        """Tell the college the outcome; twice is once.

        Raises:
            NotTheChair, HiddenFromYou: see `look`.
            NothingToDecide: this decision is not the one that counts now.
        """
        async with self._db.write() as tx:
            card = await self._for_chair(tx, actor, programme_id)
            last = card.result.last
            if last is None or last.id != outcome_id or card.result.status is not Status.DECIDED:
                raise NothingToDecide()
            if last.released_at is not None:
                return card
            now, session = self._clock.now(), card.result.session
            await records.change_decision(tx, outcome_id, released_at=now)
            await self._note(tx, actor, "evaluation_released", programme_id)
            college = await corrections.representatives(tx, actor.here, card.result.programme.organisation_id)
            await outbox.add_many(
                tx,
                [
                    Letter(
                        OutcomeReleased(outcome_id=outcome_id),
                        Recipient.person(person_id, actor.here),
                        now,
                        f"evaluation:released:{outcome_id}:{person_id}",
                    )
                    for person_id in college
                ],
            )
            calendar = self._calendars(actor.here)
            await letters.remind_of_fixes(tx, session, last, college, calendar, now)
            return await self._card(tx, actor, programme_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def versions(self, actor: Actor, assignment_id: int) -> Versions:
        """All signed versions of an expert's sheet, oldest first.

        Raises:
            HiddenFromYou: see `look`.
            NotFound: no such assignment here.
        """
        async with self._db.read() as connection:
            where = await queries.place_of(connection, actor.here, assignment_id)
            if where is None:
                raise NotFound()
            card = await self._card(connection, actor, where[1])
            signed = await submission_records.submissions(connection, actor.here, assignment_id)
            counts = assignment_id in dict(card.result.tally.basis)
            who, programme = card.who[assignment_id], card.result.programme
            revised = any(one.revising for one in card.result.tally.sheets if one.assignment_id == assignment_id)
            return Versions(
                card.result.tally.sheet,
                who,
                programme,
                signed,
                can_reopen=counts and card.decides,
                can_restore=revised and card.decides,
            )

    @use_case(Permission.MANAGE_EVALUATION)
    async def evidence(self, actor: Actor, evidence_id: int) -> StoredEvidence:
        """A voice message, photo or document an expert gave instead of words.

        Raises:
            HiddenFromYou: see `look`.
            NotFound: no such file here, or its sheet was never signed.
        """
        async with self._db.read() as connection:
            found = await evidence_records.evidence(connection, actor.here, evidence_id)
            if found is None:
                raise NotFound()
            await require_sight(connection, actor, found.programme_id)
            return found

    @use_case(Permission.MANAGE_EVALUATION)
    async def reopen(self, actor: Actor, assignment_id: int, reason: str | None) -> ResultCard:
        """Give a signed sheet back to its expert, also after the session is closed; the version it had stays.

        Raises:
            NotTheChair, HiddenFromYou: see `look`.
            WordsNeeded: the expert is told why.
            WrongState: the sheet is not signed; data: `thing`, `state`.
        """
        async with self._db.write() as tx:
            where = await queries.place_of(tx, actor.here, assignment_id)
            if where is None:
                raise NotFound()
            card = await self._for_chair(tx, actor, where[1])
            if not reason:
                raise WordsNeeded()
            at = await queries.signed_state(tx, assignment_id)
            if at.state is AssignmentState.REOPENED:
                return card
            state = move(at.state, AssignmentState.REOPENED)
            now = self._clock.now()
            await queries.change_assignment(tx, assignment_id, state=state.value, active_at=now)
            by = {"cluster_id": actor.here, "reopened_by": actor.me, "reopened_at": now}
            await corrections.add_reopening(tx, assignment_id, at.version, reason, by_chair=True, **by)
            subject = f"evaluation_assignments:{assignment_id}"
            await audit.add(tx, actor.me, actor.here, "evaluation_reopened", subject, now)
            to = Recipient.person(at.person_id, actor.here)
            notice = SheetReopened(assignment_id=assignment_id)
            await outbox.add(tx, notice, to=to, at=now, key=f"evaluation:reopened:{assignment_id}:{at.version}")
            return await self._card(tx, actor, where[1])

    @use_case(Permission.MANAGE_EVALUATION)
    async def restore(self, actor: Actor, assignment_id: int) -> ResultCard:
        """Let the last signed version of a reopened sheet count after all; what was changed since is not signed.

        Raises:
            NotTheChair, HiddenFromYou: see `look`.
            WrongState: the sheet is not reopened; data: `thing`, `state`.
        """
        async with self._db.write() as tx:
            where = await queries.place_of(tx, actor.here, assignment_id)
            if where is None:
                raise NotFound()
            card = await self._for_chair(tx, actor, where[1])
            at = await queries.signed_state(tx, assignment_id)
            if at.state in HANDED_IN:
                return card
            is_open = card.result.session.state is SessionState.OPEN
            state = move(at.state, AssignmentState.SUBMITTED if is_open else AssignmentState.FINAL)
            await queries.change_assignment(tx, assignment_id, state=state.value)
            subject = f"evaluation_assignments:{assignment_id}"
            await audit.add(tx, actor.me, actor.here, "evaluation_restored", subject, self._clock.now())
            return await self._card(tx, actor, where[1])

    async def _for_chair(self, tx: AsyncConnection, actor: Actor, programme_id: int) -> ResultCard:
        card = await self._card(tx, actor, programme_id)
        if not card.decides:
            raise NotTheChair(name=card.chair)
        return card

    async def _card(self, connection: AsyncConnection, actor: Actor, programme_id: int) -> ResultCard:
        programme = await queries.programme(connection, actor.here, programme_id)
        if programme is None:
            raise NotFound()
        await require_sight(connection, actor, programme_id)
        session = await queries.session(connection, actor.here, programme.session_id)
        assert session is not None
        result = await programme_result(connection, self._sheets, session, programme)
        fixed_at, now, zone = result.last.fixed_at if result.last else None, self._clock.now(), ZoneInfo(actor.zone)
        return ResultCard(
            result,
            await corrections.experts_of(connection, programme_id),
            await self._decides(connection, actor, result),
            await queries.name_of(connection, session.chair),
            local_day(now, zone),
            await corrections.of_decision(connection, result.last.id) if result.last else None,
            await evidence_records.evidence_of_programme(connection, programme_id),
            fixed_at is not None and recheck_is_late(fixed_at, self._calendars(actor.here), zone, now),
        )

    async def _decides(self, connection: AsyncConnection, actor: Actor, result: ProgrammeResult) -> bool:
        """The chair; where the chair has a conflict or is no coordinator any more, any other without one."""
        chair, programme_id = result.session.chair, result.programme.id

        async def barred(person_id: int) -> bool:
            hidden = evaluation_sight.hidden
            return bool(await hidden(connection, actor.here, person_id, programme_id=programme_id, even_released=True))

        if await barred(actor.me):
            return False
        if actor.me == chair or chair not in dict(await queries.all_coordinators(connection, actor.here)):
            return True
        return await barred(chair)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, programme_id: int, **details: str) -> None:
        subject = f"evaluation_programmes:{programme_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now(), details)
