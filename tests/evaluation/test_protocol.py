"""The signed protocol: what is signed is kept, printed from what was kept, and only amended, with a reason."""

import io
from datetime import timedelta

import pytest
from docx import Document
from sqlalchemy import text as statement

from cluster.access import Membership, Role
from cluster.errors import Stale
from cluster.evaluation.outcome import Outcome
from cluster.evaluation.protocol import changes
from handlers.evaluation.outcome_taps import PaperTap, ProtocolTap, SignTap
from handlers.evaluation.printed_amendment import amendment_files
from handlers.evaluation.printed_protocol import draft_files, signed_files
from handlers.evaluation.summary import summary_file
from locales import Texts
from services.evaluation.signed_content import read
from storage import evaluation as queries
from storage import roles
from tests.documents.reading import read_pdf, squashed
from tests.evaluation.decided import WHY, decided_session, signed
from tests.evaluation.test_last_signature import GOOD, answer
from tests.stage import Stage

WORDS = Texts().for_locale("ru")
LATE = "Колледж не прислал исправления до установленного дня."


def text_of(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\u00a0", " ")


async def returned(stage: Stage, session_id: int, place: int = 1) -> None:
    """The programme at `place` was agreed with remarks; its time is over and the chair returns it."""
    actor, outcomes = await stage.actor(stage.coordinator), stage.evaluation.outcomes
    programme = (await stage.evaluation.sessions.overview(actor, session_id)).programmes[place].id
    last = (await outcomes.look(actor, programme)).result.last
    await outcomes.release(actor, programme, last.id)
    stage.world.clock.advance(timedelta(days=30))
    card = await outcomes.look(actor, programme)
    await outcomes.decide(actor, programme, Outcome.RETURNED, card.stamp, words="Исправлений нет.")
    await stage.world.settle()


async def open_protocol(stage: Stage) -> None:
    await stage.world.say(stage.coordinator, "/evaluate")
    await stage.world.tap(stage.coordinator, "Экспертная сессия, июнь 2022")
    await stage.world.tap(stage.coordinator, "Протокол")


def files(stage: Stage, count: int = 2) -> list[bytes]:
    return [message.file.data for message in stage.coordinator.chat(stage.world.bot).from_bots[-count:]]


async def test_signed_and_amended_in_the_chat(stage: Stage) -> None:
    world, chair = stage.world, stage.coordinator
    session_id = await decided_session(stage, programmes=4)
    actor = await stage.actor(chair)
    await open_protocol(stage)
    await world.tap(chair, "Проект протокола")
    assert all("Проект: не подписан" in text for text in (text_of(files(stage)[0]), read_pdf(files(stage)[1])[0]))
    await open_protocol(stage)
    await world.tap(chair, "Подписать протокол")
    assert "После подписи его нельзя изменить" in stage.seen(chair)
    await world.tap(chair, "Да, подписать")
    assert "Протокол подписан 21.06.2022" in stage.seen(chair)
    await world.tap(chair, "Протокол (Word и PDF)")
    first = files(stage)
    docx, pdf = text_of(first[0]), "".join(read_pdf(first[1]))
    code = (await stage.evaluation.protocols.look(actor, session_id)).protocols[0].code
    for said in (
        f"ПРОТОКОЛ № {code}", "экспертной сессии «Экспертная сессия, июнь 2022»", "ПОВЕСТКА ДНЯ", "СЛУШАЛИ:",
        "ОЦЕНИЛИ:", "РЕШИЛИ: согласовать программу", "вернуть программу на доработку", WHY, "Не заявлен.",
        f"Подписано в боте: Ольга Координатор, 21 июня 2022 г., 10:00. Код {code}.",
    ):  # fmt: skip
        assert said in docx and squashed(said) in squashed(pdf), said
    assert "не подписан" not in docx

    await returned(stage, session_id)
    await open_protocol(stage)
    assert "После подписи изменилось: 15.02.02" in stage.seen(chair)
    await world.tap(chair, "Дополнение к протоколу")
    assert "Почему нужно дополнение?" in stage.seen(chair)
    await world.say(chair, LATE)
    assert "Дополнение 1 подписано" in stage.seen(chair) and f"Причина: {LATE}" in stage.seen(chair)
    await world.tap(chair, "Дополнение 1 (Word и PDF)")
    docx, pdf = text_of(files(stage)[0]), "".join(read_pdf(files(stage)[1]))
    for said in (
        "ДОПОЛНЕНИЕ № 1", f"№ {code}", f"ОСНОВАНИЕ: {LATE}", "согласована с замечаниями, исправить до 11 июля 2022 г.",
        "возвращена на доработку", "ПРОГРАММА В НОВОЙ РЕДАКЦИИ", "В остальном протокол остаётся без изменений.",
    ):  # fmt: skip
        assert said in docx and squashed(said) in squashed(pdf), said
    assert "15.02.02" in docx and "15.02.01" not in docx, "only what changed"
    await open_protocol(stage)
    await world.tap(chair, "📄 Протокол (Word и PDF)")
    assert files(stage) == first, "what was signed first is the same to the last byte"


async def test_signing_is_once_and_only_what_was_read(stage: Stage) -> None:
    """Doubled, stale, forged; a stranger's and another coordinator's tap."""
    world, chair = stage.world, stage.coordinator
    session_id = await decided_session(stage, programmes=2)
    actor, protocols = await stage.actor(chair), stage.evaluation.protocols
    stamp = (await protocols.look(actor, session_id)).stamp
    other = await stage.add("Павел Сменный", Role.COORDINATOR)
    for person in (other, stage.expert, stage.college):
        await world.say(person, "/menu")
        await person.press_data(person.chat(world.bot).last_answer, SignTap(s=session_id, stamp=stamp).pack())
    await open_protocol(stage)
    card = chair.chat(world.bot).last_answer
    forged = await chair.press_data(card, SignTap(s=session_id, stamp="0" * 8).pack())
    early = await chair.press_data(card, PaperTap(s=session_id, n=0).pack())
    await world.settle()
    assert forged.answer.text == "Пока Вы смотрели, листы изменились. Вот как сейчас."
    assert early.answer.text, "nothing is signed yet"
    assert not (await protocols.look(actor, session_id)).protocols
    await world.tap(chair, "Подписать протокол")
    before = stamp
    programme = (await stage.evaluation.sessions.overview(actor, session_id)).programmes[0].id
    first = (await stage.evaluation.outcomes.look(actor, programme)).result.tally.basis[0][0]
    await stage.evaluation.outcomes.reopen(actor, first, "Уточните 2.1")
    await chair.press_data(chair.chat(world.bot).last_answer, SignTap(s=session_id, stamp=before).pack())
    await world.settle()
    assert "Решения ждёт ещё 1 программа" in stage.seen(chair)
    assert not (await protocols.look(actor, session_id)).protocols, "not signed over a change"
    await stage.evaluation.outcomes.restore(actor, first)
    twice = [
        await chair.press_data(chair.chat(world.bot).last_answer, SignTap(s=session_id, stamp=stamp).pack())
        for _ in range(2)
    ]
    await world.settle()
    assert twice[0].answer.text == "Протокол подписан."
    assert len((await protocols.look(actor, session_id)).protocols) == 1
    await returned(stage, session_id)
    await open_protocol(stage)
    await world.tap(chair, "Дополнение к протоколу")
    last = (await stage.evaluation.outcomes.look(actor, programme)).result.tally.basis[-1][0]
    await stage.evaluation.outcomes.reopen(actor, last, "Уточните 2.2")
    await world.say(chair, LATE)
    assert "Протокол подписать рано" in stage.seen(chair)
    await stage.evaluation.outcomes.restore(actor, last)
    await world.say(chair, LATE)
    assert "Дополнение 1 подписано" in stage.seen(chair), "what was written is kept until it can be signed"
    await chair.press_data(chair.chat(world.bot).last_answer, ProtocolTap(s=session_id, do=ProtocolTap.AMEND).pack())
    await world.settle()
    assert "соответствует тому, что решено" in stage.seen(chair)
    assert len((await protocols.look(actor, session_id)).protocols) == 2


@pytest.mark.slow
async def test_an_amendment_says_no_more_than_was_read(stage: Stage) -> None:
    """Something else changed between the question and its answer: the amendment is not signed."""
    session_id = await decided_session(stage, programmes=4)
    await signed(stage, session_id)
    await returned(stage, session_id)
    actor, protocols = await stage.actor(stage.coordinator), stage.evaluation.protocols
    stamp = (await protocols.look(actor, session_id)).stamp
    await open_protocol(stage)
    await stage.world.tap(stage.coordinator, "Дополнение к протоколу")
    outcomes = stage.evaluation.outcomes
    programme = (await stage.evaluation.sessions.overview(actor, session_id)).programmes[2].id
    expert = (await outcomes.look(actor, programme)).result.tally.basis[0][0]
    await outcomes.reopen(actor, expert, "Связь с колледжем")
    await outcomes.restore(actor, expert)
    async with stage.world.app.db.write() as tx:
        await queries.change_assignment(tx, expert, conflict="soft")
    await stage.world.say(stage.coordinator, LATE)
    assert "изменилось ещё что-то, дополнение не подписано" in stage.seen(stage.coordinator)
    assert "15.02.02, 15.02.03" in stage.seen(stage.coordinator)
    with pytest.raises(Stale):
        await protocols.amend(actor, session_id, LATE, stamp)
    assert len((await protocols.look(actor, session_id)).protocols) == 1


async def test_who_withdrew_is_a_code_in_what_was_signed(stage: Stage) -> None:
    overview = await stage.open_session(stage.expert, new=GOOD)
    await answer(stage, stage.expert)
    actor, outcomes = await stage.actor(stage.coordinator), stage.evaluation.outcomes
    card = await outcomes.look(actor, overview.programmes[0].id)
    await outcomes.decide(actor, overview.programmes[0].id, Outcome.AGREED, card.stamp)
    session_id = overview.session.id
    await stage.evaluation.sessions.close(actor, session_id)
    await signed(stage, session_id)
    before = text_of(signed_files(WORDS, await stage.evaluation.protocols.paper(actor, session_id, 0))[0].data)
    assert "Иван Экспертов" in before
    expert = (await stage.actor(stage.expert)).me
    await stage.world.say(stage.expert, "/privacy")
    await stage.world.tap(stage.expert, "Отозвать согласие…")
    await stage.world.tap(stage.expert, "Да, отозвать")
    after = text_of(signed_files(WORDS, await stage.evaluation.protocols.paper(actor, session_id, 0))[0].data)
    assert after == before.replace("Иван Экспертов", f"Ч-{expert:06d}")
    assert not (await stage.evaluation.protocols.look(actor, session_id)).changed, "a name is nothing that was signed"


@pytest.mark.slow
async def test_a_programme_one_is_connected_with_is_in_no_signed_paper(stage: Stage) -> None:
    session_id = await decided_session(stage, programmes=4)
    await signed(stage, session_id)
    await returned(stage, session_id)
    actor, protocols = await stage.actor(stage.coordinator), stage.evaluation.protocols
    await protocols.amend(actor, session_id, LATE, (await protocols.look(actor, session_id)).stamp)
    person = await stage.add("Связанный Координатор", Role.COORDINATOR)
    async with stage.world.app.db.write() as tx:
        held = Membership(stage.cluster_id, stage.colleges[0][0], Role.COLLEGE)
        await roles.grant(tx, (await stage.actor(person)).me, held, None, stage.world.clock.now())
    reader = await stage.actor(person)
    paper = await protocols.paper(reader, session_id, 0)
    text = text_of(signed_files(WORDS, paper)[0].data)
    assert "Без 1 программы" in text and "15.02.01" not in text and "15.02.02" in text
    assert "СОГЛАСОВАННОСТЬ ОЦЕНОК" not in text, "counted over programmes that are hidden as well"
    assert "15.02.02" in text_of(amendment_files(WORDS, await protocols.paper(reader, session_id, 1))[0].data)


@pytest.mark.slow
async def test_only_what_was_signed_is_a_change(stage: Stage) -> None:
    session_id = await decided_session(stage, programmes=2)
    actor, protocols = await stage.actor(stage.coordinator), stage.evaluation.protocols
    card = await signed(stage, session_id)
    content = read(card.protocols[0].content)
    assert changes(content, content) == ()
    async with stage.world.app.db.write() as tx:
        await tx.execute(statement("UPDATE organisations SET name = name || ' имени Кулибина'"))
    assert not (await protocols.look(actor, session_id)).changed, "a college that is called otherwise now"
    await returned(stage, session_id)
    assert (await protocols.look(actor, session_id)).changed == ["15.02.02"]


async def test_a_sheet_in_revision_is_told_in_every_document(stage: Stage) -> None:
    """A draft, a summary while one sheet is with its expert again: it used to be a text that did not exist."""
    overview = await stage.open_session(stage.expert, stage.colleague, new=GOOD)
    await answer(stage, stage.expert)
    await answer(stage, stage.colleague)
    actor = await stage.actor(stage.coordinator)
    card = await stage.evaluation.outcomes.look(actor, overview.programmes[0].id)
    await stage.evaluation.outcomes.reopen(actor, card.result.tally.basis[0][0], "Уточните 2.1")
    report = await stage.evaluation.reports.session(actor, overview.session.id)
    assert "лист исправляется" in text_of(draft_files(WORDS, report)[0].data)
    assert summary_file(WORDS, report).data
