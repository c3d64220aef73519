"""Notices of the installation in words: always as things are at the moment of delivery."""

from cluster.access import Role
from handlers.engine import Button, Reader, Screen, renders
from handlers.installation import screens
from handlers.installation.taps import InstallationTap
from locales import lines
from services.installation_notices import PostInDoubt, TroubleFound
from storage import installation, roles


@renders(TroubleFound)
async def trouble_found(notice: TroubleFound, reader: Reader) -> Screen | None:
    """To an administrator; nothing when everything was dealt with, or they are none any more."""
    t = reader.t
    async with reader.services.db.read() as connection:
        if reader.person_id not in await roles.holders(connection, None, Role.ADMINISTRATOR):
            return None
        counts = await installation.counts(connection, reader.services.clock.now())
    if not (counts.dead or counts.uncertain or counts.set_aside):
        return None
    text = t("installation-notice", letters=counts.dead + counts.uncertain, updates=counts.set_aside)
    return Screen(text, [[Button(t.plain("installation-see"), InstallationTap(do=InstallationTap.HOME))]])


@renders(PostInDoubt)
async def post_in_doubt(notice: PostInDoubt, reader: Reader) -> Screen | None:
    """To a coordinator; nothing when somebody dealt with it in the meantime."""
    async with reader.services.db.read() as connection:
        found = await installation.letter(connection, notice.cluster_id, notice.letter_id)
    if found is None or found.state not in ("dead", "uncertain"):
        return None
    card = screens.letter(reader.t, found)
    return Screen(lines(reader.t("installation-post-notice"), card.text, gap="\n\n"), card.rows)
