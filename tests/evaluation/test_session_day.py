"""The day of a session: slots, the open programme, a row that asks for a programme; what lies beside the card."""

from cluster.evaluation.model import MaterialKind, Part
from sandbox.files import Upload
from services.evaluation import NewMaterial, NewProgramme
from tests.stage import Stage


async def test_the_chair_opens_programmes_one_after_another(stage: Stage) -> None:
    world, chair = stage.world, stage.coordinator
    overview = await stage.open_session(stage.expert, stage.colleague)
    await stage.begin(stage.expert)
    await stage.begin(stage.colleague)
    await world.say(chair, "/evaluate")
    await world.tap(chair, "Экспертная сессия, июнь 2022")
    await world.tap(chair, "Программа дня")
    assert "Время не назначено" in stage.seen(chair)
    await world.tap(chair, "Время: 15.02.12")
    await world.say(chair, "23.06.2022")
    await world.say(chair, "половина одиннадцатого")
    assert "Нужно время, например 10:30" in stage.seen(chair)
    await world.say(chair, "10:30")
    await world.tap(chair, "20")
    await world.say(chair, "Мария Колледжева")
    await world.tap(chair, "Всё верно")
    assert "23 июня 2022 г., 10:30, 20 мин" in stage.seen(chair)
    await world.tap(chair, "Вести сессию")
    await world.tap(chair, "Открыть первую программу")
    assert "Сейчас представляют эту программу" in stage.seen(stage.expert)
    assert "Представляет: Мария Колледжева" in stage.seen(stage.colleague)
    assert "ещё оценивают: 2" in stage.seen(chair)
    await world.tap(stage.expert, "Продолжить оценку")
    await stage.score_all(stage.expert)
    await world.tap(stage.expert, "Отправить лист")
    await world.tap(stage.expert, "Отправить")
    live = overview.programmes[0].id
    found = await stage.evaluation.live.day(await stage.actor(chair), overview.session.id)
    assert found.now is not None and found.now.id == live
    await world.say(chair, "/evaluate")
    await world.tap(chair, "Экспертная сессия, июнь 2022")
    await world.tap(chair, "Программа дня")
    await world.tap(chair, "Вести сессию")
    assert "Листов сдано: 1, ещё оценивают: 1" in stage.seen(chair)


async def test_a_college_without_a_programme_is_asked_for_one(stage: Stage) -> None:
    world, chair, college = stage.world, stage.coordinator, stage.college
    overview = await stage.open_session()
    actor = await stage.actor(chair)
    missing = NewProgramme(stage.colleges[0][0], None, None, {})
    card = await stage.evaluation.programmes.add(actor, overview.session.id, missing, "missing")
    person_id = (await stage.actor(stage.colleague)).me
    await stage.evaluation.sessions.set_expert(actor, card.programme.id, person_id, wanted=True)
    await world.say(chair, "/evaluate")
    await world.tap(chair, "Экспертная сессия, июнь 2022")
    assert "Колледж ещё не назвал программу" in stage.seen(chair)
    await world.tap(chair, "ОГБПОУ")
    await world.tap(chair, "Попросить колледж назвать программу")
    assert "Просьба отправлена 1 представителю" in stage.seen(chair)
    assert "Назовите программу для экспертизы" in stage.seen(college)
    await world.tap(college, "Назвать программу")
    await world.say(college, "13.02.11")
    await world.say(college, "Техническая эксплуатация электрического оборудования")
    await world.tap(college, "Всё верно")
    assert "Программа записана" in stage.seen(college)
    assert "Колледж назвал программу" in stage.seen(chair)
    assert "13.02.11" in stage.seen(stage.colleague), "the expert chosen for the row is invited"


async def test_beside_the_card(stage: Stage) -> None:
    """Materials are opened and closed without leaving the place; a voice message shows its length."""
    world, expert = stage.world, stage.expert
    overview = await stage.open_session()
    file = world.telegram.files.add("document", Upload("card.pdf", b"%PDF-1.4 card"))
    new = NewMaterial(Part.CONDITIONS, MaterialKind.DOCUMENT, file.file_id, "Лаборатории.pdf")
    await stage.evaluation.programmes.add_material(
        await stage.actor(stage.coordinator), overview.programmes[0].id, new, "m"
    )
    await stage.begin()
    await world.tap(expert, "Соответствует")
    await world.tap(expert, "Материалы")
    assert "Условия реализации программы" in stage.seen(expert)
    await world.tap(expert, "Лаборатории.pdf")
    await world.tap(expert, "К критерию")
    assert "Критерий 2 из 14" in (await current_card(stage))
    await world.tap(expert, "Не соответствует")
    await expert.send_voice(world.bot, b"OggS", 12)
    await world.settle()
    assert "Голосовое 0:12 приложено к 1.2" in stage.seen(expert)
    await world.tap(expert, "Назад")
    await world.tap(expert, "Файлы (1)")
    assert "🎤 Голосовое, 0:12" in world.buttons(expert)
    await world.tap(expert, "Голосовое, 0:12")
    assert expert.chat(world.bot).from_bots[-1].file is not None


async def current_card(stage: Stage) -> str:
    return next(m.body for m in reversed(stage.expert.chat(stage.world.bot).from_bots) if "Критерий" in m.body).replace(
        "\u00a0", " "
    )


async def test_an_own_earlier_remark_is_taken_again(stage: Stage) -> None:
    world, expert = stage.world, stage.expert
    overview = await stage.open_session()
    await stage.begin()
    await world.tap(expert, "Не соответствует")
    await world.say(expert, "Нет российских систем ЧПУ")
    actor = await stage.actor(stage.coordinator)
    other = NewProgramme(stage.colleges[1][0], "13.02.11", "Электрооборудование", {})
    card = await stage.evaluation.programmes.add(actor, overview.session.id, other, "other")
    await stage.evaluation.sessions.set_expert(actor, card.programme.id, (await stage.actor(expert)).me, wanted=True)
    await world.settle()
    await stage.begin()
    await world.tap(expert, "Не соответствует")
    await world.tap(expert, "Мои прежние замечания")
    assert "Нет российских систем ЧПУ" in stage.seen(expert) and "15.02.12" in stage.seen(expert)
    await world.tap(expert, "1")
    assert "Критерий 2 из 14 · оценено 1" in stage.seen(expert)
    work = (await stage.evaluation.scoring.mine(await stage.actor(expert)))[1]
    assert work.answers["1.1"].remark == "Нет российских систем ЧПУ"
