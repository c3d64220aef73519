"""What several use cases of a session load and do."""

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor
from cluster.calendar import WorkingCalendar
from cluster.errors import NotFound
from cluster.evaluation.conflict import Sight
from cluster.evaluation.fit import Fit, proposals, reserve
from cluster.evaluation.model import Overview, Programme
from cluster.evaluation.refusals import HiddenFromYou
from cluster.evaluation.states import SessionState
from services.clock import Clock
from services.evaluation import letters
from services.evaluation.sheets import Sheets
from storage import evaluation as queries
from storage import evaluation_pool, evaluation_reports, evaluation_sight


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
        chair=await queries.name_of(connection, session.chair),
    )


async def load_shown(connection: AsyncConnection, sheets: Sheets, actor: Actor, session_id: int) -> Overview:
    """The same as this coordinator may see it: programmes kept from them come without experts.

    Raises:
        NotFound: no such session here.
    """
    overview = await load_overview(connection, sheets, actor.here, session_id)
    return overview.seen_with(await evaluation_sight.hidden(connection, actor.here, actor.me, session_id=session_id))


async def require_sight(connection: AsyncConnection, actor: Actor, programme_id: int) -> None:
    """Refuse a coordinator from whom the programme's experts are kept.

    Raises:
        HiddenFromYou: data: `why`.
    """
    hidden = await evaluation_sight.hidden(connection, actor.here, actor.me, programme_id=programme_id)
    if programme_id in hidden:
        raise HiddenFromYou(why=hidden[programme_id].value)


async def hidden_in_documents(
    connection: AsyncConnection, actor: Actor, session_id: int | None = None
) -> frozenset[int]:
    """Ids of programmes whose verdicts are kept from a person.

    An own sheet that never came hides nothing any more once the session is closed; a conflict always does.
    """
    hidden = await evaluation_sight.hidden(connection, actor.here, actor.me, session_id=session_id)
    found = await evaluation_reports.sessions_of(connection, hidden) if hidden else []
    return frozenset(
        programme
        for programme, state in found
        if hidden[programme] is Sight.CONFLICT or state is not SessionState.CLOSED
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
    await letters.remind_to_answer(tx, overview.session, due, calendar, now)
    await letters.remind_experts(tx, overview.session, due, calendar, now)


async def proposed(connection: AsyncConnection, overview: Overview, programme: Programme) -> list[Fit]:
    """The reserve for a programme: the best who were not asked yet."""
    experts = await evaluation_pool.pool(connection, overview.session.cluster_id, programme.id)
    ordered = proposals(experts, programme.code, programme.employer_short)
    return reserve(ordered, [one.person_id for one in overview.of(programme)])
