"""Nine clusters of 40 rows and 30 organisations: planned within 5 s, few pings each, the board within 4 statements."""

import shutil
import time
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from cluster.access import Actor, Membership, Role
from cluster.calendar import WorkingCalendar
from cluster.directory import OrganisationKind, OrganisationName
from cluster.obligations import ObligationSource
from cluster.people import CONSENT_VERSION
from services.calendars import Calendars
from services.clock import MovableClock
from services.plan import work_plan_of
from services.plan.planning import replan
from storage import directory, people, roles
from storage.database import Database
from storage.obligation_lists import Which
from storage.obligations import NewObligation, add_obligations
from storage.schema.obligations import obligation_pings

TOMSK = ZoneInfo("Asia/Tomsk")
CLUSTERS, ROWS, ORGANISATIONS = 9, 40, 30
SECONDS = 5
"""Of processor time; 2.7 were measured on two loaded cores."""


@pytest.mark.slow
async def test_a_year_of_nine_clusters(migrated_file: Path, tmp_path: Path, clock: MovableClock) -> None:
    shutil.copy(migrated_file, tmp_path / "cluster.db")
    db, now = Database(f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}"), clock.now()
    head, made = None, {}
    for number in range(CLUSTERS):
        async with db.write() as tx:
            here = await directory.insert_cluster(tx, f"К{number}", "Asia/Tomsk", "ru", None, f"d{number}", now)
            organisations = []
            for which in range(ORGANISATIONS):
                name = OrganisationName(f"Колледж {number}-{which}", f"К {number}-{which}")
                organisations.append(await directory.insert_organisation(tx, here, OrganisationKind.COLLEGE, name))
            for which, organisation in enumerate([*organisations, None]):
                telegram_id = 10_000 + number * 100 + which
                person = await people.add_person(tx, telegram_id, f"Ч {which}", "ru", cluster_id=here)
                await people.record_consent(tx, person, CONSENT_VERSION, None, now)
                role = Role.COLLEGE if organisation else Role.COORDINATOR
                await roles.grant(tx, person, Membership(here, organisation, role), None, now)
                if organisation is None and head is None:
                    head = Actor(
                        telegram_id,
                        person,
                        cluster_id=here,
                        consented=True,
                        memberships=(Membership(here, None, role),),
                    )
            new = [
                NewObligation(
                    here,
                    f"{row}:{org}",
                    f"Строка {row}",
                    ObligationSource.DECISION,
                    row,
                    org,
                    None,
                    date(2022, 7, 1) + timedelta(days=9 * row),
                )
                for row in range(ROWS)
                for org in organisations
            ]
            made[here] = await add_obligations(tx, new, now)
    begun = time.process_time()
    for ids in made.values():
        async with db.write() as tx:
            await replan(tx, ids, WorkingCalendar(), TOMSK, now)
    assert time.process_time() - begun < SECONDS
    async with db.read() as connection:
        planned = await connection.scalar(select(func.count()).select_from(obligation_pings))
    assert planned is not None
    assert planned / (CLUSTERS * ROWS * ORGANISATIONS) < 11, "weekly steps are planned a few weeks ahead, not a year"
    plan = work_plan_of(db, clock, Calendars(db))
    assert head is not None
    with db.count_queries() as seen:
        board = await plan.coordination.board(head)
    assert board.counts[Which.OPEN] == ROWS * ORGANISATIONS
    assert len(seen) <= 4
    for call in (
        lambda: plan.coordination.listing(head, Which.OPEN),
        lambda: plan.coordination.sections(head),
        lambda: plan.coordination.organisations(head),
        lambda: plan.obligations.mine(head),
        lambda: plan.obligations.everything(head),
    ):
        with db.count_queries() as seen:
            await call()
        assert len(seen) <= 4
    await db.close()
