"""The use cases on both databases: a session from its setting up to a signed sheet, many verdicts side by side."""

import asyncio

import pytest

from cluster.access import Actor, Membership, Role
from cluster.errors import Forbidden, NotFound
from cluster.evaluation.refusals import DeadlinePassed, SheetIncomplete, WrongState
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.states import DeclineReason
from cluster.people import CONSENT_VERSION
from services.calendars import Calendars
from services.clock import MovableClock
from services.directory import DirectoryService
from services.evaluation import Evaluation, NewProgramme, Outcome, Said, evaluation_of
from storage import outbox, people, reminders, roles
from storage.database import Database
from tests.stage import FIGURES, SESSION


class Office:
    """The use cases with people, without a bot."""

    def __init__(self, database: Database, clock: MovableClock) -> None:
        self.db, self.clock = database, clock
        self.evaluation: Evaluation = evaluation_of(database, clock, Calendars(database))
        self.telegram_id = 500

    async def person(self, cluster_id: int | None, role: Role, organisation_id: int | None = None) -> Actor:
        self.telegram_id += 1
        async with self.db.write() as tx:
            person_id = await people.add_person(tx, self.telegram_id, f"Человек {self.telegram_id}", "ru")
            await people.record_consent(tx, person_id, CONSENT_VERSION, None, self.clock.now())
            held = Membership(cluster_id, organisation_id, role)
            await roles.grant(tx, person_id, held, None, self.clock.now())
        async with self.db.read() as connection:
            return (await people.load_actor(connection, self.telegram_id)).actor


async def test_from_setting_up_to_the_signature(db: Database, clock: MovableClock) -> None:
    office, evaluation = Office(db, clock), evaluation_of(db, clock, Calendars(db))
    admin = await office.person(None, Role.ADMINISTRATOR)
    created = await DirectoryService(db, clock).create_builtin_cluster(admin, "c")
    here = created.cluster.id
    coordinator = await office.person(here, Role.COORDINATOR)
    experts = [await office.person(here, Role.EXPERT) for _ in range(4)]

    overview = await evaluation.sessions.create(coordinator, SESSION, "s")
    college = (await evaluation.programmes.colleges(coordinator))[0][0]
    new = NewProgramme(college, "15.02.12", "Монтаж", FIGURES)
    card = await evaluation.programmes.add(coordinator, overview.session.id, new, "p")
    assert (await evaluation.programmes.add(coordinator, overview.session.id, new, "p")).programme == card.programme
    for expert in experts:
        await evaluation.sessions.set_expert(coordinator, card.programme.id, expert.me, wanted=True)
    assert await evaluation.scoring.mine(experts[0]) == [], "nobody is told of a draft"
    opened = await evaluation.sessions.open(coordinator, overview.session.id)
    await evaluation.sessions.open(coordinator, overview.session.id)
    works = {line.person_id: line.assignment_id for line in opened.experts}
    async with db.read() as connection:
        assert len(await reminders.planned(connection, "evaluation:")) == 3 * (len(experts) + 1)
        assert len((await connection.execute(outbox.outbox.select())).all()) == len(experts)

    *scorers, decliner = experts
    with pytest.raises(WrongState):
        await evaluation.remarks.hear(scorers[0], works[scorers[0].me], Said(1, "рано", clock.now()))
    await evaluation.scoring.decline(decliner, works[decliner.me], DeclineReason.NO_TIME)
    for expert in scorers:
        await evaluation.scoring.accept(expert, works[expert.me])
        await evaluation.scoring.resume(expert, works[expert.me])
    taps = [
        evaluation.scoring.judge(expert, works[expert.me], i, Verdict.CANNOT_ASSESS, 0)
        for i in range(14)
        for expert in scorers
    ]
    assert all(scored.applied for scored in await asyncio.gather(*taps))

    first, mine = scorers[0], works[scorers[0].me]
    shown = (await evaluation.scoring.look(first, mine)).answers["1.1"].revision
    scored = await evaluation.scoring.judge(first, mine, 0, Verdict.FAILS, shown)
    with pytest.raises(SheetIncomplete):
        await evaluation.scoring.submit(first, mine)
    assert await evaluation.remarks.active(first) == mine
    heard = await evaluation.remarks.hear(first, mine, Said(7, "Нет & <b>", clock.now()))
    assert (heard.outcome, scored.place.index) == (Outcome.REMARK, 0)
    signed, again = await evaluation.scoring.submit(first, mine), await evaluation.scoring.submit(first, mine)
    assert (signed.again, again.again) == (False, True)
    assert signed.submission == again.submission
    form = await evaluation.telling.form(signed.submission.id)
    assert form is not None and form.submission.code.startswith("ЭЛ-")
    assert form.signer.name == first.name

    closed = await evaluation.sessions.close(coordinator, overview.session.id)
    assert sorted(line.state.value for line in closed.experts) == ["declined", "draft", "draft", "final"]
    assert closed.handed_in(card.programme) == 1


