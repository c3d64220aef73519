"""`python -m bot demo`: Telegram on this machine, the demo cluster, and the bot, in one process."""

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aiogram import Bot

from bot.app import App
from bot.polling import poll
from bot.serve import listening
from bot.settings import load_settings
from sandbox import demo_people, demo_practice
from sandbox.server import make_app
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram
from services.clock import MovableClock
from storage import migrate

TOKEN = "100200300:DEMO-TOKEN-OF-THE-SANDBOX-NOT-A-SECRET"  # noqa: S105 known to the sandbox only
USERNAME = "cluster_demo_bot"


async def run(host: str, port: int, data: Path, *, empty: bool = False) -> None:
    """Serve the demo until SIGTERM or SIGINT.

    Args:
        host, port: of the page; port 0 takes a free one.
        data: folder of the database; an earlier demo's is replaced.
        empty: do not create the cluster, so that one can begin as the first administrator.
    """
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    with suppress(FileNotFoundError):
        shutil.rmtree(data)
    async with serving(host, port, data, empty=empty) as address:
        print(f"\n  Откройте в браузере: {address}\n  Open in a browser:   {address}\n", flush=True)
        await stopping.wait()


@asynccontextmanager
async def serving(host: str, port: int, data: Path, *, empty: bool = False) -> AsyncIterator[str]:
    """The demo while the block runs; gives the page's address."""
    clock = MovableClock()
    demo_people.begin_at_work(clock)
    telegram = Telegram(clock=clock)
    account = telegram.add_bot(TOKEN, USERNAME, "Промышленный кластер")
    cast = demo_people.gather(telegram, account)
    settings = load_settings(
        None,
        bot_token=TOKEN,
        admin_ids=str(cast.administrator.id),
        database_url=f"sqlite+aiosqlite:///{data / 'demo.db'}",
    )
    await migrate.upgrade(settings.database_url)
    app = App(settings, bot=Bot(TOKEN, session=SandboxSession(telegram)), clock=clock)
    if not empty:  # before delivery begins: a letter about a meeting that has ended meanwhile is none any more
        coordinator = await demo_people.settle_in(cast, app.services)
    await app.start()
    stopping = asyncio.Event()
    polling = asyncio.create_task(poll(app.bot, app.inbox, stopping))
    try:
        if not empty:
            await app.run_duties()  # letters of the past come before the menus
            await demo_people.open_menus(cast)
            await demo_practice.match(app.services, coordinator)

        def morning(now: datetime) -> datetime:
            return app.services.calendars(None).next_working_morning(now, ZoneInfo(settings.timezone))

        page = make_app(telegram, next_working_morning=morning, on_clock_move=app.run_duties)
        async with listening(page, host, port) as taken:
            yield f"http://{host}:{taken}/"
    finally:
        stopping.set()
        await polling
        await app.stop()
