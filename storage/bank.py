"""Queries of the bank of programmes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.bank import Agreement, BankProgramme, ProgrammeKind
from cluster.directory import fold
from cluster.evaluation.states import SessionState
from storage.schema.bank import bank_programmes
from storage.schema.directory import organisations
from storage.schema.evaluation import evaluation_programmes, evaluation_sessions
from storage.schema.evaluation_outcome import evaluation_outcomes

_B, _P, _S, _O = bank_programmes.c, evaluation_programmes.c, evaluation_sessions.c, evaluation_outcomes.c
_EMPLOYERS = organisations.alias("bank_employers")
_COLUMNS = (
    _B.id, _B.organisation_id, organisations.c.name, _B.kind, _B.code, _B.title, _B.summary, _B.agreement,
    _B.agreed_on, _B.valid_until, _EMPLOYERS.c.short_name, _B.hidden_at, _B.source_id,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which programmes of a cluster are looked for.

    Args:
        public_on: only what guests see on that day; None: also what is not offered any more.
        hidden_of: colleges whose hidden programmes are shown too; None: those of all colleges.
        words: every one of them stands in the code, the title or the college's name.
    """

    kind: ProgrammeKind | None = None
    public_on: date | None = None
    hidden_of: frozenset[int] | None = frozenset()
    words: str = ""


@dataclass(frozen=True, slots=True)
class SessionProgramme:
    """A programme of a closed session, for the bank; `outcome` is what was decided last and released."""

    id: int
    organisation_id: int
    employer_id: int | None
    code: str | None
    title: str
    college: str
    ends_on: date
    outcome: str | None
    decided_at: datetime | None


async def page(
    connection: AsyncConnection, cluster_id: int, wanted: Wanted, limit: int, offset: int
) -> tuple[list[BankProgramme], int]:
    """Programmes by college and code, and how many there are in all."""
    where = _conditions(cluster_id, wanted)
    total = (await connection.execute(select(func.count()).select_from(bank_programmes).where(*where))).scalar_one()
    query = (
        _programmes().where(*where).order_by(organisations.c.is_leading.desc(), organisations.c.name, _B.kind.desc())
    )
    rows = await connection.execute(query.order_by(_B.code, _B.title, _B.id).limit(limit).offset(offset))
    return [_programme(row) for row in rows], int(total)


async def programme(connection: AsyncConnection, cluster_id: int, programme_id: int) -> BankProgramme | None:
    """One programme of the cluster."""
    query = _programmes().where(_B.id == programme_id, _B.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return _programme(row) if row else None


async def add(tx: AsyncConnection, *, college: str, **values: Any) -> int:
    """Store a programme; gives its id, or the id of the one made from the same draft."""
    known: int | None = await tx.scalar(
        select(_B.id).where(_B.draft_key == values["draft_key"], _B.cluster_id == values["cluster_id"])
    )
    if known is not None:
        return known
    values["search"] = search_text(values["code"], values["title"], college)
    new: int = (await tx.execute(insert(bank_programmes).values(**values).returning(_B.id))).scalar_one()
    return new


async def change(tx: AsyncConnection, programme_id: int, **values: Any) -> None:
    """Change columns of a programme."""
    await tx.execute(update(bank_programmes).where(_B.id == programme_id).values(**values))


def search_text(code: str | None, title: str, college: str) -> str:
    """What is looked through by a search."""
    return fold(f"{code or ''} {title} {college}")


async def of_sessions(connection: AsyncConnection, cluster_id: int) -> list[tuple[SessionProgramme, int | None, str]]:
    """Named programmes of closed sessions, each with its id and agreement in the bank, if it is there."""
    latest = (
        select(_O.programme_id, func.max(_O.number).label("number"))
        .where(_O.released_at.is_not(None))
        .group_by(_O.programme_id)
        .subquery()
    )
    query = (
        select(
            _P.id, _P.organisation_id, _P.employer_id, _P.code, _P.title, organisations.c.name, _S.ends_on,
            _O.outcome, _O.decided_at, _B.id, _B.agreement,
        )
        .join(evaluation_sessions, _S.id == _P.session_id)
        .join(organisations, organisations.c.id == _P.organisation_id)
        .outerjoin(latest, latest.c.programme_id == _P.id)
        .outerjoin(evaluation_outcomes, and_(_O.programme_id == _P.id, _O.number == latest.c.number))
        .outerjoin(bank_programmes, _B.source_id == _P.id)
        .where(_P.cluster_id == cluster_id, _P.title.is_not(None), _S.state == SessionState.CLOSED.value)
        .order_by(_S.starts_on, _P.id)
    )  # fmt: skip
    rows = await connection.execute(query)
    return [(SessionProgramme(*row[:9]), row[9], row[10] or "") for row in rows]


def _programmes() -> Select[Any]:
    return (
        select(*_COLUMNS)
        .join(organisations, organisations.c.id == _B.organisation_id)
        .outerjoin(_EMPLOYERS, _EMPLOYERS.c.id == _B.employer_id)
    )


def _conditions(cluster_id: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_B.cluster_id == cluster_id]
    if wanted.kind is not None:
        found.append(_B.kind == wanted.kind.value)
    if wanted.hidden_of is not None:
        found.append(or_(_B.hidden_at.is_(None), _B.organisation_id.in_(sorted(wanted.hidden_of))))
    if wanted.public_on is not None:
        found.append(_B.hidden_at.is_(None))
        found.append(_B.agreement != Agreement.RETURNED.value)
        found.append(or_(_B.valid_until.is_(None), _B.valid_until >= wanted.public_on))
    found += [_B.search.contains(word, autoescape=True) for word in fold(wanted.words).split()]
    return found


def _programme(values: Sequence[Any]) -> BankProgramme:
    id_, organisation, college, kind, code, title, summary, agreement = values[:8]
    agreed_on, valid_until, employer, hidden_at, source = values[8:]
    return BankProgramme(
        id_,
        organisation,
        college,
        ProgrammeKind(kind),
        code,
        title,
        summary,
        Agreement(agreement),
        agreed_on,
        valid_until,
        employer,
        hidden_at is not None,
        source,
    )
