"""The audit log: who did what, in pages, per cluster and per subject."""

from datetime import UTC, datetime

import pytest

from storage import audit
from storage.database import Database

NOW = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)


async def test_acts_are_listed_newest_first_in_pages(db: Database) -> None:
    async with db.write() as tx:
        for number in range(5):
            await audit.add(tx, 7, 1, "sheet_submitted", f"evaluation_sheet:{number}", NOW, {"number": number})
        await audit.add(tx, None, None, "cluster_created", "clusters:1", NOW)
    async with db.read() as connection:
        page = await audit.latest(connection, 1, limit=3)
        rest = await audit.latest(connection, 1, before=page[-1].id)
        installation = await audit.latest(connection, None)
        about = await audit.about(connection, "evaluation_sheet:2")
    assert [entry.subject for entry in page + rest] == [f"evaluation_sheet:{number}" for number in (4, 3, 2, 1, 0)]
    assert [(entry.actor_person_id, entry.action, entry.details) for entry in installation] == [
        (None, "cluster_created", {})
    ]
    assert [(entry.at, entry.cluster_id, entry.actor_person_id, entry.details) for entry in about] == [
        (NOW, 1, 7, {"number": 2})
    ]


async def test_an_act_that_failed_is_not_in_the_log(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with db.write() as tx:
            await audit.add(tx, 7, 1, "sheet_submitted", "evaluation_sheet:1", NOW)
            raise ZeroDivisionError
    async with db.read() as connection:
        assert await audit.latest(connection, 1) == []
