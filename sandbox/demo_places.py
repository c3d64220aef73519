"""The demo's places and mentors: the findings and difficulties of document 000 (slides 17–18), one each to look at.

From the source document: АО «НПЦ „Полюс“» with its medical requirements, ООО «ТОМЗЭЛ» with shifts, «ГЕОС» with a group
supervisor, АО ТЭТЗ with a production order, its own programme of mentoring and hiring. Invented, where it is silent:
sections, dates, numbers, and which enterprise has its own form of contract (the document names none).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cluster.access import Actor
from cluster.practice.mentors import Mentor, Rota, RotaKind
from cluster.practice.places import (
    ClearanceKind,
    ContractForm,
    Period,
    Place,
    PracticeKind,
    Requirement,
    Shift,
    Supervision,
)
from services.practice import Practice

DRAFT = "demo:practice"
MONTAGE, ELECTRICS, ELECTRONICS = "15.02.12", "13.02.11", "11.02.16"
REGIONAL, OWN = ContractForm.REGIONAL, ContractForm.OWN


@dataclass(frozen=True, slots=True)
class Players:
    """Who acts: a coordinator for enterprises nobody of which is in the bot."""

    coordinator: Actor
    enterprise: Actor
    mentor: Actor
    college: Actor


@dataclass(frozen=True, slots=True)
class Terms:
    """Ids of organisations by short name, and the periods of the scene."""

    ids: Mapping[str, int]
    today: date
    coming: Period
    past: Period


def _place(terms: Terms, enterprise: str, site: str, **changes: object) -> Place:
    usual = Place(
        id=0,
        cluster_id=0,
        organisation_id=terms.ids[enterprise],
        enterprise="",
        site=site,
        town="Томск",
        specialities=(MONTAGE,),
        kinds=frozenset({PracticeKind.PRODUCTION}),
        period=Period(terms.coming.first, terms.coming.last + timedelta(days=30)),
        capacity=2,
        contracts=frozenset({REGIONAL}),
        requirements=(),
        shifts=frozenset({Shift.DAY}),
        supervision=Supervision.INDIVIDUAL,
        production_order=None,
        hires=False,
        mentoring_programme=False,
        is_open=True,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def _places(terms: Terms) -> dict[str, Place]:
    """By the name of what each shows."""
    medical = (
        Requirement(ClearanceKind.CORPORATE_MEDICAL, 20),
        Requirement(ClearanceKind.VACCINATION, 3),
        Requirement(ClearanceKind.PCR, 2),
    )
    best = {
        "production_order": "партия трансформаторов для северного филиала",
        "hires": True,
        "mentoring_programme": True,
    }
    return {
        "best": _place(
            terms, "ТЭТЗ", "Сборочный цех", specialities=("15.00.00",), contracts=frozenset({REGIONAL, OWN}), **best
        ),
        "medical": _place(
            terms,
            "НПЦ «Полюс»",
            "Механосборочное производство",
            specialities=("11.00.00", "15.00.00"),
            requirements=medical,
        ),
        "shifts": _place(
            terms,
            "ТОМЗЭЛ",
            "Участок сборки",
            specialities=("15.00.00",),
            shifts=frozenset(Shift),
            hires=True,
            capacity=3,
        ),
        "group": _place(terms, "ГЕОС", "Буровая база", supervision=Supervision.GROUP, capacity=4),
        "own_form": _place(
            terms, "Август", "Цех фасовки", specialities=(ELECTRICS, MONTAGE), contracts=frozenset({OWN})
        ),
        "past": _place(
            terms, "ТЭТЗ", "Инструментальный участок", period=terms.past, hires=True, mentoring_programme=True
        ),
    }


async def offer(practice: Practice, coordinator: Actor, terms: Terms) -> dict[str, int]:
    ids = {}
    for name, place in _places(terms).items():
        ids[name] = (await practice.places.offer(coordinator, place, f"{DRAFT}:place:{name}")).place.id
    return ids


async def list_mentors(practice: Practice, players: Players, terms: Terms) -> None:
    """ТЭТЗ: the mentor who is in the bot. ТОМЗЭЛ: shifts against each other, so that several mentors are needed."""
    first = terms.coming.first
    trained = terms.today - timedelta(days=120)

    def of(enterprise: str, label: str, rota: Rota, limit: int = 2, person_id: int | None = None) -> Mentor:
        return Mentor(
            id=0,
            cluster_id=0,
            organisation_id=terms.ids[enterprise],
            enterprise="",
            person_id=person_id,
            label=label,
            specialities=("11.00.00", "13.00.00", "15.00.00"),
            limit=limit,
            rota=rota,
            absences=(),
            trained_on=trained,
            rating=None,
            is_active=True,
        )

    listed: Sequence[tuple[Actor, Mentor]] = (
        (players.enterprise, of("ТЭТЗ", "мастер участка", Rota(), person_id=players.mentor.me)),
        (players.enterprise, of("ТЭТЗ", "инженер-технолог", Rota())),
        (players.coordinator, of("НПЦ «Полюс»", "начальник бюро", Rota())),
        (players.coordinator, of("ТОМЗЭЛ", "мастер смены А", Rota(RotaKind.TWO_TWO_DAY, first))),
        (players.coordinator, of("ТОМЗЭЛ", "мастер смены Б", Rota(RotaKind.TWO_TWO_DAY, first + timedelta(days=2)))),
        (players.coordinator, of("ТОМЗЭЛ", "мастер ночной смены", Rota(RotaKind.TWO_TWO_NIGHT, first), limit=1)),
        (players.coordinator, of("Август", "механик цеха", Rota())),
    )
    for number, (actor, mentor) in enumerate(listed):
        await practice.mentors.add(actor, mentor, f"{DRAFT}:mentor:{number}")
