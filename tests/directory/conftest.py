"""A directory on a fresh SQLite database, and people who use it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from cluster.access import Actor, Membership, Role
from cluster.people import CONSENT_VERSION
from services.clock import MovableClock
from services.directory import ClusterCreated, DirectoryService
from storage import people, roles
from storage.database import Database
from tests.databases import db, migrated_file, migrated_postgres

__all__ = ["db", "migrated_file", "migrated_postgres"]


@dataclass(frozen=True)
class Directory:
    """The service, its database, and an administrator who agreed to everything."""

    service: DirectoryService
    db: Database
    clock: MovableClock
    admin: Actor

    async def actor(self, telegram_id: int, cluster_id: int, *held: Role, organisation_id: int | None = None) -> Actor:
        """Somebody with roles in a cluster, stored as consent stores them."""
        async with self.db.write() as tx:
            person_id = await people.add_person(tx, telegram_id, f"Человек {telegram_id}", "ru", cluster_id=cluster_id)
            await people.record_consent(tx, person_id, CONSENT_VERSION, None, self.clock.now())
            for role in held:
                await roles.grant(tx, person_id, Membership(cluster_id, organisation_id, role), None, self.clock.now())
        async with self.db.read() as connection:
            return (await people.load_actor(connection, telegram_id)).actor

    async def builtin(self, draft_key: str = "draft-1") -> tuple[ClusterCreated, Actor]:
        """The built-in cluster and its coordinator."""
        created = await self.service.create_builtin_cluster(self.admin, draft_key)
        return created, await self.actor(2000 + created.cluster.id, created.cluster.id, Role.COORDINATOR)


@pytest.fixture
def database_url(migrated_file: Path, tmp_path: Path) -> str:
    """SQLite; `test_both_databases.py` asks PostgreSQL as well."""
    return f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'directory.db')}"


@pytest.fixture
async def directory(db: Database, clock: MovableClock) -> Directory:
    """The directory on a database without rows."""
    async with db.write() as tx:
        admin_id = await people.add_person(tx, 1001, "Анна Администратор", "ru")
        await people.record_consent(tx, admin_id, CONSENT_VERSION, None, clock.now())
    admin = Actor(1001, admin_id, "Анна", consented=True, memberships=(Membership(None, None, Role.ADMINISTRATOR),))
    return Directory(DirectoryService(db, clock), db, clock, admin)
