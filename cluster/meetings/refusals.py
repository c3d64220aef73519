"""Why something about a meeting cannot be done."""

from cluster.errors import DomainError, Invalid


class WrongState(DomainError):
    """The meeting is past that, or not yet there; data: `state`."""

    code = "meetings-wrong-state"


class NothingToAnnounce(DomainError):
    """An announcement needs a date, a place and members; data: `missing` (date, place, agenda, members)."""

    code = "meetings-nothing-to-announce"


class AnswersClosed(DomainError):
    """The meeting has begun, is over or was cancelled: answers no longer change."""

    code = "meetings-answers-closed"


class SubstituteUnfit(Invalid):
    """The person is invited to this meeting already, or is the member."""

    code = "meetings-substitute-unfit"


class LinkUsed(DomainError):
    """The link to a substitution is no longer good."""

    code = "meetings-link-used"


class NoVoteNow(DomainError):
    """Nothing is being voted on, or the person votes for no organisation that is present."""

    code = "meetings-no-vote-now"


class VotedSecretly(DomainError):
    """A secret vote cannot be taken back: nobody knows which one it was."""

    code = "meetings-voted-secretly"


class ItemOpen(DomainError):
    """One item at a time; data: `number` of the one that is open."""

    code = "meetings-item-open"


class ItemsLeft(DomainError):
    """The open item is closed first; data: `number`."""

    code = "meetings-items-left"


class MinutesSigned(DomainError):
    """Signed minutes change by an amendment only."""

    code = "meetings-minutes-signed"


class PollClosed(DomainError):
    """The poll is over or was not begun."""

    code = "meetings-poll-closed"


class PollEmpty(DomainError):
    """A poll needs two dates at least and somebody to ask."""

    code = "meetings-poll-empty"


class TooMany(Invalid):
    """More than a meeting takes; data: `limit`."""

    code = "meetings-too-many"


class MemberAlready(Invalid):
    """This person represents this organisation in the council already."""

    code = "meetings-member-already"


class PersonUnfit(Invalid):
    """The person has no role in this cluster."""

    code = "meetings-person-unfit"


class TooEarly(DomainError):
    """A meeting begins on its day; data: `day`."""

    code = "meetings-too-early"
