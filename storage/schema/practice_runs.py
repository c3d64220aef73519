"""Tables of matching: runs with what they saw and said, and pairs the coordinator pinned or banned."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    text,
)

from cluster.matching.model import Goal
from cluster.practice.runs import RunState, Word
from storage.schema.base import Moment, metadata


def _listed(values: type[Goal] | type[RunState] | type[Word]) -> str:
    return ", ".join(f"'{value}'" for value in values)


practice_runs = Table(
    "practice_runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False, index=True),
    Column("goal", String(8), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("version", String(8), nullable=False),  # of the model
    Column("input", LargeBinary, nullable=False),  # the problem, compressed JSON
    Column("input_hash", String(64), nullable=False),
    Column("result", LargeBinary),
    Column("figures", JSON),  # the result in numbers, without reading it
    Column("state", String(16), nullable=False),
    Column("step", String(16), nullable=False, server_default=""),
    Column("seconds", Integer, nullable=False),  # the time limit
    Column("chat_id", BigInteger),  # the card that shows how far it is
    Column("message_id", Integer),
    Column("locale", String(8), nullable=False),
    Column("claimed_by", String(64)),
    Column("claimed_until", Moment),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("published_at", Moment),
    CheckConstraint(f"goal IN ({_listed(Goal)})", name="goal"),
    CheckConstraint(f"state IN ({_listed(RunState)})", name="state"),
    Index(
        "uq_practice_runs_going",
        "cluster_id",
        unique=True,
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)

practice_words = Table(
    "practice_words",
    metadata,
    Column("intern_id", ForeignKey("practice_interns.id", ondelete="CASCADE"), primary_key=True),
    Column("place_id", ForeignKey("practice_places.id", ondelete="CASCADE"), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False, index=True),
    Column("word", String(8), nullable=False),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    CheckConstraint(f"word IN ({_listed(Word)})", name="word"),
)
