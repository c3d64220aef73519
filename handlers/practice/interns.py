"""One intern in chat: what the college knows of them, clearances, wishes, who it is in the bot."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.practice.acceptance import LIVE
from cluster.practice.listing import MARK_LIMIT, TOWN_LIMIT, TOWNS_LIMIT, NewIntern, check_mark, read_year
from cluster.practice.places import ClearanceKind
from cluster.practice.refusals import MarkUnfit, YearUnfit
from cluster.practice.requests import WISHES, Clearance, ClearanceState
from handlers.engine import Button, Form, Option, Screen, Step, Talk, parsers
from handlers.practice import reach, words
from handlers.practice.home import home_row
from handlers.practice.taps import ClearanceTap, InternTap, LinkTap, OffersTap, PlacementTap, RequestTap
from locales import Html, Translator, lines
from services.practice import InternCard, Practice

router = Router(name="practice-interns")


def screen(t: Translator, card: InternCard, note: Html | None = None, *, manages: bool = False) -> Screen:
    """An intern as the college sees them; a coordinator without the own mark and clearances of others' people."""
    at = card.intern
    held = [
        t("practice-held-line", clearance=words.clearance_kind(t, one.kind), state=words.clearance_state(t, one))
        for one in at.clearances
    ]
    wishes = [f"{number}. {name}" for number, name in enumerate(card.wishes, 1)]
    text = lines(
        note,
        lines(
            t("practice-intern-head", code=at.code),
            t("practice-intern-out-line") if at.is_out else None,
            t("practice-intern-mark", mark=at.own_mark) if card.is_own else None,
            t("practice-intern-born", year=str(at.birth_year), town=at.town),
            t("practice-intern-towns", towns=", ".join(at.towns)) if at.towns else None,
            t("practice-intern-person", name=card.name) if card.name else None,
        ),
        words.request_head(t, card.request),
        lines(t("practice-held-head"), *(held or [t("practice-held-none")])) if card.is_own else None,
        lines(t("practice-wishes-head"), *(wishes or [t("practice-wishes-none")])),
        t("practice-intern-place", state=words.state(t, card.placement.state)) if card.placement else None,
        gap="\n\n",
    )
    return Screen(text, [*_rows(t, card, manages), *_back(t, card)])


def _rows(t: Translator, card: InternCard, manages: bool) -> list[list[Button]]:
    at, live = card.intern, card.placement is not None and card.placement.state in LIVE

    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"practice-button-{key}"), InternTap(id=at.id, do=do))

    rows = []
    if card.placement is not None:
        look = PlacementTap(id=card.placement.id, do=PlacementTap.LOOK)
        rows.append([Button(t.plain("practice-button-placement"), look)])
    if at.is_out:
        return rows
    if manages and not live:
        rows.append([Button(t.plain("practice-button-offers"), OffersTap(id=at.id))])
    if card.is_own:
        rows.append([act("clearances", InternTap.CLEARANCES), act("wishes", InternTap.WISHES)])
        rows.append([act("link", InternTap.LINK), act("leave", InternTap.LEAVE)])
    return rows


def _back(t: Translator, card: InternCard) -> list[list[Button]]:
    to = RequestTap(id=card.request.id, do=RequestTap.LOOK)
    request = [Button(t.plain("practice-button-request"), to)] if card.is_own else []
    return [[*request, *home_row(t)]]


def clearances(t: Translator, card: InternCard) -> Screen:
    """Choose what to note."""
    rows = [
        [
            Button(
                f"{words.clearance_kind(t, kind)}: {words.clearance_state(t, card.intern.clearance(kind))}",
                ClearanceTap(id=card.intern.id, kind=kind.value),
            )
        ]
        for kind in ClearanceKind
    ]
    back = Button(t.plain("practice-button-intern"), InternTap(id=card.intern.id, do=InternTap.LOOK))
    return Screen(t("practice-clearances-ask", code=card.intern.code), [*rows, [back]])


