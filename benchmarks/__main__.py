"""`python -m benchmarks`: everything that is measured, as one table."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import uvloop

from benchmarks import drain, matching, seed, start_up, taps
from benchmarks.processes import BenchmarkFailed, api
from bot.logs import set_up_logs
from cluster.calendar import WorkingCalendar
from services.clock import MovableClock

Row = tuple[str, str, str, str]
FORMAT = "{:<44} {:>12} {:>12} {:>10}"


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 1 when a program lost work or died."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, one round: whether it works, not how fast")
    parser.add_argument("--rounds", type=int, help="runs of each program, in turn (default: 3; quick: 1)")
    parser.add_argument("--only", choices=["taps", "start-up", "drain", "matching"], help="one part")
    given = parser.parse_args(arguments)
    set_up_logs("ERROR", "text")
    try:
        for row in rows(given.only, quick=given.quick, rounds=given.rounds or (1 if given.quick else 3)):
            print(FORMAT.format(*row), flush=True)
    except BenchmarkFailed as error:
        print(f"void: {error}", file=sys.stderr)
        return 1
    return 0


def rows(only: str | None, *, quick: bool, rounds: int) -> Iterator[Row]:
    """Lines of the table as they become known: what, this bot, the bare library, the ratio."""
    yield ("", "this bot", "bare", "ratio")
    if only in (None, "matching"):
        yield from matching.rows(matching.measure(quick=quick))
    if only == "matching":
        return
    with tempfile.TemporaryDirectory() as folder, api() as served_by:
        clock = MovableClock(_morning())
        size = {"experts": 10, "programmes": 1} if quick else {"experts": 100, "programmes": 1}
        filled = asyncio.run(seed.make(Path(folder) / "seed.db", **size, now=clock.now()))
        if only in (None, "taps"):
            yield from _taps(taps.compare(filled, served_by, rounds=rounds))
            yield from _statements(uvloop.run(taps.statements(filled, served_by)))
        if only in (None, "start-up"):
            yield from _start_up(start_up.measure(filled, served_by, rounds=rounds))
        if only in (None, "drain"):
            yield from _drain(uvloop.run(drain.measure(filled, clock, letters=60 if quick else 1000)))


def _morning() -> datetime:
    """The next working morning: no reminder is due yet, and nobody's quiet hours keep letters back."""
    return WorkingCalendar().next_working_morning(datetime.now(UTC), ZoneInfo("Asia/Tomsk"))


def _taps(found: taps.Compared) -> Iterator[Row]:
    ours, empty = found.ours, found.empty
    yield ("verdict taps, per second", f"{ours.per_second:.0f}", f"{empty.per_second:.0f}", f"{found.wall:.2f}")
    ours_ms, empty_ms = (f"{each.processor_milliseconds:.2f}" for each in (ours, empty))
    yield ("processor time of a tap, ms", ours_ms, empty_ms, f"{found.processor:.2f}")


def _statements(found: taps.Statements) -> Iterator[Row]:
    yield ("SQL statements of a tap", f"{found.handling:.2f}", "", "")
    yield ("SQL statements of the inbox, per tap", f"{found.inbox:.2f}", "", "")


def _start_up(found: start_up.StartUp) -> Iterator[Row]:
    bare = found.import_aiogram
    for what, seconds in (
        ("start to serving, s (bare: import aiogram)", found.existing_database),
        ("the same on an empty database, s", found.new_database),
        ("the empty bot's start to serving, s", found.empty_bot),
    ):
        yield (what, f"{seconds:.2f}", f"{bare:.2f}", f"{seconds / bare:.2f}")
    ratio = found.megabytes / found.empty_megabytes
    yield (
        "memory at rest, MB (bare: the empty bot)",
        f"{found.megabytes:.0f}",
        f"{found.empty_megabytes:.0f}",
        f"{ratio:.2f}",
    )


def _drain(found: drain.Drained) -> Iterator[Row]:
    yield (
        f"letters per second (bare: the limit, x{drain.SCALE})",
        f"{found.per_second:.0f}",
        f"{drain.PER_SECOND}",
        f"{found.share:.2f}",
    )
    yield ("letters delivered, of those written", f"{found.delivered}", f"{found.letters}", "")
    yield ("refusals with 429", f"{found.refusals_429}", "", "")


if __name__ == "__main__":
    sys.exit(main())