async def test_strangers_find_nothing(db: Database, clock: MovableClock) -> None:
    """Another cluster's coordinator and expert get the same answer as for what does not exist."""
    office, evaluation = Office(db, clock), evaluation_of(db, clock, Calendars(db))
    admin = await office.person(None, Role.ADMINISTRATOR)
    directory = DirectoryService(db, clock)
    here, there = [(await directory.create_builtin_cluster(admin, key)).cluster.id for key in ("a", "b")]
    owner, stranger = [await office.person(cluster, Role.COORDINATOR) for cluster in (here, there)]
    expert, foreign_expert = [await office.person(cluster, Role.EXPERT) for cluster in (here, there)]
    overview = await evaluation.sessions.create(owner, SESSION, "s")
    session = overview.session.id
    college = (await evaluation.programmes.colleges(owner))[0][0]
    card = await evaluation.programmes.add(owner, session, NewProgramme(college, None, "П", {}), "p")
    programme = card.programme.id
    await evaluation.sessions.set_expert(owner, programme, expert.me, wanted=True)
    opened = await evaluation.sessions.open(owner, session)
    a = opened.experts[0].assignment_id
    sessions, programmes, scoring = evaluation.sessions, evaluation.programmes, evaluation.scoring
    attempts = [
        sessions.overview(stranger, session),
        sessions.open(stranger, session),
        sessions.close(stranger, session),
        sessions.nudge(stranger, session),
        sessions.move_deadline(stranger, session, SESSION.deadline),
        sessions.candidates(stranger, programme),
        sessions.set_expert(stranger, programme, expert.me, wanted=False),
        sessions.set_expert(owner, programme, foreign_expert.me, wanted=True),
        sessions.form(stranger, a),
        programmes.look(stranger, programme),
        programmes.rename(stranger, programme, None, "Чужое"),
        programmes.set_figure(stranger, programme, 5, "50"),
        programmes.add(owner, session, NewProgramme(10**6, None, "П", {}), "q"),
        programmes.material(foreign_expert, 1),
        scoring.look(foreign_expert, a),
        scoring.accept(foreign_expert, a),
        scoring.decline(foreign_expert, a, DeclineReason.NO_TIME),
        scoring.judge(foreign_expert, a, 0, Verdict.MEETS, 0),
        scoring.go(foreign_expert, a, 0),
        scoring.submit(foreign_expert, a),
        scoring.materials(foreign_expert, a),
        scoring.form(expert, a),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound):
            await attempt
    for attempt in (scoring.look(owner, a), sessions.overview(expert, session), programmes.own(expert)):
        with pytest.raises(Forbidden):
            await attempt
    with pytest.raises(DeadlinePassed) as refused:
        await sessions.move_deadline(owner, session, SESSION.starts_on.replace(day=1))
    assert refused.value.data == {"first": "21.06.2022"}
