"""The use cases of all features, made once an app. Handlers get each by its name here."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot import __version__
from bot.settings import Settings
from documents.worker import DocumentWorker
from services.access_requests import AccessRequestService
from services.bank import BankService
from services.calendars import Calendars
from services.chats import ChatService
from services.clock import Clock
from services.directory import DirectoryService
from services.evaluation import Evaluation, evaluation_of
from services.evaluation.personal import EvaluationRecords
from services.installation import InstallationService
from services.invitations import InvitationService
from services.journal import JournalService
from services.meetings import Meetings, meetings_of
from services.meetings.duty import report_plan
from services.meetings.personal import MeetingRecords
from services.news import News, news_of
from services.news.personal import NewsRecords
from services.people import PeopleService
from services.plan import WorkPlan, work_plan_of
from services.plan.personal import PlanRecords
from services.practice import Practice, practice_of
from services.practice.matching_duties import Resolving
from services.practice.personal import PracticeRecords
from services.privacy import PrivacyService
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    """Use cases by feature."""

    db: Database
    clock: Clock
    calendars: Calendars
    people: PeopleService
    invitations: InvitationService
    access_requests: AccessRequestService
    privacy: PrivacyService
    directory: DirectoryService
    evaluation: Evaluation
    bank: BankService
    plan: WorkPlan
    meetings: Meetings
    practice: Practice
    installation: InstallationService
    journal: JournalService
    chats: ChatService
    news: News
    documents: DocumentWorker

    def by_name(self) -> Mapping[str, Any]:
        """For handlers, which ask for what they need by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def make_services(settings: Settings, db: Database, clock: Clock) -> Services:
    """Wire the use cases."""
    calendars = Calendars(db)
    return Services(
        db=db,
        clock=clock,
        calendars=calendars,
        people=PeopleService(db, clock, settings.admin_ids),
        invitations=InvitationService(db, clock),
        access_requests=AccessRequestService(db, clock),
        privacy=PrivacyService(
            db, clock, [EvaluationRecords(), MeetingRecords(), PracticeRecords(calendars), PlanRecords(), NewsRecords()]
        ),
        directory=DirectoryService(db, clock, default_zone=settings.timezone, default_locale=settings.default_locale),
        bank=BankService(db, clock),
        evaluation=evaluation_of(db, clock, calendars),
        plan=work_plan_of(db, clock, calendars, report_plan),
        meetings=meetings_of(db, clock, calendars),
        practice=practice_of(db, clock, calendars, Resolving(db, clock, calendars)),
        installation=InstallationService(db, clock, __version__),
        journal=JournalService(db, clock),
        chats=ChatService(db, clock),
        news=news_of(db, clock, calendars),
        documents=DocumentWorker(),
    )
