"""Refusals of the news desk besides those of states and posts."""

from cluster.errors import DomainError, Invalid


class ClaimedByOther(DomainError):
    """Another coordinator is reviewing it; data: `name`, `until`."""

    code = "news-claimed"


class NoOrganisation(DomainError):
    """The person represents no organisation of this cluster, and it has no leading one."""

    code = "news-no-organisation"


class PublishTooEarly(Invalid):
    """The hour of publication is over; data: `first`."""

    code = "news-publish-too-early"


class EventDaysSwapped(Invalid):
    """An event ends before it begins."""

    code = "news-event-days"


class EventNotOver(DomainError):
    """The event is still to come, so nothing can be said about it; data: `day`."""

    code = "news-event-not-over"


class ChangeWaits(DomainError):
    """A change of this post is already proposed."""

    code = "news-change-waits"


class PostUnknown(DomainError):
    """Nobody knows the number of the post's message, so the bot cannot change it."""

    code = "news-post-unknown"


class NothingChanged(Invalid):
    """The corrected post is the same as the published one."""

    code = "news-nothing-changed"


class EventFollowsMeeting(DomainError):
    """The event is a meeting: it moves when the meeting does."""

    code = "news-event-follows-meeting"
