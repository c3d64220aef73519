"""Use cases of the bank of programmes: everybody reads it, colleges enter theirs, coordinators answer for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.bank import AGREED, AgreedProgramme, Agreement, BankProgramme, LastDayPassed, ProgrammeKind
from cluster.calendar import local_day
from cluster.errors import NotFound
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from storage import audit, belonging, evaluation
from storage import bank as queries
from storage.bank import SessionProgramme, Wanted
from storage.belonging import ClusterChoice
from storage.database import Database

LARGEST_BROCHURE = 500
_OUTCOMES = {"agreed": Agreement.AGREED, "with_remarks": Agreement.WITH_REMARKS, "returned": Agreement.RETURNED}


@dataclass(frozen=True, slots=True)
class NewBankProgramme:
    """What is entered about a programme; a coordinator names the college, a college's own is taken otherwise."""

    kind: ProgrammeKind
    organisation_id: int
    code: str | None
    title: str
    summary: str | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class BankPage:
    """A page of the bank.

    Args:
        waiting: programmes of closed sessions that are not in the bank, or have another decision by now.
        may_add: whether the person can enter programmes.
    """

    cluster_id: int
    cluster: str
    programmes: Page[BankProgramme]
    today: date
    waiting: int
    may_add: bool


@dataclass(frozen=True, slots=True)
class BankCard:
    """A programme and what the person may do with it."""

    programme: BankProgramme
    today: date
    may_change: bool
    manages: bool


@dataclass(frozen=True, slots=True)
class Brochure:
    """Everything the brochure is made of: what guests see, by college."""

    cluster: str
    programmes: Sequence[BankProgramme]
    today: date


