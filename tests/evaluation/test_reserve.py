"""Silence expires, somebody else is proposed and asked; who is proposed, and who never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.access import Membership, Role
from cluster.evaluation.conflict import Conflict
from cluster.evaluation.fit import PoolExpert, Reason, fit, proposals, reserve
from cluster.evaluation.states import AssignmentState
from sandbox.people import Person
from storage import roles
from tests.stage import Stage

PROGRAMME_CODE = "15.02.12"
FITS = [
    (("15.02.12",), None, (Reason.SPECIALITY,)),
    (("15.00.00",), None, (Reason.GROUP,)),
    (("15.02.32",), None, (Reason.GROUP,)),
    (("13.00.00",), None, ()),
    (("15.02.12", "15.00.00"), "СХК", (Reason.SPECIALITY, Reason.EMPLOYER)),
    ((), "СХК", (Reason.EMPLOYER,)),
]


@pytest.mark.parametrize(("codes", "organisation", "reasons"), FITS)
def test_why_an_expert_fits(codes, organisation, reasons) -> None:
    assert fit(PoolExpert(1, "А", organisation, codes), PROGRAMME_CODE, "СХК").reasons == reasons


experts = st.lists(
    st.builds(
        PoolExpert,
        st.integers(1, 50),
        st.sampled_from("АБВГ"),
        st.sampled_from([None, "СХК", "ТИЗ"]),
        st.sampled_from([(), ("15.00.00",), ("15.02.12",), ("13.00.00",)]),
        st.sampled_from([None, True, False]),
        st.integers(0, 3),
        conflict=st.sampled_from([None, Conflict.NONE, Conflict.SOFT, Conflict.HARD]),
    ),
    unique_by=lambda one: one.person_id,
)


@given(experts, st.randoms(), st.sets(st.integers(1, 50)))
def test_proposals(found, source, taken) -> None:
    """The order does not depend on who comes first; nobody with a hard conflict, nobody unasked or asked already."""
    shuffled = list(found)
    source.shuffle(shuffled)
    ordered = proposals(found, PROGRAMME_CODE, "СХК")
    assert ordered == proposals(shuffled, PROGRAMME_CODE, "СХК")
    assert {one.expert.person_id for one in ordered} == {
        one.person_id for one in found if one.conflict is not Conflict.HARD
    }
    assert [one.points for one in ordered] == sorted((one.points for one in ordered), reverse=True)
    for one in reserve(ordered, taken):
        assert one.expert.listed and one.reasons and one.expert.person_id not in taken


async def list_in_pool(stage: Stage, person: Person) -> None:
    await stage.world.say(person, "/evaluate")
    await stage.world.tap(person, "Мои специальности")
    await stage.world.tap(person, "15.00.00")
    await stage.world.tap(person, "Да, включить в резерв")
    assert "Отмечено: 15.00.00" in stage.seen(person)
    assert "Вы в резерве" in stage.seen(person)


async def test_silence_expires_and_the_reserve_takes_over(stage: Stage) -> None:
    """Invited on Tuesday 21 June: the answer is due by Thursday 23 June."""
    world = stage.world
    await list_in_pool(stage, stage.colleague)
    await stage.add("Семён Третий", Role.EXPERT)
    overview = await stage.open_session(stage.expert)
    await world.wait(days=2, hours=1)
    assert "Сегодня последний день, чтобы ответить на приглашение" in stage.seen(stage.expert)
    await world.wait(hours=12)
    assert "не ответил" not in stage.seen(stage.coordinator)
    await world.wait(hours=11)
    assert "Эксперт не ответил за 2 рабочих дня" in stage.seen(stage.coordinator)
    assert "Пётр Второй: та же группа (УГПС)" in stage.seen(stage.coordinator)
    assert "Семён" not in stage.seen(stage.coordinator), "who did not agree to be listed is not proposed"
    await world.tap(stage.coordinator, "Пригласить: Пётр Второй")
    assert "Приглашение отправлено: Пётр Второй" in stage.seen(stage.coordinator)
    assert "Вас приглашают оценить программу" in stage.seen(stage.colleague)
    await world.say(stage.expert, "/evaluate")
    assert "Программу оценивает другой эксперт" in stage.seen(stage.expert)
    await world.tap(stage.expert, "15.02.12")
    assert "Согласиться" not in world.buttons(stage.expert)
    actor = await stage.actor(stage.coordinator)
    lines = (await stage.evaluation.sessions.overview(actor, overview.session.id)).experts
    assert {(line.name, line.state) for line in lines} == {
        ("Иван Экспертов", AssignmentState.EXPIRED),
        ("Пётр Второй", AssignmentState.INVITED),
    }
    candidates = await stage.evaluation.sessions.candidates(actor, overview.programmes[0].id)
    assert candidates.experts.items[0].expert.name == "Пётр Второй"


async def test_who_answers_late_but_was_not_replaced_is_welcome(stage: Stage) -> None:
    world = stage.world
    await stage.open_session(stage.expert)
    await world.wait(days=3)
    assert "Подходящих экспертов в резерве нет" in stage.seen(stage.coordinator)
    await stage.begin()
    assert "Критерий 1 из 14" in stage.seen(stage.expert)


async def test_conflicts_are_never_proposed_nor_taken(stage: Stage) -> None:
    world = stage.world
    await list_in_pool(stage, stage.colleague)
    me = await stage.actor(stage.colleague)
    async with world.app.db.write() as tx:
        college = Membership(stage.cluster_id, stage.colleges[0][0], Role.MENTOR)
        await roles.grant(tx, me.me, college, None, world.clock.now())
    overview = await stage.open_session(stage.expert)
    await world.tap(stage.expert, "Отказаться")
    await world.tap(stage.expert, "Нет времени")
    assert "Подходящих экспертов в резерве нет" in stage.seen(stage.coordinator)
    actor = await stage.actor(stage.coordinator)
    candidates = await stage.evaluation.sessions.candidates(actor, overview.programmes[0].id)
    assert "Пётр Второй" not in [fit.expert.name for fit in candidates.experts.items]
