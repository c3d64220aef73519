"""Screens of requests: a page of them, one with its interns."""

from collections.abc import Mapping

from cluster.practice.acceptance import LIVE, PlacementState
from cluster.practice.requests import Request, RequestState
from handlers.engine import Button, Screen, page_row
from handlers.practice import words
from handlers.practice.home import home_row
from handlers.practice.taps import InternTap, PracticeTap, RequestTap
from locales import Html, Translator, lines
from services.paging import PAGE_SIZE, Page
from services.practice import RequestCard


def listing(t: Translator, page: Page[Request], counted: Mapping[int, tuple[int, int]]) -> Screen:
    """A page of requests."""
    ask = [Button(t.plain("practice-button-ask"), PracticeTap(do=PracticeTap.ASK))]
    if not page.total:
        return Screen(t("practice-requests-empty"), [ask, home_row(t)])
    blocks = []
    for one in page.items:
        total, waiting = counted.get(one.id, (0, 0))
        over = None if one.state is RequestState.OPEN else t.plain(f"practice-request-{one.state.value}")
        blocks.append(
            lines(words.request_head(t, one), over or t("practice-request-counts", total=total, waiting=waiting))
        )
    rows = [
        [
            Button(
                words.brief(f"{one.code} {words.period(t, one.period)} · {one.college}", 48),
                RequestTap(id=one.id, do=RequestTap.LOOK),
            )
        ]
        for one in page.items
    ]
    turn = page_row(t, page.number, page.total, lambda n: PracticeTap(do=PracticeTap.REQUESTS, page=n), PAGE_SIZE)
    text = lines(t("practice-requests-head", count=page.total), *blocks, gap="\n\n")
    return Screen(text, [*rows, turn, ask, home_row(t)])


def screen(t: Translator, card: RequestCard, note: Html | None = None) -> Screen:
    """One request and where its interns stand."""
    at = card.request
    entries = [_intern_line(t, card, number) for number in range(len(card.interns.items))]
    text = lines(
        note,
        lines(
            words.request_head(t, at),
            t("practice-request-contracts", forms=words.listed(words.contract(t, one) for one in sorted(at.contracts))),
            None if at.state is RequestState.OPEN else t.plain(f"practice-request-{at.state.value}"),
        ),
        lines(t("practice-interns-head", count=card.interns.total, waiting=card.waiting), *entries)
        if entries
        else t("practice-interns-none"),
        gap="\n\n",
    )
    rows = [
        [Button(_label(one.code, one.own_mark), InternTap(id=one.id, do=InternTap.LOOK))] for one in card.interns.items
    ]
    found = card.interns
    turn = page_row(t, found.number, found.total, lambda n: RequestTap(id=at.id, do=RequestTap.LOOK, page=n), PAGE_SIZE)
    back = Button(t.plain("practice-button-requests"), PracticeTap(do=PracticeTap.REQUESTS))
    return Screen(text, [*rows, turn, *_rows(t, at), [back]])


def _label(code: str, mark: str) -> str:
    return words.brief(f"{code} · {mark}", 44)


def _intern_line(t: Translator, card: RequestCard, number: int) -> Html:
    one = card.interns.items[number]
    placement = card.placements.get(one.id)
    settled = placement is not None and placement.state in {*LIVE, PlacementState.COMPLETED}
    waits = "practice-intern-waits" if card.request.state is RequestState.OPEN else "practice-intern-unmatched"
    state = words.state(t, placement.state) if placement and settled else t.plain(waits)
    if one.is_out:
        state = t.plain("practice-intern-out")
    return t("practice-intern-line", code=one.code, mark=one.own_mark, state=state)


def _rows(t: Translator, at: Request) -> list[list[Button]]:
    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"practice-button-{key}"), RequestTap(id=at.id, do=do))

    copy = [act("copy-request", RequestTap.COPY)]
    if at.state is not RequestState.OPEN:
        return [copy]
    return [
        [act("add-intern", RequestTap.ADD)],
        [act("template", RequestTap.TEMPLATE), act("send-list", RequestTap.LIST)],
        [*copy, act("withdraw", RequestTap.WITHDRAW)],
    ]
