"""What the college presents, as an expert opens it."""

import pytest

from cluster.evaluation.model import MaterialKind, Part
from sandbox.files import Upload
from services.evaluation import NewMaterial
from tests.stage import Stage


async def attach(stage: Stage, kind: MaterialKind, reference: str) -> None:
    coordinator = await stage.actor(stage.coordinator)
    overview = await stage.open_session()
    new = NewMaterial(Part.CARD, kind, reference, "Визитная карточка.pdf")
    await stage.evaluation.programmes.add_material(coordinator, overview.programmes[0].id, new, "m")
    await stage.world.tap(stage.expert, "Согласиться")
    await stage.world.tap(stage.expert, "Не связан")
    await stage.world.tap(stage.expert, "Материалы программы")


async def test_a_file_comes_below_the_card(stage: Stage) -> None:
    file = stage.world.telegram.files.add("document", Upload("card.pdf", b"%PDF-1.4 card"))
    await attach(stage, MaterialKind.DOCUMENT, file.file_id)
    await stage.world.tap(stage.expert, "Визитная карточка")
    sent = stage.expert.chat(stage.world.bot).last_answer
    assert sent.document is not None
    assert sent.document.data == b"%PDF-1.4 card"


@pytest.mark.parametrize("kind", [MaterialKind.DOCUMENT, MaterialKind.PHOTO])
async def test_a_file_telegram_does_not_know_any_more_is_said_so(stage: Stage, kind: MaterialKind) -> None:
    await attach(stage, kind, "AgACAgIAAxkBAAIBlost")
    await stage.world.tap(stage.expert, "Визитная карточка")
    assert "больше не хранится. Попросите координатора" in stage.world.last(stage.expert)
