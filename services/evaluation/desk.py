"""An expert's sheet on the desk: loading it, changing one answer, standing at another place."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor
from cluster.errors import NotFound
from cluster.evaluation.model import Assignment, Work
from cluster.evaluation.refusals import ConflictBars, SessionNotOpen, SheetReadOnly, WrongState
from cluster.evaluation.scoring import Answer, Need, Place, next_revision, place_after
from cluster.evaluation.sheet import Criterion
from cluster.evaluation.states import HANDED_IN, AssignmentState, SessionState
from services.clock import Clock
from services.evaluation.sheets import Sheets
from storage import audit
from storage import evaluation as queries
from storage import evaluation_scoring as records
from storage.evaluation_scoring import Stored


@dataclass(frozen=True, slots=True)
class Scored:
    """What a tap or a message led to.

    Args:
        place: where the card goes now.
        applied: False when the card was older than the state; `work` is the current state then.
    """

    work: Work
    place: Place
    applied: bool = True


class Desk:
    """What the use cases of experts share: the sheet, the clock, one way to save."""

    def __init__(self, clock: Clock, sheets: Sheets) -> None:
        self.clock = clock
        self.sheets = sheets

    async def work(self, connection: AsyncConnection, stored: Stored) -> Work:
        """The stored records with their sheet."""
        sheet = await self.sheets.get(connection, stored.session.sheet_id)
        return Work(
            assignment=stored.assignment,
            session=stored.session,
            programme=stored.programme,
            sheet=sheet,
            answers=stored.answers,
            pending=stored.pending,
            heard_message=stored.heard_message,
            belongs=stored.belongs,
            replaced=stored.replaced,
        )

    async def load(self, connection: AsyncConnection, actor: Actor, assignment_id: int) -> Work:
        """The actor's own assignment.

        Raises:
            NotFound: it does not exist, is somebody else's, or they were not told of it yet.
        """
        stored = await records.load(connection, actor.here, assignment_id)
        if stored is None or stored.assignment.person_id != actor.me or not stored.invited:
            raise NotFound()
        return await self.work(connection, stored)

    async def load_to_write(self, tx: AsyncConnection, actor: Actor, assignment_id: int) -> Work:
        """The actor's own assignment, if verdicts can be given now.

        Raises:
            NotFound: see `load`.
            ConflictBars: the expert is connected with the college.
            SheetReadOnly: it was submitted.
            SessionNotOpen: the session is closed; data: `state`.
            WrongState: the invitation was not accepted; data: `thing`, `state`.
        """
        work = await self.load(tx, actor, assignment_id)
        if work.barred:
            raise ConflictBars()
        if work.assignment.state in HANDED_IN:
            raise SheetReadOnly()
        if work.session.state is not SessionState.OPEN and work.assignment.state is not AssignmentState.REOPENED:
            raise SessionNotOpen(state=work.session.state.value)
        if not work.editable:
            raise WrongState(thing="assignment", state=work.assignment.state.value)
        return work

    async def save(self, tx: AsyncConnection, actor: Actor, work: Work, criterion: Criterion, answer: Answer) -> Scored:
        """Store the answer to one criterion; gives the new state and where the card goes."""
        before, now = work.answer(criterion), self.clock.now()
        revision = next_revision(work.answers, work.assignment.revision)
        saved = replace(answer, revision=revision, updated_at=now)
        at = work.assignment
        await records.save_answer(tx, actor.here, at.id, criterion.key, saved, first=before.revision == 0)
        if at.state is AssignmentState.ACCEPTED:
            await queries.change_assignment(tx, at.id, state=AssignmentState.DRAFT.value, active_at=now)
            at = replace(at, state=AssignmentState.DRAFT)
        details: dict[str, audit.Detail] = {"criterion": criterion.key, "revision": revision, "verdict": saved.verdict}
        await audit.add(
            tx, actor.me, actor.here, "evaluation_answered", f"evaluation_assignments:{at.id}", now, details
        )
        changed = replace(work, assignment=at, answers={**work.answers, criterion.key: saved})
        return Scored(changed, place_after(changed.sheet, changed.answers, work.sheet.places[criterion.key]))

    async def stand(self, tx: AsyncConnection, work: Work, place: Place, asked: Need | None = None) -> Work:
        """Remember where the expert went and what they mean to write there."""
        revision = next_revision(work.answers, work.assignment.revision)
        at = replace(work.assignment, position=place.index, asked=asked, revision=revision)
        await self.touch(tx, at, position=at.position, asked=asked.value if asked else None, revision=revision)
        return replace(work, assignment=at)

    async def touch(self, tx: AsyncConnection, assignment: Assignment, **values: Any) -> None:
        """Change columns of an assignment and mark it as the one worked on last."""
        await queries.change_assignment(tx, assignment.id, active_at=self.clock.now(), **values)


def criterion_at(work: Work, index: int) -> Criterion:
    """The criterion at a place.

    Raises:
        NotFound: the sheet has no such place (a forged button).
    """
    if not 0 <= index < len(work.sheet.criteria):
        raise NotFound()
    return work.sheet.criteria[index]
