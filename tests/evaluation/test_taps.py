"""Taps on the card: doubled, stale, foreign, forged, from two phones; what each costs and where one resumes."""

import asyncio
import random

import pytest
from sqlalchemy import select

from bot.dispatcher import feed
from cluster.access import Role
from cluster.evaluation.scoring import Verdict
from handlers.evaluation.taps import (
    ExpertTap,
    FigureTap,
    GoTap,
    KeepTap,
    MaterialTap,
    MineTap,
    ProgrammeTap,
    ReasonTap,
    SessionsTap,
    SessionTap,
    SheetTap,
    VerdictTap,
    WorkTap,
)
from storage.schema.audit import audit
from storage.schema.evaluation import evaluation_verdicts
from tests.stage import Stage


async def verdicts(stage: Stage) -> dict[tuple[int, str], str | None]:
    async with stage.world.app.db.read() as connection:
        v = evaluation_verdicts.c
        rows = await connection.execute(select(v.assignment_id, v.criterion, v.verdict))
        return {(row[0], row[1]): row[2] for row in rows}


async def test_a_double_tap_is_one_verdict(stage: Stage) -> None:
    await stage.open_session()
    await stage.begin()
    world, card = stage.world, stage.expert.chat(stage.world.bot).last_answer
    data = VerdictTap(a=1, i=0, v="m", r=0).pack()
    first, second = await stage.expert.press_data(card, data), await stage.expert.press_data(card, data)
    await world.settle()
    assert first.answer.text == "1.1: соответствует"
    assert "устарела" not in second.answer.text
    assert await verdicts(stage) == {(1, "1.1"): "meets"}
    assert "Критерий 2 из 14 · оценено 1" in stage.seen(stage.expert)


async def test_two_phones(stage: Stage) -> None:
    """The second phone still shows the empty criterion: its other verdict is answered with what is there."""
    await stage.open_session()
    await stage.begin()
    world, card = stage.world, stage.expert.chat(stage.world.bot).last_answer
    await world.tap(stage.expert, "Соответствует")
    late = await stage.expert.press_data(card, VerdictTap(a=1, i=0, v="f", r=0).pack())
    await world.settle()
    assert late.answer.text == "Эта карточка устарела. Вот как сейчас."
    assert "Критерий 1 из 14" in stage.seen(stage.expert)
    assert "✅ Соответствует" in world.buttons(stage.expert)
    assert await verdicts(stage) == {(1, "1.1"): "meets"}
    await world.tap(stage.expert, "Не соответствует")
    assert await verdicts(stage) == {(1, "1.1"): "fails"}


async def test_a_verdict_costs_four_statements(stage: Stage) -> None:
    """Who is talking, the sheet, the verdict, the audit."""
    await stage.open_session()
    await stage.begin()
    world, card = stage.world, stage.expert.chat(stage.world.bot).last_answer
    person, chat = stage.expert, {"id": stage.expert.id, "type": "private"}
    for number, (index, revision, code) in enumerate([(0, 0, "m"), (0, 1, "f"), (5, 0, "y"), (13, 0, "c")]):
        raw = {
            "update_id": 900_000_000 + number,
            "callback_query": {
                "id": f"{number}",
                "from": person.as_json(),
                "chat_instance": "1",
                "data": VerdictTap(a=1, i=index, v=code, r=revision).pack(),
                "message": {
                    "message_id": card.message_id,
                    "date": 1,
                    "chat": chat,
                    "text": "…",
                },
            },
        }
        with world.app.db.count_queries() as statements:
            await feed(world.app.bot, raw, world.app._belongings())
        own = [statement for statement in statements if "outbox" not in statement]  # delivery looks by itself
        assert 3 <= len(own) <= 4, own
    assert await verdicts(stage) == {(1, "1.1"): "fails", (1, "2.1"): "fails", (1, "3.3"): "cannot_assess"}


async def test_one_resumes_where_one_stopped(stage: Stage) -> None:
    world, expert = stage.world, stage.expert
    await stage.open_session()
    await stage.begin()
    await world.tap(expert, "Соответствует")
    await world.tap(expert, "Не соответствует")
    await world.say(expert, "/evaluate")
    await world.tap(expert, "15.02.12")
    await world.tap(expert, "Продолжить оценку")
    assert "1.2." in stage.seen(expert) and "Напишите, что не соответствует" in stage.seen(expert)
    await world.say(expert, "Нет современных компетенций")
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "3.2")
    await world.say(expert, "/evaluate")
    await world.tap(expert, "15.02.12")
    await world.tap(expert, "Продолжить оценку")
    assert "3.2." in stage.seen(expert)
    await world.say(expert, "5/8")
    assert "По факту: 62,5 %" in stage.seen(expert)
    assert "По норме: соответствует" in stage.seen(expert)


