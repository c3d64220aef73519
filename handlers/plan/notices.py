"""Notices of the plan in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cluster.ladder import Part, Step
from cluster.obligations import Obligation
from handlers.engine import Reader, Screen, renders
from handlers.plan import words
from locales import Html, Translator, lines
from services.plan import Today
from services.plan.notices import DayOfPlan
from storage.obligation_pings import Heard

SHOWN = 12


@renders(DayOfPlan)
async def day_of_plan(notice: DayOfPlan, reader: Reader) -> Screen | None:
    """Everything somebody is to hear on this day, by why they hear it; nothing when nothing is left of it."""
    heard, today = await reader.services.plan.telling.pings(notice.cluster_id, notice.person_id, notice.day)
    if not heard:
        return None
    return Screen(lines(*_blocks(reader.t, heard, today), gap="\n\n"))


def _blocks(t: Translator, heard: Sequence[Heard], today: Today) -> Iterator[Html]:
    """A block for each reason, in the order of the ladder's parts."""
    ordered = sorted(heard, key=lambda one: _ORDER.index(_reason(one)))
    for reason, group in groupby(ordered, key=_reason):
        owed = [one.obligation for one in group]
        yield lines(t(f"plan-ping-{reason}", count=len(owed)), *_items(t, owed, today), gap="\n")


def _items(t: Translator, owed: Sequence[Obligation], today: Today) -> Iterator[Html]:
    """Obligations; what several organisations owe by one date is one item."""
    same: dict[object, list[Obligation]] = {}
    for one in owed:
        same.setdefault((one.source, one.source_id, one.due_on), []).append(one)
    for group in list(same.values())[:SHOWN]:
        yield t(
            "plan-ping-item",
            name=words.name(group[0]),
            executors=words.executors(t, group),
            due=words.due(t, group[0], today),
        )
    if len(same) > SHOWN:
        yield t("plan-ping-more", count=len(same) - SHOWN)


def _reason(heard: Heard) -> str:
    """Why somebody hears of it: `plan-ping-<reason>`."""
    step, part = heard.ping.step, heard.ping.part
    if step in (Step.PROGRESS, Step.DATE, Step.SNOOZED):
        return step.value
    return part.value


_ORDER = [
    Part.EXECUTOR.value,
    Step.SNOOZED.value,
    Step.PROGRESS.value,
    Part.HEAD.value,
    Part.COORDINATOR.value,
    Part.CHAIR.value,
    Step.DATE.value,
]
