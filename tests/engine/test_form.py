"""The form engine through a real form: a new expert session, filled by a coordinator."""

import pytest

from sandbox.acts import Attachment
from tests.stage import Stage

TITLE = "Сессия «Июнь» <b>&"


async def begin(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Новая сессия")


async def fill(stage: Stage) -> None:
    """Up to the last look."""
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    await world.say(coordinator, TITLE)
    await world.say(coordinator, "21.06.2022")
    await world.say(coordinator, "30.06")
    await world.say(coordinator, "29.06.22")
    await world.say(coordinator, "2")


async def sessions(stage: Stage) -> list[str]:
    page = await stage.evaluation.sessions.sessions(await stage.actor(stage.coordinator))
    return [session.title for session in page.items]


async def test_from_the_first_question_to_the_new_session(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    before = await sessions(stage)
    await fill(stage)
    look = world.last(coordinator)
    for value in (TITLE, "21 июня 2022 г.", "30 июня 2022 г.", "29 июня 2022 г.", "2"):
        assert value in look.replace("\u00a0", " ")
    assert await sessions(stage) == before
    await world.tap(coordinator, "Всё верно")
    assert TITLE in world.last(coordinator)
    assert sorted(await sessions(stage)) == sorted([*before, TITLE])


async def test_confirming_twice_makes_one(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await fill(stage)
    card = coordinator.chat(world.bot).last_answer
    first, second = await coordinator.press(card, "✅ Всё верно"), await coordinator.press_data(card, _data(card))
    await world.settle()
    assert first.answer is not None
    assert second.answer is not None
    assert (await sessions(stage)).count(TITLE) == 1


def _data(card: object) -> str:
    markup = card.markup  # type: ignore[attr-defined]
    data: str = markup["inline_keyboard"][0][0]["callback_data"]
    return data


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("вчера-позавчера", "Не удалось прочитать дату. Напишите, например, 21.06.2022"),
        ("31.02.2022", "Не удалось прочитать дату"),
        ("20.06.2022", "раньше допустимого. Подходит 21 июня 2022 г. или позже"),
    ],
)
async def test_a_wrong_answer_says_what_was_expected_and_keeps_the_rest(stage: Stage, typed: str, said: str) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    await world.say(coordinator, TITLE)
    await world.say(coordinator, "21.06.2022")
    answer = await world.say(coordinator, typed)
    assert said in answer.replace("\u00a0", " ")
    assert "шаг 3" in answer
    await world.say(coordinator, "30.06.2022")
    assert "шаг 4" in world.last(coordinator)


async def test_a_text_over_the_limit_is_told_by_how_much(stage: Stage) -> None:
    world = stage.world
    await begin(stage)
    answer = await world.say(stage.coordinator, "я" * 213)
    assert "13" in answer
    assert "шаг 1" in answer


async def test_back_keeps_what_was_entered_and_edit_returns_to_the_last_look(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    await world.say(coordinator, TITLE)
    await world.tap(coordinator, "Назад")
    assert f"Сейчас: {TITLE}" in world.last(coordinator)
    await world.say(coordinator, TITLE)
    for answer in ("21.06.2022", "30.06.2022", "29.06.2022", "2"):
        await world.say(coordinator, answer)
    await world.tap(coordinator, "✏️ Название")
    await world.say(coordinator, "Другое название")
    assert "Другое название" in world.last(coordinator)
    assert "Всё верно" in "".join(world.buttons(coordinator))


async def test_the_calendar_marks_days_off_and_offers_no_day_that_is_too_early(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    await world.say(coordinator, TITLE)
    days = world.buttons(coordinator)
    assert "июнь 2022" in days
    assert {"12·", "13·", "14", "25·"} <= set(days)  # 12 June is a holiday on a Sunday, so Monday the 13th is free
    await world.tap(coordinator, "›")
    assert "июль 2022" in world.buttons(coordinator)
    await world.tap(coordinator, "‹")
    await world.tap(coordinator, "21")
    assert "шаг 3" in world.last(coordinator)
    days = world.buttons(coordinator)
    assert "21" in days
    assert "20" not in days


async def test_a_button_of_an_earlier_question_shows_the_current_one(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    await world.say(coordinator, TITLE)
    question = coordinator.chat(world.bot).last_answer
    await world.say(coordinator, "21.06.2022")
    press = await coordinator.press(question, "22")
    await world.settle()
    assert press.answer is not None
    assert "предыдущего шага" in press.answer.text
    assert "шаг 3" in question.body


async def test_cancel_keeps_what_was_entered(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    await world.say(coordinator, TITLE)
    await world.tap(coordinator, "Отменить")
    assert "заполнение остановлено" in world.last(coordinator)
    await world.say(coordinator, "21.06.2022")
    assert "шаг" not in world.last(coordinator)
    await world.tap(coordinator, "Продолжить заполнение")
    await world.say(coordinator, "21.06.2022")
    assert "шаг 3" in world.last(coordinator)


async def test_a_command_in_the_middle_offers_to_go_on(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    await world.say(coordinator, TITLE)
    await world.say(coordinator, "/menu")
    assert "Продолжить заполнение" in world.buttons(coordinator)
    await world.tap(coordinator, "Продолжить заполнение")
    assert "шаг 2" in world.last(coordinator)


async def test_an_album_instead_of_an_answer_is_answered_once(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    count = len(coordinator.chat(world.bot).from_bots)
    await coordinator.send_album(world.bot, [Attachment("document", b"x", f"{n}.txt", "подпись") for n in range(5)])
    await world.settle()
    answers = coordinator.chat(world.bot).from_bots[count:]
    assert len(answers) == 1
    assert "Здесь нужен ответ текстом" in answers[0].body


async def test_voice_and_sticker_are_answered(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await begin(stage)
    for send in (coordinator.send_voice(world.bot, b"voice"), coordinator.send_sticker(world.bot)):
        await send
        await world.settle()
        assert "Здесь нужен ответ текстом" in world.last(coordinator)
        assert "шаг 1" in world.last(coordinator)
