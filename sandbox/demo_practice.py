"""The demo's practice: the findings and difficulties of document 000 (slides 17–18), each as a place somebody can tap.

From the source document: АО «НПЦ „Полюс“» with its medical requirements, ООО «ТОМЗЭЛ» with shifts, «ГЕОС» with a group
supervisor, АО ТЭТЗ with a production order, its own programme of mentoring and hiring. Invented, where it is silent:
sections, dates, numbers, the interns, and which enterprise has its own form of contract (the document names none).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from cluster.access import Actor
from cluster.calendar import WorkingCalendar, local_day
from cluster.practice.after import Outcome
from cluster.practice.listing import NewIntern
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
from cluster.practice.requests import Clearance, ClearanceState, Request, RequestState
from services.calendars import Calendars
from services.clock import Clock
from services.directory import DirectoryService
from services.practice import Practice
from services.practice.duties import settle_placements
from storage.database import Database

DRAFT = "demo:practice"
MONTAGE = "15.02.12"
BEGINS, LASTS = 15, 20
"""Working days from today to the first day of practice, and how many it has."""
_NEVER = datetime.min.replace(tzinfo=UTC)
REGIONAL, OWN = ContractForm.REGIONAL, ContractForm.OWN


class DemoServices(Protocol):
    """The use cases the scene goes through; the app has them."""

    @property
    def db(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def calendars(self) -> Calendars: ...
    @property
    def directory(self) -> DirectoryService: ...
    @property
    def practice(self) -> Practice: ...


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


async def play(services: DemoServices, players: Players) -> None:
    """Offer the places, list mentors, ask, and let a few placements be at different steps."""
    terms = await _terms(services, players.coordinator)
    places = await _offer(services.practice, players.coordinator, terms)
    await _mentors(services.practice, players, terms)
    await _past(services, players, terms, places["past"])
    interns = await _ask(services.practice, players.college, terms)
    await _propose(services.practice, players, interns, places)


async def _terms(services: DemoServices, coordinator: Actor) -> Terms:
    calendar: WorkingCalendar = services.calendars(coordinator.here)
    today = local_day(services.clock.now(), ZoneInfo(coordinator.zone))
    first = calendar.add_working_days(today, BEGINS)
    over = calendar.add_working_days(today, -2)
    found = {}
    for name in ("ТЭТЗ", "НПЦ «Полюс»", "ТОМЗЭЛ", "ГЕОС", "Август", "Северский промышленный колледж"):
        page = await services.directory.organisations(coordinator, text=name)
        found[name] = next(one.id for one in page.items if one.short_name == name)
    return Terms(
        found,
        today,
        Period(first, calendar.add_working_days(first, LASTS - 1)),
        Period(calendar.add_working_days(over, -LASTS), over),
    )


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
    wide = ("13.00.00", "15.00.00")
    return {
        "best": _place(terms, "ТЭТЗ", "Сборочный цех", specialities=wide, contracts=frozenset({REGIONAL, OWN}), **best),
        "medical": _place(terms, "НПЦ «Полюс»", "Механосборочное производство", requirements=medical),
        "shifts": _place(
            terms, "ТОМЗЭЛ", "Участок сборки", specialities=wide, shifts=frozenset(Shift), hires=True, capacity=3
        ),
        "group": _place(terms, "ГЕОС", "Буровая база", supervision=Supervision.GROUP, capacity=4),
        "own_form": _place(terms, "Август", "Цех фасовки", contracts=frozenset({OWN})),
        "past": _place(
            terms, "ТЭТЗ", "Инструментальный участок", period=terms.past, hires=True, mentoring_programme=True
        ),
    }


async def _offer(practice: Practice, coordinator: Actor, terms: Terms) -> dict[str, int]:
    ids = {}
    for name, place in _places(terms).items():
        ids[name] = (await practice.places.offer(coordinator, place, f"{DRAFT}:place:{name}")).place.id
    return ids


async def _mentors(practice: Practice, players: Players, terms: Terms) -> None:
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
            specialities=("13.00.00", "15.00.00"),
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


def _request(terms: Terms, period: Period, code: str, programme: str) -> Request:
    return Request(
        id=0,
        cluster_id=0,
        organisation_id=terms.ids["Северский промышленный колледж"],
        college="",
        code=code,
        programme=programme,
        kind=PracticeKind.PRODUCTION,
        period=period,
        contracts=frozenset({REGIONAL}),
        state=RequestState.OPEN,
        created_by=0,
        created_at=_NEVER,
    )


async def _ask(practice: Practice, college: Actor, terms: Terms) -> list[int]:
    programme = "Монтаж, техническая эксплуатация и ремонт промышленного оборудования"
    request = _request(terms, terms.coming, MONTAGE, programme)
    card = await practice.requests.ask(college, request, f"{DRAFT}:request")
    year, ids = terms.today.year, []
    done = Clearance(ClearanceKind.CORPORATE_MEDICAL, ClearanceState.VALID, terms.coming.last + timedelta(days=60))
    soon = Clearance(ClearanceKind.PCR, ClearanceState.BOOKED, terms.coming.first)
    polyus, tomzel, tetz = terms.ids["НПЦ «Полюс»"], terms.ids["ТОМЗЭЛ"], terms.ids["ТЭТЗ"]
    new = (
        NewIntern("391-01", year - 20, "Северск", (), (tetz,)),
        NewIntern("391-02", year - 19, "Северск", (done, soon), (polyus, tetz)),
        NewIntern("391-03", year - 20, "Томск", (), (tomzel,)),
        NewIntern("391-04", year - 17, "Томск", (), (tomzel, tetz)),
        NewIntern("391-05", year - 21, "Томск", (), ()),
        NewIntern("391-06", year - 20, "Северск", (), (polyus,)),
    )
    for one in new:
        added = await practice.requests.add_intern(college, card.request.id, replace(one, clearances=()))
        ids.append(added.intern.id)
        for held in one.clearances:
            await practice.requests.set_clearance(college, ids[-1], held)
    return ids


async def _propose(practice: Practice, players: Players, interns: Sequence[int], places: Mapping[str, int]) -> None:
    """One agreed by all, one waiting for answers at each of ТЭТЗ and «ГЕОС»; the others are in the waiting list."""
    placements = practice.placements
    agreed = await placements.propose(players.coordinator, interns[0], places["best"])
    for actor in (players.college, players.mentor, players.enterprise):
        await placements.agree(actor, agreed.placement.id)
    asked = await placements.propose(players.coordinator, interns[1], places["best"])
    await placements.agree(players.enterprise, asked.placement.id)
    await placements.propose(players.coordinator, interns[4], places["group"])


async def _past(services: DemoServices, players: Players, terms: Terms, place_id: int) -> None:
    """Last month: two interns who completed their practice, with marks and what came of it."""
    practice = services.practice
    request = _request(terms, terms.past, MONTAGE, "Монтаж промышленного оборудования")
    card = await practice.requests.ask(players.college, request, f"{DRAFT}:past")
    outcomes = ((5, 5, Outcome.HIRED), (4, 5, Outcome.INVITED))
    for number, (mark, of_mentor, outcome) in enumerate(outcomes, 1):
        new = NewIntern(f"381-0{number}", terms.today.year - 20, "Северск")
        intern = await practice.requests.add_intern(players.college, card.request.id, new)
        made = await practice.placements.propose(players.coordinator, intern.intern.id, place_id)
        for actor in (players.college, players.mentor, players.enterprise):
            await practice.placements.agree(actor, made.placement.id)
        await settle_placements(services.db, services.calendars, services.clock.now())
        await practice.placements.rate(players.enterprise, made.placement.id, mark)
        await practice.placements.rate(players.college, made.placement.id, of_mentor)
        await practice.placements.record_outcome(players.enterprise, made.placement.id, outcome)