async def test_gaps_are_listed_and_jumped_to(stage: Stage) -> None:
    world, expert = stage.world, stage.expert
    await stage.open_session()
    await stage.begin()
    await world.tap(expert, "Не соответствует")
    await world.tap(expert, "Все критерии")
    assert "✏️ 1.1" in world.buttons(expert) and "▫️ 2.1" in world.buttons(expert)
    await world.tap(expert, "Итог листа")
    assert "Осталось закончить 14 критериев" in stage.seen(expert)
    await world.tap(expert, "Что осталось (14)")
    assert "1.1 — нет: замечания" in stage.seen(expert)
    assert "2.1 — нет: числа, оценки" in stage.seen(expert)
    card = expert.chat(world.bot).last_answer
    forged = await expert.press_data(card, WorkTap(a=1, do=WorkTap.SIGN).pack())
    await world.settle()
    assert "Лист не закончен" in forged.answer.text
    await world.tap(expert, "3.3")
    assert "3.3." in stage.seen(expert)


async def test_a_submitted_sheet_is_read_only(stage: Stage) -> None:
    world, expert = stage.world, stage.expert
    await stage.open_session()
    await stage.begin()
    await stage.score_all()
    card = expert.chat(world.bot).last_answer
    sign = WorkTap(a=1, do=WorkTap.SIGN).pack()
    presses = [await expert.press_data(card, sign) for _ in range(3)]
    await world.settle()
    assert presses[-1].answer.text == "Этот лист уже отправлен."
    files = [m for m in expert.chat(world.bot).from_bots if m.file]
    assert len(files) == 2, "one submission, however often it was tapped"
    before = await verdicts(stage)
    for tap in (
        VerdictTap(a=1, i=0, v="f", r=1),
        GoTap(a=1, i=3),
        GoTap(a=1, i=3, w="r"),
        KeepTap(a=1, i=0, how="r"),
        WorkTap(a=1, do=WorkTap.ALL),
        WorkTap(a=1, do=WorkTap.GAPS),
        WorkTap(a=1, do=WorkTap.SCORE),
        WorkTap(a=1, do=WorkTap.DECLINE),
    ):
        await expert.press_data(card, tap.pack())
        await world.settle()
        assert "Лист отправлен" in card_text(stage, card.message_id), tap
    assert await verdicts(stage) == before
    await expert.press_data(card, ReasonTap(a=1, why="no_time").pack())
    await world.settle()
    assert "Лист отправлен" in card_text(stage, card.message_id)


def card_text(stage: Stage, message_id: int) -> str:
    return next(m.body for m in stage.expert.chat(stage.world.bot).from_bots if m.message_id == message_id)


FORGED = [
    VerdictTap(a=1, i=0, v="m", r=0),
    VerdictTap(a=1, i=99, v="m", r=0),
    VerdictTap(a=1, i=-1, v="zz", r=-5),
    VerdictTap(a=10**15, i=0, v="m", r=0),
    GoTap(a=1, i=-7, w="zz"),
    GoTap(a=1, i=10**9),
    *[WorkTap(a=1, do=do) for do in ("k", "o", "a", "d", "l", "g", "m", "s", "S", "p", "zz")],
    MineTap(page=-4),
    ReasonTap(a=1, why="no_time"),
    ReasonTap(a=1, why="zz"),
    KeepTap(a=1, i=0, how="r"),
    KeepTap(a=1, i=500, how="zz"),
    MaterialTap(m=1, a=1),
    SessionsTap(page=-1),
    *[SessionTap(s=2, do=do, page=-3) for do in ("k", "o", "r", "t", "p", "c", "zz")],
    SessionTap(s=10**12, do="k"),
    *[ProgrammeTap(p=5, do=do, page=99) for do in ("k", "e", "m", "n", "zz")],
    ProgrammeTap(p=10**12, do="k"),
    FigureTap(p=5, i=1000),
    FigureTap(p=5, i=-1),
    ExpertTap(p=5, person=10**9, on=1, page=-1),
    ExpertTap(p=5, person=3, on=0, page=0),
    SheetTap(a=1),
]


