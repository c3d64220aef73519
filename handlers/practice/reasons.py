"""Why a run placed somebody so, and what would place who was left out: the model's reasons in words."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from cluster.matching.model import Intern, Obstacle, Problem
from cluster.matching.result import Change, ChangeKind, LeftOut, Placed, Point
from cluster.practice.places import ClearanceKind, ContractForm, Place
from handlers.practice import words
from locales import Html, Translator, lines
from services.practice.matching_output import coming


def _key(value: StrEnum) -> str:
    return value.value.replace("_", "-")


def why(t: Translator, placed: Placed, enterprises: Mapping[int, str]) -> Html:
    """Everything that speaks for the place, for who acts for the intern."""
    found = placed.why
    missed = [
        t(f"matching-missed-{_key(one.obstacle)}", rank=one.rank, enterprise=enterprises.get(one.enterprise_id, "—"))
        for one in found.missed
    ]
    errands = [
        t(
            "matching-errand",
            clearance=words.clearance_kind(t, ClearanceKind(one.kind)),
            due=t.short_day(one.due_on),
        )
        for one in found.errands
    ]
    return lines(
        t("matching-why-pinned") if found.pinned else None,
        t("matching-why-wish", rank=found.wish) if found.wish else None,
        *(t(f"matching-why-{_key(point)}") for point in found.points if point is not Point.CLEARED),
        *missed,
        t("matching-why-choices", count=found.choices) if found.choices else None,
        *errands,
    )


def cause(t: Translator, value: Obstacle) -> str:
    """«все подходящие места заняты»"""
    return t.plain(f"matching-cause-{_key(value)}")


def funnel(t: Translator, left: LeftOut) -> Html:
    """How many places each obstacle excluded."""
    return lines(
        *(
            t("matching-funnel-line", cause=t.plain(f"matching-cause-{_key(obstacle)}"), count=count)
            for obstacle, count in left.excluded.items()
        )
    )


def change(t: Translator, found: Change | None, intern: Intern, place: Place | None) -> Html:
    """The smallest single change, for example one more place in May."""
    if found is None or place is None:
        return t("matching-change-none")
    return t(f"matching-change-{_key(found.kind)}", enterprise=place.enterprise, **_details(t, found, intern, place))


def _details(t: Translator, found: Change, intern: Intern, place: Place) -> dict[str, str]:
    """What a change is about besides the enterprise."""
    match found.kind:
        case ChangeKind.CLEARANCE:
            name = words.clearance_kind(t, ClearanceKind(found.detail))
            return {"clearance": name, "day": t.short_day(intern.first)}
        case ChangeKind.SEAT:
            return {"period": _period(t, intern.first, intern.last)}
        case ChangeKind.CONTRACT:
            return {"form": words.contract(t, ContractForm(found.detail))}
        case ChangeKind.TOWN:
            return {"town": place.town}
        case ChangeKind.PERIOD:
            return {"period": _period(t, found.day or intern.first, found.until or intern.last)}
    return {}


def uncovered(t: Translator, problem: Problem, placed: Placed) -> list[str]:
    """Days nobody of the team is there, as spans."""
    intern = problem.intern[placed.intern_id]
    days = [day for day, who in zip(coming(problem, intern), placed.cover, strict=False) if who < 0]
    return words.span_list(t, days)


def _period(t: Translator, first: date, last: date) -> str:
    return f"{t.short_day(first)}–{t.short_day(last)}"
