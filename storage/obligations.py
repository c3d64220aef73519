"""Queries of obligations: adding, loading, changing, history and evidence."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.obligations import OPEN_STATES, Act, Obligation, ObligationSource, ObligationState, Pace, Rule
from storage.database import insert_into
from storage.schema.directory import organisations, plan_rows
from storage.schema.obligations import obligation_events, obligation_evidence, obligations
from storage.schema.people import people

__all__ = ["NewObligation", "ObligationSource", "add_obligations"]

_O = obligations.c
_E = obligation_events.c
CHUNK = 500
OPEN = sorted(state.value for state in OPEN_STATES)


@dataclass(frozen=True, slots=True)
class NewObligation:
    """What becomes an obligation.

    Args:
        key: names the occasion within the cluster; the same key twice is one obligation.
        source_id: id of the plan's row, or of the decision.
        organisation_id, person_id: who owes it; None: nobody named, coordinators answer for it.
        due_on: the day it is due; None while no date is known.
        executor: who, as printed, when it is no organisation.
        period: first and last day of the month, quarter or year `due_on` was made of.
        needed: pieces of evidence until it is done.
    """

    cluster_id: int
    key: str
    title: str
    source: ObligationSource
    source_id: int
    organisation_id: int | None
    person_id: int | None
    due_on: date | None
    executor: str = ""
    pace: Pace = Pace.ONCE
    rule: Rule = Rule.ALL
    needed: int = 1
    period: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of an obligation's history; `by` is empty for the program itself."""

    at: datetime
    by: str
    act: str
    text: str | None
    day: date | None
    person: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A proof: a link, or a file that Telegram has."""

    id: int
    kind: str
    reference: str
    name: str


async def add_obligations(tx: AsyncConnection, new: Sequence[NewObligation], now: datetime) -> list[int]:
    """Store obligations; one whose key the cluster has already stays as it is.

    Returns:
        Ids in the order of `new`.
    """
    if not new:
        return []
    statement = insert_into(tx, obligations).on_conflict_do_nothing(index_elements=["cluster_id", "key"])
    await tx.execute(statement, [_row(each, now) for each in new])
    ids = {}
    for cluster_id in {each.cluster_id for each in new}:
        keys = [each.key for each in new if each.cluster_id == cluster_id]
        for start in range(0, len(keys), CHUNK):
            found = await tx.execute(
                select(_O.key, _O.id).where(_O.cluster_id == cluster_id, _O.key.in_(keys[start : start + CHUNK]))
            )
            ids.update({(cluster_id, key): int(one) for key, one in found})
    return [ids[each.cluster_id, each.key] for each in new]


def _row(new: NewObligation, now: datetime) -> dict[str, Any]:
    first, last = new.period or (None, None)
    return {
        "cluster_id": new.cluster_id,
        "key": new.key,
        "title": new.title,
        "source": new.source.value,
        "source_id": new.source_id,
        "organisation_id": new.organisation_id,
        "executor": new.executor,
        "person_id": new.person_id,
        "pace": new.pace.value,
        "rule": new.rule.value,
        "needed": new.needed,
        "due_on": new.due_on,
        "period_first": first,
        "period_last": last,
        "state": ObligationState.OPEN.value,
        "created_at": now,
    }


FROM = (
    obligations.outerjoin(organisations, organisations.c.id == _O.organisation_id)
    .outerjoin(people, people.c.id == _O.person_id)
    .outerjoin(plan_rows, and_(_O.source == ObligationSource.PLAN_ROW.value, plan_rows.c.id == _O.source_id))
)
COLUMNS = (
    _O.id, _O.cluster_id, _O.source, _O.source_id, _O.title, plan_rows.c.number, plan_rows.c.section, _O.executor,
    _O.organisation_id, organisations.c.short_name, _O.person_id, people.c.name, _O.pace, _O.rule, _O.needed,
    _O.due_on, _O.period_first, _O.period_last, _O.state, _O.reason, _O.proposed_on, _O.revision, _O.key,
)  # fmt: skip


def obligation_of(row: Sequence[Any]) -> Obligation:
    """An obligation from values that start with `COLUMNS`."""
    return Obligation(
        id=row[0],
        cluster_id=row[1],
        source=ObligationSource(row[2]),
        source_id=row[3],
        title=row[4],
        number=row[5] or "",
        section=row[6] or "",
        executor=row[7],
        organisation_id=row[8],
        organisation=row[9] or "",
        person_id=row[10],
        person=row[11] or "",
        pace=Pace(row[12]),
        rule=Rule(row[13]),
        needed=row[14],
        due_on=row[15],
        period=(row[16], row[17]) if row[16] and row[17] else None,
        state=ObligationState(row[18]),
        reason=row[19],
        proposed_on=row[20],
        revision=row[21],
        key=row[22],
    )


def selected() -> Select[Any]:
    """Obligations with the words people read."""
    return select(*COLUMNS).select_from(FROM)


async def obligation(connection: AsyncConnection, cluster_id: int, obligation_id: int) -> Obligation | None:
    """An obligation of a cluster."""
    found = await connection.execute(selected().where(_O.id == obligation_id, _O.cluster_id == cluster_id))
    row = found.one_or_none()
    return obligation_of(row) if row else None


async def load(connection: AsyncConnection, ids: Collection[int]) -> list[Obligation]:
    """Obligations by id, whatever their cluster."""
    listed, found = sorted(ids), list[Obligation]()
    for start in range(0, len(listed), CHUNK):
        rows = await connection.execute(selected().where(_O.id.in_(listed[start : start + CHUNK])).order_by(_O.id))
        found += [obligation_of(row) for row in rows]
    return found


async def of_rows(connection: AsyncConnection, cluster_id: int, row_ids: Iterable[int]) -> list[tuple[str, Obligation]]:
    """Obligations made of plan rows with their keys, in order."""
    rows = await connection.execute(
        select(*COLUMNS)
        .select_from(FROM)
        .where(
            _O.cluster_id == cluster_id,
            _O.source == ObligationSource.PLAN_ROW.value,
            _O.source_id.in_(list(row_ids)),
        )
        .order_by(_O.id)
    )
    return [(one.key, one) for one in map(obligation_of, rows)]


async def open_ids(connection: AsyncConnection, cluster_id: int, organisation_id: int | None = None) -> list[int]:
    """Ids of everything still owed in a cluster, or by one organisation of it."""
    query = select(_O.id).where(_O.cluster_id == cluster_id, _O.state.in_(OPEN)).order_by(_O.id)
    if organisation_id is not None:
        query = query.where(_O.organisation_id == organisation_id)
    return [int(one) for one in await connection.scalars(query)]


async def change(tx: AsyncConnection, obligation_id: int, **values: Any) -> None:
    """Change columns; its buttons on older screens are stale from now on."""
    await tx.execute(
        update(obligations).where(_O.id == obligation_id).values(**values, revision=obligations.c.revision + 1)
    )


async def note(  # noqa: PLR0917 a line of history is read in this order
    tx: AsyncConnection,
    obligation_id: int,
    at: datetime,
    by: int | None,
    act: Act,
    text: str | None = None,
    day: date | None = None,
    person_id: int | None = None,
) -> None:
    """Add a line to the history."""
    values = {"obligation_id": obligation_id, "at": at, "by": by, "act": act.value, "text": text, "day": day}
    await tx.execute(insert(obligation_events).values(**values, person_id=person_id))


async def history(connection: AsyncConnection, obligation_id: int) -> list[Event]:
    """What happened to an obligation, in order."""
    given = people.alias("given")
    rows = await connection.execute(
        select(_E.at, people.c.name, _E.act, _E.text, _E.day, given.c.name)
        .select_from(
            obligation_events.outerjoin(people, people.c.id == _E.by).outerjoin(given, given.c.id == _E.person_id)
        )
        .where(_E.obligation_id == obligation_id)
        .order_by(_E.id)
    )
    return [Event(row[0], row[1] or "", *row[2:]) for row in rows]


async def add_evidence(
    tx: AsyncConnection, obligation_id: int, *, kind: str, reference: str, unique: str, name: str, by: int, at: datetime
) -> bool:
    """Store a proof; False when it was there already."""
    values = {"kind": kind, "reference": reference, "unique_key": unique, "name": name, "added_by": by, "added_at": at}
    done = await tx.execute(
        insert_into(tx, obligation_evidence)
        .values(obligation_id=obligation_id, **values)
        .on_conflict_do_nothing(index_elements=["obligation_id", "unique_key"])
    )
    return done.rowcount == 1


async def evidence(connection: AsyncConnection, obligation_id: int) -> list[Evidence]:
    """Proofs of an obligation, in order."""
    known = obligation_evidence.c
    rows = await connection.execute(
        select(known.id, known.kind, known.reference, known.name)
        .where(known.obligation_id == obligation_id)
        .order_by(known.id)
    )
    return [Evidence(*row) for row in rows]


async def mark_planned(tx: AsyncConnection, until: Mapping[int, date], at: datetime) -> None:
    """Pings are planned as far as the day given for each obligation's id."""
    rows = [{"planned": one, "last": day, "at": at} for one, day in sorted(until.items())]
    if rows:
        values: dict[str, Any] = {"planned_at": bindparam("at"), "planned_until": bindparam("last")}
        await tx.execute(update(obligations).where(_O.id == bindparam("planned")).values(**values), rows)
