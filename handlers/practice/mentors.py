"""Mentors in chat: the list, one mentor with the week, the forms of the entry and of an absence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.practice.mentors import INTERNS_LIMIT, Mentor, Rota, RotaKind
from cluster.practice.places import Period
from cluster.practice.refusals import DatesNotUnderstood
from cluster.practice.requests import code_of
from handlers.engine import Button, Form, Option, Screen, Step, Talk, parsers
from handlers.engine.parsers import Parser, read_date
from handlers.practice import words
from handlers.practice.home import home_row
from handlers.practice.steps import codes, each, last_day, organisations, specialities
from handlers.practice.taps import AbsenceTap, MentorTap, PracticeTap
from locales import Html, Translator, lines
from services.practice import MentorCard, Practice, Substituted, Visit

router = Router(name="practice-mentors")

LABEL_LIMIT = 80
DATES_LIMIT = 100
NOBODY = "0"
SHOWN = 40


def listing(t: Translator, mentors: Sequence[Mentor]) -> Screen:
    """The mentors of an enterprise, or of all for a coordinator."""
    new = [Button(t.plain("practice-button-list-mentor"), PracticeTap(do=PracticeTap.LIST_MENTOR))]
    if not mentors:
        return Screen(t("practice-mentors-empty"), [new, home_row(t)])
    entries = [
        t(
            "practice-mentor-line",
            label=one.label,
            enterprise=one.enterprise,
            rota=words.rota(t, one.rota),
            limit=one.limit,
            active="yes" if one.is_active else "no",
        )
        for one in mentors[:SHOWN]
    ]
    rows = [
        [Button(words.brief(f"{one.label} · {one.enterprise}", 44), MentorTap(id=one.id, do=MentorTap.LOOK))]
        for one in mentors[:SHOWN]
    ]
    more = t("practice-more", count=len(mentors) - SHOWN) if len(mentors) > SHOWN else None
    text = lines(t("practice-mentors-head", count=len(mentors)), lines(*entries), more, gap="\n\n")
    return Screen(text, [*rows, new, home_row(t)])


def screen(t: Translator, card: MentorCard, week: int = 0, note: Html | None = None) -> Screen:
    """One mentor, and who comes in the week shown."""
    at = card.mentor
    away = [t("practice-mentor-away", period=words.period(t, absence)) for absence in at.absences[-5:]]
    text = lines(
        note,
        lines(
            t("practice-mentor-head", name=words.mentor_name(at, card.name), enterprise=at.enterprise),
            None if at.is_active else t("practice-mentor-retired"),
            t("practice-mentor-for", codes=words.listed(at.specialities), limit=at.limit),
            t("practice-mentor-rota", rota=words.rota(t, at.rota)),
            t("practice-mentor-trained", day=t.short_day(at.trained_on)) if at.trained_on else None,
            t("practice-mentor-rating", mark=t.number(round(at.rating, 1))) if at.rating is not None else None,
            None if at.person_id else t("practice-mentor-not-here"),
        ),
        lines(*away) if away else None,
        lines(t("practice-week-head", period=words.period(t, card.week)), week_lines(t, card.visits)),
        gap="\n\n",
    )
    return Screen(text, _rows(t, card, week))


def week_lines(t: Translator, visits: Sequence[Visit]) -> Html:
    """Day by day, the codes of those who come."""
    if not visits:
        return t("practice-week-empty")
    days: dict[tuple[date, str], list[str]] = {}
    for visit in visits:
        days.setdefault((visit.day, visit.shift.value), []).append(code_of(visit.intern_id))
    listed = []
    for (day, shift), who in days.items():
        when = t.plain(f"practice-shift-{shift}")
        listed.append(t("practice-week-day", day=t.weekday_day(day), shift=when, codes=", ".join(who)))
    return lines(*listed)


def _rows(t: Translator, card: MentorCard, week: int) -> list[list[Button]]:
    at = card.mentor

    def act(key: str, do: str, number: int = 0) -> Button:
        return Button(t.plain(f"practice-button-{key}"), MentorTap(id=at.id, do=do, week=number))

    turn = [act("week-back", MentorTap.LOOK, week - 1), act("week-on", MentorTap.LOOK, week + 1)]
    if not at.is_active:
        return [turn, [act("return", MentorTap.RETURN)], _back(t)]
    away = [
        [
            Button(
                t.plain("practice-button-back-again", period=words.period(t, absence)),
                AbsenceTap(id=at.id, first=absence.first.isoformat()),
            )
        ]
        for absence in at.absences
        if absence.last >= card.week.first
    ][:4]
    change = [act("edit", MentorTap.EDIT), act("retire", MentorTap.RETIRE)]
    return [turn, [act("absent", MentorTap.ABSENT)], *away, change, _back(t)]


def _back(t: Translator) -> list[Button]:
    return [Button(t.plain("practice-button-mentors"), PracticeTap(do=PracticeTap.MENTORS)), *home_row(t)]


@router.callback_query(MentorTap.filter())
async def mentor_tapped(callback: CallbackQuery, callback_data: MentorTap, talk: Talk, practice: Practice) -> None:
    """A button of a mentor."""
    tap, mentors, t = callback_data, practice.mentors, talk.t
    match tap.do:
        case MentorTap.ABSENT:
            card = await mentors.look(talk.actor, tap.id)
            await absence_form.begin(talk, {"mentor": card.mentor.id})
        case MentorTap.EDIT:
            card = await mentors.look(talk.actor, tap.id)
            kept = ["organisation", "organisations", "who", "people", "mentor"]
            await mentor_form.review(talk, {**_values(card.mentor), "mentor": tap.id}, kept)
        case MentorTap.RETIRE:
            card = await mentors.look(talk.actor, tap.id)
            yes = Button(t.plain("practice-button-retire-now"), MentorTap(id=tap.id, do=MentorTap.RETIRE_NOW))
            no = Button(t.plain("practice-button-not-now"), MentorTap(id=tap.id, do=MentorTap.LOOK))
            await talk.show(Screen(t("practice-retire-ask", label=card.mentor.label), [[yes], [no]]))
        case MentorTap.RETIRE_NOW | MentorTap.RETURN:
            card, done = await mentors.set_active(talk.actor, tap.id, tap.do == MentorTap.RETURN)
            await talk.show(screen(t, card, note=_substituted(t, done)))
        case _:
            await talk.show(screen(t, await mentors.look(talk.actor, tap.id, tap.week), tap.week))


@router.callback_query(AbsenceTap.filter())
async def back_again(callback: CallbackQuery, callback_data: AbsenceTap, talk: Talk, practice: Practice) -> None:
    """The mentor is there after all."""
    try:
        first = date.fromisoformat(callback_data.first)
    except ValueError:
        first = date.min
    await talk.show(screen(talk.t, await practice.mentors.be_back(talk.actor, callback_data.id, first)))


def _substituted(t: Translator, done: Substituted) -> Html | None:
    """What became of the days the mentor had."""
    if not done.taken and not done.uncovered:
        return None
    return lines(
        t("practice-substituted", count=done.taken) if done.taken else None,
        t("practice-uncovered", count=done.uncovered) if done.uncovered else None,
    )


async def begin(talk: Talk, practice: Practice) -> None:
    """List a mentor: the enterprise is asked where there are several, the person where there are any."""
    known = await practice.mentors.enterprises(talk.actor)
    preset: dict[str, Any] = {"organisations": [list(one) for one in known]}
    if len(known) == 1:
        preset["organisation"] = str(known[0][0])
    if not talk.actor.can(Permission.OFFER_PLACES):
        preset["who"] = str(talk.actor.me)
    await mentor_form.begin(talk, preset)


async def _people(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    practice: Practice = talk.services["practice"]
    found = await practice.mentors.candidates(talk.actor, int(values["organisation"]))
    people = [Option(str(person_id), words.brief(name, 44)) for person_id, name in found]
    return [*people, Option(NOBODY, talk.t.plain("practice-not-here-yet"))]


async def _limits(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(number), str(number)) for number in (1, 2, 3, 4)]


def dates() -> Parser:
    """Days and spans with commas: «03.06, 05.06–07.06», as ISO texts."""

    async def parse(message: Message, talk: Talk) -> list[str]:
        today = talk.t.local(talk.clock.now()).date()
        example = f"{today:%d.%m}, {today + timedelta(days=2):%d.%m}–{today + timedelta(days=4):%d.%m}"
        found: set[date] = set()
        for part in re.split(r"[,;\n]+", parsers.said(message)):
            if not part.strip():
                continue
            try:
                ends = [read_date(end, today) for end in re.split(r"\s*[–—-]\s*", part.strip())]
            except parsers.DateNotUnderstood:
                raise DatesNotUnderstood(example=example) from None
            first, last = ends[0], ends[-1]
            if len(ends) > 2 or last < first or (last - first).days >= DATES_LIMIT:
                raise DatesNotUnderstood(example=example)
            found |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
        if not found or len(found) > DATES_LIMIT:
            raise DatesNotUnderstood(example=example)
        return sorted(day.isoformat() for day in found)

    return parse


def _counted(values: dict[str, Any]) -> bool:
    return str(values.get("rota", "")).startswith("two_two")


def _dated(values: dict[str, Any]) -> bool:
    return values.get("rota") == RotaKind.DATES.value


def _values(mentor: Mentor) -> dict[str, Any]:
    """A mentor as the form's answers."""
    return {
        "organisation": str(mentor.organisation_id),
        "organisations": [],
        "who": str(mentor.person_id or NOBODY),
        "label": mentor.label,
        "specialities": list(mentor.specialities),
        "limit": mentor.limit,
        "rota": mentor.rota.kind.value,
        "anchor": mentor.rota.anchor.isoformat() if mentor.rota.anchor else None,
        "dates": sorted(day.isoformat() for day in mentor.rota.dates),
        "trained": mentor.trained_on.isoformat() if mentor.trained_on else None,
    }


