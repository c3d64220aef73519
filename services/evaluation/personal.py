"""What the evaluation keeps about a person: for the file they download, and for the withdrawal of their consent."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.states import TRANSITIONS, AssignmentState, DeclineReason, SessionState, move
from services.evaluation import letters
from services.evaluation.notices import ExpertDeclined
from storage import audit
from storage import evaluation as queries
from storage import evaluation_personal as personal
from storage.evaluation_scoring import Stored


class EvaluationRecords:
    """A `services.privacy.Keeper`: the expert's assignments, answers and files."""

    name = "evaluation"

    async def export(self, connection: AsyncConnection, person_id: int) -> Any:
        """Assignments with answers, and which files were sent; dates in ISO form."""
        files = await personal.evidence_of(connection, person_id)
        return {
            "assignments": [_assignment(stored) for stored in await personal.all_of(connection, person_id)],
            "files": [{**file, "added_at": _iso(file["added_at"])} for file in files],
            "competence": await personal.competence_of(connection, person_id),
            "declarations": [
                {**one, "declared_at": _iso(one["declared_at"])}
                for one in await personal.declarations_of(connection, person_id)
            ],
        }

    async def erase(self, tx: AsyncConnection, person_id: int, code: str, at: datetime) -> None:
        """Sheets that are still awaited are declined, so that coordinators find somebody else; signed ones stay.

        Forms print the person's name as it is when they are made, which is the code from now on.
        """
        for stored in await personal.all_of(tx, person_id):
            state, assignment_id = stored.assignment.state, stored.assignment.id
            if AssignmentState.DECLINED not in TRANSITIONS[state] or stored.session.state is SessionState.CLOSED:
                continue
            declined = move(state, AssignmentState.DECLINED)
            await queries.change_assignment(
                tx, assignment_id, state=declined.value, reason=DeclineReason.OTHER.value, answered_at=at
            )
            subject = f"evaluation_assignments:{assignment_id}"
            await audit.add(tx, person_id, stored.session.cluster_id, "evaluation_declined", subject, at)
            if stored.invited:
                notice = ExpertDeclined(assignment_id=assignment_id)
                key = f"evaluation:left:{assignment_id}"
                await letters.tell_coordinators(tx, stored.session, notice, at, key, programme_id=stored.programme.id)
        await personal.erase(tx, person_id)


def _assignment(stored: Stored) -> dict[str, Any]:
    return {
        "session": stored.session.title,
        "programme": stored.programme.title,
        "state": stored.assignment.state.value,
        "reason": stored.assignment.reason_text,
        "submitted_at": _iso(stored.assignment.submitted_at),
        "answers": {
            criterion: {
                "verdict": answer.verdict.value if answer.verdict else None,
                "value": answer.value,
                "remark": answer.remark,
            }
            for criterion, answer in stored.answers.items()
        },
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
