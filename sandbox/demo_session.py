"""The demo's expert session, in mid-way: programmes and enterprises of June 2022, run today.

From the source documents: colleges, programmes, the enterprises whose experts score them, the sheet. Invented, where
they are silent: the colleges' own figures, verdicts and remarks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cluster.access import Actor
from cluster.calendar import local_day
from cluster.data import industrial_tomsk
from cluster.evaluation.model import MaterialKind, Part, Programme, Work
from cluster.evaluation.scoring import Need, Verdict
from cluster.evaluation.sheet import Criterion
from sandbox.demo_materials import presentation
from services.clock import Clock
from services.directory import DirectoryService
from services.evaluation import Evaluation, NewMaterial, NewProgramme, NewSession, ProgrammeCard, Said

DRAFT = "demo:session"
TITLE = "Экспертная сессия кластера"
LASTS, DEADLINE = 7, 5  # working days from today

# Programme code → the college's own figures, hundredths of a per cent.
FIGURES = {
    "15.02.32": {"2.1": 100_00, "2.2": 40_00, "3.2": 71_40},
    "27.02.07": {"2.1": 83_30, "2.2": 50_00, "3.2": 66_70},
    "15.02.12": {"2.1": 100_00, "2.2": 33_30, "3.2": 58_30},
    "13.02.11": {"2.1": 100_00, "2.2": 27_30, "3.2": 75_00},
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an expert is with a programme.

    Args:
        answered: how many criteria, from the first.
        remarks: criterion number → why it is not met.
        submitted: whether the sheet is signed.
    """

    answered: int
    remarks: Mapping[str, str]
    submitted: bool = False


# Programmes an expert has accepted; the others wait for an answer to the invitation.
PROGRESS = {
    "15.02.32": Progress(
        14,
        {
            "1.4": "Нет дисциплин по программированию станков с российскими системами ЧПУ, с которыми работает завод.",
            "2.6": "Электронные курсы есть только по двум модулям из пяти.",
        },
        submitted=True,
    ),
    "27.02.07": Progress(5, {"1.2": "Добавьте статистические методы контроля: карты Шухарта, анализ MSA."}),
    "15.02.12": Progress(9, {"2.4": "Лаборатория гидравлики переоснащалась последний раз в 2014 году."}),
}


@dataclass(frozen=True, slots=True)
class Heads:
    """Who runs the session. The coordinator works at the leading college: its programmes are the chair's to run."""

    coordinator: Actor
    chair: Actor


async def play(  # noqa: PLR0917 - everything the scene needs
    evaluation: Evaluation,
    directory: DirectoryService,
    clock: Clock,
    heads: Heads,
    experts: Mapping[str, Actor],
    upload: Callable[[str, bytes], str],
) -> None:
    """Set the session up, open it, and let the experts work as far as `PROGRESS` says.

    Args:
        experts: short name of the enterprise → its expert.
        upload: a file's name and content → its Telegram file_id.
    """
    coordinator = heads.coordinator
    session_id = await _create(evaluation, directory, clock, coordinator)
    cards = await _programmes(evaluation, directory, coordinator, session_id)
    for card, _ in cards:
        if card.programme.title is not None:
            await _present(evaluation, coordinator, card.programme, upload)
    for card, enterprise in cards:
        expert = experts.get(enterprise)
        if expert is not None and card.programme.title is not None:
            head = heads.chair if card.is_hidden else coordinator
            await evaluation.sessions.set_expert(head, card.programme.id, expert.me, wanted=True)
    await evaluation.sessions.name_chair(coordinator, session_id, heads.chair.me)
    await evaluation.sessions.open(coordinator, session_id)
    for expert in experts.values():
        for work in await evaluation.scoring.mine(expert):
            progress = PROGRESS.get(work.programme.code or "")
            if progress is not None:
                await _score(evaluation, clock, expert, work, progress)


async def _create(evaluation: Evaluation, directory: DirectoryService, clock: Clock, coordinator: Actor) -> int:
    calendar = await directory.calendar(coordinator)
    today = local_day(clock.now(), ZoneInfo(coordinator.zone))
    new = NewSession(
        title=TITLE,
        starts_on=today,
        ends_on=calendar.add_working_days(today, LASTS),
        deadline=calendar.add_working_days(today, DEADLINE),
        minimum_sheets=1,
    )
    return (await evaluation.sessions.create(coordinator, new, DRAFT)).session.id


async def _programmes(
    evaluation: Evaluation, directory: DirectoryService, coordinator: Actor, session_id: int
) -> Sequence[tuple[ProgrammeCard, str]]:
    """Programmes in the order of the source table, each with the enterprise whose experts score it."""
    data = industrial_tomsk()
    known = {name: key for key, name in await evaluation.programmes.enterprises(coordinator)}
    cards = []
    for row in data.sessions.rows:
        college = data.cluster.organisation(row.college)
        enterprise = data.cluster.organisation(row.expert_enterprise)
        found = await directory.organisations(coordinator, text=college.name)
        for number, programme in enumerate(row.programmes or (None,), start=1):
            new = NewProgramme(
                organisation_id=found.items[0].id,
                code=programme.code if programme else None,
                title=programme.title if programme else None,
                figures=FIGURES[programme.code] if programme else {},
                employer_id=known[enterprise.short],
            )
            draft = f"{DRAFT}:{row.number}:{number}"
            cards.append((await evaluation.programmes.add(coordinator, session_id, new, draft), enterprise.short))
    return cards


async def _present(
    evaluation: Evaluation, coordinator: Actor, programme: Programme, upload: Callable[[str, bytes], str]
) -> None:
    data = industrial_tomsk()
    put_up = next(one for row in data.sessions.rows for one in row.programmes if one.code == programme.code)
    group = next(one for one in data.cluster.speciality_groups if one.code[:2] == put_up.code[:2])
    content = presentation(data.presentation, programme.college, group.name, put_up, programme.figures)
    name = f"Презентация ОПОП {put_up.code}.docx"
    new = NewMaterial(Part.DESCRIPTION, MaterialKind.DOCUMENT, upload(name, content), name)
    await evaluation.programmes.add_material(coordinator, programme.id, new, f"{DRAFT}:material:{put_up.code}")


async def _score(evaluation: Evaluation, clock: Clock, expert: Actor, work: Work, progress: Progress) -> None:
    """Answer criteria one by one, as taps and messages would."""
    assignment_id = work.assignment.id
    await evaluation.scoring.accept(expert, assignment_id)
    for index, criterion in enumerate(work.sheet.criteria[: progress.answered]):
        work = await evaluation.scoring.look(expert, assignment_id)
        complaint = progress.remarks.get(criterion.number)
        judged = Verdict.FAILS if complaint else Verdict.MEETS
        verdict = None if criterion.is_measured else judged  # None: by the college's own figure
        revision = work.answer(criterion).revision
        scored = await evaluation.scoring.judge(expert, assignment_id, index, verdict, revision)
        if scored.place.asks is Need.REMARK:
            await _remark(evaluation, clock, expert, scored.work, complaint or _below_norm(criterion))
    if progress.submitted:
        await evaluation.scoring.submit(expert, assignment_id)


async def _remark(evaluation: Evaluation, clock: Clock, expert: Actor, work: Work, text: str) -> None:
    said = Said(message_id=work.heard_message + 1, text=text, at=clock.now())
    await evaluation.remarks.hear(expert, work.assignment.id, said)


def _below_norm(criterion: Criterion) -> str:
    return f"Показатель колледжа ниже нормы {criterion.norm_text}."
