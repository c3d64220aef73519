"""Conversations about councils and meetings: secretaries run them, members answer, come and vote."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from handlers import menu
from handlers.engine import Talk
from handlers.meetings import attending, councils, notices, running, screens
from handlers.meetings.taps import ListTap
from services.meetings import Meetings

__all__ = ["links", "notices", "router"]

router = Router(name="meetings")
router.include_routers(attending.router, running.router, councils.router)
links = attending.links


@router.callback_query(ListTap.filter())
async def show_list(callback: CallbackQuery, callback_data: ListTap, talk: Talk, meetings: Meetings) -> None:
    """The person's meetings."""
    await _list(talk, meetings, callback_data.page, past=bool(callback_data.past))


async def _open(talk: Talk, meetings: Meetings) -> None:
    await _list(talk, meetings)


async def _list(talk: Talk, meetings: Meetings, page: int = 0, *, past: bool = False) -> None:
    found = await meetings.planning.page(talk.actor, page, past=past)
    runs = bool(await meetings.councils.mine(talk.actor))
    manages = talk.actor.can(Permission.MANAGE_MEETINGS)
    await talk.show(screens.meetings(talk.t, found, past=past, runs=runs, manages=manages))


menu.entry(command="meetings", label="menu-meetings", permission=Permission.SEE_MEETINGS, order=25, open=_open)
