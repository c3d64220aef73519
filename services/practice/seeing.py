"""A placement as one person sees it: what they may know, and what they may answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound
from cluster.practice.acceptance import Placement, PlacementState, Side
from cluster.practice.mentors import Mentor
from cluster.practice.places import Place
from cluster.practice.requests import Intern, Request
from services.practice.proposing import team_of
from storage import people
from storage import practice as base
from storage import practice_placements as records
from storage import practice_requests as asked
from storage.practice_placements import Visit


@dataclass(frozen=True, slots=True)
class PlacementCard:
    """A placement with everything around it.

    Args:
        team: mentors, the primary first; `names` of those who are in the bot, by mentor's id.
        days: who looks after the intern on each day.
        mine: sides the person answers for.
        knows_mark: the person is of the college, and may see its own number.
        notes_outcome: the person may say whether the intern was hired.
    """

    placement: Placement
    intern: Intern
    request: Request
    place: Place
    team: Sequence[Mentor]
    names: Mapping[int, str]
    days: Sequence[Visit]
    ratings: Mapping[Side, int]
    mine: frozenset[Side]
    knows_mark: bool
    notes_outcome: bool

    @property
    def agrees_for(self) -> frozenset[Side]:
        """Sides that have agreed when this person has: an enterprise agrees for a mentor who is not in the bot."""
        absent = self.place.needs_mentor and bool(self.team) and self.team[0].person_id is None
        silent = not self.team and self.place.needs_mentor
        stands_in = Side.ENTERPRISE in self.mine and (absent or silent)
        return self.mine | {Side.MENTOR} if stands_in else self.mine

    @property
    def may_answer(self) -> bool:
        """Whether the person's answer is still waited for."""
        return self.placement.state is PlacementState.PROPOSED and not self.mine <= self.placement.answered

    @property
    def rates_as(self) -> Side | None:
        """Whose mark the person can give, once it is over."""
        if Side.ENTERPRISE in self.mine or Side.MENTOR in self.mine:
            return Side.ENTERPRISE
        return Side.INTERN if Side.INTERN in self.mine else None

    @property
    def uncovered(self) -> int:
        """Days nobody is on duty, where somebody should be."""
        return sum(day.mentor_id is None for day in self.days) if self.place.needs_mentor else 0


async def card_of(connection: AsyncConnection, actor: Actor, placement_id: int) -> PlacementCard:
    """A placement as the actor sees it.

    Raises:
        NotFound: it is not here, or they take no part in it.
    """
    placement = await records.placement(connection, actor.here, placement_id)
    if placement is None:
        raise NotFound()
    card = await facts(connection, placement, actor)
    if not card.mine and not card.notes_outcome and actor.me not in {one.person_id for one in card.team}:
        raise NotFound()
    return card


async def facts(connection: AsyncConnection, placement: Placement, actor: Actor | None = None) -> PlacementCard:
    """Everything around a placement; without an actor nobody's in particular."""
    intern = await asked.intern(connection, placement.cluster_id, placement.intern_id)
    assert intern is not None
    request = await asked.request(connection, placement.cluster_id, intern.request_id)
    place = await base.place(connection, placement.cluster_id, placement.place_id)
    assert request is not None and place is not None
    team = await team_of(connection, placement)
    names = await people.names(connection, [one.person_id for one in team if one.person_id])
    mine = _mine(actor, intern, request, place, team) if actor else frozenset[Side]()
    manages = actor is not None and actor.can(Permission.MANAGE_PRACTICE)
    return PlacementCard(
        placement=placement,
        intern=intern,
        request=request,
        place=place,
        team=team,
        names={one.id: names[one.person_id] for one in team if one.person_id in names},
        days=await records.visits(connection, placement_id=placement.id, states=[placement.state.value]),
        ratings=await records.ratings(connection, placement.id),
        mine=mine,
        knows_mark=actor is not None and request.organisation_id in actor.organisations(Role.COLLEGE),
        notes_outcome=manages or bool(mine & {Side.ENTERPRISE, Side.INTERN}),
    )


def _mine(actor: Actor, intern: Intern, request: Request, place: Place, team: Sequence[Mentor]) -> frozenset[Side]:
    sides = set()
    if request.organisation_id in actor.organisations(Role.COLLEGE) or intern.person_id == actor.person_id:
        sides.add(Side.INTERN)
    if place.organisation_id in actor.organisations(Role.ENTERPRISE):
        sides.add(Side.ENTERPRISE)
    if team and team[0].person_id is not None and team[0].person_id == actor.person_id:
        sides.add(Side.MENTOR)
    return frozenset(sides)
