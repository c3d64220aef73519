"""Documents of a session: what stands in them, who may have them, and that the bot goes on while they are made."""

import asyncio
import io
import time
from datetime import date

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image

from cluster.access import Membership, Role
from cluster.evaluation.agreement import Agreement, Clarity, agreement
from cluster.evaluation.outcome import Tally
from handlers.evaluation.heat import session_pictures
from handlers.evaluation.printed_protocol import draft_files
from handlers.evaluation.summary import summary_file
from handlers.evaluation.taps import ReportTap
from locales import Texts
from services.evaluation import SessionReport
from storage import roles
from tests.documents.reading import read_pdf, squashed
from tests.evaluation.scene import scene, signed_session
from tests.evaluation.sheet_of_forty import content
from tests.stage import Stage

WORDS = Texts().for_locale("ru")


async def report_of(stage: Stage, session_id: int) -> SessionReport:
    return await stage.evaluation.reports.session(await stage.actor(stage.coordinator), session_id)


# --- agreement -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "found", "clarity"),
    [
        ([], Agreement(0, None, None), Clarity.FEW),
        ([(1, 0), (0, 1)], Agreement(0, None, None), Clarity.FEW),
        ([(2, 0)], Agreement(1, 1.0, None), Clarity.FEW),
        ([(3, 0), (2, 0)], Agreement(2, 1.0, None), Clarity.CLEAR),
        ([(2, 0), (0, 2)], Agreement(2, 1.0, 1.0), Clarity.CLEAR),
        # by hand: values 3+1=4 met, 2 not; expected disagreement 2·4·2/(6·5) = 16/30, observed (3·1·2/3)/6 = 1/3
        ([(3, 1), (0, 1), (1, 1)], Agreement(2, 3 / 7, 1 - (2 + 2) / 6 / (2 * 4 * 2 / (6 * 5))), Clarity.UNCLEAR),
        ([(9, 1), (10, 0), (10, 0)], Agreement(3, (36 + 45 + 45) / 135, None), Clarity.TENTATIVE),
    ],
)
def test_agreement_of_experts(counts, found: Agreement, clarity: Clarity) -> None:
    seen = agreement(counts)
    assert (seen.units, seen.pairs) == (found.units, found.pairs)
    if found.alpha is not None:
        assert seen.alpha == pytest.approx(found.alpha)
    assert seen.clarity is clarity


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8))
def test_agreement_is_a_share_and_does_not_depend_on_the_order(counts) -> None:
    seen = agreement(counts)
    assert seen.pairs is None or 0 <= seen.pairs <= 1
    assert seen.alpha is None or seen.alpha <= 1
    again = agreement(counts[::-1])
    assert (again.units, again.pairs, again.clarity) == (seen.units, seen.pairs, seen.clarity)
    assert agreement([(b, a) for a, b in counts]).pairs == seen.pairs


async def open_documents(stage: Stage) -> None:
    await stage.world.say(stage.coordinator, "/evaluate")
    await stage.world.tap(stage.coordinator, "Экспертная сессия, июнь 2022")
    await stage.world.tap(stage.coordinator, "Документы сессии")


# --- in the chat ---------------------------------------------------------------------------------------------------


