"""Requests of colleges in chat: the list, one request with its interns, the form of a request."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.practice.places import ContractForm, Period, PracticeKind
from cluster.practice.requests import Request, RequestState
from handlers.engine import Button, Form, Option, Screen, Step, Talk, parsers
from handlers.practice import interns, lists, words
from handlers.practice.request_screens import screen
from handlers.practice.steps import codes, each, last_day, organisations, yes, yes_or_no
from handlers.practice.taps import RequestTap
from locales import lines
from services.practice import Practice

router = Router(name="practice-requests")

PROGRAMME_LIMIT = 300


@router.callback_query(RequestTap.filter())
async def request_tapped(callback: CallbackQuery, callback_data: RequestTap, talk: Talk, practice: Practice) -> None:
    """A button of a request."""
    tap, requests, t = callback_data, practice.requests, talk.t
    if tap.do == RequestTap.WITHDRAW_NOW:
        withdrawn = await requests.withdraw(talk.actor, tap.id)
        await talk.show(screen(t, withdrawn, words.refilled(t, withdrawn.proposed)))
        return
    if tap.do == RequestTap.TEMPLATE:
        await lists.send_template(talk, practice, tap.id)
        return
    card = await requests.look(talk.actor, tap.id, tap.page)
    match tap.do:
        case RequestTap.ADD:
            await interns.begin(talk, practice, tap.id)
        case RequestTap.LIST:
            await lists.ask(talk, card.request)
        case RequestTap.COPY:
            await _copy(talk, card.request)
        case RequestTap.WITHDRAW:
            yes_now = Button(t.plain("practice-button-withdraw-now"), RequestTap(id=tap.id, do=RequestTap.WITHDRAW_NOW))
            no = Button(t.plain("practice-button-not-now"), RequestTap(id=tap.id, do=RequestTap.LOOK))
            text = lines(words.request_head(t, card.request), t("practice-withdraw-ask"), gap="\n\n")
            await talk.show(Screen(text, [[yes_now], [no]]))
        case _:
            await talk.show(screen(t, card))


async def begin(talk: Talk, practice: Practice) -> None:
    """Ask for practice; the college is asked only where there are several."""
    known = await practice.requests.colleges(talk.actor)
    preset: dict[str, Any] = {"organisations": [list(one) for one in known]}
    if len(known) == 1:
        preset["organisation"] = str(known[0][0])
    await request_form.begin(talk, preset)


async def _copy(talk: Talk, at: Request) -> None:
    """Last term's request for other days, its interns along if wanted."""
    preset = {
        "organisation": str(at.organisation_id),
        "organisations": [],
        "code": at.code,
        "programme": at.programme,
        "kind": at.kind.value,
        "contracts": sorted(at.contracts),
        "copy_of": at.id,
    }
    await request_form.begin(talk, preset)


async def _taught(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    practice: Practice = talk.services["practice"]
    found = await practice.requests.specialities(talk.actor, int(values["organisation"]))
    return [
        Option(one.code, words.brief(f"{one.code} {one.name}", 44)) for one in found if not one.code.endswith(".00.00")
    ]


def _code() -> Any:
    several = codes()

    async def parse(message: Message, talk: Talk) -> str:
        return str((await several(message, talk))[0])

    return parse


async def _names(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    """What the speciality is called, where the cluster knows it."""
    practice: Practice = talk.services["practice"]
    found = await practice.requests.specialities(talk.actor, int(values["organisation"]))
    return [Option("known", words.brief(one.name, 60)) for one in found if one.code == values.get("code")]


async def _programme(talk: Talk, values: dict[str, Any]) -> str:
    """The name as it is stored: typed, or the whole known one."""
    if values["programme"] != "known":
        return str(values["programme"])
    practice: Practice = talk.services["practice"]
    found = await practice.requests.specialities(talk.actor, int(values["organisation"]))
    return next((one.name for one in found if one.code == values["code"]), str(values["code"]))


async def _submit(talk: Talk, values: dict[str, Any], draft_key: str, *, practice: Practice, **_: Any) -> None:
    new = Request(
        id=0,
        cluster_id=0,
        organisation_id=int(values["organisation"]),
        college="",
        code=values["code"],
        programme=await _programme(talk, values),
        kind=PracticeKind(values["kind"]),
        period=Period(date.fromisoformat(values["first"]), date.fromisoformat(values["last"])),
        contracts=frozenset(map(ContractForm, values["contracts"])),
        state=RequestState.OPEN,
        created_by=0,
        created_at=datetime.min.replace(tzinfo=UTC),
    )
    along = values.get("copy_of") if yes(values.get("along")) else None
    card = await practice.requests.ask(talk.actor, new, draft_key, along)
    await talk.show(screen(talk.t, card, talk.t("practice-request-next")))


def _from_today(values: dict[str, Any], today: date) -> date:
    return today


def _ask(key: str, **more: Any) -> Step:
    return Step(key, f"practice-ask-request-{key}", f"practice-label-{key}", **more)


request_form = Form(
    "practice_request",
    title="practice-form-request",
    permission=Permission.REQUEST_PRACTICE,
    steps=(
        _ask("organisation", options=organisations),
        _ask("code", options=_taught, parse=_code(), summary=lambda value, t: str(value)),
        _ask("programme", options=_names, parse=parsers.text(PROGRAMME_LIMIT)),
        _ask("kind", options=each(words.kind, PracticeKind)),
        _ask("first", parse=parsers.day(_from_today), calendar=True, first_day=_from_today),
        _ask("last", parse=parsers.day(last_day), calendar=True, first_day=last_day),
        _ask("contracts", options=each(words.contract, ContractForm), many=True),
        _ask("along", options=yes_or_no, when=lambda values: "copy_of" in values),
    ),
    submit=_submit,
)
router.include_router(request_form.router)
