"""Use cases of councils and meetings, by who does them."""

from dataclasses import dataclass

from services.clock import Clock
from services.meetings.announcing import AnnouncingService
from services.meetings.answering import AnsweringService, Link, Own
from services.meetings.conduct import ConductService
from services.meetings.councils import Chat, CouncilCard, CouncilService, Head, NewMember
from services.meetings.decisions import DecisionService, NewDecision
from services.meetings.desk import Calendars, Desk, runs
from services.meetings.duty import DutyPage, DutyService
from services.meetings.minutes import MinutesService
from services.meetings.planning import Line, NewItem, NewMeeting, Planned, PlanningService, Warnings
from services.meetings.polls import Poll, PollService
from services.meetings.telling import Invitation, Telling
from services.meetings.voting import VotingService
from storage.database import Database

__all__ = [
    "Chat",
    "CouncilCard",
    "DutyPage",
    "Head",
    "Invitation",
    "Line",
    "Link",
    "Meetings",
    "NewDecision",
    "NewItem",
    "NewMeeting",
    "NewMember",
    "Own",
    "Planned",
    "Poll",
    "Warnings",
    "meetings_of",
    "runs",
]


@dataclass(frozen=True, slots=True)
class Meetings:
    """All use cases of the feature."""

    councils: CouncilService
    planning: PlanningService
    announcing: AnnouncingService
    answering: AnsweringService
    polls: PollService
    conduct: ConductService
    voting: VotingService
    decisions: DecisionService
    minutes: MinutesService
    duty: DutyService
    telling: Telling


def meetings_of(db: Database, clock: Clock, calendars: Calendars) -> Meetings:
    """Wire the use cases."""
    desk = Desk(db, clock, calendars)
    return Meetings(
        councils=CouncilService(desk),
        planning=PlanningService(desk),
        announcing=AnnouncingService(desk),
        answering=AnsweringService(desk),
        polls=PollService(desk),
        conduct=ConductService(desk),
        voting=VotingService(desk),
        decisions=DecisionService(desk),
        minutes=MinutesService(desk),
        duty=DutyService(desk),
        telling=Telling(desk),
    )
