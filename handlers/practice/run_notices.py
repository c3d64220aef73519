"""Notices of matching in words: numbers only, no intern and no cause."""

from typing import cast

from cluster.practice.runs import RunState
from handlers.engine import Button, Reader, Screen, renders
from handlers.practice.taps import OwnLeftTap, RunTap
from services.practice import Telling
from services.practice.notices import LeftOutTold, RunFinished


def _telling(reader: Reader) -> Telling:
    return cast(Telling, reader.services.practice.telling)


@renders(RunFinished)
async def run_finished(notice: RunFinished, reader: Reader) -> Screen | None:
    """A run is done, or failed; nothing once it was published."""
    run, t = await _telling(reader).run(notice.run_id), reader.t
    if run is None or run.state not in (RunState.DONE, RunState.FAILED):
        return None
    look = Button(t.plain("matching-button-look"), RunTap(run=run.id, do=RunTap.LOOK))
    if run.figures is None:
        return Screen(t("matching-notice-failed", number=run.id), [[look]])
    placed, asked = run.figures["placed"], run.figures["asked"]
    return Screen(t("matching-notice-done", number=run.id, placed=placed, asked=asked), [[look]])


@renders(LeftOutTold)
async def left_out_told(notice: LeftOutTold, reader: Reader) -> Screen | None:
    """Some of the college's interns have no place yet."""
    count, t = await _telling(reader).left_out(notice.run_id, notice.organisation_id), reader.t
    if not count:
        return None
    return Screen(t("matching-notice-left", count=count), [[Button(t.plain("matching-button-own-left"), OwnLeftTap())]])
