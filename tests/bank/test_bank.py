"""The bank of programmes: what the source put into it, what each role sees and may do, the brochure."""

import io
from datetime import date

import pytest
from docx import Document

from cluster.access import Role
from cluster.bank import AgreedProgramme, Agreement, BankProgramme, ProgrammeKind, Validity
from cluster.errors import NotFound
from handlers.bank.taps import BankEditTap, BankTap
from services.bank import BankService, NewBankProgramme
from tests.documents.reading import read_pdf, squashed
from tests.stage import Stage

CODES = ["15.02.32", "27.02.07", "15.02.12", "13.02.11"]


def bank(stage: Stage) -> BankService:
    return stage.world.app.services.bank


def offered(college: int, title: str = "Сварка в среде <аргона> & др.", **given) -> NewBankProgramme:
    values = {"kind": ProgrammeKind.ADDITIONAL, "code": None, "summary": "Для мастеров, 72 часа", "valid_until": None}
    return NewBankProgramme(organisation_id=college, title=title, **{**values, **given})


@pytest.mark.parametrize(
    ("until", "agreement", "hidden", "validity", "public"),
    [
        (None, Agreement.NONE, False, Validity.OPEN, True),
        (date(2022, 6, 21), Agreement.AGREED, False, Validity.ENDS_SOON, True),
        (date(2022, 6, 20), Agreement.AGREED, False, Validity.EXPIRED, False),
        (date(2022, 12, 1), Agreement.EXAMINED, False, Validity.VALID, True),
        (date(2022, 12, 1), Agreement.RETURNED, False, Validity.VALID, False),
        (None, Agreement.AGREED, True, Validity.OPEN, False),
    ],
)
def test_validity(until, agreement, hidden, validity, public) -> None:
    one = BankProgramme(
        1, 1, "К", ProgrammeKind.MAIN, None, "П", None, agreement, None, until, None, hidden, None
    )  # fmt: skip
    today = date(2022, 6, 21)
    assert (one.validity(today), one.is_public(today)) == (validity, public)


async def test_the_bank_begins_with_the_programmes_of_2022(stage: Stage) -> None:
    """Document 000, slide 11: a bank of programmes; slide 12: four of three colleges, each with its enterprise."""
    actor = await stage.actor(stage.coordinator)
    shown = await bank(stage).page(actor, actor.here)
    assert sorted(one.code for one in shown.programmes.items) == sorted(CODES)
    assert {one.agreement for one in shown.programmes.items} == {Agreement.EXAMINED}
    assert {one.agreed_on for one in shown.programmes.items} == {date(2022, 6, 30)}
    assert {one.employer for one in shown.programmes.items} == {"Томский инструментальный завод", "СХК", "Август"}
    assert shown.waiting == 0, "none is offered twice"


async def test_a_guest_reads_and_takes_the_brochure(stage: Stage) -> None:
    world = stage.world
    guest = world.person("Дарья", "Гостева")
    await world.say(guest, "/programmes")
    assert "4 программы" in stage.seen(guest) and "15.02.12 Монтаж" in stage.seen(guest)
    await world.tap(guest, "15.02.12")
    assert "Предприятие: СХК" in stage.seen(guest) and "Рассмотрена на экспертной сессии" in stage.seen(guest)
    assert world.buttons(guest) == ["‹ К банку"]
    await world.tap(guest, "К банку")
    await world.tap(guest, "Брошюра")
    pdf, docx = [message.file.data for message in guest.chat(world.bot).from_bots[-2:]]
    cells = [cell.text for table in Document(io.BytesIO(docx)).tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs), *cells])
    for code in CODES:
        assert code in text and code in "".join(read_pdf(pdf))
    assert squashed("ОГБПОУ «Северский промышленный колледж»") in squashed("".join(read_pdf(pdf)))
    press = await guest.press_data(guest.chat(world.bot).from_bots[0], BankTap(c=stage.cluster_id, do="s").pack())
    await world.settle()
    assert "согласие" in press.answer.text, "nothing is remembered of somebody who agreed to nothing"


