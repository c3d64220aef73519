"""The first tables"""
# ruff: noqa: E501, PLR0915

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=True),
        sa.Column("actor_person_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_cluster_id_id"), ["cluster_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_subject"), ["subject"], unique=False)

    op.create_table(
        "clusters",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("preset", sa.String(length=64), nullable=True),
        sa.Column("draft_key", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clusters")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_clusters_draft_key")),
    )
    op.create_table(
        "fsm",
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("state", sa.String(length=128), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_fsm")),
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lane", sa.String(length=32), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('new', 'done', 'set_aside')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index("ix_inbox_done_at", ["done_at"], unique=False)
        batch_op.create_index(
            "ix_inbox_new",
            ["update_id"],
            unique=False,
            sqlite_where=sa.text("state = 'new'"),
            postgresql_where=sa.text("state = 'new'"),
        )

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("lane", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("urgency", sa.String(length=16), nullable=False),
        sa.Column("once", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waited", sa.String(length=16), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("key", sa.String(length=160), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_ids", sa.JSON(), nullable=True),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'dead', 'skipped', 'uncertain')", name=op.f("ck_outbox_state")
        ),
        sa.CheckConstraint("(person_id IS NULL) <> (chat_id IS NULL)", name=op.f("ck_outbox_recipient")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_open",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'sending')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending')"),
        )
        batch_op.create_index(
            "ix_outbox_stuck",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state IN ('dead', 'uncertain')"),
            postgresql_where=sa.text("state IN ('dead', 'uncertain')"),
        )

    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=150), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("urgency", sa.String(length=16), nullable=False),
        sa.Column("once", sa.Boolean(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("fired_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('planned', 'fired', 'cancelled')", name=op.f("ck_reminders_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("key", name=op.f("uq_reminders_key")),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index(
            "ix_reminders_planned",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'planned'"),
            postgresql_where=sa.text("state = 'planned'"),
        )

    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_acts_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
    )
    with op.batch_alter_table("acts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_acts_cluster_id"), ["cluster_id"], unique=False)

    op.create_table(
        "calendar_corrections",
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_working", sa.Boolean(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"],
            ["clusters.id"],
            name=op.f("fk_calendar_corrections_cluster_id_clusters"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("cluster_id", "day", name=op.f("pk_calendar_corrections")),
    )
    op.create_table(
        "councils",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('expert', 'coordination', 'working_group')", name=op.f("ck_councils_kind")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_councils_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_councils")),
    )
    with op.batch_alter_table("councils", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_councils_cluster_id"), ["cluster_id"], unique=False)

    op.create_table(
        "organisations",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("printed_name", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.String(length=64), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("is_leading", sa.Boolean(), nullable=False),
        sa.Column("is_member", sa.Boolean(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("draft_key", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "kind IN ('college', 'enterprise', 'department', 'fund', 'union', 'school')",
            name=op.f("ck_organisations_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_organisations_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["organisations.id"],
            name=op.f("fk_organisations_parent_id_organisations"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_organisations_draft_key")),
    )
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.create_index("ix_organisations_cluster_id_kind", ["cluster_id", "kind"], unique=False)
        batch_op.create_index(
            "uq_organisations_leading",
            ["cluster_id"],
            unique=True,
            sqlite_where=sa.text("is_leading"),
            postgresql_where=sa.text("is_leading"),
        )

    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.String(length=200), nullable=True),
        sa.Column("search", sa.String(length=400), nullable=False),
        sa.Column("locale", sa.String(length=2), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_until", sa.Time(), nullable=False),
        sa.Column("quiet_days_off", sa.Boolean(), nullable=False),
        sa.Column("current_cluster_id", sa.Integer(), nullable=True),
        sa.Column("consent_version", sa.String(length=32), nullable=True),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("commands", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["current_cluster_id"], ["clusters.id"], name=op.f("fk_people_current_cluster_id_clusters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_people_telegram_id")),
    )
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("year", sa.String(length=16), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.CheckConstraint("year IN ('calendar', 'academic')", name=op.f("ck_plans_year")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_plans_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
    )
    with op.batch_alter_table("plans", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plans_cluster_id"), ["cluster_id"], unique=False)

    op.create_table(
        "sheets",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_sheets_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheets")),
        sa.UniqueConstraint("cluster_id", "code", "version", name=op.f("uq_sheets_cluster_id_code_version")),
    )
    op.create_table(
        "specialities",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("group_code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_specialities_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_specialities")),
        sa.UniqueConstraint("cluster_id", "code", name=op.f("uq_specialities_cluster_id_code")),
    )
    op.create_table(
        "access_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("organisation_text", sa.String(length=200), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("draft_key", sa.String(length=80), nullable=False),
        sa.CheckConstraint(
            "role IN ('administrator', 'coordinator', 'college', 'expert', 'enterprise', 'mentor', 'intern')",
            name=op.f("ck_access_requests_role"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'approved', 'refused', 'withdrawn')", name=op.f("ck_access_requests_state")
        ),
        sa.ForeignKeyConstraint(["cluster_id"], ["clusters.id"], name=op.f("fk_access_requests_cluster_id_clusters")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_access_requests_decided_by_people")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_access_requests_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_access_requests_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_requests")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_access_requests_draft_key")),
    )
    with op.batch_alter_table("access_requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_access_requests_cluster_id_state"), ["cluster_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_access_requests_person_id"), ["person_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("operator", sa.Text(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_consents_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_person_id"), ["person_id"], unique=False)

    op.create_table(
        "council_meetings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("printed_when", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('held', 'draft')", name=op.f("ck_council_meetings_state")),
        sa.ForeignKeyConstraint(
            ["council_id"], ["councils.id"], name=op.f("fk_council_meetings_council_id_councils"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_meetings")),
        sa.UniqueConstraint("council_id", "position", name=op.f("uq_council_meetings_council_id_position")),
    )
    op.create_table(
        "evaluation_sessions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=False),
        sa.Column("minimum_sheets", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), server_default="draft", nullable=False),
        sa.Column("draft_key", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("nudged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("state IN ('draft', 'open', 'closed')", name=op.f("ck_evaluation_sessions_state")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_evaluation_sessions_days")),
        sa.CheckConstraint("minimum_sheets >= 1", name=op.f("ck_evaluation_sessions_minimum")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_evaluation_sessions_cluster_id_clusters")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_evaluation_sessions_created_by_people")),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheets.id"], name=op.f("fk_evaluation_sessions_sheet_id_sheets")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_sessions")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_evaluation_sessions_draft_key")),
    )
    with op.batch_alter_table("evaluation_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evaluation_sessions_cluster_id"), ["cluster_id"], unique=False)

    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("max_uses", sa.Integer(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("draft_key", sa.String(length=80), nullable=True),
        sa.CheckConstraint(
            "role IN ('administrator', 'coordinator', 'college', 'expert', 'enterprise', 'mentor', 'intern')",
            name=op.f("ck_invitations_role"),
        ),
        sa.CheckConstraint("uses_left >= 0 AND uses_left <= max_uses", name=op.f("ck_invitations_uses")),
        sa.ForeignKeyConstraint(["cluster_id"], ["clusters.id"], name=op.f("fk_invitations_cluster_id_clusters")),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_invitations_created_by_people")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_invitations_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_invitations_draft_key")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
    )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitations_cluster_id"), ["cluster_id"], unique=False)

    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("granted_by", sa.Integer(), nullable=True),
        sa.Column("active_key", sa.String(length=80), nullable=True),
        sa.CheckConstraint(
            "role IN ('administrator', 'coordinator', 'college', 'expert', 'enterprise', 'mentor', 'intern')",
            name=op.f("ck_memberships_role"),
        ),
        sa.ForeignKeyConstraint(["cluster_id"], ["clusters.id"], name=op.f("fk_memberships_cluster_id_clusters")),
        sa.ForeignKeyConstraint(["granted_by"], ["people.id"], name=op.f("fk_memberships_granted_by_people")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_memberships_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_memberships_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint("active_key", name=op.f("uq_memberships_active_key")),
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_memberships_cluster_id_until_role"), ["cluster_id", "until", "role"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_memberships_person_id_until"), ["person_id", "until"], unique=False)

    op.create_table(
        "organisation_specialities",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("speciality_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_organisation_specialities_organisation_id_organisations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["speciality_id"],
            ["specialities.id"],
            name=op.f("fk_organisation_specialities_speciality_id_specialities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation_id", "speciality_id", name=op.f("pk_organisation_specialities")),
    )
    with op.batch_alter_table("organisation_specialities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_specialities_speciality_id"), ["speciality_id"], unique=False)

    op.create_table(
        "plan_rows",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("executors", sa.Text(), nullable=False),
        sa.Column("deadline_text", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_rows_plan_id_plans"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_rows")),
        sa.UniqueConstraint("plan_id", "position", name=op.f("uq_plan_rows_plan_id_position")),
    )
    op.create_table(
        "evaluation_programmes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("employer_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=16), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("draft_key", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_evaluation_programmes_cluster_id_clusters")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_evaluation_programmes_created_by_people")),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["organisations.id"], name=op.f("fk_evaluation_programmes_employer_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_evaluation_programmes_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["evaluation_sessions.id"],
            name=op.f("fk_evaluation_programmes_session_id_evaluation_sessions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_programmes")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_evaluation_programmes_draft_key")),
    )
    with op.batch_alter_table("evaluation_programmes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evaluation_programmes_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evaluation_programmes_session_id"), ["session_id"], unique=False)

    op.create_table(
        "invitation_uses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitations.id"], name=op.f("fk_invitation_uses_invitation_id_invitations")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_invitation_uses_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_uses")),
        sa.UniqueConstraint("invitation_id", "person_id", name=op.f("uq_invitation_uses_invitation_id_person_id")),
    )
    with op.batch_alter_table("invitation_uses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_uses_person_id"), ["person_id"], unique=False)

    op.create_table(
        "evaluation_assignments",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=True),
        sa.Column("reason_text", sa.String(length=500), nullable=True),
        sa.Column("conflict", sa.String(length=8), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("asked", sa.String(length=8), nullable=True),
        sa.Column("active_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pending_key", sa.String(length=16), nullable=True),
        sa.Column("pending_text", sa.Text(), nullable=True),
        sa.Column("pending_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heard_message", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("asked IN ('value', 'remark')", name=op.f("ck_evaluation_assignments_asked")),
        sa.CheckConstraint("conflict IN ('none', 'soft', 'hard')", name=op.f("ck_evaluation_assignments_conflict")),
        sa.CheckConstraint(
            "state IN ('invited', 'accepted', 'declined', 'expired', 'draft', 'submitted', 'reopened', 'final')",
            name=op.f("ck_evaluation_assignments_state"),
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_evaluation_assignments_cluster_id_clusters")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_evaluation_assignments_person_id_people")),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["evaluation_programmes.id"],
            name=op.f("fk_evaluation_assignments_programme_id_evaluation_programmes"),
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["evaluation_assignments.id"],
            name=op.f("fk_evaluation_assignments_replaces_id_evaluation_assignments"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["evaluation_sessions.id"],
            name=op.f("fk_evaluation_assignments_session_id_evaluation_sessions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_assignments")),
        sa.UniqueConstraint("programme_id", "person_id", name=op.f("uq_evaluation_assignments_programme_id_person_id")),
    )
    with op.batch_alter_table("evaluation_assignments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evaluation_assignments_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evaluation_assignments_session_id"), ["session_id"], unique=False)

    op.create_table(
        "evaluation_materials",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("reference", sa.String(length=2000), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("draft_key", sa.String(length=64), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('link', 'document', 'photo')", name=op.f("ck_evaluation_materials_kind")),
        sa.CheckConstraint(
            "part IN ('card', 'description', 'results', 'conditions', 'prospects')",
            name=op.f("ck_evaluation_materials_part"),
        ),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name=op.f("fk_evaluation_materials_added_by_people")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_evaluation_materials_cluster_id_clusters")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["evaluation_programmes.id"],
            name=op.f("fk_evaluation_materials_programme_id_evaluation_programmes"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_materials")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_evaluation_materials_draft_key")),
    )
    with op.batch_alter_table("evaluation_materials", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evaluation_materials_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "evaluation_evidence",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=False),
        sa.Column("file_unique_id", sa.String(length=64), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=255), nullable=True),
        sa.Column("album", sa.String(length=64), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('voice', 'photo', 'document')", name=op.f("ck_evaluation_evidence_kind")),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["evaluation_assignments.id"],
            name=op.f("fk_evaluation_evidence_assignment_id_evaluation_assignments"),
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_evaluation_evidence_cluster_id_clusters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_evidence")),
        sa.UniqueConstraint(
            "assignment_id",
            "criterion",
            "file_unique_id",
            name=op.f("uq_evaluation_evidence_assignment_id_criterion_file_unique_id"),
        ),
    )
    op.create_table(
        "evaluation_submissions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["evaluation_assignments.id"],
            name=op.f("fk_evaluation_submissions_assignment_id_evaluation_assignments"),
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_evaluation_submissions_cluster_id_clusters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_submissions")),
        sa.UniqueConstraint("assignment_id", "version", name=op.f("uq_evaluation_submissions_assignment_id_version")),
        sa.UniqueConstraint("code", name=op.f("uq_evaluation_submissions_code")),
    )
    op.create_table(
        "evaluation_verdicts",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(length=16), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "verdict IN ('meets', 'fails', 'cannot_assess')", name=op.f("ck_evaluation_verdicts_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["evaluation_assignments.id"],
            name=op.f("fk_evaluation_verdicts_assignment_id_evaluation_assignments"),
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_evaluation_verdicts_cluster_id_clusters")
        ),
        sa.PrimaryKeyConstraint("assignment_id", "criterion", name=op.f("pk_evaluation_verdicts")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("evaluation_verdicts")
    op.drop_table("evaluation_submissions")
    op.drop_table("evaluation_evidence")
    with op.batch_alter_table("evaluation_materials", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_materials_programme_id"))

    op.drop_table("evaluation_materials")
    with op.batch_alter_table("evaluation_assignments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_assignments_session_id"))
        batch_op.drop_index(batch_op.f("ix_evaluation_assignments_person_id"))

    op.drop_table("evaluation_assignments")
    with op.batch_alter_table("invitation_uses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_uses_person_id"))

    op.drop_table("invitation_uses")
    with op.batch_alter_table("evaluation_programmes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_programmes_session_id"))
        batch_op.drop_index(batch_op.f("ix_evaluation_programmes_organisation_id"))

    op.drop_table("evaluation_programmes")
    op.drop_table("plan_rows")
    with op.batch_alter_table("organisation_specialities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_specialities_speciality_id"))

    op.drop_table("organisation_specialities")
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_memberships_person_id_until"))
        batch_op.drop_index(batch_op.f("ix_memberships_cluster_id_until_role"))

    op.drop_table("memberships")
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitations_cluster_id"))

    op.drop_table("invitations")
    with op.batch_alter_table("evaluation_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_sessions_cluster_id"))

    op.drop_table("evaluation_sessions")
    op.drop_table("council_meetings")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_person_id"))

    op.drop_table("consents")
    with op.batch_alter_table("access_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_access_requests_person_id"))
        batch_op.drop_index(batch_op.f("ix_access_requests_cluster_id_state"))

    op.drop_table("access_requests")
    op.drop_table("specialities")
    op.drop_table("sheets")
    with op.batch_alter_table("plans", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plans_cluster_id"))

    op.drop_table("plans")
    op.drop_table("people")
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_organisations_leading", sqlite_where=sa.text("is_leading"), postgresql_where=sa.text("is_leading")
        )
        batch_op.drop_index("ix_organisations_cluster_id_kind")

    op.drop_table("organisations")
    with op.batch_alter_table("councils", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_councils_cluster_id"))

    op.drop_table("councils")
    op.drop_table("calendar_corrections")
    with op.batch_alter_table("acts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_acts_cluster_id"))

    op.drop_table("acts")
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_reminders_planned",
            sqlite_where=sa.text("state = 'planned'"),
            postgresql_where=sa.text("state = 'planned'"),
        )

    op.drop_table("reminders")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_stuck",
            sqlite_where=sa.text("state IN ('dead', 'uncertain')"),
            postgresql_where=sa.text("state IN ('dead', 'uncertain')"),
        )
        batch_op.drop_index(
            "ix_outbox_open",
            sqlite_where=sa.text("state IN ('waiting', 'sending')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending')"),
        )

    op.drop_table("outbox")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_inbox_new", sqlite_where=sa.text("state = 'new'"), postgresql_where=sa.text("state = 'new'")
        )
        batch_op.drop_index("ix_inbox_done_at")

    op.drop_table("inbox")
    op.drop_table("fsm")
    op.drop_table("clusters")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_subject"))
        batch_op.drop_index(batch_op.f("ix_audit_cluster_id_id"))

    op.drop_table("audit")
