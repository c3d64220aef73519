"""Use cases of the directory: clusters, their organisations, specialities and working calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import WorkingCalendar
from cluster.calendar_file import YearCorrection, parse_correction
from cluster.data import industrial_tomsk
from cluster.directory import (
    NAME_LIMIT,
    Cluster,
    Contents,
    Organisation,
    OrganisationExists,
    OrganisationKind,
    OrganisationName,
    ParentUnfit,
    Speciality,
    ZoneUnknown,
    fold,
    one_line,
)
from cluster.errors import NotFound
from cluster.executors import Term
from services import builtin
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from storage import audit, directory, terms
from storage.database import Database

UNION_LIMIT = 50


@dataclass(frozen=True, slots=True)
class ClusterCreated:
    """A cluster and what it begins with; `is_new` is false when the same draft had made it before."""

    cluster: Cluster
    contents: Contents
    is_new: bool


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """One organisation with what hangs on it: specialities of a college, enterprises of a union, membership."""

    organisation: Organisation
    parent: Organisation | None
    specialities: Sequence[Speciality]
    enterprises: Sequence[Organisation]
    terms: Sequence[Term]


class DirectoryService(Service):
    """What can be done with clusters and what they consist of.

    Args:
        default_zone: IANA name of the zone of a cluster that names none (setting `TIMEZONE`).
        default_locale: language of new clusters (setting `DEFAULT_LOCALE`).
    """

    def __init__(
        self, db: Database, clock: Clock, *, default_zone: str = "Asia/Tomsk", default_locale: str = "ru"
    ) -> None:
        self._db = db
        self._clock = clock
        self._zone = default_zone
        self._locale = default_locale

    # --- clusters ---------------------------------------------------------------------------------------------------

    @use_case(Permission.CREATE_CLUSTER)
    async def create_builtin_cluster(self, actor: Actor, draft_key: str) -> ClusterCreated:
        """Create the industrial cluster of the Tomsk region with everything its documents say."""
        data = industrial_tomsk()
        head = data.cluster.cluster
        async with self._db.write() as tx:
            cluster_id, is_new = await self._cluster(tx, actor, head.name, head.zone, data.preset, draft_key)
            if is_new:
                await builtin.fill(tx, cluster_id, data, actor.me, self._clock.now())
            return await _created(tx, cluster_id, is_new)

    @use_case(Permission.CREATE_CLUSTER)
    async def create_empty_cluster(
        self, actor: Actor, name: str, draft_key: str, zone: str | None = None
    ) -> ClusterCreated:
        """Create a cluster without organisations and plans. It has the expert sheet: the form is everybody's.

        Raises:
            NameMissing, TooLong: the name cannot be used.
            ZoneUnknown: no time zone is called `zone`.
        """
        name = one_line(name, NAME_LIMIT)
        zone = _known_zone(zone or self._zone)
        async with self._db.write() as tx:
            cluster_id, is_new = await self._cluster(tx, actor, name, zone, None, draft_key)
            if is_new:
                await builtin.add_sheet(tx, cluster_id, industrial_tomsk().sheet, self._clock.now())
            return await _created(tx, cluster_id, is_new)

    async def _cluster(  # noqa: PLR0917 - what a cluster is made of
        self, tx: AsyncConnection, actor: Actor, name: str, zone: str, preset: str | None, draft_key: str
    ) -> tuple[int, bool]:
        known = await directory.cluster_of_draft(tx, draft_key)
        if known is not None:
            return known.id, False
        now = self._clock.now()
        cluster_id = await directory.insert_cluster(tx, name, zone, self._locale, preset, draft_key, now)
        await audit.add(tx, actor.me, cluster_id, "cluster_created", f"clusters:{cluster_id}", now)
        return cluster_id, True

    @use_case(Permission.PUBLIC)
    async def cluster(self, actor: Actor) -> ClusterCreated:
        """The current cluster and how much of everything it has."""
        async with self._db.read() as connection:
            return await _created(connection, actor.here, is_new=False)

    # --- organisations ----------------------------------------------------------------------------------------------

    @use_case(Permission.PUBLIC)
    async def organisations(
        self, actor: Actor, *, kind: OrganisationKind | None = None, text: str = "", page: int = 0
    ) -> Page[Organisation]:
        """Organisations of the current cluster by name.

        Args:
            text: words that must all occur in a name; case, «ё» and quotes do not matter.
            page: from 0.
        """
        span = window(page)
        async with self._db.read() as connection:
            found, total = await directory.organisations_of(connection, actor.here, kind=kind, words=fold(text), **span)
        return Page(found, max(0, page), total)

    @use_case(Permission.PUBLIC)
    async def kinds(self, actor: Actor) -> dict[OrganisationKind, int]:
        """How many organisations of each kind the current cluster has."""
        async with self._db.read() as connection:
            return await directory.count_by_kind(connection, actor.here)

    @use_case(Permission.PUBLIC)
    async def organisation(self, actor: Actor, organisation_id: int) -> OrganisationCard:
        """One organisation of the current cluster.

        Raises:
            NotFound: it is not there.
        """
        async with self._db.read() as connection:
            return await _card(connection, actor.here, organisation_id)

    @use_case(Permission.MANAGE_DIRECTORY)
    async def add_organisation(  # noqa: PLR0917 - the fields of its form
        self,
        actor: Actor,
        kind: OrganisationKind,
        name: str,
        short_name: str,
        draft_key: str,
        parent_id: int | None = None,
    ) -> Organisation:
        """Add an organisation to the current cluster.

        Args:
            short_name: for buttons; made from the name when empty.
            parent_id: the union an enterprise belongs to.

        Raises:
            NameMissing, TooLong, OrganisationExists: the name cannot be used.
            ParentUnfit, NotFound: the union cannot be used.
        """
        names = OrganisationName.of(name, short_name)
        async with self._db.write() as tx:
            made = await directory.organisation_of_draft(tx, actor.here, draft_key)
            if made is not None:
                return made
            await _refuse_known(tx, actor.here, names.full)
            if parent_id is not None:
                union = await _present(tx, actor.here, parent_id)
                if union.kind is not OrganisationKind.UNION or kind is not OrganisationKind.ENTERPRISE:
                    raise ParentUnfit()
            new_id = await directory.insert_organisation(
                tx, actor.here, kind, names, parent_id=parent_id, draft_key=draft_key
            )
            await self._note(tx, actor, "organisation_added", new_id)
            return await _present(tx, actor.here, new_id)

    @use_case(Permission.MANAGE_DIRECTORY)
    async def rename_organisation(
        self, actor: Actor, organisation_id: int, name: str, short_name: str = ""
    ) -> Organisation:
        """Change the names people read. The old full name is not searched any more, what the sources print is.

        Raises:
            NotFound: it is not there.
            NameMissing, TooLong, OrganisationExists: the name cannot be used.
        """
        names = OrganisationName.of(name, short_name)
        async with self._db.write() as tx:
            current = await _present(tx, actor.here, organisation_id)
            if fold(names.full) != fold(current.name):
                await _refuse_known(tx, actor.here, names.full)
            await directory.rename_organisation(tx, organisation_id, names)
            await self._note(tx, actor, "organisation_renamed", organisation_id)
            return await _present(tx, actor.here, organisation_id)

    @use_case(Permission.MANAGE_DIRECTORY)
    async def set_term(
        self, actor: Actor, organisation_id: int, since: date | None, until: date | None
    ) -> OrganisationCard:
        """Say when an organisation is a member; groups of a plan's executors are who is a member on the day it is due.

        Args:
            since, until: first and last day; None: not known, goes on.

        Raises:
            NotFound: it is not there.
            TermReversed: it ends before it begins.
        """
        term = Term.of(since, until)
        async with self._db.write() as tx:
            found = await _present(tx, actor.here, organisation_id)
            await terms.set_term(tx, found.id, term, actor.me, self._clock.now())
            await self._note(tx, actor, "organisation_term_set", found.id)
            return await _card(tx, actor.here, found.id)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, organisation_id: int) -> None:
        subject = f"organisations:{organisation_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now())

    # --- specialities, calendar -------------------------------------------------------------------------------------

    @use_case(Permission.PUBLIC)
    async def specialities(self, actor: Actor) -> list[Speciality]:
        """Specialities of the current cluster by code, groups among them."""
        async with self._db.read() as connection:
            return await directory.specialities_of(connection, actor.here)

    @use_case(Permission.PUBLIC)
    async def calendar(self, actor: Actor) -> WorkingCalendar:
        """The working calendar of the current cluster."""
        async with self._db.read() as connection:
            return await directory.working_calendar(connection, actor.here)

    @use_case(Permission.MANAGE_DIRECTORY)
    async def load_calendar_correction(self, actor: Actor, text: str) -> YearCorrection:
        """Correct a year from a file; what was loaded for that year before is replaced.

        Args:
            text: contents of the file, see `cluster.calendar_file`.

        Raises:
            CalendarFileInvalid, CalendarYearsMixed, CalendarDayTwice, CalendarFileEmpty: what is wrong, with the line.
        """
        correction = parse_correction(text)
        async with self._db.write() as tx:
            now = self._clock.now()
            await directory.replace_corrections(tx, actor.here, correction.year, correction.days, now)
            details = {"year": correction.year, "days": len(correction.days)}
            await audit.add(tx, actor.me, actor.here, "calendar_corrected", f"clusters:{actor.here}", now, details)
        return correction


async def _created(connection: AsyncConnection, cluster_id: int, is_new: bool) -> ClusterCreated:
    cluster = await directory.cluster(connection, cluster_id)
    if cluster is None:
        raise NotFound()
    return ClusterCreated(cluster, await directory.contents(connection, cluster_id), is_new)


async def _present(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> Organisation:
    found = await directory.organisation(connection, cluster_id, organisation_id)
    if found is None:
        raise NotFound()
    return found


async def _card(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> OrganisationCard:
    found = await _present(connection, cluster_id, organisation_id)
    taught = await directory.specialities_of(connection, cluster_id, found.id)
    enterprises, _ = await directory.organisations_of(connection, cluster_id, parent_id=found.id, limit=UNION_LIMIT)
    parent = await _present(connection, cluster_id, found.parent_id) if found.parent_id else None
    return OrganisationCard(found, parent, taught, enterprises, await terms.terms_of(connection, found.id))


async def _refuse_known(tx: AsyncConnection, cluster_id: int, name: str) -> None:
    known = await directory.organisation_called(tx, cluster_id, name)
    if known is not None:
        raise OrganisationExists(name=known.name)


def _known_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder or an endless name
        raise ZoneUnknown(text=name[:64]) from None
