"""Who lives in the demo: people of the organisations the source documents name. Only the people are invented."""

from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from cluster.access import Actor, Role
from cluster.calendar import WorkingCalendar
from cluster.chats import ChatPurpose, SeenChat, Standing
from cluster.people import CONSENT_VERSION
from cluster.quiet import QuietHours, next_allowed
from sandbox import demo_meetings, demo_news, demo_places, demo_plan, demo_practice, demo_session
from sandbox.chats import Chat
from sandbox.files import Upload
from sandbox.people import Bot, Person
from sandbox.telegram import Telegram
from services.chats import ChatService
from services.clock import MovableClock
from services.evaluation import Evaluation
from services.invitations import InvitationService
from services.people import PeopleService

ADMINISTRATOR_ID = 1001
DRAFT = "demo"
LINK_DAYS = 7
ZONE = ZoneInfo("Asia/Tomsk")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in the demo: the role and the organisation (its short name in the built-in data)."""

    first_name: str
    last_name: str
    position: str
    role: Role
    organisation: str

    @property
    def note(self) -> str:
        """What the page says under the name."""
        return f"{_ROLES[self.role]}, {self.organisation}"


_ROLES = {
    Role.COORDINATOR: "координатор",
    Role.EXPERT: "эксперт",
    Role.COLLEGE: "представитель ПОО",
    Role.MENTOR: "наставник",
    Role.ENTERPRISE: "представитель предприятия",
}

COORDINATOR = Part("Ольга", "Соколова", "Секретарь Экспертного совета", Role.COORDINATOR, "ТЭПК")
TOOLMAKER = Part("Иван", "Кузнецов", "Главный технолог", Role.EXPERT, "Томский инструментальный завод")
CHEMIST = Part("Марина", "Белова", "Начальник ремонтной службы", Role.EXPERT, "СХК")
ELECTRICIAN = Part("Пётр", "Орлов", "Главный энергетик", Role.EXPERT, "Август")
SEVERSK = Part("Елена", "Морозова", "Заместитель директора", Role.COLLEGE, "Северский промышленный колледж")
POLYTECHNIC = Part("Андрей", "Лебедев", "Заведующий отделением", Role.COLLEGE, "Томский политехнический техникум")
CHAIR = Part("Виктор", "Громов", "Председатель Экспертного совета", Role.COORDINATOR, "МПО работодателей")
MENTOR = Part("Сергей", "Васильев", "Мастер участка", Role.MENTOR, "ТЭТЗ")
RECRUITER = Part("Наталья", "Волкова", "Начальник отдела кадров", Role.ENTERPRISE, "ТЭТЗ")
METHODIST = Part("Ирина", "Захарова", "Методист", Role.COLLEGE, "Томский политехнический техникум")

CAST = (COORDINATOR, TOOLMAKER, CHEMIST, ELECTRICIAN, SEVERSK, POLYTECHNIC, MENTOR, CHAIR, RECRUITER, METHODIST)


class DemoServices(
    demo_practice.DemoServices,
    demo_meetings.DemoServices,
    demo_plan.DemoServices,
    demo_news.DemoServices,
    Protocol,
):
    """The use cases the demo goes through; the app has them."""

    @property
    def people(self) -> PeopleService: ...
    @property
    def invitations(self) -> InvitationService: ...
    @property
    def evaluation(self) -> Evaluation: ...
    @property
    def chats(self) -> ChatService: ...


@dataclass(frozen=True, slots=True)
class Cast:
    """The demo's people with their chats; `guest` has never met the bot."""

    bot: Bot
    administrator: Person
    guest: Person
    people: dict[Part, Person]
    group: Chat
    channel: Chat


def begin_at_work(clock: MovableClock) -> None:
    """At night and on days off calm messages wait; the demo then begins in the next minute when they do not."""
    now = clock.now()
    awake = next_allowed(now, QuietHours(), WorkingCalendar(), ZONE)
    if awake > now:
        clock.move_to(awake)


