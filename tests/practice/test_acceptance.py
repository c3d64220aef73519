"""A decline, silence, a mentor who falls ill, an intern who leaves, clearances that run out: who is told of what."""

from datetime import date, timedelta

import pytest

from cluster.errors import NotFound
from cluster.practice.acceptance import PlacementState, Proposal
from cluster.practice.listing import NewIntern
from cluster.practice.mentors import Rota, RotaKind
from cluster.practice.places import ClearanceKind, ContractForm, Period, Requirement, Shift, Supervision
from cluster.practice.refusals import AnswerTooLate, DoesNotFit, InternPlaced, NotYourAnswer
from cluster.practice.requests import Clearance, ClearanceState
from services.practice.freed import Freed
from storage import practice_placements as records
from storage import reminders
from tests.practice.office import JULY, Office

MONDAY = JULY.first


async def state(office: Office, placement_id: int) -> PlacementState:
    async with office.world.app.db.read() as connection:
        found = await records.placement(connection, office.cluster_id, placement_id)
    assert found is not None
    return found.state


async def waiting(office: Office) -> list[str]:
    page, _ = await office.practice.placements.waiting(await office.actor(office.coordinator))
    return [one.code for one in page.items]


async def test_a_decline_puts_the_intern_back_at_the_same_place(office: Office) -> None:
    await office.list_mentor(office.mentor)
    offered = await office.offer()
    asked = await office.ask(NewIntern("1", 2003, "Томск"), NewIntern("2", 2003, "Томск"))
    first = asked.interns.items[0]
    placement = await office.propose(first.id, offered.id)
    assert await waiting(office) == ["П-000002"]
    await office.world.tap(office.enterprise, "Отказаться")
    await office.world.tap(office.enterprise, "не сможем принять")
    assert "сразу подобрали заново: 1 новое предложение" in office.told(office.enterprise)
    for person in (office.college, office.mentor, office.coordinator):
        assert "По П-000001 отказ (предприятие): не сможем принять" in office.told(person)
    assert await state(office, placement) is PlacementState.DECLINED
    assert await waiting(office) == ["П-000001"], "the freed seat went to the next"
    await office.world.tap(office.enterprise, "Отказаться…")
    await office.world.tap(office.enterprise, "не сможем принять")
    assert "другого подходящего места пока нет" in office.seen(office.enterprise)
    assert await waiting(office) == ["П-000001", "П-000002"], "a decline does not cost the place in the queue"
    with pytest.raises(AnswerTooLate):
        await office.practice.placements.agree(await office.actor(office.college), placement)
    await office.world.say(office.college, "/practice")
    await office.world.tap(office.college, "Заявки")
    await office.world.tap(office.college, "15.02.12")
    assert "П-000001 · 1: ждёт места" in office.seen(office.college)


async def test_a_decline_is_solved_again_at_once_where_matching_is_there(office: Office) -> None:
    await office.list_mentor(office.mentor)
    offered, other = await office.offer(), await office.offer(site="Сборочный цех")
    asked = await office.ask()
    intern = asked.interns.items[0]
    freed: list[Freed] = []

    async def resolve(what: Freed) -> list[Proposal]:
        freed.append(what)
        return [Proposal(intern.id, other.id, JULY), Proposal(intern.id, offered.id, JULY)]

    placement = await office.propose(intern.id, offered.id)
    office.practice.placements._refill.resolve = resolve
    actor = await office.actor(office.college)
    from cluster.practice.acceptance import PlacementReason

    done = await office.practice.placements.decline(actor, placement, PlacementReason.TOO_FAR)
    again = await office.practice.placements.decline(actor, placement, PlacementReason.TOO_FAR)
    assert freed == [Freed(office.cluster_id, intern.id, offered.id)]
    assert (done.proposed, again.proposed) == (1, 0), "one live placement an intern, the second does not hold"
    assert await waiting(office) == []


