"""What changes around a meeting: polls, reminders, members that leave, secret ballots, quorum item by item."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from cluster.chats import ChatPurpose
from cluster.meetings.quorum import Forecast
from cluster.meetings.refusals import (
    AnswersClosed,
    MinutesSigned,
    NothingToAnnounce,
    NoVoteNow,
    VotedSecretly,
    WrongState,
)
from cluster.meetings.states import Answer, Availability, Choice, MeetingState, SubstituteState
from cluster.meetings.timing import Before
from services.meetings import NewDecision
from services.meetings.duty import report_quarters
from storage import meetings_answers
from storage.schema.meetings import meeting_votes
from storage.schema.obligations import obligations
from tests.meetings.scene import STARTS, Council


async def test_a_poll_finds_the_date(council: Council) -> None:
    world, secretary, (one, two, _) = council.world, council.secretary, council.delegates
    view = await council.draft(None)
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "без даты")
    with pytest.raises(NothingToAnnounce):
        await council.meetings.announcing.announce(await council.actor(secretary), view.meeting.id)
    await world.tap(secretary, "Опрос о дате")
    for day in ("27 июня 10:00", "28 июня 14:00"):
        await world.tap(secretary, "➕ Дата")
        await world.say(secretary, day)
        await world.tap(secretary, "Всё верно")
    await world.tap(secretary, "Спросить участников")
    await world.say(secretary, "завтра")
    await world.tap(secretary, "Всё верно")
    assert "Когда Вам удобно" in council.stage.seen(one)
    await world.tap(one, "1: да")
    await world.tap(one, "2: да")
    poll = await council.meetings.polls.look(await council.actor(secretary), view.meeting.id)
    await council.meetings.polls.answer(await council.actor(two), poll.dates[0].id, Availability.NO)
    await council.meetings.polls.answer(await council.actor(two), poll.dates[1].id, Availability.MAYBE)
    await world.wait(days=1, hours=9)
    assert "Опрос о дате закончен" in council.stage.seen(secretary)
    assert "⭐️ вт, 28 июня" in council.stage.seen(secretary)
    await world.tap(secretary, "Опрос о дате")
    await world.tap(secretary, "Назначить 28.06")
    found = await council.look(view.meeting.id)
    assert (found.meeting.starts_at, found.meeting.state) == (STARTS, MeetingState.DRAFT)


async def test_reminders_go_to_who_wants_them_and_may_come(council: Council) -> None:
    world, (one, two, three) = council.world, council.delegates
    later = STARTS + timedelta(days=7)
    view = await council.announce(later)
    await council.answer(one, view, Answer.YES)
    await council.answer(two, view, Answer.NO)
    await council.meetings.answering.set_reminder(await council.actor(three), Before.DAY, wanted=False)
    for before in (timedelta(days=7), timedelta(days=1), timedelta(hours=2)):
        world.clock.move_to(later - before + timedelta(minutes=1))
        await world.settle()

    def told(person: object) -> list[str]:
        heads = ("Через неделю", "Завтра заседание", "Через два часа")
        bodies = [message.body for message in person.chat(world.bot).from_bots]  # type: ignore[attr-defined]
        return [head for head in heads for body in bodies if head in body]

    assert told(one) == ["Через неделю", "Завтра заседание", "Через два часа"]
    assert told(two) == []
    assert told(three) == ["Через неделю", "Через два часа"]


async def test_an_organisation_leaves_between_announcement_and_meeting(council: Council) -> None:
    view = await council.announce()
    secretary = await council.actor(council.secretary)
    for person in council.delegates:
        await council.answer(person, view, Answer.YES)
    card = await council.meetings.councils.card(secretary, council.id)
    gone = card.members[0]
    await council.meetings.councils.end_member(secretary, council.id, gone.id)
    counted = (await council.look(view.meeting.id)).count
    assert (counted.total, counted.comes, counted.needed) == (2, 2, 2)
    ids = {(await council.actor(one)).me: one for one in council.delegates}
    leaver = ids[gone.person_id]
    running = await council.begin(view, *council.delegates)
    assert running.count.present == 2
    item = running.items[0]
    await council.meetings.conduct.open_item(secretary, item.id)
    await council.meetings.voting.open_vote(secretary, item.id)
    with pytest.raises(NoVoteNow):
        await council.meetings.voting.vote(await council.actor(leaver), item.id, Choice.FOR)


async def test_substitutes_must_agree_and_are_released(council: Council) -> None:
    from cluster.access import Role

    stage, one = council.stage, council.delegates[0]
    colleague = await stage.add("Анна Коллегина", Role.COLLEGE, council.organisations[0])
    view = await council.announce()
    delegate, other = await council.actor(one), await council.actor(colleague)
    invitee = next(each for each in view.invitees if each.person_id == delegate.me)
    answering = council.meetings.answering
    await answering.send_substitute(delegate, invitee.id, other.me)
    await stage.world.settle()
    assert "прийти на заседание вместо коллеги" in colleague.chat(stage.world.bot).from_bots[-2].body
    assert (await council.look(view.meeting.id)).count.comes == 0, "asked is not agreed"
    await answering.agree(other, invitee.id, agreed=False)
    assert (await council.look(view.meeting.id)).count.comes == 0, "declined is not coming"
    await answering.agree(other, invitee.id, agreed=True)
    assert (await council.look(view.meeting.id)).count.comes == 1
    await answering.answer(delegate, invitee.id, Answer.YES)
    await stage.world.settle()
    assert "больше не нужно" in stage.seen(colleague)
    found = (await council.look(view.meeting.id)).invitees
    assert [(each.substitute_id, each.substitute_state) for each in found if each.id == invitee.id] == [(None, None)]
    link = await answering.link(delegate, invitee.id)
    await answering.come_by(other, link.payload.removeprefix("sub_"))
    await answering.agree(other, invitee.id, agreed=True)
    own = (await council.look(view.meeting.id)).of(other.me)[0]
    assert own.substitute_state is SubstituteState.ACCEPTED
    secretary = await council.actor(council.secretary)
    await council.meetings.announcing.cancel(secretary, view.meeting.id, "Болезнь докладчика")
    with pytest.raises(AnswersClosed):
        await answering.answer(delegate, invitee.id, Answer.NO)
    await stage.world.settle()
    assert "Болезнь докладчика" in colleague.chat(stage.world.bot).from_bots[-2].body


async def test_quorum_is_kept_item_by_item_and_secret_votes_are_secret(council: Council) -> None:
    world, (one, two, _) = council.world, council.delegates
    meetings, secretary = council.meetings, await council.actor(council.secretary)
    conduct, voting, decisions = meetings.conduct, meetings.voting, meetings.decisions
    running = await council.begin(await council.announce(), one, two)
    first, second = (item.id for item in running.items)
    async with world.app.db.write() as tx:
        await tx.execute(text("UPDATE meeting_items SET secret = 1 WHERE id = :id"), {"id": first})
    await conduct.open_item(secretary, first)
    await voting.open_vote(secretary, first)
    await voting.vote(await council.actor(one), first, Choice.AGAINST)
    with pytest.raises(VotedSecretly):
        await voting.vote(await council.actor(one), first, Choice.FOR)
    await voting.vote(await council.actor(two), first, Choice.FOR)
    async with world.app.db.read() as connection:
        assert set(await connection.scalars(select(meeting_votes.c.choice))) == {None}
    closed = (await conduct.close_item(secretary, first)).item(first)
    assert closed is not None
    assert (closed.result.for_, closed.result.against, closed.present, closed.consultative) == (1, 1, 2, False)

    leaving = (await council.actor(two)).me
    left = next(each for each in running.invitees if each.person_id == leaving)
    await conduct.mark(secretary, left.id, substitute=False, here=False)
    await conduct.open_item(secretary, second)
    view = await decisions.decide(secretary, second, NewDecision("Рекомендовать", None, None, None), "advice")
    await decisions.decide(secretary, first, NewDecision("Утвердить", None, None, date(2022, 7, 15)), "binding")
    await conduct.close_item(secretary, second)
    view = await conduct.end(secretary, running.meeting.id)
    assert [item.consultative for item in view.items] == [False, True]
    async with world.app.db.read() as connection:
        assert list(await connection.scalars(select(obligations.c.title))) == ["Утвердить"], "advice obliges nobody"
    decision = next(each for each in view.decisions if each.text == "Утвердить")
    await decisions.change_decision(secretary, decision.id, NewDecision("Утвердить перечень", None, None, None))
    async with world.app.db.read() as connection:
        assert list(await connection.scalars(select(obligations.c.title))) == ["Утвердить перечень"]
    await council.meetings.minutes.sign(secretary, view.meeting.id, "file", "protokol.pdf")
    with pytest.raises(MinutesSigned):
        await decisions.set_heard(secretary, first, "Поздно")
    with pytest.raises(WrongState):
        await conduct.begin(secretary, view.meeting.id)


async def test_group_and_channel_hear_of_it_once_a_version(council: Council) -> None:
    world, secretary = council.world, await council.actor(council.secretary)
    async with world.app.db.write() as tx:
        await tx.execute(
            text(
                "INSERT INTO cluster_chats (cluster_id, purpose, chat_id, title, state, present, can_post, can_edit,"
                " can_delete, seen_at) VALUES (:cluster, :purpose, -100500, 'Группа', 'connected', 1, 1, 1, 1, :at)"
            ),
            {"cluster": council.stage.cluster_id, "purpose": ChatPurpose.GROUP.value, "at": "2022-06-21 03:00:00"},
        )
    view = await council.draft()
    for _ in range(2):
        await council.meetings.announcing.announce(secretary, view.meeting.id)
    await council.meetings.announcing.set_date(secretary, view.meeting.id, STARTS + timedelta(days=1))
    async with world.app.db.read() as connection:
        rows = await connection.execute(text("SELECT key FROM outbox WHERE kind = 'meetings.posted' ORDER BY id"))
        assert [row.key for row in rows] == [
            f"meetings:posted:{view.meeting.id}:0:group",
            f"meetings:posted:{view.meeting.id}:1:group",
        ]
        await connection.rollback()
    async with world.app.db.write() as tx:
        await tx.execute(text("DELETE FROM outbox WHERE kind = 'meetings.posted'"))


async def test_an_empty_quarter_is_told_once_on_its_first_working_day(council: Council) -> None:
    world, app = council.world, council.world.app
    assert await report_quarters(app.db, app.services.calendars, world.clock.now()) == 0, "both met in II 2022"
    world.clock.move_to(STARTS + timedelta(days=3))  # Friday 1 July 2022
    assert await report_quarters(app.db, app.services.calendars, world.clock.now()) == 2
    assert await report_quarters(app.db, app.services.calendars, world.clock.now()) == 0
    await world.settle()
    assert "III квартал 2022" in council.stage.seen(council.secretary)
    page = await council.meetings.duty.year(await council.actor(council.secretary), 2022)
    assert page.warnings == 3  # КС I (over), ЭС III, КС III
    await world.say(council.secretary, "/meetings")
    await world.tap(council.secretary, "Раз в квартал")
    assert "⚠️ III квартал: ничего не назначено" in council.stage.seen(council.secretary)
    await world.tap(council.secretary, "Таблица за год")
    assert council.secretary.chat(world.bot).last_answer.file.file_name.endswith(".xlsx")


async def test_who_withdraws_leaves_councils_and_meetings(council: Council) -> None:
    view, one = await council.announce(), council.delegates[0]
    await council.answer(one, view, Answer.YES)
    actor = await council.actor(one)
    kept = await council.world.app.services.privacy.export(actor)
    assert "invitations" in str(kept)
    async with council.world.app.db.write() as tx:
        await meetings_answers.leave(tx, actor.me, council.world.clock.now() - timedelta(days=1))
    found = await council.look(view.meeting.id)
    assert found.count.total == 2
    assert found.count.forecast is Forecast.AT_RISK


async def test_an_answer_takes_few_statements(council: Council) -> None:
    from sqlalchemy import event

    view, one = await council.announce(), council.delegates[0]
    actor = await council.actor(one)
    invitee = next(each for each in view.invitees if each.person_id == actor.me)
    counted: list[str] = []
    engine = council.world.app.db.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *args: counted.append(args[2]))
    await council.meetings.answering.answer(actor, invitee.id, Answer.YES)
    assert len(counted) == 5, counted  # meeting, agenda, invitations; the answer, the log
