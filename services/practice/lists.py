"""Use cases of lists: a college's interns from a table, all troubles named, nothing taken until it is confirmed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cluster.access import Actor, Permission
from cluster.directory import OrganisationKind, fold
from cluster.errors import NotFound
from cluster.practice.listing import Fault, Listed, NewIntern, Trouble, read_list
from cluster.practice.places import ClearanceKind
from cluster.practice.refusals import ListEmpty, ListTaken
from cluster.practice.requests import Clearance, ClearanceState, Request
from services.base import Service, use_case
from services.clock import Clock
from services.practice.requests import insert_interns, own_request, require_open
from services.practice.scope import today
from storage import audit, directory
from storage import practice as base
from storage import practice_requests as queries
from storage.database import Database
from storage.schema.practice import practice_lists


@dataclass(frozen=True, slots=True)
class ListCard:
    """A list that was read.

    Args:
        good: rows that can be taken.
        troubles: what is wrong with the others.
        is_taken: its rows are interns already.
    """

    id: int
    request: Request
    good: int
    troubles: Sequence[Trouble]
    bad_rows: int
    is_taken: bool


class ListService(Service):
    """What a college does with a list."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @use_case(Permission.REQUEST_PRACTICE)
    async def template(self, actor: Actor, request_id: int) -> tuple[Request, Sequence[str]]:
        """What the template is made of: the request, and short names of enterprises to wish for.

        Raises:
            RequestClosed: the request is over.
        """
        async with self._db.read() as connection:
            request = await own_request(connection, actor, request_id)
            require_open(request)
            found, _ = await directory.organisations_of(
                connection, actor.here, kind=OrganisationKind.ENTERPRISE, limit=500
            )
        return request, [one.short_name for one in found]

    @use_case(Permission.REQUEST_PRACTICE)
    async def read(
        self, actor: Actor, request_id: int, rows: Sequence[tuple[int, Sequence[str]]], draft_key: str
    ) -> ListCard:
        """Read a list's rows, header aside, and keep the result; nobody is added yet.

        Args:
            rows: number of the row in the file, and the text of its cells.
            draft_key: of the file; the same again is the same list.

        Raises:
            ListEmpty: there are no rows.
            RequestClosed: the request is over.
        """
        if not rows:
            raise ListEmpty()
        async with self._db.write() as tx:
            request = await own_request(tx, actor, request_id)
            require_open(request)
            made = await base.made_of(tx, practice_lists, draft_key)
            if made is None:
                found, _ = await directory.organisations_of(tx, actor.here, kind=OrganisationKind.ENTERPRISE, limit=500)
                names = {fold(name): one.id for one in found for name in (one.name, one.short_name)}
                known = frozenset(await queries.marks_of(tx, request_id))
                listed = read_list(rows, names, known, today(actor, self._clock))
                made = await base.insert_once(tx, practice_lists, self._values(actor, request_id, listed, draft_key))
            return _card(await queries.stored_list(tx, actor.here, made), request)

    @use_case(Permission.REQUEST_PRACTICE)
    async def look(self, actor: Actor, list_id: int) -> ListCard:
        """A list that was read.

        Raises:
            NotFound, Forbidden: it is not here, or somebody else's.
        """
        async with self._db.read() as connection:
            stored = await queries.stored_list(connection, actor.here, list_id)
            if stored is None:
                raise NotFound()
            return _card(stored, await own_request(connection, actor, stored.request_id))

    @use_case(Permission.REQUEST_PRACTICE)
    async def take(self, actor: Actor, list_id: int) -> ListCard:
        """Add the good rows as interns, once.

        Raises:
            ListTaken: they were added before.
            RequestClosed: the request is over.
        """
        async with self._db.write() as tx:
            stored = await queries.stored_list(tx, actor.here, list_id)
            if stored is None:
                raise NotFound()
            request = await own_request(tx, actor, stored.request_id)
            require_open(request)
            if stored.taken_at is not None:
                raise ListTaken()
            known = await queries.marks_of(tx, request.id)
            new = [one for one in map(_restored, stored.rows) if one.own_mark not in known]
            await insert_interns(tx, actor, request.id, new, self._clock)
            card = _card(stored, request)
            await queries.take_list(tx, list_id, self._clock.now())
            subject = f"practice_requests:{request.id}"
            await audit.add(tx, actor.me, actor.here, "practice_list_taken", subject, self._clock.now())
            return card

    def _values(self, actor: Actor, request_id: int, listed: Listed, draft_key: str) -> dict[str, Any]:
        return {
            "cluster_id": actor.here,
            "request_id": request_id,
            "rows": [_plain(one) for one in listed.good],
            "faults": [[one.row, one.column, one.fault.value, one.value] for one in listed.troubles],
            "draft_key": draft_key,
            "created_by": actor.me,
            "created_at": self._clock.now(),
        }


def _card(stored: Any, request: Request) -> ListCard:
    troubles = [Trouble(row, column, Fault(fault), value) for row, column, fault, value in stored.faults]
    bad = len({one.row for one in troubles})
    return ListCard(stored.id, request, len(stored.rows), troubles, bad, stored.taken_at is not None)


def _plain(new: NewIntern) -> dict[str, Any]:
    return {
        "mark": new.own_mark,
        "year": new.birth_year,
        "town": new.town,
        "clearances": {
            one.kind.value: [one.state.value, one.on.isoformat() if one.on else None] for one in new.clearances
        },
        "wishes": list(new.wishes),
        "towns": list(new.towns),
    }


def _restored(row: Mapping[str, Any]) -> NewIntern:
    held = tuple(
        Clearance(ClearanceKind(kind), ClearanceState(state), date.fromisoformat(on) if on else None)
        for kind, (state, on) in row["clearances"].items()
    )
    return NewIntern(row["mark"], row["year"], row["town"], held, tuple(row["wishes"]), tuple(row.get("towns", ())))
