"""`/privacy`: what is stored, take it along, withdraw the consent."""

import json
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from handlers import menu
from handlers.engine import Attachment, Button, Screen, Talk
from handlers.people.start import consent_text
from handlers.people.taps import ConsentTap, PrivacyTap
from locales import Html, Texts, Translator, lines
from services.people import PeopleService
from services.privacy import Kept, PrivacyService

router = Router(name="people-privacy")

FILE_NAME = "personal-data.json"


async def _open(talk: Talk, people: PeopleService, privacy: PrivacyService, texts: Texts) -> None:
    if talk.actor.person_id is None:
        terms = await people.consent_terms(talk.actor)
        go_on = ConsentTap(do=ConsentTap.SHOW, version="", locale=talk.t.locale)
        text = lines(talk.t("privacy-nothing"), consent_text(talk.t, terms), gap="\n\n")
        await talk.show(Screen(text, [[Button(talk.t.plain("privacy-to-consent"), go_on)]]))
        return
    await _show(talk, privacy)


menu.entry(command="privacy", label="menu-privacy", permission=Permission.PUBLIC, order=910, open=_open)


async def _show(talk: Talk, privacy: PrivacyService) -> None:
    await talk.show(_kept(talk.t, await privacy.kept(talk.actor)))


def _kept(t: Translator, kept: Kept) -> Screen:
    person = kept.person
    text = t(
        "privacy-kept",
        name=person.name,
        position=person.position or t.plain("settings-position-none"),
        roles=kept.roles,
        requests=kept.requests,
        version=person.consent_version or "—",
        since=t.moment(person.consented_at) if person.consented_at else "—",
    )
    return Screen(
        text,
        [
            [Button(t.plain("privacy-download"), PrivacyTap(do=PrivacyTap.DOWNLOAD))],
            [Button(t.plain("privacy-read-text"), PrivacyTap(do=PrivacyTap.TEXT))],
            [Button(t.plain("privacy-withdraw"), PrivacyTap(do=PrivacyTap.WITHDRAW))],
            [menu.menu_button(t)],
        ],
    )


@router.callback_query(PrivacyTap.filter())
async def privacy_tapped(
    callback: CallbackQuery, callback_data: PrivacyTap, talk: Talk, people: PeopleService, privacy: PrivacyService
) -> None:
    """Show, download, withdraw."""
    t = talk.t
    talk.actor.me  # noqa: B018 - nothing is stored about a stranger
    match callback_data.do:
        case PrivacyTap.DOWNLOAD:
            await talk.answer(t.plain("privacy-preparing"))
            file = Attachment(_as_file(await privacy.export(talk.actor)), FILE_NAME)
            await talk.send_file(file, t("privacy-file"))
        case PrivacyTap.TEXT:
            text = consent_text(t, await people.consent_terms(talk.actor, talk.actor.cluster_id))
            await talk.show(Screen(text, [[_back(t)]]))
        case PrivacyTap.WITHDRAW:
            really = Button(t.plain("privacy-withdraw-really"), PrivacyTap(do=PrivacyTap.REALLY))
            await talk.show(Screen(t("privacy-withdraw-ask"), [[really], [_back(t)]]))
        case PrivacyTap.REALLY:
            act = await privacy.withdraw(talk.actor)
            talk.memory.erase()
            await menu.withdraw(talk.bot, talk.actor)
            await talk.show(Screen(_act(t, act.code, t.moment(act.at))))
        case _:
            await _show(talk, privacy)


def _act(t: Translator, code: str, at: str) -> Html:
    return t("privacy-withdrawn", code=code, at=at)


def _back(t: Translator) -> Button:
    return Button(t.plain("form-back"), PrivacyTap(do=PrivacyTap.SHOW))


def _as_file(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2).encode()
