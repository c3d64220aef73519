"""What an expert writes and sends while a sheet is open: nothing is lost, nothing lands in the wrong place."""

import pytest
from sqlalchemy import select

from sandbox.acts import Attachment
from storage.schema.evaluation import evaluation_assignments, evaluation_evidence, evaluation_verdicts
from tests.stage import Stage

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf00000003010100c9fe92ef0000000049454e44ae426082"
)


async def said(stage: Stage, criterion: str) -> tuple[str | None, int | None, str | None, int]:
    """Verdict, value, remark and number of files of a criterion; nothing said is four blanks."""
    async with stage.world.app.db.read() as connection:
        v = evaluation_verdicts.c
        row = (
            await connection.execute(select(v.verdict, v.value, v.remark, v.evidence).where(v.criterion == criterion))
        ).one_or_none()
        return tuple(row) if row else (None, None, None, 0)


@pytest.fixture
async def at_first(stage: Stage) -> Stage:
    """The expert stands at criterion 1.1."""
    await stage.open_session()
    await stage.begin()
    return stage


HOSTILE = [
    "<b>&</i> \"'</blockquote>",
    "👩🏽‍🏭🔥 огонь",
    "مرحبا بالعالم компрессор שלום",
    "{ $programme } { -term } %s {0}",
    "/ не команда",
    "'; DROP TABLE evaluation_verdicts; --",
    "строка\nи ещё строка\n\n\nконец",
]


async def test_a_remark_is_kept_as_it_was_written(at_first: Stage) -> None:
    """One after another in place of each other; a command where a remark is asked for is none."""
    stage, expert = at_first, at_first.expert
    await stage.world.tap(expert, "Не соответствует")
    for number, text in enumerate(HOSTILE):
        if number:
            await stage.world.tap(expert, "Все критерии")
            await stage.world.tap(expert, "1.1")
            await stage.world.tap(expert, "Замечание")
        typed = "x" + text if text.startswith("/") else text
        await stage.world.say(expert, typed)
        assert "Замечание к 1.1 записано." in stage.seen(expert), typed
        assert (await said(stage, "1.1"))[2] == typed
        await stage.world.tap(expert, "Все критерии")
        await stage.world.tap(expert, "Итог листа")
        assert typed.split(maxsplit=1)[0] in stage.seen(expert)


async def test_a_text_nobody_asked_for_is_offered(at_first: Stage) -> None:
    stage, expert = at_first, at_first.expert
    await stage.world.say(expert, "Хорошая программа")
    assert "Записать это как замечание к критерию 1.1?" in stage.seen(expert)
    assert await said(stage, "1.1") == (None, None, None, 0)
    offer = expert.chat(stage.world.bot).last_answer
    await stage.world.tap(expert, "Да, записать к 1.1")
    assert await said(stage, "1.1") == (None, None, "Хорошая программа", 0)
    assert "Замечание: Хорошая программа" in stage.seen(expert)
    late = await expert.press_data(offer, "ek1:1:1:r")
    await stage.world.settle()
    assert "устарела" in late.answer.text
    await stage.world.say(expert, "и ещё")
    await stage.world.tap(expert, "Добавить к замечанию 1.1")
    assert (await said(stage, "1.1"))[2] == "Хорошая программа\nи ещё"


async def test_an_offer_is_for_the_criterion_it_was_made_at(at_first: Stage) -> None:
    stage, expert = at_first, at_first.expert
    await stage.world.say(expert, "Мысль к первому")
    await stage.world.tap(expert, "Не записывать")
    assert await said(stage, "1.1") == (None, None, None, 0)
    await stage.world.tap(expert, "Соответствует")
    await stage.world.say(expert, "Мысль ко второму")
    await stage.world.tap(expert, "Да, записать к 1.2")
    assert (await said(stage, "1.2"))[2] == "Мысль ко второму"


@pytest.mark.parametrize("asked", [True, False])
async def test_five_thousand_characters(at_first: Stage, asked: bool) -> None:
    """The phone sends them as two messages; they are one remark, too long, and its beginning can be taken."""
    stage, expert = at_first, at_first.expert
    if asked:
        await stage.world.tap(expert, "Не соответствует")
    long = "".join(f"{n:04d} " for n in range(1000))
    await stage.world.say(expert, long.strip() + "!")
    assert "лишние 3 000 знаков" in stage.seen(expert)
    assert (await said(stage, "1.1"))[2] is None
    await stage.world.tap(expert, "Взять первые 2")
    assert (await said(stage, "1.1"))[2] == long[:2000]


async def test_a_shorter_text_after_a_long_one(at_first: Stage) -> None:
    stage, expert = at_first, at_first.expert
    await stage.world.tap(expert, "Не соответствует")
    await stage.world.say(expert, "я" * 2001)
    assert "лишний 1 знак" in stage.seen(expert)
    await stage.world.wait(seconds=20)
    await stage.world.say(expert, "я" * 2000)
    assert (await said(stage, "1.1"))[2] == "я" * 2000


