"""A council in the running bot: a coordinator, a secretary, a chair, delegates of colleges and enterprises."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cluster.access import Actor, Role
from cluster.meetings.model import MeetingView
from cluster.meetings.states import Answer
from sandbox.people import Person
from services.meetings import Head, Meetings, NewItem, NewMeeting, NewMember
from tests.stage import Stage
from tests.world import World

STARTS = datetime(2022, 6, 28, 7, 0, tzinfo=UTC)  # Tuesday 14:00 in Tomsk, a week after the stage's morning
PLACE = "Томск, пр. Ленина, 1, ауд. 214"


@dataclass
class Council:
    """The Expert Council of the stage's cluster with its people."""

    stage: Stage
    id: int
    organisations: list[int]
    secretary: Person
    delegates: list[Person]
    actors: dict[int, Actor] = field(default_factory=dict)

    @property
    def world(self) -> World:
        """The bot and Telegram."""
        return self.stage.world

    @property
    def meetings(self) -> Meetings:
        """The use cases of the running bot."""
        return self.world.app.services.meetings

    async def actor(self, person: Person) -> Actor:
        """The person as the bot knows them."""
        return await self.stage.actor(person)

    async def draft(self, starts_at: datetime | None = STARTS, key: str = "draft") -> MeetingView:
        """A draft with two items, by the secretary."""
        by = await self.actor(self.secretary)
        new = NewMeeting(self.id, starts_at, 90, PLACE)
        planned = await self.meetings.planning.create(by, new, f"test:{key}")
        for number, title in enumerate(("Об экспертизе программ", "О плане работы на II полугодие")):
            item = NewItem(title, "Соколова О. П.", 20)
            planned = await self.meetings.planning.add_item(by, planned.view.meeting.id, item, f"test:{key}:{number}")
        return planned.view

    async def announce(self, starts_at: datetime = STARTS, key: str = "draft") -> MeetingView:
        """An announced meeting; invitations are delivered."""
        view = await self.draft(starts_at, key)
        done = await self.meetings.announcing.announce(await self.actor(self.secretary), view.meeting.id)
        await self.world.settle()
        return done

    async def look(self, meeting_id: int) -> MeetingView:
        """The meeting now."""
        return (await self.meetings.planning.look(await self.actor(self.secretary), meeting_id)).view

    async def answer(self, person: Person, view: MeetingView, given: Answer) -> None:
        """A delegate answers by the use case."""
        actor = await self.actor(person)
        invitee = next(one for one in view.invitees if one.person_id == actor.me)
        await self.meetings.answering.answer(actor, invitee.id, given)

    async def begin(self, view: MeetingView, *came: Person) -> MeetingView:
        """It is the day: the meeting begins and these people say they are here."""
        self.world.clock.move_to(STARTS - timedelta(minutes=5))
        await self.meetings.conduct.begin(await self.actor(self.secretary), view.meeting.id)
        for person in came:
            await self.meetings.answering.here(await self.actor(person), view.meeting.id)
        return await self.look(view.meeting.id)


async def gather(stage: Stage, delegates: int = 3) -> Council:
    """Members of as many organisations, a secretary and a chair, without quiet hours."""
    coordinator = await stage.actor(stage.coordinator)
    councils = stage.world.app.services.meetings.councils
    council = (await councils.mine(coordinator))[0]
    found = await councils.organisations(coordinator, council.id)
    organisations = [one.id for one in found if one.kind.value == "college"][:delegates]
    people = []
    for number, organisation in enumerate(organisations, start=1):
        person = await stage.add(f"Делегат{number} Иванов", Role.COLLEGE, organisation, settle=False)
        people.append(person)
        me = (await stage.actor(person)).me
        await councils.add_member(coordinator, council.id, NewMember(organisation, me, None), f"member:{number}")
    secretary = stage.coordinator
    await councils.set_head(coordinator, council.id, Head.SECRETARY, coordinator.me)
    await councils.set_head(coordinator, council.id, Head.CHAIR, (await stage.actor(people[0])).me)
    await stage.world.settle()
    return Council(stage, council.id, organisations, secretary, people)
