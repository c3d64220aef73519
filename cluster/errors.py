"""Refusals of the domain. Each is a class with data; the words are in `locales/*/errors.ftl` under `error-<code>`."""

from typing import ClassVar


class DomainError(Exception):
    """A rule said no. `data` fills the localized sentence; it never holds a secret or somebody else's data."""

    code: ClassVar[str] = "refused"

    def __init__(self, **data: str | int) -> None:
        super().__init__(self.code, data)
        self.data = data


class Forbidden(DomainError):
    """The person's roles do not allow it."""

    code = "forbidden"


class NotFound(DomainError):
    """It does not exist, or belongs to another cluster: the answer is the same on purpose."""

    code = "not-found"


class Stale(DomainError):
    """The screen the person acted on is older than the state; the current state is shown instead."""

    code = "stale"


class ConsentRequired(DomainError):
    """Nothing personal is stored before consent (152-ФЗ)."""

    code = "consent-required"


class Invalid(DomainError):
    """What was entered cannot be used. Subclasses say what was expected and give an example."""

    code = "invalid"


class TooLong(Invalid):
    """A text over its limit; data: `limit`, `over` (characters)."""

    code = "too-long"