async def test_documents_of_a_session_from_the_chat(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    session_id = await scene(stage)
    report = await report_of(stage, session_id)
    await open_documents(stage)
    assert "Подписанных листов: 12" in stage.seen(coordinator)
    assert "Эксперты согласны между собой" in stage.seen(coordinator)

    await world.tap(coordinator, "📜 Протокол")
    await world.tap(coordinator, "Проект протокола")
    docx, pdf = [message.file.data for message in coordinator.chat(world.bot).from_bots[-2:]]
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    printed = "".join(read_pdf(pdf))
    for result in report.results:
        for said in (f"{result.programme.code} {result.programme.title}", result.programme.college):
            assert said in text and squashed(said) in squashed(printed)
        for remark in result.tally.remarks:
            line = f"{report.experts[remark.assignment_id].name}: {remark.text}"
            assert line in text and squashed(line) in squashed(printed)
    assert "Председатель" in text and "КОНФЛИКТ ИНТЕРЕСОВ" in text and "Не заявлен" in text
    assert "стр.\u00a01 из" in printed

    await open_documents(stage)
    await world.tap(coordinator, "Сводная таблица")
    book = load_workbook(io.BytesIO(coordinator.chat(world.bot).last_answer.file.data))
    assert book.sheetnames == ["Программы", *[f"15.02.0{n}" for n in range(1, 5)], "Согласованность"]
    values = [
        cell for name in book.sheetnames for row in book[name].iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in values} <= {"s", "n"}, "nothing is a formula"
    assert any("=1+1" in str(cell.value) for cell in values)
    first = {str(row[0].value): [cell.value for cell in row] for row in book["15.02.01"].iter_rows() if row[0].value}
    assert len(first["1.1"]) == 3 + 3 + 2

    await world.tap(coordinator, "Тепловая карта")
    shown = coordinator.chat(world.bot).last_answer
    assert shown.kind == "photo"
    with Image.open(io.BytesIO(shown.file.data)) as picture:
        assert abs(picture.width - 1280) <= 2 and picture.height <= 1400


async def test_sessions_of_several_years_side_by_side(stage: Stage) -> None:
    """Another sheet is compared only where a criterion is the same in words, kind and norm."""
    world, coordinator = stage.world, stage.coordinator
    await scene(stage, programmes=2, title="Сессия 2021", starts_on=date(2021, 6, 21), seed=2)
    actor = await stage.actor(coordinator)
    forty = await stage.evaluation.sheets.load(actor, content())
    other = await signed_session(
        world.app.db, actor.here, forty.version.id, forty.sheet, stage.colleges, actor.me,
        programmes=1, experts=2, title="Сессия по другому листу", starts_on=date(2021, 9, 1),
    )  # fmt: skip
    by_forty = await report_of(stage, other)
    assert len(by_forty.sheet.criteria) == 40
    assert len(session_pictures(WORDS, by_forty)) == 3, "14 + 14 + 12 criteria, cut between sections"
    newest = await scene(stage)
    compared = await stage.evaluation.reports.comparison(actor)
    assert [one.title for one in compared.sessions] == [
        "Сессия 2021",
        "Сессия по другому листу",
        "Экспертная сессия, июнь 2022",
    ]
    assert [len(compared.same[one.id]) for one in compared.sessions] == [14, 0, 14]
    tallies: list[Tally] = [result.tally for result in (await report_of(stage, newest)).results]
    met = sum(voice.answer.verdict == "meets" for t in tallies for voice in t.voices(t.sheet.criteria[0]))
    assert compared.sessions[-1].counts["1.1"][0] == met

    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Сравнить сессии")
    picture, table = coordinator.chat(world.bot).from_bots[-2:]
    assert picture.kind == "photo"
    rows = list(load_workbook(io.BytesIO(table.file.data)).active.iter_rows(values_only=True))
    line = next(row for row in rows if row[0] == "1.1")
    assert line[3] is None and 0 <= line[2] <= 1 and 0 <= line[4] <= 1


async def test_a_session_without_sheets_has_no_documents_yet(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    overview = await stage.open_session()
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Экспертная сессия, июнь 2022")
    await world.tap(coordinator, "Документы сессии")
    assert "когда придёт первый подписанный лист" in stage.seen(coordinator)
    card = coordinator.chat(world.bot).last_answer
    for do in (ReportTap.PROTOCOL, ReportTap.SUMMARY, ReportTap.HEAT):
        press = await coordinator.press_data(card, ReportTap(s=overview.session.id, do=do).pack())
        await world.settle()
        assert press.answer.text == "Подписанных листов ещё нет."
    press = await coordinator.press_data(card, ReportTap(s=0, do=ReportTap.COMPARE).pack())
    await world.settle()
    assert press.answer.text


# --- who may have them ---------------------------------------------------------------------------------------------


async def test_whoever_still_scores_gets_no_document(stage: Stage) -> None:
    """A coordinator who is an expert as well: nothing of the others' verdicts before the own submission."""
    world = stage.world
    person = await stage.add("Двойная Роль", Role.COORDINATOR)
    async with world.app.db.write() as tx:
        actor = await stage.actor(person)
        await roles.grant(tx, actor.me, Membership(stage.cluster_id, None, Role.EXPERT), None, world.clock.now())
    overview = await stage.open_session(stage.expert, person)
    await stage.begin()
    await stage.score_all()
    await world.tap(stage.expert, "Отправить лист")
    await world.tap(stage.expert, "Отправить")
    card = person.chat(world.bot).last_answer
    files = [message for message in person.chat(world.bot).from_bots if message.file]
    for do in (ReportTap.LOOK, ReportTap.PROTOCOL, ReportTap.SUMMARY, ReportTap.HEAT):
        press = await person.press_data(card, ReportTap(s=overview.session.id, do=do).pack())
        await world.settle()
        assert "закрыты" in press.answer.text
        assert "Иван" not in press.answer.text
    press = await person.press_data(card, ReportTap(s=0, do=ReportTap.COMPARE).pack())
    await world.settle()
    assert [message for message in person.chat(world.bot).from_bots if message.file] == files
    assert (await report_of(stage, overview.session.id)).signed == 1, "the other coordinator sees it"


async def test_a_programme_one_is_connected_with_is_in_no_document(stage: Stage) -> None:
    """A coordinator who has a role in a college: the others' programmes, and that one is hidden."""
    world = stage.world
    session_id = await scene(stage, programmes=3)
    whole = await report_of(stage, session_id)
    person = await stage.add("Связанный Координатор", Role.COORDINATOR)
    async with world.app.db.write() as tx:
        held = Membership(stage.cluster_id, stage.colleges[0][0], Role.COLLEGE)
        await roles.grant(tx, (await stage.actor(person)).me, held, None, world.clock.now())
    actor = await stage.actor(person)
    report = await stage.evaluation.reports.session(actor, session_id)
    assert [one.code for one in report.hidden] == ["15.02.01"]
    assert len(report.experts) == 6 < len(whole.experts)
    everything = [*draft_files(WORDS, report), summary_file(WORDS, report)]
    document = Document(io.BytesIO(everything[0].data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("Программа 2" in cell for cell in cells) and not any("Программа 1:" in cell for cell in cells)
    assert any("Без 1 программы" in paragraph.text for paragraph in document.paragraphs)
    assert not any("ЭЛ-00001" in paragraph.text for paragraph in document.paragraphs), "not even whose sheets there are"
    assert load_workbook(io.BytesIO(everything[2].data)).sheetnames[1:3] == ["15.02.02", "15.02.03"]
    counts = {
        who: (await stage.evaluation.reports.comparison(who)).sessions[0].counts["1.1"]
        for who in (actor, await stage.actor(stage.coordinator))
    }
    assert [sum(pair) <= limit for pair, limit in zip(counts.values(), (6, 9), strict=True)] == [True, True]
    assert len(set(counts.values())) == 2
    await world.say(person, "/evaluate")
    await world.tap(person, "Экспертная сессия, июнь 2022")
    await world.tap(person, "Документы сессии")
    assert "Без 1 программы" in stage.seen(person) and "Подписанных листов: 6" in stage.seen(person)


# --- full size -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
async def test_thirty_programmes_with_five_experts(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """The bot goes on while the documents are made; how long each takes is printed, not judged."""
    session_id = await scene(stage, programmes=30, experts=5)
    documents = stage.world.app.services.documents
    took = {}
    for name, make in (("protocol", draft_files), ("summary", summary_file), ("heat map", session_pictures)):
        pauses: list[float] = []
        watching = asyncio.create_task(_watch(pauses))
        before = time.perf_counter()
        report = await report_of(stage, session_id)
        loaded = time.perf_counter() - before
        made = await documents.run(make, WORDS, report)
        took[name] = (loaded, time.perf_counter() - before, max(pauses, default=0.0), len(pauses))
        watching.cancel()
        assert made
        assert len(pauses) > 3, "the loop was never free while the document was made"
    with capsys.disabled():
        for name, (loaded, whole, pause, turns) in took.items():
            print(f"\n{name}: loaded {loaded:.2f} s, ready {whole:.2f} s, longest pause {pause:.3f} s, {turns} turns")


async def _watch(pauses: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        pauses.append(time.perf_counter() - before - 0.005)