def _mentor(values: dict[str, Any]) -> Mentor:
    anchor = values.get("anchor") if _counted(values) else None
    own = values.get("dates") or [] if _dated(values) else []
    rota = Rota(
        RotaKind(values["rota"]),
        date.fromisoformat(anchor) if anchor else None,
        frozenset(map(date.fromisoformat, own)),
    )
    who = str(values["who"])
    return Mentor(
        id=0,
        cluster_id=0,
        organisation_id=int(values["organisation"]),
        enterprise="",
        person_id=None if who == NOBODY else int(who),
        label=values["label"],
        specialities=tuple(values["specialities"]),
        limit=int(values["limit"]),
        rota=rota,
        absences=(),
        trained_on=date.fromisoformat(values["trained"]) if values.get("trained") else None,
        rating=None,
        is_active=True,
    )


async def _submit(talk: Talk, values: dict[str, Any], draft_key: str, *, practice: Practice, **_: Any) -> None:
    new = _mentor(values)
    if "mentor" in values:
        card = await practice.mentors.change(talk.actor, values["mentor"], replace(new, id=values["mentor"]))
    else:
        card = await practice.mentors.add(talk.actor, new, draft_key)
    await talk.show(screen(talk.t, card))


def _ask(key: str, **more: Any) -> Step:
    return Step(key, f"practice-ask-mentor-{key}", f"practice-label-{key}", **more)