class BankService(Service):
    """The bank. Guests and members of no cluster see what is public; members also what is not agreed yet."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @use_case(Permission.PUBLIC)
    async def clusters(self, actor: Actor) -> list[ClusterChoice]:
        """Clusters whose bank the person can read: their own, or for guests all."""
        async with self._db.read() as connection:
            every = await belonging.all_clusters(connection)
        return [one for one in every if actor.cluster_id in (None, one.id)]

    @use_case(Permission.PUBLIC)
    async def page(
        self, actor: Actor, cluster_id: int, kind: ProgrammeKind | None = None, words: str = "", number: int = 0
    ) -> BankPage:
        """A page of the bank.

        Raises:
            NotFound: no such cluster, or not the one the person works in.
        """
        cluster = await self._cluster(actor, cluster_id)
        today = self._today(actor)
        async with self._db.read() as connection:
            wanted = self._wanted(actor, kind, words, today)
            found, total = await queries.page(connection, cluster_id, wanted, **window(number))
            manages = actor.can(Permission.MANAGE_BANK)
            waiting = len(await self._waiting(connection, cluster_id)) if manages else 0
        may_add = actor.can(Permission.OFFER_PROGRAMMES)
        return BankPage(cluster_id, cluster.name, Page(found, max(0, number), total), today, waiting, may_add)

    @use_case(Permission.PUBLIC)
    async def look(self, actor: Actor, cluster_id: int, programme_id: int) -> BankCard:
        """One programme.

        Raises:
            NotFound: there is none here that this person may see.
        """
        await self._cluster(actor, cluster_id)
        async with self._db.read() as connection:
            return await self._card(connection, actor, cluster_id, programme_id)

    @use_case(Permission.PUBLIC)
    async def brochure(self, actor: Actor, cluster_id: int) -> Brochure:
        """What the brochure is made of: public programmes, at most `LARGEST_BROCHURE`.

        Raises:
            NotFound: no such cluster here, or nothing to print.
        """
        cluster = await self._cluster(actor, cluster_id)
        today = self._today(actor)
        async with self._db.read() as connection:
            found, _ = await queries.page(connection, cluster_id, Wanted(public_on=today), LARGEST_BROCHURE, 0)
        if not found:
            raise NotFound()
        return Brochure(cluster.name, found, today)

    @use_case(Permission.OFFER_PROGRAMMES)
    async def colleges(self, actor: Actor) -> list[tuple[int, str]]:
        """Colleges the person can enter programmes for: a coordinator all, a college its own."""
        async with self._db.read() as connection:
            every = await evaluation.colleges(connection, actor.here)
        own = actor.organisations(Role.COLLEGE)
        return [one for one in every if actor.can(Permission.MANAGE_BANK) or one[0] in own]

    @use_case(Permission.OFFER_PROGRAMMES)
    async def add(self, actor: Actor, new: NewBankProgramme, draft_key: str) -> BankCard:
        """Enter a programme; the same draft twice is one programme.

        Raises:
            NotFound: the college is not of this cluster, or not the person's.
            LastDayPassed: its last day is over.
        """
        self._check_last_day(actor, new.valid_until)
        colleges = dict(await self.colleges(actor))
        if new.organisation_id not in colleges:
            raise NotFound()
        async with self._db.write() as tx:
            now = self._clock.now()
            programme_id = await queries.add(
                tx,
                college=colleges[new.organisation_id],
                cluster_id=actor.here,
                organisation_id=new.organisation_id,
                kind=new.kind.value,
                code=new.code,
                title=new.title,
                summary=new.summary,
                valid_until=new.valid_until,
                agreement=Agreement.NONE.value,
                draft_key=draft_key,
                created_by=actor.me,
                created_at=now,
            )
            await self._note(tx, actor, "bank_programme_added", programme_id)
            return await self._card(tx, actor, actor.here, programme_id)

    @use_case(Permission.OFFER_PROGRAMMES)
    async def change(self, actor: Actor, programme_id: int, new: NewBankProgramme) -> BankCard:
        """Change what is said of a programme; kind and college stay.

        Raises:
            NotFound: it is not here, or not the person's.
            AgreedProgramme: it is agreed, and the person is no coordinator.
            LastDayPassed: its last day is over.
        """
        self._check_last_day(actor, new.valid_until)
        async with self._db.write() as tx:
            card = await self._own(tx, actor, programme_id)
            await queries.change(
                tx,
                programme_id,
                code=new.code,
                title=new.title,
                summary=new.summary,
                valid_until=new.valid_until,
                search=queries.search_text(new.code, new.title, card.programme.college),
            )
            await self._note(tx, actor, "bank_programme_changed", programme_id)
            return await self._card(tx, actor, actor.here, programme_id)

    @use_case(Permission.OFFER_PROGRAMMES)
    async def hide(self, actor: Actor, programme_id: int, *, hidden: bool) -> BankCard:
        """Take a programme out of the bank, or put it back; doing it twice changes nothing.

        Raises:
            NotFound, AgreedProgramme: see `change`.
        """
        async with self._db.write() as tx:
            card = await self._own(tx, actor, programme_id)
            if card.programme.hidden != hidden:
                now = self._clock.now()
                await queries.change(tx, programme_id, hidden_at=now if hidden else None)
                if hidden:
                    await self._note(tx, actor, "bank_programme_hidden", programme_id)
                else:
                    await self._note(tx, actor, "bank_programme_shown", programme_id)
            return await self._card(tx, actor, actor.here, programme_id)

    @use_case(Permission.MANAGE_BANK)
    async def agree(self, actor: Actor, programme_id: int, agreement: Agreement) -> BankCard:
        """Say how far a programme is agreed, as of today; the same again changes nothing."""
        async with self._db.write() as tx:
            card = await self._card(tx, actor, actor.here, programme_id)
            if card.programme.agreement is not agreement:
                agreed_on = None if agreement is Agreement.NONE else self._today(actor)
                await queries.change(tx, programme_id, agreement=agreement.value, agreed_on=agreed_on)
                await self._note(tx, actor, "bank_programme_agreed", programme_id)
            return await self._card(tx, actor, actor.here, programme_id)

    @use_case(Permission.MANAGE_BANK)
    async def take(self, actor: Actor) -> int:
        """Take programmes of closed sessions into the bank, and decisions released since; gives how many changed.

        A session that ended without a decision leaves a programme «examined».
        """
        async with self._db.write() as tx:
            waiting = await self._waiting(tx, actor.here)
            for found, known in waiting:
                agreement, day = _agreement(found)
                if known is not None:
                    await queries.change(tx, known, agreement=agreement.value, agreed_on=day)
                    await self._note(tx, actor, "bank_programme_agreed", known)
                    continue
                programme_id = await queries.add(
                    tx,
                    college=found.college,
                    cluster_id=actor.here,
                    organisation_id=found.organisation_id,
                    employer_id=found.employer_id,
                    kind=ProgrammeKind.MAIN.value,
                    code=found.code,
                    title=found.title,
                    agreement=agreement.value,
                    agreed_on=day,
                    source_id=found.id,
                    draft_key=f"session:{found.id}",
                    created_by=actor.me,
                    created_at=self._clock.now(),
                )
                await self._note(tx, actor, "bank_programme_added", programme_id)
            return len(waiting)

    async def _waiting(self, connection: AsyncConnection, cluster_id: int) -> list[tuple[SessionProgramme, int | None]]:
        found = await queries.of_sessions(connection, cluster_id)
        return [
            (programme, known)
            for programme, known, agreement in found
            if known is None or (programme.outcome is not None and _OUTCOMES[programme.outcome].value != agreement)
        ]

    async def _own(self, tx: AsyncConnection, actor: Actor, programme_id: int) -> BankCard:
        card = await self._card(tx, actor, actor.here, programme_id)
        manages = actor.can(Permission.MANAGE_BANK)
        if not manages and card.programme.organisation_id not in actor.organisations(Role.COLLEGE):
            raise NotFound()
        if not manages and card.programme.agreement in AGREED:
            raise AgreedProgramme()
        return card

    async def _card(self, connection: AsyncConnection, actor: Actor, cluster_id: int, programme_id: int) -> BankCard:
        found = await queries.programme(connection, cluster_id, programme_id)
        today, manages = self._today(actor), actor.can(Permission.MANAGE_BANK)
        if found is None:
            raise NotFound()
        own = found.organisation_id in actor.organisations(Role.COLLEGE) and actor.can(Permission.OFFER_PROGRAMMES)
        seen = found.is_public(today) or manages or own or (actor.can(Permission.MEMBER) and not found.hidden)
        if not seen:
            raise NotFound()
        return BankCard(found, today, manages or (own and found.agreement not in AGREED), manages)

    async def _cluster(self, actor: Actor, cluster_id: int) -> ClusterChoice:
        found = next((one for one in await self.clusters(actor) if one.id == cluster_id), None)
        if found is None:
            raise NotFound()
        return found

    def _wanted(self, actor: Actor, kind: ProgrammeKind | None, words: str, today: date) -> Wanted:
        if not actor.can(Permission.MEMBER):
            return Wanted(kind, today, frozenset(), words)
        manages = actor.can(Permission.MANAGE_BANK)
        return Wanted(kind, None, None if manages else actor.organisations(Role.COLLEGE), words)

    def _today(self, actor: Actor) -> date:
        return local_day(self._clock.now(), ZoneInfo(actor.zone))

    def _check_last_day(self, actor: Actor, day: date | None) -> None:
        if day is not None and day < self._today(actor):
            raise LastDayPassed()

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, programme_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"bank_programmes:{programme_id}", self._clock.now())


def _agreement(found: SessionProgramme) -> tuple[Agreement, date]:
    """What a session's decision means for the bank, and its day."""
    if found.outcome is None:
        return Agreement.EXAMINED, found.ends_on
    return _OUTCOMES[found.outcome], found.decided_at.date() if found.decided_at else found.ends_on
