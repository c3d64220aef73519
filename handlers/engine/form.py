"""A form makes something new: declared steps, one engine for back, skip, cancel, preview and confirm.

A draft lives in the conversation's memory: {"draft", "step", "values", "page", "editing"}. Every button carries the
draft and the step, so a tap on an old question shows the current one instead of answering something else.
"""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid
from handlers.engine import form_screens
from handlers.engine.filters import InForm, OnShelf
from handlers.engine.parsers import Parser, buttons_only
from handlers.engine.screen import Screen
from handlers.engine.talk import Talk
from handlers.engine.taps import FormTap
from handlers.engine.wording import refusal
from locales import Html, Translator, lines


@dataclass(frozen=True, slots=True)
class Option:
    """One button of a choice: `value` (at most 24 bytes, no `|`) is stored, `label` is read."""

    value: str
    label: str


Options = Callable[[Talk, dict[str, Any]], Awaitable[Sequence[Option]]]
Summary = Callable[[Any, Translator], str]
Submit = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Step:
    """One question.

    Attributes:
        key: name of the value.
        question: locale key of the question (it gets no arguments).
        label: locale key of the value's name in the preview.
        parse: how a typed answer becomes a value; by default only the buttons answer.
        options: buttons to choose from, given the values so far.
        many: several options may be chosen.
        most: how many of them; the person is told when they choose one more.
        calendar: the question is a date; it gets a calendar (ISO text is stored).
        first_day: earliest day the calendar offers, from the values so far and today.
        optional: it can be skipped.
        summary: how the value is shown in the preview; by default as it is.
        when: whether the question is asked at all, given the values so far.
    """

    key: str
    question: str
    label: str
    parse: Parser = field(default_factory=buttons_only)
    options: Options | None = None
    many: bool = False
    most: int | None = None
    calendar: bool = False
    first_day: Callable[[dict[str, Any], Any], Any] | None = None
    optional: bool = False
    summary: Summary | None = None
    when: Callable[[dict[str, Any]], bool] | None = None