@router.callback_query(InternTap.filter())
async def intern_tapped(callback: CallbackQuery, callback_data: InternTap, talk: Talk, practice: Practice) -> None:
    """A button of an intern."""
    tap, requests, t = callback_data, practice.requests, talk.t
    if tap.do == InternTap.LEAVE_NOW:
        left = await requests.leave(talk.actor, tap.id)
        await _show(talk, left, words.refilled(t, left.proposed))
        return
    if tap.do == InternTap.LINK:
        await talk.show(_people(t, tap.id, await requests.people(talk.actor, tap.id)))
        return
    card = await requests.intern(talk.actor, tap.id)
    if tap.do != InternTap.LOOK and not card.is_own:
        talk.actor.require(Permission.REQUEST_PRACTICE)
    match tap.do:
        case InternTap.CLEARANCES if card.is_own:
            await talk.show(clearances(t, card))
        case InternTap.WISHES if card.is_own:
            preset = {"intern": tap.id, "town": card.intern.town, **await _known(talk, practice)}
            listed, towns = reach.known(card.intern.towns, preset["known_towns"], card.intern.town)
            now = {"wishes": [str(one) for one in card.intern.wishes], "towns": towns}
            await wish_form.begin(talk, {**preset, "known_towns": listed}, current=now)
        case InternTap.LEAVE if card.is_own:
            yes = Button(t.plain("practice-button-leave-now"), InternTap(id=tap.id, do=InternTap.LEAVE_NOW))
            no = Button(t.plain("practice-button-not-now"), InternTap(id=tap.id, do=InternTap.LOOK))
            await talk.show(Screen(t("practice-leave-ask", code=card.intern.code), [[yes], [no]]))
        case _:
            await _show(talk, card)


async def _show(talk: Talk, card: InternCard, note: Html | None = None) -> None:
    await talk.show(screen(talk.t, card, note, manages=talk.actor.can(Permission.MANAGE_PRACTICE)))


def _people(t: Translator, intern_id: int, found: Sequence[tuple[int, str]]) -> Screen:
    back = [Button(t.plain("practice-button-intern"), InternTap(id=intern_id, do=InternTap.LOOK))]
    if not found:
        return Screen(t("practice-link-nobody"), [back])
    rows = [[Button(words.brief(name, 44), LinkTap(id=intern_id, person=person))] for person, name in found[:30]]
    return Screen(t("practice-link-ask"), [*rows, back])


@router.callback_query(LinkTap.filter())
async def person_chosen(callback: CallbackQuery, callback_data: LinkTap, talk: Talk, practice: Practice) -> None:
    """This person of the bot is the intern."""
    await _show(talk, await practice.requests.link(talk.actor, callback_data.id, callback_data.person))


@router.callback_query(ClearanceTap.filter())
async def clearance_tapped(
    callback: CallbackQuery, callback_data: ClearanceTap, talk: Talk, practice: Practice
) -> None:
    """A kind of clearance: how far is it? With a state: until when?"""
    tap, t = callback_data, talk.t
    card = await practice.requests.intern(talk.actor, tap.id)
    kind = next((one for one in ClearanceKind if one.value == tap.kind), None)
    if kind is None or not card.is_own:
        await _show(talk, card)
    elif tap.state == ClearanceState.MISSING.value:
        noted = await practice.requests.set_clearance(talk.actor, tap.id, Clearance(kind, ClearanceState.MISSING))
        await _show(talk, noted)
    elif tap.state in (ClearanceState.VALID.value, ClearanceState.BOOKED.value):
        await clearance_form.begin(talk, {"intern": tap.id, "kind": kind.value, "state": tap.state})
    else:
        rows = [
            [
                Button(
                    t.plain(f"practice-held-button-{state.value}"),
                    ClearanceTap(id=tap.id, kind=kind.value, state=state.value),
                )
            ]
            for state in ClearanceState
        ]
        back = [Button(t.plain("practice-button-clearances"), InternTap(id=tap.id, do=InternTap.CLEARANCES))]
        name = words.clearance_kind(t, kind)
        await talk.show(Screen(t("practice-clearance-ask", clearance=name, code=card.intern.code), [*rows, back]))


