"""Matching in the running bot: from requests to proposals, with a decline that is matched anew at once."""

import asyncio
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cluster.matching.model import Goal
from cluster.practice.acceptance import PlacementReason, PlacementState
from cluster.practice.listing import NewIntern
from cluster.practice.mentors import Rota, RotaKind
from cluster.practice.places import ClearanceKind, ContractForm, Requirement, Shift, Supervision
from cluster.practice.runs import RunState
from services.practice.matching import RunCard
from storage import practice_placements as records
from storage import practice_runs
from tests.practice.office import JULY, Office

THREE = (NewIntern("1", 2003, "Томск"), NewIntern("2", 2003, "Томск"), NewIntern("3", 2003, "Томск"))


async def matched(office: Office, goal: Goal = Goal.MOST) -> RunCard:
    """A finished run."""
    actor = await office.actor(office.coordinator)
    run = await office.practice.matching.start(actor, goal)
    await office.world.settle()
    return await office.practice.matching.look(actor, run.id, compare=True, check=True)


async def live(office: Office) -> dict[int, int]:
    """Intern → place of all live placements."""
    async with office.world.app.db.read() as connection:
        found, _ = await records.placements(connection, office.cluster_id, states=[PlacementState.PROPOSED])
    return {one.intern_id: one.place_id for one in found}


async def test_from_a_tap_to_proposals(office: Office) -> None:
    await office.list_mentor(office.mentor)
    await office.offer(capacity=2)
    await office.ask(*THREE)
    world, who = office.world, office.coordinator
    await world.say(who, "/practice")
    await world.tap(who, "Подбор")
    assert "Ждут места: 3" in office.seen(who)
    assert await world.tap(who, "Подобрать") == "Подбор начат"
    assert "Подбор № 1 готов: размещены 2 из 3" in office.seen(who)
    await world.tap(who, "Посмотреть")
    assert "без места 1" in office.seen(who)
    assert "это доказано" in office.seen(who)
    assert await live(office) == {}

    await world.tap(who, "По предприятиям")
    await world.tap(who, ": 2")
    await world.tap(who, world.buttons(who)[0])
    assert "Почему это место" in office.seen(who)
    assert await world.tap(who, "Закрепить") == "Учтётся при следующем подборе"
    assert "Снять закрепление" in world.buttons(who)
    await world.tap(who, "К подбору")
    await world.tap(who, "Без места: 1")
    await world.tap(who, world.buttons(who)[0])
    assert "Поможет: +1 место" in office.seen(who)

    await world.tap(who, "К подбору")
    await world.tap(who, "Опубликовать")
    await world.tap(who, "Да, разослать")
    assert "опубликован" in office.seen(who)
    assert len(await live(office)) == 2
    assert "Ваших практикантов без места: 1" in office.told(office.college)
    await world.tap(office.college, "Кто без места и почему")
    assert "Поможет: +1 место" in office.seen(office.college)
    assert "медосмотр" not in office.told(office.enterprise)


async def test_publishing_twice_proposes_once(office: Office) -> None:
    await office.list_mentor(office.mentor)
    await office.offer(capacity=3)
    await office.ask(*THREE)
    card = await matched(office)
    actor = await office.actor(office.coordinator)
    publish = office.practice.matching.publish
    first, second = [await publish(actor, card.run.id) for _ in range(2)]
    assert (first[1], second[1]) == (3, 0)
    async with office.world.app.db.read() as connection:
        _, total = await records.placements(connection, office.cluster_id)
    assert total == 3


async def test_a_decline_is_matched_anew_at_once(office: Office) -> None:
    await office.list_mentor(office.mentor)
    await office.offer(capacity=2)
    await office.ask(*THREE)
    card = await matched(office)
    await office.practice.matching.publish(await office.actor(office.coordinator), card.run.id)
    [left] = card.result.left_out
    gone = min(await live(office))
    async with office.world.app.db.read() as connection:
        found, _ = await records.placements(connection, office.cluster_id, intern_ids=[gone])
    college = await office.actor(office.college)
    done = await office.practice.placements.decline(college, found[0].id, PlacementReason.DATES)
    assert done.proposed == 1
    now = await live(office)
    assert left.intern_id in now
    assert gone not in now


