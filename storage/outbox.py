"""Queries of the outbox, the writing side: a letter is added in the transaction that causes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.notice import Notice, Urgency
from storage.database import insert_into
from storage.schema.outbox import outbox


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter is for: a person, or a group or channel. Made by `person` and `chat`."""

    person_id: int | None
    chat_id: int | None
    cluster_id: int | None
    once: bool

    @classmethod
    def person(cls, person_id: int, cluster_id: int | None = None) -> Self:
        """A person, wherever they talk to the bot; `cluster_id` says on behalf of which cluster."""
        return cls(person_id, None, cluster_id, once=False)

    @classmethod
    def chat(cls, cluster_id: int, chat_id: int, *, once: bool = True) -> Self:
        """A cluster's group or channel.

        Args:
            once: after a crash while sending it is not sent again by itself: a coordinator confirms (product, 8).
        """
        return cls(None, chat_id, cluster_id, once=once)

    @property
    def lane(self) -> str:
        """Letters of one lane are delivered in order."""
        return f"p{self.person_id}" if self.chat_id is None else f"c{self.chat_id}"


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice for somebody, not before `at`; the same `key` twice is one letter."""

    notice: Notice
    recipient: Recipient
    at: datetime
    key: str | None = None


async def add(tx: AsyncConnection, notice: Notice, *, to: Recipient, at: datetime, key: str | None = None) -> None:
    """Write one letter.

    Args:
        notice: what.
        to: for whom.
        at: now, or when it becomes due.
        key: the same key twice is one letter.
    """
    await add_many(tx, [Letter(notice, to, at, key)])


async def add_many(tx: AsyncConnection, letters: Iterable[Letter]) -> None:
    """Write letters, in one statement."""
    await add_rows(
        tx,
        (
            row(
                kind=letter.notice.kind,
                payload=letter.notice.model_dump(mode="json"),
                urgency=letter.notice.urgency,
                to=letter.recipient,
                at=letter.at,
                key=letter.key,
            )
            for letter in letters
        ),
    )


def row(
    *, kind: str, payload: Mapping[str, Any], urgency: Urgency, to: Recipient, at: datetime, key: str | None
) -> dict[str, Any]:
    """The row of a letter whose notice is already data."""
    return {
        "cluster_id": to.cluster_id,
        "person_id": to.person_id,
        "chat_id": to.chat_id,
        "lane": to.lane,
        "kind": kind,
        "payload": payload,
        "urgency": urgency.value,
        "once": to.once,
        "due_at": at,
        "key": key,
        "state": "waiting",
        "attempts": 0,
        "created_at": at,
    }


async def add_rows(tx: AsyncConnection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows made by `row`."""
    if listed := list(rows):
        await tx.execute(insert_into(tx, outbox).on_conflict_do_nothing(index_elements=["key"]), listed)


async def forget_person(tx: AsyncConnection, person_id: int) -> None:
    """Nothing more goes to this person: what waits is skipped."""
    await tx.execute(
        update(outbox)
        .where(outbox.c.person_id == person_id, outbox.c.state == "waiting")
        .values(state="skipped", error="person left", owner=None, lease_until=None)
    )
