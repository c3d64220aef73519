"""Who is told and reminded of an expert session, in the transaction of the change that causes it."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.evaluation.deadline import Due, reminders_before
from cluster.evaluation.model import ExpertProgress, Session
from cluster.notice import Notice
from services.evaluation.notices import ExpertInvited, SheetDue, SheetsDue
from storage import evaluation as queries
from storage import outbox, reminders
from storage.outbox import Letter, Recipient
from storage.reminders import Plan


async def invite(tx: AsyncConnection, session: Session, experts: Iterable[ExpertProgress], now: datetime) -> None:
    """Ask experts whether they will score; once, however often it is called."""
    await outbox.add_many(
        tx,
        [
            Letter(
                ExpertInvited(assignment_id=expert.assignment_id),
                Recipient.person(expert.person_id, session.cluster_id),
                now,
                f"evaluation:invited:{expert.assignment_id}",
            )
            for expert in experts
        ],
    )


async def remind_experts(
    tx: AsyncConnection, session: Session, experts: Iterable[ExpertProgress], calendar: WorkingCalendar, now: datetime
) -> None:
    """Plan the reminders of experts; the key holds the deadline, so another deadline means other reminders."""
    dues = await _dues(tx, session, calendar, now)
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"{_occasion(session, due)}{expert.assignment_id}",
                SheetDue(assignment_id=expert.assignment_id, days_left=due.days_left),
                Recipient.person(expert.person_id, session.cluster_id),
                due.at,
            )
            for expert in experts
            for due in dues
        ],
    )


async def remind_coordinators(tx: AsyncConnection, session: Session, calendar: WorkingCalendar, now: datetime) -> None:
    """Plan the reminders of those who run the session."""
    dues = await _dues(tx, session, calendar, now)
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"{_occasion(session, due)}coordinator:{person_id}",
                SheetsDue(session_id=session.id, days_left=due.days_left),
                Recipient.person(person_id, session.cluster_id),
                due.at,
            )
            for person_id in await queries.coordinators(tx, session)
            for due in dues
        ],
    )


async def forget_reminders(tx: AsyncConnection, session: Session) -> None:
    """Nothing more is reminded of: the deadline moved or the session is closed."""
    await reminders.cancel(tx, _prefix(session))


async def tell_coordinators(tx: AsyncConnection, session: Session, notice: Notice, now: datetime, key: str) -> None:
    """Tell those who run the session; the same `key` twice is told once."""
    await outbox.add_many(
        tx,
        [
            Letter(notice, Recipient.person(person_id, session.cluster_id), now, f"{key}:{person_id}")
            for person_id in await queries.coordinators(tx, session)
        ],
    )


async def tell_experts(
    tx: AsyncConnection, session: Session, letters: Iterable[tuple[ExpertProgress, Notice]], now: datetime, key: str
) -> None:
    """Tell experts; `key` names the occasion."""
    await outbox.add_many(
        tx,
        [
            Letter(
                notice,
                Recipient.person(expert.person_id, session.cluster_id),
                now,
                f"{key}:{expert.assignment_id}",
            )
            for expert, notice in letters
        ],
    )


async def _dues(tx: AsyncConnection, session: Session, calendar: WorkingCalendar, now: datetime) -> list[Due]:
    zone = ZoneInfo(await queries.zone(tx, session.cluster_id))
    return reminders_before(session.deadline, calendar, zone, now)


def _prefix(session: Session) -> str:
    return f"evaluation:{session.id}:"


def _occasion(session: Session, due: Due) -> str:
    return f"{_prefix(session)}{session.deadline}:{due.days_left}:"
