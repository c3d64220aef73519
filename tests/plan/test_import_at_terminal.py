"""`python -m bot import-plan`: a preview at the terminal, and adopting in the name of the first coordinator."""

from pathlib import Path

from sqlalchemy import text

from bot.__main__ import _parser
from bot.plan_import import import_plan
from cluster.data import industrial_tomsk
from tests.reading import office_plans, spoiled
from tests.stage import Stage


async def _run(stage: Stage, *arguments: str) -> tuple[bool, str]:
    said: list[str] = []
    fine = await import_plan(stage.world.app, _parser().parse_args(["import-plan", *arguments]), said.append)
    return fine, "\n".join(said)


async def _count(stage: Stage, table: str) -> int:
    async with stage.world.app.db.read() as connection:
        return int(await connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


async def test_preview_then_adoption(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "план.docx"
    file.write_bytes(office_plans.docx(industrial_tomsk().plans[1]))
    cluster = ("--cluster", str(stage.cluster_id))
    fine, said = await _run(stage, str(file), *cluster)
    assert fine, said
    assert "17 строк в 4 разделах" in said
    assert "4.4 Разработка профориентационной программы" in said
    assert await _count(stage, "obligations") == 0
    fine, said = await _run(stage, str(file), *cluster, "--adopt")
    assert fine
    assert "План принят" in said
    assert await _count(stage, "obligations") > 60


async def test_what_is_wrong_is_said(stage: Stage, tmp_path: Path) -> None:
    cluster = ("--cluster", str(stage.cluster_id))
    file = tmp_path / "план.xlsx"
    file.write_bytes(spoiled.xlsx(office_plans.HEAD, ("1.1.", "Чемпионат", "ТЭПК", "Май", "")))
    fine, said = await _run(stage, str(file), *cluster)
    assert not fine
    assert "--year" in said
    fine, said = await _run(stage, str(file), *cluster, "--year", "2022/2023")
    assert fine
    assert "31.05.2023" in said
    assert not (await _run(stage, str(tmp_path / "нет.xlsx"), *cluster))[0]
    assert not (await _run(stage, str(file), "--cluster", "99"))[0]
    file.write_bytes(spoiled.with_password())
    fine, said = await _run(stage, str(file), *cluster)
    assert not fine
    assert "закрыт паролем" in said
    assert await _count(stage, "plan_imports WHERE state = 'open'") == 0
