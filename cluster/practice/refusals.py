"""Refusals of practice; the words are in `locales/*/practice.ftl`."""

from cluster.errors import DomainError, Invalid


class DaysReversed(Invalid):
    """The last day is before the first; data: none."""

    code = "practice-days-reversed"


class SpecialitiesMissing(Invalid):
    """Nothing was chosen for whom it is."""

    code = "practice-specialities-missing"


class MarkUnfit(Invalid):
    """The college's own number cannot be kept; data: `fault`."""

    code = "practice-mark-unfit"


class TownsUnfit(Invalid):
    """The text is no list of towns; data: `count`, how many there may be."""

    code = "practice-towns-unfit"


class YearUnfit(Invalid):
    """No year of birth of an intern."""

    code = "practice-year-unfit"


class DatesNotUnderstood(Invalid):
    """The text is no list of days; data: `example`."""

    code = "practice-dates-not-understood"


class ListUnfit(Invalid):
    """The file is not the list's template; data: `column`, `expected`."""

    code = "practice-list-unfit"


class ListTooWide(Invalid):
    """There is a column the template does not have; data: `column`, `title`, `last`, `wishes`."""

    code = "practice-list-too-wide"


class ListEmpty(Invalid):
    """The list has a header and no rows."""

    code = "practice-list-empty"


class ListTaken(DomainError):
    """The rows of this list were taken already."""

    code = "practice-list-taken"


class RequestClosed(DomainError):
    """The request was withdrawn or is over."""

    code = "practice-request-closed"


class PlaceFull(DomainError):
    """The place has no room left, or it is closed."""

    code = "practice-place-full"


class InternPlaced(DomainError):
    """The intern has a live placement already."""

    code = "practice-intern-placed"


class DoesNotFit(DomainError):
    """A hard filter is in the way; data: `obstacle`."""

    code = "practice-does-not-fit"


class AnswerTooLate(DomainError):
    """The placement is in a state where this is answered no more; data: `state`."""

    code = "practice-answer-too-late"


class NotYourAnswer(DomainError):
    """Somebody else answers for this side."""

    code = "practice-not-your-answer"


class ClearancePast(Invalid):
    """The day of a clearance lies in the past."""

    code = "practice-clearance-past"