async def test_an_answer_that_never_comes_frees_the_seat(office: Office) -> None:
    await office.list_mentor(office.mentor)
    await office.offer(capacity=2)
    await office.ask(*THREE)
    card = await matched(office)
    await office.practice.matching.publish(await office.actor(office.coordinator), card.run.id)
    [left] = card.result.left_out
    await office.world.wait(days=3)
    assert left.intern_id in await live(office)


async def test_pins_bans_and_the_difference(office: Office) -> None:
    await office.list_mentor(office.mentor)
    first = await office.offer(capacity=3)
    second = await office.offer(capacity=3, site="Второй цех", hires=False)
    await office.ask(THREE[0])
    card = await matched(office)
    [placed] = card.result.placed
    assert placed.place_id == first.id
    assert card.is_current
    world, who = office.world, office.coordinator
    await world.say(who, "/practice")
    await world.tap(who, "Подбор")
    await world.tap(who, "№ 1 от".replace(" ", "\u00a0", 1))
    await world.tap(who, "По колледжам")
    await world.tap(who, ": 1")
    await world.tap(who, world.buttons(who)[0])
    await world.tap(who, "Запретить")
    again = await matched(office)
    [moved] = again.moved
    assert (moved.before, moved.after) == (first.id, second.id)
    await world.say(who, "/practice")
    await world.tap(who, "Подбор")
    await world.tap(who, "Снять закрепления")
    await world.tap(who, "Снять все")
    assert [one.place_id for one in (await matched(office)).result.placed] == [first.id]


async def test_a_run_outlives_the_process_that_solved_it(office: Office) -> None:
    """Claimed by somebody who died: taken up after the lease, once."""
    await office.list_mentor(office.mentor)
    await office.offer()
    await office.ask(THREE[0])
    actor = await office.actor(office.coordinator)
    run = await office.practice.matching.start(actor, Goal.MOST)
    clock = office.world.clock
    async with office.world.app.db.write() as tx:
        from services.practice.matching_duties import LEASE

        assert await practice_runs.claim(tx, "another process", clock.now(), LEASE) is not None
    again = await office.practice.matching.start(actor, Goal.STABLE)
    assert again.id == run.id
    await office.world.settle()
    assert (await office.practice.matching.run(actor, run.id)).state is RunState.WAITING
    await office.world.wait(minutes=10)
    assert (await office.practice.matching.run(actor, run.id)).state is RunState.DONE


async def test_files_of_a_run(office: Office) -> None:
    await office.list_mentor(office.mentor)
    await office.offer(capacity=2)
    await office.ask(*THREE)
    await matched(office)
    world, who = office.world, office.coordinator
    await world.tap(who, "Посмотреть")
    await world.tap(who, "Excel")
    sent = who.chat(world.bot).from_bots[-1].file
    assert sent is not None
    book = load_workbook(BytesIO(sent.data))
    assert book.sheetnames == ["Размещены", "Без места", "Предприятия", "Цифры"]
    assert [row[0].value for row in book["Размещены"].iter_rows(min_row=5)] == ["П-000001", "П-000003"]
    assert "+1 место" in str(book["Без места"].cell(2, 6).value)
    await world.tap(who, "Картинка")
    picture = who.chat(world.bot).from_bots[-1].file
    assert picture is not None
    assert picture.data.startswith(b"\x89PNG")


