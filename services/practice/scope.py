"""Whose things somebody may see and change in practice."""

from collections.abc import Collection
from datetime import date
from zoneinfo import ZoneInfo

from cluster.access import Actor, Permission, Role
from cluster.calendar import local_day
from cluster.errors import Forbidden
from services.clock import Clock

Scope = Collection[int] | None
"""Ids of organisations; None: all of the cluster."""


def scope(actor: Actor, role: Role) -> Scope:
    """Organisations somebody acts for in this role; coordinators act for all."""
    return None if actor.can(Permission.MANAGE_PRACTICE) else actor.organisations(role)


def require_own(actor: Actor, role: Role, organisation_id: int) -> None:
    """Refuse what belongs to another organisation.

    Raises:
        Forbidden: it does.
    """
    own = scope(actor, role)
    if own is not None and organisation_id not in own:
        raise Forbidden()


def today(actor: Actor, clock: Clock) -> date:
    """The date in the actor's cluster."""
    return local_day(clock.now(), ZoneInfo(actor.zone))
