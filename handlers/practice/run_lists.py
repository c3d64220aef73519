"""Lists in a run of matching: by enterprise, by college, who is left out, what moved; and one pair."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from cluster.matching.model import Pair
from cluster.matching.result import LeftOut, Placed
from cluster.practice.places import Place
from cluster.practice.requests import code_of
from cluster.practice.runs import Word
from handlers.engine import Button, Screen, page_row
from handlers.practice import reasons, words
from handlers.practice.run_screens import back
from handlers.practice.taps import GroupTap, OwnLeftTap, PairTap, PracticeTap, RunTap
from locales import Html, Translator, lines
from services.paging import PAGE_SIZE
from services.practice.matching import OwnLeftOut, RunCard

T = TypeVar("T")


def groups(t: Translator, card: RunCard, by: str, page: int) -> Screen:
    """Enterprises or colleges of a run, with how many interns each."""
    counted: dict[tuple[str, int], int] = {}
    for one in card.result.placed:
        key = group_of(card, one, by)
        counted[key] = counted.get(key, 0) + 1
    ordered = sorted(counted)
    shown = _window(ordered, page)
    rows = [
        [
            Button(
                t.plain("matching-group", name=words.brief(name, 40), count=counted[name, number]),
                GroupTap(run=card.run.id, by=by, id=number),
            )
        ]
        for name, number in shown
    ]
    do = RunTap.ENTERPRISES if by == GroupTap.ENTERPRISE else RunTap.COLLEGES
    turn = page_row(t, page, len(ordered), lambda n: RunTap(run=card.run.id, do=do, page=n), PAGE_SIZE)
    head = "matching-groups-enterprises" if by == GroupTap.ENTERPRISE else "matching-groups-colleges"
    return Screen(t(head, number=card.run.id, count=len(ordered)), [*rows, turn, [back(t, card.run.id)]])


def group_of(card: RunCard, placed: Placed, by: str) -> tuple[str, int]:
    """Name and id of the enterprise or college of a pair; a dash for what was deleted since."""
    if by == GroupTap.ENTERPRISE:
        place = card.places.get(placed.place_id)
        return (place.enterprise, place.organisation_id) if place else ("—", 0)
    intern = card.interns.get(placed.intern_id)
    request = card.requests.get(intern.request_id) if intern else None
    return (request.college, request.organisation_id) if request else ("—", 0)


def group(t: Translator, card: RunCard, tap: GroupTap) -> Screen:
    """The pairs of one enterprise or college."""
    found = [one for one in card.result.placed if group_of(card, one, tap.by)[1] == tap.id]
    shown = _window(found, tap.page)
    name = group_of(card, found[0], tap.by)[0] if found else "—"
    turn = page_row(
        t, tap.page, len(found), lambda n: GroupTap(run=card.run.id, by=tap.by, id=tap.id, page=n), PAGE_SIZE
    )
    entries = [_pair_line(t, card, one) for one in shown]
    text = lines(t("matching-group-head", name=name, count=len(found)), *entries, gap="\n\n")
    do = RunTap.COLLEGES if tap.by == GroupTap.COLLEGE else RunTap.ENTERPRISES
    up = Button(t.plain("matching-button-back"), RunTap(run=card.run.id, do=do))
    return Screen(text, [*_pair_buttons(card, [one.intern_id for one in shown]), turn, [up]])


def _pair_line(t: Translator, card: RunCard, placed: Placed) -> Html:
    place, intern = card.places.get(placed.place_id), card.problem.intern[placed.intern_id]
    return t(
        "matching-pair-line",
        code=code_of(placed.intern_id),
        speciality=intern.speciality,
        enterprise=place.enterprise if place else "—",
        site=place.site if place else "—",
        mentor=mentors(t, card, placed)[0],
        points=placed.fit + placed.wish,
    )


def mentors(t: Translator, card: RunCard, placed: Placed) -> list[str]:
    """The team by label, the primary first; what is said where there is none."""
    if not card.problem.place[placed.place_id].mentored:
        return [t.plain("matching-no-mentor")]
    if not placed.team:
        return [t.plain("matching-nobody")]
    return [card.mentors[one].label if one in card.mentors else "—" for one in placed.team]


def pair(t: Translator, card: RunCard, intern_id: int) -> Screen:
    """One intern in a run."""
    left = card.left_out(intern_id)
    placed = card.placed(intern_id)
    if placed is None:
        return left_card(t, card, intern_id, left)
    place, intern = card.places.get(placed.place_id), card.interns.get(intern_id)
    request = card.requests.get(intern.request_id) if intern else None
    enterprises = {one.organisation_id: one.enterprise for one in card.places.values()}
    team = mentors(t, card, placed)
    gaps = reasons.uncovered(t, card.problem, placed)
    text = lines(
        t("matching-pair-head", code=code_of(intern_id), number=card.run.id),
        words.place_head(t, place) if place else None,
        words.request_head(t, request) if request else None,
        lines(
            t("matching-primary", name=team[0]) if placed.team else team[0],
            t("matching-substitutes", names=words.listed(team[1:])) if team[1:] else None,
            t("matching-uncovered", count=placed.cover.count(-1), days=words.listed(gaps)) if gaps else None,
        ),
        lines(t("matching-why-head", fit=placed.fit, wish=placed.wish), reasons.why(t, placed, enterprises))
        if placed.is_new
        else t("matching-frozen"),
        gap="\n\n",
    )
    return Screen(text, [*_word_rows(t, card, placed), _group_row(card, place), [back(t, card.run.id)]])


def _group_row(card: RunCard, place: Place | None) -> list[Button]:
    """Back to everybody at the enterprise."""
    if place is None:
        return []
    to = GroupTap(run=card.run.id, by=GroupTap.ENTERPRISE, id=place.organisation_id)
    return [Button(f"‹ {words.brief(place.enterprise, 40)}", to)]


def _word_rows(t: Translator, card: RunCard, placed: Placed) -> list[list[Button]]:
    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"matching-button-{key}"), PairTap(run=card.run.id, intern=placed.intern_id, do=do))

    if not placed.is_new:
        return []
    word = card.words.get(Pair(placed.intern_id, placed.place_id))
    if word is Word.PIN:
        return [[act("unpin", PairTap.FREE)]]
    if word is Word.BAN:
        return [[act("unban", PairTap.FREE)]]
    return [[act("pin", PairTap.PIN), act("ban", PairTap.BAN)]]


def left_card(t: Translator, card: RunCard, intern_id: int, left: LeftOut | None) -> Screen:
    """One intern without a place: the cause, and what would help."""
    if left is None:
        return Screen(t("matching-pair-gone"), [[back(t, card.run.id)]])
    intern = card.interns.get(intern_id)
    request = card.requests.get(intern.request_id) if intern else None
    place = card.places.get(left.change.place_id) if left.change else None
    text = lines(
        t("matching-left-head", code=code_of(intern_id), waiting=left.waiting),
        words.request_head(t, request) if request else None,
        t("matching-left-cause", cause=reasons.cause(t, left.cause)),
        lines(t("matching-funnel-head"), reasons.funnel(t, left)) if left.excluded else None,
        reasons.change(t, left.change, card.problem.intern[intern_id], place),
        gap="\n\n",
    )
    others = Button(
        t.plain("matching-button-left", count=len(card.result.left_out)), RunTap(run=card.run.id, do=RunTap.LEFT)
    )
    return Screen(text, [[others], [back(t, card.run.id)]])


def left_out(t: Translator, card: RunCard, page: int) -> Screen:
    """Who has no place, in the order of the waiting list."""
    found = sorted(card.result.left_out, key=lambda one: one.waiting)
    if not found:
        return Screen(t("matching-left-none"), [[back(t, card.run.id)]])
    shown = _window(found, page)
    turn = page_row(t, page, len(found), lambda n: RunTap(run=card.run.id, do=RunTap.LEFT, page=n), PAGE_SIZE)
    entries = [
        t("matching-left-line", waiting=one.waiting, code=code_of(one.intern_id), cause=reasons.cause(t, one.cause))
        for one in shown
    ]
    buttons = _pair_buttons(card, [one.intern_id for one in shown])
    return Screen(lines(t("matching-left-list", count=len(found)), *entries), [*buttons, turn, [back(t, card.run.id)]])


def moved(t: Translator, card: RunCard, page: int) -> Screen:
    """What differs from the run before."""
    if not card.moved or card.other is None:
        return Screen(t("matching-moved-none"), [[back(t, card.run.id)]])
    shown = _window(card.moved, page)
    turn = page_row(t, page, len(card.moved), lambda n: RunTap(run=card.run.id, do=RunTap.MOVED, page=n), PAGE_SIZE)

    def name(place_id: int | None) -> str:
        place = card.places.get(place_id) if place_id else None
        return place.enterprise if place else t.plain("matching-without")

    entries = [
        t("matching-moved-line", code=code_of(one.intern_id), before=name(one.before), after=name(one.after))
        for one in shown
    ]
    text = lines(t("matching-moved", count=len(card.moved), number=card.other.id), *entries)
    return Screen(text, [*_pair_buttons(card, [one.intern_id for one in shown]), turn, [back(t, card.run.id)]])


def own_left(t: Translator, found: OwnLeftOut) -> Screen:
    """A college's interns without a place, and what would help each."""
    home = Button(t.plain("practice-button-home"), PracticeTap(do=PracticeTap.HOME))
    if found.run is None or found.problem is None or not found.page.total:
        return Screen(t("matching-own-none"), [[home]])
    entries = []
    for one in found.page.items:
        place = found.places.get(one.change.place_id) if one.change else None
        mark = found.interns[one.intern_id].own_mark
        entries.append(
            lines(
                t("matching-own-line", code=code_of(one.intern_id), mark=mark, waiting=one.waiting),
                t("matching-left-cause", cause=reasons.cause(t, one.cause)),
                reasons.change(t, one.change, found.problem.intern[one.intern_id], place),
            )
        )
    turn = page_row(t, found.page.number, found.page.total, lambda n: OwnLeftTap(page=n), PAGE_SIZE)
    return Screen(lines(t("matching-own-head", count=found.page.total), *entries, gap="\n\n"), [turn, [home]])


def _pair_buttons(card: RunCard, interns: Iterable[int]) -> list[list[Button]]:
    buttons = [Button(code_of(one), PairTap(run=card.run.id, intern=one, do=PairTap.LOOK)) for one in interns]
    return [buttons[start : start + 4] for start in range(0, len(buttons), 4)]


def _window(found: Sequence[T], page: int) -> Sequence[T]:
    start = max(0, page) * PAGE_SIZE
    return found[start : start + PAGE_SIZE]
