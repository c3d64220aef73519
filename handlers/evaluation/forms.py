"""Forms of the coordinator: a session, a programme, a material, another deadline."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram.types import Message

from cluster.access import Permission
from cluster.errors import Invalid
from cluster.evaluation.model import MaterialKind, Part
from handlers.engine import Form, Option, Step, Talk, parsers
from handlers.evaluation import board
from locales import Html
from services.evaluation import Evaluation, NewMaterial, NewProgramme, NewSession

TITLE_LIMIT = 200
PROGRAMME_LIMIT = 300
SHEETS_LIMIT = 20
_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}")


class CodeExpected(Invalid):
    """The text is no code of a programme."""

    code = "evaluation-code-expected"


class MaterialExpected(Invalid):
    """Neither a link nor a file."""

    code = "evaluation-material-expected"


def _today_or(key: str) -> Any:
    def first(values: dict[str, Any], today: date) -> date:
        return max(today, date.fromisoformat(values[key])) if values.get(key) else today

    return first


def _after(key: str) -> Any:
    def first(values: dict[str, Any], today: date) -> date:
        return date.fromisoformat(values[key]) if values.get(key) else today

    return first


async def _minimums(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(number), str(number)) for number in range(1, 6)]


async def _sheets(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(sheet), label) for sheet, label in values.get("sheets") or ()]


def _several_sheets(values: dict[str, Any]) -> bool:
    return len(values.get("sheets") or ()) > 1


async def begin_session(talk: Talk, evaluation: Evaluation) -> None:
    """A new session; which sheet is asked only where there are several."""
    found = await evaluation.sheets.choices(talk.actor)
    labels = [talk.t.plain("sheets-version-label", title=one.title[:60], version=one.version) for one in found]
    sheets = [[one.id, label] for one, label in zip(found, labels, strict=True)]
    await session_form.begin(talk, {"sheets": sheets})


async def _submit_session(
    talk: Talk, values: dict[str, Any], draft_key: str, *, evaluation: Evaluation, **_: Any
) -> None:
    new = NewSession(
        title=values["title"],
        starts_on=date.fromisoformat(values["starts_on"]),
        ends_on=date.fromisoformat(values["ends_on"]),
        deadline=date.fromisoformat(values["deadline"]),
        minimum_sheets=int(values["minimum"]),
        sheet_id=int(values["sheet"]) if values.get("sheet") else None,
    )
    overview = await evaluation.sessions.create(talk.actor, new, draft_key)
    await talk.show(board.session(talk.t, overview, talk.calendar, talk.clock.now()))


session_form = Form(
    "evaluation_session",
    title="evaluation-form-session",
    permission=Permission.MANAGE_EVALUATION,
    steps=(
        Step("title", "evaluation-ask-title", "evaluation-label-title", parse=parsers.text(TITLE_LIMIT)),
        Step("starts_on", "evaluation-ask-starts", "evaluation-label-starts", parse=parsers.day(), calendar=True),
        Step(
            "ends_on",
            "evaluation-ask-ends",
            "evaluation-label-ends",
            parse=parsers.day(_after("starts_on")),
            calendar=True,
            first_day=_after("starts_on"),
        ),
        Step(
            "deadline",
            "evaluation-ask-deadline",
            "evaluation-label-deadline",
            parse=parsers.day(_today_or("starts_on")),
            calendar=True,
            first_day=_today_or("starts_on"),
        ),
        Step(
            "minimum",
            "evaluation-ask-minimum",
            "evaluation-label-minimum",
            parse=parsers.number(1, SHEETS_LIMIT),
            options=_minimums,
            summary=lambda value, t: str(value),
        ),
        Step("sheet", "sheets-ask-which", "sheets-label-which", options=_sheets, when=_several_sheets),
    ),
    submit=_submit_session,
)


async def _colleges(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(college), name) for college, name in values["colleges"]]


async def _enterprises(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(str(enterprise), name) for enterprise, name in values["enterprises"]]


async def _readiness(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(key, talk.t.plain(f"evaluation-ready-{key}")) for key in ("yes", "no")]


async def parse_code(message: Message, talk: Talk) -> str:
    """«15.02.12»"""
    value = parsers.said(message).replace(" ", "")
    if not _CODE.fullmatch(value):
        raise CodeExpected()
    return value


def _is_ready(values: dict[str, Any]) -> bool:
    return values.get("ready") != "no"


def _is_new(values: dict[str, Any]) -> bool:
    return "programme" not in values and bool(values.get("enterprises"))


async def _submit_programme(
    talk: Talk, values: dict[str, Any], draft_key: str, *, evaluation: Evaluation, **_: Any
) -> None:
    ready = _is_ready(values)
    code, title = (values.get("code"), values.get("title")) if ready else (None, None)
    if "programme" in values:
        card = await evaluation.programmes.rename(talk.actor, values["programme"], code, title)
    else:
        employer = values.get("employer")
        new = NewProgramme(int(values["college"]), code, title, {}, int(employer) if employer else None)
        card = await evaluation.programmes.add(talk.actor, values["session"], new, draft_key)
    await talk.show(board.programme(talk.t, card))


programme_form = Form(
    "evaluation_programme",
    title="evaluation-form-programme",
    permission=Permission.MANAGE_EVALUATION,
    steps=(
        Step("college", "evaluation-ask-college", "evaluation-label-college", options=_colleges),
        Step(
            "employer",
            "evaluation-ask-employer",
            "evaluation-label-employer",
            options=_enterprises,
            optional=True,
            when=_is_new,
        ),
        Step("ready", "evaluation-ask-ready", "evaluation-label-ready", options=_readiness),
        Step(
            "code",
            "evaluation-ask-code",
            "evaluation-label-code",
            parse=parse_code,
            optional=True,
            when=_is_ready,
        ),
        Step(
            "title",
            "evaluation-ask-programme-title",
            "evaluation-label-programme-title",
            parse=parsers.text(PROGRAMME_LIMIT),
            when=_is_ready,
        ),
    ),
    submit=_submit_programme,
)


async def _parts(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(part.value, talk.t.plain(f"evaluation-part-{part.value}")) for part in Part]


async def _parse_material(message: Message, talk: Talk) -> dict[str, str]:
    """A document or picture, or a link to one; the caption or the address is its name."""
    if message.document:
        name = message.document.file_name or message.caption or message.document.file_unique_id
        return {"kind": MaterialKind.DOCUMENT.value, "reference": message.document.file_id, "name": name[:255]}
    if message.photo:
        name = message.caption or talk.t.plain("evaluation-photo-name")
        return {"kind": MaterialKind.PHOTO.value, "reference": message.photo[-1].file_id, "name": name[:255]}
    if not message.text:
        raise MaterialExpected()
    address = await parsers.link()(message, talk)
    return {"kind": MaterialKind.LINK.value, "reference": address, "name": address[:255]}


async def _submit_material(
    talk: Talk, values: dict[str, Any], draft_key: str, *, evaluation: Evaluation, **_: Any
) -> None:
    source = values["source"]
    new = NewMaterial(Part(values["part"]), MaterialKind(source["kind"]), source["reference"], source["name"])
    card = await evaluation.programmes.add_material(talk.actor, values["programme"], new, draft_key)
    await talk.show(board.programme(talk.t, card))


material_form = Form(
    "evaluation_material",
    title="evaluation-form-material",
    permission=Permission.MANAGE_EVALUATION,
    steps=(
        Step("part", "evaluation-ask-part", "evaluation-label-part", options=_parts),
        Step(
            "source",
            "evaluation-ask-source",
            "evaluation-label-source",
            parse=_parse_material,
            summary=lambda value, t: str(value["name"]),
        ),
    ),
    submit=_submit_material,
)


async def _submit_deadline(
    talk: Talk, values: dict[str, Any], draft_key: str, *, evaluation: Evaluation, **_: Any
) -> None:
    deadline = date.fromisoformat(values["deadline"])
    overview = await evaluation.sessions.move_deadline(talk.actor, values["session"], deadline)
    await talk.show(board.session(talk.t, overview, talk.calendar, talk.clock.now()))


async def _deadline_consequence(talk: Talk, values: dict[str, Any]) -> Html:
    return talk.t("evaluation-deadline-consequence")


deadline_form = Form(
    "evaluation_deadline",
    title="evaluation-form-deadline",
    permission=Permission.MANAGE_EVALUATION,
    steps=(
        Step(
            "deadline",
            "evaluation-ask-deadline",
            "evaluation-label-deadline",
            parse=parsers.day(_today_or("starts_on")),
            calendar=True,
            first_day=_today_or("starts_on"),
        ),
    ),
    submit=_submit_deadline,
    preview=_deadline_consequence,
)
