"""Tables of people: who agreed to what, who is who in which cluster, how one gets in."""

from datetime import time

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from cluster.access import Role
from storage.schema.base import Moment, metadata

ROLES = "role IN (" + ", ".join(f"'{role.value}'" for role in Role) + ")"

# A row appears at consent and never disappears: after a withdrawal it holds a code instead of the name,
# and nothing else about the person, so that signed documents and the audit log keep their references.
people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("telegram_id", BigInteger, unique=True),  # NULL after withdrawal
    Column("name", String(200), nullable=False),  # the code («Ч-000123») after withdrawal
    Column("position", String(200)),
    Column("search", String(400), nullable=False),  # folded name and position, see cluster.directory.fold
    Column("locale", String(2), nullable=False),
    Column("quiet_from", Time, nullable=False, default=time(20, 0)),
    Column("quiet_until", Time, nullable=False, default=time(8, 0)),  # equal to quiet_from: no quiet hours
    Column("quiet_days_off", Boolean, nullable=False, default=True),  # non-working days are quiet as a whole
    Column("current_cluster_id", ForeignKey("clusters.id")),
    Column("consent_version", String(32)),
    Column("consented_at", Moment),
    Column("withdrawn_at", Moment),
    Column("blocked_at", Moment),  # the person blocked the bot
    Column("commands", String(64)),  # which command list Telegram shows them now
)

memberships = Table(
    "memberships",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("cluster_id", ForeignKey("clusters.id")),  # NULL: the whole installation (administrator)
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("role", String(16), nullable=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment),  # NULL: holds now
    Column("granted_by", ForeignKey("people.id")),  # NULL: by the settings or the command line
    Column("active_key", String(80), unique=True),  # person, cluster, organisation and role while it holds, then NULL
    CheckConstraint(ROLES, name="role"),
    Index(None, "person_id", "until"),
    Index(None, "cluster_id", "until", "role"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),  # sha256 in hex; the token itself is not stored
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("role", String(16), nullable=False),
    Column("max_uses", Integer, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("created_by", ForeignKey("people.id")),  # NULL: from the command line
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("draft_key", String(80), unique=True),
    CheckConstraint(ROLES, name="role"),
    CheckConstraint("uses_left >= 0 AND uses_left <= max_uses", name="uses"),
)

invitation_uses = Table(
    "invitation_uses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("invitation_id", ForeignKey("invitations.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("used_at", Moment, nullable=False),
    UniqueConstraint("invitation_id", "person_id"),
)

access_requests = Table(
    "access_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("organisation_text", String(200)),  # typed by the person when the list has no such organisation
    Column("message", Text),
    Column("state", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", ForeignKey("people.id")),
    Column("reason", Text),
    Column("draft_key", String(80), nullable=False, unique=True),
    CheckConstraint(ROLES, name="role"),
    CheckConstraint("state IN ('waiting', 'approved', 'refused', 'withdrawn')", name="state"),
    Index(None, "cluster_id", "state"),
)

# Acts: kept after a withdrawal as the proof of both. The person is a code derived from the id.
consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("version", String(32), nullable=False),
    Column("operator", Text),  # organisations named in the text as operators; NULL: the owner of the installation
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)
