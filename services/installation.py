"""Use cases of the installation: what needs a look, and what to do with letters that did not arrive."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from storage import audit, inbox, installation, postbox
from storage.database import Database
from storage.inbox import SetAside
from storage.installation import Counts, StuckLetter

Change = Callable[[AsyncConnection, StuckLetter], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class InstallationState:
    """The installation at a glance; `size` is the database's in bytes."""

    counts: Counts
    version: str
    is_sqlite: bool
    size: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """A letter after somebody dealt with it; `applied` is False when that had been done before."""

    letter: StuckLetter
    applied: bool


class InstallationService(Service):
    """What administrators see and do when something goes wrong.

    Letters are for coordinators as well, but only those to the channel and chats of the own cluster: whoever can look
    into the channel knows whether the post is there (product, section 8).

    Args:
        version: of the program.
    """

    def __init__(self, db: Database, clock: Clock, version: str) -> None:
        self._db = db
        self._clock = clock
        self._version = version

    @use_case(Permission.MANAGE_INSTALLATION)
    async def state(self, actor: Actor) -> InstallationState:
        """Everything that is counted."""
        async with self._db.read() as connection:
            counts = await installation.counts(connection, self._clock.now())
            size = await installation.database_size(connection)
        return InstallationState(counts, self._version, self._db.is_sqlite, size)

    @use_case(Permission.MANAGE_INSTALLATION)
    async def updates(self, actor: Actor, page: int = 0) -> Page[SetAside]:
        """Updates that were set aside, newest first."""
        async with self._db.read() as connection:
            found, total = await installation.updates_set_aside(connection, **window(page))
        return Page(found, page, total)

    @use_case(Permission.MANAGE_INSTALLATION)
    async def dismiss(self, actor: Actor, update_id: int) -> bool:
        """The update was looked at: its content is erased; False when that had been done before."""
        now = self._clock.now()
        async with self._db.write() as tx:
            applied = await inbox.dismiss(tx, update_id, now)
            if applied:
                await audit.add(tx, actor.me, None, "update_dismissed", f"inbox:{update_id}", now)
        return applied

    @use_case(Permission.RESOLVE_LETTERS)
    async def letters(self, actor: Actor, page: int = 0) -> Page[StuckLetter]:
        """Letters that need a look, newest first."""
        async with self._db.read() as connection:
            found, total = await installation.stuck_letters(connection, _scope(actor), **window(page))
        return Page(found, page, total)

    @use_case(Permission.RESOLVE_LETTERS)
    async def letter(self, actor: Actor, letter_id: int) -> StuckLetter:
        """One letter.

        Raises:
            NotFound: there is none such, or it is not theirs to look at.
        """
        async with self._db.read() as connection:
            return await _found(connection, actor, letter_id)

    @use_case(Permission.RESOLVE_LETTERS)
    async def send_again(self, actor: Actor, letter_id: int, stamp: int) -> Resolution:
        """Send a dead or uncertain letter after all.

        Args:
            stamp: `StuckLetter.stamp` as it was on the screen; a tap on an older screen changes nothing.

        Raises:
            NotFound: as in `letter`.
        """
        now = self._clock.now()
        return await self._resolve(
            actor, letter_id, stamp, "letter_sent_again", lambda tx, letter: postbox.again(tx, letter.id, now)
        )

    @use_case(Permission.RESOLVE_LETTERS)
    async def confirm(self, actor: Actor, letter_id: int, stamp: int) -> Resolution:
        """An uncertain letter did arrive; arguments and refusals as in `send_again`."""
        now = self._clock.now()
        return await self._resolve(
            actor, letter_id, stamp, "letter_confirmed", lambda tx, letter: postbox.confirm(tx, letter.id, now)
        )

    @use_case(Permission.RESOLVE_LETTERS)
    async def drop(self, actor: Actor, letter_id: int, stamp: int) -> Resolution:
        """Give up a dead letter; arguments and refusals as in `send_again`."""
        return await self._resolve(
            actor, letter_id, stamp, "letter_dropped", lambda tx, letter: postbox.drop(tx, letter.id)
        )

    async def _resolve(self, actor: Actor, letter_id: int, stamp: int, action: str, change: Change) -> Resolution:
        async with self._db.write() as tx:
            before = await _found(tx, actor, letter_id)
            applied = before.stamp == stamp and await change(tx, before)
            if applied:
                subject = f"outbox:{letter_id}"
                await audit.add(tx, actor.me, before.cluster_id, action, subject, self._clock.now())
            return Resolution(await _found(tx, actor, letter_id), applied)


def _scope(actor: Actor) -> int | None:
    """None: all letters; else those to the channel and chats of this cluster."""
    return None if actor.can(Permission.MANAGE_INSTALLATION) else actor.here


async def _found(connection: AsyncConnection, actor: Actor, letter_id: int) -> StuckLetter:
    found = await installation.letter(connection, _scope(actor), letter_id)
    if found is None:
        raise NotFound()
    return found
