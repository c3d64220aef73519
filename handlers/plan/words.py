"""Small pieces of text that several screens of the plan share."""

from collections.abc import Iterable

from cluster.obligations import EVENT_DASH, EVENT_KEY, NEWS_KEY, Obligation, ObligationState
from locales import Html, Translator
from services.plan import Today
from services.plan.adoption import GONE
from services.plan.events import NOT_HELD


def brief(text: str, limit: int) -> str:
    """The beginning of a text in one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1].rstrip()}…"


def name(one: Obligation, limit: int = 160) -> str:
    """«2.4. Формирование пула экспертов …»"""
    return brief(f"{one.number}. {one.title}" if one.number else one.title, limit)


def row_title(one: Obligation) -> str:
    """What the plan's row says, without the event an obligation is about."""
    if not one.key.startswith((NEWS_KEY, EVENT_KEY)):
        return one.title
    return one.title.partition(EVENT_DASH)[2] or one.title


def executor(t: Translator, one: Obligation) -> str:
    """Who owes it: the organisation, else as printed, else the coordinator."""
    return one.organisation or one.executor or t.plain("plan-executor-coordinator")


def due(t: Translator, one: Obligation, today: Today) -> Html:
    """«до 29 марта 2024 г., осталось 3 рабочих дня», «просрочено на 4 дня», «срок не указан»."""
    if one.due_on is None:
        return t("plan-due-none")
    if one.due_on < today.day:
        return t("plan-due-late", day=t.day(one.due_on), days=(today.day - one.due_on).days)
    if one.due_on == today.day:
        return t("plan-due-today")
    return t("plan-due-left", day=t.day(one.due_on), left=today.left(one.due_on))


def executors(t: Translator, owed: Iterable[Obligation], limit: int = 10) -> str:
    """Who owes one and the same: «ТЭПК, Северский промышленный колледж и ещё 7»."""
    names = list(dict.fromkeys(executor(t, one) for one in owed))
    shown = ", ".join(names[:limit])
    return t.plain("plan-and-more", names=shown, count=len(names) - limit) if len(names) > limit else shown


def is_one_executors(owed: Iterable[Obligation]) -> bool:
    """Whether all of it is owed by one and the same, who then need not be named each time."""
    return len({(one.organisation_id, one.executor) for one in owed}) <= 1


def standing(t: Translator, one: Obligation, today: Today) -> Html:
    """How it stands in a few words: the deadline while it is owed, else what became of it."""
    if one.state is ObligationState.DONE:
        return t("plan-standing-done")
    if one.state is ObligationState.WAIVED:
        return t("plan-standing-waived")
    if one.state is ObligationState.CANNOT:
        return t("plan-standing-cannot", due=due(t, one, today))
    return due(t, one, today)


def waived(t: Translator, one: Obligation) -> Html:
    """Why it is not owed any more."""
    if one.reason is None:
        return t("plan-card-waived-plain")
    if one.reason == NOT_HELD:
        return t("plan-card-waived-not-held")
    return t("plan-card-waived-gone") if one.reason == GONE else t("plan-card-waived", reason=one.reason)


def mark(one: Obligation, today: Today) -> str:
    """A sign that says the same at a glance."""
    if one.state in _MARKS:
        return _MARKS[one.state]
    if one.due_on is not None and one.due_on < today.day:
        return "🔴"
    if one.due_on is not None and today.left(one.due_on) <= SOON_DAYS:
        return "🟡"
    return "🔵" if one.state is ObligationState.IN_PROGRESS else "⚪"


def button(one: Obligation, limit: int, *, own: bool = False) -> str:
    """An obligation for a button: its number, whose it is, or (what is one's own anyway) the beginning of its title."""
    if own:
        return name(one, limit)
    named = f"{one.number} · {one.organisation}" if one.number and one.organisation else name(one, limit)
    return brief(named, limit)


SOON_DAYS = 3
_MARKS = {ObligationState.DONE: "✅", ObligationState.WAIVED: "⚫", ObligationState.CANNOT: "✋"}
