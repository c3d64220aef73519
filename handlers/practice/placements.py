"""Placements in chat: the list, one placement with its answers and marks, what a coordinator proposes by hand."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.practice.acceptance import Placement, PlacementReason, PlacementState, Side, sides
from cluster.practice.after import Outcome
from cluster.practice.places import Place
from cluster.practice.requests import Intern, Request, code_of
from handlers.engine import Button, Screen, Talk, grid, page_row
from handlers.practice import words
from handlers.practice.home import home_row
from handlers.practice.taps import (
    InternTap,
    MarkTap,
    OffersTap,
    OutcomeTap,
    PlacementTap,
    PlaceTap,
    PracticeTap,
    ReasonTap,
)
from locales import Html, Translator, lines
from services.paging import PAGE_SIZE, Page
from services.practice import Declined, Offer, PlacementCard, Practice

router = Router(name="practice-placements")

AGREED, WAITED = "✅", "⏳"


def listing(t: Translator, page: Page[Placement], places: Mapping[int, Place]) -> Screen:
    """A page of placements, live ones first."""
    if not page.total:
        return Screen(t("practice-placements-empty"), [home_row(t)])
    entries = [words.placement_line(t, one, places[one.place_id]) for one in page.items]
    rows = [
        [
            Button(
                words.brief(f"{_code(one)} · {places[one.place_id].enterprise}", 44),
                PlacementTap(id=one.id, do=PlacementTap.LOOK),
            )
        ]
        for one in page.items
    ]
    turn = page_row(t, page.number, page.total, lambda n: PracticeTap(do=PracticeTap.PLACEMENTS, page=n), PAGE_SIZE)
    text = lines(t("practice-placements-head", count=page.total), *entries, gap="\n\n")
    return Screen(text, [*rows, turn, home_row(t)])


def _code(placement: Placement) -> str:
    return code_of(placement.intern_id)


def screen(t: Translator, card: PlacementCard, note: Html | None = None) -> Screen:
    """One placement: who, where, when, with whom, who has agreed."""
    at = card.placement
    text = lines(
        note,
        lines(
            t("practice-placement-head", code=card.intern.code, state=words.state(t, at.state)),
            t("practice-intern-mark", mark=card.intern.own_mark) if card.knows_mark else None,
        ),
        words.place_head(t, card.place),
        words.request_head(t, card.request),
        _team(t, card),
        _answers(t, card),
        _ended(t, card),
        words.why(t, at) or None,
        _afterwards(t, card),
        gap="\n\n",
    )
    return Screen(text, [*_rows(t, card), _back(t)])


def _team(t: Translator, card: PlacementCard) -> Html:
    if not card.place.needs_mentor:
        return t("practice-no-mentor")
    if not card.team:
        return t("practice-team-none")
    names = [words.mentor_name(one, card.names.get(one.id)) for one in card.team]
    return lines(
        t("practice-team-primary", name=names[0]),
        t("practice-team-substitutes", names=words.listed(names[1:])) if names[1:] else None,
        t("practice-team-uncovered", count=card.uncovered) if card.uncovered else None,
    )


def _answers(t: Translator, card: PlacementCard) -> Html | None:
    """Who has agreed, while answers are waited for."""
    at = card.placement
    if at.state is not PlacementState.PROPOSED:
        return None
    asked = [one for one in Side if one in sides(with_mentor=card.place.needs_mentor)]
    marks = [f"{AGREED if one in at.answered else WAITED} {words.side(t, one)}" for one in asked]
    return lines(t("practice-answers-until", at=t.moment(at.expires_at)), *marks)


def _ended(t: Translator, card: PlacementCard) -> Html | None:
    at = card.placement
    if at.state is not PlacementState.DECLINED or at.reason is None or at.declined_by is None:
        return None
    return t("practice-declined-line", side=words.side(t, at.declined_by), reason=words.reason(t, at.reason))


def _afterwards(t: Translator, card: PlacementCard) -> Html | None:
    if card.placement.state is not PlacementState.COMPLETED:
        return None
    marks = [t(f"practice-mark-by-{side.value}", mark=mark) for side, mark in sorted(card.ratings.items())]
    outcome = card.placement.outcome
    return lines(*marks, t("practice-outcome-line", outcome=words.outcome(t, outcome)) if outcome else None) or None


def _rows(t: Translator, card: PlacementCard) -> list[list[Button]]:
    at = card.placement

    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"practice-button-{key}"), PlacementTap(id=at.id, do=do))

    rows: list[list[Button]] = []
    if card.may_answer:
        rows.append([act("agree", PlacementTap.AGREE), act("decline", PlacementTap.DECLINE)])
    elif card.mine and at.state in (PlacementState.PROPOSED, PlacementState.ACCEPTED):
        rows.append([act("decline-after", PlacementTap.DECLINE)])
    if card.days:
        rows.append([act("days", PlacementTap.DAYS)])
    if at.state is PlacementState.COMPLETED:
        rows += after_rows(t, card)
    return rows


def after_rows(t: Translator, card: PlacementCard) -> list[list[Button]]:
    """Marks from 1 to 5, and what came of it."""
    at, rows = card.placement, []
    if card.rates_as is not None:
        given = card.ratings.get(card.rates_as)
        marks = [
            Button(f"✓ {mark}" if mark == given else str(mark), MarkTap(id=at.id, mark=mark)) for mark in range(1, 6)
        ]
        rows.append(marks)
    if card.notes_outcome:
        rows += [
            [
                Button(
                    f"✓ {words.outcome(t, one)}" if one is at.outcome else words.outcome(t, one),
                    OutcomeTap(id=at.id, outcome=one.value),
                )
            ]
            for one in Outcome
        ]
    return rows


def _back(t: Translator) -> list[Button]:
    return [Button(t.plain("practice-button-placements"), PracticeTap(do=PracticeTap.PLACEMENTS)), *home_row(t)]


def days(t: Translator, card: PlacementCard) -> Screen:
    """Who looks after the intern, day by day."""
    labels = {one.id: words.mentor_name(one, card.names.get(one.id)) for one in card.team}
    listed = [
        t(
            "practice-day",
            day=t.weekday_day(one.day),
            shift=words.shift(t, one.shift),
            mentor=labels.get(one.mentor_id or 0)
            or t.plain("practice-day-nobody" if one.mentor_id is None else "practice-day-colleague"),
        )
        for one in card.days
    ]
    back = Button(t.plain("practice-button-placement"), PlacementTap(id=card.placement.id, do=PlacementTap.LOOK))
    return Screen(lines(t("practice-days-head", code=card.intern.code), lines(*listed[:60]), gap="\n\n"), [[back]])


@router.callback_query(PlacementTap.filter())
async def placement_tapped(
    callback: CallbackQuery, callback_data: PlacementTap, talk: Talk, practice: Practice
) -> None:
    """A button of a placement."""
    tap, placements, t = callback_data, practice.placements, talk.t
    match tap.do:
        case PlacementTap.AGREE:
            card = await placements.agree(talk.actor, tap.id)
            accepted = card.placement.state is PlacementState.ACCEPTED
            await talk.show(screen(t, card, t("practice-agreed-all" if accepted else "practice-agreed")))
        case PlacementTap.DECLINE:
            card = await placements.look(talk.actor, tap.id)
            await talk.show(reasons(t, card) if card.mine else screen(t, card))
        case PlacementTap.DAYS:
            await talk.show(days(t, await placements.look(talk.actor, tap.id)))
        case _:
            await talk.show(screen(t, await placements.look(talk.actor, tap.id)))


def reasons(t: Translator, card: PlacementCard) -> Screen:
    """Why?"""
    at = card.placement
    rows = [
        [Button(words.reason(t, one), ReasonTap(id=at.id, why=one.value))]
        for one in PlacementReason
        if one in _REASONS[Side.INTERN if card.mine == {Side.INTERN} else Side.ENTERPRISE]
    ]
    back = [Button(t.plain("practice-button-not-now"), PlacementTap(id=at.id, do=PlacementTap.LOOK))]
    return Screen(t("practice-decline-ask", code=card.intern.code), [*rows, back])


_REASONS = {
    Side.INTERN: {
        PlacementReason.TOO_FAR,
        PlacementReason.OTHER_PLACE,
        PlacementReason.DATES,
        PlacementReason.PROFILE,
        PlacementReason.OTHER,
    },
    Side.ENTERPRISE: {
        PlacementReason.NO_CAPACITY,
        PlacementReason.DATES,
        PlacementReason.PROFILE,
        PlacementReason.OTHER,
    },
}


@router.callback_query(ReasonTap.filter())
async def declined(callback: CallbackQuery, callback_data: ReasonTap, talk: Talk, practice: Practice) -> None:
    """It is declined; what became of the seat is said."""
    why = next((one for one in PlacementReason if one.value == callback_data.why), PlacementReason.OTHER)
    done = await practice.placements.decline(talk.actor, callback_data.id, why)
    await talk.show(screen(talk.t, done.card, _after_decline(talk.t, done)))


def _after_decline(t: Translator, done: Declined) -> Html:
    return t("practice-declined-solved", count=done.proposed) if done.proposed else t("practice-declined-waits")


@router.callback_query(MarkTap.filter())
async def marked(callback: CallbackQuery, callback_data: MarkTap, talk: Talk, practice: Practice) -> None:
    """A mark was given."""
    card = await practice.placements.rate(talk.actor, callback_data.id, callback_data.mark)
    await talk.show(screen(talk.t, card, talk.t("practice-mark-kept")))


@router.callback_query(OutcomeTap.filter())
async def outcome_noted(callback: CallbackQuery, callback_data: OutcomeTap, talk: Talk, practice: Practice) -> None:
    """Hired, invited by name, or neither."""
    outcome = next((one for one in Outcome if one.value == callback_data.outcome), Outcome.NONE)
    card = await practice.placements.record_outcome(talk.actor, callback_data.id, outcome)
    await talk.show(screen(talk.t, card, talk.t("practice-outcome-kept")))


# --- by hand --------------------------------------------------------------------------------------------------------


def waiting(t: Translator, page: Page[Intern], requests: Mapping[int, Request]) -> Screen:
    """The waiting list in its order."""
    if not page.total:
        return Screen(t("practice-waiting-empty"), [home_row(t)])
    entries = []
    for number, one in enumerate(page.items, 1 + page.number * PAGE_SIZE):
        request = requests[one.request_id]
        entries.append(
            t(
                "practice-waiting-line",
                number=number,
                code=one.code,
                speciality=request.code,
                period=words.period(t, request.period),
                college=request.college,
            )
        )
    rows = grid([Button(one.code, InternTap(id=one.id, do=InternTap.LOOK)) for one in page.items], 2)
    turn = page_row(t, page.number, page.total, lambda n: PracticeTap(do=PracticeTap.WAITING, page=n), PAGE_SIZE)
    text = lines(t("practice-waiting-head", count=page.total), t("practice-waiting-order"), lines(*entries), gap="\n\n")
    return Screen(text, [*rows, turn, home_row(t)])


def offers(t: Translator, intern: Intern, request: Request, page: Page[Offer]) -> Screen:
    """Places for one intern; what is in the way is said instead of a button."""
    back = [Button(t.plain("practice-button-intern"), InternTap(id=intern.id, do=InternTap.LOOK))]
    if not page.total:
        return Screen(t("practice-offers-none", code=intern.code), [back])
    entries, rows = [], []
    for one in page.items:
        full = one.taken >= one.place.capacity
        reasons = [words.hindrance(t, each) for each in one.hindrances]
        reasons += [t.plain("practice-obstacle-full")] if full else []
        entries.append(
            lines(
                words.place_head(t, one.place),
                t("practice-offer-no", reasons=words.listed(reasons)) if reasons else t("practice-offer-yes"),
            )
        )
        if not reasons:
            label = t.plain(
                "practice-button-propose", place=words.brief(f"{one.place.enterprise}, {one.place.site}", 50)
            )
            rows.append([Button(label, OffersTap(id=intern.id, place=one.place.id))])
        else:
            label = words.brief(f"{one.place.enterprise}: {one.place.site}", 44)
            rows.append([Button(label, PlaceTap(id=one.place.id, do=PlaceTap.LOOK))])
    turn = page_row(t, page.number, page.total, lambda n: OffersTap(id=intern.id, page=n), PAGE_SIZE)
    text = lines(t("practice-offers-head", code=intern.code), words.request_head(t, request), *entries, gap="\n\n")
    return Screen(text, [*rows, turn, back])


@router.callback_query(OffersTap.filter())
async def offers_tapped(callback: CallbackQuery, callback_data: OffersTap, talk: Talk, practice: Practice) -> None:
    """Places for an intern, or the proposal of one."""
    tap, placements = callback_data, practice.placements
    if tap.place:
        card = await placements.propose(talk.actor, tap.id, tap.place)
        await talk.show(screen(talk.t, card, talk.t("practice-proposed-note")))
        return
    await talk.show(offers(talk.t, *await placements.offers(talk.actor, tap.id, tap.page)))
