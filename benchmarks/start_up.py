"""From the command to serving, and memory at rest, against bare aiogram."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from benchmarks.processes import COMPILED_ONCE, EMPTY_BOT, REAL_BOT, Api, megabytes, program, serving
from benchmarks.seed import Seed


@dataclass(frozen=True, slots=True)
class StartUp:
    """Medians over the rounds: seconds until serving, and resident megabytes then."""

    import_aiogram: float
    empty_bot: float
    existing_database: float
    new_database: float
    megabytes: float
    empty_megabytes: float


def measure(seed: Seed, served_by: Api, *, rounds: int) -> StartUp:
    """Start each program anew so many times, in turn."""
    memory: dict[str, list[float]] = {"ours": [], "empty": []}
    seconds: dict[str, list[float]] = {name: [] for name in ("aiogram", "empty", "existing", "new")}

    def started(arguments: tuple[str, ...], database: str | None, name: str) -> float:
        path = seed.database.with_name(database) if database else None
        with program(arguments, served_by, path) as process:
            took = serving(served_by)
            memory[name].append(megabytes(process))
            return took

    shutil.copy(seed.database, seed.database.with_name("existing.db"))
    for number in range(rounds):
        seconds["aiogram"].append(_import_aiogram())
        seconds["empty"].append(started(EMPTY_BOT, None, "empty"))
        seconds["existing"].append(started(REAL_BOT, "existing.db", "ours"))
        seconds["new"].append(started(REAL_BOT, f"new-{number}.db", "ours"))
    middle: Callable[[str], float] = lambda name: median(seconds[name])  # noqa: E731
    return StartUp(
        middle("aiogram"),
        middle("empty"),
        middle("existing"),
        middle("new"),
        median(memory["ours"]),
        median(memory["empty"]),
    )


def _import_aiogram() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import aiogram"], check=True, env={**os.environ, **COMPILED_ONCE})
    return time.perf_counter() - began
