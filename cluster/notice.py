"""A notice: what is told to somebody else, as a typed value of ids. Words are made when it is delivered."""

from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict


class Urgency(StrEnum):
    """How a notice treats the recipient's quiet hours (product, section 2)."""

    CALM = "calm"  # waits for the next allowed minute; those that waited merge into one message
    AT_ONCE = "at_once"  # answers to what a person just did, meetings within 3 hours, failed publications


class Notice(BaseModel):
    """Base of all notices. A subclass declares a unique, stable `kind` and fields that are ids, dates or numbers."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: ClassVar[str]
    urgency: ClassVar[Urgency] = Urgency.CALM

    _kinds: ClassVar[dict[str, type["Notice"]]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        known = Notice._kinds.setdefault(cls.kind, cls)
        if known is not cls and known.__qualname__ != cls.__qualname__:
            raise TypeError(f"two notices are called {cls.kind!r}")

    @classmethod
    def restore(cls, kind: str, payload: dict[str, Any]) -> "Notice":
        """The notice that was stored as `kind` and `payload`.

        Raises:
            KeyError: no notice of this kind exists in this version of the program.
        """
        return Notice._kinds[kind].model_validate(payload)
