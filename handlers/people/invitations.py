"""Invitation links: make, list, look at, revoke."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, User

from cluster.access import Permission, Role
from cluster.invitations import DAYS, USES, Invitation, InvitationState
from cluster.people import needs_organisation
from handlers import menu
from handlers.engine import Button, Form, Option, Screen, Step, Talk, column, page_row
from handlers.people.home import role_line
from handlers.people.taps import InvitationTap, RosterTap
from locales import Html, Translator, lines
from services.invitations import InvitationCard, InvitationService, NewInvitation
from services.paging import Page

router = Router(name="people-invitations")


@router.callback_query(InvitationTap.filter())
async def invitation_tapped(
    callback: CallbackQuery, callback_data: InvitationTap, talk: Talk, invitations: InvitationService
) -> None:
    """Pages, a link, revoking it, a new one."""
    t, tap = talk.t, callback_data
    talk.actor.require(Permission.MANAGE_PEOPLE)
    match tap.do:
        case InvitationTap.NEW:
            talk.actor.here  # noqa: B018 - an administrator in no cluster chooses one first
            await INVITATION_FORM.begin(talk)
        case InvitationTap.CARD:
            await talk.show(_card(talk, await invitations.card(talk.actor, tap.id), tap.page))
        case InvitationTap.REVOKE:
            card = await invitations.card(talk.actor, tap.id)
            really = Button(
                t.plain("invitation-revoke-really"), InvitationTap(do=InvitationTap.REALLY, id=tap.id, page=tap.page)
            )
            back = Button(t.plain("form-back"), InvitationTap(do=InvitationTap.CARD, id=tap.id, page=tap.page))
            text = t("invitation-revoke-ask", role=_role(t, card.invitation))
            await talk.show(Screen(text, [[really], [back]]))
        case InvitationTap.REALLY:
            card = await invitations.revoke(talk.actor, tap.id)
            toast = t.plain("invitation-revoked" if card.applied else "invitation-revoked-already")
            await talk.show(_card(talk, card, tap.page), toast)
        case _:
            found = await invitations.page(talk.actor, tap.page)
            if not found.items and found.number > 0:
                found = await invitations.page(talk.actor, 0)
            await talk.show(_list(talk, found))


def _role(t: Translator, invitation: Invitation) -> Html:
    return role_line(t, invitation.role, invitation.organisation_name)


def _list(talk: Talk, found: Page[Invitation]) -> Screen:
    t, now = talk.t, talk.clock.now()
    rows = [[Button(t.plain("invitation-new"), InvitationTap(do=InvitationTap.NEW))]]
    rows += column(
        Button(
            t.plain(
                "invitation-line",
                role=t.plain(f"role-{one.role.value}"),
                organisation=one.organisation_name or "",
                state=t.plain(f"invitation-state-{one.state(now).value.replace('_', '-')}"),
                used=one.max_uses - one.uses_left,
                uses=one.max_uses,
            ),
            InvitationTap(do=InvitationTap.CARD, id=one.id, page=found.number),
        )
        for one in found.items
    )
    rows.append(
        page_row(t, found.number, found.total, lambda number: InvitationTap(do=InvitationTap.PAGE, page=number))
    )
    rows.append([Button(t.plain("form-back"), RosterTap(do=RosterTap.HOME))])
    head = t("invitation-list", count=found.total) if found.total else t("invitation-list-empty")
    return Screen(head, rows)


def _card(talk: Talk, card: InvitationCard, page: int) -> Screen:
    t, one = talk.t, card.invitation
    state = one.state(talk.clock.now())
    text = t(
        "invitation-card",
        role=_role(t, one),
        state=t.plain(f"invitation-state-{state.value.replace('_', '-')}"),
        used=one.max_uses - one.uses_left,
        uses=one.max_uses,
        created=t.moment(one.created_at),
        until=t.moment(one.expires_at),
    )
    came = [t("invitation-use", name=use.name, at=t.moment(use.used_at)) for use in card.uses]
    if (hidden := one.max_uses - one.uses_left - len(came)) > 0:
        came.append(t("invitation-use-more", count=hidden))
    rows = []
    if state is InvitationState.OPEN:
        revoke = InvitationTap(do=InvitationTap.REVOKE, id=one.id, page=page)
        rows.append([Button(t.plain("invitation-revoke"), revoke)])
    rows.append([Button(t.plain("form-back"), InvitationTap(do=InvitationTap.PAGE, page=page))])
    return Screen(lines(text, lines(*came) or t("invitation-use-none"), gap="\n\n"), rows)


# The form


async def _roles(talk: Talk, values: dict[str, Any]) -> list[Option]:
    """Roles that can be given here: most need an organisation of the right kind."""
    invitations: InvitationService = talk.services["invitations"]
    fillable = await invitations.fillable_roles(talk.actor)
    return [Option(role.value, talk.t.plain(f"role-{role.value}")) for role in fillable]


async def _organisations(talk: Talk, values: dict[str, Any]) -> list[Option]:
    invitations: InvitationService = talk.services["invitations"]
    found = await invitations.organisations(talk.actor, Role(values["role"]))
    return [Option(str(one.id), one.name) for one in found]


async def _uses(talk: Talk, values: dict[str, Any]) -> list[Option]:
    return [Option(str(number), talk.t.plain("invitation-uses", count=number)) for number in USES]


async def _days(talk: Talk, values: dict[str, Any]) -> list[Option]:
    return [Option(str(number), talk.t.plain("invitation-days", count=number)) for number in DAYS]


def _with_organisation(values: dict[str, Any]) -> bool:
    return needs_organisation(Role(values.get("role", Role.COORDINATOR)))


async def _submit(
    talk: Talk, values: dict[str, Any], draft_key: str, invitations: InvitationService, me: User, **_: object
) -> None:
    made = await invitations.create(
        talk.actor,
        Role(values["role"]),
        int(values["organisation"]) if _with_organisation(values) else None,
        max_uses=int(values["uses"]),
        days=int(values["days"]),
        draft_key=draft_key,
    )
    await _show_made(talk, made, me)


async def _show_made(talk: Talk, made: NewInvitation, me: User) -> None:
    """The link, once, as a text to be forwarded; below it what the coordinator should know."""
    t, one = talk.t, made.invitation
    to_list = [Button(t.plain("invitation-to-list"), InvitationTap(do=InvitationTap.PAGE))]
    if made.payload is None:
        await talk.show(Screen(t("invitation-shown-before"), [to_list]))
        return
    text = t(
        "invitation-forward",
        cluster=one.cluster_name,
        role=_role(t, one),
        link=f"https://t.me/{me.username}?start={made.payload}",
        until=t.moment(one.expires_at),
    )
    await talk.show(Screen(text))
    await talk.send(Screen(t("invitation-made", count=one.max_uses), [to_list, [menu.menu_button(t)]]))


INVITATION_FORM = Form(
    "invitation",
    title="invitation-form-title",
    permission=Permission.MANAGE_PEOPLE,
    steps=[
        Step("role", "invitation-ask-role", "access-role-label", options=_roles),
        Step(
            "organisation",
            "invitation-ask-organisation",
            "access-organisation-label",
            options=_organisations,
            when=_with_organisation,
        ),
        Step("uses", "invitation-ask-uses", "invitation-uses-label", options=_uses),
        Step("days", "invitation-ask-days", "invitation-days-label", options=_days),
    ],
    submit=_submit,
)
router.include_router(INVITATION_FORM.router)
