"""Events, obligations, rules and reports: taps of authors and coordinators."""

import secrets
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid
from cluster.news.outlets import LinkBroken, Outlet, read_links
from documents.worker import DocumentWorker
from handlers.engine import Expecting, Screen, Talk, parsers, refusal
from handlers.news import calendar, forms, reports, sources
from handlers.news.desktop import to_desk
from handlers.news.taps import EventsTap, EventTap, OweTap, ReportTap, RuleTap
from services.news import News

router = Router(name="news-dates")
router.include_routers(forms.event_form.router, forms.days_form.router, forms.rule_form.router)

LINK = "news_link"


@router.callback_query(EventsTap.filter())
async def events_tapped(callback: CallbackQuery, callback_data: EventsTap, talk: Talk, news: News) -> None:
    """Lists of events, a new one, all of them as a calendar file."""
    tap = callback_data
    match tap.do:
        case EventsTap.NEW:
            if talk.actor.can(Permission.MODERATE_NEWS):
                await talk.show(sources.choose(talk.t))
            else:
                await sources.begin(talk, news)
        case EventsTap.CALENDAR:
            page = await news.events.events(talk.actor, number=0)
            file = calendar.ics(talk.t, page.items, talk.clock.now())
            await talk.answer()
            await talk.send_file(file, talk.t("news-calendar-how"))
        case _:
            past = tap.do == EventsTap.PAST
            found_page = await news.events.events(talk.actor, past=past, number=tap.page)
            await talk.show(calendar.events(talk.t, found_page, past=past))


@router.callback_query(EventTap.filter())
async def event_tapped(callback: CallbackQuery, callback_data: EventTap, talk: Talk, news: News) -> None:
    """One event."""
    tap, t = callback_data, talk.t
    card = await news.events.event(talk.actor, tap.e)
    match tap.do:
        case EventTap.POSTPONE if card.may_move:
            await forms.days_form.begin(talk, {"event": tap.e})
        case EventTap.CANCEL if card.may_change:
            await talk.show(calendar.ask_to_cancel(t, card))
        case EventTap.CANCEL_NOW:
            card = await news.events.cancel(talk.actor, tap.e)
            await talk.show(calendar.event(t, card, talk.clock.now()), t.plain("news-toast-cancelled"))
        case EventTap.FILE:
            await talk.answer()
            await talk.send_file(calendar.ics(t, [card.event], talk.clock.now()), t("news-calendar-how"))
        case _:
            await talk.show(calendar.event(t, card, talk.clock.now()))


@router.callback_query(OweTap.filter())
async def owe_tapped(callback: CallbackQuery, callback_data: OweTap, talk: Talk, news: News) -> None:
    """What one organisation owes: see it, answer it otherwise than by a news item."""
    tap, t, events = callback_data, talk.t, news.events
    one = await events.obligation(talk.actor, tap.o)
    toast = None
    match tap.do:
        case OweTap.LINK:
            talk.expect(LINK, obligation=tap.o)
            await talk.show(calendar.ask_for_link(t, one))
            return
        case OweTap.NOT_HELD:
            await talk.show(calendar.ask_not_held(t, one))
            return
        case OweTap.NOT_HELD_NOW:
            one = await events.not_held(talk.actor, tap.o)
            toast = t.plain("news-toast-answered")
        case OweTap.WAIVE:
            one = await events.waive(talk.actor, tap.o)
        case OweTap.AGAIN:
            one = await events.ask_again(talk.actor, tap.o)
        case _:
            pass
    if talk.memory.state == f"expect:{LINK}":
        talk.memory.forget()
    await _show_obligation(talk, one, toast)


async def _show_obligation(talk: Talk, one: Any, toast: str | None = None) -> None:
    moderates = talk.actor.can(Permission.MODERATE_NEWS)
    key = secrets.token_hex(4)
    await talk.show(calendar.obligation(talk.t, one, talk.clock.now(), key, moderates=moderates), toast)


@router.message(Expecting(LINK))
async def link_said(message: Message, talk: Talk, expected: dict[str, Any], news: News) -> None:
    """Where the news is published already."""
    if not talk.first_of_album():
        return
    try:
        links = [one for one in read_links(parsers.said(message)) if one.outlet is not Outlet.PRESS]
        if not links:
            raise LinkBroken(text=(message.text or "")[:100])
        one = await news.events.published_elsewhere(talk.actor, expected["obligation"], links[0])
    except Invalid as error:
        owed = await news.events.obligation(talk.actor, expected["obligation"])
        await talk.send(calendar.ask_for_link(talk.t, owed, refusal(talk.t, error)))
        return
    talk.memory.forget()
    await talk.send(Screen(talk.t("news-owe-thanks", title=one.event), [[to_desk(talk.t)]]))


@router.callback_query(RuleTap.filter())
async def rule_tapped(callback: CallbackQuery, callback_data: RuleTap, talk: Talk, news: News) -> None:
    """How soon news is due."""
    found = await news.events.rules(talk.actor)
    if callback_data.do == RuleTap.NEW:
        await forms.rule_form.begin(talk)
    else:
        await talk.show(calendar.rules(talk.t, found))


@router.callback_query(ReportTap.filter())
async def report_tapped(
    callback: CallbackQuery, callback_data: ReportTap, talk: Talk, news: News, documents: DocumentWorker
) -> None:
    """Reports of a period."""
    tap, t, actor = callback_data, talk.t, talk.actor
    name = tap.period if tap.period in reports.PERIODS else "q"
    days = reports.period(name, t.local(talk.clock.now()).date())
    if tap.do in (ReportTap.MEDIA, ReportTap.MEDIA_TABLE):
        plan = await news.reports.media_plan(actor, *days)
        if tap.do == ReportTap.MEDIA:
            await talk.show(reports.media_plan(t, plan, name, tap.page))
            return
        await talk.answer()
        await talk.send_file(await reports.media_table(t, documents, plan))
        return
    found = await news.reports.compliance(actor, *days)
    if tap.do in (ReportTap.PICTURE, ReportTap.TABLE):
        await talk.answer()
        make = reports.compliance_picture if tap.do == ReportTap.PICTURE else reports.compliance_table
        await talk.send_file(await make(t, documents, found))
        return
    await talk.show(reports.compliance(t, found, name, tap.page))
