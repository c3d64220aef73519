"""`make bench` works: every row is printed and no program lost work. How fast it was is nobody's test."""

import subprocess
import sys

import pytest

ROWS = (
    "matching 60 x 40, stage 1",
    "matching 60 x 40, whole run",
    "  of it teams",
    "matching 60 x 40, anew after a decline",
    "matching 60 x 40, days covered",
    "matching 60 x 40, peak memory",
    "verdict taps, per second",
    "processor time of a tap, ms",
    "SQL statements of a tap",
    "SQL statements of the inbox, per tap",
    "start to serving, s",
    "the same on an empty database, s",
    "the empty bot's start to serving, s",
    "memory at rest, MB",
    "letters per second",
    "letters delivered, of those written",
    "refusals with 429",
)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_quick_run_prints_every_row() -> None:
    done = subprocess.run([sys.executable, "-m", "benchmarks", "--quick"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    printed = done.stdout.splitlines()[1:]
    assert [row for row, line in zip(ROWS, printed, strict=True) if not line.startswith(row)] == []
    statements = next(line for line in printed if line.startswith("SQL statements of a tap"))
    assert float(statements.split()[-1]) <= 4
