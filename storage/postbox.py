"""Queries of the outbox, the delivering side: claims with a lease, and what became of every letter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, case, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.notice import Urgency
from storage.database import advisory_lock, insert_into
from storage.outbox import Recipient, row
from storage.schema.outbox import outbox

_CLAIMS = 0x6F757462  # advisory lock: two replicas never choose lanes at the same moment
_FREE = {"owner": None, "lease_until": None}

_open = outbox.alias()
_due_lanes = (
    select(_open.c.lane)
    .where(_open.c.state.in_(("waiting", "sending")), _open.c.due_at <= bindparam("now"))
    .group_by(_open.c.lane)
    .having(
        func.max(case((_open.c.lease_until >= bindparam("now"), 1), else_=0)) == 0,
        func.max(case((_open.c.not_before > bindparam("now"), 1), else_=0)) == 0,
    )
    .order_by(func.min(_open.c.due_at), func.min(_open.c.id))
    .limit(bindparam("lanes"))
)
_CLAIM = (
    update(outbox)
    .where(
        outbox.c.id.in_(
            select(outbox.c.id)
            .where(outbox.c.state == "waiting", outbox.c.due_at <= bindparam("now"), outbox.c.lane.in_(_due_lanes))
            .order_by(outbox.c.due_at, outbox.c.id)
            .limit(bindparam("room"))
        )
    )
    .values(owner=bindparam("me"), lease_until=bindparam("until"))
    .returning(outbox)
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter as it lies in the outbox."""

    id: int
    to: Recipient
    lane: str
    kind: str
    payload: Mapping[str, Any]
    urgency: Urgency
    due_at: datetime
    waited: str | None
    key: str | None
    attempts: int
    state: str
    error: str | None
    message_ids: Sequence[int]
    merged_into: int | None
    created_at: datetime
    sent_at: datetime | None


async def claim(
    tx: AsyncConnection, owner: str, now: datetime, lease: timedelta, *, lanes: int, room: int
) -> list[Envelope]:
    """Take due letters of up to `lanes` lanes that nobody is serving, at most `room`, in the order to be sent.

    A lane whose first letter waits for another attempt is left out as a whole.
    """
    await advisory_lock(tx, _CLAIMS)
    found = await tx.execute(_CLAIM, {"me": owner, "now": now, "until": now + lease, "lanes": lanes, "room": room})
    return sorted(map(_envelope, found), key=lambda letter: (letter.due_at, letter.id))


async def sending(tx: AsyncConnection, letter_id: int) -> None:
    """A letter that must not be doubled is about to leave: found like this after a crash, it is uncertain."""
    await _set(tx, [letter_id], state="sending")


async def not_sending(tx: AsyncConnection, letter_id: int) -> None:
    """It did not leave: Telegram asked to wait first."""
    await _set(tx, [letter_id], state="waiting")


async def sent(tx: AsyncConnection, ids: Sequence[int], message_ids: Sequence[int], now: datetime) -> None:
    """The letters `ids` left, as one: the first keeps the ids of the messages."""
    first, *merged = ids
    await _set(tx, [first], state="sent", message_ids=list(message_ids), sent_at=now, **_FREE)
    if merged:
        await _set(tx, merged, state="sent", merged_into=first, sent_at=now, **_FREE)


async def retry(tx: AsyncConnection, ids: Sequence[int], at: datetime, error: str) -> None:
    """An attempt failed; the lane waits until `at`."""
    await _set(tx, ids, state="waiting", attempts=outbox.c.attempts + 1, not_before=at, error=error, **_FREE)


async def give_up(tx: AsyncConnection, owner: str, ids: Sequence[int], at: datetime, error: str) -> None:
    """`owner` met an unexpected error with these letters: what it still has is tried again at `at`.

    One that was on its way and must not be doubled is uncertain.
    """
    mine = and_(outbox.c.id.in_(ids), outbox.c.owner == owner)
    await _abandon(tx, mine)
    values = {"attempts": outbox.c.attempts + 1, "not_before": at, "error": error, **_FREE}
    await tx.execute(update(outbox).where(mine, outbox.c.state == "waiting").values(values))


async def hold(tx: AsyncConnection, ids: Sequence[int], at: datetime) -> None:
    """The lane waits until `at` without an attempt having failed: Telegram asked for a pause."""
    await _set(tx, ids, state="waiting", not_before=at, **_FREE)


async def give_back(tx: AsyncConnection, ids: Sequence[int]) -> None:
    """Not delivered now after all; anybody may take them."""
    await _set(tx, ids, state="waiting", **_FREE)


async def postpone(tx: AsyncConnection, ids: Sequence[int], until: datetime, waited: str) -> None:
    """Due only at `until`; `waited` says why: `quiet` hours or `downtime`."""
    await _set(tx, ids, due_at=until, waited=waited, **_FREE)


async def dead(tx: AsyncConnection, ids: Sequence[int], error: str) -> None:
    """They cannot be delivered."""
    await _set(tx, ids, state="dead", error=error, **_FREE)


async def skip(tx: AsyncConnection, ids: Sequence[int], why: str) -> None:
    """They need not be delivered."""
    await _set(tx, ids, state="skipped", error=why, **_FREE)


async def uncertain(tx: AsyncConnection, ids: Sequence[int], error: str) -> None:
    """They may or may not have left; a coordinator looks."""
    await _set(tx, ids, state="uncertain", error=error, **_FREE)


