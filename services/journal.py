"""Use cases of the journal: the audit log as coordinators read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from storage import evaluation_sight, journal
from storage.database import Database
from storage.journal import Act, Search, Title


class Thing(StrEnum):
    """Kinds of things the log can be narrowed to."""

    PEOPLE = "people"
    SESSIONS = "sessions"
    SHEETS = "sheets"
    MEETINGS = "meetings"
    BANK = "bank"
    DIRECTORY = "directory"
    PRACTICE = "practice"
    LETTERS = "letters"
    CHATS = "chats"
    PLAN = "plan"
    NEWS = "news"


TABLES: Final[Mapping[Thing, Sequence[str]]] = {
    Thing.PEOPLE: ("people", "memberships", "invitations", "access_requests"),
    Thing.SESSIONS: ("evaluation_sessions", "evaluation_programmes"),
    Thing.SHEETS: ("evaluation_assignments", "sheets"),
    Thing.MEETINGS: ("meetings", "councils"),
    Thing.BANK: ("bank_programmes",),
    Thing.DIRECTORY: ("clusters", "organisations"),
    Thing.PRACTICE: (
        "practice_places",
        "practice_mentors",
        "practice_requests",
        "practice_interns",
        "practice_placements",
        "practice_runs",
    ),
    Thing.LETTERS: ("outbox",),
    Thing.CHATS: ("cluster_chats",),
    Thing.PLAN: ("obligations", "plans"),
    Thing.NEWS: ("news_items", "news_events"),
}
"""Tables of each kind: every subject of the log belongs to one of them."""

LINES_IN_A_FILE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """An act with the names of what it is about.

    Args:
        subject: what was acted on; None where it has no name of its own.
        person: whom it concerned, where the act names somebody besides.
    """

    act: Act
    subject: Title | None
    person: str | None


@dataclass(frozen=True, slots=True)
class JournalPage:
    """A page of the log; `by` is the name of the person it is narrowed to."""

    lines: Page[Line]
    by: str | None


class JournalService(Service):
    """What a coordinator reads about who did what when, in the own cluster only."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @use_case(Permission.VIEW_AUDIT)
    async def page(
        self, actor: Actor, page: int = 0, thing: Thing | None = None, person_id: int | None = None
    ) -> JournalPage:
        """A page of the log, newest first.

        Args:
            thing: only acts on things of this kind.
            person_id: only what this person did.

        Raises:
            NotFound: this person has nothing to do with the cluster.
        """
        async with self._db.read() as connection:
            hidden = await evaluation_sight.hidden(connection, actor.here, actor.me)
            search = Search(actor.here, TABLES[thing] if thing else (), person_id, hidden=sorted(hidden))
            by = None
            if person_id is not None and (by := await journal.name_of(connection, actor.here, person_id)) is None:
                raise NotFound()
            total = await journal.count(connection, search)
            acts = await journal.acts(connection, search, **window(page))
            lines = await _with_names(connection, actor.here, acts)
        return JournalPage(Page(lines, page, total), by)

    @use_case(Permission.VIEW_AUDIT)
    async def period(self, actor: Actor, days: int) -> list[Line]:
        """The log of the last `days` days, newest first, for a file: at most `LINES_IN_A_FILE` lines."""
        async with self._db.read() as connection:
            hidden = await evaluation_sight.hidden(connection, actor.here, actor.me)
            since = self._clock.now() - timedelta(days=days)
            search = Search(actor.here, since=since, hidden=sorted(hidden))
            acts = await journal.acts(connection, search, limit=LINES_IN_A_FILE)
            return await _with_names(connection, actor.here, acts)


async def _with_names(connection: AsyncConnection, cluster_id: int, acts: Sequence[Act]) -> list[Line]:
    wanted = {act.reference for act in acts} | {("people", _person(act)) for act in acts if _person(act)}
    titles = await journal.titles(connection, cluster_id, wanted)
    lines = []
    for act in acts:
        concerned = titles.get(("people", _person(act)))
        lines.append(Line(act, titles.get(act.reference), concerned.name if concerned else None))
    return lines


def _person(act: Act) -> int:
    """Id of the person the act names besides its subject; 0 for nobody."""
    named = act.details.get("person")
    return named if isinstance(named, int) else 0
