"""One running bot: everything wired together, started and stopped in order."""

import asyncio
import math
import os
import secrets
import socket
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.types import User

from bot.addressees import StoredAddressees
from bot.dispatcher import feed
from bot.inbox import Inbox, RawUpdate
from bot.memory import Memories, RedisMemories, SqlMemories
from bot.pipeline import Pipeline
from bot.sender import FeatureRenderer, TelegramSender
from bot.services import make_services
from bot.settings import Settings
from handlers import menu
from handlers.chats.watching import check_all
from handlers.practice.runs import RunProgress
from locales import Texts
from scheduler.delivery import Delivery
from scheduler.lane import Office
from scheduler.limits import Limits, LimitsConfig
from scheduler.reminders import fire_due
from scheduler.tick import Job, Tick
from services.calendar_duties import tell_unknown_years
from services.clock import Clock
from services.evaluation.duties import look_after as look_after_evaluation
from services.installation_duties import report_posts, report_trouble
from services.meetings.duty import report_quarters
from services.news.duties import look_after_news
from services.news.sources import follow_meetings
from services.people_duties import settle_administrators
from services.plan.duties import keep_planned
from services.practice.duties import settle_placements
from services.practice.matching_duties import solve_waiting
from storage import inbox as inbox_rows
from storage import postbox
from storage.database import Database

log = structlog.get_logger()

LOOK_WITHIN = 0.05
REMINDERS_EVERY = 1.0
CALENDARS_EVERY = 60.0
TROUBLE_EVERY = 60.0
NEWS_EVERY = 1.0
SOURCES_EVERY = 60.0
CHATS_EVERY = 600.0
UNKNOWN_YEARS_EVERY = 3600.0
EVALUATION_EVERY = 60.0
QUARTERS_EVERY = 600.0
PLACEMENTS_EVERY = 60.0
MATCHING_EVERY = 1.0
PLAN_EVERY = 600.0
PURGE_EVERY = 24 * 3600.0
KEEP_LETTERS = timedelta(days=400)


