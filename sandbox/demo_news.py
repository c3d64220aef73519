"""The demo's news desk: two months of events, a queue, posts in the channel.

From the source documents: the kinds of events (work plans: «Неделя без турникетов», «Неделя с работодателем», «Билет в
будущее», «Ярмарка вакансий», the contest of lean production, the branch championship), the colleges, the rule of one
working day. Invented: the days, who was late, the texts of the posts and their pictures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Protocol
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw

from cluster.access import Actor
from cluster.calendar import WorkingCalendar, local_day
from cluster.news import clock as rules
from cluster.news.outlets import read_links
from cluster.news.post import MediaKind
from cluster.news.states import EventOrigin, ObligationState, Stage
from sandbox.demo_services import SceneServices
from services.news import NewMedia, News
from services.news.clock import owe
from storage import news_events
from storage.news_events import NewEvent

DRAFT = "demo:news"
SEVERSK, POLYTECHNIC = "Северский промышленный колледж", "Томский политехнический техникум"
ASINO, KOLPASHEVO = "Асиновский техникум", "Колпашевский колледж"
TEPK, TIT, TPGK = "ТЭПК", "Томский индустриальный техникум", "Промышленно-гуманитарный колледж"


class DemoServices(SceneServices, Protocol):
    """The use cases the scene goes through; the app has them."""

    @property
    def news(self) -> News: ...


@dataclass(frozen=True, slots=True)
class Players:
    """Who acts: two who moderate, two press officers."""

    coordinator: Actor
    chair: Actor
    seversk: Actor
    polytechnic: Actor


@dataclass(frozen=True, slots=True)
class Past:
    """An event that is over.

    Args:
        ago: working days from its last day to today.
        days: working days it took.
        took: college → working days from the event to its news; None: it has not written.
    """

    title: str
    ago: int
    days: int
    place: str
    took: Mapping[str, int | None]


EVERYBODY_PUNCTUAL = {TEPK: 1, SEVERSK: 1, POLYTECHNIC: 1, TIT: 1, TPGK: 2, ASINO: 3, KOLPASHEVO: None}
PAST = (
    Past("Экскурсия студентов на ТЭТЗ", 38, 1, "Томск, ул. Пушкина, 63", {SEVERSK: 1, POLYTECHNIC: 0}),
    Past("Неделя без турникетов", 30, 5, "Предприятия кластера", EVERYBODY_PUNCTUAL),
    Past("«Билет в будущее»: профессиональные пробы", 22, 2, "Мастерские колледжей", {TIT: 1, ASINO: 4, TPGK: 1}),
    Past("Неделя с работодателем", 14, 5, "Предприятия кластера", {**EVERYBODY_PUNCTUAL, KOLPASHEVO: 6, TPGK: None}),
    Past("Круглый стол о наставничестве", 8, 1, "ТЭПК", {TEPK: 0, POLYTECHNIC: 2}),
)
PRESENT = (
    ("Конкурс «Лучший проект бережливого производства»", -1, 1, "Томск", (SEVERSK, POLYTECHNIC)),
    ("Экскурсия школьников в мастерские", 0, 1, "Томский политехнический техникум", (POLYTECHNIC,)),
    ("Отраслевой чемпионат", 5, 3, "Томск, мастерские кластера", (TEPK, SEVERSK, POLYTECHNIC, TIT)),
    ("Ярмарка вакансий кластера", 11, 1, "ТЭПК", (TEPK, SEVERSK)),
)
"""Title, working days from today to the first day, how many days, place, who writes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A news item as somebody writes it."""

    title: str
    body: str
    links: str = ""
    pictures: int = 0


FAIR = Draft(
    "Сорок выпускников получили приглашения на работу",
    "На <b>ярмарке вакансий</b> кластера в Северске встретились выпускники и девять предприятий.\n\n"
    "Именные приглашения на трудоустройство получили сорок человек. Больше всего мест предложили химики и "
    "электромонтажники.",
    "https://vk.com/wall-217490000_341 https://spk-seversk.ru/news/341",
    3,
)
MENTORS = Draft(
    "Наставники обсудили, как передавать опыт",
    "Мастера предприятий и преподаватели колледжей собрались за круглым столом в ТЭПК.\n\n"
    "Говорили о том, чего не хватает студенту в первый месяц на производстве, и о поощрении лучших наставников.",
    "https://vk.com/wall-217490000_338",
)
EXCURSION = Draft(
    "Будущие электромонтажники увидели сборку трансформаторов",
    "Второкурсники провели день в сборочном цехе ТЭТЗ: посмотрели, как собирают и испытывают трансформаторы, и "
    "попробовали прочитать настоящую монтажную схему.",
    "https://vk.com/wall-217490000_345",
    2,
)
LABORATORY = Draft(
    "В колледже открыли лабораторию гидравлики",
    "Новые стенды уже работают: на них учатся монтажники промышленного оборудования.",
    "https://spk-seversk.ru/news/342",
    1,
)
UNFINISHED = Draft("Как мы готовимся к отраслевому чемпионату", "")
SCHEDULED = Draft(
    "Приглашаем школьников в мастерские техникума",
    "Покажем электромонтаж, сварку и станки с ЧПУ. Собираемся у главного входа.",
    "https://vk.com/wall-217490000_346",
)


async def play(services: DemoServices, players: Players, upload: Callable[[str, bytes], str]) -> None:
    """Note the past, register what is to come, and let items be at every step.

    Args:
        upload: keeps a picture in Telegram; gives its file_id.
    """
    calendar: WorkingCalendar = services.calendars(players.coordinator.here)
    zone = ZoneInfo(players.coordinator.zone)
    today = local_day(services.clock.now(), zone)
    ids = {one.name: one.id for one in await services.news.events.organisations(players.coordinator)}
    await _past(services, players.coordinator, ids, today)
    await _present(services, players.coordinator, ids, today)
    await _items(services.news, players, upload, _morning(calendar, today, zone))


def _morning(calendar: WorkingCalendar, today: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(calendar.add_working_days(today, 1), datetime.min.time(), zone) + timedelta(hours=10)


async def _items(news: News, players: Players, upload: Callable[[str, bytes], str], morning: datetime) -> None:
    async def hand_in(actor: Actor, draft: Draft, at: datetime | None = None) -> int:
        item_id = await _write(news, actor, draft, upload)
        if at is not None:
            await news.writing.schedule(actor, item_id, at)
        item = await news.writing.item(actor, item_id)
        await news.writing.submit(actor, item_id, item.revision)
        return item_id

    async def approve(item_id: int) -> None:
        item = await news.writing.item(players.chair, item_id)
        await news.moderation.approve(players.chair, item_id, item.revision)

    await approve(await hand_in(players.polytechnic, MENTORS))
    await approve(await hand_in(players.seversk, FAIR))
    await hand_in(players.polytechnic, EXCURSION)
    returned = await hand_in(players.seversk, LABORATORY)
    await news.moderation.ask_for_changes(
        players.chair, returned, "Назовите, кто поставил стенды и сколько групп на них занимается."
    )
    await approve(await hand_in(players.polytechnic, SCHEDULED, morning))
    await _write(news, players.seversk, UNFINISHED, upload)


async def _write(news: News, actor: Actor, draft: Draft, upload: Callable[[str, bytes], str]) -> int:
    writing = news.writing
    item = await writing.begin(actor, None, f"{DRAFT}:{draft.title}")
    await writing.set_title(actor, item.id, draft.title)
    if draft.body:
        await writing.set_text(actor, item.id, draft.body)
    for number in range(draft.pictures):
        file_id = upload(f"{number}.png", _picture(len(draft.title) + number))
        unique = f"{DRAFT}:{item.id}:{number}"
        await writing.add_media(actor, item.id, NewMedia(MediaKind.PHOTO, file_id, unique, "", 0, number))
    if draft.links:
        await writing.set_links(actor, item.id, read_links(draft.links))
    return item.id


async def _past(services: DemoServices, coordinator: Actor, ids: Mapping[str, int], today: date) -> None:
    """Events that are over, settled as they were then: nobody is reminded of them today."""
    calendar, zone = services.calendars(coordinator.here), ZoneInfo(coordinator.zone)
    now = services.clock.now()
    async with services.db.write() as tx:
        for one in PAST:
            last = calendar.add_working_days(today, -one.ago)
            first = calendar.add_working_days(last, 1 - one.days) if one.days > 1 else last
            who = {ids[name]: took for name, took in one.took.items() if name in ids}
            new = NewEvent(coordinator.here, one.title, first, last, one.place, list(who), EventOrigin.REGISTERED, None)
            event_id = await news_events.insert_event(tx, new, now)
            due = rules.due_at(last, rules.rule_for(last), calendar, zone)
            for owed in await news_events.obligations_of_event(tx, event_id):
                took = who[owed.organisation_id]
                values = _settled(calendar.add_working_days(last, took), zone) if took is not None else {}
                await news_events.change_obligation(
                    tx, owed.id, due_at=due, stage=Stage.ESCALATED.value, next_at=None, **values
                )


async def _present(services: DemoServices, coordinator: Actor, ids: Mapping[str, int], today: date) -> None:
    """One event of yesterday, one of today, two to come: their clocks run."""
    calendar, zone = services.calendars(coordinator.here), ZoneInfo(coordinator.zone)
    async with services.db.write() as tx:
        for title, ahead, days, place, who in PRESENT:
            first = calendar.add_working_days(today, ahead) if ahead else today
            last = calendar.add_working_days(first, days - 1) if days > 1 else first
            owing = [ids[name] for name in who if name in ids]
            new = NewEvent(coordinator.here, title, first, last, place, owing, EventOrigin.REGISTERED, None)
            event_id = await news_events.insert_event(tx, new, services.clock.now())
            await owe(tx, event_id, calendar, zone)


def _settled(day: date, zone: ZoneInfo) -> dict[str, object]:
    at = datetime.combine(day, datetime.min.time(), zone) + timedelta(hours=16)
    link = f"https://vk.com/wall-217490000_{day.toordinal() % 1000}"
    return {"state": ObligationState.DONE.value, "handed_in_at": at.astimezone(UTC), "link": link}


def _picture(number: int) -> bytes:
    """A drawing instead of a photo: a workshop in the evening, another light each time."""
    width, height = 960, 640
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    shift = number * 37 % 90
    for y in range(height):
        part = y / height
        colour = (int(40 + 150 * part), int(70 + 90 * part + shift * 0.4), int(140 - 40 * part + shift * 0.5))
        draw.line([(0, y), (width, y)], fill=colour)
    draw.rectangle([0, 470, width, height], fill=(46, 52, 64))
    for x in range(60, width, 180):
        tall = 170 + (x + number * 53) % 130
        draw.rectangle([x, 470 - tall, x + 120, 470], fill=(58, 66, 82))
        for window in range(470 - tall + 24, 450, 44):
            lit = (255, 214, 120) if (x + window + number) % 3 else (94, 106, 128)
            draw.rectangle([x + 18, window, x + 48, window + 22], fill=lit)
            draw.rectangle([x + 70, window, x + 100, window + 22], fill=lit)
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
