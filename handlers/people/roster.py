"""`/people`: the people of the cluster, their roles, the ways in."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid
from handlers import menu
from handlers.directory.taps import DirectoryTap
from handlers.engine import Button, Expecting, Screen, Talk, column, page_row, parsers, refusal
from handlers.journal.taps import JournalTap
from handlers.people.home import role_line, show_home
from handlers.people.taps import InvitationTap, RequestTap, RosterTap
from locales import Translator, lines
from services.access_requests import AccessRequestService
from services.paging import Page
from services.people import PeopleService, Profile

router = Router(name="people-roster")

WORDS_LIMIT = 60
_SEARCH = "people_search"


async def _open(talk: Talk, people: PeopleService, access_requests: AccessRequestService) -> None:
    if talk.actor.cluster_id is None:
        await show_home(talk, people)  # an administrator in no cluster chooses one first
        return
    everybody = await people.roster(talk.actor)
    waiting = await access_requests.waiting(talk.actor)
    await talk.show(_home(talk.t, everybody.total, waiting.total))


menu.entry(command="people", label="menu-people", permission=Permission.MANAGE_PEOPLE, order=800, open=_open)


def _home(t: Translator, people: int, waiting: int) -> Screen:
    return Screen(
        t("people-home", people=people, waiting=waiting),
        [
            [Button(t.plain("people-people-button"), RosterTap(do=RosterTap.ALL))],
            [Button(t.plain("people-invitations-button"), InvitationTap(do=InvitationTap.PAGE))],
            [Button(t.plain("people-requests-button", waiting=waiting), RequestTap(do=RequestTap.PAGE))],
            [Button(t.plain("directory-home-button"), DirectoryTap(do=DirectoryTap.HOME))],
            [menu.menu_button(t)],
        ],
    )


@router.callback_query(RosterTap.filter())
async def roster_tapped(
    callback: CallbackQuery,
    callback_data: RosterTap,
    talk: Talk,
    *,
    people: PeopleService,
    access_requests: AccessRequestService,
) -> None:
    """Pages, a person, ending a role."""
    t, tap = talk.t, callback_data
    talk.actor.require(Permission.MANAGE_PEOPLE)
    match tap.do:
        case RosterTap.PAGE:
            await _show_page(talk, people, tap.page, _words(talk))
        case RosterTap.ALL:
            _stop_search(talk)
            await _show_page(talk, people, 0, "")
        case RosterTap.SEARCH:
            talk.expect(_SEARCH, words="")
            await talk.show(Screen(t("people-ask-search"), [[_all(t)]]))
        case RosterTap.PERSON:
            screen = _card(t, await people.profile(talk.actor, tap.id), tap.page)
            if talk.actor.can(Permission.VIEW_AUDIT):
                journal = JournalTap(do=JournalTap.PAGE, person=tap.id)
                screen = screen.with_row(Button(t.plain("journal-person-button"), journal))
            await talk.show(screen)
        case RosterTap.ROLE:
            held = await people.role(talk.actor, tap.id)
            role = role_line(t, held.membership.role, held.organisation_name)
            back = Button(t.plain("form-back"), RosterTap(do=RosterTap.PERSON, id=held.person_id, page=tap.page))
            if held.until is not None:
                await talk.show(Screen(t("people-role-ended-before", role=role, at=t.moment(held.until)), [[_all(t)]]))
                return
            end = Button(t.plain("people-end-really"), RosterTap(do=RosterTap.END, id=tap.id, page=tap.page))
            name = (await people.profile(talk.actor, held.person_id)).person.name
            await talk.show(Screen(t("people-end-ask", name=name, role=role), [[end], [back]]))
        case RosterTap.END:
            result = await people.end_role(talk.actor, tap.id)
            await menu.publish(talk)
            toast = t.plain("people-role-ended" if result.applied else "people-role-ended-already")
            role = role_line(t, result.role.membership.role, result.role.organisation_name)
            await talk.show(Screen(t("people-role-ended-screen", role=role), [[_all(t)], [menu.menu_button(t)]]), toast)
        case _:
            _stop_search(talk)
            await _open(talk, people, access_requests)


def _words(talk: Talk) -> str:
    if talk.memory.state != f"expect:{_SEARCH}":
        return ""
    return str(talk.memory.data["expected"].get("words", ""))


def _stop_search(talk: Talk) -> None:
    if talk.memory.state == f"expect:{_SEARCH}":
        talk.memory.forget()


def _all(t: Translator) -> Button:
    return Button(t.plain("people-all"), RosterTap(do=RosterTap.ALL))


async def _show_page(talk: Talk, people: PeopleService, page: int, words: str) -> None:
    found = await people.roster(talk.actor, page, words)
    if not found.items and found.number > 0:  # the list became shorter
        found = await people.roster(talk.actor, 0, words)
    await talk.show(_list(talk.t, found, words))


def _list(t: Translator, found: Page[Profile], words: str) -> Screen:
    rows = column(
        Button(_line(t, profile), RosterTap(do=RosterTap.PERSON, id=profile.person.id, page=found.number))
        for profile in found.items
    )
    rows.append(page_row(t, found.number, found.total, lambda number: RosterTap(do=RosterTap.PAGE, page=number)))
    search = Button(t.plain("people-search"), RosterTap(do=RosterTap.SEARCH))
    rows.append([_all(t), search] if words else [search])
    rows.append([Button(t.plain("form-back"), RosterTap(do=RosterTap.HOME))])
    if words and not found.total:
        return Screen(t("people-found-none", words=words), rows)
    head = t("people-found", words=words, count=found.total) if words else t("people-list", count=found.total)
    return Screen(head, rows)


def _line(t: Translator, profile: Profile) -> str:
    roles = ", ".join(dict.fromkeys(t.plain(f"role-{held.membership.role.value}") for held in profile.roles))
    return f"{profile.person.name} · {roles}"[:120]


def _card(t: Translator, profile: Profile, page: int) -> Screen:
    person = profile.person
    roles = [
        t(
            "people-role-since",
            role=role_line(t, held.membership.role, held.organisation_name),
            since=t.day(t.local(held.since).date()),
        )
        for held in profile.roles
    ]
    blocked = t("people-blocked") if person.blocked_at else None
    head = t("people-card", name=person.name, position=person.position or t.plain("settings-position-none"))
    ends = column(
        Button(
            t.plain("people-end-role", role=t.plain(f"role-{held.membership.role.value}")),
            RosterTap(do=RosterTap.ROLE, id=held.membership_id, page=page),
        )
        for held in profile.roles
    )
    back = Button(t.plain("form-back"), RosterTap(do=RosterTap.PAGE, page=page))
    return Screen(lines(head, lines(*roles), blocked, gap="\n\n"), [*ends, [back]])


@router.message(Expecting(_SEARCH))
async def words_typed(message: Message, talk: Talk, expected: dict[str, Any], people: PeopleService) -> None:
    """What to look for; every next message looks again."""
    if not talk.first_of_album():
        return
    try:
        words = parsers.said(message)[:WORDS_LIMIT]
    except Invalid as error:
        text = lines(refusal(talk.t, error), talk.t("people-ask-search"), gap="\n\n")
        await talk.send(Screen(text, [[_all(talk.t)]]))
        return
    talk.expect(_SEARCH, words=words)
    await _show_page(talk, people, 0, words)