async def reroute(tx: AsyncConnection, letter: Envelope, to: Recipient, now: datetime) -> bool:
    """Give the letter to somebody else; False when they, too, have had it (two people who stand in for each other)."""
    root = letter.key.split(":")[1] if letter.key and letter.key.startswith("instead:") else letter.id
    copy = row(
        kind=letter.kind,
        payload=letter.payload,
        urgency=letter.urgency,
        to=to,
        at=letter.due_at,
        key=f"instead:{root}:{to.person_id}",
    )
    added = await tx.execute(
        insert_into(tx, outbox)
        .values({**copy, "created_at": now})
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(outbox.c.id)
    )
    return added.first() is not None


async def renew(tx: AsyncConnection, owner: str, until: datetime) -> None:
    """Keep what this owner has until `until`."""
    mine = and_(outbox.c.state.in_(("waiting", "sending")), outbox.c.owner == owner)
    await tx.execute(update(outbox).where(mine).values(lease_until=until))


async def expire(tx: AsyncConnection, now: datetime) -> None:
    """What somebody was sending when their lease ended is uncertain.

    Nobody's letter that is being sent is such a one too: its lease had ended before, and then its sender died.
    """
    await _abandon(tx, or_(outbox.c.lease_until < now, outbox.c.lease_until.is_(None)))


async def release(tx: AsyncConnection, owner: str | None) -> None:
    """Give back what `owner` has; None gives back everybody's: for the start of the only process of a database."""
    theirs = outbox.c.owner == owner if owner is not None else outbox.c.owner.is_not(None)
    await _abandon(tx, theirs)
    await tx.execute(update(outbox).where(outbox.c.state == "waiting", theirs).values(_FREE))


async def again(tx: AsyncConnection, letter_id: int, now: datetime) -> bool:
    """Send a dead or uncertain letter after all; False when it is neither."""
    done = await tx.execute(
        update(outbox)
        .where(outbox.c.id == letter_id, outbox.c.state.in_(("dead", "uncertain")))
        .values(state="waiting", attempts=0, due_at=now, not_before=None, waited=None, error=None)
    )
    return done.rowcount > 0


async def confirm(tx: AsyncConnection, letter_id: int, now: datetime) -> bool:
    """An uncertain letter did arrive; False when it is not uncertain."""
    done = await tx.execute(
        update(outbox)
        .where(outbox.c.id == letter_id, outbox.c.state == "uncertain")
        .values(state="sent", sent_at=now, error=None)
    )
    return done.rowcount > 0


async def drop(tx: AsyncConnection, letter_id: int) -> bool:
    """Give up a dead letter; False when it is not dead."""
    done = await tx.execute(
        update(outbox).where(outbox.c.id == letter_id, outbox.c.state == "dead").values(state="skipped")
    )
    return done.rowcount > 0


async def dead_letters(
    connection: AsyncConnection, cluster_id: int | None = None, *, before: int | None = None, limit: int = 20
) -> list[Envelope]:
    """A page of the letters that need a look, dead and uncertain, newest first.

    Args:
        cluster_id: only this cluster's; None for all.
        before: only those older than the letter with this id.
        limit: letters on the page.
    """
    query = select(outbox).where(outbox.c.state.in_(("dead", "uncertain"))).order_by(outbox.c.id.desc()).limit(limit)
    if cluster_id is not None:
        query = query.where(outbox.c.cluster_id == cluster_id)
    if before is not None:
        query = query.where(outbox.c.id < before)
    return list(map(_envelope, await connection.execute(query)))


async def find(connection: AsyncConnection, letter_id: int) -> Envelope | None:
    """One letter."""
    found = (await connection.execute(select(outbox).where(outbox.c.id == letter_id))).first()
    return _envelope(found) if found else None


async def anything_due(connection: AsyncConnection, now: datetime) -> bool:
    """Whether a claim may find something; a cheap look before taking the write lock."""
    ready = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now)
    free = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < now)
    due = and_(outbox.c.state.in_(("waiting", "sending")), outbox.c.due_at <= now, ready, free)
    return (await connection.execute(select(outbox.c.id).where(due).limit(1))).first() is not None


async def count_due(connection: AsyncConnection, now: datetime) -> int:
    """How many letters wait though they are due; for the health page."""
    waiting = and_(outbox.c.state.in_(("waiting", "sending")), outbox.c.due_at <= now)
    return (await connection.execute(select(func.count()).select_from(outbox).where(waiting))).scalar_one()


async def purge(tx: AsyncConnection, before: datetime) -> int:
    """Forget letters delivered or skipped before `before`; returns how many."""
    over = and_(outbox.c.state.in_(("sent", "skipped")), outbox.c.due_at < before)
    return (await tx.execute(delete(outbox).where(over))).rowcount


async def _set(tx: AsyncConnection, ids: Sequence[int], **values: Any) -> None:
    if ids:
        await tx.execute(update(outbox).where(outbox.c.id.in_(ids)).values(**values))


async def _abandon(tx: AsyncConnection, whose: Any) -> None:
    await tx.execute(
        update(outbox)
        .where(outbox.c.state == "sending", whose)
        .values(state="uncertain", error="stopped while sending", **_FREE)
    )


def _envelope(found: Any) -> Envelope:
    return Envelope(
        id=found.id,
        to=Recipient(found.person_id, found.chat_id, found.cluster_id, found.once),
        lane=found.lane,
        kind=found.kind,
        payload=found.payload,
        urgency=Urgency(found.urgency),
        due_at=found.due_at,
        waited=found.waited,
        key=found.key,
        attempts=found.attempts,
        state=found.state,
        error=found.error,
        message_ids=tuple(found.message_ids or ()),
        merged_into=found.merged_into,
        created_at=found.created_at,
        sent_at=found.sent_at,
    )
