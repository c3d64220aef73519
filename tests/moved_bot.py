"""`python -m tests.moved_bot FILE`: `python -m bot run` at another time, for stories that take weeks.

The clock is given to the app as everywhere: the machine's, plus the seconds FILE says at that moment.
"""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import serve
from bot.app import App
from bot.commands import make_bot
from bot.logs import set_up_logs
from bot.settings import load_settings
from storage import migrate


class FollowingClock:
    """The machine's clock and what a test says it is ahead."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text()))

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds))


async def main(file: Path) -> None:
    """Serve until SIGTERM."""
    settings = load_settings(None)
    set_up_logs(settings.log_level, settings.log_format)
    await migrate.upgrade(settings.database_url)
    await serve.run(App(settings, bot=make_bot(settings), clock=FollowingClock(file)))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
