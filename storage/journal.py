"""Queries of the audit log as people read it: who and what by name, a page or a period at a time."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, cast, exists, func, literal, null, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema.audit import audit
from storage.schema.bank import bank_programmes
from storage.schema.chats import cluster_chats
from storage.schema.directory import councils, organisations, plans, sheets
from storage.schema.evaluation import evaluation_assignments, evaluation_programmes, evaluation_sessions
from storage.schema.meetings import meetings
from storage.schema.news import news_events, news_items
from storage.schema.obligations import obligations
from storage.schema.outbox import outbox
from storage.schema.people import access_requests, invitations, memberships, people
from storage.schema.practice import practice_mentors, practice_places, practice_requests

Reference = tuple[str, int]
"""A table and an id: what a subject `<table>:<id>` refers to."""


@dataclass(frozen=True, slots=True)
class Act:
    """A line of the log.

    Args:
        who: name of the person; None for what the program or the command line did.
        subject: as stored, `<table>:<id>`.
    """

    id: int
    at: datetime
    action: str
    who: str | None
    subject: str
    details: Mapping[str, Any]

    @property
    def reference(self) -> Reference:
        """The subject as table and id."""
        table, _, number = self.subject.partition(":")
        return table, int(number) if number.isdigit() else 0


@dataclass(frozen=True, slots=True)
class Title:
    """What people call a thing: its name, and the role it is about where it is about one."""

    name: str | None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """Which lines: of one cluster, perhaps only about some tables, by one person, since a moment."""

    cluster_id: int
    tables: Sequence[str] = ()
    person_id: int | None = None
    since: datetime | None = None
    hidden: Collection[int] = ()
    """Programmes kept from whoever looks: acts on them and on their experts are left out."""

    def conditions(self) -> list[Any]:
        """For a WHERE."""
        found: list[Any] = [audit.c.cluster_id == self.cluster_id]
        if self.tables:
            found.append(or_(*(audit.c.subject.startswith(f"{table}:", autoescape=True) for table in self.tables)))
        if self.person_id is not None:
            found.append(audit.c.actor_person_id == self.person_id)
        if self.since is not None:
            found.append(audit.c.at >= self.since)
        if self.hidden:
            found.append(audit.c.subject.not_in([f"evaluation_programmes:{one}" for one in self.hidden]))
            of_them = evaluation_assignments.c.programme_id.in_(self.hidden)
            kept = select(literal("evaluation_assignments:") + cast(evaluation_assignments.c.id, String)).where(of_them)
            found.append(audit.c.subject.not_in(kept))
        return found


_acts = select(audit.c.id, audit.c.at, audit.c.action, people.c.name, audit.c.subject, audit.c.details).outerjoin_from(
    audit, people, people.c.id == audit.c.actor_person_id
)


async def acts(connection: AsyncConnection, search: Search, *, limit: int, offset: int = 0) -> list[Act]:
    """Lines of the log, newest first."""
    query = _acts.where(*search.conditions()).order_by(audit.c.id.desc()).limit(limit).offset(offset)
    return [Act(*row) for row in await connection.execute(query)]


async def count(connection: AsyncConnection, search: Search) -> int:
    """How many lines there are."""
    found = await connection.scalar(select(func.count()).select_from(audit).where(*search.conditions()))
    return int(found or 0)


async def name_of(connection: AsyncConnection, cluster_id: int, person_id: int) -> str | None:
    """Name of somebody who has or had a role in the cluster, or is in its log; None for anybody else."""
    known = or_(
        exists().where(memberships.c.person_id == people.c.id, memberships.c.cluster_id == cluster_id),
        exists().where(audit.c.actor_person_id == people.c.id, audit.c.cluster_id == cluster_id),
    )
    name: str | None = await connection.scalar(select(people.c.name).where(people.c.id == person_id, known))
    return name


async def titles(
    connection: AsyncConnection, cluster_id: int, references: Collection[Reference]
) -> dict[Reference, Title]:
    """What the things are called, all in one statement; things of other clusters and unknown tables are absent."""
    ids: dict[str, list[int]] = {}
    for table, number in sorted(set(references)):
        ids.setdefault(table, []).append(number)
    asked = [_TITLES[table](cluster_id, numbers) for table, numbers in ids.items() if table in _TITLES]
    if not asked:
        return {}
    found = await connection.execute(union_all(*asked))
    return {(row[0], row[1]): Title(row[2], row[3]) for row in found}


def _people(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    here = exists().where(memberships.c.person_id == people.c.id, memberships.c.cluster_id == cluster_id)
    return select(literal("people"), people.c.id, people.c.name, null()).where(people.c.id.in_(ids), here)


def _memberships(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    query = select(literal("memberships"), memberships.c.id, people.c.name, memberships.c.role)
    return query.join_from(memberships, people, people.c.id == memberships.c.person_id).where(
        memberships.c.id.in_(ids), memberships.c.cluster_id == cluster_id
    )


def _invitations(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    query = select(literal("invitations"), invitations.c.id, organisations.c.short_name, invitations.c.role)
    return query.outerjoin_from(invitations, organisations, organisations.c.id == invitations.c.organisation_id).where(
        invitations.c.id.in_(ids), invitations.c.cluster_id == cluster_id
    )


def _access_requests(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    query = select(literal("access_requests"), access_requests.c.id, people.c.name, access_requests.c.role)
    return query.join_from(access_requests, people, people.c.id == access_requests.c.person_id).where(
        access_requests.c.id.in_(ids), access_requests.c.cluster_id == cluster_id
    )


def _organisations(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("organisations"), organisations.c.id, organisations.c.short_name, null()).where(
        organisations.c.id.in_(ids), organisations.c.cluster_id == cluster_id
    )


def _sessions(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("evaluation_sessions"), evaluation_sessions.c.id, evaluation_sessions.c.title, null()).where(
        evaluation_sessions.c.id.in_(ids), evaluation_sessions.c.cluster_id == cluster_id
    )


_programme = func.coalesce(evaluation_programmes.c.title, organisations.c.short_name)  # a programme may be missing yet


def _programmes(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    query = select(literal("evaluation_programmes"), evaluation_programmes.c.id, _programme, null())
    return query.join_from(
        evaluation_programmes, organisations, organisations.c.id == evaluation_programmes.c.organisation_id
    ).where(evaluation_programmes.c.id.in_(ids), evaluation_programmes.c.cluster_id == cluster_id)


def _assignments(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    query = select(literal("evaluation_assignments"), evaluation_assignments.c.id, _programme, null())
    return (
        query.select_from(evaluation_assignments)
        .join(evaluation_programmes, evaluation_programmes.c.id == evaluation_assignments.c.programme_id)
        .join(organisations, organisations.c.id == evaluation_programmes.c.organisation_id)
        .where(evaluation_assignments.c.id.in_(ids), evaluation_assignments.c.cluster_id == cluster_id)
    )


def _sheets(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("sheets"), sheets.c.id, sheets.c.title, null()).where(
        sheets.c.id.in_(ids), sheets.c.cluster_id == cluster_id
    )


def _meetings(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    query = select(literal("meetings"), meetings.c.id, councils.c.name, null())
    return query.join_from(meetings, councils, councils.c.id == meetings.c.council_id).where(
        meetings.c.id.in_(ids), meetings.c.cluster_id == cluster_id
    )


def _councils(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("councils"), councils.c.id, councils.c.name, null()).where(
        councils.c.id.in_(ids), councils.c.cluster_id == cluster_id
    )


def _bank(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("bank_programmes"), bank_programmes.c.id, bank_programmes.c.title, null()).where(
        bank_programmes.c.id.in_(ids), bank_programmes.c.cluster_id == cluster_id
    )


def _outbox(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("outbox"), outbox.c.id, outbox.c.kind, null()).where(
        outbox.c.id.in_(ids), outbox.c.cluster_id == cluster_id
    )


def _chats(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("cluster_chats"), cluster_chats.c.id, cluster_chats.c.title, null()).where(
        cluster_chats.c.id.in_(ids), cluster_chats.c.cluster_id == cluster_id
    )


def _places(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("practice_places"), practice_places.c.id, practice_places.c.site, null()).where(
        practice_places.c.id.in_(ids), practice_places.c.cluster_id == cluster_id
    )


def _mentors(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("practice_mentors"), practice_mentors.c.id, practice_mentors.c.label, null()).where(
        practice_mentors.c.id.in_(ids), practice_mentors.c.cluster_id == cluster_id
    )


def _practice_requests(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("practice_requests"), practice_requests.c.id, practice_requests.c.programme, null()).where(
        practice_requests.c.id.in_(ids), practice_requests.c.cluster_id == cluster_id
    )


def _obligations(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("obligations"), obligations.c.id, obligations.c.title, null()).where(
        obligations.c.id.in_(ids), obligations.c.cluster_id == cluster_id
    )


def _plans(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("plans"), plans.c.id, plans.c.title, null()).where(
        plans.c.id.in_(ids), plans.c.cluster_id == cluster_id
    )


def _news_items(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("news_items"), news_items.c.id, news_items.c.title, null()).where(
        news_items.c.id.in_(ids), news_items.c.cluster_id == cluster_id
    )


def _news_events(cluster_id: int, ids: Sequence[int]) -> Select[Any]:
    return select(literal("news_events"), news_events.c.id, news_events.c.title, null()).where(
        news_events.c.id.in_(ids), news_events.c.cluster_id == cluster_id
    )


_TITLES: Mapping[str, Callable[[int, Sequence[int]], Select[Any]]] = {
    "people": _people,
    "memberships": _memberships,
    "invitations": _invitations,
    "access_requests": _access_requests,
    "organisations": _organisations,
    "evaluation_sessions": _sessions,
    "evaluation_programmes": _programmes,
    "evaluation_assignments": _assignments,
    "sheets": _sheets,
    "meetings": _meetings,
    "councils": _councils,
    "bank_programmes": _bank,
    "practice_places": _places,
    "practice_mentors": _mentors,
    "practice_requests": _practice_requests,
    "outbox": _outbox,
    "cluster_chats": _chats,
    "obligations": _obligations,
    "plans": _plans,
    "news_items": _news_items,
    "news_events": _news_events,
}
