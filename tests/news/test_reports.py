"""Compliance and the media plan: what they say, how many statements they take, the files they give."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import openpyxl
import pytest
from PIL import Image
from sqlalchemy import text

from cluster.access import Role
from cluster.news.outlets import read_link
from handlers.news.reports import period
from tests.news.conftest import NewsDesk

COLLEGES, EVENTS = 50, 40
DUE = datetime(2022, 6, 10, 11, 0, tzinfo=UTC)


async def season(desk: NewsDesk) -> None:
    """50 colleges × 40 events: of each college's, 20 in time, 10 late, 10 missing."""
    cluster, now = desk.stage.cluster_id, desk.world.clock.now()
    async with desk.world.app.db.write() as tx:
        known = len((await tx.execute(text("SELECT id FROM organisations WHERE kind = 'college' AND is_member"))).all())
        names = [
            {
                "cluster": cluster,
                "name": f"Колледж промышленных технологий имени героя № {number}",
                "search": f"я{number:03}",
            }
            for number in range(known, COLLEGES)
        ]
        await tx.execute(
            text(
                "INSERT INTO organisations (cluster_id, kind, printed_name, name, short_name, search, is_leading,"
                " is_member, sources) VALUES (:cluster, 'college', :name, :name, :name, :search, false, true, '[]')"
            ),
            names,
        )
        rows = await tx.execute(text("SELECT id FROM organisations WHERE kind = 'college' AND is_member ORDER BY id"))
        colleges = [row[0] for row in rows]
        assert len(colleges) == COLLEGES
        for number in range(EVENTS):
            await tx.execute(
                text(
                    "INSERT INTO news_events (id, cluster_id, title, first_day, last_day, state, origin, sequence,"
                    " created_at) VALUES (:id, :cluster, :title, :day, :day, 'planned', 'registered', 0, :now)"
                ),
                {"id": number + 1, "cluster": cluster, "title": f"Событие {number}", "day": "2022-06-07", "now": now},
            )
        owed = [
            {
                "cluster": cluster,
                "event": number + 1,
                "college": college,
                "state": "done" if number < 30 else "open",
                "due": DUE.strftime("%Y-%m-%d %H:%M:%S.%f"),
                "at": _handed_in(number),
                "link": "https://vk.com/wall-1_2" if number < 30 else None,
            }
            for number in range(EVENTS)
            for college in colleges
        ]
        await tx.execute(
            text(
                "INSERT INTO news_obligations (cluster_id, event_id, organisation_id, state, due_at, extended,"
                " handed_in_at, link) VALUES (:cluster, :event, :college, :state, :due, false, :at, :link)"
            ),
            owed,
        )


def _handed_in(number: int) -> str | None:
    if number >= 30:
        return None
    moment = DUE + (timedelta(days=5) if number >= 20 else -timedelta(days=1))
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")


async def test_fifty_colleges_in_few_statements(desk: NewsDesk) -> None:
    await season(desk)
    actor = await desk.stage.actor(desk.coordinator)
    reports, db = desk.news.reports, desk.world.app.db
    days = (date(2022, 4, 1), date(2022, 6, 30))
    with db.count_queries() as seen:
        found = await reports.compliance(actor, *days)
    assert len(seen) <= 4
    assert len(found.rows) == COLLEGES
    assert {(row.on_time, row.late, row.missing, row.ahead) for row in found.rows} == {(20, 10, 10, 0)}
    assert {row.median_days for row in found.rows} == {2.0}
    for call in (reports.media_plan(actor, *days), desk.news.events.events(actor, past=True)):
        with db.count_queries() as seen:
            await call
        assert len(seen) <= 4
    for data in ("nw1:h:0", "nw1:q:0", "nv1:p:0", "np1:c:q:0", "np1:m:q:0", "ne1:1:k"):
        with db.count_queries() as seen:
            await desk.coordinator.press_data(desk.coordinator.chat(desk.world.bot).last_answer, data)
            await desk.world.app.inbox.settled()
        lists = [one for one in seen if one.startswith("SELECT") and "news" in one]
        assert len(lists) <= 5, (data, lists)