@pytest.mark.slow
class TestDifficulties:
    """The difficulties of document 000, slide 18, each as it is solved."""

    async def test_an_enterprise_that_signs_its_own_form_only(self, office: Office) -> None:
        await office.list_mentor(office.mentor)
        await office.offer(contracts=frozenset({ContractForm.OWN}))
        await office.ask(THREE[0])
        [left] = (await matched(office)).result.left_out
        assert left.cause == "contract"
        assert left.change is not None
        assert (left.change.kind, left.change.detail) == ("contract", "own")

    async def test_a_corporate_examination_that_takes_too_long(self, office: Office) -> None:
        await office.list_mentor(office.mentor)
        await office.offer(requirements=(Requirement(ClearanceKind.CORPORATE_MEDICAL, 20),))
        await office.ask(THREE[0])
        [left] = (await matched(office)).result.left_out
        assert left.cause == "clearance"
        assert left.change is not None
        assert (left.change.kind, left.change.day) == ("clearance", JULY.first)
        assert "корпоративн" not in office.told(office.college)

    async def test_a_shift_rota_needs_several_mentors(self, office: Office) -> None:
        for number, anchor in enumerate((date(2022, 7, 4), date(2022, 7, 6))):
            await office.list_mentor(
                None, label=f"сменный мастер {number}", rota=Rota(RotaKind.TWO_TWO_DAY, anchor=anchor)
            )
        await office.offer(capacity=1)
        await office.ask(THREE[0])
        [placed] = (await matched(office)).result.placed
        assert len(placed.team) == 2
        assert -1 not in placed.cover

    async def test_a_group_supervisor_is_no_mentor(self, office: Office) -> None:
        await office.offer(supervision=Supervision.GROUP)
        await office.ask(THREE[0])
        card = await matched(office)
        [placed] = card.result.placed
        assert (placed.team, placed.cover) == ((), ())
        assert card.result.figures.days == 0

    async def test_nobody_is_sent_where_they_cannot_go(self, office: Office) -> None:
        await office.list_mentor(office.mentor)
        await office.offer(town="г. Асино")
        await office.ask(
            NewIntern("1", 2003, "Томск", towns=("Северск",)), NewIntern("2", 2003, "асино", towns=("Томск",))
        )
        result = (await matched(office)).result
        [placed], [left] = result.placed, result.left_out
        assert (placed.intern_id, left.cause) == (2, "town")
        assert left.change is not None
        assert left.change.kind == "town"

    async def test_no_night_shift_before_eighteen(self, office: Office) -> None:
        await office.list_mentor(office.mentor, rota=Rota(RotaKind.TWO_TWO_NIGHT, anchor=date(2022, 7, 4)))
        await office.offer(shifts=frozenset({Shift.NIGHT}))
        await office.ask(NewIntern("1", 2005, "Томск"))
        [left] = (await matched(office)).result.left_out
        assert left.cause == "night"


async def test_taps_are_answered_while_a_run_goes(office: Office) -> None:
    """A tap during a run takes about as long as without one: the solver is another process."""
    await office.list_mentor(office.mentor)
    await office.offer(capacity=2)
    await office.ask(*THREE)
    actor = await office.actor(office.coordinator)
    await office.practice.matching.start(actor, Goal.MOST)
    solving = asyncio.create_task(office.world.app._solve_matching())
    answered = 0
    while not solving.done():
        await office.practice.matching.bench(actor)
        answered += 1
        await asyncio.sleep(0)
    await solving
    assert answered > 20


async def test_a_stop_does_not_wait_for_a_run(office: Office) -> None:
    """What was being solved is given back at once, for whoever starts next."""
    await office.list_mentor(office.mentor)
    await office.offer()
    await office.ask(THREE[0])
    actor, app = await office.actor(office.coordinator), office.world.app
    run = await office.practice.matching.start(actor, Goal.MOST)
    solving = asyncio.create_task(app._solve_matching())
    while app._solving is None:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)
    app._solving.cancel()
    await solving
    assert (await office.practice.matching.run(actor, run.id)).state is RunState.WAITING
    await office.world.settle()
    assert (await office.practice.matching.run(actor, run.id)).state is RunState.DONE
