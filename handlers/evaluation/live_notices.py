"""Notices of a session's day, in words."""

from cluster.evaluation.model import Programme, Work
from handlers.engine import Button, Reader, Screen, renders
from handlers.evaluation import words
from handlers.evaluation.live_taps import NameTap
from handlers.evaluation.taps import ProgrammeTap, WorkTap
from locales import lines
from services.evaluation.notices import ProgrammeNamed, ProgrammeOpened, ProgrammeWanted


@renders(ProgrammeOpened)
async def opened(notice: ProgrammeOpened, reader: Reader) -> Screen | None:
    """To an expert: this programme is presented now; nothing when it no longer is."""
    work: Work | None = await reader.services.evaluation.telling.work(notice.assignment_id)
    if work is None or not work.editable or work.session.live_programme_id != work.programme.id:
        return None
    t = reader.t
    presenter = work.programme.presenter
    text = lines(
        t("evaluation-live-opened"),
        words.programme_head(t, work.programme),
        t("evaluation-day-presenter", who=presenter) if presenter else None,
        gap="\n\n",
    )
    score = Button(t.plain("evaluation-button-continue"), WorkTap(a=work.assignment.id, do=WorkTap.SCORE))
    return Screen(text, [[score]])


@renders(ProgrammeWanted)
async def wanted(notice: ProgrammeWanted, reader: Reader) -> Screen | None:
    """To a college: name a programme; nothing when it has."""
    programme: Programme | None = await reader.services.evaluation.telling.programme(notice.programme_id)
    if programme is None or not programme.is_missing:
        return None
    t = reader.t
    text = t("evaluation-wanted-notice", college=programme.college)
    return Screen(text, [[Button(t.plain("evaluation-button-name"), NameTap(p=programme.id))]])


@renders(ProgrammeNamed)
async def named(notice: ProgrammeNamed, reader: Reader) -> Screen | None:
    """To coordinators: a college named its programme."""
    programme: Programme | None = await reader.services.evaluation.telling.programme(notice.programme_id)
    if programme is None:
        return None
    t = reader.t
    text = lines(t("evaluation-named-notice"), words.programme_head(t, programme), gap="\n\n")
    look = Button(t.plain("evaluation-button-programme"), ProgrammeTap(p=programme.id, do=ProgrammeTap.LOOK))
    return Screen(text, [[look]])
