"""Queries of the installation, the journal and the deadlines, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime

from cluster.access import Actor, Membership, Role
from cluster.people import CONSENT_VERSION
from services.clock import MovableClock
from services.directory import DirectoryService
from services.installation import InstallationService
from services.journal import JournalService, Thing
from services.people_notices import RoleEnded
from storage import audit, deadlines, inbox, installation, outbox, people, postbox, roles
from storage.database import Database
from storage.journal import titles
from storage.outbox import Recipient
from tests.databases import database_url, db, migrated_file, migrated_postgres

__all__ = ["database_url", "db", "migrated_file", "migrated_postgres"]

NOW = datetime(2022, 6, 21, 3, tzinfo=UTC)


async def _both_roles(db: Database) -> Actor:
    """An administrator who is the coordinator of a cluster as well."""
    async with db.write() as tx:
        person_id = await people.add_person(tx, 1001, "Анна", "ru")
        await people.record_consent(tx, person_id, CONSENT_VERSION, None, NOW)
        await roles.grant(tx, person_id, Membership(None, None, Role.ADMINISTRATOR), None, NOW)
        admin = (await people.load_actor(tx, 1001)).actor
    clock = MovableClock(NOW, frozen=True)
    created = await DirectoryService(db, clock).create_empty_cluster(admin, "Кластер", "k")
    async with db.write() as tx:
        await roles.grant(tx, person_id, Membership(created.cluster.id, None, Role.COORDINATOR), None, NOW)
        return (await people.load_actor(tx, 1001)).actor


async def test_letters_and_updates(db: Database) -> None:
    actor = await _both_roles(db)
    service = InstallationService(db, MovableClock(NOW, frozen=True), "1")
    async with db.write() as tx:
        for number in range(3):
            to = Recipient.chat(actor.here, -100) if number else Recipient.person(actor.me)
            await outbox.add(tx, RoleEnded(membership_id=1), to=to, at=NOW, key=f"k:{number}")
    page = await service.letters(actor)
    assert page.total == 0
    async with db.read() as connection:
        ids = [row[0] for row in await connection.exec_driver_sql("SELECT id FROM outbox ORDER BY id")]
    async with db.write() as tx:
        await postbox.dead(tx, ids[:1], "blocked")
        await postbox.uncertain(tx, ids[1:2], "no answer")
        await inbox.store(tx, [inbox.Arrival(2**40, "7", "{}")], NOW)
        await inbox.set_aside(tx, 2**40, "no chat", NOW)
    state = await service.state(actor)
    found = state.counts
    assert (found.dead, found.uncertain, found.due, found.later, found.set_aside, found.updates) == (1, 1, 1, 0, 1, 0)
    assert state.size > 0
    async with db.read() as connection:
        assert await installation.trouble(connection, besides="installation.trouble")
        assert [post.id for post in await installation.stuck_posts(connection, besides="news.")] == [ids[1]]
        assert await installation.reachable(connection, Role.COORDINATOR, actor.here) == [actor.me]
        assert await installation.reachable(connection, Role.ADMINISTRATOR, None) == [actor.me]
        assert await installation.letter_keys(connection, ["k:1", "k:9"]) == {"k:1"}
        assert [reach.deadline for reach in await deadlines.reaches(connection)] == [None]
    listed = (await service.letters(actor)).items
    assert [(one.person, one.chat_id, one.cluster) for one in listed] == [
        (None, -100, "Кластер"),
        ("Анна", None, None),
    ]
    assert (await service.drop(actor, ids[0], listed[1].stamp)).applied
    assert not (await service.drop(actor, ids[0], listed[1].stamp)).applied
    assert not (await service.confirm(actor, ids[1], listed[0].stamp - 1)).applied, "an older screen"
    assert (await service.confirm(actor, ids[1], listed[0].stamp)).applied
    assert await service.dismiss(actor, 2**40)
    assert not await service.dismiss(actor, 2**40)


async def test_names_of_everything_in_one_statement(db: Database) -> None:
    actor = await _both_roles(db)
    tables = (
        "people",
        "memberships",
        "invitations",
        "access_requests",
        "organisations",
        "evaluation_sessions",
        "evaluation_programmes",
        "evaluation_assignments",
        "outbox",
        "clusters",
        "elsewhere",
    )
    async with db.write() as tx:
        for table in tables:
            await audit.add(tx, actor.me, actor.here, "role_granted", f"{table}:{actor.me}", NOW)
    async with db.read() as connection:
        with db.count_queries() as seen:
            found = await titles(connection, actor.here, [(table, actor.me) for table in tables])
    assert len(seen) == 1
    assert found["people", actor.me].name == "Анна"
    service = JournalService(db, MovableClock(NOW, frozen=True))
    page = await service.page(actor, thing=Thing.PEOPLE, person_id=actor.me)
    assert page.by == "Анна"
    assert page.lines.total == 4
    assert len(await service.period(actor, 366)) >= len(tables)
