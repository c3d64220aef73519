"""Taps of the engine itself. Prefixes carry a version: a changed shape gets a new one, old buttons then say so."""

from typing import ClassVar, Final, Self

from aiogram.filters.callback_data import CallbackData

LARGEST: Final = 2**31 - 1
"""The largest id and number a database column takes."""


class Tap(CallbackData, prefix="tap"):
    """Base of all taps. Data with a number that no row can have was made up: no handler gets it."""

    @classmethod
    def unpack(cls, value: str) -> Self:
        """Read the data of a button.

        Raises:
            TypeError, ValueError: it is none of this kind.
        """
        tap = super().unpack(value)
        if any(isinstance(field, int) and abs(field) > LARGEST for field in vars(tap).values()):
            raise ValueError("a number no row can have")
        return tap


class FormTap(Tap, prefix="f1", sep="|"):
    """A button of a form: which draft, which step, what to do and with which value."""

    draft: str
    step: int
    do: str
    value: str = ""

    PICK: ClassVar[str] = "p"
    TOGGLE: ClassVar[str] = "t"
    TURN: ClassVar[str] = "g"  # another page of options, another month of the calendar
    DONE: ClassVar[str] = "d"
    BACK: ClassVar[str] = "b"
    SKIP: ClassVar[str] = "s"
    EDIT: ClassVar[str] = "e"
    CONFIRM: ClassVar[str] = "c"
    CANCEL: ClassVar[str] = "x"
    RESUME: ClassVar[str] = "r"


class NoTap(Tap, prefix="n1"):
    """A button that is only a label (a weekday, an empty cell)."""
