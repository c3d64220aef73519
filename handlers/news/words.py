"""News in words: states, deadlines, troubles, posts."""

from collections.abc import Sequence
from datetime import date, datetime

from cluster.calendar import WorkingCalendar, local_day
from cluster.news.model import Event, Item, Obligation
from cluster.news.post import Content, Found, Piece, compose, difference, plain
from cluster.news.states import ItemState
from handlers.engine import Post, PostFile
from locales import Html, Translator, lines
from services.news import Moved

LINE = 48
DIFFERENCE_LIMIT = 3_000
MOVED_SHOWN = 10
_RUN = 120


def brief(text: str, limit: int = LINE) -> str:
    """The beginning of a text, for buttons."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def title(t: Translator, item: Item, limit: int = LINE) -> str:
    """What an item is called in lists."""
    return brief(item.content.title or item.event or plain(item.content.body) or t.plain("news-untitled"), limit)


def days(t: Translator, first: date, last: date) -> str:
    """«24.05.2022», «24.05.2022 – 26.05.2022»"""
    if first == last:
        return t.short_day(first)
    return f"{t.short_day(first)}\u00a0– {t.short_day(last)}"


def post_of(content: Content) -> Post:
    """The post exactly as the channel gets it."""
    return Post(Html(compose(content)), [PostFile(media.kind.value, media.file_id) for media in content.media])


def state(t: Translator, item: Item, now: datetime) -> Html:
    """Where the item stands, in a sentence."""
    if item.doubtful:
        return t("news-state-doubtful")
    if item.state is ItemState.APPROVED and item.publish_at is not None and item.publish_at > now:
        return t("news-state-scheduled", at=t.moment(item.publish_at))
    if item.state is ItemState.IN_REVIEW:
        if item.is_claimed(now):
            assert item.claimed_until is not None
            return t("news-state-in-review", name=item.reviewer or "", until=t.time(item.claimed_until))
        return t("news-state-submitted")
    return t(f"news-state-{item.state.value.replace('_', '-')}")


def due(t: Translator, at: datetime, now: datetime) -> Html:
    """A deadline and how much is left, or how late it is."""
    if at < now:
        return t("news-due-over", at=t.moment(at), past=span(t, now - at))
    return t("news-due-left", at=t.moment(at), left=span(t, at - now))


def span(t: Translator, passed: object) -> str:
    """«3 дн. 4 ч», «4 ч», «25 мин»"""
    seconds = int(getattr(passed, "total_seconds", lambda: 0)())
    minutes = max(0, seconds) // 60
    whole_days, rest = divmod(minutes, 24 * 60)
    if whole_days:
        return t.plain("news-span-days", days=whole_days, hours=rest // 60)
    if minutes >= 60:
        return t.plain("news-span-hours", hours=minutes // 60, minutes=minutes % 60)
    return t.plain("news-span-minutes", minutes=minutes)


def trouble(t: Translator, found: Found) -> Html:
    """What keeps an item back, and what to do."""
    key = f"news-trouble-{found.trouble.value.replace('_', '-')}"
    if found.limit:
        return t(key, limit=found.limit, over=found.over)
    return t(key)


def event_line(t: Translator, event: Event) -> Html:
    """An event in a list."""
    key = f"news-event-line-{event.state.value}"
    return t(key, title=event.title, days=days(t, event.first_day, event.last_day))


def obligation_line(t: Translator, one: Obligation, now: datetime) -> Html:
    """What an organisation owes, in a list of an event's organisations."""
    key = f"news-obligation-{one.state.value.replace('_', '-')}"
    if one.state.value == "open":
        return t("news-obligation-late" if one.due_at < now else key, name=one.organisation, at=t.moment(one.due_at))
    return t(key, name=one.organisation)


def ahead(one: Obligation, calendar: WorkingCalendar, now: datetime, t: Translator) -> int:
    """Working days left until the deadline."""
    tz = t.local(now).tzinfo
    assert tz is not None
    return calendar.count_working_days(local_day(now, tz), local_day(one.due_at, tz))


def changed(t: Translator, before: tuple[str, str], after: tuple[str, str]) -> Html:
    """What was changed: gone words struck out, new ones underlined, long unchanged runs shortened.

    Args:
        before, after: title and body (Telegram's HTML).
    """
    old, new = (f"{head}\n\n{plain(body)}" for head, body in (before, after))
    shown: list[Html] = []
    for piece, text in difference(old, new):
        if piece is Piece.SAME:
            shown.append(lines(text if len(text) <= 2 * _RUN else f"{text[:_RUN]}\u00a0… {text[-_RUN:]}"))
        else:
            shown.append(t(f"news-difference-{piece.value}", text=text))
    length, kept = 0, []
    for part in shown:
        length += len(part)
        if length > DIFFERENCE_LIMIT:
            kept.append(t("news-difference-more"))
            break
        kept.append(part)
    return Html("".join(kept))


def deadlines_moved(t: Translator, moved: Sequence[Moved]) -> Html | None:
    """What a coordinator sees after the rule or the calendar changed; None when nothing moved."""
    if not moved:
        return None
    shown = [
        t(
            "news-moved-line",
            title=brief(one.obligation.event, 60),
            name=one.obligation.organisation,
            before=t.moment(one.obligation.due_at),
            after=t.moment(one.due_at),
        )
        for one in moved[:MOVED_SHOWN]
    ]
    more = len(moved) - MOVED_SHOWN
    return lines(t("news-moved", count=len(moved)), *shown, t("news-moved-more", count=more) if more > 0 else None)
