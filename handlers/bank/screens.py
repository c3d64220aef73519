"""How the bank of programmes looks."""

from collections.abc import Sequence
from datetime import date

from cluster.bank import Agreement, BankProgramme, ProgrammeKind, Validity
from handlers.bank.taps import BankEditTap, BankTap
from handlers.engine import Button, Screen, page_row
from locales import Html, Translator, lines
from services.bank import BankCard, BankPage
from services.paging import PAGE_SIZE
from storage.belonging import ClusterChoice

LABEL_SHOWN = 44
TITLE_SHOWN = 120


def clusters(t: Translator, found: Sequence[ClusterChoice]) -> Screen:
    """Whose bank? For guests, where there are several."""
    if not found:
        return Screen(t("bank-no-cluster"))
    rows = [[Button(_brief(one.name, 60), BankTap(c=one.id, do=BankTap.LIST))] for one in found[:20]]
    return Screen(t("bank-choose-cluster"), rows)


def page(t: Translator, shown: BankPage, kind: str, words: str = "") -> Screen:
    """A page of the bank, or of what a search found in it."""
    c, found = shown.cluster_id, shown.programmes
    head = t("bank-head", cluster=shown.cluster)
    sought = t("bank-found", words=words, count=found.total) if words else t("bank-count", count=found.total)
    listed = [_item(t, one, shown.today) for one in found.items]
    empty = None if found.items else t("bank-nothing-found" if words or kind else "bank-empty")
    text = lines(lines(head, sought), *listed, empty, gap="\n\n")
    do = BankTap.FOUND if words else BankTap.LIST
    looks = [[Button(label(one), BankTap(c=c, do=BankTap.LOOK, id=one.id))] for one in found.items]
    turn = page_row(t, found.number, found.total, lambda n: BankTap(c=c, do=do, kind=kind, page=n), PAGE_SIZE)
    return Screen(text, [*looks, turn, *_ways(t, shown, kind)])


def _ways(t: Translator, shown: BankPage, kind: str) -> list[list[Button]]:
    c = shown.cluster_id
    kinds = [("", "all"), (ProgrammeKind.MAIN.value, "main"), (ProgrammeKind.ADDITIONAL.value, "additional")]
    chosen = [
        Button(
            ("✓ " if kind == value else "") + t.plain(f"bank-button-{key}"),
            BankTap(c=c, do=BankTap.LIST, kind=value),
        )
        for value, key in kinds
    ]
    rows = [
        chosen,
        [
            Button(t.plain("bank-button-search"), BankTap(c=c, do=BankTap.SEARCH)),
            Button(t.plain("bank-button-brochure"), BankTap(c=c, do=BankTap.BROCHURE)),
        ],
    ]
    if shown.may_add:
        rows.append([Button(t.plain("bank-button-add"), BankEditTap(do=BankEditTap.ADD))])
    if shown.waiting:
        take = t.plain("bank-button-take", count=shown.waiting)
        rows.append([Button(take, BankEditTap(do=BankEditTap.TAKE))])
    return rows


def card(t: Translator, c: int, shown: BankCard) -> Screen:
    """One programme: what it is, whose, agreed with whom and until when."""
    one = shown.programme
    text = lines(
        t("bank-title", title=name(one)),
        lines(
            one.college,
            t(f"bank-kind-{one.kind.value}"),
            t("bank-employer", employer=one.employer) if one.employer else None,
        ),
        one.summary,
        lines(agreement(t, one), validity(t, one, shown.today), t("bank-hidden") if one.hidden else None),
        gap="\n\n",
    )
    rows = []
    if shown.may_change:
        do, key = (BankEditTap.SHOW, "show") if one.hidden else (BankEditTap.HIDE, "hide")
        rows.append([Button(t.plain("bank-button-edit"), BankEditTap(do=BankEditTap.EDIT, id=one.id))])
        if shown.manages:
            ask = BankEditTap(do=BankEditTap.AGREEMENT, id=one.id)
            rows.append([Button(t.plain("bank-button-agreement"), ask)])
        rows.append([Button(t.plain(f"bank-button-{key}"), BankEditTap(do=do, id=one.id))])
    return Screen(text, [*rows, [_to_bank(t, c)]])


def ask_agreement(t: Translator, shown: BankCard) -> Screen:
    """How far is it agreed?"""
    one = shown.programme
    rows = [
        [
            Button(
                ("✓ " if state is one.agreement else "") + t.plain(f"bank-state-{state.value.replace('_', '-')}"),
                BankEditTap(do=BankEditTap.AGREE, id=one.id, to=state.value),
            )
        ]
        for state in Agreement
    ]
    return Screen(t("bank-ask-agreement", title=name(one)), rows)


def ask_words(t: Translator, c: int) -> Screen:
    """What is looked for?"""
    return Screen(t("bank-ask-words"), [[_to_bank(t, c)]])


def name(one: BankProgramme) -> str:
    """«15.02.12 Монтаж …»"""
    return f"{one.code} {one.title}" if one.code else one.title


def label(one: BankProgramme) -> str:
    """The programme on a button."""
    return _brief(name(one), LABEL_SHOWN)


def agreement(t: Translator, one: BankProgramme) -> Html:
    """«согласована 30 июня 2022 г.»"""
    key = f"bank-agreement-{one.agreement.value.replace('_', '-')}"
    if one.agreed_on is None or one.agreement is Agreement.NONE:
        return t(f"{key}-undated")
    return t(key, day=t.day(one.agreed_on))


def validity(t: Translator, one: BankProgramme, today: date) -> Html | None:
    """Until when it is offered; nothing where there is no last day."""
    found = one.validity(today)
    if found is Validity.OPEN or one.valid_until is None:
        return None
    return t(f"bank-validity-{found.value.replace('_', '-')}", day=t.day(one.valid_until))


def _item(t: Translator, one: BankProgramme, today: date) -> Html:
    return lines(
        t("bank-title", title=_brief(name(one), TITLE_SHOWN)),
        one.college,
        lines(agreement(t, one), validity(t, one, today)),
        t("bank-hidden") if one.hidden else None,
    )


def _brief(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _to_bank(t: Translator, c: int) -> Button:
    return Button(t.plain("bank-button-bank"), BankTap(c=c, do=BankTap.LIST))