async def test_a_college_enters_changes_and_takes_out(stage: Stage) -> None:
    world, college = stage.world, stage.college
    await world.say(college, "/programmes")
    await world.tap(college, "Внести программу")
    await world.tap(college, "дополнительная программа")
    await world.tap(college, "Пропустить")
    await world.say(college, "Сварка в среде <аргона>")
    await world.say(college, "Для мастеров, 72 часа")
    await world.say(college, "01.06.2022")
    assert "раньше" in stage.seen(college) or "не раньше" in stage.seen(college)
    await world.say(college, "01.09.2022")
    await world.tap(college, "Всё верно")
    seen = stage.seen(college)
    assert "Сварка в среде <аргона>" in seen and "Набор до 1 сентября 2022 г." in seen
    assert "С работодателями не согласована" in seen
    await world.tap(college, "Снять с банка")
    assert "Снята с банка" in stage.seen(college)
    guest = world.person("Гость")
    await world.say(guest, "/programmes")
    assert "Сварка" not in stage.seen(guest)
    await world.tap(college, "Вернуть в банк")
    await world.say(guest, "/programmes")
    assert "Сварка" in stage.seen(guest)

    coordinator = stage.coordinator
    await world.say(coordinator, "/programmes")
    await world.tap(coordinator, "Поиск")
    await world.say(coordinator, "АРГОНА")
    assert "По запросу «АРГОНА»: 1 программа" in stage.seen(coordinator)
    await world.tap(coordinator, "Сварка")
    await world.tap(coordinator, "Согласование")
    await world.tap(coordinator, "Согласована с замечаниями")
    assert "Согласована с замечаниями 21 июня 2022 г." in stage.seen(coordinator)
    await world.say(college, "/programmes")
    await world.tap(college, "Доп.")
    await world.tap(college, "Сварка")
    assert "Изменить" not in "".join(world.buttons(college)), "what was agreed is the coordinator's to change"


async def test_what_was_agreed_and_what_is_anothers_cannot_be_changed(stage: Stage) -> None:
    college, coordinator = await stage.actor(stage.college), await stage.actor(stage.coordinator)
    service = bank(stage)
    own, other = stage.colleges[0][0], stage.colleges[1][0]
    mine = (await service.add(college, offered(own), "mine")).programme
    assert (await service.add(college, offered(own), "mine")).programme.id == mine.id
    theirs = (await service.add(coordinator, offered(other, "Чужая программа"), "theirs")).programme
    with pytest.raises(NotFound):
        await service.add(college, offered(other), "foreign")
    for attempt in (
        service.change(college, theirs.id, offered(other)),
        service.hide(college, theirs.id, hidden=True),
    ):
        with pytest.raises(NotFound):
            await attempt
    await service.agree(coordinator, mine.id, Agreement.AGREED)
    with pytest.raises(AgreedProgramme):
        await service.change(college, mine.id, offered(own, "Другое название"))
    changed = await service.change(coordinator, mine.id, offered(own, "Новое название", code="15.02.99"))
    assert (changed.programme.title, changed.programme.agreement) == ("Новое название", Agreement.AGREED)
    found = await service.page(coordinator, coordinator.here, words="15.02.99 название")
    assert [one.id for one in found.programmes.items] == [mine.id]


async def test_programmes_of_closed_sessions_are_taken_once(stage: Stage) -> None:
    overview = await stage.open_session()
    actor = await stage.actor(stage.coordinator)
    assert (await bank(stage).page(actor, actor.here)).waiting == 0, "an open session has nothing to give"
    await stage.evaluation.sessions.close(actor, overview.session.id)
    await stage.world.settle()
    await stage.world.say(stage.coordinator, "/programmes")
    await stage.world.tap(stage.coordinator, "Взять из экспертных сессий: 1 программа")
    assert "5 программ" in stage.seen(stage.coordinator)
    assert "Взять" not in "".join(stage.world.buttons(stage.coordinator))
    assert await bank(stage).take(actor) == 0


async def test_another_clusters_bank_is_closed_to_members(stage: Stage) -> None:
    other = await stage.world.app.services.directory.create_builtin_cluster(stage.admin, "other")
    stranger = await stage.add("Чужой Координатор", Role.COORDINATOR, cluster_id=other.cluster.id)
    card = stranger.chat(stage.world.bot).last_answer
    taps = [
        BankTap(c=stage.cluster_id, do=BankTap.LIST),
        BankTap(c=stage.cluster_id, do=BankTap.LOOK, id=1),
        BankTap(c=stage.cluster_id, do=BankTap.BROCHURE),
        BankEditTap(do=BankEditTap.AGREE, id=1, to="agreed"),
        BankEditTap(do=BankEditTap.HIDE, id=1),
    ]
    presses = [await stranger.press_data(card, tap.pack()) for tap in taps]
    await stage.world.settle()
    assert all(press.answer and press.answer.text for press in presses)
    assert not [message for message in stranger.chat(stage.world.bot).from_bots if message.file]
    actor = await stage.actor(stage.coordinator)
    assert (await bank(stage).look(actor, actor.here, 1)).programme.agreement is Agreement.EXAMINED
    guest = stage.world.person("Гость")
    await stage.world.say(guest, "/programmes")
    assert "Банк программ какого кластера" in stage.seen(guest), "a guest chooses"
