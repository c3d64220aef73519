"""Every question × everything a person may send instead of an answer: told in words, once, and nothing is lost."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from cluster.access import Role
from handlers.engine import Expecting, Form, Step
from handlers.engine.taps import FormTap
from handlers.meetings.heard import HeardForm
from handlers.routing import root_router
from sandbox.messages import Message
from tests.matrix.covered import routers
from tests.matrix.hostile import COMMANDS, FILES, MARKUP, TEXTS, WORST, Thing
from tests.matrix.people import EVERYBODY, NEWCOMER
from tests.matrix.scene import RUSSIAN, Scene, check_same

_SECOND = timedelta(seconds=1)
COORDINATOR, EXPERT, COLLEGE = Role.COORDINATOR.value, Role.EXPERT.value, Role.COLLEGE.value

FORMS: dict[str, tuple[str, str]] = {
    "access": (NEWCOMER, "pq1:a:0:0::0"),
    "cluster": (Role.ADMINISTRATOR.value, "pk1:e:0:"),
    "invitation": (COORDINATOR, "pi1:n:0:0"),
    "organisation": (COORDINATOR, "dr1:a::0:0"),
    "organisation_name": (COORDINATOR, "dr1:n::{college}:0"),
    "bank_programme": (COORDINATOR, "bx1:n:0:"),
    "evaluation_session": (COORDINATOR, "es1:0:n:0"),
    "evaluation_programme": (COORDINATOR, "es1:{session}:p:0"),
    "evaluation_material": (COORDINATOR, "ep1:{programme}:m:0"),
    "news_event": (COORDINATOR, "nz1:b:0:0"),
    "news_days": (COORDINATOR, "ne1:{event}:p"),
    "news_rule": (COORDINATOR, "nu1:n"),
    "evaluation_deadline": (COORDINATOR, "es1:{session}:t:0"),
    "meetings_meeting": (COORDINATOR, "mt1:0:n:0"),
    "meetings_date": (COORDINATOR, "mt1:{draft_meeting}:d:0"),
    "meetings_place": (COORDINATOR, "mt1:{draft_meeting}:l:0"),
    "meetings_item": (COORDINATOR, "mt1:{draft_meeting}:i:0"),
    "meetings_cancel": (COORDINATOR, "mt1:{meeting}:c:0"),
    "meetings_poll": (COORDINATOR, "mq1:{draft_meeting}:s:0"),
    "meetings_group": (COORDINATOR, "mc1:0:n:0"),
    "meetings_member": (COORDINATOR, "mc1:{council}:a:0"),
    "meetings_head": (COORDINATOR, "mc1:{council}:c:0"),
    "meetings_heard": (COORDINATOR, "mx1:{running_item}:h:0"),
    "meetings_decision": (COORDINATOR, "mx1:{running_item}:d:0"),
    "meetings_amendment": (COORDINATOR, "mt1:{signed_meeting}:z:0"),
    "practice_place": (COORDINATOR, "qh1:P:0"),
    "practice_mentor": (COORDINATOR, "qh1:M:0"),
    "practice_absence": (COORDINATOR, "qm1:{practice.mentor}:a:0"),
    "practice_request": (COORDINATOR, "qh1:R:0"),
    "practice_intern": (COORDINATOR, "qr1:{practice.asked}:a:0"),
    "practice_clearance": (COORDINATOR, "qc1:{practice.intern}:medical:valid"),
    "practice_wishes": (COORDINATOR, "qi1:{practice.intern}:w"),
    "plan_cannot": (COLLEGE, "po1:{obligation}:c"),
    "plan_date": (COORDINATOR, "pd1:{obligation}:m"),
    "organisation_term": (COORDINATOR, "dr1:t::{college}:0"),
    "evaluation_slot": (COORDINATOR, "ey3:{programme}"),
    "evaluation_name": (COLLEGE, "ey5:{judged.missing}"),
    "evaluation_decision": (COORDINATOR, "ed2:{judged.ready}:a:{judged.ready_stamp}"),
}
"""Who begins a form, and by which button."""

QUESTIONS: dict[str, tuple[str, str]] = {
    "people_name": (COORDINATOR, "pn1:n:0"),
    "people_position": (COORDINATOR, "pn1:p:0"),
    "people_quiet": (COORDINATOR, "ps1:q:"),
    "people_search": (COORDINATOR, "pr1:s:0:0"),
    "people_refusal": (COORDINATOR, "pq1:n:{request}:0::0"),
    "calendar_file": (COORDINATOR, "dr1:u::0:0"),
    "news_part": (COLLEGE, "nd1:{news}:t:0"),
    "news_when": (COLLEGE, "nd1:{news}:w:0"),
    "news_link": (COLLEGE, "no1:{owed_news}:l"),
    "news_review": (COORDINATOR, "nr1:{submitted}:n:0"),
    "news_change": (COLLEGE, "nc1:{out}:r"),
    "evaluation_figure": (COORDINATOR, "ef1:{programme}:5"),
    "evaluation_decline": (EXPERT, "er1:{assignment}:other"),
    "evaluation_ruling": (COORDINATOR, "er3:{judged.open}:1:f"),
    "evaluation_reopening": (COORDINATOR, "ed4:{judged.sheet}"),
    "evaluation_objection": (COLLEGE, "eg2:{judged.told}:o:0"),
    "evaluation_fix": (COLLEGE, "eg2:{judged.told}:f:2"),
    "evaluation_still_missing": (EXPERT, "eg4:{judged.fixed_sheet}:f:2"),
    "evaluation_amending": (COORDINATOR, "ed5:{judged.signed}:a"),
    "evaluation_sheet_file": (COORDINATOR, "ec1:u:0:0:"),
    "meetings_signed": (COORDINATOR, "mt1:{held_meeting}:s:0"),
    "bank_search": (COORDINATOR, "bk1:{cluster}:s:0::0"),
    "practice_list": (COORDINATOR, "qr1:{practice.asked}:l:0"),
    "plan_proof": (COLLEGE, "po1:{obligation}:d"),
    "plan_note": (COLLEGE, "po1:{obligation}:n"),
    "plan_reason": (COORDINATOR, "pd1:{obligation}:w"),
    "plan_file": (COORDINATOR, "ys1:s:0"),
    "plan_cell": (COORDINATOR, "yr1:{plan_import}:0:t:0"),
}
"""Who is asked something outside of a form, and by which button."""

TAKES = (
    "people_name",
    "people_position",
    "people_refusal",
    "people_search",
    "calendar_file",
    "evaluation_decline",
    "evaluation_ruling",
    "evaluation_reopening",
    "evaluation_objection",
    "evaluation_fix",
    "evaluation_still_missing",
    "evaluation_amending",
    "meetings_signed",
    "bank_search",
    "plan_proof",
    "plan_note",
    "plan_reason",
    "plan_cell",
    "news_part",
    "news_link",
    "news_review",
    "news_change",
)
"""Questions to which some of it is an answer."""
GOES_ON = ("news_part", "evaluation_fix")
"""Questions after which the next part of the same thing is asked for, or more of it may be sent."""
ANSWERS = (MARKUP, "Обычный ответ", "15.02.12", "30.08.2022", "3", "https://example.org/a", "2003")


def forms() -> dict[str, Form]:
    """Every form a router of the running bot belongs to."""
    found = {}
    for router in routers(root_router()):
        for handler in router.message.handlers:
            owner = getattr(handler.callback, "__self__", None)
            if isinstance(owner, Form):
                found[owner.name] = owner
    return found


def questions() -> set[str]:
    """Every kind of answer a handler waits for outside of forms."""
    return {
        one.callback.state.removeprefix("expect:")
        for router in routers(root_router())
        for handler in router.message.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, Expecting)
    }


def test_every_form_and_question_is_covered() -> None:
    assert set(forms()) == set(FORMS)
    assert questions() == set(QUESTIONS)


class Memory:
    """What the bot remembers of one person, read and put back beside it."""

    def __init__(self, scene: Scene, name: str) -> None:
        self._path, bot, person = scene.path, scene.world.bot.id, EVERYBODY[name]
        self._key = f"{bot}:{person}:{person}"

    def read(self) -> tuple[str | None, dict[str, Any]]:
        with sqlite3.connect(self._path) as live:
            row = live.execute("SELECT state, data FROM fsm WHERE key = ?", (self._key,)).fetchone()
        return (row[0], json.loads(row[1])) if row else (None, {})

    def put(self, state: str | None, data: dict[str, Any]) -> None:
        with sqlite3.connect(self._path) as live:
            live.execute("UPDATE fsm SET state = ?, data = ? WHERE key = ?", (state, json.dumps(data), self._key))


async def _send(scene: Scene, name: str, *things: Thing) -> list[Message]:
    """Somebody sends it all at once; gives what the bot wrote."""
    chat = scene.people[name].chat(scene.world.bot)
    before, names = len(chat.from_bots), [thing.name for thing in things]
    with scene.no_incident(names):
        for thing in things:
            await thing.send(scene.people[name], scene.world.bot)
        await scene.world.settle()
        if names in (["album"], ["album of files"]):  # answered when all of it has come
            await scene.world.wait(seconds=3)
    said = chat.from_bots[before:]
    assert len(said) == sum(thing.answers for thing in things), f"{names}: {[one.body for one in said]}"
    for one in said:
        assert RUSSIAN.search(one.body), f"{names}: {one.body!r}"
    return said


@pytest.mark.parametrize(
    ("names", "every"),
    [
        pytest.param(sorted(FORMS), False, id="each", marks=pytest.mark.timeout(900)),
        pytest.param(sorted(FORMS), True, id="all", marks=[pytest.mark.sweep, pytest.mark.timeout(900)]),
    ],
)
async def test_forms_answer_everything_and_keep_what_was_entered(scene: Scene, names: list[str], every: bool) -> None:
    for name in names:
        await _fill_in(scene, name, every=every)
        scene.restore()


async def _fill_in(scene: Scene, name: str, *, every: bool) -> None:
    form, (who, data) = forms()[name], FORMS[name]
    memory, texts, files = Memory(scene, who), TEXTS, FILES
    await scene.press(who, data.format_map(vars(scene.home)))
    for _ in range(20):
        state, stood = memory.read()
        assert state == form.state
        step = form._step(stood)
        if step is None:
            break
        for things in (texts, files):
            await _send(scene, who, *things)
            if memory.read()[1]["values"] == stood["values"]:
                continue
            for thing in things:  # some of them is an answer
                memory.put(state, stood)
                await _send(scene, who, thing)
                _check_kept(form, memory, stood, step, thing)
            memory.put(state, stood)
        if not every:
            texts, files = WORST, FILES[:2]
        await _answer(scene, who, memory, step)
    else:
        raise AssertionError("the form never ends")
    await _send(scene, who, *texts, *files)
    if isinstance(form, HeardForm):  # its last look takes further text, below what was sent
        before, stood = stood["values"]["heard"], memory.read()[1]
        assert stood["values"]["heard"].startswith(before), "nothing is lost"
    assert memory.read()[1]["values"] == stood["values"], "the last look takes no answers"
    await _interrupt(scene, who, form, memory)
    _check_shown_as_typed(scene.card(who), stood["values"])
    await _confirm_twice(scene, who)
    assert memory.read()[0] is None
    _check_shown_as_typed(scene.card(who), {})


def _check_kept(form: Form, memory: Memory, stood: dict[str, Any], step: Step, thing: Thing) -> None:
    """What was entered before stays; an answer that was taken is stored as typed, and has something to see."""
    state, now = memory.read()
    at = f"{thing.name} at {step.key}"
    assert state == form.state, f"{at} ended the form"
    rest = [{key: value for key, value in data["values"].items() if key != step.key} for data in (now, stood)]
    assert rest[0] == rest[1], at
    value = now["values"].get(step.key)
    if isinstance(value, str) and value != stood["values"].get(step.key):
        assert thing.shows is not None, f"{at}: {value!r} was taken"
        parts = (thing.shows[:4096], thing.shows[4096:]) if thing.answers == 2 else (thing.shows,)
        # where so much is taken, the last message counts, or both are kept
        assert value == (" ".join(parts) if isinstance(form, HeardForm) else parts[-1]), at


async def _interrupt(scene: Scene, who: str, form: Form, memory: Memory) -> None:
    """A command puts the draft aside with everything in it; a button takes it up again."""
    values = memory.read()[1]["values"]
    for thing in COMMANDS:
        said = await _send(scene, who, thing)
        assert memory.read()[1]["shelf"]["data"]["values"] == values
        await scene.press(who, next(_buttons(said[-1], FormTap.RESUME)))
        assert memory.read()[0] == form.state
        assert memory.read()[1]["values"] == values


def _check_shown_as_typed(card: Message, values: dict[str, Any]) -> None:
    """Markup that was typed is text on the screen."""
    for value in values.values():
        assert value != MARKUP or MARKUP in card.body
    # an address that is seen may become a link, as Telegram does it; one behind other words may not
    assert not any("evil" in entity.get("url", "") for entity in card.entities)


async def _answer(scene: Scene, who: str, memory: Memory, step: Step) -> None:
    """Some answer the question takes."""
    stood = memory.read()[1]["step"]
    scene.world.clock.advance(_SECOND)
    await scene.people[who].send(scene.world.bot, "?")  # the question again, below
    await scene.world.settle()
    if memory.read()[1]["step"] != stood:
        return
    for tapped in _buttons(scene.card(who), FormTap.PICK):
        await scene.press(who, tapped)
        if memory.read()[1]["step"] != stood:
            return
    for tapped in list(_buttons(scene.card(who), FormTap.TOGGLE))[:1]:
        await scene.press(who, tapped)
        await scene.press(who, next(_buttons(scene.card(who), FormTap.DONE)))
        if memory.read()[1]["step"] != stood:
            return
    for text in ANSWERS:
        await scene.world.say(scene.people[who], text)
        if memory.read()[1]["step"] != stood:
            return
    raise AssertionError(f"nothing answers {step.key}: {scene.world.transcript(scene.people[who])}")


async def _confirm_twice(scene: Scene, who: str) -> None:
    """The last look confirmed by two taps at once: made once."""
    await scene.world.say(scene.people[who], "?")
    confirm = next(_buttons(scene.card(who), FormTap.CONFIRM))
    before = scene.dump()
    with scene.no_incident(confirm):
        tapped = await scene.press(who, confirm, confirm)
    scene.check_answered(*tapped)
    for table, rows in scene.dump().items():
        assert len(rows) - len(before[table]) <= MADE_AT_ONCE.get(table, 1), f"{table}: made twice"


MADE_AT_ONCE = {"practice_clearances": 6, "audit": 3, "reminders": 20, "outbox": 5, "criteria": 14, "news_rules": 3}
"""Tables of which one confirmed form may fill several rows."""


def _buttons(message: Message, do: str) -> Iterator[str]:
    for row in message.keyboard:
        for button in row:
            data = button.get("callback_data", "")
            if data.startswith("f1|") and FormTap.unpack(data).do == do:
                yield data


@pytest.mark.timeout(900)
async def test_questions_answer_everything_and_ask_again(scene: Scene) -> None:
    start = sqlite3.connect(":memory:")
    scene.copy_to(start)
    for kind, (who, data) in QUESTIONS.items():
        await _ask(scene, kind, who, data)
        scene.restore(start)


async def _ask(scene: Scene, kind: str, who: str, data: str) -> None:
    memory = Memory(scene, who)
    await scene.press(who, data.format_map(vars(scene.home)))
    state, _ = memory.read()
    assert state == f"expect:{kind}"
    scene.keep()
    before = scene.dump()
    for things in (WORST if kind in TAKES else TEXTS, FILES):
        for some in (things,) if kind not in TAKES else [[thing] for thing in things]:
            await _send(scene, who, *some)
            if memory.read()[0] == state and kind not in GOES_ON:
                check_same(before, scene.dump(), f"{kind}: what was refused")
            scene.restore()
    for thing in COMMANDS:
        await _send(scene, who, thing)
        assert memory.read()[0] is None, "a command ends the question"
        scene.restore()


async def test_what_nobody_asked_for_is_answered_once(scene: Scene) -> None:
    before = scene.dump()
    for who in (COORDINATOR, NEWCOMER):
        await _send(scene, who, *TEXTS, *FILES)
    check_same(before, scene.dump(), "chatter")
    await _send(scene, EXPERT, *TEXTS, *FILES)  # in the middle of a sheet: it may be a remark


async def test_names_of_markup_stay_text_in_notices_to_others(scene: Scene) -> None:
    """Somebody calls themselves in HTML, asks to be let in, and is refused: nobody sees markup or a link."""
    hostile = '<a href="https://evil.example">Нажмите</a> & <b>\'"'
    applicant, coordinator = scene.people[NEWCOMER], scene.people[COORDINATOR]
    await scene.press(NEWCOMER, "pn1:n:0")
    await scene.world.say(applicant, hostile)
    await scene.press(NEWCOMER, "pq1:a:0:0::0")
    await scene.world.tap(applicant, "Промышленный")
    await scene.world.tap(applicant, "эксперт предприятия")
    await scene.world.say(applicant, hostile)
    await scene.world.say(applicant, hostile)
    await scene.world.tap(applicant, "Всё верно")
    notice = coordinator.chat(scene.world.bot).last_answer
    assert notice.body.count(hostile) == 3
    assert not any(entity["type"] == "text_link" for entity in notice.entities)
    await scene.world.tap(coordinator, "Отказать")
    await scene.world.say(coordinator, hostile)
    told = applicant.chat(scene.world.bot).last_answer
    assert told.body.count(hostile) == 2
    assert not any(entity["type"] == "text_link" for entity in told.entities)
