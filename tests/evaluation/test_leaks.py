"""Everything an unsubmitted expert, a college and a coordinator with a conflict can reach holds no hidden word.

Each of them gives every command and taps every kind of button there is with the ids of the programme; all they then
see, files and short notes included, is searched for the other expert's name, remark, verdicts and counts.
"""

import io
import json
import zipfile
from typing import Any

import pytest
import typst

from cluster.access import Role
from cluster.evaluation.conflict import Ground
from handlers import menu
from handlers.evaluation.taps import ReportTap
from sandbox.people import Person
from tests.documents.reading import read_pdf
from tests.matrix.covered import COVERED, taps
from tests.stage import Stage

NAME, REMARK = "Аристарх", "Тайнопись"
COUNTED = '["bad", "0/1"]'
"""A cell of the heat map: none of one expert says that the criterion is met."""
HIDDEN = (NAME, REMARK, "ЭЛ-0000", "Листов учтено", "лист отправлен", "Пришёл экспертный лист")
LAST = ("SessionTap", "ReasonTap", "ConflictTap", "ProtocolTap", "NameTap", "RecuseTap")
"""Taps that close or change most come last, so that the others are tried on the full scene."""


class Pictures:
    """What was drawn on each picture, told by whoever draws them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.drawn: dict[bytes, str] = {}
        self._compile = typst.compile
        monkeypatch.setattr(typst, "compile", self._and_remember)

    def _and_remember(self, *args: Any, **given: Any) -> Any:
        made = self._compile(*args, **given)
        if given.get("format") == "png":
            texts = json.loads(given["sys_inputs"]["data"])
            for picture in made if isinstance(made, list) else [made]:
                self.drawn[picture] = json.dumps(texts, ensure_ascii=False)
        return made


class Judged:
    """Where buttons of the outcome act on sheets and decisions: all of them on this programme."""

    over_stamp = "00000000"

    def __init__(self, session: int, programme: int, assignment: int) -> None:
        self.over = self.signed = session
        self.missing = self.open = self.ready = self.decided = self.told = self.fixed = programme
        self.sheet = self.told_sheet = self.fixed_sheet = assignment

    def __getattr__(self, name: str) -> int:
        return 1


class Scene:
    """Ids of the programme; whatever else a tap needs is 1."""

    def __init__(self, session: int, programme: int, assignment: int) -> None:
        self.session = self.draft_session = session
        self.programme, self.assignment = programme, assignment
        self.judged = Judged(session, programme, assignment)

    def __getattr__(self, name: str) -> int:
        return 1


@pytest.mark.slow
@pytest.mark.parametrize("who", ["unsubmitted", "college", "conflicted"])
async def test_nothing_hidden_is_reached(stage: Stage, who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = Pictures(monkeypatch)
    world, author = stage.world, await stage.add(f"{NAME} Первый", Role.EXPERT)
    chair = await stage.actor(stage.coordinator)
    overview = await stage.open_session(stage.expert, stage.colleague)
    programme = overview.programmes[0].id
    if who == "conflicted":
        await stage.evaluation.programmes.recuse(chair, programme, Ground.WORKS)
    deputy = await stage.add("Павел Сменный", Role.COORDINATOR)
    actor = await stage.actor(deputy)
    await stage.evaluation.sessions.set_expert(actor, programme, (await stage.actor(author)).me, wanted=True)
    await world.settle()
    await stage.begin(author)
    await world.tap(author, "Не соответствует")
    await world.say(author, f"{REMARK}: нет дисциплин по ЧПУ")
    await stage.score_all(author)
    await world.tap(author, "Отправить лист")
    await world.tap(author, "Отправить")
    await stage.begin(stage.expert)
    signed = next(
        one.assignment_id
        for one in (await stage.evaluation.sessions.overview(actor, overview.session.id)).experts
        if NAME in one.name
    )
    allowed = deputy if who == "conflicted" else stage.coordinator
    told = await seen_by(stage, allowed, [], pictures)
    assert NAME in told and REMARK in told, "who may be told is, in words and in the files: the search can find"
    reports = [ReportTap(s=overview.session.id, do=do).pack() for do in (ReportTap.PROTOCOL, ReportTap.HEAT)]
    told = await seen_by(stage, allowed, reports, pictures)
    assert COUNTED in told, "also on a picture"
    files = [message.file.data for message in allowed.chat(world.bot).from_bots if message.file]
    for kind in (b"%PDF", b"PK"):
        assert any(REMARK in content(file, pictures) for file in files if file.startswith(kind)), kind
    person = {"unsubmitted": stage.expert, "college": stage.college, "conflicted": stage.coordinator}[who]
    shown = await seen_by(stage, person, buttons(overview.session.id, programme, signed), pictures)
    assert [word for word in (*HIDDEN, COUNTED) if word in shown] == []


def buttons(session: int, programme: int, assignment: int) -> list[str]:
    """Data of every kind of button of the evaluation and of the journal, the closing ones last."""
    ids = Scene(session, programme, assignment)
    kinds = [kind for kind in COVERED if kind.__module__.startswith(("handlers.evaluation", "handlers.journal"))]
    kinds.sort(key=lambda kind: (kind.__name__ in LAST, kind.__name__))
    found = []
    for kind in kinds:
        found += [tap.pack() for tap in taps(kind, ids, every=False)]  # type: ignore[arg-type]
    return found


async def seen_by(stage: Stage, person: Person, data: list[str], pictures: Pictures) -> str:
    """All texts, notes and files of a person after they tried everything."""
    world = stage.world
    notes = []
    for command in menu._ENTRIES if data else ():
        await world.say(person, f"/{command}")
    card = person.chat(world.bot).last_answer
    for one in data:
        press = await person.press_data(card, one)
        await world.settle()
        notes.append((press.answer.text if press.answer else None) or "")
    await world.wait(hours=26)
    messages = person.chat(world.bot).from_bots
    files = [content(message.file.data, pictures) for message in messages if message.file]
    labels = [text for message in messages for row in message.buttons for text in row]
    return "\n".join([*(message.body for message in messages), *labels, *notes, *files])


def content(data: bytes, pictures: Pictures) -> str:
    """What is written in a file: of DOCX and XLSX their XML, of PDF its text, of a picture what was drawn on it."""
    if data.startswith(b"%PDF"):
        return "\n".join(read_pdf(data))
    if data.startswith(b"\x89PNG"):
        return pictures.drawn[data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    return data.decode("utf-8", "ignore")
