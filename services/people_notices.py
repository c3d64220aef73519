"""What people are told about roles, requests and withdrawals."""

from typing import ClassVar

from cluster.notice import Notice, Urgency


class AccessRequested(Notice):
    """To coordinators: somebody asks to be let in."""

    kind: ClassVar[str] = "people.access_requested"

    request_id: int


class AccessDecided(Notice):
    """To who asked: the answer to what they did."""

    kind: ClassVar[str] = "people.access_decided"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE

    request_id: int


class InvitationUsed(Notice):
    """To who made the link: somebody came by it."""

    kind: ClassVar[str] = "people.invitation_used"

    invitation_id: int
    cluster_id: int
    person_id: int


class RoleEnded(Notice):
    """To who had the role."""

    kind: ClassVar[str] = "people.role_ended"

    membership_id: int


class ConsentWithdrawn(Notice):
    """To coordinators: the act of a withdrawal; the person is a code."""

    kind: ClassVar[str] = "people.consent_withdrawn"

    person_id: int
    cluster_id: int | None
    last_coordinator: bool = False
