"""The day of a session: the programme with its slots, live mode, colleges that are asked for a programme."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid
from cluster.evaluation.model import Programme
from cluster.evaluation.states import HANDED_IN, SCORING, SessionState
from handlers import menu
from handlers.engine import Button, Form, Option, Screen, Step, Talk, page_row, parsers
from handlers.evaluation import forms, words
from handlers.evaluation.live_taps import DayTap, NameTap, OpenTap, SlotTap, WantedTap
from handlers.evaluation.taps import ProgrammeTap, SessionTap
from locales import Html, Translator, lines
from services.evaluation import DayProgramme, Evaluation, Slot

router = Router(name="evaluation-live")

PROGRAMMES_A_PAGE = 6
PRESENTER_LIMIT = 200
_TIME = re.compile(r"(\d{1,2})[:.\-](\d{2})")


class TimeExpected(Invalid):
    """The text is no time of the day."""

    code = "evaluation-time-expected"


@router.callback_query(DayTap.filter())
async def day_tapped(callback: CallbackQuery, callback_data: DayTap, talk: Talk, evaluation: Evaluation) -> None:
    """The programme of the day, or live mode."""
    tap, service = callback_data, evaluation.live
    if tap.do == DayTap.END:
        found = await service.end(talk.actor, tap.s)
    else:
        found = await service.day(talk.actor, tap.s)
    await talk.show(live(talk, found) if tap.do == DayTap.LIVE else day(talk.t, found, tap.page))


@router.callback_query(OpenTap.filter())
async def programme_opened(callback: CallbackQuery, callback_data: OpenTap, talk: Talk, evaluation: Evaluation) -> None:
    """A programme is opened for all its experts."""
    found = await evaluation.live.open(talk.actor, callback_data.p)
    await talk.show(live(talk, found), talk.t.plain("evaluation-toast-live"))


def day(t: Translator, found: DayProgramme, page: int = 0) -> Screen:
    """Who presents what when."""
    at = found.overview.session
    page = min(max(0, page), max(0, len(found.ordered) - 1) // PROGRAMMES_A_PAGE)
    shown = found.ordered[page * PROGRAMMES_A_PAGE : (page + 1) * PROGRAMMES_A_PAGE]
    text = lines(
        t("evaluation-day-head", title=at.title),
        *([_slot_block(t, found, one) for one in shown] or [t("evaluation-session-no-programmes")]),
        gap="\n\n",
    )
    slots = [
        [Button(t.plain("evaluation-button-slot", programme=words.programme_label(t, one, 28)), SlotTap(p=one.id))]
        for one in shown
        if at.state is not SessionState.CLOSED
    ]
    turn = page_row(t, page, len(found.ordered), lambda n: DayTap(s=at.id, do=DayTap.LOOK, page=n), PROGRAMMES_A_PAGE)
    mode = [Button(t.plain("evaluation-button-live"), DayTap(s=at.id, do=DayTap.LIVE))]
    back = [Button(t.plain("evaluation-button-session"), SessionTap(s=at.id, do=SessionTap.LOOK))]
    return Screen(text, [*slots, turn, *([mode] if at.state is SessionState.OPEN else []), back])


def _slot_block(t: Translator, found: DayProgramme, programme: Programme) -> Html:
    return lines(
        slot_line(t, programme),
        t("evaluation-day-now") if programme == found.now else None,
        words.programme_head(t, programme),
        t("evaluation-day-presenter", who=programme.presenter) if programme.presenter else None,
    )


def slot_line(t: Translator, programme: Programme) -> Html:
    """«23 июня 2022 г., 10:00, 20 мин», or that there is no slot yet."""
    if programme.slot_day is None or programme.slot_time is None:
        return t("evaluation-day-no-slot")
    return t(
        "evaluation-day-slot",
        day=t.day(programme.slot_day),
        time=f"{programme.slot_time:%H:%M}",
        minutes=programme.slot_minutes or 0,
    )


def live(talk: Talk, found: DayProgramme) -> Screen:
    """The open programme and who is still scoring it."""
    t, at, now, following = talk.t, found.overview.session, found.now, found.following
    total = len(found.overview.sheet.criteria)
    blocks: list[Html] = [t("evaluation-live-none")] if now is None else [words.programme_head(t, now)]
    if now is not None and now.id in found.overview.hidden:
        blocks.append(words.hidden(t, found.overview.hidden[now.id]))
    elif now is not None:
        experts = found.overview.of(now)
        scoring = [one for one in experts if one.state in SCORING]
        done = sum(one.state in HANDED_IN for one in experts)
        blocks += [
            t("evaluation-live-progress", done=done, scoring=len(scoring)),
            lines(*[words.expert_line(t, one, total) for one in experts])
            if experts
            else t("evaluation-block-no-experts"),
        ]
    if following is not None:
        blocks.append(
            t("evaluation-live-next", programme=words.programme_name(t, following), college=following.college)
        )
    text = lines(
        t("evaluation-live-head", title=at.title),
        *blocks,
        t("evaluation-session-as-of", time=t.time(talk.clock.now())),
        gap="\n\n",
    )
    key = "evaluation-button-live-next" if now else "evaluation-button-live-first"
    onward = [[Button(t.plain(key), OpenTap(p=following.id))]] if following and at.state is SessionState.OPEN else []
    end = [[Button(t.plain("evaluation-button-live-end"), DayTap(s=at.id, do=DayTap.END))]] if now else []
    refresh = [Button(t.plain("evaluation-button-refresh"), DayTap(s=at.id, do=DayTap.LIVE))]
    back = [Button(t.plain("evaluation-button-day"), DayTap(s=at.id, do=DayTap.LOOK))]
    return Screen(text, [refresh, *onward, *end, back])


# --- slots ----------------------------------------------------------------------------------------------------------


async def _parse_time(message: Message, talk: Talk) -> str:
    match = _TIME.fullmatch(parsers.said(message).strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise TimeExpected()
    return f"{int(match[1]):02d}:{match[2]}"


async def _times(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(shown, shown) for shown in ("10:00", "10:30", "11:00", "11:30", "14:00", "14:30")]


async def _lengths(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(minutes), talk.t.plain("evaluation-minutes", count=minutes)) for minutes in (15, 20, 30, 45)]


def _session_day(values: dict[str, Any], today: date) -> date:
    return date.fromisoformat(values["starts_on"])


async def _submit_slot(talk: Talk, values: dict[str, Any], draft_key: str, *, evaluation: Evaluation, **_: Any) -> None:
    slot = Slot(
        date.fromisoformat(values["day"]),
        time.fromisoformat(values["time"]),
        int(values["minutes"]),
        values.get("presenter"),
    )
    await talk.show(day(talk.t, await evaluation.live.set_slot(talk.actor, values["programme"], slot)))


slot_form = Form(
    "evaluation_slot",
    title="evaluation-form-slot",
    permission=Permission.MANAGE_EVALUATION,
    steps=(
        Step(
            "day",
            "evaluation-ask-slot-day",
            "evaluation-label-slot-day",
            parse=parsers.day(_session_day),
            calendar=True,
            first_day=_session_day,
        ),
        Step("time", "evaluation-ask-slot-time", "evaluation-label-slot-time", parse=_parse_time, options=_times),
        Step(
            "minutes",
            "evaluation-ask-slot-minutes",
            "evaluation-label-slot-minutes",
            parse=parsers.number(5, 240),
            options=_lengths,
            summary=lambda value, t: t.plain("evaluation-minutes", count=int(value)),
        ),
        Step(
            "presenter",
            "evaluation-ask-presenter",
            "evaluation-label-presenter",
            parse=parsers.text(PRESENTER_LIMIT),
            optional=True,
        ),
    ),
    submit=_submit_slot,
)


@router.callback_query(SlotTap.filter())
async def slot_wanted(callback: CallbackQuery, callback_data: SlotTap, talk: Talk, evaluation: Evaluation) -> None:
    """When is it presented, and by whom?"""
    card = await evaluation.programmes.look(talk.actor, callback_data.p)
    starts_on = card.overview.session.starts_on.isoformat()
    await slot_form.begin(talk, {"programme": callback_data.p, "starts_on": starts_on})


# --- a row without a programme --------------------------------------------------------------------------------------


@router.callback_query(WantedTap.filter())
async def college_asked(callback: CallbackQuery, callback_data: WantedTap, talk: Talk, evaluation: Evaluation) -> None:
    """Ask the college for a programme."""
    count = await evaluation.live.ask_college(talk.actor, callback_data.p)
    card = await evaluation.programmes.look(talk.actor, callback_data.p)
    text = lines(
        words.programme_head(talk.t, card.programme),
        talk.t("evaluation-wanted-sent", count=count) if count else talk.t("evaluation-wanted-nobody"),
        gap="\n\n",
    )
    back = Button(talk.t.plain("evaluation-button-programme"), ProgrammeTap(p=callback_data.p, do=ProgrammeTap.LOOK))
    await talk.show(Screen(text, [[back]]))


async def _submit_name(talk: Talk, values: dict[str, Any], draft_key: str, *, evaluation: Evaluation, **_: Any) -> None:
    named = await evaluation.live.name(talk.actor, values["programme"], values.get("code"), values["title"])
    text = lines(talk.t("evaluation-named"), words.programme_head(talk.t, named), gap="\n\n")
    back = Button(talk.t.plain("evaluation-button-own"), menu.MenuTap(command="evaluate"))
    await talk.show(Screen(text, [[back]]))


name_form = Form(
    "evaluation_name",
    title="evaluation-form-programme",
    permission=Permission.VIEW_OWN_PROGRAMMES,
    steps=(
        Step("code", "evaluation-ask-code", "evaluation-label-code", parse=forms.parse_code, optional=True),
        Step(
            "title",
            "evaluation-ask-programme-title",
            "evaluation-label-programme-title",
            parse=parsers.text(forms.PROGRAMME_LIMIT),
        ),
    ),
    submit=_submit_name,
)
router.include_routers(slot_form.router, name_form.router)


@router.callback_query(NameTap.filter())
async def name_wanted(callback: CallbackQuery, callback_data: NameTap, talk: Talk, evaluation: Evaluation) -> None:
    """The college names its programme."""
    await evaluation.live.missing(talk.actor, callback_data.p)
    await name_form.begin(talk, {"programme": callback_data.p})
