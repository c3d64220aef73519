"""Sheets that are signed, decided on, corrected and looked at again: what the outcome's buttons act on."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from cluster.access import Actor
from cluster.evaluation.model import EvidenceKind
from cluster.evaluation.outcome import Outcome
from cluster.evaluation.scoring import Verdict
from services.evaluation import Evaluation, NewEvidence, NewProgramme, NewSession
from storage import evaluation_corrections, evaluation_outcomes
from storage.schema.evaluation import evaluation_evidence
from storage.schema.evaluation_outcome import evaluation_fix_files
from tests.world import World

UNSURE, FAULTY = 1, 2
"""Places of the criteria that nobody could assess, and that are not met; each in its own programme."""
FIGURES = {"2.1": 100_00, "2.2": 40_00, "3.2": 62_50}


@dataclass(frozen=True)
class Judged:
    """Programmes of one expert, how far each is; ids.

    Args:
        missing: a row without a programme, whose college was asked for one.
        open: a signed sheet with a criterion for the chair to rule on; `sheet` is that sheet.
        ready: nothing is open, `ready_stamp` of its card.
        decided: a decision (`decision`) the college was not told of.
        told: the college was told (`told_sheet`), corrections are to be written.
        fixed: corrections are handed in; the expert (`fixed_sheet`) looks at them again.
        over: a closed session whose protocol can be signed; `over_stamp` of what was read.
        signed: a closed session with a signed protocol that needs an amendment.
        evidence: a file sent for a remark; `fix_file`: one that proves a correction.
    """

    missing: int
    open: int
    sheet: int
    ready: int
    ready_stamp: int
    decided: int
    decision: int
    told: int
    told_sheet: int
    fixed: int
    fixed_sheet: int
    over: int
    over_stamp: str
    signed: int
    evidence: int
    fix_file: int


async def furnish_evaluation(world: World, head: Actor, expert: Actor, college: int) -> Judged:
    """All of them, through the use cases as far as they lead."""
    evaluation, today = world.app.services.evaluation, world.clock.now().date()

    async def session(name: str) -> int:
        new = NewSession(f"Сессия: {name}", today, today + timedelta(9), today + timedelta(9), 1)
        return (await evaluation.sessions.create(head, new, f"judged:{name}:{head.here}")).session.id

    async def programme(where: int, code: str) -> int:
        new = NewProgramme(college, code, f"Программа {code}", FIGURES)
        card = await evaluation.programmes.add(head, where, new, f"judged:{code}:{head.here}")
        await evaluation.sessions.set_expert(head, card.programme.id, expert.me, wanted=True)
        return card.programme.id

    running, over, signed = await session("идёт"), await session("решена"), await session("подписана")
    codes = ("15.02.01", "15.02.02", "15.02.03", "15.02.04", "15.02.05")
    one, ready, decided, told, fixed = [await programme(running, code) for code in codes]
    ended, amended = await programme(over, "15.02.06"), await programme(signed, "15.02.07")
    nothing = NewProgramme(college, None, None, {})
    missing = (await evaluation.programmes.add(head, running, nothing, f"judged:missing:{head.here}")).programme.id
    for where in (running, over, signed):
        await evaluation.sessions.open(head, where)
    sheets = {}
    for key in (one, ready, decided, told, fixed, ended, amended):
        faulty = FAULTY if key in (told, fixed, amended) else None
        sheets[key] = await _sign(evaluation, expert, key, unsure=UNSURE if key == one else None, faulty=faulty)
    await _decide(evaluation, head, decided, Outcome.AGREED)
    for key in (told, fixed):
        await _decide(evaluation, head, key, Outcome.WITH_REMARKS, today + timedelta(20))
        last = (await evaluation.outcomes.look(head, key)).result.last
        await evaluation.outcomes.release(head, key, last.id)
    await _decide(evaluation, head, ended, Outcome.AGREED)
    await _decide(evaluation, head, amended, Outcome.WITH_REMARKS, today)
    for where in (over, signed):
        await evaluation.sessions.close(head, where)
    await evaluation.protocols.sign(head, signed, (await evaluation.protocols.look(head, signed)).stamp)
    fix_file = await _correct(world, evaluation, head, fixed)
    await evaluation.outcomes.reopen(head, sheets[amended], "Уточните")
    await evaluation.scoring.submit(expert, sheets[amended])
    card = await evaluation.outcomes.look(head, amended)
    outcome = card.possible[-1]
    await evaluation.outcomes.decide(head, amended, outcome, card.stamp, words="Иначе")
    async with world.app.db.read() as connection:
        evidence = await connection.scalar(
            select(evaluation_evidence.c.id).where(evaluation_evidence.c.assignment_id == sheets[told])
        )
    return Judged(
        missing=missing,
        open=one,
        sheet=sheets[one],
        ready=ready,
        ready_stamp=(await evaluation.outcomes.look(head, ready)).stamp,
        decided=decided,
        decision=(await evaluation.outcomes.look(head, decided)).result.last.id,
        told=told,
        told_sheet=sheets[told],
        fixed=fixed,
        fixed_sheet=sheets[fixed],
        over=over,
        over_stamp=(await evaluation.protocols.look(head, over)).stamp,
        signed=signed,
        evidence=evidence,
        fix_file=fix_file,
    )


async def _sign(evaluation: Evaluation, expert: Actor, programme: int, **places: int | None) -> int:
    """Everything meets but the places named; gives the sheet."""
    work = next(one for one in await evaluation.scoring.mine(expert) if one.programme.id == programme)
    sheet = work.assignment.id
    await evaluation.scoring.accept(expert, sheet)
    for index, criterion in enumerate(work.sheet.criteria):
        verdict = None if criterion.is_measured else Verdict.MEETS
        if index == places["unsure"]:
            verdict = Verdict.CANNOT_ASSESS
        if index == places["faulty"]:
            verdict = Verdict.FAILS
        await evaluation.scoring.judge(expert, sheet, index, verdict, 0)
        if verdict is Verdict.FAILS:
            file = NewEvidence(
                sheet * 1_000, EvidenceKind.VOICE, f"voice{sheet}", f"voice{sheet}", 3, caption="Нет ЧПУ"
            )
            await evaluation.remarks.show(expert, sheet, file)
    await evaluation.scoring.submit(expert, sheet)
    return sheet


async def _decide(evaluation: Evaluation, head: Actor, programme: int, outcome: Outcome, fix_by: Any = None) -> None:
    card = await evaluation.outcomes.look(head, programme)
    await evaluation.outcomes.decide(head, programme, outcome, card.stamp, fix_by=fix_by)


async def _correct(world: World, evaluation: Evaluation, head: Actor, programme: int) -> int:
    """The college's corrections, handed in; written beside the use cases, because abroad there is no college."""
    last = (await evaluation.outcomes.look(head, programme)).result.last
    key, now = last.criteria[0], world.clock.now()
    async with world.app.db.write() as tx:
        by = {"cluster_id": head.here, "written_by": head.me, "written_at": now}
        await evaluation_corrections.save_fix(tx, last.id, key, "Исправлено", **by)
        await evaluation_corrections.add_fix_file(
            tx, outcome_id=last.id, criterion=key, cluster_id=head.here, kind="document", file_id="fix",
            file_unique_id=f"fix{last.id}", name="приказ.pdf", added_at=now,
        )  # fmt: skip
        await evaluation_outcomes.change_decision(tx, last.id, fixed_by=head.me, fixed_at=now)
        return int(
            await tx.scalar(select(evaluation_fix_files.c.id).where(evaluation_fix_files.c.outcome_id == last.id))
        )
