"""What a coordinator does with expert sessions."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from documents.worker import DocumentWorker
from handlers.engine import Expecting, Screen, Talk, parsers
from handlers.evaluation import board, conflict, forms, paper
from handlers.evaluation.taps import ChairTap, ExpertTap, FigureTap, ProgrammeTap, SessionsTap, SessionTap, SheetTap
from services.evaluation import Evaluation

router = Router(name="evaluation-coordinator")
for form in (forms.session_form, forms.programme_form, forms.material_form, forms.deadline_form):
    router.include_router(form.router)

FIGURE = "evaluation_figure"


@router.callback_query(SessionsTap.filter())
async def show_sessions(
    callback: CallbackQuery, callback_data: SessionsTap, talk: Talk, evaluation: Evaluation
) -> None:
    """The list of sessions."""
    await list_sessions(talk, evaluation, callback_data.page)


async def list_sessions(talk: Talk, evaluation: Evaluation, page: int = 0) -> None:
    """Show a page of the sessions."""
    found = await evaluation.sessions.sessions(talk.actor, page)
    scores = talk.actor.can(Permission.SCORE_PROGRAMMES)
    await talk.show(board.sessions(talk.t, found, scores=scores))


@router.callback_query(SessionTap.filter())
async def session_tapped(
    callback: CallbackQuery, callback_data: SessionTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A button of a session's card."""
    tap, sessions = callback_data, evaluation.sessions
    match tap.do:
        case SessionTap.NEW:
            await forms.begin_session(talk, evaluation)
        case SessionTap.ADD:
            overview = await sessions.overview(talk.actor, tap.s)
            colleges = await evaluation.programmes.colleges(talk.actor)
            enterprises = [list(one) for one in await evaluation.programmes.enterprises(talk.actor)]
            preset = {"session": overview.session.id, "colleges": colleges, "enterprises": enterprises}
            await forms.programme_form.begin(talk, preset)
        case SessionTap.DEADLINE:
            overview = await sessions.overview(talk.actor, tap.s)
            starts_on = overview.session.starts_on.isoformat()
            await forms.deadline_form.begin(talk, {"session": tap.s, "starts_on": starts_on})
        case SessionTap.CLOSE:
            await talk.show(board.close_ask(talk.t, await sessions.overview(talk.actor, tap.s)))
        case _:
            await _session_changed(talk, evaluation, tap)


async def _session_changed(talk: Talk, evaluation: Evaluation, tap: SessionTap) -> None:
    """Buttons after which the card itself is shown again."""
    sessions, toast = evaluation.sessions, None
    match tap.do:
        case SessionTap.OPEN:
            overview = await sessions.open(talk.actor, tap.s)
            toast = talk.t.plain("evaluation-toast-opened")
        case SessionTap.CLOSE_NOW:
            overview = await sessions.close(talk.actor, tap.s)
            toast = talk.t.plain("evaluation-toast-closed")
        case SessionTap.NUDGE:
            count = await sessions.nudge(talk.actor, tap.s)
            overview = await sessions.overview(talk.actor, tap.s)
            toast = talk.t.plain("evaluation-toast-nudged", count=count)
        case _:
            overview = await sessions.overview(talk.actor, tap.s)
    await talk.show(board.session(talk.t, overview, talk.calendar, talk.clock.now(), tap.page), toast)


@router.callback_query(ChairTap.filter())
async def chair_tapped(callback: CallbackQuery, callback_data: ChairTap, talk: Talk, evaluation: Evaluation) -> None:
    """Who chairs a session: shown, or chosen."""
    tap, sessions = callback_data, evaluation.sessions
    if tap.person:
        overview = await sessions.name_chair(talk.actor, tap.s, tap.person)
        await talk.show(board.session(talk.t, overview, talk.calendar, talk.clock.now()))
        return
    overview = await sessions.overview(talk.actor, tap.s)
    await talk.show(board.chairs(talk.t, overview, await sessions.coordinators(talk.actor)))


@router.callback_query(ProgrammeTap.filter())
async def programme_tapped(
    callback: CallbackQuery, callback_data: ProgrammeTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A button of a programme's card."""
    tap = callback_data
    if tap.do == ProgrammeTap.EXPERTS:
        await talk.show(board.experts(talk.t, await evaluation.sessions.candidates(talk.actor, tap.p, tap.page)))
        return
    card = await evaluation.programmes.look(talk.actor, tap.p)
    match tap.do:
        case ProgrammeTap.RECUSE if not card.is_hidden:
            await talk.show(conflict.recuse_ask(talk.t, card.programme))
        case ProgrammeTap.MATERIAL:
            await forms.material_form.begin(talk, {"programme": tap.p})
        case ProgrammeTap.NAME:
            preset = {"programme": tap.p, "college": card.programme.organisation_id, "ready": "yes", "colleges": []}
            await forms.programme_form.begin(talk, preset)
        case _:
            await talk.show(board.programme(talk.t, card))


@router.callback_query(ExpertTap.filter())
async def expert_chosen(callback: CallbackQuery, callback_data: ExpertTap, talk: Talk, evaluation: Evaluation) -> None:
    """An expert was added or taken back; one who was invited stays."""
    tap = callback_data
    found = await evaluation.sessions.set_expert(talk.actor, tap.p, tap.person, wanted=bool(tap.on), number=tap.page)
    kept = not tap.on and tap.person in found.assigned
    await talk.show(board.experts(talk.t, found), talk.t.plain("evaluation-toast-invited-stays") if kept else None)


@router.callback_query(FigureTap.filter())
async def figure_wanted(callback: CallbackQuery, callback_data: FigureTap, talk: Talk, evaluation: Evaluation) -> None:
    """The next message is the college's own figure."""
    card = await evaluation.programmes.look(talk.actor, callback_data.p)
    criteria = card.overview.sheet.criteria
    criterion = criteria[min(max(0, callback_data.i), len(criteria) - 1)]
    talk.expect(FIGURE, programme=callback_data.p, index=callback_data.i)
    question = talk.t(
        "evaluation-ask-figure-of", kind=criterion.kind.value, number=criterion.number, text=criterion.text
    )
    await talk.send(Screen(question))


@router.message(Expecting(FIGURE))
async def figure_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """Keep the figure and show the programme."""
    if not talk.first_of_album():
        return
    card = await evaluation.programmes.set_figure(
        talk.actor, expected["programme"], expected["index"], parsers.said(message)
    )
    talk.memory.forget()
    await talk.send(board.programme(talk.t, card))


@router.callback_query(SheetTap.filter())
async def sheet_wanted(
    callback: CallbackQuery, callback_data: SheetTap, talk: Talk, evaluation: Evaluation, documents: DocumentWorker
) -> None:
    """The signed form of an expert, as files."""
    form = await evaluation.sessions.form(talk.actor, callback_data.a)
    await talk.answer(talk.t.plain("evaluation-toast-preparing"))
    for file in await paper.files(talk.t, documents, form):
        await talk.send_file(file)
