"""The demo cluster: people of the source organisations, and an expert session in mid-way."""

from datetime import UTC, datetime

import pytest

from bot.services import make_services
from bot.settings import load_settings
from cluster.access import Actor, Role
from cluster.data import industrial_tomsk
from cluster.evaluation.states import AssignmentState, SessionState
from sandbox import demo_news, demo_people
from sandbox.demo_session import FIGURES
from sandbox.limits import Limits
from sandbox.telegram import Telegram
from services.clock import MovableClock
from storage import people
from storage.database import Database
from storage.obligation_lists import Which
from tests.world import TOKEN


async def actor_of(db: Database, telegram_id: int) -> Actor:
    """Somebody as the bot knows them."""
    async with db.read() as connection:
        return (await people.load_actor(connection, telegram_id)).actor


@pytest.mark.parametrize(
    "start", [datetime(2022, 6, 21, 3, 0, tzinfo=UTC), datetime(2026, 12, 31, 20, 0, tzinfo=UTC)], ids=["2022", "2027"]
)
async def test_the_demo_is_peopled_and_the_session_is_in_mid_way(db: Database, start: datetime) -> None:
    clock = MovableClock(start, frozen=True)
    settings = load_settings(None, bot_token=TOKEN, admin_ids=str(demo_people.ADMINISTRATOR_ID))
    services = make_services(settings, db, clock)
    telegram = Telegram(clock=clock, limits=Limits.off())
    bot = telegram.add_bot("1:DEMO", "demo_bot", "Кластер")
    cast = demo_people.gather(telegram, bot)
    await demo_people.settle_in(cast, services)

    async with db.read() as connection:
        known = await people.load_actor(connection, cast.people[demo_people.CHAIR].id)
        guest = await people.load_actor(connection, cast.guest.id)
    coordinator = known.actor
    assert coordinator.roles == {Role.COORDINATOR}
    assert guest.actor.person_id is None, "the guest has never met the bot"

    queue = (await services.news.moderation.queue(coordinator)).items
    assert [item.content.title for item in queue] == [demo_news.EXCURSION.title]
    owed = (await services.news.writing.desktop(await actor_of(db, cast.people[demo_people.SEVERSK].id))).owed
    assert [one.event for one in owed] == [demo_news.PRESENT[0][0]]

    board = (await services.plan.coordination.board(coordinator)).counts
    assert board[Which.OPEN] > 100
    assert board[Which.CANNOT] == 1
    assert board[Which.LATE] <= 2
    assert {one.version for one in await services.plan.plans.plans(coordinator) if not one.is_over} == {1}

    running, history = (await services.evaluation.sessions.sessions(coordinator)).items
    assert (running.state, history.state) == (SessionState.OPEN, SessionState.CLOSED)
    overview = await services.evaluation.sessions.overview(coordinator, running.id)
    assert [programme.code for programme in overview.programmes] == [
        "15.02.32",
        "27.02.07",
        "15.02.12",
        "13.02.11",
        None,
    ]
    states = {(expert.organisation, expert.state): expert.answered for expert in overview.experts}
    assert list(states.items()) == [
        (("Томский инструментальный завод", AssignmentState.SUBMITTED), 14),
        (("Томский инструментальный завод", AssignmentState.DRAFT), 5),
        (("СХК", AssignmentState.DRAFT), 9),
        (("Август", AssignmentState.INVITED), 0),
    ]


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        (datetime(2022, 6, 21, 3, 0, tzinfo=UTC), datetime(2022, 6, 21, 3, 0, tzinfo=UTC)),
        (datetime(2022, 6, 21, 15, 0, tzinfo=UTC), datetime(2022, 6, 22, 1, 0, tzinfo=UTC)),  # 22:00 in Tomsk
        (datetime(2022, 6, 11, 5, 0, tzinfo=UTC), datetime(2022, 6, 14, 1, 0, tzinfo=UTC)),  # a Saturday
    ],
)
async def test_the_demo_begins_when_messages_are_not_held_back(now: datetime, begins: datetime) -> None:
    clock = MovableClock(now, frozen=True)
    demo_people.begin_at_work(clock)
    assert clock.now() == begins


def test_every_programme_of_the_source_has_figures() -> None:
    codes = {programme.code for row in industrial_tomsk().sessions.rows for programme in row.programmes}
    assert set(FIGURES) == codes


def test_the_casts_organisations_are_in_the_source() -> None:
    known = {entry.short for entry in industrial_tomsk().cluster.organisations}
    assert {part.organisation for part in demo_people.CAST} <= known