async def test_silence_of_two_working_days_expires(office: Office) -> None:
    await office.list_mentor(office.mentor)
    offered, asked = await office.offer(), await office.ask()
    placement = await office.propose(asked.interns.items[0].id, offered.id)
    await office.world.tap(office.college, "Согласиться")
    await office.world.wait(days=1, hours=5)
    assert "Ждём Вашего ответа по П-000001" in office.told(office.enterprise)
    assert "Ждём Вашего ответа" not in office.told(office.college), "who has agreed is left alone"
    await office.world.wait(days=1, hours=4)
    assert await state(office, placement) is PlacementState.EXPIRED
    for person in (office.college, office.enterprise, office.mentor, office.coordinator):
        assert "По П-000001 не ответили в срок" in office.told(person)
    assert await waiting(office) == ["П-000001"]


async def test_an_enterprise_answers_for_a_mentor_who_is_not_in_the_bot(office: Office) -> None:
    await office.list_mentor(None)
    offered, asked = await office.offer(), await office.ask()
    placement = await office.propose(asked.interns.items[0].id, offered.id)
    await office.practice.placements.agree(await office.actor(office.college), placement)
    card = await office.practice.placements.agree(await office.actor(office.enterprise), placement)
    assert card.placement.state is PlacementState.ACCEPTED
    stranger = await office.actor(office.substitute)
    with pytest.raises(NotFound):
        await office.practice.placements.agree(stranger, placement)
    with pytest.raises(NotYourAnswer):
        await office.practice.placements.agree(await office.actor(office.coordinator), placement)


async def test_a_mentor_falls_ill_and_somebody_takes_over_the_same_day(office: Office) -> None:
    placement = await office.agreed()
    await office.list_mentor(office.substitute, label="наладчик")
    await office.sleep_until(MONDAY, 8)
    world, ill = office.world, office.mentor
    await world.say(ill, "/practice")
    await world.tap(ill, "Моя запись")
    assert "пн, 4 июля, дневная: П-000001" in office.seen(ill)
    await world.tap(ill, "Не смогу выйти")
    await world.say(ill, "04.07.2022")
    await world.say(ill, "08.07.2022")
    assert "сразу подберём замену" in office.seen(ill)
    await world.tap(ill, "Всё верно")
    assert "Замена найдена на 5 дней" in office.seen(ill)
    for person in (office.substitute, office.college, office.enterprise):
        assert "Изменился наставник: П-000001" in office.told(person)
        assert "пн, 4 июля, дневная: наладчик" in office.told(person)
    async with world.app.db.read() as connection:
        days = await records.days_of(connection, placement)
    substitute = (await office.practice.mentors.mentors(await office.actor(office.substitute)))[0]
    assert {one.day for one in days if one.mentor_id == substitute.id} == {MONDAY + timedelta(days=n) for n in range(5)}
    await office.sleep_until(MONDAY, 17)
    assert "вт, 5 июля, смена дневная: к Вам приходят П-000001" in office.told(office.substitute)
    assert "вт, 5 июля" not in office.told(ill).split("Замена найдена")[-1]


async def test_days_nobody_can_take_are_said(office: Office) -> None:
    placement = await office.agreed()
    actor = await office.actor(office.mentor)
    own = (await office.practice.mentors.mentors(actor))[0]
    _, done = await office.practice.mentors.be_absent(actor, own.id, MONDAY, MONDAY, "a")
    _, again = await office.practice.mentors.be_absent(actor, own.id, MONDAY, MONDAY, "a")
    await office.world.settle()
    assert (done.taken, done.uncovered, again.uncovered) == (0, 1, 0)
    for person in (office.coordinator, office.enterprise, office.college):
        assert "наставника нет" in office.told(person)
        assert "⚠️ 1 день без наставника" in office.told(person)
    card = await office.practice.placements.look(await office.actor(office.college), placement)
    assert card.uncovered == 1


