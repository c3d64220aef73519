"""A small town for letters: people with addresses, and a strict post office that counts, refuses and fails."""

import asyncio
import random
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.notice import Notice, Urgency
from sandbox.limits import Limits as TelegramLimits
from sandbox.rates import Rates
from sandbox.refusals import Refusal
from scheduler.delivery import Delivery
from scheduler.errors import Blocked, Lost, Refused, RetryAfter, Transient
from scheduler.lane import DeliverySettings, Office
from scheduler.limits import Limits, LimitsConfig
from scheduler.ports import Address
from services.clock import Clock
from storage import outbox, postbox
from storage.database import Database
from storage.outbox import Letter, Recipient
from storage.postbox import Envelope
from storage.schema.outbox import outbox as outbox_table

NOW = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)
CHANNEL = -1001


class Note(Notice):
    """Something calm to say."""

    kind: ClassVar[str] = "test_note"
    n: int


class Call(Notice):
    """Something that cannot wait."""

    kind: ClassVar[str] = "test_call"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    n: int


def person(number: int) -> Recipient:
    return Recipient.person(number)


def channel() -> Recipient:
    return Recipient.chat(1, CHANNEL)


@dataclass
class Town:
    """Who lives where. A person's chat id is 1000 + id.

    `quiet_until`: calm letters may come from then on; `blocked`, `away`: cannot be written to, known or not at all.
    """

    quiet_until: dict[int, datetime] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    away: set[int] = field(default_factory=set)
    deputies: dict[int, int] = field(default_factory=dict)

    async def find(self, recipients: Collection[Recipient], now: datetime) -> Mapping[Recipient, Address]:
        return {to: self._address(to, now) for to in recipients if to.person_id not in self.away}

    async def stand_in(self, tx: AsyncConnection, to: Recipient, now: datetime) -> Recipient | None:
        assert to.person_id is not None
        self.blocked.add(to.person_id)
        deputy = self.deputies.get(to.person_id)
        return Recipient.person(deputy) if deputy else None

    def _address(self, to: Recipient, now: datetime) -> Address:
        if to.chat_id is not None:
            return Address(to, to.chat_id, now, "ru", "Asia/Tomsk")
        number = to.person_id or 0
        calm = max(now, self.quiet_until.get(number, now))
        return Address(to, 1000 + number, calm, "ru", "Asia/Tomsk", blocked=number in self.blocked)


@dataclass
class PostOffice:
    """A `Sender` as strict as Telegram, whose failures are planned.

    Args:
        telegram: rates over which it answers 429.
        failures: kinds a call may get, `429`, `500`, `before` and `after` (a reset before or after the effect).
        chance: of a failure.
    """

    clock: Clock
    telegram: TelegramLimits = field(default_factory=TelegramLimits.off)
    failures: Sequence[str] = ()
    chance: float = 0.0
    retry_after: float = 0.05
    blockers: set[int] = field(default_factory=set)
    refuses: set[str] = field(default_factory=set)
    planned: list[str] = field(default_factory=list)
    dice: random.Random = field(default_factory=lambda: random.Random(7))

    def __post_init__(self) -> None:
        self.arrived: dict[int, list[str]] = defaultdict(list)
        self.refusals_429 = 0
        self.count = 0
        self._rates = Rates(self.telegram)
        self.hold: asyncio.Event | None = None

    async def __call__(self, chat_id: int, message: Any) -> Sequence[int]:
        await asyncio.sleep(0)
        if self.hold is not None:
            await self.hold.wait()
        fault = self._fault()
        if fault == "429":
            raise RetryAfter(self.retry_after)
        if fault == "500":
            raise Transient("Internal Server Error")
        if fault == "before":
            raise Lost("reset")
        if chat_id in self.blockers:
            raise Blocked("bot was blocked by the user")
        if message in self.refuses:
            raise Refused("can't parse entities")
        try:
            self._rates.spend(chat_id, 1, self.clock.now().timestamp())
        except Refusal as refusal:
            self.refusals_429 += 1
            raise RetryAfter(refusal.parameters["retry_after"]) from None
        self.arrived[chat_id].append(message)
        self.count += 1
        if fault == "after":
            raise Lost("reset")
        return [self.count]

    def _fault(self) -> str | None:
        if self.planned:
            return self.planned.pop(0)
        return self.dice.choice(self.failures) if self.failures and self.dice.random() < self.chance else None


async def render(notices: Sequence[Notice], address: Address, *, delayed: bool) -> Sequence[str]:
    """Numbers, one message for all of them; negative ones are no longer relevant."""
    numbers = [str(notice.n) for notice in notices if notice.n >= 0]  # type: ignore[attr-defined]
    return [("задержано " if delayed else "") + "+".join(numbers)] if numbers else []


@dataclass
class Post:
    """Delivery on a database, and what it works with."""

    db: Database
    clock: Any
    town: Town
    office: Any
    delivery: Delivery
    renderer: Any = render

    @classmethod
    def make(
        cls,
        db: Database,
        clock: Clock,
        *,
        town: Town | None = None,
        office: Any = None,
        limits: LimitsConfig | None = None,
        settings: DeliverySettings | None = None,
        renderer: Any = render,
        owner: str = "here",
    ) -> "Post":
        town, office = town or Town(), office or PostOffice(clock)
        works = Office(
            db=db,
            clock=clock,
            limits=Limits(clock, limits or LimitsConfig.off()),
            render=renderer,
            send=office,
            addressees=town,
            settings=settings or DeliverySettings(look_seconds=0.02),
        )
        return cls(db, clock, town, office, Delivery(works, owner=owner))

    async def write(self, *letters: Letter) -> None:
        async with self.db.write() as tx:
            await outbox.add_many(tx, letters)

    async def notes(self, to: Recipient, *numbers: int, at: datetime | None = None) -> None:
        """Calm letters, due now."""
        await self.write(*(Letter(Note(n=number), to, at or self.clock.now()) for number in numbers))

    async def settle(self) -> None:
        """Deliver what is due, until nothing is."""
        await asyncio.wait_for(self.delivery.settled(), 60)

    async def wait(self, **step: float) -> None:
        self.clock.advance(timedelta(**step))
        await self.settle()

    def got(self, number: int) -> list[str]:
        """What arrived at a person."""
        return self.office.arrived[1000 + number]

    async def letters(self) -> list[Envelope]:
        """All letters, as they lie in the outbox."""
        return await all_letters(self.db)


async def all_letters(db: Database) -> list[Envelope]:
    """The whole outbox, in the order it was written."""
    async with db.read() as connection:
        found = await connection.execute(select(outbox_table).order_by(outbox_table.c.id))
        return [postbox._envelope(row) for row in found]
