"""What may never stand in a notification: interns' names and numbers, phones, anything medical."""

import json
import re

from sqlalchemy import text

from cluster.notice import Notice
from handlers.engine.notices import Reader, render_notices
from tests.practice.office import Office

MEDICAL = ("медосмотр", "прививоч", "пцр", "диагноз", "справк")
PHONE = re.compile(r"\+7|8[ (-]*9\d\d")


async def check_letters(office: Office) -> set[str]:
    """Render every letter so far, for whom it is and as for a group; gives the kinds that said something."""
    async with office.world.app.db.read() as connection:
        rows = (await connection.execute(text("SELECT kind, payload, person_id FROM outbox ORDER BY id"))).all()
        known = await connection.execute(
            text("SELECT i.own_mark, p.name FROM practice_interns i LEFT JOIN people p ON p.id = i.person_id")
        )
        secrets = {secret.lower() for row in known for secret in row if secret and len(secret) >= 6}
    said_something, t = set(), office.world.app.texts.for_locale("ru")
    for row in rows:
        if not row.kind.startswith("practice."):
            continue
        notice = Notice.restore(row.kind, json.loads(row.payload))
        for reader_id in (row.person_id, None):
            for screen in await render_notices([notice], Reader(t, reader_id, 1, office.world.app.services)):
                said_something.add(row.kind)
                said = " ".join([screen.text, *(button.text for line in screen.rows for button in line)]).lower()
                for secret in (*secrets, *MEDICAL):
                    assert secret not in said, (row.kind, secret, screen.text)
                assert not PHONE.search(said), (row.kind, screen.text)
    return said_something
