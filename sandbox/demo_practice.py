"""The demo's practice: who asks for places (invented), what was agreed, what is over, and a run of matching to look at.

Each difficulty of document 000 (slide 18) is one intern in the run: 421-01 meets the enterprise's own form of contract,
211-01 the corporate medical examination with its lead time, 391-03 gets several mentors on shifts, and 391-05 waits for
answers at a place with a group supervisor, which is left out of mentoring.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from cluster.access import Actor
from cluster.calendar import WorkingCalendar, local_day
from cluster.matching.model import Goal
from cluster.practice.after import Outcome
from cluster.practice.listing import NewIntern
from cluster.practice.places import ClearanceKind, Period, PracticeKind
from cluster.practice.requests import Clearance, ClearanceState, Request, RequestState
from sandbox.demo_places import DRAFT, ELECTRICS, ELECTRONICS, MONTAGE, REGIONAL, Players, Terms, list_mentors, offer
from sandbox.demo_services import SceneServices
from services.directory import DirectoryService
from services.practice import Practice
from services.practice.duties import settle_placements

SEVERSK, POLYTECHNIC, ECONOMIC = "Северский промышленный колледж", "Томский политехнический техникум", "ТЭПК"
BEGINS, LASTS = 15, 20
"""Working days from today to the first day of practice, and how many it has."""
_NEVER = datetime.min.replace(tzinfo=UTC)


class DemoServices(SceneServices, Protocol):
    """The use cases the scene goes through; the app has them."""

    @property
    def directory(self) -> DirectoryService: ...
    @property
    def practice(self) -> Practice: ...


async def play(services: DemoServices, players: Players) -> None:
    """Offer the places, list mentors, ask, and let a few placements be at different steps."""
    terms = await _terms(services, players.coordinator)
    places = await offer(services.practice, players.coordinator, terms)
    await list_mentors(services.practice, players, terms)
    await _past(services, players, terms, places["past"])
    interns = await _ask(services.practice, players.college, terms)
    await _ask_in_vain(services.practice, players.coordinator, terms)
    await _propose(services.practice, players, interns, places)


async def match(services: DemoServices, coordinator: Actor) -> None:
    """Put a run of matching in line: the coordinator gets its preview in a moment."""
    await services.practice.matching.start(coordinator, Goal.MOST)


async def _terms(services: DemoServices, coordinator: Actor) -> Terms:
    calendar: WorkingCalendar = services.calendars(coordinator.here)
    today = local_day(services.clock.now(), ZoneInfo(coordinator.zone))
    first = calendar.add_working_days(today, BEGINS)
    over = calendar.add_working_days(today, -2)
    found = {}
    for name in ("ТЭТЗ", "НПЦ «Полюс»", "ТОМЗЭЛ", "ГЕОС", "Август", SEVERSK, POLYTECHNIC, ECONOMIC):
        page = await services.directory.organisations(coordinator, text=name)
        found[name] = next(one.id for one in page.items if one.short_name == name)
    return Terms(
        found,
        today,
        Period(first, calendar.add_working_days(first, LASTS - 1)),
        Period(calendar.add_working_days(over, -LASTS), over),
    )


def _request(terms: Terms, period: Period, code: str, programme: str, college: str = SEVERSK) -> Request:
    return Request(
        id=0,
        cluster_id=0,
        organisation_id=terms.ids[college],
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
        NewIntern("391-07", year - 20, "Северск", (), (), ("Северск",)),
    )
    for one in new:
        added = await practice.requests.add_intern(college, card.request.id, replace(one, clearances=()))
        ids.append(added.intern.id)
        for held in one.clearances:
            await practice.requests.set_clearance(college, ids[-1], held)
    return ids


async def _ask_in_vain(practice: Practice, coordinator: Actor, terms: Terms) -> None:
    """Two who are left out: by the form of contract («Август»), and by the medical examination («Полюс»)."""
    year = terms.today.year
    asked = (
        (
            POLYTECHNIC,
            ELECTRICS,
            "Техническая эксплуатация и обслуживание электрического и электромеханического оборудования",
            NewIntern("421-01", year - 19, "Томск", (), (terms.ids["Август"],)),
        ),
        (
            ECONOMIC,
            ELECTRONICS,
            "Монтаж, техническое обслуживание и ремонт электронных приборов и устройств",
            NewIntern("211-01", year - 20, "Томск", (), (terms.ids["НПЦ «Полюс»"],)),
        ),
    )
    for college, code, programme, intern in asked:
        request = _request(terms, terms.coming, code, programme, college)
        card = await practice.requests.ask(coordinator, request, f"{DRAFT}:request:{code}")
        await practice.requests.add_intern(coordinator, card.request.id, intern)


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
