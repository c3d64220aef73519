"""Queries of people: who is talking, what is kept about them, their consents."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, Select, and_, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Membership, Role
from cluster.directory import fold
from cluster.people import CONSENT_VERSION, Person
from cluster.quiet import QuietHours
from storage.schema.directory import clusters
from storage.schema.people import consents, memberships, people

_caller = select(bindparam("telegram_id", type_=BigInteger).label("telegram_id")).subquery("caller")

ACTOR_COLUMNS = (
    people.c.id,
    people.c.name,
    people.c.locale,
    people.c.consent_version,
    people.c.current_cluster_id,
    clusters.c.zone,
    people.c.commands,
    people.c.blocked_at,
    memberships.c.cluster_id,
    memberships.c.organisation_id,
    memberships.c.role,
)

actor_statement: Select[Any] = select(*ACTOR_COLUMNS).select_from(
    _caller.outerjoin(people, people.c.telegram_id == _caller.c.telegram_id)
    .outerjoin(clusters, clusters.c.id == people.c.current_cluster_id)
    .outerjoin(memberships, and_(memberships.c.person_id == people.c.id, memberships.c.until.is_(None)))
)
"""Everything about who is talking, a row per role and always at least one, for the parameter `telegram_id`.

It can be extended: more columns behind these (`add_columns`) and more outer joins, for example to the conversation.
"""


@dataclass(frozen=True, slots=True)
class Known:
    """Who is talking, and what is on record about their chat.

    Args:
        commands: which command list Telegram shows them now.
        blocked: the bot was blocked when it last wrote to them.
    """

    actor: Actor
    commands: str | None = None
    blocked: bool = False


def read_actor(telegram_id: int, rows: Sequence[Any], default_zone: str = "Asia/Tomsk") -> Known:
    """Make the actor of the rows of `actor_statement` (extra columns behind its own are ignored)."""
    person_id, name, locale, version, cluster_id, zone, commands, blocked_at = rows[0][:8]
    if person_id is None:
        return Known(Actor(telegram_id, zone=default_zone))
    held = tuple(Membership(row[8], row[9], Role(row[10])) for row in rows if row[10] is not None)
    actor = Actor(
        telegram_id=telegram_id,
        person_id=person_id,
        name=name,
        locale=locale,
        cluster_id=cluster_id,
        zone=zone or default_zone,
        consented=version == CONSENT_VERSION,
        memberships=held,
    )
    return Known(actor, commands, blocked_at is not None)


async def load_actor(connection: AsyncConnection, telegram_id: int, default_zone: str = "Asia/Tomsk") -> Known:
    """Who is talking; somebody unknown is an actor without a person. One statement."""
    rows = (await connection.execute(actor_statement, {"telegram_id": telegram_id})).all()
    return read_actor(telegram_id, rows, default_zone)


async def load_actor_of(connection: AsyncConnection, person_id: int) -> Known | None:
    """The same for a stored person; None after a withdrawal."""
    telegram_id = await connection.scalar(select(people.c.telegram_id).where(people.c.id == person_id))
    return None if telegram_id is None else await load_actor(connection, telegram_id)


async def person(connection: AsyncConnection, person_id: int) -> Person | None:
    """One person by id."""
    row = (await connection.execute(select(people).where(people.c.id == person_id))).one_or_none()
    return None if row is None else _person(row)


async def names(connection: AsyncConnection, ids: Collection[int]) -> dict[int, str]:
    """Names of people by id."""
    rows = await connection.execute(select(people.c.id, people.c.name).where(people.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


async def person_by_telegram(connection: AsyncConnection, telegram_id: int) -> Person | None:
    """One person by Telegram id."""
    row = (await connection.execute(select(people).where(people.c.telegram_id == telegram_id))).one_or_none()
    return None if row is None else _person(row)


def _person(row: Row[Any]) -> Person:
    return Person(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        position=row.position,
        locale=row.locale,
        quiet=QuietHours(row.quiet_from, row.quiet_until, row.quiet_days_off),
        current_cluster_id=row.current_cluster_id,
        consent_version=row.consent_version,
        consented_at=row.consented_at,
        withdrawn_at=row.withdrawn_at,
        blocked_at=row.blocked_at,
    )


def _search(name: str, position: str | None) -> str:
    return fold(f"{name} {position or ''}")[:400]


async def add_person(
    tx: AsyncConnection, telegram_id: int, name: str, locale: str, *, cluster_id: int | None = None
) -> int:
    """Store somebody who is agreeing right now; the consent itself is `record_consent`."""
    values = {"telegram_id": telegram_id, "name": name, "locale": locale, "current_cluster_id": cluster_id}
    result = await tx.execute(insert(people).values(**values, search=_search(name, None)).returning(people.c.id))
    return int(result.scalar_one())


async def agreed(connection: AsyncConnection, telegram_ids: Iterable[int]) -> set[int]:
    """Ids of those people who are stored, which is to say have agreed."""
    found = await connection.scalars(select(people.c.id).where(people.c.telegram_id.in_(list(telegram_ids))))
    return set(found)


async def record_consent(tx: AsyncConnection, person_id: int, version: str, operator: str | None, at: datetime) -> None:
    """Write the act and mark the person as having agreed."""
    await tx.execute(update(people).where(people.c.id == person_id).values(consent_version=version, consented_at=at))
    await tx.execute(insert(consents).values(person_id=person_id, version=version, operator=operator, given_at=at))


async def consent_acts(connection: AsyncConnection, person_id: int) -> list[tuple[str, datetime, datetime | None]]:
    """Version, given, withdrawn: in order."""
    rows = await connection.execute(
        select(consents.c.version, consents.c.given_at, consents.c.withdrawn_at)
        .where(consents.c.person_id == person_id)
        .order_by(consents.c.id)
    )
    return [(row[0], row[1], row[2]) for row in rows]


async def change_person(tx: AsyncConnection, person_id: int, **values: Any) -> None:
    """Change columns of a person: `locale`, `quiet_from`, `quiet_until`, `quiet_days_off`, `current_cluster_id`,
    `blocked_at`, `commands`."""
    await tx.execute(update(people).where(people.c.id == person_id).values(**values))


async def rename_person(tx: AsyncConnection, person_id: int, name: str, position: str | None) -> None:
    """Change what people read about a person."""
    values = {"name": name, "position": position, "search": _search(name, position)}
    await tx.execute(update(people).where(people.c.id == person_id).values(**values))


async def mark_blocked(tx: AsyncConnection, telegram_id: int, at: datetime | None) -> None:
    """The person blocked the bot at `at`, or let it write again (None)."""
    await tx.execute(update(people).where(people.c.telegram_id == telegram_id).values(blocked_at=at))


async def roster(
    connection: AsyncConnection, cluster_id: int, *, words: str = "", limit: int, offset: int
) -> tuple[list[Person], int]:
    """People of a cluster by name.

    Args:
        words: folded words that must all occur in the name or position.

    Returns:
        One page and how many there are in all.
    """
    inside = select(memberships.c.person_id).where(
        memberships.c.cluster_id == cluster_id, memberships.c.until.is_(None)
    )
    found = [people.c.id.in_(inside), *(people.c.search.contains(word, autoescape=True) for word in words.split())]
    total = await connection.scalar(select(func.count()).select_from(people).where(*found))
    rows = await connection.execute(
        select(people).where(*found).order_by(people.c.search, people.c.id).limit(limit).offset(offset)
    )
    return [_person(row) for row in rows], int(total or 0)


async def outdated_commands(connection: AsyncConnection, limit: int = 20) -> list[Known]:
    """People whose command list Telegram has to be told anew."""
    found = await connection.scalars(
        select(people.c.telegram_id)
        .where(people.c.commands.is_(None), people.c.telegram_id.is_not(None), people.c.blocked_at.is_(None))
        .order_by(people.c.id)
        .limit(limit)
    )
    return [await load_actor(connection, telegram_id) for telegram_id in list(found)]
