"""Places in chat: the list, one place, the form by which it is offered, changed and copied."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from cluster.practice.places import (
    CAPACITY_LIMIT,
    LEAD_DAYS_LIMIT,
    ClearanceKind,
    ContractForm,
    Period,
    Place,
    PracticeKind,
    Requirement,
    Shift,
    Supervision,
)
from handlers.engine import Button, Form, Option, Screen, Step, Talk, page_row, parsers
from handlers.practice import words
from handlers.practice.home import home_row
from handlers.practice.steps import codes, each, last_day, organisations, specialities, yes, yes_or_no
from handlers.practice.taps import PlaceTap, PracticeTap
from locales import Translator, lines
from services.paging import PAGE_SIZE, Page
from services.practice import PlaceCard, Practice

router = Router(name="practice-places")

SITE_LIMIT, TOWN_LIMIT, ORDER_LIMIT = 200, 80, 300


def listing(t: Translator, page: Page[Place], taken: Mapping[int, int], *, offers: bool) -> Screen:
    """A page of places."""
    offer = [[Button(t.plain("practice-button-offer"), PracticeTap(do=PracticeTap.OFFER))]] if offers else []
    if not page.total:
        return Screen(t("practice-places-empty" if offers else "practice-places-none"), [*offer, home_row(t)])
    blocks = [
        lines(
            words.place_head(t, place),
            t("practice-place-seats", taken=taken.get(place.id, 0), capacity=place.capacity),
            None if place.is_open else t("practice-place-closed"),
        )
        for place in page.items
    ]
    rows = [
        [Button(words.brief(f"{place.enterprise}: {place.site}", 44), PlaceTap(id=place.id, do=PlaceTap.LOOK))]
        for place in page.items
    ]
    turn = page_row(t, page.number, page.total, lambda n: PracticeTap(do=PracticeTap.PLACES, page=n), PAGE_SIZE)
    text = lines(t("practice-places-head", count=page.total), *blocks, gap="\n\n")
    return Screen(text, [*rows, turn, *offer, home_row(t)])


def screen(t: Translator, card: PlaceCard) -> Screen:
    """One place with everything an intern's college wants to know."""
    place = card.place
    needs = [
        t.plain("practice-place-need", clearance=words.clearance_kind(t, one.kind), count=one.lead_days)
        for one in place.requirements
    ]
    text = lines(
        words.place_head(t, place),
        lines(
            t("practice-place-seats", taken=card.taken, capacity=place.capacity),
            None if place.is_open else t("practice-place-closed"),
            t("practice-place-for", codes=words.listed(place.specialities)),
            t("practice-place-kinds", kinds=words.listed(words.kind(t, one) for one in sorted(place.kinds))),
        ),
        lines(
            t(
                "practice-place-contracts",
                forms=words.listed(words.contract(t, one) for one in sorted(place.contracts)),
            ),
            t("practice-place-needs", needs=words.listed(needs)) if needs else t("practice-place-no-needs"),
            t("practice-place-shifts", shifts=words.listed(words.shift(t, one) for one in sorted(place.shifts))),
            t("practice-place-mentored" if place.needs_mentor else "practice-place-group"),
        ),
        lines(
            t("practice-place-order", order=place.production_order) if place.production_order else None,
            t("practice-place-hires") if place.hires else None,
            t("practice-place-programme") if place.mentoring_programme else None,
        ),
        gap="\n\n",
    )
    rows = _own_rows(t, place) if card.is_own else []
    return Screen(text, [*rows, [Button(t.plain("practice-button-places"), PracticeTap(do=PracticeTap.PLACES))]])


def _own_rows(t: Translator, place: Place) -> list[list[Button]]:
    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"practice-button-{key}"), PlaceTap(id=place.id, do=do))

    door = act("close", PlaceTap.CLOSE) if place.is_open else act("open", PlaceTap.OPEN)
    return [[act("edit", PlaceTap.EDIT), act("copy", PlaceTap.COPY)], [door]]


@router.callback_query(PlaceTap.filter())
async def place_tapped(callback: CallbackQuery, callback_data: PlaceTap, talk: Talk, practice: Practice) -> None:
    """A button of a place."""
    tap, places = callback_data, practice.places
    match tap.do:
        case PlaceTap.CLOSE | PlaceTap.OPEN:
            card = await places.set_open(talk.actor, tap.id, tap.do == PlaceTap.OPEN)
            await talk.show(screen(talk.t, card))
        case PlaceTap.EDIT | PlaceTap.COPY:
            talk.actor.require(Permission.OFFER_PLACES)
            await _again(talk, await places.look(talk.actor, tap.id), practice, copy=tap.do == PlaceTap.COPY)
        case _:
            await talk.show(screen(talk.t, await places.look(talk.actor, tap.id)))


