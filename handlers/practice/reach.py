"""Where an intern can go at all, as a question: the own town, towns with places, others typed."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import Message

from cluster.practice.listing import TOWNS_LIMIT, read_towns
from cluster.practice.places import town_key
from cluster.practice.refusals import TownsUnfit
from handlers.engine import Option, Talk, parsers
from handlers.practice.words import brief

SHORT = 20
"""Letters of a typed name that surely fit into a button's data; a longer one is kept, but cannot be tapped off."""


def _offered(values: dict[str, Any]) -> dict[str, str]:
    """Values of the buttons → names: places in the list for known towns, the name itself for typed ones."""
    names = [str(values.get("town") or ""), *(values.get("known_towns") or [])]
    seen: set[str] = set()
    found = {}
    for number, name in enumerate(names):
        if name and town_key(name) not in seen:
            seen.add(town_key(name))
            found[str(number)] = name
    return found


async def options(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """Buttons of the question."""
    offered = _offered(values)
    typed = [one for one in values.get("towns") or [] if one not in offered and len(one) <= SHORT and "|" not in one]
    return [*(Option(one, one) for one in typed), *(Option(value, brief(one, 44)) for value, one in offered.items())]


async def parse(message: Message, talk: Talk) -> list[str]:
    """«Томск, Северск»"""
    found = read_towns(parsers.said(message))
    if found is None:
        raise TownsUnfit(count=TOWNS_LIMIT)
    return list(found)


def chosen(values: dict[str, Any]) -> tuple[str, ...]:
    """The names that were chosen or typed; nothing: anywhere."""
    offered = _offered(values)
    return tuple(dict.fromkeys(offered.get(one, one) for one in values.get("towns") or []))


def known(now: Sequence[str], towns: Sequence[str], home: str) -> tuple[list[str], list[str]]:
    """For a change: towns to choose from, those of now among them, and the values of those of now."""
    listed = list(dict.fromkeys([*now, *towns]))
    offered = _offered({"town": home, "known_towns": listed})
    by_key = {town_key(name): value for value, name in offered.items()}
    return listed, [by_key[town_key(one)] for one in now]
