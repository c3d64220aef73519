"""Taps of the engine itself. Prefixes carry a version: a changed shape gets a new one, old buttons then say so."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData


class FormTap(CallbackData, prefix="f1", sep="|"):
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


class NoTap(CallbackData, prefix="n1"):
    """A button that is only a label (a weekday, an empty cell)."""
