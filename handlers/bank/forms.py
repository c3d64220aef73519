"""The form of a programme of the bank, for a new one and for changes."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram.types import Message

from cluster.access import Permission
from cluster.bank import SUMMARY_LIMIT, TITLE_LIMIT, ProgrammeKind
from cluster.errors import Invalid
from handlers.bank import screens
from handlers.engine import Form, Option, Step, Talk, parsers
from services.bank import BankCard, BankService, NewBankProgramme

_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}")


class BankCodeExpected(Invalid):
    """The text is no code of a programme."""

    code = "bank-code-expected"


async def _kinds(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    return [Option(kind.value, talk.t.plain(f"bank-kind-{kind.value}")) for kind in ProgrammeKind]


async def _colleges(talk: Talk, values: dict[str, Any]) -> Sequence[Option]:
    bank: BankService = talk.services["bank"]
    return [Option(str(college), name) for college, name in await bank.colleges(talk.actor)]


async def _code(message: Message, talk: Talk) -> str:
    value = parsers.said(message).replace(" ", "")
    if not _CODE.fullmatch(value):
        raise BankCodeExpected()
    return value


def _today(values: dict[str, Any], today: date) -> date:
    return today


async def _submit(talk: Talk, values: dict[str, Any], draft_key: str, *, bank: BankService, **_: Any) -> None:
    new = NewBankProgramme(
        kind=ProgrammeKind(values["kind"]),
        organisation_id=int(values["college"]),
        code=values.get("code"),
        title=values["title"],
        summary=values.get("summary"),
        valid_until=date.fromisoformat(values["until"]) if values.get("until") else None,
    )
    card: BankCard
    if "id" in values:
        card = await bank.change(talk.actor, int(values["id"]), new)
    else:
        card = await bank.add(talk.actor, new, draft_key)
    await talk.show(screens.card(talk.t, talk.actor.here, card), talk.t.plain("bank-toast-saved"))


BANK_FORM = Form(
    "bank_programme",
    title="bank-form",
    permission=Permission.OFFER_PROGRAMMES,
    steps=(
        Step("kind", "bank-ask-kind", "bank-label-kind", options=_kinds),
        Step("college", "bank-ask-college", "bank-label-college", options=_colleges),
        Step("code", "bank-ask-code", "bank-label-code", parse=_code, optional=True),
        Step("title", "bank-ask-title", "bank-label-title", parse=parsers.text(TITLE_LIMIT)),
        Step("summary", "bank-ask-summary", "bank-label-summary", parse=parsers.text(SUMMARY_LIMIT), optional=True),
        Step(
            "until",
            "bank-ask-until",
            "bank-label-until",
            parse=parsers.day(_today),
            calendar=True,
            first_day=_today,
            optional=True,
        ),
    ),
    submit=_submit,
)
