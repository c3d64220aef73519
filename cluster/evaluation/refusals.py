"""Refusals of the evaluation. Words: `error-evaluation-…` in `locales/*/evaluation.ftl`."""

from cluster.errors import DomainError, Invalid


class NotAShare(Invalid):
    """The text is no share between 0 and 100 %."""

    code = "evaluation-not-a-share"


class ShareOutOfRange(Invalid):
    """A share below 0 % or above 100 %; data: `value` as it was understood."""

    code = "evaluation-share-out-of-range"


class NotANumber(Invalid):
    """The text is no number."""

    code = "evaluation-not-a-number"


class NumberOutOfRange(Invalid):
    """A number below 0 or too large; data: `high`."""

    code = "evaluation-number-out-of-range"


class NotAChoice(Invalid):
    """The text is none of the answers of a choice; data: `count` of them."""

    code = "evaluation-not-a-choice"


class SpoiledSheet(Invalid):
    """The description of a sheet cannot be used; data: `place`, `problem`."""

    code = "evaluation-spoiled-sheet"


class WrongState(DomainError):
    """The thing is in a state where this cannot be done; data: `thing`, `state`."""

    code = "evaluation-wrong-state"


class SessionNotOpen(DomainError):
    """Scoring is possible only while the session is open; data: `state`."""

    code = "evaluation-session-not-open"


class SheetReadOnly(DomainError):
    """The sheet was submitted and does not change any more."""

    code = "evaluation-sheet-read-only"


class SheetIncomplete(DomainError):
    """The sheet has gaps; data: `gaps`, how many."""

    code = "evaluation-sheet-incomplete"


class NothingToOpen(DomainError):
    """The session has no programme with experts yet."""

    code = "evaluation-nothing-to-open"


class DeadlinePassed(Invalid):
    """The deadline lies in the past or before the session; data: `first`, the earliest day that fits."""

    code = "evaluation-deadline-passed"


class NudgedAlready(DomainError):
    """Experts were reminded by hand a short while ago; data: `minutes` to wait."""

    code = "evaluation-nudged-already"


class ConflictBars(DomainError):
    """The expert is connected with the college: sheet and materials are closed to them."""

    code = "evaluation-conflict-bars"


class HiddenFromYou(DomainError):
    """A coordinator may not see this programme's experts now; data: `why`, a `Sight`."""

    code = "evaluation-hidden-from-you"


class Replaced(DomainError):
    """Another expert was asked instead."""

    code = "evaluation-replaced"


class CannotBeReplaced(DomainError):
    """Only an expert who declined, stayed silent or has a conflict is replaced."""

    code = "evaluation-cannot-be-replaced"


class VerdictsHidden(DomainError):
    """Verdicts on programmes are kept from this person, by a conflict or an own sheet; data: `count` of them."""

    code = "evaluation-verdicts-hidden"


class NotTheChair(DomainError):
    """Only the chair of the session does this; data: `name`."""

    code = "evaluation-not-the-chair"


class NothingToDecide(DomainError):
    """This outcome is not possible now: sheets are missing, criteria are open, or it is decided already."""

    code = "evaluation-nothing-to-decide"


class WordsNeeded(Invalid):
    """A reason in words is needed."""

    code = "evaluation-words-needed"


class FixesIncomplete(DomainError):
    """Not every criterion has a correction; data: `count`, how many are missing."""

    code = "evaluation-fixes-incomplete"


class NothingToAmend(DomainError):
    """Nothing has changed since the protocol was signed."""

    code = "evaluation-nothing-to-amend"


class ProtocolNotReady(DomainError):
    """Programmes without an outcome keep the protocol from being signed; data: `count`."""

    code = "evaluation-protocol-not-ready"