async def test_an_intern_leaves_and_everybody_learns(office: Office) -> None:
    placement = await office.agreed()
    world, college = office.world, office.college
    await world.say(college, "/practice")
    await world.tap(college, "Заявки")
    await world.tap(college, "15.02.12")
    await world.tap(college, "П-000001 ·")
    await world.tap(college, "Выбыл")
    await world.tap(college, "Да, выбыл")
    assert "Выбыл из заявки" in office.seen(college)
    assert await state(office, placement) is PlacementState.WITHDRAWN
    for person in (office.mentor, office.enterprise, office.coordinator):
        assert "П-000001 выбыл: назначение снято" in office.told(person)
    async with world.app.db.read() as connection:
        assert await reminders.planned(connection, f"practice:{placement}:") == []
    assert await waiting(office) == []


async def test_the_seat_of_who_leaves_goes_to_who_waits_at_once(office: Office) -> None:
    await office.list_mentor(office.mentor)
    offered = await office.offer(capacity=1)
    asked = await office.ask(NewIntern("1", 2003, "Томск"), NewIntern("2", 2003, "Томск"))
    await office.propose(asked.interns.items[0].id, offered.id)
    world, college = office.world, office.college
    await world.say(college, "/practice")
    await world.tap(college, "Заявки")
    await world.tap(college, "15.02.12")
    await world.tap(college, "П-000001 ·")
    await world.tap(college, "Выбыл")
    await world.tap(college, "Да, выбыл")
    assert "Освободившееся место сразу подобрали заново: 1 новое предложение" in office.told(college)
    assert "Предложено место практики: П-000002" in office.told(office.enterprise)
    assert await waiting(office) == []


async def test_seats_of_a_request_taken_back_go_to_who_waits_at_once(office: Office) -> None:
    await office.list_mentor(office.mentor)
    offered = await office.offer(capacity=2)
    first = await office.ask(NewIntern("1", 2003, "Томск"), NewIntern("2", 2003, "Томск"))
    later = Period(date(2022, 7, 5), JULY.last)
    other = await office.ask(*(NewIntern(mark, 2003, "Томск") for mark in "345"), period=later)
    for one in first.interns.items:
        await office.propose(one.id, offered.id)
    world, college = office.world, office.college
    await world.say(college, "/practice")
    await world.tap(college, "Заявки")
    await world.tap(college, "15.02.12 04.07.2022")
    await world.tap(college, "Отозвать")
    await world.tap(college, "Да, отозвать")
    assert "2 новых предложения" in office.told(college)
    assert "П-000001 · 1: место больше не подбираем" in office.told(college)
    assert await waiting(office) == [other.interns.items[2].code]
    again = await office.practice.requests.withdraw(await office.actor(college), first.request.id)
    assert again.proposed == 0


async def test_a_clearance_is_pinged_before_it_runs_out_without_a_word_of_what_it_is(office: Office) -> None:
    asked = await office.ask()
    actor, intern = await office.actor(office.college), asked.interns.items[0]
    held = Clearance(ClearanceKind.CORPORATE_MEDICAL, ClearanceState.VALID, date(2022, 7, 20))
    await office.practice.requests.set_clearance(actor, intern.id, held)
    await office.sleep_until(date(2022, 7, 6), 11)
    assert "У П-000001 подходит срок документа для практики: 20.07.2022" in office.told(office.college)
    assert "медосмотр" not in office.told(office.college).lower()
    renewed = Clearance(ClearanceKind.CORPORATE_MEDICAL, ClearanceState.VALID, date(2023, 7, 20))
    await office.practice.requests.set_clearance(actor, intern.id, renewed)
    shown = len(office.college.chat(office.world.bot).from_bots)
    await office.sleep_until(date(2022, 7, 18), 11)
    assert len(office.college.chat(office.world.bot).from_bots) == shown, "the old date is not pinged any more"


# The difficulties of document 000, slide 18


