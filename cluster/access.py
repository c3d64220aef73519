"""Who may do what: roles, permissions and the person who acts (product, section 1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cluster.errors import ConsentRequired, Forbidden


class Role(StrEnum):
    """What a person is in one cluster, usually on behalf of one organisation."""

    ADMINISTRATOR = "administrator"  # администратор установки: not bound to a cluster
    COORDINATOR = "coordinator"  # координатор
    COLLEGE = "college"  # представитель ПОО
    EXPERT = "expert"  # эксперт предприятия
    ENTERPRISE = "enterprise"  # представитель предприятия
    MENTOR = "mentor"  # наставник
    INTERN = "intern"  # практикант, стажёр


class Permission(StrEnum):
    """What a use case asks for. Every use case declares exactly one."""

    PUBLIC = "public"  # anybody, even without consent
    CONSENTED = "consented"  # anybody who agreed to the processing of personal data
    MEMBER = "member"  # anybody with a role in the current cluster
    CREATE_CLUSTER = "create_cluster"
    MANAGE_DIRECTORY = "manage_directory"  # organisations, corrections of the calendar
    MANAGE_PEOPLE = "manage_people"  # invitations, access requests, roles
    VIEW_AUDIT = "view_audit"
    MANAGE_EVALUATION = "manage_evaluation"  # sessions, experts, progress, all sheets
    SEE_EVALUATION = "see_evaluation"  # to come in at all; what one sees there depends on the others
    SCORE_PROGRAMMES = "score_programmes"  # own assignments only
    VIEW_OWN_PROGRAMMES = "view_own_programmes"  # a college's own programmes
    MANAGE_MEETINGS = "manage_meetings"  # councils and meetings of the cluster, the quarterly duty
    SEE_MEETINGS = "see_meetings"  # own invitations; a chair and a secretary run their own council
    OFFER_PROGRAMMES = "offer_programmes"  # enter programmes into the bank: a college its own
    MANAGE_BANK = "manage_bank"  # all programmes of the bank, their agreement
    SEE_PRACTICE = "see_practice"  # to come in at all; what one sees there depends on the others
    MANAGE_PRACTICE = "manage_practice"  # all places, mentors, requests; proposals, results
    OFFER_PLACES = "offer_places"  # of the own enterprise
    KEEP_MENTORS = "keep_mentors"  # an enterprise its mentors, a mentor the own entry
    REQUEST_PRACTICE = "request_practice"  # of the own college
    SEE_PLAN = "see_plan"  # to come in; what one may do depends on whose the obligation is
    MANAGE_PLAN = "manage_plan"  # adopt plans, decide on dates, waive, the whole board
    # Letters that did not arrive: an administrator all of them, a coordinator those to the cluster's channel and chats.
    RESOLVE_LETTERS = "resolve_letters"
    WRITE_NEWS = "write_news"  # items and events of the own organisation
    MODERATE_NEWS = "moderate_news"  # review, publication, events of everybody, reports
    MANAGE_CHATS = "manage_chats"  # the cluster's channel and group
    MANAGE_INSTALLATION = "manage_installation"  # state of the installation, updates set aside, backup


_COORDINATOR = frozenset(
    {
        Permission.MANAGE_DIRECTORY,
        Permission.MANAGE_PEOPLE,
        Permission.VIEW_AUDIT,
        Permission.MANAGE_EVALUATION,
        Permission.SEE_EVALUATION,
        Permission.VIEW_OWN_PROGRAMMES,
        Permission.MANAGE_MEETINGS,
        Permission.SEE_MEETINGS,
        Permission.SEE_PRACTICE,
        Permission.MANAGE_PRACTICE,
        Permission.OFFER_PLACES,
        Permission.KEEP_MENTORS,
        Permission.REQUEST_PRACTICE,
        Permission.RESOLVE_LETTERS,
        Permission.MANAGE_CHATS,
        Permission.OFFER_PROGRAMMES,
        Permission.MANAGE_BANK,
        Permission.SEE_PLAN,
        Permission.MANAGE_PLAN,
        Permission.WRITE_NEWS,
        Permission.MODERATE_NEWS,
    }
)

GRANTS: Mapping[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.CREATE_CLUSTER,
            Permission.MANAGE_DIRECTORY,
            Permission.MANAGE_INSTALLATION,
            Permission.MANAGE_PEOPLE,
            Permission.RESOLVE_LETTERS,
        }
    ),
    Role.COORDINATOR: _COORDINATOR,
    Role.COLLEGE: frozenset(
        {
            Permission.SEE_EVALUATION,
            Permission.VIEW_OWN_PROGRAMMES,
            Permission.WRITE_NEWS,
            Permission.SEE_MEETINGS,
            Permission.OFFER_PROGRAMMES,
            Permission.SEE_PRACTICE,
            Permission.REQUEST_PRACTICE,
            Permission.SEE_PLAN,
        }
    ),
    Role.EXPERT: frozenset(
        {Permission.SEE_EVALUATION, Permission.SCORE_PROGRAMMES, Permission.SEE_MEETINGS, Permission.SEE_PLAN}
    ),
    Role.ENTERPRISE: frozenset(
        {
            Permission.SEE_MEETINGS,
            Permission.SEE_PRACTICE,
            Permission.OFFER_PLACES,
            Permission.KEEP_MENTORS,
            Permission.SEE_PLAN,
        }
    ),
    Role.MENTOR: frozenset({Permission.SEE_MEETINGS, Permission.SEE_PRACTICE, Permission.KEEP_MENTORS}),
    Role.INTERN: frozenset({Permission.SEE_PRACTICE}),
}


@dataclass(frozen=True, slots=True)
class Membership:
    """One role of a person in one cluster; `organisation_id` is None for installation-wide and cluster-wide roles."""

    cluster_id: int | None
    organisation_id: int | None
    role: Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who is talking to the bot right now, as loaded for one update.

    `person_id` is None for somebody who has not agreed to anything yet: nothing about them is stored.
    `cluster_id` is the cluster the person works in now; roles in other clusters do not count.
    """

    telegram_id: int
    person_id: int | None = None
    name: str = ""
    locale: str = "ru"
    cluster_id: int | None = None
    zone: str = "Asia/Tomsk"
    consented: bool = False
    memberships: tuple[Membership, ...] = field(default=())

    @property
    def roles(self) -> frozenset[Role]:
        """Roles that count now: those of the current cluster and installation-wide ones."""
        return frozenset(m.role for m in self.memberships if m.cluster_id in (None, self.cluster_id))

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the person may do now."""
        granted = frozenset[Permission]().union(*(GRANTS[role] for role in self.roles))
        granted |= {Permission.PUBLIC}
        if self.consented:
            granted |= {Permission.CONSENTED}
            if any(m.cluster_id == self.cluster_id for m in self.memberships if m.cluster_id is not None):
                granted |= {Permission.MEMBER}
        return granted

    def can(self, permission: Permission) -> bool:
        """Whether the person may do it now."""
        return (self.consented or permission is Permission.PUBLIC) and permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Refuse unless the person may do it.

        Raises:
            ConsentRequired: the person has not agreed to the processing of personal data yet.
            Forbidden: the roles in the current cluster do not allow it.
        """
        if not self.can(permission):
            raise Forbidden() if self.consented else ConsentRequired()

    def organisations(self, role: Role) -> frozenset[int]:
        """Organisations of the current cluster the person represents in `role`."""
        return frozenset(
            m.organisation_id
            for m in self.memberships
            if m.role is role and m.cluster_id == self.cluster_id and m.organisation_id is not None
        )

    @property
    def me(self) -> int:
        """The stored person's id.

        Raises:
            ConsentRequired: nothing about this person is stored yet.
        """
        if self.person_id is None:
            raise ConsentRequired()
        return self.person_id

    @property
    def here(self) -> int:
        """The current cluster's id.

        Raises:
            Forbidden: the person is in no cluster.
        """
        if self.cluster_id is None:
            raise Forbidden()
        return self.cluster_id
