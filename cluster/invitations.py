"""Getting in: invitation links and access requests (product, section 1)."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from cluster.access import Role
from cluster.errors import DomainError, Invalid

DAYS: Final = (1, 7, 30)
"""For how many days an invitation can be valid."""

USES: Final = (1, 5, 10, 30)
"""How many people one link can let in."""

MOST_USES: Final = 100
MOST_DAYS: Final = 90
WAITING_LIMIT: Final = 3
"""How many access requests of one person can wait for a decision at once."""

GUESSES: Final = 5
GUESS_MINUTES: Final = 10
"""So many wrong links within so many minutes, then the person has to wait."""


class InvitationState(StrEnum):
    """What a link is good for now."""

    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"
    USED_UP = "used_up"


class InvitationRefusal(DomainError):
    """Nobody comes in by this link, or this person does not."""

    code = "invitation-refused"


class InvitationUnknown(InvitationRefusal):
    """No such link: mistyped, cut off, or made up."""

    code = "invitation-unknown"


class InvitationExpired(InvitationRefusal):
    """The link's term is over."""

    code = "invitation-expired"


class InvitationRevoked(InvitationRefusal):
    """A coordinator took the link back."""

    code = "invitation-revoked"


class InvitationUsedUp(InvitationRefusal):
    """As many people as it was made for have come by this link."""

    code = "invitation-used-up"


class InvitationSpent(InvitationRefusal):
    """The person came by this link before and no longer has the role."""

    code = "invitation-spent"


class TooManyGuesses(InvitationRefusal):
    """Wrong links in a row; data: `minutes` to wait."""

    code = "too-many-guesses"


class RoleHeld(DomainError):
    """What is asked for is there already."""

    code = "role-held"


class TooManyRequests(DomainError):
    """The person already has this many requests waiting; data: `limit`."""

    code = "too-many-requests"


class InvalidTerms(Invalid):
    """An invitation for a number of days or uses that is not offered."""

    code = "invitation-terms"


_REFUSALS: Final[dict[InvitationState, type[InvitationRefusal]]] = {
    InvitationState.EXPIRED: InvitationExpired,
    InvitationState.REVOKED: InvitationRevoked,
    InvitationState.USED_UP: InvitationUsedUp,
}


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that gives a role; the token itself is not kept."""

    id: int
    cluster_id: int
    cluster_name: str
    organisation_id: int | None
    organisation_name: str | None
    role: Role
    max_uses: int
    uses_left: int
    expires_at: datetime
    created_by: int | None
    created_at: datetime
    revoked_at: datetime | None

    def state(self, now: datetime) -> InvitationState:
        """What the link is good for at `now`."""
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        if self.uses_left <= 0:
            return InvitationState.USED_UP
        return InvitationState.EXPIRED if now >= self.expires_at else InvitationState.OPEN

    def require_open(self, now: datetime) -> None:
        """Refuse when the link gives nothing any more.

        Raises:
            InvitationExpired, InvitationRevoked, InvitationUsedUp: why.
        """
        refusal = _REFUSALS.get(self.state(now))
        if refusal is not None:
            raise refusal()


def token_hash(token: str) -> str:
    """What is stored of a token: SHA-256 in hex. Looking it up by equality tells nothing about the token."""
    return hashlib.sha256(token.encode()).hexdigest()


PAYLOAD_PREFIX: Final = "i_"
_PAYLOAD = re.compile(PAYLOAD_PREFIX + r"([A-Za-z0-9_-]{16,48})")


def payload_of(token: str) -> str:
    """The deep link's payload: `https://t.me/<bot>?start=<payload>`."""
    return PAYLOAD_PREFIX + token


def token_in(payload: str) -> str | None:
    """The token of a deep link's payload; None when the payload is no invitation."""
    match = _PAYLOAD.fullmatch(payload)
    return match[1] if match else None


class RequestState(StrEnum):
    """An access request's way."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """A guest's wish to take part."""

    id: int
    person_id: int
    person_name: str
    position: str | None
    cluster_id: int
    cluster_name: str
    role: Role
    organisation_id: int | None
    organisation_name: str | None
    organisation_text: str | None
    message: str | None
    state: RequestState
    created_at: datetime
    decided_at: datetime | None
    decided_by: int | None
    decider_name: str | None
    reason: str | None

    @property
    def organisation(self) -> str | None:
        """The organisation's name as chosen, else as typed."""
        return self.organisation_name or self.organisation_text
