"""Access requests in front of a coordinator: list, one request, approve as or otherwise than asked, refuse."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Role
from cluster.errors import Invalid
from cluster.invitations import AccessRequest, RequestState
from cluster.people import GRANTABLE, needs_organisation
from handlers import menu
from handlers.engine import PAGE, Button, Expecting, Screen, Talk, column, page_row, parsers, refusal
from handlers.people import access_form
from handlers.people.home import role_line
from handlers.people.taps import RequestTap, RosterTap
from locales import Translator, lines
from services.access_requests import AccessRequestService, Decision
from storage.belonging import OrganisationChoice

router = Router(name="people-access-requests")

_REFUSAL = "people_refusal"


@router.callback_query(RequestTap.filter())
async def request_tapped(
    callback: CallbackQuery,
    callback_data: RequestTap,
    talk: Talk,
    *,
    access_requests: AccessRequestService,
) -> None:
    """Ask, look, decide."""
    tap = callback_data
    if tap.do == RequestTap.ASK:
        await access_form.begin(talk, access_requests)
        return
    if tap.do == RequestTap.PAGE:
        await _show_page(talk, access_requests, tap.page)
        return
    asked = await access_requests.card(talk.actor, tap.id)
    if asked.state is not RequestState.WAITING:
        await talk.show(card(talk.t, asked), _decided_toast(talk.t, asked))
        return
    role = _role(tap.role) or asked.role
    organisation = tap.organisation or asked.organisation_id or 0
    match tap.do:
        case RequestTap.CONFIRM:
            await _confirm(talk, access_requests, asked, role, organisation)
        case RequestTap.ROLES:
            await talk.show(_choose_role(talk.t, asked, organisation))
        case RequestTap.ORGANISATIONS:
            found = await access_requests.organisations(talk.actor, asked.cluster_id, role)
            await talk.show(_choose_organisation(talk.t, asked, role, found, tap.page))
        case RequestTap.APPROVE:
            decision = await access_requests.approve(talk.actor, asked.id, role, organisation or None)
            await menu.publish(talk)
            await _show_decision(talk, decision)
        case RequestTap.REFUSE:
            talk.expect(_REFUSAL, request=asked.id)
            await talk.show(_ask_reason(talk.t, asked))
        case _:
            if talk.memory.state == f"expect:{_REFUSAL}":
                talk.memory.forget()
            await talk.show(card(talk.t, asked))


def _role(value: str) -> Role | None:
    return Role(value) if value in {role.value for role in GRANTABLE} else None


async def _show_page(talk: Talk, access_requests: AccessRequestService, page: int) -> None:
    t = talk.t
    found = await access_requests.waiting(talk.actor, page)
    if not found.items and found.number > 0:
        found = await access_requests.waiting(talk.actor, 0)
    rows = column(
        Button(
            t.plain("access-line", name=one.person_name, role=t.plain(f"role-{one.role.value}")),
            RequestTap(do=RequestTap.CARD, id=one.id),
        )
        for one in found.items
    )
    rows.append(page_row(t, found.number, found.total, lambda number: RequestTap(do=RequestTap.PAGE, page=number)))
    rows.append([Button(t.plain("form-back"), RosterTap(do=RosterTap.HOME))])
    await talk.show(Screen(t("access-list", count=found.total) if found.total else t("access-list-empty"), rows))


def card(t: Translator, asked: AccessRequest) -> Screen:
    """One request, with buttons while it waits."""
    text = t(
        "access-card",
        name=asked.person_name,
        position=asked.position or t.plain("settings-position-none"),
        cluster=asked.cluster_name,
        role=role_line(t, asked.role, asked.organisation),
        at=t.moment(asked.created_at),
    )
    message = t("access-card-message", message=asked.message) if asked.message else None
    if asked.state is not RequestState.WAITING:
        decided = lines(_decided_text(t, asked))
        return Screen(lines(text, message, decided, gap="\n\n"), [[_to_list(t)], [menu.menu_button(t)]])
    return Screen(
        lines(text, message, gap="\n\n"),
        [
            [Button(t.plain("access-approve"), RequestTap(do=RequestTap.CONFIRM, id=asked.id))],
            [Button(t.plain("access-refuse"), RequestTap(do=RequestTap.REFUSE, id=asked.id))],
            [_to_list(t)],
        ],
    )


def _to_list(t: Translator) -> Button:
    return Button(t.plain("access-to-list"), RequestTap(do=RequestTap.PAGE))


def _decided_text(t: Translator, asked: AccessRequest) -> str:
    return t(
        f"access-decided-{asked.state.value}",
        by=asked.decider_name or "—",
        at=t.moment(asked.decided_at) if asked.decided_at else "—",
        reason=asked.reason or "—",
    )


def _decided_toast(t: Translator, asked: AccessRequest) -> str:
    return t.plain("access-decided-already", state=t.plain(f"access-state-{asked.state.value}"))


async def _confirm(
    talk: Talk, access_requests: AccessRequestService, asked: AccessRequest, role: Role, organisation: int
) -> None:
    """Role and organisation once more before they are given; a typed organisation has to be chosen first."""
    t = talk.t
    found = await access_requests.organisations(talk.actor, asked.cluster_id, role)
    chosen = next((one for one in found if one.id == organisation), None)
    if needs_organisation(role) and chosen is None:
        await talk.show(_choose_organisation(t, asked, role, found, 0))
        return

    def tap(do: str) -> RequestTap:
        return RequestTap(do=do, id=asked.id, role=role.value, organisation=chosen.id if chosen else 0)

    text = t("access-confirm", name=asked.person_name, role=role_line(t, role, chosen.name if chosen else None))
    rows = [
        [Button(t.plain("access-confirm-button"), tap(RequestTap.APPROVE))],
        [Button(t.plain("access-other-role"), tap(RequestTap.ROLES))],
        [Button(t.plain("form-back"), RequestTap(do=RequestTap.CARD, id=asked.id))],
    ]
    if found:
        rows.insert(2, [Button(t.plain("access-other-organisation"), tap(RequestTap.ORGANISATIONS))])
    await talk.show(Screen(text, rows))


def _choose_role(t: Translator, asked: AccessRequest, organisation: int) -> Screen:
    rows = column(
        Button(
            t.plain(f"role-{role.value}"),
            RequestTap(do=RequestTap.CONFIRM, id=asked.id, role=role.value, organisation=organisation),
        )
        for role in GRANTABLE
    )
    rows.append([Button(t.plain("form-back"), RequestTap(do=RequestTap.CARD, id=asked.id))])
    return Screen(t("access-choose-role", name=asked.person_name), rows)


def _choose_organisation(
    t: Translator, asked: AccessRequest, role: Role, found: list[OrganisationChoice], page: int
) -> Screen:
    page = min(max(0, page), max(0, (len(found) - 1) // PAGE))

    def turn(number: int) -> RequestTap:
        return RequestTap(do=RequestTap.ORGANISATIONS, id=asked.id, role=role.value, page=number)

    rows = column(
        Button(one.name, RequestTap(do=RequestTap.CONFIRM, id=asked.id, role=role.value, organisation=one.id))
        for one in found[page * PAGE : (page + 1) * PAGE]
    )
    rows.append(page_row(t, page, len(found), turn))
    rows.append([Button(t.plain("form-back"), RequestTap(do=RequestTap.CARD, id=asked.id))])
    named = asked.organisation or t.plain("form-nothing")
    key = "access-choose-organisation" if found else "access-choose-organisation-empty"
    return Screen(t(key, named=named, role=t.plain(f"role-{role.value}")), rows)


def _ask_reason(t: Translator, asked: AccessRequest) -> Screen:
    back = Button(t.plain("form-back"), RequestTap(do=RequestTap.CARD, id=asked.id))
    return Screen(t("access-ask-reason", name=asked.person_name), [[back]])


async def _show_decision(talk: Talk, decision: Decision) -> None:
    asked = decision.request
    toast = None if decision.applied else _decided_toast(talk.t, asked)
    await talk.show(card(talk.t, asked), toast)


@router.message(Expecting(_REFUSAL))
async def reason_typed(
    message: Message, talk: Talk, expected: dict[str, Any], access_requests: AccessRequestService
) -> None:
    """Why somebody is not let in."""
    if not talk.first_of_album():
        return
    request_id = int(expected["request"])
    try:
        decision = await access_requests.refuse(talk.actor, request_id, parsers.said(message))
    except Invalid as error:
        screen = _ask_reason(talk.t, await access_requests.card(talk.actor, request_id))
        await talk.send(Screen(lines(refusal(talk.t, error), screen.text, gap="\n\n"), screen.rows))
        return
    talk.memory.forget()
    await _show_decision(talk, decision)
