"""The clock of the sandbox over HTTP: look and move forward."""

import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from inspect import isawaitable
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from sandbox.acts import ActRefused
from sandbox.bot_api import TELEGRAM
from services.clock import MovableClock

NextMorning = Callable[[datetime], datetime | Awaitable[datetime]]
OnMove = Callable[[], Awaitable[None] | None]


@dataclass(frozen=True, slots=True)
class ClockSettings:
    """How the application treats time.

    Args:
        zone: name of the zone people live in.
        next_working_morning: the beginning of the next working day after a moment; the sandbox has no calendar.
        on_move: called after every move; a move of days is made in steps, so that what falls due on the way
            happens then.
    """

    zone: str
    next_working_morning: NextMorning | None = None
    on_move: OnMove | None = None


STEP = timedelta(minutes=90)  # shorter than what a bot takes for having been away itself
LONGEST_WALK = timedelta(days=5)  # further away is a jump: nobody wants to wait for every step

CLOCK = web.AppKey("clock", ClockSettings)


def clock_json(app: web.Application) -> dict[str, Any]:
    """The moment, and how far it is ahead of the machine's."""
    clock = app[TELEGRAM].clock
    moved = clock.offset.total_seconds() if isinstance(clock, MovableClock) else 0.0
    zone = app[CLOCK].zone
    return {"now": clock.now().astimezone(ZoneInfo(zone)).isoformat(), "moved_seconds": round(moved), "zone": zone}


async def _show(request: web.Request) -> web.Response:
    return web.json_response(clock_json(request.app))


async def _move(request: web.Request) -> web.Response:
    clock = request.app[TELEGRAM].clock
    if not isinstance(clock, MovableClock):
        raise ActRefused("this clock cannot be moved")
    target = await _target(request.app, clock, json.loads(await request.text() or "{}").get("move"))
    if target is not None:
        if target < clock.now():
            raise ActRefused("time only moves forward")
        for moment in _way(clock.now(), target):
            clock.move_to(moment)
            await _moved(request.app)
    return web.json_response(clock_json(request.app))


def _way(start: datetime, target: datetime) -> Iterator[datetime]:
    """The moments to stop at, the last of them `target`."""
    if target - start <= LONGEST_WALK:
        while start + STEP < target:
            start += STEP
            yield start
    yield target


async def _moved(app: web.Application) -> None:
    app[TELEGRAM].events.add("clock")
    on_move = app[CLOCK].on_move
    moved = on_move() if on_move is not None else None
    if isawaitable(moved):
        await moved


async def _target(app: web.Application, clock: MovableClock, move: Any) -> datetime | None:
    """The moment to move to; None to stay."""
    if move == "hour":
        return clock.now() + timedelta(hours=1)
    if move == "now":
        if abs(clock.offset) > timedelta(seconds=1):
            raise ActRefused("time only moves forward: it is already ahead of the machine's")
        return None
    if move == "next_working_morning":
        find = app[CLOCK].next_working_morning
        if find is None:
            raise ActRefused("the sandbox was started without a calendar")
        found = find(clock.now())
        return await found if isawaitable(found) else found
    if isinstance(move, dict) and "seconds" in move:
        return clock.now() + timedelta(seconds=float(move["seconds"]))
    if isinstance(move, dict) and "to" in move:
        moment = datetime.fromisoformat(str(move["to"]))
        return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(app[CLOCK].zone))
    raise ActRefused("move is hour, next_working_morning, now, {to} or {seconds}")


def add_routes(app: web.Application) -> None:
    """Serve `/clock`."""
    app.router.add_get("/clock", _show)
    app.router.add_post("/clock", _move)
