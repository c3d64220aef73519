"""Working calendars of all clusters, kept in memory: they are asked on every tick and change once a year."""

from collections.abc import Mapping

from cluster.calendar import WorkingCalendar
from storage import directory
from storage.database import Database


class Calendars:
    """Call it with a cluster's id to get its working calendar; the bundled one where nothing was corrected."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._bundled = WorkingCalendar()
        self._corrected: Mapping[int, WorkingCalendar] = {}

    def __call__(self, cluster_id: int | None) -> WorkingCalendar:
        """The calendar of a cluster; None stands for no cluster."""
        return self._corrected.get(cluster_id, self._bundled) if cluster_id is not None else self._bundled

    async def refresh(self) -> None:
        """Read the corrections again: at start, after a correction, and now and then for other replicas' ones."""
        async with self._db.read() as connection:
            corrected = await directory.corrected_clusters(connection)
            self._corrected = {
                cluster_id: await directory.working_calendar(connection, cluster_id) for cluster_id in corrected
            }
