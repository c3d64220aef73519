"""Queries of what an administrator looks at: letters and updates that need a look, what waits, the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from storage.inbox import SetAside
from storage.schema.directory import clusters
from storage.schema.inbox import inbox
from storage.schema.outbox import outbox
from storage.schema.people import memberships, people
from storage.schema.reminders import reminders

_O = outbox.c
_STUCK = _O.state.in_(("dead", "uncertain"))


@dataclass(frozen=True, slots=True)
class StuckLetter:
    """A letter as the list of those that need a look shows it: no content.

    Args:
        state: `dead` or `uncertain`; something else when it was dealt with since.
        person: name of who it is for; None when it is for a channel or group.
        cluster: name of the cluster on whose behalf it was written.
    """

    id: int
    state: str
    kind: str
    due_at: datetime
    attempts: int
    error: str | None
    person: str | None
    chat_id: int | None
    cluster_id: int | None
    cluster: str | None

    @property
    def stamp(self) -> int:
        """Changes when the letter is sent again: a button of before then does nothing."""
        return int(self.due_at.timestamp())


@dataclass(frozen=True, slots=True)
class Counts:
    """How many: letters dead and uncertain, due and not delivered yet, not due yet; reminders planned; updates set
    aside and waiting."""

    dead: int
    uncertain: int
    due: int
    later: int
    reminders: int
    set_aside: int
    updates: int


_letters: Select[Any] = (
    select(
        _O.id,
        _O.state,
        _O.kind,
        _O.due_at,
        _O.attempts,
        _O.error,
        people.c.name.label("person"),
        _O.chat_id,
        _O.cluster_id,
        clusters.c.name.label("cluster"),
    )
    .select_from(outbox)
    .outerjoin(people, people.c.id == _O.person_id)
    .outerjoin(clusters, clusters.c.id == _O.cluster_id)
)


def _within(cluster_id: int | None) -> Any:
    """All letters, or those to the channel and chats of one cluster."""
    return _O.id.is_not(None) if cluster_id is None else and_(_O.cluster_id == cluster_id, _O.chat_id.is_not(None))


async def stuck_letters(
    connection: AsyncConnection, cluster_id: int | None, *, limit: int, offset: int
) -> tuple[list[StuckLetter], int]:
    """A page of the letters that need a look, newest first, and how many there are.

    Args:
        cluster_id: only those to this cluster's channel and chats; None for all.
    """
    chosen = and_(_STUCK, _within(cluster_id))
    total = await connection.scalar(select(func.count()).select_from(outbox).where(chosen))
    found = await connection.execute(_letters.where(chosen).order_by(_O.id.desc()).limit(limit).offset(offset))
    return [StuckLetter(*row) for row in found], int(total or 0)


async def letter(connection: AsyncConnection, cluster_id: int | None, letter_id: int) -> StuckLetter | None:
    """One letter, in whatever state; `cluster_id` as in `stuck_letters`."""
    found = (await connection.execute(_letters.where(_O.id == letter_id, _within(cluster_id)))).one_or_none()
    return StuckLetter(*found) if found else None


async def stuck_posts(connection: AsyncConnection, besides: str, limit: int = 50) -> list[StuckLetter]:
    """Letters to channels and chats of all clusters that need a look, oldest first.

    Args:
        besides: beginning of the kinds whose feature tells of them itself.
    """
    chosen = _letters.where(_STUCK, _O.chat_id.is_not(None), _O.cluster_id.is_not(None))
    chosen = chosen.where(_O.kind.not_like(f"{besides}%"))
    return [StuckLetter(*row) for row in await connection.execute(chosen.order_by(_O.id).limit(limit))]


async def counts(connection: AsyncConnection, now: datetime) -> Counts:
    """See `Counts`."""
    open_ = _O.state.in_(("waiting", "sending"))
    letters = select(
        func.count().filter(_O.state == "dead"),
        func.count().filter(_O.state == "uncertain"),
        func.count().filter(and_(open_, _O.due_at <= now)),
        func.count().filter(and_(open_, _O.due_at > now)),
    ).where(or_(_STUCK, open_))
    updates = select(
        func.count().filter(inbox.c.state == "set_aside"), func.count().filter(inbox.c.state == "new")
    ).where(inbox.c.state != "done")
    planned = select(func.count()).select_from(reminders).where(reminders.c.state == "planned")
    dead, uncertain, due, later = (await connection.execute(letters)).one()
    set_aside, waiting = (await connection.execute(updates)).one()
    return Counts(dead, uncertain, due, later, int(await connection.scalar(planned) or 0), set_aside, waiting)


async def trouble(connection: AsyncConnection, besides: str) -> bool:
    """Whether a letter (of another kind than `besides`) or an update needs a look."""
    stuck = select(_O.id).where(_STUCK, _O.kind != besides).limit(1)
    aside = select(inbox.c.update_id).where(inbox.c.state == "set_aside").limit(1)
    return await connection.scalar(stuck) is not None or await connection.scalar(aside) is not None


async def updates_set_aside(connection: AsyncConnection, *, limit: int, offset: int) -> tuple[list[SetAside], int]:
    """A page of the updates that were set aside, newest first, and how many there are."""
    chosen = inbox.c.state == "set_aside"
    total = await connection.scalar(select(func.count()).select_from(inbox).where(chosen))
    query = (
        select(inbox.c.update_id, inbox.c.received_at, inbox.c.error)
        .where(chosen)
        .order_by(inbox.c.update_id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [SetAside(*row) for row in await connection.execute(query)], int(total or 0)


async def database_size(connection: AsyncConnection) -> int:
    """Bytes the database takes."""
    sqlite = connection.dialect.name == "sqlite"
    pages = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    found = await connection.scalar(text(pages if sqlite else "SELECT pg_database_size(current_database())"))
    return int(found or 0)


async def reachable(connection: AsyncConnection, role: Role, cluster_id: int | None) -> list[int]:
    """Ids of those in a role now (cluster None: in the installation) whom the bot can write to."""
    same = memberships.c.cluster_id.is_(None) if cluster_id is None else memberships.c.cluster_id == cluster_id
    found = await connection.scalars(
        select(people.c.id)
        .distinct()
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(
            same,
            memberships.c.role == role.value,
            memberships.c.until.is_(None),
            people.c.telegram_id.is_not(None),
            people.c.blocked_at.is_(None),
        )
        .order_by(people.c.id)
    )
    return [int(person_id) for person_id in found]


async def letter_keys(connection: AsyncConnection, keys: list[str]) -> set[str]:
    """Which of these keys letters were written under before."""
    return {str(key) for key in await connection.scalars(select(_O.key).where(_O.key.in_(keys)))} if keys else set()


async def on_its_way(connection: AsyncConnection, kind: str) -> set[int]:
    """Ids of the people for whom a letter of this kind has not been delivered yet."""
    waiting = _O.state.in_(("waiting", "sending"))
    return {int(found) for found in await connection.scalars(select(_O.person_id).where(_O.kind == kind, waiting))}
