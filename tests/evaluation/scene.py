"""A session with signed sheets, written straight into the tables: reports are about what came of it."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert

from cluster.access import Membership, Role
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.sheet import Criterion, Kind, Sheet, read_sheet
from cluster.people import CONSENT_VERSION
from storage import evaluation, evaluation_sheets, people, roles
from storage.database import Database
from storage.schema.evaluation import evaluation_assignments, evaluation_submissions, evaluation_verdicts
from tests.stage import Stage


async def scene(stage: Stage, **given: Any) -> int:
    """A closed session of four programmes with three experts each, by the current sheet. Gives its id."""
    actor, db = await stage.actor(stage.coordinator), stage.world.app.db
    async with db.read() as connection:
        sheet_id = await evaluation_sheets.current_sheet(connection, actor.here)
        assert sheet_id
        sheet = read_sheet(await evaluation.sheet_content(connection, sheet_id))
    given = {"programmes": 4, "experts": 3, **given}
    return await signed_session(db, actor.here, sheet_id, sheet, stage.colleges, actor.me, **given)


async def signed_session(
    db: Database,
    cluster_id: int,
    sheet_id: int,
    sheet: Sheet,
    colleges: list[tuple[int, str]],
    by: int,
    *,
    programmes: int,
    experts: int,
    seed: int = 1,
    title: str = "Экспертная сессия, июнь 2022",
    starts_on: date = date(2022, 6, 21),
    state: str = "closed",
) -> int:
    """A session whose experts have all signed; verdicts are drawn by `seed`. Gives its id."""
    drawn, at = random.Random(seed), _moment(starts_on)
    async with db.write() as tx:
        session_id = await evaluation.insert_session(
            tx, cluster_id=cluster_id, title=title, starts_on=starts_on, ends_on=starts_on + timedelta(9),
            deadline=starts_on + timedelta(9), minimum_sheets=2, sheet_id=sheet_id, state=state,
            draft_key=f"scene:{title}:{starts_on}", created_by=by, created_at=at,
        )  # fmt: skip
        who = [await _expert(tx, cluster_id, 90_000 + session_id * 100 + number, at) for number in range(experts)]
        for number in range(programmes):
            programme_id = await evaluation.insert_programme(
                tx, cluster_id=cluster_id, session_id=session_id, organisation_id=colleges[number % len(colleges)][0],
                code=f"15.02.{number + 1:02d}", title=f"Программа {number + 1}: монтаж и ремонт <станков> & линий",
                figures={}, draft_key=f"scene:{session_id}:{number}", created_by=by, created_at=at,
            )  # fmt: skip
            for person_id in who:
                await _sign(tx, cluster_id, session_id, programme_id, person_id, sheet, drawn, at)
    return session_id


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(3), UTC)


async def _expert(tx: Any, cluster_id: int, number: int, at: Any) -> int:
    person_id = await people.add_person(tx, number, f"Эксперт {number % 100 + 1}", "ru")
    await people.record_consent(tx, person_id, CONSENT_VERSION, None, at)
    await roles.grant(tx, person_id, Membership(cluster_id, None, Role.EXPERT), None, at)
    return person_id


async def _sign(tx, cluster_id, session_id, programme_id, person_id, sheet: Sheet, drawn, at) -> None:
    statement = insert(evaluation_assignments).values(
        cluster_id=cluster_id, session_id=session_id, programme_id=programme_id, person_id=person_id,
        state="final", invited_at=at, answered_at=at, submitted_at=at, version=1,
    ).returning(evaluation_assignments.c.id)  # fmt: skip
    assignment = (await tx.execute(statement)).scalar_one()
    answers = {criterion.key: _answer(criterion, drawn) for criterion in sheet.criteria}
    await tx.execute(
        insert(evaluation_verdicts),
        [
            {
                "assignment_id": assignment, "criterion": key, "cluster_id": cluster_id, "verdict": kept["verdict"],
                "value": kept["value"], "remark": kept["remark"], "evidence": 0, "updated_at": at, "revision": n,
            }
            for n, (key, kept) in enumerate(answers.items(), start=1)
        ],
    )  # fmt: skip
    await tx.execute(
        insert(evaluation_submissions).values(
            cluster_id=cluster_id, assignment_id=assignment, version=1, code=f"ЭЛ-{assignment:05d}-1-TEST",
            snapshot={"answers": answers}, submitted_at=at,
        )
    )  # fmt: skip


def _answer(criterion: Criterion, drawn: random.Random) -> dict[str, Any]:
    verdict = drawn.choices(list(Verdict), (75, 20, 5))[0]
    value = None
    if criterion.kind is Kind.CHOICE:
        value = 1
    elif criterion.is_measured:
        value = drawn.randrange(100_00)
    words = "Замечание <к> критерию & норме: нет современных «компетенций», =1+1; нужна стажировка на предприятии."
    remark = words if verdict is Verdict.FAILS or drawn.random() < 0.05 else None
    return {"verdict": verdict.value, "value": value, "remark": remark, "evidence": {}}
