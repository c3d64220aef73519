"""Use cases of places: enterprises offer, change, close and copy them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.directory import OrganisationKind
from cluster.errors import NotFound
from cluster.practice.places import Place
from cluster.practice.refusals import DaysReversed, SpecialitiesMissing
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from services.practice.scope import require_own, scope, today
from storage import audit, directory
from storage import practice as queries
from storage.database import Database
from storage.schema.practice import practice_places


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place with how many of its seats are taken; `is_own`: the person may change it."""

    place: Place
    taken: int
    is_own: bool


class PlaceService(Service):
    """What can be done with places."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @use_case(Permission.SEE_PRACTICE)
    async def places(self, actor: Actor, number: int = 0) -> tuple[Page[Place], Mapping[int, int]]:
        """A page of places with how many seats of each are taken: the own ones of an enterprise, else all to come."""
        mine = actor.organisations(Role.ENTERPRISE)
        own = mine if mine and not actor.can(Permission.MANAGE_PRACTICE) else None
        ends_from = None if own else today(actor, self._clock)
        async with self._db.read() as connection:
            span = window(number)
            found, total = await queries.places(
                connection,
                actor.here,
                organisations=own,
                ends_from=ends_from,
                limit=span["limit"],
                offset=span["offset"],
            )
            taken = await queries.taken(connection, [place.id for place in found])
        return Page(found, max(0, number), total), taken

    @use_case(Permission.SEE_PRACTICE)
    async def look(self, actor: Actor, place_id: int) -> PlaceCard:
        """One place.

        Raises:
            NotFound: it is not here.
        """
        async with self._db.read() as connection:
            return await _card(connection, actor, place_id)

    @use_case(Permission.OFFER_PLACES)
    async def enterprises(self, actor: Actor) -> Sequence[tuple[int, str]]:
        """Enterprises the person may offer places of: ids and short names."""
        async with self._db.read() as connection:
            return await enterprises(connection, actor)

    @use_case(Permission.OFFER_PLACES)
    async def offer(self, actor: Actor, new: Place, draft_key: str) -> PlaceCard:
        """Offer a place; the same draft twice is one. `id`, `cluster_id` and `enterprise` of `new` do not count.

        Raises:
            Forbidden, NotFound: the enterprise is somebody else's, or there is none.
            DaysReversed, SpecialitiesMissing: what is wrong with it.
        """
        require_own(actor, Role.ENTERPRISE, new.organisation_id)
        _check(new)
        async with self._db.write() as tx:
            if new.organisation_id not in dict(await enterprises(tx, actor)):
                raise NotFound()
            now = self._clock.now()
            values = {
                "cluster_id": actor.here,
                "organisation_id": new.organisation_id,
                "draft_key": draft_key,
                "created_by": actor.me,
                "created_at": now,
            }
            place_id = await queries.insert_once(tx, practice_places, values | queries.place_values(new))
            await audit.add(tx, actor.me, actor.here, "practice_place_offered", f"practice_places:{place_id}", now)
            return await _card(tx, actor, place_id)

    @use_case(Permission.OFFER_PLACES)
    async def change(self, actor: Actor, place_id: int, new: Place) -> PlaceCard:
        """Change a place; who is there already stays.

        Raises:
            DaysReversed, SpecialitiesMissing: what is wrong with it.
        """
        _check(new)
        async with self._db.write() as tx:
            current = await _own(tx, actor, place_id)
            values = queries.place_values(replace(new, is_open=current.is_open))
            await queries.change_place(tx, place_id, **values)
            await self._note(tx, actor, "practice_place_changed", place_id)
            return await _card(tx, actor, place_id)

    @use_case(Permission.OFFER_PLACES)
    async def set_open(self, actor: Actor, place_id: int, wanted: bool) -> PlaceCard:
        """Take a place into matching or out of it; doing it twice changes nothing."""
        async with self._db.write() as tx:
            current = await _own(tx, actor, place_id)
            if current.is_open != wanted:
                await queries.change_place(tx, place_id, is_open=wanted)
                await self._note(tx, actor, "practice_place_changed", place_id)
            return await _card(tx, actor, place_id)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, place_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"practice_places:{place_id}", self._clock.now())


async def enterprises(connection: AsyncConnection, actor: Actor) -> Sequence[tuple[int, str]]:
    """Enterprises somebody acts for, or all of them for a coordinator: ids and short names."""
    found, _ = await directory.organisations_of(connection, actor.here, kind=OrganisationKind.ENTERPRISE, limit=500)
    own = scope(actor, Role.ENTERPRISE)
    return [(one.id, one.short_name) for one in found if own is None or one.id in own]


def _check(place: Place) -> None:
    if place.period.last < place.period.first:
        raise DaysReversed()
    if not place.specialities:
        raise SpecialitiesMissing()


async def _own(connection: AsyncConnection, actor: Actor, place_id: int) -> Place:
    found = await queries.place(connection, actor.here, place_id)
    if found is None:
        raise NotFound()
    require_own(actor, Role.ENTERPRISE, found.organisation_id)
    return found


async def _card(connection: AsyncConnection, actor: Actor, place_id: int) -> PlaceCard:
    found = await queries.place(connection, actor.here, place_id)
    if found is None:
        raise NotFound()
    taken = await queries.taken(connection, [place_id])
    own = scope(actor, Role.ENTERPRISE)
    is_own = actor.can(Permission.OFFER_PLACES) and (own is None or found.organisation_id in own)
    return PlaceCard(found, taken.get(place_id, 0), is_own)
