"""A full outbox: how much of Telegram's rate delivery uses, against the strict sandbox."""

import shutil
import time
from dataclasses import dataclass
from datetime import datetime

from aiogram import Bot

from benchmarks.processes import TOKEN
from benchmarks.seed import Seed
from bot.app import App
from bot.settings import load_settings
from sandbox.limits import Limits as TelegramLimits
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram
from scheduler.limits import LimitsConfig
from services.clock import MovableClock
from services.evaluation.notices import ExpertNudged
from storage import outbox
from storage.outbox import Letter, Recipient

SCALE = 5  # times Telegram's rates, so that minutes become seconds
PER_SECOND = 30 * SCALE
STRICT = TelegramLimits(overall_per_second=PER_SECOND, chat_per_second=SCALE)
RATES = LimitsConfig(per_second=PER_SECOND, chat_seconds=1 / SCALE)


@dataclass(frozen=True, slots=True)
class Drained:
    """How it went: letters a second, as a share of the rate, and refusals for going faster."""

    letters: int
    per_second: float
    share: float
    refusals_429: int
    delivered: int


async def measure(seed: Seed, clock: MovableClock, *, letters: int) -> Drained:
    """Real notices, rendered and sent through the bot's own sender."""
    database = seed.database.with_name("drain.db")
    shutil.copy(seed.database, database)
    telegram = Telegram(clock=clock, limits=STRICT)
    account = telegram.add_bot(TOKEN, "bench_bot", "bench")
    for telegram_id in {sheet.telegram_id for sheet in seed.sheets}:
        telegram.private_chat(account, telegram.add_person(first_name="Эксперт", id=telegram_id))
    settings = load_settings(None, bot_token=TOKEN, database_url=f"sqlite+aiosqlite:///{database}")
    app = App(settings, bot=Bot(TOKEN, session=SandboxSession(telegram)), clock=clock, limits=RATES)
    now = clock.now()
    async with app.db.write() as tx:
        await outbox.add_many(tx, [_letter(seed, number, now) for number in range(letters)])
    await app.start(background=False)
    began = time.perf_counter()
    await app.delivery.settled()
    seconds = time.perf_counter() - began
    await app.stop()
    sends = [call for call in telegram.calls if call.method == "sendMessage"]
    refused = [call for call in sends if call.error is not None]
    pace = letters / seconds
    return Drained(letters, pace, pace / PER_SECOND, len(refused), len(sends) - len(refused))


def _letter(seed: Seed, number: int, now: datetime) -> Letter:
    sheet = seed.sheets[number % len(seed.sheets)]
    notice = ExpertNudged(assignment_id=sheet.assignment_id)
    return Letter(notice, Recipient.person(sheet.person_id, seed.cluster_id), now, f"benchmark:{number}")
