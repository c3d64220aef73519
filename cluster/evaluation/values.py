"""Values of criteria as people write and read them, whatever the kind."""

from cluster.errors import Invalid
from cluster.evaluation.refusals import NotAChoice
from cluster.evaluation.shares import parse_number, parse_share
from cluster.evaluation.sheet import Criterion, Kind


def parse_value(criterion: Criterion, text: str) -> int:
    """The value a text means: a share, a number, or an answer by its number or its words.

    Raises:
        NotAShare, ShareOutOfRange, NotANumber, NumberOutOfRange, NotAChoice: it means none.
    """
    match criterion.kind:
        case Kind.SHARE:
            return parse_share(text)
        case Kind.NUMBER:
            return parse_number(_without_unit(text, criterion.unit))
        case _:
            return _choice(criterion, text)


def looks_like_value(criterion: Criterion, text: str) -> bool:
    """Whether somebody meant a value: it is one, or short and with digits."""
    try:
        parse_value(criterion, text)
    except Invalid:
        return len(text) <= 16 and any(letter.isdigit() for letter in text)
    return True


def _without_unit(text: str, unit: str) -> str:
    bare = text.strip()
    return bare[: -len(unit)] if unit and bare.casefold().endswith(unit.casefold()) else bare


def _choice(criterion: Criterion, text: str) -> int:
    said = " ".join(text.split()).casefold().rstrip(".")
    for place, choice in enumerate(criterion.choices, start=1):
        if said in (str(place), choice.text.casefold().rstrip(".")):
            return place
    raise NotAChoice(count=len(criterion.choices))
