"""Forms of the news desk: an event, other days of one, how soon news is due."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cluster.access import Permission
from cluster.news.clock import NewsRule
from cluster.news.states import EventOrigin
from handlers.engine import Form, Option, Step, Talk, parsers
from handlers.news import calendar
from locales import Html, Translator
from services.news import News, Source

TITLE_LIMIT, PLACE_LIMIT = 200, 200


def _after_first(values: dict[str, Any], today: date) -> date:
    return date.fromisoformat(values["first_day"]) if values.get("first_day") else today


async def _organisations(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(number), name) for number, name in values["choices"]]


def _several(values: dict[str, Any]) -> bool:
    return len(values["choices"]) > 1


async def _submit_event(talk: Talk, values: dict[str, Any], draft_key: str, *, news: News, **_: Any) -> None:
    chosen = values.get("organisations") or [str(values["choices"][0][0])]
    card = await news.events.register(
        talk.actor,
        values["title"],
        (date.fromisoformat(values["first_day"]), date.fromisoformat(values["last_day"])),
        place=values.get("place"),
        organisation_ids=[int(one) for one in chosen],
        draft_key=draft_key,
        source=Source(EventOrigin(values["origin"]), values["origin_id"]) if "origin" in values else None,
    )
    await talk.show(calendar.event(talk.t, card, talk.clock.now()))


_DAYS = (
    Step("first_day", "news-ask-first-day", "news-label-first-day", parse=parsers.day(), calendar=True),
    Step(
        "last_day",
        "news-ask-last-day",
        "news-label-last-day",
        parse=parsers.day(_after_first),
        calendar=True,
        first_day=_after_first,
    ),
)

event_form = Form(
    "news_event",
    title="news-form-event",
    permission=Permission.WRITE_NEWS,
    steps=(
        Step("title", "news-ask-event-title", "news-label-event-title", parse=parsers.text(TITLE_LIMIT)),
        *_DAYS,
        Step("place", "news-ask-place", "news-label-place", parse=parsers.text(PLACE_LIMIT), optional=True),
        Step(
            "organisations",
            "news-ask-organisations",
            "news-label-organisations",
            options=_organisations,
            many=True,
            when=_several,
        ),
    ),
    submit=_submit_event,
)


async def _submit_days(talk: Talk, values: dict[str, Any], draft_key: str, *, news: News, **_: Any) -> None:
    days = (date.fromisoformat(values["first_day"]), date.fromisoformat(values["last_day"]))
    card = await news.events.postpone(talk.actor, values["event"], days)
    await talk.show(calendar.event(talk.t, card, talk.clock.now()))


async def _days_consequence(talk: Talk, values: dict[str, Any]) -> Html:
    return talk.t("news-days-consequence")


days_form = Form(
    "news_days",
    title="news-form-days",
    permission=Permission.WRITE_NEWS,
    steps=_DAYS,
    submit=_submit_days,
    preview=_days_consequence,
)


async def _numbers(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(number), str(number)) for number in (1, 2, 3, 5)]


def _count(value: Any, t: Translator) -> str:
    return t.plain("news-rule-days", days=int(value))


async def _submit_rule(talk: Talk, values: dict[str, Any], draft_key: str, *, news: News, **_: Any) -> None:
    rule = NewsRule(date.fromisoformat(values["since"]), int(values["days"]), int(values["hours"]))
    moved = await news.events.set_rule(talk.actor, rule)
    found = await news.events.rules(talk.actor)
    await talk.show(calendar.rules(talk.t, found, moved))


rule_form = Form(
    "news_rule",
    title="news-form-rule",
    permission=Permission.MODERATE_NEWS,
    steps=(
        Step("since", "news-ask-since", "news-label-since", parse=parsers.day(), calendar=True),
        Step(
            "days",
            "news-ask-days",
            "news-label-days",
            parse=parsers.number(1, 60),
            options=_numbers,
            summary=_count,
        ),
        Step("hours", "news-ask-hours", "news-label-hours", parse=parsers.number(1, 90)),
    ),
    submit=_submit_rule,
)
