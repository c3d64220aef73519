"""Use cases of matching: a coordinator runs it, looks at what it found, pins and forbids pairs, publishes."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound
from cluster.matching.model import VERSION, Goal, Pair, Problem
from cluster.matching.plain import fingerprint, read_problem, read_result, write_problem
from cluster.matching.result import LeftOut, Placed, Result
from cluster.practice.mentors import Mentor
from cluster.practice.places import Place
from cluster.practice.requests import Intern, Request
from cluster.practice.runs import SECONDS, Moved, NothingToMatch, Run, RunOutdated, RunState, Word, difference
from services.base import Service, use_case
from services.calendars import Calendars
from services.clock import Clock
from services.paging import Page, window
from services.practice import letters
from services.practice.matching_input import load_season, problem_of
from services.practice.matching_output import proposals
from services.practice.notices import LeftOutTold
from services.practice.proposing import propose
from services.practice.scope import today
from storage import audit, practice_runs, roles
from storage import practice as base
from storage import practice_requests as asked
from storage.database import Database

CHUNK: Final = 20
"""Placements proposed in one transaction of a publication."""
KEPT: Final = 3
"""Finished runs kept read: pages of the same preview do not read it again."""


@dataclass(frozen=True, slots=True)
class RunCard:
    """A run as its coordinator sees it.

    Args:
        interns, requests, places, mentors: everything it names, by id.
        moved: against the run before; `other` is that run.
        words: pins and bans as they are now.
        is_current: whether a run now would see the same; None where that was not looked at.
    """

    run: Run
    problem: Problem
    result: Result
    interns: Mapping[int, Intern]
    requests: Mapping[int, Request]
    places: Mapping[int, Place]
    mentors: Mapping[int, Mentor]
    words: Mapping[Pair, Word]
    other: Run | None = None
    moved: Sequence[Moved] = ()
    is_current: bool | None = None

    def placed(self, intern_id: int) -> Placed | None:
        """Where the intern is placed."""
        return next((one for one in self.result.placed if one.intern_id == intern_id), None)

    def left_out(self, intern_id: int) -> LeftOut | None:
        """Why the intern is not."""
        return next((one for one in self.result.left_out if one.intern_id == intern_id), None)


@dataclass(frozen=True, slots=True)
class Bench:
    """What matching starts from: how many wait, seats free, the run that goes, finished ones, words on pairs."""

    waiting: int
    places: int
    seats: int
    going: Run | None
    runs: Page[Run]
    pins: int
    bans: int


@dataclass(frozen=True, slots=True)
class OwnLeftOut:
    """Interns of a college the last published run left without a place, with what stands in the way."""

    run: Run | None
    page: Page[LeftOut]
    interns: Mapping[int, Intern]
    places: Mapping[int, Place]
    problem: Problem | None


class MatchingService(Service):
    """What coordinators do with runs; colleges see why theirs were left out."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars
        self._read: OrderedDict[int, tuple[Problem, Result]] = OrderedDict()

    @use_case(Permission.MANAGE_PRACTICE)
    async def bench(self, actor: Actor, number: int = 0) -> Bench:
        """Where matching stands."""
        span, day = window(number), today(actor, self._clock)
        async with self._db.read() as connection:
            _, waiting = await asked.interns(connection, actor.here, waiting=True, limit=0)
            places, total = await base.places(connection, actor.here, only_open=True, ends_from=day)
            taken = await base.taken(connection, [one.id for one in places])
            going, _ = await practice_runs.runs(connection, actor.here, states=[RunState.WAITING])
            done = (RunState.DONE, RunState.PUBLISHED, RunState.FAILED)
            runs, count = await practice_runs.runs(
                connection, actor.here, states=done, limit=span["limit"], offset=span["offset"]
            )
            words = list((await practice_runs.words(connection, actor.here)).values())
        seats = sum(max(0, one.capacity - taken.get(one.id, 0)) for one in places)
        page = Page(runs, max(0, number), count)
        return Bench(waiting, total, seats, next(iter(going), None), page, words.count(Word.PIN), words.count(Word.BAN))

    @use_case(Permission.MANAGE_PRACTICE)
    async def start(
        self, actor: Actor, goal: Goal, *, card: tuple[int, int] | None = None, other_lots: bool = False
    ) -> Run:
        """Put a run in line; while one waits or goes, that one is given back.

        Args:
            card: chat and message that show how far it is.
            other_lots: break ties otherwise than the last run did.

        Raises:
            NothingToMatch: nobody waits, or no place is open.
        """
        day, now = today(actor, self._clock), self._clock.now()
        async with self._db.read() as connection:
            season = await load_season(connection, actor.here, day)
            last, _ = await practice_runs.runs(connection, actor.here, limit=1)
        seed = (last[0].seed if last else 1) + other_lots
        problem = await problem_of(season, day, self._calendars(actor.here), goal, seed)
        if len(problem.interns) == len(problem.frozen) or not problem.places:
            raise NothingToMatch()
        content = await asyncio.to_thread(write_problem, problem)
        async with self._db.write() as tx:
            going, _ = await practice_runs.runs(tx, actor.here, states=[RunState.WAITING])
            if going:
                return going[0]
            run_id = await practice_runs.insert_run(
                tx,
                content,
                cluster_id=actor.here,
                goal=goal.value,
                seed=seed,
                version=VERSION,
                input_hash=fingerprint(content),
                seconds=SECONDS,
                chat_id=card[0] if card else None,
                message_id=card[1] if card else None,
                locale=actor.locale,
                created_by=actor.me,
                created_at=now,
            )
            await self._note(tx, actor, "practice_matching_started", run_id)
            run = await practice_runs.run(tx, actor.here, run_id)
        assert run is not None
        return run

    @use_case(Permission.MANAGE_PRACTICE)
    async def run(self, actor: Actor, run_id: int) -> Run:
        """A run without its result.

        Raises:
            NotFound: no such run here.
        """
        async with self._db.read() as connection:
            return await self._run(connection, actor, run_id)

    @use_case(Permission.MANAGE_PRACTICE)
    async def look(self, actor: Actor, run_id: int, *, compare: bool = False, check: bool = False) -> RunCard:
        """A finished run with its result.

        Args:
            compare: also with the finished run before it.
            check: also whether a run now would see the same.

        Raises:
            NotFound: no such run here, or it is not done.
        """
        async with self._db.read() as connection:
            run = await self._run(connection, actor, run_id)
            card = await self._card(connection, actor, run)
            if compare:
                done = (RunState.DONE, RunState.PUBLISHED)
                before, _ = await practice_runs.runs(connection, actor.here, states=done, before=run_id, limit=1)
                if before:
                    _, result = await self._content(connection, before[0])
                    card = replace(card, other=before[0], moved=difference(result, card.result))
            season = await load_season(connection, actor.here, today(actor, self._clock)) if check else None
        if season is not None:
            now = await problem_of(season, today(actor, self._clock), self._calendars(actor.here), run.goal, run.seed)
            content = await asyncio.to_thread(write_problem, now)
            card = replace(card, is_current=fingerprint(content) == run.input_hash)
        return card

    @use_case(Permission.MANAGE_PRACTICE)
    async def say(self, actor: Actor, run_id: int, pair: Pair, word: Word | None) -> RunCard:
        """Pin or ban a pair for the next run, or take the word back.

        Raises:
            NotFound: the run knows no such intern or place.
        """
        async with self._db.write() as tx:
            card = await self._card(tx, actor, await self._run(tx, actor, run_id))
            if pair.intern_id not in card.interns or pair.place_id not in card.places:
                raise NotFound()
            if card.words.get(pair) != word:
                await practice_runs.say(tx, actor.here, pair, word, by=actor.me, now=self._clock.now())
                await self._note(tx, actor, "practice_matching_word", run_id)
            return replace(card, words=await practice_runs.words(tx, actor.here))

    @use_case(Permission.MANAGE_PRACTICE)
    async def forget_words(self, actor: Actor) -> int:
        """Take back all pins and bans; gives how many there were."""
        async with self._db.write() as tx:
            words = await practice_runs.words(tx, actor.here)
            for pair in words:
                await practice_runs.say(tx, actor.here, pair, None, by=actor.me, now=self._clock.now())
        return len(words)

    @use_case(Permission.MANAGE_PRACTICE)
    async def publish(self, actor: Actor, run_id: int) -> tuple[Run, int]:
        """Propose what the run placed to all sides, and tell colleges who was left out; once.

        It goes in parts, so that others are not kept waiting; stopped half-way it is taken up by publishing again.

        Returns:
            The run, and how many placements were proposed now.

        Raises:
            RunOutdated: another run was published after it, or it is no preview.
        """
        async with self._db.read() as connection:
            run = await self._run(connection, actor, run_id)
            if run.state is RunState.PUBLISHED:
                return run, 0
            later, _ = await practice_runs.runs(connection, actor.here, states=[RunState.PUBLISHED], limit=1)
            if not run.is_publishable or (later and later[0].id > run_id):
                raise RunOutdated()
            card = await self._card(connection, actor, run)
        found = await asyncio.to_thread(proposals, card.problem, card.result.placed, run_id)
        calendar, made = self._calendars(actor.here), 0
        for start in range(0, len(found), CHUNK):
            async with self._db.write() as tx:
                some = found[start : start + CHUNK]
                made += len(await propose(tx, actor.here, some, calendar, self._clock.now(), actor.me))
            await asyncio.sleep(0)
        async with self._db.write() as tx:
            now = self._clock.now()
            await practice_runs.change_run(tx, run_id, state=RunState.PUBLISHED.value, published_at=now)
            await self._tell_colleges(tx, card)
            await self._note(tx, actor, "practice_matching_published", run_id)
            return await self._run(tx, actor, run_id), made

    @use_case(Permission.REQUEST_PRACTICE)
    async def own_left_out(self, actor: Actor, number: int = 0) -> OwnLeftOut:
        """Who of the college's interns the last published run left out and who still waits, with the reasons."""
        span, colleges = window(number), actor.organisations(Role.COLLEGE)
        async with self._db.read() as connection:
            published, _ = await practice_runs.runs(connection, actor.here, states=[RunState.PUBLISHED], limit=1)
            if not published:
                return OwnLeftOut(None, Page([], 0, 0), {}, {}, None)
            problem, result = await self._content(connection, published[0])
            ids = [one.intern_id for one in result.left_out]
            waiting, _ = await asked.interns(connection, actor.here, ids=ids, waiting=True)
            requests, _ = await asked.requests(connection, actor.here, ids={one.request_id for one in waiting})
            own = {one.id for one in requests if one.organisation_id in colleges}
            mine = {one.id: one for one in waiting if one.request_id in own}
            left = sorted((one for one in result.left_out if one.intern_id in mine), key=lambda one: one.waiting)
            shown = left[span["offset"] : span["offset"] + span["limit"]]
            named = {one.change.place_id for one in shown if one.change}
            places = await base.places_by_id(connection, actor.here, named)
        return OwnLeftOut(published[0], Page(shown, max(0, number), len(left)), mine, places, problem)

    async def _run(self, connection: AsyncConnection, actor: Actor, run_id: int) -> Run:
        run = await practice_runs.run(connection, actor.here, run_id)
        if run is None:
            raise NotFound()
        return run

    async def _content(self, connection: AsyncConnection, run: Run) -> tuple[Problem, Result]:
        if run.id not in self._read:
            problem = await practice_runs.problem_of(connection, run.id)
            result = await practice_runs.result_of(connection, run.id)
            if result is None:
                raise NotFound()
            self._read[run.id] = await asyncio.to_thread(lambda: (read_problem(problem), read_result(result)))
            while len(self._read) > KEPT:
                self._read.popitem(last=False)
        self._read.move_to_end(run.id)
        return self._read[run.id]

    async def _card(self, connection: AsyncConnection, actor: Actor, run: Run) -> RunCard:
        problem, result = await self._content(connection, run)
        interns, _ = await asked.interns(connection, actor.here, ids=[one.id for one in problem.interns])
        requests, _ = await asked.requests(connection, actor.here, ids={one.request_id for one in interns})
        used = {member for one in result.placed for member in one.team}
        mentors = await base.mentors(connection, actor.here, ids=used)
        return RunCard(
            run=run,
            problem=problem,
            result=result,
            interns={one.id: one for one in interns},
            requests={one.id: one for one in requests},
            places=await base.places_by_id(connection, actor.here, [one.id for one in problem.places]),
            mentors={one.id: one for one in mentors},
            words=await practice_runs.words(connection, actor.here),
        )

    async def _tell_colleges(self, tx: AsyncConnection, card: RunCard) -> None:
        """Each college with somebody left out is told once that there are reasons to read."""
        left = [card.interns[one.intern_id] for one in card.result.left_out if one.intern_id in card.interns]
        colleges = sorted({card.requests[one.request_id].organisation_id for one in left})
        members = await roles.of_organisations(tx, card.run.cluster_id, colleges)
        for college in colleges:
            people = members.get((college, Role.COLLEGE), ())
            notice = LeftOutTold(run_id=card.run.id, organisation_id=college)
            key = f"practice:left_out:{card.run.id}:{college}"
            await letters.tell(tx, card.run.cluster_id, people, notice, self._clock.now(), key=key)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, run_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"practice_runs:{run_id}", self._clock.now())
