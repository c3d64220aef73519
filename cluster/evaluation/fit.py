"""Who fits to score a programme: competence first, then whose employer it is meant for, then who has less to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cluster.evaluation.conflict import Conflict


class Reason(StrEnum):
    """Why an expert fits."""

    SPECIALITY = "speciality"  # the programme's very code is theirs
    GROUP = "group"  # its group (УГПС) is
    EMPLOYER = "employer"  # the session names their enterprise for the programme


_POINTS = {Reason.SPECIALITY: 4, Reason.GROUP: 2, Reason.EMPLOYER: 3}


@dataclass(frozen=True, slots=True)
class PoolExpert:
    """An expert of the cluster's pool.

    Args:
        codes: their competence: groups «15.00.00» and specialities «15.02.12».
        listed: whether they agreed to be in the pool; None when nobody asked.
        load: sheets they have open now.
        submitted, declined, expired: how earlier invitations ended.
        conflict: with the programme they are looked at for; None where unknown.
    """

    person_id: int
    name: str
    organisation: str | None
    codes: tuple[str, ...] = ()
    listed: bool | None = None
    load: int = 0
    submitted: int = 0
    declined: int = 0
    expired: int = 0
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """An expert and why they fit."""

    expert: PoolExpert
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """More is better."""
        return sum(_POINTS[reason] for reason in self.reasons)


def group_of(code: str) -> str:
    """The group (УГПС) of a code: «15.02.12» → «15.00.00»."""
    return f"{code[:2]}.00.00"


def fit(expert: PoolExpert, code: str | None, employer: str | None) -> Fit:
    """How an expert fits a programme.

    Args:
        code: the programme's.
        employer: short name of the enterprise the session names for it.
    """
    reasons = []
    if code is not None:
        if code in expert.codes:
            reasons.append(Reason.SPECIALITY)
        elif group_of(code) in expert.codes or group_of(code) in {group_of(own) for own in expert.codes}:
            reasons.append(Reason.GROUP)
    if employer is not None and expert.organisation == employer:
        reasons.append(Reason.EMPLOYER)
    return Fit(expert, tuple(reasons))


def proposals(experts: Iterable[PoolExpert], code: str | None, employer: str | None) -> list[Fit]:
    """Experts in the order they are proposed; those with a conflict that closes the materials are left out.

    Equal in competence, whoever has fewer open sheets and let fewer invitations lapse comes first.
    """
    found = [fit(expert, code, employer) for expert in experts if expert.conflict is not Conflict.HARD]
    return sorted(found, key=_order)


def reserve(found: Sequence[Fit], taken: Iterable[int], limit: int = 3) -> list[Fit]:
    """The best of those who were not asked yet and agreed to be in the pool; nobody without a reason to fit.

    Args:
        taken: person ids that were asked for the programme already.
    """
    asked = set(taken)
    return [one for one in found if one.expert.listed and one.reasons and one.expert.person_id not in asked][:limit]


def _order(found: Fit) -> tuple[int, int, int, str, int]:
    expert = found.expert
    return (-found.points, expert.load, expert.expired + expert.declined, expert.name, expert.person_id)