@pytest.mark.parametrize(
    "who",
    [
        "college",
        "coordinator",
        *[
            pytest.param(who, marks=pytest.mark.slow)
            for who in ("guest", "colleague", "stranger_coordinator", "expert")
        ],
    ],
)
async def test_every_button_by_everybody(stage: Stage, who: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Stale, foreign and forged taps: a clear answer each, no incident, nobody else's verdict changes."""
    world = stage.world
    await stage.open_session(stage.expert)
    await stage.begin()
    if who == "guest":
        person = world.person("Гость")
        await world.say(person, "/start")
    elif who == "stranger_coordinator":
        other = await world.app.services.directory.create_builtin_cluster(stage.admin, "other cluster")
        person = await stage.add("Чужой Координатор", Role.COORDINATOR, cluster_id=other.cluster.id)
    else:
        person = getattr(stage, who)
    card = person.chat(world.bot).last_answer
    presses = []
    for data in [*(tap.pack() for tap in FORGED), "ev1:1", "ev1:x:y:z:w", "ew1:1:k:k", "es1", "ex1:1:2:3:4:5"]:
        presses.append(await person.press_data(card, data))
        if who == "guest":
            await world.wait(seconds=10)  # guests are answered so many times a minute
    await world.settle()
    assert [press.data for press in presses if press.answer is None] == []
    if who not in ("expert", "coordinator"):
        assert await verdicts(stage) == {}
    assert "incident" not in capsys.readouterr().out
    owned = [what for (assignment, _), what in (await verdicts(stage)).items() if assignment != 1]
    assert owned == []


async def test_the_order_of_taps_does_not_matter(stage: Stage) -> None:
    """Three experts tap the same verdicts in different orders and end with the same sheet."""
    third = await stage.add("Семён Третий", Role.EXPERT)
    overview = await stage.open_session(stage.expert, stage.colleague, third)
    scoring, source = stage.evaluation.scoring, random.Random(7)
    wanted = [(i, (Verdict.MEETS, Verdict.CANNOT_ASSESS)[i % 2]) for i in range(14)]
    sheets = []
    lines = (
        await stage.evaluation.sessions.overview(await stage.actor(stage.coordinator), overview.session.id)
    ).experts
    by_person = {line.person_id: line.assignment_id for line in lines}
    for person in (stage.expert, stage.colleague, third):
        actor = await stage.actor(person)
        a = by_person[actor.me]
        await scoring.accept(actor, a)
        await scoring.resume(actor, a)
        for i, verdict in source.sample(wanted, len(wanted)):
            assert (await scoring.judge(actor, a, i, verdict, 0)).applied
        work = await scoring.look(actor, a)
        sheets.append({key: answer.verdict for key, answer in work.answers.items()})
    assert sheets[0] == sheets[1] == sheets[2]
    assert list(sheets[0].values()).count(Verdict.MEETS) == 7


@pytest.mark.slow
async def test_thirty_experts_at_once(stage: Stage) -> None:
    """30 × 14 taps side by side through the whole bot: every confirmed verdict is stored, none is another's."""
    world = stage.world
    people = [await stage.add(f"Эксперт {n}", Role.EXPERT, settle=False) for n in range(30)]
    await world.settle()
    overview = await stage.open_session(*people)
    lines = (
        await stage.evaluation.sessions.overview(await stage.actor(stage.coordinator), overview.session.id)
    ).experts
    by_person = {line.person_id: line.assignment_id for line in lines}
    plan = {}
    for number, person in enumerate(people):
        a = by_person[(await stage.actor(person)).me]
        await stage.evaluation.scoring.accept(await stage.actor(person), a)
        plan[a] = (person, [("m", "c")[(number + i) % 2] for i in range(14)])
    await asyncio.gather(*[_score(stage, a, person, codes) for a, (person, codes) in plan.items()])
    await world.settle()
    expected = {
        (a, str(criterion)): {"m": "meets", "c": "cannot_assess"}[code]
        for a, (_, codes) in plan.items()
        for criterion, code in zip(overview.sheet.places, codes, strict=True)
    }
    assert await verdicts(stage) == expected
    async with world.app.db.read() as connection:
        noted = (await connection.execute(select(audit.c.id).where(audit.c.action == "evaluation_answered"))).all()
    assert len(noted) == 30 * 14


async def _score(stage: Stage, a: int, person, codes: list[str]) -> None:
    card = person.chat(stage.world.bot).last_answer
    presses = [await person.press_data(card, VerdictTap(a=a, i=i, v=code, r=0).pack()) for i, code in enumerate(codes)]
    for press in presses:
        assert await press.answered(60) is not None
