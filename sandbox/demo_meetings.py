"""The demo's councils: a meeting whose minutes wait for a signature, one that members answer now, a draft.

From the source documents: the councils, their calendars of 2021/22 and 2022/23, the subjects. Invented, where they are
silent: who sits in them, answers, votes and the wording of decisions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from cluster.access import Actor
from cluster.calendar import local_day
from cluster.directory import CouncilKind
from cluster.meetings.model import LiveCouncil
from cluster.meetings.states import Answer, Choice
from sandbox.demo_services import SceneServices
from services.clock import MovableClock
from services.meetings import Head, Meetings, NewDecision, NewItem, NewMeeting, NewMember, meetings_of

DRAFT = "demo:meetings"
PLACE = "Томск, ул. Пушкина, 63, ТЭПК, ауд. 214"
HELD, COMING, DRAFTED = -2, 6, 15
"""Working days from today to the meetings."""
SESSIONS = "Об итогах экспертизы образовательных программ, реализуемых в ПОО кластера"
PRACTICES = "О лучших практиках организации практического обучения на предприятиях-партнёрах"
EXAM = "О подходах к организации и проведению демонстрационного экзамена в формате государственной итоговой аттестации"
COMMUNITY = "О предложениях по формированию экспертного сообщества из числа специалистов предприятий"
HEARD = (
    "Доложено об экспертизе программ 15.02.32, 27.02.07, 15.02.12 и 13.02.11. Предприятия отметили соответствие "
    "программ современным технологиям и предложили обновить практики по программированию станков с ЧПУ."
)
TOLD = "Обсуждён опыт предприятий, где практиканты выполняют производственный заказ вместе с наставником."
DECISION = "Доработать программы по замечаниям экспертов и представить их на повторное согласование"


class DemoServices(SceneServices, Protocol):
    """The use cases the scene goes through; the app has them."""

    @property
    def meetings(self) -> Meetings: ...


@dataclass(frozen=True, slots=True)
class Players:
    """Who leads the Expert Council and who sits in it; delegates speak for the organisation they have a role in."""

    secretary: Actor
    chair: Actor
    delegates: Sequence[Actor]


async def play(services: DemoServices, players: Players) -> None:
    """Put the councils together and bring their meetings to where the demo finds them."""
    councils = services.meetings.councils
    known = {one.kind: one for one in await councils.mine(players.secretary)}
    expert, coordination = known[CouncilKind.EXPERT], known[CouncilKind.COORDINATION]
    for council in (expert, coordination):
        await councils.set_head(players.secretary, council.id, Head.SECRETARY, players.secretary.me)
        await councils.set_head(players.secretary, council.id, Head.CHAIR, players.chair.me)
    scene = _Scene(services, players, expert)
    await scene.hold()
    await scene.call_together()
    await scene.draft(coordination)


class _Scene:
    def __init__(self, services: DemoServices, players: Players, expert: LiveCouncil) -> None:
        self._services = services
        self._players = players
        self._expert = expert
        self._zone = ZoneInfo(players.secretary.zone)
        self._calendar = services.calendars(players.secretary.here)
        self._today: date = local_day(services.clock.now(), self._zone)

    async def hold(self) -> None:
        """Two working days ago: everybody but one was there; the decision is owed, the minutes are not signed."""
        day = self._calendar.add_working_days(self._today, HELD)
        past = MovableClock(self._moment(day, 10) - timedelta(days=8), frozen=True)
        meetings, secretary = meetings_of(self._services.db, past, self._services.calendars), self._players.secretary
        await self._seat(meetings)
        meeting_id = await self._make(meetings, self._expert, self._moment(day, 14), (SESSIONS, PRACTICES), "held")
        await meetings.announcing.announce(secretary, meeting_id)
        past.move_to(self._moment(day, 14))
        view = await meetings.conduct.begin(secretary, meeting_id)
        came = self._players.delegates[:-1]
        for one in came:
            await meetings.answering.here(one, meeting_id)
        first, second = (item.id for item in view.items)
        await meetings.conduct.open_item(secretary, first)
        await meetings.decisions.set_heard(secretary, first, HEARD)
        await meetings.voting.open_vote(secretary, first)
        for number, one in enumerate(came):
            await meetings.voting.vote(one, first, Choice.ABSTAINED if number == 1 else Choice.FOR)
        college = self._players.delegates[0].memberships[0].organisation_id
        due = self._calendar.add_working_days(self._today, 12)
        await meetings.decisions.decide(
            secretary, first, NewDecision(DECISION, college, None, due), f"{DRAFT}:decision"
        )
        await meetings.conduct.close_item(secretary, first)
        await meetings.conduct.open_item(secretary, second)
        await meetings.decisions.set_heard(secretary, second, TOLD)
        await meetings.conduct.close_item(secretary, second)
        past.move_to(self._moment(day, 15))
        await meetings.conduct.end(secretary, meeting_id)

    async def _seat(self, meetings: Meetings) -> None:
        """Delegates have been in the council since before the meeting that was held."""
        for number, one in enumerate(self._players.delegates):
            organisation = one.memberships[0].organisation_id
            assert organisation is not None
            new = NewMember(organisation, one.me, None)
            await meetings.councils.add_member(
                self._players.secretary, self._expert.id, new, f"{DRAFT}:member:{number}"
            )

    async def call_together(self) -> None:
        """The next one is announced: two will come, one will not, the others have not answered."""
        meetings, delegates = self._services.meetings, self._players.delegates
        at = self._moment(self._calendar.add_working_days(self._today, COMING), 14)
        meeting_id = await self._make(meetings, self._expert, at, (EXAM, COMMUNITY), "coming")
        view = await meetings.announcing.announce(self._players.secretary, meeting_id)
        places = {one.person_id: one.id for one in view.invitees}
        for one, given in zip(delegates, (Answer.YES, Answer.NO, Answer.YES), strict=False):
            await meetings.answering.answer(one, places[one.me], given)

    async def draft(self, coordination: LiveCouncil) -> None:
        """The Coordination Council has a draft nobody has heard of."""
        at = self._moment(self._calendar.add_working_days(self._today, DRAFTED), 11)
        await self._make(self._services.meetings, coordination, at, (PRACTICES,), "draft")

    async def _make(
        self, meetings: Meetings, council: LiveCouncil, at: datetime, titles: Sequence[str], key: str
    ) -> int:
        new = NewMeeting(council.id, at, 90, PLACE)
        planned = await meetings.planning.create(self._players.secretary, new, f"{DRAFT}:{key}")
        meeting_id = planned.view.meeting.id
        for number, title in enumerate(titles):
            item = NewItem(title, "Соколова О. П." if not number else None, 20)
            await meetings.planning.add_item(self._players.secretary, meeting_id, item, f"{DRAFT}:{key}:{number}")
        return meeting_id

    def _moment(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour), self._zone)
