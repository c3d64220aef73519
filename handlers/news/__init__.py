"""Conversations of the news desk: authors compose, moderators review, everybody sees what is owed."""

import secrets

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from handlers import menu
from handlers.engine import Talk
from handlers.news import dates, desktop, notices, press, reviewing, sources, writing
from handlers.news.taps import NewsTap
from services.news import News

__all__ = ["notices", "router"]

router = Router(name="news")


async def _open(talk: Talk, news: News) -> None:
    found = await news.writing.desktop(talk.actor)
    await talk.show(desktop.home(talk.t, talk.actor, found, talk.clock.now(), menu.menu_button(talk.t)))


menu.entry(command="news", label="news-menu", permission=Permission.WRITE_NEWS, order=20, open=_open)


@router.callback_query(NewsTap.filter())
async def desk_tapped(callback: CallbackQuery, callback_data: NewsTap, talk: Talk, news: News) -> None:
    """The desk and its lists."""
    tap, t, now = callback_data, talk.t, talk.clock.now()
    match tap.do:
        case NewsTap.CHOOSE:
            found = await news.writing.choices(talk.actor)
            await talk.show(desktop.choose(t, found, secrets.token_hex(4), now))
        case NewsTap.DRAFTS | NewsTap.SENT | NewsTap.OUT:
            page = await news.writing.mine(talk.actor, desktop.LISTS[tap.do], tap.page)
            await talk.show(desktop.own_items(t, tap.do, page, now))
        case NewsTap.QUEUE:
            await talk.show(desktop.queue(t, await news.moderation.queue(talk.actor, tap.page), now))
        case NewsTap.TROUBLED | NewsTap.ARCHIVE:
            states = desktop.TROUBLED if tap.do == NewsTap.TROUBLED else desktop.ARCHIVE
            page = await news.moderation.archive(talk.actor, states, tap.page)
            await talk.show(desktop.archive(t, tap.do, page, now))
        case NewsTap.PROPOSED:
            await talk.show(desktop.proposals(t, await news.publishing.proposals(talk.actor)))
        case _:
            await _open(talk, news)


router.include_routers(writing.router, reviewing.router, dates.router, sources.router, press.router)
