"""How a person is called in documents: name and position, right after the consent or from the settings."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.errors import Invalid
from handlers.engine import Button, Expecting, Screen, Talk, parsers, refusal
from handlers.people.home import show_home
from handlers.people.settings import show_settings
from handlers.people.taps import IntroductionTap
from locales import Html, lines
from services.people import PeopleService

router = Router(name="people-introduction")


async def ask_name(talk: Talk, head: Html | None = None, *, first: bool) -> None:
    """Ask for the name.

    Args:
        head: what has just happened.
        first: whether the position is asked next.
    """
    talk.expect("people_name", first=int(first))
    await talk.show(_name_question(talk, head, first=first))


def _name_question(talk: Talk, head: Html | None, *, first: bool) -> Screen:
    t = talk.t
    name = talk.actor.name
    keep = Button(t.plain("introduction-keep", name=name), IntroductionTap(do=IntroductionTap.KEEP_NAME, first=first))
    return Screen(lines(head, t("introduction-ask-name", name=name), gap="\n\n"), [[keep]])


async def ask_position(talk: Talk, *, first: bool) -> None:
    """Ask for the position; it can be left out."""
    talk.expect("people_position", first=int(first))
    await talk.show(_position_question(talk, first=first))


def _position_question(talk: Talk, *, first: bool) -> Screen:
    skip = IntroductionTap(do=IntroductionTap.SKIP_POSITION, first=first)
    return Screen(talk.t("introduction-ask-position"), [[Button(talk.t.plain("form-skip"), skip)]])


@router.message(Expecting("people_name"))
async def name_typed(message: Message, talk: Talk, expected: dict[str, Any], people: PeopleService) -> None:
    """The name as typed."""
    if not talk.first_of_album():
        return
    first = bool(expected.get("first"))
    try:
        await people.introduce(talk.actor, name=parsers.said(message))
    except Invalid as error:
        await talk.send(_name_question(talk, refusal(talk.t, error), first=first))
        return
    await _after_name(talk, people, first=first)


@router.message(Expecting("people_position"))
async def position_typed(message: Message, talk: Talk, expected: dict[str, Any], people: PeopleService) -> None:
    """The position as typed."""
    if not talk.first_of_album():
        return
    first = bool(expected.get("first"))
    try:
        await people.introduce(talk.actor, position=parsers.said(message))
    except Invalid as error:
        question = _position_question(talk, first=first)
        await talk.send(Screen(lines(refusal(talk.t, error), question.text, gap="\n\n"), question.rows))
        return
    await _after_position(talk, people, first=first)


@router.callback_query(IntroductionTap.filter())
async def introduction_tapped(
    callback: CallbackQuery, callback_data: IntroductionTap, talk: Talk, people: PeopleService
) -> None:
    """Keep the name, skip the position, change either."""
    talk.actor.me  # noqa: B018 - raises for somebody who withdrew
    match callback_data.do:
        case IntroductionTap.NAME:
            await ask_name(talk, first=False)
        case IntroductionTap.POSITION:
            await ask_position(talk, first=False)
        case IntroductionTap.KEEP_NAME:
            await _after_name(talk, people, first=callback_data.first)
        case _:
            await _after_position(talk, people, first=callback_data.first)


async def _after_name(talk: Talk, people: PeopleService, *, first: bool) -> None:
    if first:
        await ask_position(talk, first=True)
    else:
        talk.memory.forget()
        await show_settings(talk, people)


async def _after_position(talk: Talk, people: PeopleService, *, first: bool) -> None:
    talk.memory.forget()
    if first:
        await show_home(talk, people)
    else:
        await show_settings(talk, people)
