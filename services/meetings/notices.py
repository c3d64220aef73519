"""What is told about meetings: ids only, words are made at delivery."""

from datetime import datetime
from typing import ClassVar

from cluster.meetings.timing import Before
from cluster.notice import Notice, Urgency


class MeetingInvited(Notice):
    """To a delegate: there will be a meeting. Will you come?"""

    kind: ClassVar[str] = "meetings.invited"
    invitee_id: int


class MeetingPosted(Notice):
    """To the cluster's group or channel: a meeting was announced, moved or cancelled."""

    kind: ClassVar[str] = "meetings.posted"
    meeting_id: int
    sequence: int


class MeetingChanged(Notice):
    """To who is invited: everything that changed within a few minutes, in one message."""

    kind: ClassVar[str] = "meetings.changed"
    invitee_id: int
    batch: int


class MeetingChangedNow(MeetingChanged):
    """The same for a meeting that begins within hours."""

    kind: ClassVar[str] = "meetings.changed_now"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE


class MeetingCancelled(Notice):
    """To who is invited: it will not take place."""

    kind: ClassVar[str] = "meetings.cancelled"
    invitee_id: int


class MeetingCancelledNow(MeetingCancelled):
    """The same for a meeting that would begin within hours."""

    kind: ClassVar[str] = "meetings.cancelled_now"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE


class MeetingSoon(Notice):
    """Before a meeting, to those who did not decline; `starts_at` tells a reminder of an earlier date."""

    kind: ClassVar[str] = "meetings.soon"
    invitee_id: int
    before: Before
    starts_at: datetime


class MeetingVerySoon(MeetingSoon):
    """Two hours before: not held back by quiet hours."""

    kind: ClassVar[str] = "meetings.very_soon"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE


class MeetingBegan(Notice):
    """To who is expected: it has begun. Are you here?"""

    kind: ClassVar[str] = "meetings.began"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    invitee_id: int


class SubstituteAsked(Notice):
    """To a colleague: will you come instead?"""

    kind: ClassVar[str] = "meetings.substitute_asked"
    invitee_id: int
    person_id: int


class SubstituteAnswered(Notice):
    """To the delegate: the substitute comes, or does not."""

    kind: ClassVar[str] = "meetings.substitute_answered"
    invitee_id: int
    agreed: bool


class SubstituteReleased(Notice):
    """To somebody who was a substitute: no longer needed."""

    kind: ClassVar[str] = "meetings.substitute_released"
    meeting_id: int


class AnswerChanged(Notice):
    """To the secretary: somebody who was counted on will not come, late or so that the quorum is at risk."""

    kind: ClassVar[str] = "meetings.answer_changed"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    invitee_id: int


class VoteOpened(Notice):
    """To who votes for an organisation: a vote has begun."""

    kind: ClassVar[str] = "meetings.vote_opened"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    item_id: int
    person_id: int


class DatesProposed(Notice):
    """To a member: which of these dates suit?"""

    kind: ClassVar[str] = "meetings.dates_proposed"
    meeting_id: int
    person_id: int


class PollOver(Notice):
    """To who runs the meeting: the poll's day is over, these dates are the best."""

    kind: ClassVar[str] = "meetings.poll_over"
    meeting_id: int


class MinutesAwaited(Notice):
    """To secretary and chair: the minutes are not signed yet."""

    kind: ClassVar[str] = "meetings.minutes_awaited"
    meeting_id: int


class MinutesOut(Notice):
    """To who was invited: the minutes are signed; or an amendment was made."""

    kind: ClassVar[str] = "meetings.minutes_out"
    meeting_id: int
    amendment_id: int | None = None


class QuarterEmpty(Notice):
    """To who runs a council: nothing is scheduled in a quarter."""

    kind: ClassVar[str] = "meetings.quarter_empty"
    council_id: int
    year: int
    quarter: int
