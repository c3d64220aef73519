"""Small pieces of text that several screens of practice share."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from cluster.practice.acceptance import Placement, PlacementReason, PlacementState, Side
from cluster.practice.after import Outcome
from cluster.practice.fitness import Hindrance
from cluster.practice.mentors import Mentor, Rota, RotaKind
from cluster.practice.places import ClearanceKind, ContractForm, Period, Place, PracticeKind, Shift, Supervision
from cluster.practice.requests import Clearance, ClearanceState, Request, RequestState, code_of
from locales import Html, Translator, lines


def refilled(t: Translator, count: int) -> Html | None:
    """How many proposals followed when a seat came free; nothing where none did."""
    return t("practice-refilled", count=count) if count else None


def brief(text: str, limit: int) -> str:
    """The beginning of a text in one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1].rstrip()}…"


def _key(value: StrEnum) -> str:
    return value.value.replace("_", "-")


def kind(t: Translator, value: PracticeKind) -> str:
    """«производственная практика»"""
    return t.plain(f"practice-kind-{_key(value)}")


def contract(t: Translator, value: ContractForm) -> str:
    """«региональная модель наставничества»"""
    return t.plain(f"practice-contract-{_key(value)}")


def clearance_kind(t: Translator, value: ClearanceKind) -> str:
    """«корпоративный медосмотр»"""
    return t.plain(f"practice-clearance-{_key(value)}")


def clearance_state(t: Translator, held: Clearance) -> str:
    """«действует до 12.05.2026»"""
    if held.state is ClearanceState.MISSING or held.on is None:
        return t.plain("practice-held-missing")
    return t.plain(f"practice-held-{held.state.value}", day=t.short_day(held.on))


def shift(t: Translator, value: Shift) -> str:
    """«ночная»"""
    return t.plain(f"practice-shift-{value.value}")


def supervision(t: Translator, value: Supervision) -> str:
    """«наставник для каждого»"""
    return t.plain(f"practice-supervision-{value.value}")


def rota_kind(t: Translator, value: RotaKind) -> str:
    """«2/2, ночные смены»"""
    return t.plain(f"practice-rota-{_key(value)}")


def rota(t: Translator, value: Rota) -> str:
    """The rota with what it is counted from."""
    if value.kind is RotaKind.DATES:
        return t.plain("practice-rota-line-dates", days=", ".join(span_list(t, sorted(value.dates))))
    if value.anchor is None or value.kind is RotaKind.FIVE_TWO:
        return rota_kind(t, value.kind)
    return t.plain("practice-rota-line", rota=rota_kind(t, value.kind), day=t.short_day(value.anchor))


def span_list(t: Translator, days: Sequence[date]) -> list[str]:
    """Days in a row as one span: «03.06–05.06»."""
    spans: list[list[date]] = []
    for day in days:
        if spans and (day - spans[-1][-1]).days == 1:
            spans[-1].append(day)
        else:
            spans.append([day])
    return [f"{span[0]:%d.%m}" if len(span) == 1 else f"{span[0]:%d.%m}–{span[-1]:%d.%m}" for span in spans]


def state(t: Translator, value: PlacementState) -> str:
    """«ждёт ответов»"""
    return t.plain(f"practice-state-{value.value}")


def request_state(t: Translator, value: RequestState) -> str:
    """«отозвана»"""
    return t.plain(f"practice-request-{value.value}")


def side(t: Translator, value: Side) -> str:
    """«предприятие»"""
    return t.plain(f"practice-side-{value.value}")


def reason(t: Translator, value: PlacementReason) -> str:
    """«не подходят даты»"""
    return t.plain(f"practice-reason-{_key(value)}")


def outcome(t: Translator, value: Outcome) -> str:
    """«именное приглашение»"""
    return t.plain(f"practice-outcome-{value.value}")


def hindrance(t: Translator, value: Hindrance) -> str:
    """«нет общей формы договора»"""
    if value.clearance is not None and value.ready_on is not None:
        name = clearance_kind(t, value.clearance)
        return t.plain("practice-obstacle-clearance-by", clearance=name, day=t.short_day(value.ready_on))
    return t.plain(f"practice-obstacle-{value.obstacle.value}")


def period(t: Translator, value: Period) -> str:
    """«01.06.2026–30.06.2026»"""
    return f"{t.short_day(value.first)}–{t.short_day(value.last)}"


def listed(values: Iterable[str]) -> str:
    """Words in a row."""
    return ", ".join(values)


def place_head(t: Translator, place: Place) -> Html:
    """Whose place it is, where, when."""
    return t(
        "practice-place-head",
        enterprise=place.enterprise,
        site=place.site,
        town=place.town,
        period=period(t, place.period),
    )


def request_head(t: Translator, request: Request) -> Html:
    """Whose request it is, for what, when."""
    return t(
        "practice-request-head",
        code=request.code,
        programme=request.programme,
        kind=kind(t, request.kind),
        period=period(t, request.period),
        college=request.college,
    )


def mentor_name(mentor: Mentor, name: str | None) -> str:
    """The person's name with what the enterprise calls them, or only that."""
    return f"{name} ({mentor.label})" if name else mentor.label


def placement_line(t: Translator, placement: Placement, place: Place) -> Html:
    """One line of a list."""
    return t(
        "practice-placement-line",
        code=code_of(placement.intern_id),
        enterprise=place.enterprise,
        period=period(t, placement.period),
        state=state(t, placement.state),
    )


def why(t: Translator, placement: Placement) -> Html:
    """Why this place, in the sentences matching left."""
    said = []
    for line in placement.why:
        arguments = {name: value for name, value in line.items() if name != "key"}
        key = str(line.get("key", ""))
        if t.has(key):
            said.append(t(key, **arguments))
    return lines(*said)
