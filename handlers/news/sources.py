"""Where an event comes from: a row of the plan, a meeting, or nothing the bot knows."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.calendar import local_day
from cluster.errors import NotFound
from cluster.news.states import EventOrigin
from handlers.engine import Button, Screen, Talk, page_row
from handlers.news import forms, words
from handlers.news.taps import EventsTap, SourceTap
from locales import Translator, lines
from services.news import News
from services.paging import Page
from storage.news_sources import MeetingLine, PlanLine

router = Router(name="news-sources")


@router.callback_query(SourceTap.filter())
async def source_tapped(callback: CallbackQuery, callback_data: SourceTap, talk: Talk, news: News) -> None:
    """Lists to choose from, and the form of an event with what is known already."""
    tap, t = callback_data, talk.t
    match tap.do:
        case SourceTap.PLAN:
            await talk.show(plan_lines(t, await news.sources.plan_lines(talk.actor, tap.page)))
        case SourceTap.MEETINGS:
            zone = ZoneInfo(talk.actor.zone)
            await talk.show(meetings(t, await news.sources.meetings(talk.actor, tap.page), zone))
        case SourceTap.ROW:
            row = await news.sources.plan_line(talk.actor, tap.id)
            given = {"title": words.brief(row.title, forms.TITLE_LIMIT)}
            await begin(talk, news, {"origin": EventOrigin.PLAN_ROW.value, "origin_id": row.id}, given)
        case SourceTap.MEETING:
            await _of_meeting(talk, news, tap.id)
        case _:
            await begin(talk, news)


async def _of_meeting(talk: Talk, news: News, meeting_id: int) -> None:
    found = await news.sources.meeting(talk.actor, meeting_id)
    day, line = found.day.isoformat(), found.line
    source = {"origin": EventOrigin.MEETING.value, "origin_id": line.id, "first_day": day, "last_day": day}
    title = talk.t.plain("news-meeting-title", council=line.council)
    given = {"title": title[: forms.TITLE_LIMIT], "place": line.place[: forms.PLACE_LIMIT]}
    await begin(talk, news, source, given, chosen=found.leading)


async def begin(
    talk: Talk,
    news: News,
    source: dict[str, Any] | None = None,
    given: dict[str, Any] | None = None,
    *,
    chosen: int | None = None,
) -> None:
    """The form of an event.

    Args:
        source: what is fixed by where it comes from.
        given: answers that need not be asked for.
        chosen: the college that writes unless somebody else is chosen.
    """
    found = await news.events.organisations(talk.actor)
    if not found:
        raise NotFound()
    if chosen in {one.id for one in found}:
        given = {**(given or {}), "organisations": [str(chosen)]}
    choices = [(one.id, one.name) for one in found]
    await forms.event_form.begin(talk, {**(source or {}), "choices": choices}, given=given)


def choose(t: Translator) -> Screen:
    """The first question about a new event."""
    return Screen(
        t("news-source-ask"),
        [
            [Button(t.plain("news-source-plan"), SourceTap(do=SourceTap.PLAN))],
            [Button(t.plain("news-source-meeting"), SourceTap(do=SourceTap.MEETINGS))],
            [Button(t.plain("news-source-blank"), SourceTap(do=SourceTap.BLANK))],
            [_back(t)],
        ],
    )


def plan_lines(t: Translator, page: Page[PlanLine]) -> Screen:
    """Rows of the plans that run."""
    new = [Button(t.plain("news-source-blank"), SourceTap(do=SourceTap.BLANK))]
    if not page.items:
        return Screen(t("news-source-plan-none"), [new, [_back(t)]])
    listed = [
        lines(
            t("news-source-row", number=one.number, title=words.brief(one.title, 160)),
            t("news-source-row-due", text=words.brief(one.deadline_text, 80)) if one.deadline_text else None,
            t("news-source-row-events", count=one.events) if one.events else None,
        )
        for one in page.items
    ]
    rows = [
        [Button(words.brief(f"{one.number}. {one.title}"), SourceTap(do=SourceTap.ROW, id=one.id))]
        for one in page.items
    ]
    rows.append(page_row(t, page.number, page.total, lambda number: SourceTap(do=SourceTap.PLAN, page=number)))
    return Screen(lines(t("news-source-plan-head"), *listed, gap="\n\n"), [*rows, [_back(t)]])


def meetings(t: Translator, page: Page[MeetingLine], zone: ZoneInfo) -> Screen:
    """Meetings that are announced and no events yet."""
    new = [Button(t.plain("news-source-blank"), SourceTap(do=SourceTap.BLANK))]
    if not page.items:
        return Screen(t("news-source-meeting-none"), [new, [_back(t)]])
    rows = [
        [
            Button(
                words.brief(f"{t.short_day(local_day(one.starts_at, zone))} {one.council}"),
                SourceTap(do=SourceTap.MEETING, id=one.id),
            )
        ]
        for one in page.items
    ]
    rows.append(page_row(t, page.number, page.total, lambda number: SourceTap(do=SourceTap.MEETINGS, page=number)))
    return Screen(t("news-source-meeting-head"), [*rows, [_back(t)]])


def _back(t: Translator) -> Button:
    return Button(t.plain("news-button-to-events"), EventsTap(do=EventsTap.AHEAD))
