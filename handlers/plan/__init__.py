"""Conversations about the work plan: who owes what by when, what is proven, what is late."""

from aiogram import Router

from cluster.access import Permission
from handlers import menu
from handlers.engine import Talk
from handlers.plan import coordinator, executor, importing, notices, paper, plans
from services.plan import WorkPlan

__all__ = ["notices", "router"]

router = Router(name="plan")
router.include_routers(executor.router, coordinator.router, plans.router, paper.router, importing.router)


async def _open(talk: Talk, plan: WorkPlan) -> None:
    """What the plan is for this person: the whole board, or their own obligations."""
    if talk.actor.can(Permission.MANAGE_PLAN):
        await coordinator.show_board(talk, plan)
    else:
        await executor.show_mine(talk, plan)


menu.entry(command="plan", label="menu-plan", permission=Permission.SEE_PLAN, order=25, open=_open)