async def test_own_form_of_contract(office: Office) -> None:
    """«… отказываются заключать договор … не по региональной модели наставничества»."""
    await office.list_mentor(office.mentor)
    offered = await office.offer(contracts=frozenset({ContractForm.OWN}))
    asked = await office.ask()
    head, intern = await office.actor(office.coordinator), asked.interns.items[0]
    with pytest.raises(DoesNotFit) as refused:
        await office.practice.placements.propose(head, intern.id, offered.id)
    assert refused.value.data == {"obstacle": "contract"}
    _, _, page = await office.practice.placements.offers(head, intern.id)
    assert [one.obstacle.value for one in page.items[0].hindrances] == ["contract"]
    both = frozenset(ContractForm)
    asked = await office.ask(contracts=both)
    await office.practice.placements.propose(head, asked.interns.items[0].id, offered.id)


async def test_corporate_medical_examination_with_lead_time(office: Office) -> None:
    """«Особые требования … к прохождению медосмотров»: АО «НПЦ „Полюс“»."""
    await office.list_mentor(office.mentor)
    offered = await office.offer(requirements=(Requirement(ClearanceKind.CORPORATE_MEDICAL, 10),))
    asked = await office.ask()
    head, intern = await office.actor(office.coordinator), asked.interns.items[0]
    await office.world.say(office.coordinator, "/practice")
    await office.world.tap(office.coordinator, "Лист ожидания")
    await office.world.tap(office.coordinator, "П-000001")
    await office.world.tap(office.coordinator, "Предложить место")
    assert "корпоративный медосмотр будет только к 05.07.2022" in office.seen(office.coordinator)
    booked = Clearance(ClearanceKind.CORPORATE_MEDICAL, ClearanceState.BOOKED, date(2022, 7, 1))
    await office.practice.requests.set_clearance(await office.actor(office.college), intern.id, booked)
    await office.practice.placements.propose(head, intern.id, offered.id)
    with pytest.raises(InternPlaced):
        other = await office.offer(site="Второй участок")
        await office.practice.placements.propose(head, intern.id, other.id)


async def test_shifts_and_several_mentors(office: Office) -> None:
    """«графики практики и график работы наставника не совпадают»: ООО «ТОМЗЭЛ»."""
    await office.list_mentor(office.mentor, label="смена А", rota=Rota(RotaKind.TWO_TWO_DAY, MONDAY))
    await office.list_mentor(
        office.substitute, label="смена Б", rota=Rota(RotaKind.TWO_TWO_DAY, MONDAY + timedelta(days=2))
    )
    offered = await office.offer(shifts=frozenset(Shift))
    asked = await office.ask()
    placement = await office.propose(asked.interns.items[0].id, offered.id)
    card = await office.practice.placements.look(await office.actor(office.college), placement)
    assert (len(card.team), card.uncovered) == (2, 0)
    await office.world.tap(office.college, "Назначение")
    await office.world.tap(office.college, "По дням")
    shown = office.seen(office.college)
    assert "пн, 4 июля, дневная: Сергей Васильев (смена А)" in shown
    assert "ср, 6 июля, дневная: Павел Сменщиков (смена Б)" in shown


async def test_group_supervisor_without_mentoring(office: Office) -> None:
    """«закрепляется руководитель практики за группой … без оформления наставничества»: «ГЕОС»."""
    offered = await office.offer(supervision=Supervision.GROUP)
    asked = await office.ask()
    placement = await office.propose(asked.interns.items[0].id, offered.id)
    assert "Наставник не назначен" in office.seen(office.college)
    for person in (office.college, office.enterprise):
        await office.practice.placements.agree(await office.actor(person), placement)
    assert await state(office, placement) is PlacementState.ACCEPTED
    await office.sleep_until(JULY.last + timedelta(days=3), 11)
    results = await office.practice.results.results(await office.actor(office.coordinator))
    assert [(line.mentored, line.practised) for line in results.lines] == [(False, 1)], "no statistics of mentoring"