def gather(telegram: Telegram, bot: Bot) -> Cast:
    """Make the accounts, the councils' group and the cluster's channel."""
    people = {
        part: telegram.add_person(part.first_name, part.last_name, id=ADMINISTRATOR_ID + number, note=part.note)
        for number, part in enumerate(CAST, start=1)
    }
    administrator = telegram.add_person("Никита", "Фомин", id=ADMINISTRATOR_ID, note="администратор установки")
    guest = telegram.add_person("Дарья", "Новикова", id=ADMINISTRATOR_ID + len(CAST) + 1, note="гость")
    group = telegram.add_group("Советы промышленного кластера", topics=True)
    channel = telegram.add_channel("Промышленный кластер Томской области", username="prom_cluster_demo")
    coordinator = people[COORDINATOR]
    for chat in (group, channel):
        coordinator.join(chat, "creator")
        coordinator.add_bot_to(chat, bot)
        for person in people.values():
            if person is not coordinator:
                person.join(chat)
    guest.join(channel)
    return Cast(bot, administrator, guest, people, group, channel)


async def settle_in(cast: Cast, services: DemoServices) -> Actor:
    """Fill the database as people would: the built-in cluster, everybody with a role, an expert session in mid-way.

    Returns:
        The coordinator.
    """
    administrator = await _agree(cast, cast.administrator, services)
    created = await services.directory.create_builtin_cluster(administrator, DRAFT)
    administrator = await services.people.switch(administrator, created.cluster.id)
    actors: dict[Part, Actor] = {}
    for part, person in cast.people.items():
        newcomer = await _agree(cast, person, services)
        name = f"{part.last_name} {part.first_name}"
        await services.people.introduce(newcomer, name, part.position)
        actors[part] = await _invite(administrator, newcomer, part, services)
        if part is COORDINATOR:
            await _connect(cast, actors[part], services)
    experts = {part.organisation: actor for part, actor in actors.items() if part.role is Role.EXPERT}

    def upload(name: str, content: bytes, kind: str = "document") -> str:
        return cast.administrator.telegram.files.add(kind, Upload(name, content)).file_id

    await demo_session.play(
        services.evaluation,
        services.directory,
        services.clock,
        demo_session.Heads(actors[COORDINATOR], actors[CHAIR]),
        experts,
        upload,
    )
    players = demo_places.Players(
        coordinator=actors[COORDINATOR],
        enterprise=actors[RECRUITER],
        mentor=actors[MENTOR],
        college=actors[SEVERSK],
    )
    await demo_practice.play(services, players)
    delegates = [actors[one] for one in (SEVERSK, POLYTECHNIC, TOOLMAKER, CHEMIST, ELECTRICIAN)]
    council = demo_meetings.Players(actors[COORDINATOR], actors[CHAIR], delegates)
    await demo_meetings.play(services, council)
    running = demo_plan.Players(actors[COORDINATOR], actors[CHAIR], actors[POLYTECHNIC], actors[METHODIST])
    await demo_plan.play(services, running)
    press = demo_news.Players(
        coordinator=actors[COORDINATOR],
        chair=actors[CHAIR],
        seversk=actors[SEVERSK],
        polytechnic=actors[POLYTECHNIC],
    )
    await demo_news.play(services, press, lambda name, content: upload(name, content, "photo"))
    return actors[COORDINATOR]


async def _connect(cast: Cast, coordinator: Actor, services: DemoServices) -> None:
    """The coordinator has added the bot to the cluster's channel and to the councils' group."""
    for chat, purpose in ((cast.channel, ChatPurpose.CHANNEL), (cast.group, ChatPurpose.GROUP)):
        standing = Standing(present=True, can_post=True, can_edit=True, can_delete=True)
        seen = SeenChat(chat.id, purpose, chat.title or "", chat.username, standing)
        await services.chats.seen(coordinator, seen)


async def open_menus(cast: Cast) -> None:
    """Everybody who has a role asks for the menu, so that nobody meets an empty chat."""
    for person in (cast.administrator, *cast.people.values()):
        await person.send(cast.bot, "/menu")


async def _agree(cast: Cast, person: Person, services: DemoServices) -> Actor:
    """Open the chat, so that the bot may write there, and agree to the processing of personal data."""
    person.telegram.private_chat(cast.bot, person)
    return await services.people.agree(Actor(person.id), CONSENT_VERSION, "ru", person.name)


async def _invite(administrator: Actor, newcomer: Actor, part: Part, services: DemoServices) -> Actor:
    found = await services.directory.organisations(administrator, text=part.organisation)
    organisation = next(one for one in found.items if one.short_name == part.organisation)
    link = await services.invitations.create(
        administrator, part.role, organisation.id, max_uses=1, days=LINK_DAYS, draft_key=f"{DRAFT}:{part.last_name}"
    )
    assert link.token is not None
    return (await services.invitations.accept(newcomer, link.token)).actor