NO_VALUES = [
    ("101", "а доля бывает от 0 до 100 %"),
    ("5/0", "Нужно число от 0 до 100"),
    ("около 70", "Нужно число от 0 до 100"),
    ("Не знаю, надо спросить у завуча колледжа", "Записать это как замечание к критерию 2.1?"),
]


async def test_a_value_that_is_none(at_first: Stage) -> None:
    stage, expert = at_first, at_first.expert
    await stage.world.tap(expert, "Все критерии")
    await stage.world.tap(expert, "2.1")
    for typed, answer in NO_VALUES:
        await stage.world.say(expert, typed)
        assert answer in stage.seen(expert), typed
        assert await said(stage, "2.1") == (None, None, None, 0)
    await stage.world.say(expert, "100 %")
    assert await said(stage, "2.1") == (None, 100_00, None, 0)


async def test_against_the_norm_a_remark_is_needed(at_first: Stage) -> None:
    stage, expert = at_first, at_first.expert
    await stage.world.tap(expert, "Все критерии")
    await stage.world.tap(expert, "3.2")
    await stage.world.say(expert, "60")
    assert "По норме: не соответствует" in stage.seen(expert)
    await stage.world.tap(expert, "Соответствует")
    assert "Ваша оценка расходится с нормой. Напишите почему." in stage.seen(expert)
    await stage.world.say(expert, "Двое служат в армии")
    assert await said(stage, "3.2") == ("meets", 60_00, "Двое служат в армии", 0)


async def test_a_voice_message_stands_for_a_remark(at_first: Stage) -> None:
    stage, expert, world = at_first, at_first.expert, at_first.world
    await expert.send_voice(world.bot, b"OggS", duration=12)
    await world.settle()
    assert "Файл к листу не приложен" in stage.seen(expert)
    await world.tap(expert, "Не соответствует")
    await expert.send_voice(world.bot, b"OggS", duration=12)
    await world.settle()
    assert "Голосовое 0:12 приложено к 1.1." in stage.seen(expert)
    assert "Критерий 2 из 14 · оценено 1" in stage.seen(expert)
    assert await said(stage, "1.1") == ("fails", None, None, 1)
    async with world.app.db.read() as connection:
        kept = (await connection.execute(select(evaluation_evidence))).one()
    assert (kept.kind, kept.seconds, kept.criterion) == ("voice", 12, "1.1")


async def test_an_album_is_one_remark_and_one_answer(at_first: Stage) -> None:
    stage, expert, world = at_first, at_first.expert, at_first.world
    await world.tap(expert, "Не соответствует")
    before = len(expert.chat(world.bot).from_bots)
    album = [Attachment("photo", PNG + bytes([n]), f"{n}.png", "Старые станки" if n == 0 else "") for n in range(10)]
    await expert.send_album(world.bot, album)
    await world.settle()
    assert len(expert.chat(world.bot).from_bots) == before + 1
    assert await said(stage, "1.1") == ("fails", None, "Старые станки", 10)
    assert await said(stage, "1.2") == (None, None, None, 0)


async def test_an_album_nobody_asked_for_is_answered_once(at_first: Stage) -> None:
    stage, expert, world = at_first, at_first.expert, at_first.world
    before = len(expert.chat(world.bot).from_bots)
    await expert.send_album(world.bot, [Attachment("photo", PNG + bytes([n]), f"{n}.png") for n in range(10)])
    await world.settle()
    assert len(expert.chat(world.bot).from_bots) == before + 1
    assert "Файл к листу не приложен" in stage.seen(expert)


async def test_a_message_processed_twice_counts_once(at_first: Stage) -> None:
    """After a crash an update is handled again: the remark does not spill onto the next criterion."""
    stage, expert, world = at_first, at_first.expert, at_first.world
    await world.tap(expert, "Не соответствует")
    await world.say(expert, "Нет")
    async with world.app.db.read() as connection:
        heard = await connection.scalar(select(evaluation_assignments.c.heard_message))
    remarks = stage.evaluation.remarks
    from services.evaluation import Outcome, Said

    again = await remarks.hear(await stage.actor(expert), 1, Said(heard, "Нет", world.clock.now()))
    assert again.outcome is Outcome.AGAIN
    assert again.scored.work.pending is None
    assert await said(stage, "1.1") == ("fails", None, "Нет", 0)


async def test_without_an_open_sheet_a_text_is_nobodys_remark(stage: Stage) -> None:
    await stage.open_session()
    await stage.world.say(stage.expert, "Здравствуйте")
    assert "замечание" not in stage.seen(stage.expert)