async def begin(talk: Talk, practice: Practice) -> None:
    """Offer a new place; the enterprise is asked only where there are several."""
    known = await practice.places.enterprises(talk.actor)
    preset: dict[str, Any] = {"organisations": [list(one) for one in known]}
    if len(known) == 1:
        preset["organisation"] = str(known[0][0])
    await place_form.begin(talk, preset)


async def _again(talk: Talk, card: PlaceCard, practice: Practice, *, copy: bool) -> None:
    """The form with what the place has: to change it, or to offer the same for other days."""
    if not card.is_own:
        await talk.show(screen(talk.t, card))
        return
    values = _values(card.place)
    if copy:
        values = {name: value for name, value in values.items() if name not in ("first", "last")}
        await place_form.begin(talk, values)
        return
    await place_form.review(talk, {**values, "place": card.place.id}, ["organisation", "organisations", "place"])


def _values(place: Place) -> dict[str, Any]:
    """A place as the form's answers."""
    return {
        "organisation": str(place.organisation_id),
        "organisations": [],
        "specialities": list(place.specialities),
        "site": place.site,
        "town": place.town,
        "kinds": sorted(place.kinds),
        "first": place.period.first.isoformat(),
        "last": place.period.last.isoformat(),
        "capacity": place.capacity,
        "contracts": sorted(place.contracts),
        "supervision": place.supervision.value,
        "shifts": sorted(place.shifts),
        "needs": sorted(one.kind for one in place.requirements),
        "lead": max((one.lead_days for one in place.requirements), default=0),
        "order": place.production_order,
        "hires": "yes" if place.hires else "no",
        "programme": "yes" if place.mentoring_programme else "no",
    }


def _place(values: dict[str, Any]) -> Place:
    lead = int(values.get("lead") or 0)
    return Place(
        id=0,
        cluster_id=0,
        organisation_id=int(values["organisation"]),
        enterprise="",
        site=values["site"],
        town=values["town"],
        specialities=tuple(values["specialities"]),
        kinds=frozenset(map(PracticeKind, values["kinds"])),
        period=Period(date.fromisoformat(values["first"]), date.fromisoformat(values["last"])),
        capacity=int(values["capacity"]),
        contracts=frozenset(map(ContractForm, values["contracts"])),
        requirements=tuple(Requirement(ClearanceKind(one), lead) for one in sorted(values.get("needs") or [])),
        shifts=frozenset(map(Shift, values["shifts"])),
        supervision=Supervision(values["supervision"]),
        production_order=values.get("order") or None,
        hires=yes(values["hires"]),
        mentoring_programme=yes(values["programme"]),
        is_open=True,
    )


async def _submit(talk: Talk, values: dict[str, Any], draft_key: str, *, practice: Practice, **_: Any) -> None:
    if "place" in values:
        card = await practice.places.change(talk.actor, values["place"], _place(values))
    else:
        card = await practice.places.offer(talk.actor, _place(values), draft_key)
    await talk.show(screen(talk.t, card))


async def _capacities(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(number), str(number)) for number in (1, 2, 3, 5, 10, 15)]


def _ask(key: str, **more: Any) -> Step:
    return Step(key, f"practice-ask-place-{key}", f"practice-label-{key}", **more)


place_form = Form(
    "practice_place",
    title="practice-form-place",
    permission=Permission.OFFER_PLACES,
    steps=(
        _ask("organisation", options=organisations),
        _ask("specialities", options=specialities, many=True, parse=codes()),
        _ask("site", parse=parsers.text(SITE_LIMIT)),
        _ask("town", parse=parsers.text(TOWN_LIMIT)),
        _ask("kinds", options=each(words.kind, PracticeKind), many=True),
        _ask("first", parse=parsers.day(), calendar=True),
        _ask("last", parse=parsers.day(last_day), calendar=True, first_day=last_day),
        _ask("capacity", parse=parsers.number(1, CAPACITY_LIMIT), options=_capacities, summary=lambda v, t: str(v)),
        _ask("contracts", options=each(words.contract, ContractForm), many=True),
        _ask("supervision", options=each(words.supervision, Supervision)),
        _ask("shifts", options=each(words.shift, Shift), many=True),
        _ask("needs", options=each(words.clearance_kind, ClearanceKind), many=True, optional=True),
        _ask("lead", parse=parsers.number(0, LEAD_DAYS_LIMIT), when=lambda values: bool(values.get("needs"))),
        _ask("order", parse=parsers.text(ORDER_LIMIT), optional=True),
        _ask("hires", options=yes_or_no),
        _ask("programme", options=yes_or_no),
    ),
    submit=_submit,
)
router.include_router(place_form.router)
