"""Conflicts of interest: asked at acceptance and before signing, seen when roles change; a coordinator's own."""

from cluster.access import Membership, Role
from cluster.evaluation.states import AssignmentState
from handlers.evaluation.taps import MaterialTap, ProgrammeTap, SheetTap, VerdictTap, WorkTap
from storage import roles
from tests.stage import Stage


async def states(stage: Stage, session_id: int) -> dict[str, AssignmentState]:
    actor = await stage.actor(stage.coordinator)
    return {one.name: one.state for one in (await stage.evaluation.sessions.overview(actor, session_id)).experts}


async def test_a_hard_conflict_closes_the_sheet_and_tells_the_coordinator(stage: Stage) -> None:
    world, expert = stage.world, stage.expert
    overview = await stage.open_session()
    await world.tap(expert, "Согласиться")
    await world.tap(expert, "Работаю или преподаю там")
    assert "лист и материалы этой программы закроются" in stage.seen(expert)
    assert await states(stage, overview.session.id) == {"Иван Экспертов": AssignmentState.INVITED}
    await world.tap(expert, "Да, верно")
    assert "Конфликт интересов: лист и материалы закрыты" in stage.seen(expert)
    assert "Связан с этим колледжем" in stage.seen(stage.coordinator)
    assert await states(stage, overview.session.id) == {"Иван Экспертов": AssignmentState.DECLINED}
    card = expert.chat(world.bot).last_answer
    for tap in (
        WorkTap(a=1, do=WorkTap.MATERIALS),
        WorkTap(a=1, do=WorkTap.ACCEPT),
        WorkTap(a=1, do=WorkTap.SCORE),
        VerdictTap(a=1, i=0, v="m", r=0),
        MaterialTap(m=1, a=1),
    ):
        await expert.press_data(card, tap.pack())
        await world.settle()
        assert "Критерий" not in stage.seen(expert), tap


async def test_a_soft_conflict_is_kept_and_repeated_before_signing(stage: Stage) -> None:
    world, expert = stage.world, stage.expert
    await stage.open_session()
    await world.tap(expert, "Согласиться")
    await world.tap(expert, "Договор о практике")
    await world.tap(expert, "Начать оценку")
    await stage.score_all()
    await world.tap(expert, "Отправить лист")
    assert "с колледжем есть договор о практике" in stage.seen(expert)
    await world.tap(expert, "Связь с колледжем изменилась")
    await world.tap(expert, "Не связан")
    assert "Вы не связаны с колледжем" in stage.seen(expert)
    await world.tap(expert, "Связь с колледжем изменилась")
    await world.tap(expert, "Соавтор программы")
    await world.tap(expert, "Да, верно")
    assert "лист и материалы закрыты" in stage.seen(expert)


async def test_a_new_role_in_the_college_is_seen_at_once(stage: Stage) -> None:
    """Between two taps the expert becomes somebody of the college: the next tap has no effect, all are told."""
    world, expert = stage.world, stage.expert
    overview = await stage.open_session()
    await stage.begin()
    await world.tap(expert, "Соответствует")
    me = await stage.actor(expert)
    async with world.app.db.write() as tx:
        college = Membership(stage.cluster_id, stage.colleges[0][0], Role.MENTOR)
        await roles.grant(tx, me.me, college, None, world.clock.now())
    scored = await stage.evaluation.scoring.judge(me, 1, 1, None, 0)
    assert not scored.applied
    await world.wait(minutes=2)
    assert "Из-за конфликта интересов программу оценит другой эксперт" in stage.seen(expert)
    assert "Иван Экспертов связан(а) с колледжем" in stage.seen(stage.coordinator)
    assert await states(stage, overview.session.id) == {"Иван Экспертов": AssignmentState.DECLINED}
    told = len(stage.coordinator.chat(world.bot).from_bots)
    await world.wait(minutes=5)
    assert len(stage.coordinator.chat(world.bot).from_bots) == told, "once"


async def test_a_coordinator_with_a_conflict_sees_only_that(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    deputy = await stage.add("Виктор Громов", Role.COORDINATOR)
    overview = await stage.open_session()
    programme = overview.programmes[0].id
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Экспертная сессия, июнь 2022")
    await world.tap(coordinator, "15.02.12")
    await world.tap(coordinator, "У меня конфликт интересов")
    await world.tap(coordinator, "Там работает или учится родственник")
    await world.tap(coordinator, "Да, верно")
    assert "Экспертизу этой программы ведёт другой координатор" in stage.seen(coordinator)
    await stage.begin()
    await stage.score_all()
    await world.tap(stage.expert, "Отправить лист")
    await world.tap(stage.expert, "Отправить")
    assert "Пришёл экспертный лист" in "\n".join(message.body for message in deputy.chat(world.bot).from_bots)
    everything = "\n".join(message.body for message in coordinator.chat(world.bot).from_bots)
    assert "Пришёл экспертный лист" not in everything
    card = coordinator.chat(world.bot).last_answer
    for tap in (ProgrammeTap(p=programme, do="e"), ProgrammeTap(p=programme, do="k"), SheetTap(a=1)):
        before = len(coordinator.chat(world.bot).messages)
        press = await coordinator.press_data(card, tap.pack())
        await world.settle()
        shown = [press.answer.text or "", *(m.body for m in coordinator.chat(world.bot).messages[before:])]
        assert not any("Иван" in text for text in shown), tap
        assert not any(m.file for m in coordinator.chat(world.bot).messages[before:]), tap
    await world.say(coordinator, "/journal")
    assert "Экспертный лист подписан" not in stage.seen(coordinator)
    await world.say(deputy, "/journal")
    assert "Экспертный лист подписан" in stage.seen(deputy)