class Form:
    """A declared form. Include `router`, then call `begin` from a handler.

    Args:
        name: stable short name; the conversation's state is `form:<name>`.
        title: locale key of the heading.
        permission: needed to begin; the service that is called at the end checks its own.
        steps: questions in order.
        submit: `async (talk, values, draft_key, **services)`; creates the thing (idempotent by `draft_key`),
            shows it.
        preview: optional extra text for the last look.
    """

    def __init__(
        self,
        name: str,
        *,
        title: str,
        permission: Permission,
        steps: Sequence[Step],
        submit: Submit,
        preview: Callable[[Talk, dict[str, Any]], Awaitable[Html | None]] | None = None,
    ) -> None:
        self.name = name
        self.title = title
        self.permission = permission
        self.steps = tuple(steps)
        self.submit = submit
        self.preview = preview
        self.router = Router(name=f"form:{name}")
        self.router.callback_query.register(self._tapped, FormTap.filter(), InForm(name))
        self.router.callback_query.register(self._resumed, FormTap.filter(), OnShelf(name))
        self.router.message.register(self._typed, InForm(name))

    @property
    def state(self) -> str:
        """The conversation's state while this form is filled."""
        return f"form:{self.name}"

    async def begin(
        self,
        talk: Talk,
        preset: dict[str, Any] | None = None,
        *,
        current: dict[str, Any] | None = None,
        given: dict[str, Any] | None = None,
    ) -> None:
        """Start a fresh draft and ask the first question.

        Args:
            preset: values known already; they are kept under their keys and not asked.
            current: answers something has now; the form opens at the last look, where each can be changed.
            given: answers that are not asked for, and can be changed at the last look.
        """
        talk.actor.require(self.permission)
        talk.memory.shelve()
        values = {**(preset or {}), **(given or {}), **(current or {})}
        data = {"draft": secrets.token_hex(4), "step": -1, "values": values, "preset": sorted(preset or {})}
        if given:
            data["given"] = sorted(given)
        talk.memory.put(self.state, data)
        if current is not None:
            talk.memory.put(self.state, {**data, "step": len(self.steps)})
            await self.show_current(talk)
            return
        await self._advance(talk)

    async def review(self, talk: Talk, values: dict[str, Any], kept: Sequence[str] = ()) -> None:
        """Start a draft at the last look, everything entered already: to change or copy what exists.

        Args:
            values: by key, as the parsers give them.
            kept: keys that are not asked; those of no step belong here.
        """
        talk.actor.require(self.permission)
        talk.memory.shelve()
        step = len(self.steps)
        data = {"draft": secrets.token_hex(4), "step": step, "values": dict(values), "preset": sorted(kept)}
        talk.memory.put(self.state, data)
        await self.show_current(talk)

    async def show_current(self, talk: Talk, toast: str | None = None) -> None:
        """Show the question the draft stands at, or the last look."""
        await talk.show(await self._screen(talk), toast)

    async def _typed(self, message: Message, talk: Talk, **services: Any) -> None:
        if not talk.first_of_album():
            return
        step = self._step(talk.memory.data)
        if step is None:
            await self.show_current(talk)
            return
        try:
            value = await step.parse(message, talk)
        except Invalid as error:
            await self._ask_again(talk, error)
            return
        await self.accept(talk, step, value)

    async def _ask_again(self, talk: Talk, error: Invalid) -> None:
        """What was wrong with the answer, and the same question below."""
        screen = await self._screen(talk)
        await talk.send(replace(screen, text=lines(refusal(talk.t, error), screen.text, gap="\n\n")))

    async def _tapped(self, callback: CallbackQuery, callback_data: FormTap, talk: Talk, **services: Any) -> None:
        data, tap = talk.memory.data, callback_data
        if tap.draft != data["draft"] or (tap.step != data["step"] and tap.do not in (FormTap.CANCEL, FormTap.RESUME)):
            await self.show_current(talk, talk.t.plain("form-moved-on"))
            return
        match tap.do:
            case FormTap.CONFIRM if self._step(data) is None:
                await self._confirm(talk, services)
            case FormTap.CANCEL:
                talk.memory.shelve()
                await talk.show(form_screens.cancelled(talk.t, self.title, tap.draft))
            case FormTap.BACK:
                await self._back(talk)
            case FormTap.EDIT if self._step(data) is None:
                await self._edit(talk, tap.value)
            case _:
                await self._answered(talk, tap)

    async def _resumed(self, callback: CallbackQuery, callback_data: FormTap, talk: Talk, **services: Any) -> None:
        """Any button of a form on the shelf takes it up again where it was left."""
        talk.memory.unshelve()
        await self.show_current(talk)

    async def _answered(self, talk: Talk, tap: FormTap) -> None:
        """A button of the current question itself."""
        data = talk.memory.data
        step = self._step(data)
        if step is None or tap.do == FormTap.RESUME:
            await self.show_current(talk)
        elif tap.do == FormTap.SKIP and step.optional:
            await self.accept(talk, step, None)
        elif tap.do == FormTap.TURN:
            talk.memory.put(self.state, {**data, "page": tap.value})
            await self.show_current(talk)
        elif tap.do == FormTap.PICK and step.calendar:
            await form_screens.pick_day(self, talk, step, tap.value)
        else:
            await self._chosen(talk, step, tap)

    async def _chosen(self, talk: Talk, step: Step, tap: FormTap) -> None:
        data = talk.memory.data
        known = {option.value for option in await step.options(talk, data["values"])} if step.options else set()
        picked: list[str] = (
            [value for value in data["values"].get(step.key) or [] if value in known] if step.many else []
        )
        if tap.do == FormTap.DONE and step.many and (picked or step.optional):
            await self.accept(talk, step, picked)
        elif tap.value not in known:
            await self.show_current(talk, talk.t.plain("form-option-gone"))
        elif tap.do == FormTap.TOGGLE and step.many and len(picked) == step.most and tap.value not in picked:
            await self.show_current(talk, talk.t.plain("form-most", count=len(picked)))
        elif tap.do == FormTap.TOGGLE and step.many:
            picked = [v for v in picked if v != tap.value] if tap.value in picked else [*picked, tap.value]
            talk.memory.put(self.state, {**data, "values": {**data["values"], step.key: picked}})
            await self.show_current(talk)
        elif tap.do == FormTap.PICK and not step.many:
            await self.accept(talk, step, tap.value)
        else:
            await self.show_current(talk, talk.t.plain("form-choose-something"))

    async def _confirm(self, talk: Talk, services: dict[str, Any]) -> None:
        data = talk.memory.data
        await self.submit(talk, data["values"], f"{talk.actor.me}:{data['draft']}", **services)
        if talk.memory.state == self.state and talk.memory.data.get("draft") == data["draft"]:
            talk.memory.forget()

    async def _back(self, talk: Talk) -> None:
        data = talk.memory.data
        if data.get("editing"):
            talk.memory.put(self.state, {**data, "step": len(self.steps), "editing": False, "page": None})
        else:
            earlier = [index for index in self._asked(data) if index < data["step"]]
            if earlier:
                talk.memory.put(self.state, {**data, "step": earlier[-1], "page": None})
        await self.show_current(talk)

    async def _edit(self, talk: Talk, key: str) -> None:
        data = talk.memory.data
        index = next((i for i in self._asked(data) if self.steps[i].key == key), None)
        if index is not None:
            talk.memory.put(self.state, {**data, "step": index, "editing": True, "page": None})
        await self.show_current(talk)

    async def accept(self, talk: Talk, step: Step, value: Any) -> None:
        """Keep the answer to `step` and go on."""
        data = talk.memory.data
        talk.memory.put(self.state, {**data, "values": {**data["values"], step.key: value}})
        await self._advance(talk)

    async def _advance(self, talk: Talk) -> None:
        """Go to the next question that is asked; after an edit or the last one, to the last look."""
        data = talk.memory.data
        following = [
            index
            for index in self._asked(data)
            if index > data["step"]
            and self.steps[index].key not in data.get("given", ())
            and (not data.get("editing") or self.steps[index].key not in data["values"])
        ]
        step = following[0] if following else len(self.steps)
        talk.memory.put(
            self.state, {**data, "step": step, "page": None, "editing": bool(data.get("editing") and following)}
        )
        await self.show_current(talk)

    def _asked(self, data: dict[str, Any]) -> list[int]:
        preset, values = data.get("preset", []), data["values"]
        return [
            index
            for index, step in enumerate(self.steps)
            if step.key not in preset and (step.when is None or step.when(values))
        ]

    def _step(self, data: dict[str, Any]) -> Step | None:
        return self.steps[data["step"]] if 0 <= data["step"] < len(self.steps) else None

    async def _screen(self, talk: Talk) -> Screen:
        data = talk.memory.data
        step = self._step(data)
        asked = self._asked(data)
        if step is None:
            return await form_screens.last_look(self, talk, [self.steps[index] for index in asked])
        return await form_screens.question(self, talk, step, asked)
