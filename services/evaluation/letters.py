"""Who is told and reminded of an expert session, in the transaction of the change that causes it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.evaluation.deadline import AT, Due, answer_reminder, reminders_before
from cluster.evaluation.model import ExpertProgress, Session
from cluster.notice import Notice
from services.evaluation.notices import (
    AnswerDue,
    CoordinatorWanted,
    ExpertInvited,
    FixesDue,
    FixesOverdue,
    SheetDue,
    SheetsDue,
)
from storage import evaluation as queries
from storage import evaluation_sight, outbox, reminders
from storage.evaluation_outcomes import Decided
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


async def remind_to_answer(
    tx: AsyncConnection, session: Session, experts: Iterable[ExpertProgress], calendar: WorkingCalendar, now: datetime
) -> None:
    """On the last day for an answer, those who are still silent are asked once more."""
    zone = ZoneInfo(await queries.zone(tx, session.cluster_id))
    at = answer_reminder(now, calendar, zone)
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"evaluation_answer:{session.id}:{expert.assignment_id}",
                AnswerDue(assignment_id=expert.assignment_id),
                Recipient.person(expert.person_id, session.cluster_id),
                at,
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


async def remind_of_fixes(  # noqa: PLR0917 - who, what, until when
    tx: AsyncConnection,
    session: Session,
    decided: Decided,
    college: Iterable[int],
    calendar: WorkingCalendar,
    now: datetime,
) -> None:
    """Plan the college's reminders before the day corrections are due, and the chair's after it."""
    fix_by = decided.decision.fix_by
    if fix_by is None:
        return
    zone = ZoneInfo(await queries.zone(tx, session.cluster_id))
    prefix = f"evaluation_fixes:{decided.id}:"
    plans = [
        Plan(
            f"{prefix}{due.days_left}:{person_id}",
            FixesDue(outcome_id=decided.id, days_left=due.days_left),
            Recipient.person(person_id, session.cluster_id),
            due.at,
        )
        for person_id in college
        for due in reminders_before(fix_by, calendar, zone, now)
    ]
    after = datetime.combine(calendar.add_working_days(fix_by, 1), AT, zone).astimezone(UTC)
    plans += [
        Plan(
            f"{prefix}after:{one}",
            FixesOverdue(outcome_id=decided.id),
            Recipient.person(one, session.cluster_id),
            after,
        )
        for one in await who_may_see(tx, session, decided.programme_id)
    ]
    await reminders.plan_many(tx, plans)


async def forget_fixes(tx: AsyncConnection, outcome_id: int) -> None:
    """The corrections came: nobody is reminded of them any more."""
    await reminders.cancel(tx, f"evaluation_fixes:{outcome_id}:")


async def forget_reminders(tx: AsyncConnection, session: Session) -> None:
    """Nothing more is reminded of: the deadline moved or the session is closed."""
    await reminders.cancel(tx, _prefix(session))


async def tell_coordinators(
    tx: AsyncConnection, session: Session, notice: Notice, now: datetime, key: str, *, programme_id: int | None = None
) -> None:
    """Tell those who run the session; the same `key` twice is told once.

    Args:
        programme_id: what the notice is about; coordinators from whom it is kept hear nothing.
    """
    addressees = await queries.coordinators(tx, session)
    if programme_id is not None:
        addressees = await who_may_see(tx, session, programme_id)
    letters = [
        Letter(notice, Recipient.person(person_id, session.cluster_id), now, f"{key}:{person_id}")
        for person_id in addressees
    ]
    if not letters and programme_id is not None:
        wanted = CoordinatorWanted(programme_id=programme_id)
        key = f"evaluation:coordinator_wanted:{programme_id}"
        to = await queries.coordinators(tx, session)
        letters = [Letter(wanted, Recipient.person(one, session.cluster_id), now, f"{key}:{one}") for one in to]
    await outbox.add_many(tx, letters)


async def who_may_see(tx: AsyncConnection, session: Session, programme_id: int) -> list[int]:
    """Who hears of a programme: those who run the session, or else the cluster's other coordinators."""
    running = await queries.coordinators(tx, session)
    others = [one for one, _ in await queries.all_coordinators(tx, session.cluster_id) if one not in running]
    for group in (running, others):
        seeing = [
            one
            for one in group
            if not await evaluation_sight.hidden(tx, session.cluster_id, one, programme_id=programme_id)
        ]
        if seeing:
            return seeing
    return []


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
