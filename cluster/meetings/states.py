"""States of a meeting, of an answer to an invitation, of an agenda item."""

from collections.abc import Mapping
from enum import StrEnum

from cluster.meetings.refusals import WrongState


class MeetingState(StrEnum):
    """Where a meeting stands (product, section 4). Nobody is notified from a draft."""

    DRAFT = "draft"  # черновик
    ANNOUNCED = "announced"  # объявлено
    RESCHEDULED = "rescheduled"  # перенесено: объявлено на другое время, ответы собираются заново
    IN_PROGRESS = "in_progress"  # идёт
    MINUTES = "minutes"  # проведено, протокол не подписан
    SIGNED = "signed"  # протокол подписан
    CANCELLED = "cancelled"  # отменено


class Answer(StrEnum):
    """What a member answered to the invitation."""

    NONE = "none"  # ответа ещё нет
    AGAIN = "again"  # подтвердите снова: дата изменилась после ответа
    YES = "yes"
    NO = "no"
    SUBSTITUTE = "substitute"  # придёт замещающий, если согласится


class SubstituteState(StrEnum):
    """Whether the substitute agreed to come."""

    LINKED = "linked"  # есть ссылка, по ней ещё никто не пришёл
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class ItemState(StrEnum):
    """Where an agenda item stands at the meeting."""

    WAITING = "waiting"
    OPEN = "open"  # обсуждается
    VOTING = "voting"
    CLOSED = "closed"


class Choice(StrEnum):
    """A vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Availability(StrEnum):
    """What a member says of a proposed date."""

    YES = "yes"
    MAYBE = "maybe"  # если нужно
    NO = "no"


LIVE = frozenset({MeetingState.ANNOUNCED, MeetingState.RESCHEDULED})
"""Members know of it and it has not begun."""
OVER = frozenset({MeetingState.MINUTES, MeetingState.SIGNED})
"""It was held."""
CHANGEABLE = LIVE | {MeetingState.DRAFT}
"""Date, place and agenda may still change."""

_FROM: Mapping[MeetingState, frozenset[MeetingState]] = {
    MeetingState.DRAFT: frozenset({MeetingState.ANNOUNCED, MeetingState.CANCELLED}),
    MeetingState.ANNOUNCED: frozenset({MeetingState.RESCHEDULED, MeetingState.IN_PROGRESS, MeetingState.CANCELLED}),
    MeetingState.RESCHEDULED: frozenset({MeetingState.RESCHEDULED, MeetingState.IN_PROGRESS, MeetingState.CANCELLED}),
    MeetingState.IN_PROGRESS: frozenset({MeetingState.MINUTES}),
    MeetingState.MINUTES: frozenset({MeetingState.SIGNED}),
    MeetingState.SIGNED: frozenset(),
    MeetingState.CANCELLED: frozenset(),
}


def move(state: MeetingState, to: MeetingState) -> MeetingState:
    """The next state.

    Raises:
        WrongState: there is no such step; data: `state`.
    """
    if to not in _FROM[state]:
        raise WrongState(state=state.value)
    return to
