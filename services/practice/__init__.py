"""Use cases of practice, by who does them."""

from dataclasses import dataclass

from services.calendars import Calendars
from services.clock import Clock
from services.practice.freed import Freed, Refilling, Resolve
from services.practice.lists import ListCard, ListService
from services.practice.matching import MatchingService
from services.practice.mentors import MentorCard, MentorService
from services.practice.placements import Declined, Offer, PlacementService
from services.practice.places import PlaceCard, PlaceService
from services.practice.requests import InternCard, RequestCard, RequestService
from services.practice.results import Results, ResultService
from services.practice.seeing import PlacementCard
from services.practice.substitution import Substituted
from services.practice.telling import Schedule, Telling
from storage.database import Database
from storage.practice_placements import Visit

__all__ = [
    "Declined",
    "Freed",
    "InternCard",
    "ListCard",
    "ListService",
    "MentorCard",
    "MentorService",
    "Offer",
    "PlaceCard",
    "PlaceService",
    "PlacementCard",
    "PlacementService",
    "Practice",
    "RequestCard",
    "RequestService",
    "Resolve",
    "ResultService",
    "Results",
    "Schedule",
    "Substituted",
    "Telling",
    "Visit",
    "practice_of",
]


@dataclass(frozen=True, slots=True)
class Practice:
    """All of them; handlers get it as `practice`."""

    places: PlaceService
    mentors: MentorService
    requests: RequestService
    lists: ListService
    placements: PlacementService
    results: ResultService
    telling: Telling
    matching: MatchingService
    resolve: Resolve | None = None


def practice_of(db: Database, clock: Clock, calendars: Calendars, resolve: Resolve | None = None) -> Practice:
    """Wire the use cases of practice.

    Args:
        resolve: matching of a freed seat.
    """
    refill = Refilling(db, clock, calendars, resolve)
    return Practice(
        places=PlaceService(db, clock),
        mentors=MentorService(db, clock, calendars),
        requests=RequestService(db, clock, refill),
        lists=ListService(db, clock),
        placements=PlacementService(db, clock, calendars, refill),
        results=ResultService(db, clock),
        telling=Telling(db),
        matching=MatchingService(db, clock, calendars),
        resolve=resolve,
    )
