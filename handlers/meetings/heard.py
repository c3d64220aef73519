"""«Слушали»: a text that may be longer than a message, so every further message is put below what was sent."""

from typing import Any

from aiogram.types import Message

from cluster.access import Permission
from cluster.errors import Invalid, TooLong
from handlers.engine import Form, Step, Talk, parsers
from handlers.meetings import hall
from handlers.meetings.steps import use_cases
from locales import Html, Translator

MESSAGE_LIMIT, HEARD_LIMIT, SHOWN = 4096, 20_000, 280
_ENDS = (".", "!", "?", "…", ":", ";", "»", ")")


def joined(before: str, more: str) -> str:
    """Two messages as one text: Telegram cuts a long paste between words, not between paragraphs."""
    gap = "\n" if before.endswith(_ENDS) else " "
    return f"{before}{gap}{more}"


class HeardForm(Form):
    """A form whose last look takes further text."""

    async def _typed(self, message: Message, talk: Talk, **services: Any) -> None:
        data = talk.memory.data
        before = data["values"].get("heard")
        if data["step"] < len(self.steps) or not before:
            await super()._typed(message, talk, **services)
            return
        if not talk.first_of_album():
            return
        try:
            text = joined(before, parsers.said(message))
            if len(text) > HEARD_LIMIT:
                raise TooLong(limit=HEARD_LIMIT, over=len(text) - HEARD_LIMIT)
        except Invalid as error:
            await self._ask_again(talk, error)
            return
        talk.memory.put(self.state, {**data, "values": {**data["values"], "heard": text}})
        await self.show_current(talk)


async def _save(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    view = await use_cases(talk).decisions.set_heard(talk.actor, int(values["item"]), values["heard"])
    item = view.item(int(values["item"]))
    assert item is not None
    await talk.show(hall.minutes(talk.t, view) if view.meeting.over else hall.item(talk.t, view, item))


async def _length(talk: Talk, values: dict[str, Any]) -> Html:
    return talk.t("meetings-heard-more", count=len(values["heard"]))


def _summary(value: Any, t: Translator) -> str:
    """Beginning and end of a long text, so that one sees whether all of it came."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN // 2].rstrip()} … {text[-SHOWN // 2 + 3 :].lstrip()}"


heard_form = HeardForm(
    "meetings_heard",
    title="meetings-form-heard",
    permission=Permission.SEE_MEETINGS,
    steps=(
        Step(
            "heard",
            "meetings-ask-heard",
            "meetings-label-heard",
            parse=parsers.text(MESSAGE_LIMIT),
            summary=_summary,
        ),
    ),
    submit=_save,
    preview=_length,
)
