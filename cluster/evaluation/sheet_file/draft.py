"""A sheet as it stands in a file: every piece with its place, nothing checked yet."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spot:
    """Row from 1, and column: a letter in a table, a number in a text."""

    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of the file."""

    text: str
    spot: Spot

    @property
    def line(self) -> str:
        """All of it in one line, single spaces."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that keeps a file from being loaded; `problem` names the sentence, `value` is what stands there."""

    spot: Spot
    problem: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class DraftChoice:
    """An answer of a choice."""

    words: Written
    meets: bool


@dataclass(frozen=True, slots=True)
class DraftCriterion:
    """A row of the sheet.

    Args:
        printed: the norm as it is to be printed; may be empty where the other pieces say it.
        threshold: the text the norm's number is read from.
        at_most: whether the number is the largest that meets the norm; None when the words of `threshold` say it.
    """

    number: Written
    words: Written
    kind: Written
    printed: Written
    threshold: Written
    unit: Written
    choices: tuple[DraftChoice, ...] = ()
    at_most: bool | None = None


@dataclass(slots=True)
class DraftSection:
    """A section with what stands below it."""

    number: Written
    title: Written
    criteria: list[DraftCriterion] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A whole file. `troubles` are those of its form (no header, a line that is no YAML)."""

    title: Written
    sections: list[DraftSection] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
