"""Conversations about expert sessions: coordinators run them, experts score, colleges see that they are in one."""

from aiogram import Router

from cluster.access import Permission
from handlers import menu
from handlers.engine import Talk
from handlers.evaluation import (
    aside,
    board,
    chair,
    college,
    conflict,
    coordinator,
    expert,
    live,
    live_notices,
    notices,
    outcome_notices,
    pool,
    protocol,
    recheck,
    reports,
    sheets,
    writing,
)
from services.evaluation import Evaluation

__all__ = ["expert", "live_notices", "notices", "outcome_notices", "router"]

router = Router(name="evaluation")
router.include_routers(
    aside.router,
    live.router,
    conflict.router,
    pool.router,
    chair.router,
    college.router,
    recheck.router,
    protocol.router,
    coordinator.router,
    sheets.router,
    reports.router,
    writing.router,
)


async def _open(talk: Talk, evaluation: Evaluation) -> None:
    """What evaluation is for this person: sessions, own programmes to score, or the college's programmes."""
    if talk.actor.can(Permission.MANAGE_EVALUATION):
        await coordinator.list_sessions(talk, evaluation)
    elif talk.actor.can(Permission.SCORE_PROGRAMMES):
        await expert.list_own(talk, evaluation)
    else:
        await talk.show(board.own_programmes(talk.t, await evaluation.programmes.own(talk.actor)))


menu.entry(command="evaluate", label="menu-evaluate", permission=Permission.SEE_EVALUATION, order=30, open=_open)
