"""What several use cases of a session load and do."""

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.errors import NotFound
from cluster.evaluation.model import Overview
from cluster.evaluation.states import SessionState
from services.clock import Clock
from services.evaluation import letters
from services.evaluation.sheets import Sheets
from storage import evaluation as queries


async def load_overview(connection: AsyncConnection, sheets: Sheets, cluster_id: int, session_id: int) -> Overview:
    """A session of the cluster with everything the coordinator sees.

    Raises:
        NotFound: no such session here.
    """
    session = await queries.session(connection, cluster_id, session_id)
    if session is None:
        raise NotFound()
    return Overview(
        session=session,
        sheet=await sheets.get(connection, session.sheet_id),
        programmes=await queries.programmes(connection, session_id),
        experts=await queries.progress_lines(connection, session_id),
    )


async def invite_where_due(tx: AsyncConnection, overview: Overview, calendar: WorkingCalendar, clock: Clock) -> None:
    """Invite who can be invited: the session is open, the programme has a title, the expert was not told yet."""
    if overview.session.state is not SessionState.OPEN:
        return
    named = {programme.id for programme in overview.programmes if not programme.is_missing}
    due = [expert for expert in overview.experts if expert.invited_at is None and expert.programme_id in named]
    if not due:
        return
    now = clock.now()
    await queries.mark_invited(tx, [expert.assignment_id for expert in due], now)
    await letters.invite(tx, overview.session, due, now)
    await letters.remind_experts(tx, overview.session, due, calendar, now)
