"""A plan, an obligation of a college and its proof, for the matrix."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import text

from cluster.access import Actor
from cluster.calendar import WorkingCalendar
from cluster.deadlines import PlanPeriod
from cluster.obligations import ObligationSource
from cluster.plan_sheet import PlanSheet, SheetRow
from services.plan.obligations import Proof
from services.plan.planning import replan
from storage.directory_documents import insert_plan
from storage.obligations import NewObligation, add_obligations
from tests.world import World


@dataclass(frozen=True)
class Owed:
    """Ids of one of everything the plan has."""

    obligation: int
    evidence: int
    plan: int
    plan_import: int
    answering: int


async def owe(world: World, head: Actor, college: int) -> Owed:
    """The college owes two proofs and has given one; somebody of it answers for it."""
    now, plan = world.clock.now(), world.app.services.plan
    new = NewObligation(
        head.here, "matrix", "Согласовать программы", ObligationSource.DECISION, 1, college, None, date(2022, 6, 30),
        needed=2,
    )  # fmt: skip
    values = {
        "title": "План соседей", "year": "calendar", "first_day": date(2022, 1, 1), "last_day": date(2022, 12, 31),
        "is_draft": False, "source": "test",
    }  # fmt: skip
    row = {
        "section": "1", "number": "1.1", "title": "Строка", "executors": "Координатор", "deadline_text": "Июль 2022",
        "result": "Итог",
    }  # fmt: skip
    async with world.app.db.write() as tx:
        (obligation,) = await add_obligations(tx, [new], now)
        await replan(tx, [obligation], WorkingCalendar(), ZoneInfo("Asia/Tomsk"), now)
        plan_id = await insert_plan(tx, head.here, values, [row])
        found = await tx.scalar(
            text("SELECT person_id FROM memberships WHERE cluster_id = :here AND role = 'college'"), {"here": head.here}
        )
    rows = [SheetRow("1", "1.1", "Строка из файла", "ТЭПК", "Август 2022", "Итог") for _ in range(2)]
    sheet = PlanSheet("План из файла", PlanPeriod.calendar(2022), False, rows)
    sent = await plan.imports.receive(head, sheet, "план.xlsx", f"import:{head.here}")
    card = await plan.obligations.prove(head, obligation, Proof("link", "https://example.org/a", "a", "Новость"))
    return Owed(obligation, card.evidence[0].id, plan_id, sent.kept.id, int(found or head.me))
