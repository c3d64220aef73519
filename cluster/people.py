"""People: what is asked of them, what is kept, what a name becomes after a withdrawal (product, sections 1 and 2)."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from cluster.access import Membership, Role
from cluster.directory import OrganisationKind
from cluster.errors import DomainError, Invalid, TooLong
from cluster.quiet import QuietHours

CONSENT_VERSION: Final = "1-f2c9e9d7"
"""Number of the consent text and the beginning of its SHA-256; a changed text asks everybody again."""

NAME_LIMIT: Final = 100
POSITION_LIMIT: Final = 150
MESSAGE_LIMIT: Final = 500
REASON_LIMIT: Final = 300

GRANTABLE: Final = (Role.COORDINATOR, Role.COLLEGE, Role.EXPERT, Role.ENTERPRISE, Role.MENTOR, Role.INTERN)
"""Roles that come by invitation or request; administrators come from the settings."""


class QuietHoursNotUnderstood(Invalid):
    """The text is no span of hours; an example is in the sentence."""

    code = "quiet-hours-not-understood"


class NameNeeded(Invalid):
    """A name or position without a letter."""

    code = "name-needed"


class LastCoordinator(DomainError):
    """A cluster must keep somebody who can let others in."""

    code = "last-coordinator"


class OrganisationNeeded(Invalid):
    """This role is held on behalf of an organisation."""

    code = "organisation-needed"


class OrganisationUnfit(Invalid):
    """The organisation cannot have people in this role (a college has no employer experts)."""

    code = "organisation-unfit"


class ConsentOutdated(DomainError):
    """The consent text changed while it was on the screen."""

    code = "consent-outdated"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who agreed; after a withdrawal `name` is a code and `telegram_id` is None."""

    id: int
    telegram_id: int | None
    name: str
    position: str | None
    locale: str
    quiet: QuietHours
    current_cluster_id: int | None
    consent_version: str | None
    consented_at: datetime | None
    withdrawn_at: datetime | None
    blocked_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role of a person with the words people read."""

    membership_id: int
    person_id: int
    membership: Membership
    cluster_name: str | None
    organisation_name: str | None
    since: datetime
    until: datetime | None = None


def code_of(person_id: int) -> str:
    """What stands instead of a name after a withdrawal, and where a name must not be: «Ч-000123»."""
    return f"Ч-{person_id:06d}"


def tidy(text: str, limit: int) -> str:
    """A name or position as it is stored: one line, without marks that turn the direction of what follows.

    Raises:
        NameNeeded: nothing is left.
        TooLong: more than `limit` characters; data: `limit`, `over`.
    """
    line = " ".join(_TURNING_MARKS.sub("", text).split())
    if not line:
        raise NameNeeded()
    if len(line) > limit:
        raise TooLong(limit=limit, over=len(line) - limit)
    return line


def needs_organisation(role: Role) -> bool:
    """Whether the role is always held on behalf of an organisation."""
    return role not in (Role.ADMINISTRATOR, Role.COORDINATOR)


def fits(role: Role, kind: OrganisationKind) -> bool:
    """Whether people of such an organisation can have the role.

    Colleges have representatives and interns; employers (and departments, unions, funds) have experts,
    representatives and mentors; a coordinator can come from anywhere.
    """
    if role is Role.COORDINATOR:
        return True
    return (kind is OrganisationKind.COLLEGE) == (role in (Role.COLLEGE, Role.INTERN))


_TURNING_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:[-–—]|до|to)\s*(\d{1,2})(?:[:.](\d{2}))?")


def read_quiet_hours(text: str) -> tuple[time, time]:
    """Quiet hours as people type them: «21:00–7:30», «с 21 до 8», «22-7».

    Raises:
        QuietHoursNotUnderstood: it is no span of hours.
    """
    bare = re.sub(r"^\s*(?:с|from)\s+", "", text.strip().casefold())
    match = _SPAN.fullmatch(bare)
    if not match:
        raise QuietHoursNotUnderstood()
    first_hour, first_minute, last_hour, last_minute = (int(part or 0) for part in match.groups())
    try:
        return _hour(first_hour, first_minute), _hour(last_hour, last_minute)
    except ValueError:
        raise QuietHoursNotUnderstood() from None


def _hour(hour: int, minute: int) -> time:
    return time(0 if hour == 24 else hour, minute)
