"""Notices of people in words."""

from cluster.invitations import RequestState
from cluster.people import code_of
from handlers import menu
from handlers.engine import Button, Reader, Screen, renders
from handlers.people.access_requests import card
from handlers.people.home import role_line
from handlers.people.taps import InvitationTap, RequestTap
from locales import lines
from services.people_notices import AccessDecided, AccessRequested, ConsentWithdrawn, InvitationUsed, RoleEnded
from storage import access_requests, invitations, people, roles


@renders(AccessRequested)
async def access_requested(notice: AccessRequested, reader: Reader) -> Screen | None:
    """To a coordinator; nothing when it was decided in the meantime."""
    async with reader.services.db.read() as connection:
        asked = await access_requests.by_id(connection, notice.request_id)
    if asked is None or asked.state is not RequestState.WAITING:
        return None
    screen = card(reader.t, asked)
    return Screen(lines(reader.t("access-notice"), screen.text, gap="\n\n"), screen.rows)


@renders(AccessDecided)
async def access_decided(notice: AccessDecided, reader: Reader) -> Screen | None:
    """To who asked."""
    t = reader.t
    async with reader.services.db.read() as connection:
        asked = await access_requests.by_id(connection, notice.request_id)
    if asked is None or asked.person_id != reader.person_id:
        return None
    role = role_line(t, asked.role, asked.organisation)
    if asked.state is RequestState.APPROVED:
        return Screen(t("access-approved-notice", cluster=asked.cluster_name, role=role), [[menu.menu_button(t)]])
    again = Button(t.plain("access-ask-again"), RequestTap(do=RequestTap.ASK))
    text = t("access-refused-notice", cluster=asked.cluster_name, role=role, reason=asked.reason or "—")
    return Screen(text, [[again], [menu.menu_button(t)]])


@renders(InvitationUsed)
async def invitation_used(notice: InvitationUsed, reader: Reader) -> Screen | None:
    """To who made the link; nothing about somebody who left again."""
    t = reader.t
    async with reader.services.db.read() as connection:
        invitation = await invitations.by_id(connection, notice.cluster_id, notice.invitation_id)
        came = await people.person(connection, notice.person_id)
    if invitation is None or came is None or came.withdrawn_at is not None:
        return None
    see = Button(t.plain("invitation-see"), InvitationTap(do=InvitationTap.CARD, id=invitation.id))
    role = role_line(t, invitation.role, invitation.organisation_name)
    return Screen(t("invitation-used-notice", name=came.name, role=role), [[see]])


@renders(RoleEnded)
async def role_ended(notice: RoleEnded, reader: Reader) -> Screen | None:
    """To who had the role."""
    t = reader.t
    async with reader.services.db.read() as connection:
        held = await roles.held_role(connection, notice.membership_id)
    if held is None or held.until is None:
        return None
    role = role_line(t, held.membership.role, held.organisation_name)
    return Screen(t("people-role-ended-notice", cluster=held.cluster_name or "", role=role), [[menu.menu_button(t)]])


@renders(ConsentWithdrawn)
async def consent_withdrawn(notice: ConsentWithdrawn, reader: Reader) -> Screen | None:
    """The act of a withdrawal: a code, no name."""
    t = reader.t
    text = t("privacy-withdrawn-notice", code=code_of(notice.person_id))
    alone = t("privacy-withdrawn-last") if notice.last_coordinator else None
    return Screen(lines(text, alone, gap="\n\n"), [[menu.menu_button(t)]])