class App:
    """A bot on one database.

    Args:
        settings: see `Settings`.
        bot: the Bot API client; the app closes its session.
        clock: the one clock.
        limits: rates of delivery; Telegram's by default.
    """

    def __init__(self, settings: Settings, *, bot: Bot, clock: Clock, limits: LimitsConfig | None = None) -> None:
        self.settings = settings
        self.bot = bot
        self.clock = clock
        self.owner = f"{socket.gethostname()[:20]}-{os.getpid()}-{secrets.token_hex(3)}"
        self.db = Database(settings.database_url)
        self.texts = Texts(default=settings.default_locale)
        self.services = make_services(settings, self.db, clock)
        self.me: User | None = None
        self.limits = Limits(clock, limits)
        self.pipeline = Pipeline(
            memories=self._memories(),
            texts=self.texts,
            clock=clock,
            calendar=self.services.calendars,
            on_send=self.limits.count,  # answers go at once, letters take what they leave of Telegram's rates
        )
        self.inbox = Inbox(self.db, clock, self._handle, owner=self.owner, at_once=settings.updates_at_once)
        self.delivery = Delivery(self._office(), owner=self.owner)
        self._look: asyncio.TimerHandle | None = None
        self._solving: asyncio.Task[int] | None = None
        self.tick = Tick(
            [
                Job("calendars", CALENDARS_EVERY, self.services.calendars.refresh),
                Job("unknown_years", UNKNOWN_YEARS_EVERY, self._tell_unknown_years),
                Job("quarters", QUARTERS_EVERY, self._report_quarters),
                Job("plan", PLAN_EVERY, self._keep_plan),
                Job("reminders", REMINDERS_EVERY, self._fire_reminders),
                Job("matching", MATCHING_EVERY, self._solve_matching),
                Job("placements", PLACEMENTS_EVERY, self._settle_placements),
                Job("trouble", TROUBLE_EVERY, self._report_trouble),
                Job("news", NEWS_EVERY, self._run_news_desk),
                Job("news_sources", SOURCES_EVERY, self._follow_meetings),
                Job("chats", CHATS_EVERY, self._check_chats),
                Job("evaluation", EVALUATION_EVERY, self._look_after_evaluation),
                Job("purge", PURGE_EVERY, self._forget_letters),
            ]
        )

    async def meet_telegram(self) -> User:
        """Ask the Bot API who we are: proves token and network.

        Raises:
            TelegramAPIError: it does not answer, or does not know the token.
        """
        self.me = await self.bot.get_me()
        return self.me

    async def start(self, *, background: bool = True) -> None:
        """Begin to handle updates and to deliver.

        Args:
            background: also run the ticks by themselves; tests call `run_duties` instead.
        """
        if self.me is None:
            await self.meet_telegram()
        if self.db.is_sqlite:  # the only process of this database: nobody else's claims can be alive
            async with self.db.write() as tx:
                await inbox_rows.release(tx, None)
                await postbox.release(tx, None)
        await self.services.calendars.refresh()
        await settle_administrators(self.db, self.settings.admin_ids, self.clock.now())
        await menu.publish_for_everybody(self.bot, self.texts)
        await self.inbox.start()
        self.delivery.start()
        if background:
            self.tick.start()

    async def stop(self) -> None:
        """Take nothing new, finish what began, close everything; at most about 10 s."""
        if self._solving is not None:
            self._solving.cancel()  # a run of matching takes longer than a stop may; it is taken up again
        await self.tick.stop()
        await asyncio.gather(self.inbox.stop(), self.delivery.stop())
        await self.close()

    async def close(self) -> None:
        """Close connections of an app that was not started, or is stopped."""
        await self.bot.session.close()
        await self.services.documents.close()
        await self.db.close()

    async def run_duties(self, *, up_to: float = math.inf) -> None:
        """Do now what the ticks would do: fire reminders, deliver what is due.

        Args:
            up_to: leave out the ticks that come more seldom than after so many seconds.
        """
        await self.tick.run_now(up_to=up_to)
        await self.delivery.settled()
        await self._run_news_desk()  # what became of the posts that left just now
        await self.delivery.settled()

    async def letters_due(self) -> int:
        """How many letters wait though they are due."""
        async with self.db.read() as connection:
            return await postbox.count_due(connection, self.clock.now())

    async def _handle(self, raw: RawUpdate) -> None:
        await feed(self.bot, raw, self._belongings())
        if self._look is None:
            self._look = asyncio.get_running_loop().call_later(LOOK_WITHIN, self._look_for_letters)

    def _look_for_letters(self) -> None:
        """Most updates write no letter: one look for those of many updates."""
        self._look = None
        self.delivery.poke()

    def _belongings(self) -> Mapping[str, Any]:
        return {"pipeline": self.pipeline, "me": self.me, "texts": self.texts, **self.services.by_name()}

    async def _forget_letters(self) -> None:
        async with self.db.write() as tx:
            await postbox.purge(tx, self.clock.now() - KEEP_LETTERS)

    async def _fire_reminders(self) -> None:
        if await fire_due(self.db, self.clock.now()):
            self.delivery.poke()

    async def _keep_plan(self) -> None:
        await keep_planned(self.db, self.services.calendars, self.clock.now())

    async def _tell_unknown_years(self) -> None:
        await tell_unknown_years(self.db, self.services.calendars, self.clock.now())

    async def _run_news_desk(self) -> None:
        if await look_after_news(self.db, self.services.calendars, self.clock.now()):
            self.delivery.poke()

    async def _follow_meetings(self) -> None:
        if await follow_meetings(self.db, self.services.calendars, self.clock.now()):
            self.delivery.poke()

    async def _check_chats(self) -> None:
        await check_all(self.bot, self.db, self.services.chats)
        self.delivery.poke()

    async def _look_after_evaluation(self) -> None:
        if await look_after_evaluation(self.db, self.services.calendars, self.clock.now()):
            self.delivery.poke()

    async def _report_quarters(self) -> None:
        await report_quarters(self.db, self.services.calendars, self.clock.now())

    async def _solve_matching(self) -> None:
        shown = RunProgress(self.bot, self.texts)
        self._solving = asyncio.create_task(solve_waiting(self.db, self.clock, self.owner, shown))
        await asyncio.wait([self._solving])
        if not self._solving.cancelled() and self._solving.result():
            self.delivery.poke()

    async def _settle_placements(self) -> None:
        services = self.services
        if await settle_placements(self.db, services.calendars, self.clock.now(), services.practice.resolve):
            self.delivery.poke()

    async def _report_trouble(self) -> None:
        now = self.clock.now()
        told = await report_trouble(self.db, now, ZoneInfo(self.settings.timezone))
        if await report_posts(self.db, now) or told:
            self.delivery.poke()

    def _memories(self) -> Memories:
        if self.settings.redis_url is None:
            return SqlMemories(self.db, self.settings.timezone)
        from redis.asyncio import Redis  # noqa: PLC0415 - an extra

        return RedisMemories(self.db, Redis.from_url(self.settings.redis_url), self.settings.timezone)

    def _office(self) -> Office:
        settings = self.settings
        return Office(
            db=self.db,
            clock=self.clock,
            addressees=StoredAddressees(
                self.db, self.services.calendars, zone=settings.timezone, locale=settings.default_locale
            ),
            render=FeatureRenderer(self.texts, self.services),
            send=TelegramSender(self.bot),
            limits=self.limits,
        )
