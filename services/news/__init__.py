"""Use cases of news, by who does them."""

from dataclasses import dataclass

from services.calendars import Calendars
from services.clock import Clock
from services.news.desk import Desk
from services.news.events import EventCard, EventService
from services.news.following import Moved
from services.news.moderation import ModerationService, Review
from services.news.press import PressCard, PressService
from services.news.publishing import PublishingService
from services.news.reports import Compliance, MediaPlan, ReportService
from services.news.sources import MeetingSource, Source, SourceService
from services.news.writing import Desktop, NewMedia, WritingService
from storage.database import Database

__all__ = [
    "Compliance",
    "Desktop",
    "EventCard",
    "MediaPlan",
    "MeetingSource",
    "Moved",
    "NewMedia",
    "News",
    "PressCard",
    "Review",
    "Source",
    "news_of",
]


@dataclass(frozen=True, slots=True)
class News:
    """All of them; handlers get it as `news`."""

    writing: WritingService
    moderation: ModerationService
    publishing: PublishingService
    events: EventService
    sources: SourceService
    press: PressService
    reports: ReportService


def news_of(db: Database, clock: Clock, calendars: Calendars) -> News:
    """Wire the use cases of news."""
    desk = Desk(db, clock, calendars)
    return News(
        writing=WritingService(desk),
        moderation=ModerationService(desk),
        publishing=PublishingService(desk),
        events=EventService(desk),
        sources=SourceService(desk),
        press=PressService(desk),
        reports=ReportService(desk),
    )
