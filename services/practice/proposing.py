"""Proposals: what a run found, or a coordinator chose, becomes placements that all sides are asked about."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.practice.acceptance import LIVE, Placement, PlacementState, Proposal, expires_at
from cluster.practice.fitness import Hindrance, Obstacle, allowed_shifts, hindrances, possible_mentors
from cluster.practice.mentors import Mentor, practice_days
from cluster.practice.places import Place
from cluster.practice.requests import Intern, Request
from cluster.practice.teams import form_team
from services.practice import letters
from services.practice.substitution import load_of
from storage import audit
from storage import practice as base
from storage import practice_placements as records
from storage import practice_requests as asked
from storage.evaluation import zone as zone_of


async def propose(  # noqa: PLR0917 - what proposals are made of
    tx: AsyncConnection,
    cluster_id: int,
    proposals: Sequence[Proposal],
    calendar: WorkingCalendar,
    now: datetime,
    by: int | None = None,
) -> list[int]:
    """Ask all sides about each proposal, in one transaction; gives the ids of the placements.

    One that does not hold any more is left out: the intern has a live placement or left, the place is closed or full.

    Args:
        by: id of the person who proposes; None for the program itself (a freed seat).
    """
    made = []
    for proposal in proposals:
        if not await _holds(tx, cluster_id, proposal):
            continue
        zone = ZoneInfo(await zone_of(tx, cluster_id))
        values = _values(cluster_id, proposal, now, expires_at(now, calendar, zone))
        placement_id = await records.insert_placement(tx, values, proposal.team)
        await records.set_days(tx, placement_id, proposal.days)
        placement = await records.placement(tx, cluster_id, placement_id)
        assert placement is not None
        await letters.propose(tx, placement, now)
        subject = f"practice_placements:{placement_id}"
        await audit.add(tx, by, cluster_id, "practice_proposed", subject, now, {"run": proposal.run_id})
        made.append(placement_id)
    return made


async def _holds(tx: AsyncConnection, cluster_id: int, proposal: Proposal) -> bool:
    intern = await asked.intern(tx, cluster_id, proposal.intern_id)
    place = await base.place(tx, cluster_id, proposal.place_id)
    if intern is None or place is None or intern.is_out or not place.is_open:
        return False
    live, _ = await records.placements(tx, cluster_id, intern_ids=[intern.id], states=LIVE)
    taken = await records.taken_in(tx, place.id, proposal.period)
    return not live and taken < place.capacity


def _values(cluster_id: int, proposal: Proposal, now: datetime, until: datetime) -> dict[str, Any]:
    return {
        "cluster_id": cluster_id,
        "run_id": proposal.run_id,
        "intern_id": proposal.intern_id,
        "place_id": proposal.place_id,
        "first_day": proposal.period.first,
        "last_day": proposal.period.last,
        "state": PlacementState.PROPOSED.value,
        "answered": [],
        "why": [dict(line) for line in proposal.why],
        "proposed_at": now,
        "expires_at": until,
    }


async def by_hand(  # noqa: PLR0917 - what a proposal by hand is made of
    tx: AsyncConnection, intern: Intern, request: Request, place: Place, today: date, calendar: WorkingCalendar
) -> tuple[Proposal, list[Hindrance]]:
    """The proposal a coordinator makes by hand, with a team formed for it, and what stands in its way."""
    found = hindrances(intern, request, place, today, calendar)
    proposal = Proposal(intern.id, place.id, request.period)
    if not place.needs_mentor:
        return proposal, found
    mentors = await base.mentors(tx, place.cluster_id, organisations=[place.organisation_id], only_active=True)
    able = possible_mentors(mentors, intern, request, place, calendar)
    days = practice_days(request.period, calendar)
    load = await load_of(tx, [one.id for one in able], request.period.first, request.period.last)
    team = form_team(able, days, allowed_shifts(place, intern, request), load, calendar)
    if not team.mentors:
        found = [*found, Hindrance(Obstacle.MENTOR)]
    return Proposal(intern.id, place.id, request.period, team.mentors, team.days), found


async def team_of(connection: AsyncConnection, placement: Placement) -> list[Mentor]:
    """Mentors of a placement, the primary first."""
    found = await base.mentors(connection, placement.cluster_id, ids=placement.team)
    return sorted(found, key=lambda one: placement.team.index(one.id))