def _dates_shown(value: Any, t: Translator) -> str:
    return ", ".join(words.span_list(t, [date.fromisoformat(day) for day in value]))


mentor_form = Form(
    "practice_mentor",
    title="practice-form-mentor",
    permission=Permission.KEEP_MENTORS,
    steps=(
        _ask("organisation", options=organisations),
        _ask("who", options=_people),
        _ask("label", parse=parsers.text(LABEL_LIMIT)),
        _ask("specialities", options=specialities, many=True, parse=codes()),
        _ask("limit", parse=parsers.number(1, INTERNS_LIMIT), options=_limits, summary=lambda value, t: str(value)),
        _ask("rota", options=each(words.rota_kind, RotaKind)),
        _ask("anchor", parse=parsers.day(), calendar=True, when=_counted),
        _ask("dates", parse=dates(), when=_dated, summary=_dates_shown),
        _ask("trained", parse=parsers.day(), calendar=True, optional=True),
    ),
    submit=_submit,
)


async def _submit_absence(talk: Talk, values: dict[str, Any], draft_key: str, *, practice: Practice, **_: Any) -> None:
    period = Period(date.fromisoformat(values["first"]), date.fromisoformat(values["last"]))
    card, done = await practice.mentors.be_absent(talk.actor, values["mentor"], period.first, period.last, draft_key)
    note = _substituted(talk.t, done) or talk.t("practice-absence-kept")
    await talk.show(screen(talk.t, card, note=note))


def _from_today(values: dict[str, Any], today: date) -> date:
    return today


async def _absence_consequence(talk: Talk, values: dict[str, Any]) -> Html:
    return talk.t("practice-absence-consequence")


absence_form = Form(
    "practice_absence",
    title="practice-form-absence",
    permission=Permission.KEEP_MENTORS,
    steps=(
        Step(
            "first",
            "practice-ask-absence-first",
            "practice-label-first",
            parse=parsers.day(_from_today),
            calendar=True,
            first_day=_from_today,
        ),
        Step(
            "last",
            "practice-ask-absence-last",
            "practice-label-last",
            parse=parsers.day(last_day),
            calendar=True,
            first_day=last_day,
        ),
    ),
    submit=_submit_absence,
    preview=_absence_consequence,
)
router.include_routers(mentor_form.router, absence_form.router)
