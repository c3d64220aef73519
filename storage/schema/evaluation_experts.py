"""Tables of the pool of experts and of conflicts of interest (product, section 5)."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from storage.schema.base import Moment, metadata

expert_profiles = Table(
    "expert_profiles",
    metadata,
    Column("cluster_id", ForeignKey("clusters.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("listed", Boolean, nullable=False),  # consents to be in the pool others are shown
    Column("changed_at", Moment, nullable=False),
)

# «15.00.00» is a group (УГПС), «15.02.12» a speciality.
expert_competences = Table(
    "expert_competences",
    metadata,
    Column("cluster_id", ForeignKey("clusters.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("code", String(16), primary_key=True),
)

# Every statement is kept; the last one of a person on a programme counts.
evaluation_declarations = Table(
    "evaluation_declarations",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("programme_id", ForeignKey("evaluation_programmes.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("ground", String(16), nullable=False),
    Column("words", String(500)),
    Column("occasion", String(16), nullable=False),
    Column("declared_at", Moment, nullable=False),
    CheckConstraint("ground IN ('none', 'contract', 'works', 'author', 'relative', 'role')", name="ground"),
    CheckConstraint("occasion IN ('acceptance', 'submission', 'change', 'chair')", name="occasion"),
)

# Why and by whom a signed sheet was opened again; the version it had then stays.
evaluation_reopenings = Table(
    "evaluation_reopenings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("assignment_id", ForeignKey("evaluation_assignments.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by_chair", Boolean, nullable=False),  # False: the author revises while the session is open
    Column("reopened_by", ForeignKey("people.id"), nullable=False),
    Column("reopened_at", Moment, nullable=False),
    UniqueConstraint("assignment_id", "version"),
)
