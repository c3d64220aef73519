"""Typed deadlines and executors in words."""

from collections.abc import Sequence
from datetime import date

from cluster.deadlines import (
    AfterEvent,
    BeforeEvent,
    Continuous,
    Deadline,
    ExternalPlan,
    OnOrder,
    PerPeriod,
    TypedDeadline,
    Within,
)
from cluster.executors import GROUPS, Party
from locales import Html, Translator

DATES_SHOWN = 5


def deadline(t: Translator, typed: TypedDeadline, days: Sequence[date]) -> Html:
    """«раз в квартал: 31.03.2022, 30.06.2022, 30.09.2022, 30.12.2022»; what was not understood is named."""
    if typed.meaning is None:
        return t("deadline-unknown", rest=typed.not_understood) if typed.not_understood else t("deadline-empty")
    kind = _kind(t, typed.meaning)
    return t("deadline-dated", kind=kind, dates=_dates(t, days)) if days else kind


def warnings(t: Translator, typed: TypedDeadline) -> list[Html]:
    """What a person should look at."""
    return [t(f"deadline-warning-{warning.value}") for warning in typed.warnings]


def executors(t: Translator, parties: Sequence[Party], organisations: int) -> Html:
    """«13 организаций», «1 исполнитель»; that the coordinator answers where nobody was understood.

    Args:
        organisations: how many of them owe it; 0 where each event decides.
    """
    if not parties:
        return t("executors-nobody")
    if organisations > 1:
        return t("executors-organisations", count=organisations)
    return (
        t("executors-group") if any(one.kind in GROUPS for one in parties) else t("executors-named", count=len(parties))
    )


def _kind(t: Translator, meaning: Deadline) -> Html:  # noqa: PLR0911 - each type has its sentence
    match meaning:
        case Within():
            return t(f"deadline-within-{meaning.unit.value}", count=len(meaning.spans))
        case PerPeriod() if meaning.by_day:
            return t("deadline-by-day", day=meaning.by_day)
        case PerPeriod() if meaning.every > 1:
            return t(f"deadline-every-{meaning.unit.value}", every=meaning.every)
        case PerPeriod():
            return t(f"deadline-per-{meaning.unit.value}", count=meaning.count)
        case Continuous():
            return t(f"deadline-continuous-{meaning.kind.value}")
        case AfterEvent():
            return t("deadline-after-event", days=meaning.days, kind=_days(meaning))
        case BeforeEvent():
            return t("deadline-before-event", days=meaning.days, kind=_days(meaning))
        case ExternalPlan():
            return t("deadline-external-plan")
        case OnOrder():
            return t("deadline-on-order")


def _days(meaning: AfterEvent | BeforeEvent) -> str:
    return "working" if meaning.working else "calendar"


def _dates(t: Translator, days: Sequence[date]) -> Html:
    if len(days) <= DATES_SHOWN:
        return Html(", ".join(t.short_day(day) for day in days))
    return t("deadline-many-dates", count=len(days), first=t.short_day(days[0]), last=t.short_day(days[-1]))
