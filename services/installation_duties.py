"""Who is told, by itself, that letters did not arrive or updates could not be read."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cluster.access import Role
from cluster.calendar import local_day
from services.installation_notices import PostInDoubt, TroubleFound
from storage import installation, outbox
from storage.database import Database
from storage.outbox import Letter, Recipient

NEWS = "news."
"""The news desk tells of its own posts, with the post's title and what to do."""


async def report_trouble(db: Database, now: datetime, zone: ZoneInfo) -> int:
    """Tell administrators that something needs a look: one letter a day, none while the last is on its way.

    The notice itself is no trouble worth telling of, and who blocked the bot is not written to: no notice breeds
    another one.

    Args:
        zone: of the day.

    Returns:
        How many were told.
    """
    async with db.read() as connection:
        if not await installation.trouble(connection, besides=TroubleFound.kind):
            return 0
        waiting = await installation.on_its_way(connection, TroubleFound.kind)
        told = set(await installation.reachable(connection, Role.ADMINISTRATOR, None)) - waiting
        day = local_day(now, zone)
        keys = {f"installation:trouble:{day}:{person_id}": person_id for person_id in sorted(told)}
        known = await installation.letter_keys(connection, list(keys))
    letters = [
        Letter(TroubleFound(day=day), Recipient.person(person_id), now, key)
        for key, person_id in keys.items()
        if key not in known
    ]
    return await _write(db, letters)


async def report_posts(db: Database, now: datetime) -> int:
    """Tell coordinators of each post of their cluster that needs a look, once (again after it was sent again).

    Returns:
        How many letters were written.
    """
    letters: list[Letter] = []
    async with db.read() as connection:
        posts = await installation.stuck_posts(connection, besides=NEWS)
        for cluster_id in sorted({post.cluster_id for post in posts if post.cluster_id is not None}):
            coordinators = await installation.reachable(connection, Role.COORDINATOR, cluster_id)
            letters += [
                Letter(
                    PostInDoubt(letter_id=post.id, cluster_id=cluster_id),
                    Recipient.person(person_id, cluster_id),
                    now,
                    f"installation:post:{post.id}:{post.stamp}:{person_id}",
                )
                for post in posts
                if post.cluster_id == cluster_id
                for person_id in coordinators
            ]
        known = await installation.letter_keys(connection, [letter.key for letter in letters if letter.key])
    return await _write(db, [letter for letter in letters if letter.key not in known])


async def _write(db: Database, letters: list[Letter]) -> int:
    if letters:
        await db.run(lambda tx: outbox.add_many(tx, letters), alone=False)
    return len(letters)