async def test_the_files(desk: NewsDesk) -> None:
    await season(desk)
    world, who = desk.world, desk.coordinator
    await world.say(who, "/news")
    await world.tap(who, "Кто пишет вовремя")
    shown = desk.seen(who).replace("\u202f", " ")
    assert "Всего нужно было: 2 000. Вовремя 1 000 (50 %)" in shown
    await world.tap(who, "Картинкой")
    sent = who.chat(world.bot).last_answer
    assert sent.photo is not None, "it is seen in the chat, not downloaded"
    with Image.open(BytesIO(sent.photo.data)) as opened:
        width, height = opened.size
    assert width == pytest.approx(1400, abs=2)
    assert width + height < 10_000
    await world.tap(who, "Excel")
    sent = who.chat(world.bot).last_answer
    assert sent.document is not None
    sheet = openpyxl.load_workbook(BytesIO(sent.document.data)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert len(rows) == COLLEGES
    assert rows[0][1:6] == (20, 10, 10, 0, 0.5)


async def test_the_media_plan(desk: NewsDesk) -> None:
    item_id = await desk.submit("Новость с сайтом")
    await desk.approve(item_id)
    event = await desk.event(title="Экскурсия")
    await desk.to(datetime(2022, 6, 22, 12, 0, tzinfo=UTC))
    author = await desk.stage.actor(desk.author)
    owed = await desk.owed(event)
    await desk.news.events.published_elsewhere(author, owed.id, read_link("https://vk.com/wall-1_2"))
    world, who = desk.world, desk.coordinator
    await world.say(who, "/news")
    await desk.settle()
    await world.say(who, "/news")
    await world.tap(who, "Медиаплан")
    shown = desk.seen(who)
    assert "канал кластера: 1" in shown
    assert "ВКонтакте: 1" in shown
    await world.tap(who, "Excel")
    sent = who.chat(world.bot).last_answer.document
    assert sent is not None
    sheet = openpyxl.load_workbook(BytesIO(sent.data)).active
    assert sheet is not None
    cells = [[cell for cell in row if cell] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert any("https://vk.com/wall-1_2" in row for row in cells)
    assert any(f"https://t.me/klaster/{desk.posts()[0].message_id}" in row for row in cells)


async def test_who_owes_is_in_the_report_though_no_member(desk: NewsDesk) -> None:
    """The Seversk college speaks in the documents without being in the list of members; it owes news all the same."""
    college = desk.stage.colleges[0][0]
    await desk.event()
    async with desk.world.app.db.write() as tx:
        await tx.execute(text("UPDATE organisations SET is_member = false WHERE id = :id"), {"id": college})
    actor = await desk.stage.actor(desk.author)
    found = await desk.news.reports.compliance(actor, date(2022, 6, 1), date(2022, 6, 30))
    assert [(row.organisation_id, row.ahead) for row in found.rows] == [(college, 1)]
    assert (await desk.news.press.colleges(actor)).items[0].organisation_id == college


async def test_a_college_sees_its_own_only(desk: NewsDesk) -> None:
    await season(desk)
    actor = await desk.stage.actor(desk.author)
    found = await desk.news.reports.compliance(actor, date(2022, 4, 1), date(2022, 6, 30))
    assert [row.organisation_id for row in found.rows] == [desk.stage.colleges[0][0]]
    assert actor.organisations(Role.COLLEGE) == {desk.stage.colleges[0][0]}


def test_periods() -> None:
    assert period("m", date(2024, 2, 10)) == (date(2024, 2, 1), date(2024, 2, 29))
    assert period("q", date(2024, 12, 31)) == (date(2024, 10, 1), date(2024, 12, 31))
    assert period("y", date(2024, 6, 1)) == (date(2023, 9, 1), date(2024, 8, 31))
