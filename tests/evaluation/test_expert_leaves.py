"""An expert who scores a programme withdraws: the coordinator looks for another, words and voices are gone."""

import json

from sqlalchemy import text

from tests.people.test_privacy import everything
from tests.stage import Stage


async def leave(stage: Stage) -> None:
    await stage.world.say(stage.expert, "/privacy")
    await stage.world.tap(stage.expert, "Отозвать согласие…")
    await stage.world.tap(stage.expert, "Да, отозвать")


async def test_a_sheet_that_is_awaited_is_declined(stage: Stage) -> None:
    await stage.open_session()
    await stage.begin()
    await stage.world.tap(stage.expert, "Не соответствует")
    await stage.world.say(stage.expert, "Нужна стажировка преподавателей")
    expert = await stage.actor(stage.expert)
    exported = await stage.world.app.services.privacy.export(expert)
    assert "Нужна стажировка преподавателей" in json.dumps(exported, ensure_ascii=False)
    await leave(stage)
    async with stage.world.app.db.read() as connection:
        state = await connection.scalar(
            text("SELECT state FROM evaluation_assignments WHERE person_id = :id"), {"id": expert.me}
        )
    assert state == "declined"
    told = "\n".join(message.body for message in stage.coordinator.chat(stage.world.bot).from_bots)
    assert f"Ч-{expert.me:06d}" in told
    for table, rows in (await everything(stage.world)).items():
        assert stage.expert.first_name not in rows, table
        assert str(stage.expert.id) not in rows, table


async def test_a_signed_sheet_stays_with_the_code(stage: Stage) -> None:
    await stage.open_session()
    await stage.begin()
    await stage.score_all()
    await stage.world.tap(stage.expert, "Отправить лист")
    await stage.world.tap(stage.expert, "Отправить")
    expert = await stage.actor(stage.expert)
    await leave(stage)
    async with stage.world.app.db.read() as connection:
        state = await connection.scalar(
            text("SELECT state FROM evaluation_assignments WHERE person_id = :id"), {"id": expert.me}
        )
        kept = await connection.scalar(text("SELECT count(*) FROM evaluation_submissions"))
    assert (state, kept) == ("submitted", 1)
    for table, rows in (await everything(stage.world)).items():
        assert stage.expert.first_name not in rows, table
