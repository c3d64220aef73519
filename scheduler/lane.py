"""One lane's letters, in order: which go together, which wait, and what became of each."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.notice import Notice, Urgency
from scheduler.errors import Blocked, Lost, Refused, RetryAfter, SendError
from scheduler.limits import Limits
from scheduler.ports import Address, Addressees, Renderer, Sender
from services.clock import Clock
from storage import postbox
from storage.database import Database
from storage.postbox import Envelope

log = structlog.get_logger()

QUIET, DOWNTIME = "quiet", "downtime"

Letters = Sequence[Envelope]
Record = Callable[[AsyncConnection], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """Numbers of delivery.

    Args:
        lanes: recipients served at once, so also the requests on their way at once.
        room: letters in hand at once.
        lease: letters in hand go back after this much silence.
        look_seconds: how often to look for due letters when nobody says that there are some.
        patience_seconds: a chat that has to wait longer gives its place to others.
        attempts: after so many errors of Telegram itself a letter is dead.
        first_pause_seconds, longest_pause_seconds: between attempts, doubled each time, with jitter.
        give_up_after: without any answer from Telegram a letter is tried for so long.
        overdue: a letter late by more is part of a digest marked as delayed (product, section 8).
        merge: letters in one message at most.
    """

    lanes: int = 100
    room: int = 500
    lease: timedelta = timedelta(seconds=60)
    look_seconds: float = 0.5
    patience_seconds: float = 5.0
    attempts: int = 8
    first_pause_seconds: float = 2.0
    longest_pause_seconds: float = 600.0
    give_up_after: timedelta = timedelta(hours=24)
    overdue: timedelta = timedelta(hours=2)
    merge: int = 50


@dataclass(slots=True)
class Office:
    """What every lane works with.

    Args:
        under_way: tasks with a request on its way or a result not yet noted: they must not be interrupted.
        closing: no lane begins another letter.
    """

    db: Database
    clock: Clock
    limits: Limits
    render: Renderer
    send: Sender
    addressees: Addressees
    settings: DeliverySettings = field(default_factory=DeliverySettings)
    under_way: set[asyncio.Task[None] | None] = field(default_factory=set)
    closing: bool = False

    async def record(self, write: Record) -> None:
        """Note what became of letters."""
        await self.db.run(write, alone=False)


class LaneStops(Exception):
    """The rest of the lane waits; `write` notes what became of the letters at its head."""

    def __init__(self, write: Record) -> None:
        super().__init__()
        self.write = write


async def serve(office: Office, letters: Letters, address: Address | None) -> None:
    """Deliver the letters of one lane, in order, until done or until the lane has to wait."""
    if address is None or address.blocked:
        await office.record(lambda tx: _without_address(office, tx, letters, known=address is not None))
        return
    left = await _put_off(office, letters, address)
    try:
        while left and not office.closing:
            group, delayed = first_group(left, office.clock.now(), office.settings)
            left = left[len(group) :]
            if not await _serve_group(office, group, left, address, delayed=delayed):
                return
            office.under_way.discard(asyncio.current_task())
    finally:
        office.under_way.discard(asyncio.current_task())


async def _serve_group(office: Office, group: Letters, rest: Letters, address: Address, *, delayed: bool) -> bool:
    """Deliver one group and note the result; False when the rest of the lane does not go on."""
    try:
        await office.record(await _deliver(office, group, address, delayed=delayed))
    except Blocked:
        await office.record(lambda tx: _without_address(office, tx, [*group, *rest], known=True))
    except LaneStops as stop:
        await office.record(_both(stop.write, [letter.id for letter in rest]))
    else:
        return True
    return False


def first_group(letters: Letters, now: datetime, settings: DeliverySettings) -> tuple[Letters, bool]:
    """The letters at the head that go as one message, and whether they are marked as delayed.

    A person's letters merge when they waited together through quiet hours or a downtime; a chat's never do.
    """
    head = letters[0]
    kind = _waited(head, now, settings)
    if kind is None or head.to.person_id is None:
        return letters[:1], False
    size = 1
    while size < min(len(letters), settings.merge) and _waited(letters[size], now, settings) == kind:
        size += 1
    return letters[:size], kind == DOWNTIME


def _waited(letter: Envelope, now: datetime, settings: DeliverySettings) -> str | None:
    return DOWNTIME if now - letter.due_at > settings.overdue else letter.waited


async def _put_off(office: Office, letters: Letters, address: Address) -> Letters:
    """Calm letters of a person who must not be disturbed now become due later; returns the others."""
    now = office.clock.now()
    if address.calm_from <= now or address.to.person_id is None:
        return letters
    calm = [letter for letter in letters if letter.urgency is Urgency.CALM]
    for why in (QUIET, DOWNTIME):
        ids = [letter.id for letter in calm if (_waited(letter, now, office.settings) or QUIET) == why]
        if ids:
            await office.record(lambda tx: postbox.postpone(tx, ids, address.calm_from, why))  # noqa: B023
    return [letter for letter in letters if letter.urgency is not Urgency.CALM]


async def _without_address(office: Office, tx: AsyncConnection, letters: Letters, *, known: bool) -> None:
    """The person cannot be written to: whoever stands in for them gets the letters."""
    now, to = office.clock.now(), letters[0].to
    other = await office.addressees.stand_in(tx, to, now) if known and to.person_id is not None else None
    for letter in letters:
        if other is not None and await postbox.reroute(tx, letter, other, now):
            await postbox.skip(tx, [letter.id], "rerouted")
        else:
            await postbox.dead(tx, [letter.id], "blocked" if known else "no address")
            log.warning("letter_dead", letter=letter.id, kind=letter.kind, reason="nobody to write to")


async def _deliver(office: Office, group: Letters, address: Address, *, delayed: bool) -> Record:
    """Render and send one group; returns how to note the result.

    Raises:
        Blocked, LaneStops.
    """
    ids = [letter.id for letter in group]
    try:
        notices = [Notice.restore(letter.kind, dict(letter.payload)) for letter in group]
    except (KeyError, ValidationError):
        return await _one_by_one(office, group, address, delayed=delayed)
    try:
        messages = await office.render(notices, address, delayed=delayed)
    except Exception as error:
        log.exception("letter_not_rendered", letters=ids, kind=group[0].kind)
        return _try_again(office, group, f"rendering: {type(error).__name__}")
    if not messages:
        return lambda tx: postbox.skip(tx, ids, "no longer relevant")
    message_ids: list[int] = []
    for message in messages:
        try:
            message_ids += await _send(office, group, address, message)
        except SendError as error:
            if isinstance(error, Blocked) and not message_ids and address.to.person_id is not None:
                raise
            return _failed(office, group, error, begun=bool(message_ids))
    now = office.clock.now()
    return lambda tx: postbox.sent(tx, ids, message_ids, now)


async def _one_by_one(office: Office, group: Letters, address: Address, *, delayed: bool) -> Record:
    """Something in the group is not of this version of the program: that letter is dead, the others go."""
    if len(group) == 1:
        return _dead(group, "unknown kind of notice")
    for letter in group[:-1]:
        await office.record(await _deliver(office, [letter], address, delayed=delayed))
    return await _deliver(office, group[-1:], address, delayed=delayed)


async def _send(office: Office, group: Letters, address: Address, message: object) -> Sequence[int]:
    """Send one message within the rates, waiting out short pauses Telegram asks for.

    Raises:
        SendError, LaneStops.
    """
    head, ids = group[0], [letter.id for letter in group]
    while True:
        wait = office.limits.chat_wait(address.chat_id)
        if wait > office.settings.patience_seconds:
            raise _hold(office, ids, wait)
        await office.limits.slot(address.chat_id)
        office.under_way.add(asyncio.current_task())
        if head.to.once:
            await office.record(lambda tx: postbox.sending(tx, head.id))
        try:
            return await office.send(address.chat_id, message)
        except RetryAfter as error:
            log.info("telegram_asks_for_pause", seconds=error.seconds, lane=head.lane)
            office.limits.pause(address.chat_id, error.seconds)
        if head.to.once:
            await office.record(lambda tx: postbox.not_sending(tx, head.id))
        office.under_way.discard(asyncio.current_task())


def _failed(office: Office, group: Letters, error: SendError, *, begun: bool) -> Record:
    """What a failed attempt means; a letter that must not be doubled never goes again by itself.

    Raises:
        LaneStops: it is tried again later, and the lane waits for it.
    """
    ids, head = [letter.id for letter in group], group[0]
    if head.to.once and (begun or isinstance(error, Lost)):
        log.warning("letter_uncertain", letters=ids, kind=head.kind, reason=str(error))
        return lambda tx: postbox.uncertain(tx, ids, str(error) or type(error).__name__)
    if isinstance(error, Refused | Blocked):
        return _dead(group, str(error))
    if isinstance(error, Lost):
        now = office.clock.now()
        if now - head.due_at < office.settings.give_up_after:
            raise _hold(office, ids, _pause(office.settings, 2))
        return _dead(group, str(error))
    return _try_again(office, group, str(error) or type(error).__name__)


def _try_again(office: Office, group: Letters, error: str) -> Record:
    head, ids = group[0], [letter.id for letter in group]
    if head.attempts + 1 >= office.settings.attempts:
        return _dead(group, error)
    until = office.clock.now() + timedelta(seconds=_pause(office.settings, head.attempts))
    raise LaneStops(lambda tx: postbox.retry(tx, ids, until, error))


def _dead(group: Letters, error: str) -> Record:
    ids = [letter.id for letter in group]
    log.warning("letter_dead", letters=ids, kind=group[0].kind, reason=error)
    return lambda tx: postbox.dead(tx, ids, error)


def _hold(office: Office, ids: Sequence[int], seconds: float) -> LaneStops:
    until = office.clock.now() + timedelta(seconds=seconds)
    return LaneStops(lambda tx: postbox.hold(tx, ids, until))


def _pause(settings: DeliverySettings, attempts: int) -> float:
    longest = min(settings.first_pause_seconds * 2.0**attempts, settings.longest_pause_seconds)
    return longest * random.uniform(0.5, 1.0)


def _both(write: Record, rest: Sequence[int]) -> Record:
    async def record(tx: AsyncConnection) -> None:
        await write(tx)
        await postbox.give_back(tx, rest)

    return record
