"""Forms of the plan: «не могу» with a reason and a date, another date."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cluster.access import Permission
from cluster.obligations import REASON_LIMIT
from handlers.engine import Form, Screen, Step, Talk, parsers
from handlers.plan import screens
from locales import Translator, lines
from services.plan import WorkPlan


def _from_today(values: dict[str, Any], today: date) -> date:
    return today


def _shown_day(value: str, t: Translator) -> str:
    return t.day(date.fromisoformat(value))


async def _submit_cannot(talk: Talk, values: dict[str, Any], draft_key: str, *, plan: WorkPlan, **_: Any) -> None:
    day = date.fromisoformat(values["day"])
    card = await plan.obligations.cannot(talk.actor, values["obligation"], values["reason"], day)
    await talk.show(_after(talk, "plan-cannot-sent", screens.card(talk.t, card)))


def _after(talk: Talk, key: str, screen: Screen) -> Screen:
    """A screen under the sentence that says what will happen next."""
    return Screen(lines(talk.t(key), screen.text, gap="\n\n"), screen.rows)


def _day_step(question: str) -> Step:
    return Step(
        "day",
        question,
        "plan-label-day",
        parse=parsers.day(_from_today),
        calendar=True,
        first_day=_from_today,
        summary=_shown_day,
    )


cannot_form = Form(
    "plan_cannot",
    title="plan-form-cannot",
    permission=Permission.SEE_PLAN,
    steps=(
        Step("reason", "plan-ask-reason", "plan-label-reason", parse=parsers.text(REASON_LIMIT)),
        _day_step("plan-ask-proposed"),
    ),
    submit=_submit_cannot,
)


async def _submit_date(talk: Talk, values: dict[str, Any], draft_key: str, *, plan: WorkPlan, **_: Any) -> None:
    day, obligation_id, basis = date.fromisoformat(values["day"]), values["obligation"], values.get("basis")
    if values["all"]:
        count = await plan.coordination.date_row(talk.actor, obligation_id, day, basis)
        toast = talk.t.plain("plan-toast-dated", count=count)
    else:
        await plan.coordination.move(talk.actor, obligation_id, day, basis)
        toast = talk.t.plain("plan-toast-moved", day=talk.t.day(day))
    await talk.show(screens.card(talk.t, await plan.obligations.card(talk.actor, obligation_id)), toast)


def _date_steps() -> Sequence[Step]:
    return (
        _day_step("plan-ask-date"),
        Step("basis", "plan-ask-basis", "plan-label-basis", parse=parsers.text(REASON_LIMIT), optional=True),
    )


date_form = Form(
    "plan_date",
    title="plan-form-date",
    permission=Permission.MANAGE_PLAN,
    steps=tuple(_date_steps()),
    submit=_submit_date,
)
