"""What practice keeps about a person: for the file they download, and for the withdrawal of their consent."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.practice.mentors import Mentor
from cluster.practice.places import Period
from cluster.practice.requests import Intern
from services.calendars import Calendars
from services.practice.substitution import substitute
from storage import audit
from storage import practice as base
from storage import practice_personal as personal

AHEAD = timedelta(days=370)


class PracticeRecords:
    """A `services.privacy.Keeper`: a mentor's entry with rota and absences, an intern's, marks given.

    Args:
        calendars: working days, for the substitutes of a mentor who leaves.
    """

    name = "practice"

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars

    async def export(self, connection: AsyncConnection, person_id: int) -> Any:
        """Plain data; dates in ISO form."""
        marks = await personal.ratings_of(connection, person_id)
        return {
            "mentor": [_mentor(one) for one in await personal.mentors_of(connection, person_id)],
            "intern": [_intern(one) for one, _ in await personal.interns_of(connection, person_id)],
            "marks": [{**mark, "given_at": mark["given_at"].isoformat(timespec="seconds")} for mark in marks],
            "requests": await personal.requests_of(connection, person_id),
        }

    async def erase(self, tx: AsyncConnection, person_id: int, code: str, at: datetime) -> None:
        """A mentor's interns get a substitute at once; then nothing says who the person was."""
        for mentor in await personal.mentors_of(tx, person_id):
            await base.change_mentor(tx, mentor.id, is_active=False)
            coming = Period(at.date(), at.date() + AHEAD)
            await substitute(tx, mentor.cluster_id, mentor.id, coming, self._calendars(mentor.cluster_id), at)
            subject = f"practice_mentors:{mentor.id}"
            await audit.add(tx, person_id, mentor.cluster_id, "practice_mentor_changed", subject, at)
        await personal.erase(tx, person_id, code)


def _mentor(mentor: Mentor) -> dict[str, Any]:
    return {
        "enterprise": mentor.enterprise,
        "label": mentor.label,
        "specialities": list(mentor.specialities),
        "limit": mentor.limit,
        "rota": mentor.rota.kind.value,
        "anchor": mentor.rota.anchor.isoformat() if mentor.rota.anchor else None,
        "dates": sorted(day.isoformat() for day in mentor.rota.dates),
        "absences": [[one.first.isoformat(), one.last.isoformat()] for one in mentor.absences],
        "trained_on": mentor.trained_on.isoformat() if mentor.trained_on else None,
    }


def _intern(intern: Intern) -> dict[str, Any]:
    return {
        "code": intern.code,
        "own_mark": intern.own_mark,
        "birth_year": intern.birth_year,
        "town": intern.town,
        "towns": list(intern.towns),
        "clearances": [
            [one.kind.value, one.state.value, one.on.isoformat() if one.on else None] for one in intern.clearances
        ],
        "wishes": list(intern.wishes),
    }