async def _submit_clearance(
    talk: Talk, values: dict[str, Any], draft_key: str, *, practice: Practice, **_: Any
) -> None:
    noted = Clearance(ClearanceKind(values["kind"]), ClearanceState(values["state"]), date.fromisoformat(values["on"]))
    card = await practice.requests.set_clearance(talk.actor, values["intern"], noted)
    await _show(talk, card, talk.t("practice-clearance-kept"))


def _from_today(values: dict[str, Any], today: date) -> date:
    return today


clearance_form = Form(
    "practice_clearance",
    title="practice-form-clearance",
    permission=Permission.REQUEST_PRACTICE,
    steps=(
        Step(
            "on",
            "practice-ask-clearance-on",
            "practice-label-on",
            parse=parsers.day(_from_today),
            calendar=True,
            first_day=_from_today,
        ),
    ),
    submit=_submit_clearance,
)


async def begin(talk: Talk, practice: Practice, request_id: int) -> None:
    """Add one intern to a request."""
    await intern_form.begin(talk, {"request": request_id, **await _known(talk, practice)})


async def _known(talk: Talk, practice: Practice) -> dict[str, Any]:
    """What there is to choose from: enterprises to wish for, towns with places."""
    known = await practice.requests.enterprises(talk.actor)
    return {"enterprises": [list(one) for one in known], "known_towns": await practice.requests.towns(talk.actor)}


async def _parse_mark(message: Message, talk: Talk) -> str:
    mark = await parsers.text(MARK_LIMIT)(message, talk)
    fault = check_mark(str(mark))
    if fault is not None:
        raise MarkUnfit(fault=fault.value)
    return str(mark)


async def _parse_year(message: Message, talk: Talk) -> int:
    year = read_year(parsers.said(message), talk.t.local(talk.clock.now()).date())
    if year is None:
        raise YearUnfit()
    return year


async def _enterprises(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Enterprises to wish for; the order of the taps is the order of the wishes."""
    picked = [str(one) for one in values.get("wishes") or []]
    options = []
    for organisation_id, name in values["enterprises"]:
        value = str(organisation_id)
        rank = f"{picked.index(value) + 1}. " if value in picked else ""
        options.append(Option(value, words.brief(f"{rank}{name}", 44)))
    return options


async def _submit_intern(talk: Talk, values: dict[str, Any], draft_key: str, *, practice: Practice, **_: Any) -> None:
    new = NewIntern(
        values["mark"],
        int(values["year"]),
        values["town"],
        wishes=tuple(map(int, values.get("wishes") or [])),
        towns=reach.chosen(values),
    )
    card = await practice.requests.add_intern(talk.actor, values["request"], new)
    await _show(talk, card, talk.t("practice-intern-added", code=card.intern.code))


def _ask(key: str, **more: Any) -> Step:
    return Step(key, f"practice-ask-intern-{key}", f"practice-label-{key}", **more)


_WISHES = _ask("wishes", options=_enterprises, many=True, most=WISHES, optional=True)
_TOWNS = _ask("towns", options=reach.options, parse=reach.parse, many=True, most=TOWNS_LIMIT, optional=True)

intern_form = Form(
    "practice_intern",
    title="practice-form-intern",
    permission=Permission.REQUEST_PRACTICE,
    steps=(
        _ask("mark", parse=_parse_mark),
        _ask("year", parse=_parse_year, summary=lambda value, t: str(value)),
        _ask("town", parse=parsers.text(TOWN_LIMIT)),
        _TOWNS,
        _WISHES,
    ),
    submit=_submit_intern,
)


async def _submit_wishes(talk: Talk, values: dict[str, Any], draft_key: str, *, practice: Practice, **_: Any) -> None:
    chosen = [int(one) for one in values.get("wishes") or []]
    card = await practice.requests.set_wishes(talk.actor, values["intern"], chosen, reach.chosen(values))
    await _show(talk, card, talk.t("practice-wishes-kept"))


wish_form = Form(
    "practice_wishes",
    title="practice-form-wishes",
    permission=Permission.REQUEST_PRACTICE,
    steps=(_WISHES, _TOWNS),
    submit=_submit_wishes,
)
router.include_routers(clearance_form.router, intern_form.router, wish_form.router)
