"""Use cases of mentors: who they are, their rota, absences, training; a mentor who drops out is substituted at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import Forbidden, NotFound
from cluster.practice.mentors import Mentor
from cluster.practice.places import Period
from cluster.practice.refusals import DaysReversed, SpecialitiesMissing
from services.base import Service, use_case
from services.calendars import Calendars
from services.clock import Clock
from services.practice import letters
from services.practice.notices import MentorListed
from services.practice.places import enterprises
from services.practice.scope import scope, today
from services.practice.substitution import Substituted, substitute
from storage import audit, people, roles
from storage import practice as queries
from storage import practice_placements as records
from storage.database import Database
from storage.practice_placements import Visit
from storage.schema.practice import practice_absences, practice_mentors

WEEK = timedelta(days=6)
AHEAD = timedelta(days=370)


@dataclass(frozen=True, slots=True)
class MentorCard:
    """A mentor with the name of the person, if they are in the bot, and who comes in the week shown."""

    mentor: Mentor
    name: str | None
    week: Period
    visits: Sequence[Visit]
    is_own: bool


class MentorService(Service):
    """What an enterprise does with its mentors, and a mentor with the own entry."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars

    @use_case(Permission.KEEP_MENTORS)
    async def mentors(self, actor: Actor) -> Sequence[Mentor]:
        """Mentors of the own enterprise, of the whole cluster for coordinators; a mentor sees the own entries."""
        async with self._db.read() as connection:
            own = scope(actor, Role.ENTERPRISE)
            if own is not None and not own:
                return await queries.mentors(connection, actor.here, person_id=actor.me)
            return await queries.mentors(connection, actor.here, organisations=own)

    @use_case(Permission.KEEP_MENTORS)
    async def look(self, actor: Actor, mentor_id: int, week: int = 0) -> MentorCard:
        """A mentor and who comes in a week, counted from this one.

        Raises:
            NotFound: no such mentor here, or it is not for this person.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, mentor_id, week)

    @use_case(Permission.KEEP_MENTORS)
    async def enterprises(self, actor: Actor) -> Sequence[tuple[int, str]]:
        """Enterprises the person may list mentors of: ids and short names."""
        async with self._db.read() as connection:
            found = await enterprises(connection, actor)
            as_mentor = actor.organisations(Role.MENTOR)
            own = [one for one in await queries.organisation_names(connection, as_mentor) if one not in found]
            return [*found, *own]

    @use_case(Permission.KEEP_MENTORS)
    async def candidates(self, actor: Actor, organisation_id: int) -> Sequence[tuple[int, str]]:
        """Who of the enterprise's people in the bot can be listed: ids and names; a mentor sees only themselves.

        Raises:
            NotFound: the enterprise is not here, or the person has nothing to do with it.
        """
        if organisation_id not in dict(await self.enterprises(actor)):
            raise NotFound()
        async with self._db.read() as connection:
            found = await queries.candidates(connection, actor.here, organisation_id)
        return found if self._manages(actor, organisation_id) else [one for one in found if one[0] == actor.me]

    @use_case(Permission.KEEP_MENTORS)
    async def add(self, actor: Actor, new: Mentor, draft_key: str) -> MentorCard:
        """List a mentor; the same draft twice is one. A mentor can list only themselves, and the enterprise is told.

        Raises:
            Forbidden, NotFound: somebody else's enterprise, or a person who is no mentor there.
            SpecialitiesMissing: for whom it is was not chosen.
        """
        if not new.specialities:
            raise SpecialitiesMissing()
        manages = self._manages(actor, new.organisation_id)
        if not manages and (new.person_id != actor.me or new.organisation_id not in actor.organisations(Role.MENTOR)):
            raise Forbidden()
        async with self._db.write() as tx:
            made = await queries.made_of(tx, practice_mentors, draft_key)
            if made is None:
                if manages and new.organisation_id not in dict(await enterprises(tx, actor)):
                    raise NotFound()
                known = dict(await queries.candidates(tx, actor.here, new.organisation_id))
                if new.person_id is not None and new.person_id not in known:
                    raise NotFound()
                made = await self._insert(tx, actor, new, draft_key)
                if not manages:
                    await self._tell_enterprise(tx, actor, new.organisation_id, made)
            return await self._card(tx, actor, made)

    @use_case(Permission.KEEP_MENTORS)
    async def change(self, actor: Actor, mentor_id: int, new: Mentor) -> MentorCard:
        """Change what is known of a mentor; days that were agreed stay, and days off the new rota are substituted.

        Raises:
            SpecialitiesMissing: for whom it is was not chosen.
        """
        if not new.specialities:
            raise SpecialitiesMissing()
        async with self._db.write() as tx:
            current = await self._own(tx, actor, mentor_id)
            values = queries.mentor_values(new) | {"person_id": current.person_id, "is_active": current.is_active}
            await queries.change_mentor(tx, mentor_id, **values)
            await self._note(tx, actor, "practice_mentor_changed", mentor_id)
            await self._substitute(tx, actor, mentor_id, Period(today(actor, self._clock), self._far(actor)))
            return await self._card(tx, actor, mentor_id)

    @use_case(Permission.KEEP_MENTORS)
    async def be_absent(
        self, actor: Actor, mentor_id: int, first: date, last: date, draft_key: str
    ) -> tuple[MentorCard, Substituted]:
        """Note days a mentor is not there; somebody else takes the interns of those days at once.

        Raises:
            DaysReversed: the last day is before the first.
        """
        if last < first:
            raise DaysReversed()
        period = Period(first, last)
        async with self._db.write() as tx:
            await self._own(tx, actor, mentor_id)
            done = Substituted()
            if await queries.made_of(tx, practice_absences, draft_key) is None:
                values = {"mentor_id": mentor_id, "first_day": first, "last_day": last, "draft_key": draft_key}
                await queries.insert_once(tx, practice_absences, values)
                await self._note(tx, actor, "practice_mentor_absent", mentor_id)
                done = await self._substitute(tx, actor, mentor_id, period)
            return await self._card(tx, actor, mentor_id), done

    @use_case(Permission.KEEP_MENTORS)
    async def be_back(self, actor: Actor, mentor_id: int, first: date) -> MentorCard:
        """Take back the absence that begins on `first`; those who took the interns over keep them."""
        async with self._db.write() as tx:
            current = await self._own(tx, actor, mentor_id)
            for absence in current.absences:
                if absence.first == first:
                    await queries.remove_absence(tx, mentor_id, absence)
                    await self._note(tx, actor, "practice_mentor_changed", mentor_id)
            return await self._card(tx, actor, mentor_id)

    @use_case(Permission.KEEP_MENTORS)
    async def set_active(self, actor: Actor, mentor_id: int, wanted: bool) -> tuple[MentorCard, Substituted]:
        """Take a mentor off the list, with all days to come substituted, or put them on it again."""
        async with self._db.write() as tx:
            current = await self._own(tx, actor, mentor_id)
            done = Substituted()
            if current.is_active != wanted:
                await queries.change_mentor(tx, mentor_id, is_active=wanted)
                await self._note(tx, actor, "practice_mentor_changed", mentor_id)
                if not wanted:
                    coming = Period(today(actor, self._clock), self._far(actor))
                    done = await self._substitute(tx, actor, mentor_id, coming)
            return await self._card(tx, actor, mentor_id), done

    def _manages(self, actor: Actor, organisation_id: int) -> bool:
        own = scope(actor, Role.ENTERPRISE)
        return own is None or organisation_id in own

    def _far(self, actor: Actor) -> date:
        return today(actor, self._clock) + AHEAD

    async def _insert(self, tx: AsyncConnection, actor: Actor, new: Mentor, draft_key: str) -> int:
        values = {
            "cluster_id": actor.here,
            "organisation_id": new.organisation_id,
            "draft_key": draft_key,
            "created_at": self._clock.now(),
        }
        mentor_id = await queries.insert_once(tx, practice_mentors, queries.mentor_values(new) | values)
        await self._note(tx, actor, "practice_mentor_listed", mentor_id)
        return mentor_id

    async def _tell_enterprise(self, tx: AsyncConnection, actor: Actor, organisation_id: int, mentor_id: int) -> None:
        members = await roles.of_organisations(tx, actor.here, [organisation_id])
        told = members.get((organisation_id, Role.ENTERPRISE), ())
        notice, now = MentorListed(mentor_id=mentor_id), self._clock.now()
        await letters.tell(tx, actor.here, told, notice, now, key=f"practice:mentor-listed:{mentor_id}")

    async def _substitute(self, tx: AsyncConnection, actor: Actor, mentor_id: int, period: Period) -> Substituted:
        calendar, now = self._calendars(actor.here), self._clock.now()
        return await substitute(tx, actor.here, mentor_id, period, calendar, now)

    async def _own(self, connection: AsyncConnection, actor: Actor, mentor_id: int) -> Mentor:
        found = await queries.mentor(connection, actor.here, mentor_id)
        if found is None:
            raise NotFound()
        if not self._manages(actor, found.organisation_id) and found.person_id != actor.me:
            raise Forbidden()
        return found

    async def _card(self, connection: AsyncConnection, actor: Actor, mentor_id: int, week: int = 0) -> MentorCard:
        found = await self._own(connection, actor, mentor_id)
        day = today(actor, self._clock)
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=min(max(week, -60), 60))
        shown = Period(monday, monday + WEEK)
        visits = await records.visits(connection, mentor_ids=[mentor_id], first=shown.first, last=shown.last)
        known = await people.person(connection, found.person_id) if found.person_id else None
        return MentorCard(found, known.name if known else None, shown, visits, is_own=found.person_id == actor.me)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, mentor_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"practice_mentors:{mentor_id}", self._clock.now())
