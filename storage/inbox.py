"""Queries of the inbox: updates are stored once, handed out in order per lane, to one process per lane at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import advisory_lock, insert_into
from storage.schema.inbox import inbox

_CLAIMS = 0x696E626F  # advisory lock: two replicas never choose lanes at the same moment
_other = inbox.alias()
_busy_elsewhere = select(_other.c.lane).where(  # looked up once, not for every update that waits
    _other.c.state == "new",
    _other.c.owner != bindparam("me"),
    _other.c.lease_until >= bindparam("now"),
)
_free = or_(inbox.c.owner.is_(None), inbox.c.lease_until < bindparam("now"))
_CLAIM = (
    update(inbox)
    .where(
        inbox.c.update_id.in_(
            select(inbox.c.update_id)
            .where(inbox.c.state == "new", _free, inbox.c.lane.not_in(_busy_elsewhere))
            .order_by(inbox.c.update_id)
            .limit(bindparam("room"))
            .scalar_subquery()
        )
    )
    .values(owner=bindparam("me"), lease_until=bindparam("until"), attempts=inbox.c.attempts + 1)
    .returning(inbox.c.update_id, inbox.c.lane, inbox.c.payload, inbox.c.attempts)
)
_FINISH = (
    update(inbox)
    .where(inbox.c.update_id.in_(bindparam("ids", expanding=True)))
    .values(state="done", done_at=bindparam("at"), lane="", payload="", owner=None, lease_until=None)
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it came; `payload` is its JSON."""

    update_id: int
    lane: str
    payload: str


@dataclass(frozen=True, slots=True)
class Taken:
    """An update handed out. A big `attempts` means that processes die of it: it counts claims, not failures."""

    update_id: int
    lane: str
    payload: str
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class SetAside:
    """An update nobody could handle."""

    update_id: int
    received_at: datetime
    error: str


async def store(tx: AsyncConnection, arrivals: Iterable[Arrival], now: datetime) -> None:
    """Keep updates; those stored before, even if done since, are left alone."""
    rows = [
        {
            "update_id": arrival.update_id,
            "lane": arrival.lane,
            "payload": arrival.payload,
            "received_at": now,
            "state": "new",
            "attempts": 0,
        }
        for arrival in arrivals
    ]
    if rows:
        await tx.execute(insert_into(tx, inbox).on_conflict_do_nothing(index_elements=["update_id"]), rows)


async def claim(tx: AsyncConnection, owner: str, now: datetime, lease: timedelta, room: int) -> list[Taken]:
    """Take up to `room` unfinished updates, oldest first, for `lease`.

    A lane in which another owner has an unfinished update is left out, so order holds across replicas; updates of a
    lane this owner already serves are given, and the caller serves them in turn.
    """
    await advisory_lock(tx, _CLAIMS)
    found = await tx.execute(_CLAIM, {"me": owner, "now": now, "until": now + lease, "room": room})
    return sorted((Taken(*row) for row in found), key=lambda taken: taken.update_id)


async def finish(tx: AsyncConnection, update_ids: Sequence[int], now: datetime) -> None:
    """They are handled; content and chat are dropped, the ids stay so that a repetition is known."""
    if update_ids:
        await tx.execute(_FINISH, {"ids": list(update_ids), "at": now})


async def set_aside(tx: AsyncConnection, update_id: int, reason: str, now: datetime) -> None:
    """It cannot be handled: kept with the reason for whoever looks, and no longer in anybody's way."""
    await tx.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id)
        .values(state="set_aside", error=reason, done_at=now, owner=None, lease_until=None)
    )


async def dismiss(tx: AsyncConnection, update_id: int, now: datetime) -> bool:
    """Somebody looked at an update that was set aside: its content is dropped; False when it is not set aside."""
    done = await tx.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id, inbox.c.state == "set_aside")
        .values(state="done", done_at=now, lane="", payload="")
    )
    return done.rowcount > 0


async def renew(tx: AsyncConnection, owner: str, until: datetime) -> None:
    """Keep what this owner has until `until`."""
    mine = and_(inbox.c.state == "new", inbox.c.owner == owner)
    await tx.execute(update(inbox).where(mine).values(lease_until=until))


async def release(tx: AsyncConnection, owner: str | None) -> None:
    """Give back what `owner` has; None gives back everybody's: for the start of the only process of a database."""
    theirs = inbox.c.owner == owner if owner is not None else inbox.c.owner.is_not(None)
    await tx.execute(update(inbox).where(inbox.c.state == "new", theirs).values(owner=None, lease_until=None))


async def purge(tx: AsyncConnection, before: datetime) -> int:
    """Forget ids done before `before`; returns how many.

    Telegram keeps an update for at most a day, so two days are enough to know every repetition.
    """
    return (await tx.execute(delete(inbox).where(inbox.c.state == "done", inbox.c.done_at < before))).rowcount


async def set_aside_list(connection: AsyncConnection, limit: int = 50) -> list[SetAside]:
    """The latest updates that were set aside."""
    found = await connection.execute(
        select(inbox.c.update_id, inbox.c.received_at, inbox.c.error)
        .where(inbox.c.state == "set_aside")
        .order_by(inbox.c.update_id.desc())
        .limit(limit)
    )
    return [SetAside(*row) for row in found]


async def unfinished(connection: AsyncConnection) -> int:
    """How many updates wait or are being handled."""
    found = await connection.execute(select(inbox.c.update_id).where(inbox.c.state == "new"))
    return len(found.all())
