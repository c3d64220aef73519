"""Where everything begins: the menu of somebody with roles, the next step of somebody without."""

import secrets
from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Actor, Permission, Role
from cluster.directory import NAME_LIMIT
from handlers import menu
from handlers.directory.taps import DirectoryTap
from handlers.engine import PAGE, Button, Form, Screen, Step, Talk, column, page_row, parsers
from handlers.people.taps import ClusterTap, InvitationTap, RequestTap
from locales import Html, Texts, Translator, lines
from services.directory import ClusterCreated, DirectoryService
from services.people import PeopleService, Profile
from storage.belonging import ClusterChoice

router = Router(name="people-home")


def home(profile: Profile, actor: Actor, t: Translator, clusters: Sequence[ClusterChoice]) -> Screen:
    """The menu, or for somebody without a role what to do first.

    Args:
        clusters: those the person can work in.
    """
    if not profile.roles:
        ask = Button(t.plain("access-ask-button"), RequestTap(do=RequestTap.ASK))
        return Screen(t("menu-no-role", name=profile.person.name), [[ask], *menu.buttons(actor, t)])
    if Role.ADMINISTRATOR in actor.roles and actor.cluster_id is None:
        return choose_or_create(t, len(clusters))
    here = [held for held in profile.roles if held.membership.cluster_id in (None, actor.cluster_id)]
    named = next((one.name for one in clusters if one.id == actor.cluster_id), None)
    roles = [role_line(t, held.membership.role, held.organisation_name) for held in here]
    rows = menu.buttons(actor, t)
    if len(clusters) > 1:
        rows.append([Button(t.plain("cluster-switch-button"), ClusterTap(do=ClusterTap.LIST))])
    head = t("menu-head", cluster=named) if named else t("menu-head-installation")
    return Screen(lines(head, lines(*roles), gap="\n\n"), rows)


def role_line(t: Translator, role: Role, organisation: str | None) -> Html:
    """«эксперт предприятия, АО «ТЭМЗ»»"""
    name = t.plain(f"role-{role.value}")
    return t("role-at", role=name, organisation=organisation) if organisation else lines(name)


def choose_or_create(t: Translator, clusters: int) -> Screen:
    """For an administrator who works in no cluster: create the first one, or choose."""
    rows = [[Button(t.plain("cluster-create-button"), ClusterTap(do=ClusterTap.CREATE))]]
    if clusters:
        rows.insert(0, [Button(t.plain("cluster-choose-button"), ClusterTap(do=ClusterTap.LIST))])
    rows.append([Button(t.plain("menu-settings"), menu.MenuTap(command="settings"))])
    return Screen(t("cluster-none-chosen") if clusters else t("cluster-none-yet"), rows)


async def show_home(talk: Talk, people: PeopleService, toast: str | None = None) -> None:
    """Show the menu as it is now; the command list follows the roles."""
    await menu.publish(talk)
    clusters = await people.clusters(talk.actor)
    await talk.show(home(await people.me(talk.actor), talk.actor, talk.t, clusters), toast)


async def _open_menu(talk: Talk, people: PeopleService) -> None:
    await show_home(talk, people)


menu.entry(command="menu", label="menu-menu", permission=Permission.CONSENTED, order=1, open=_open_menu, in_menu=False)


def created(t: Translator, result: ClusterCreated) -> Screen:
    """A new cluster: what it has, and what comes next."""
    contents = result.contents
    count = sum(contents.organisations.values())
    text = t("cluster-created", name=result.cluster.name, organisations=count, specialities=contents.specialities)
    invite = Button(t.plain("people-invitations-button"), InvitationTap(do=InvitationTap.PAGE))
    fill = Button(t.plain("directory-home-button"), DirectoryTap(do=DirectoryTap.HOME))
    return Screen(text, [[invite if count else fill], [menu.menu_button(t)]])


@router.callback_query(ClusterTap.filter())
async def cluster_tapped(
    callback: CallbackQuery,
    callback_data: ClusterTap,
    talk: Talk,
    *,
    people: PeopleService,
    directory: DirectoryService,
    texts: Texts,
) -> None:
    """Create a cluster or work in another one."""
    t = talk.t
    match callback_data.do:
        case ClusterTap.CREATE:
            talk.actor.require(Permission.CREATE_CLUSTER)
            await talk.show(_kinds(t))
        case ClusterTap.BUILTIN:
            result = await directory.create_builtin_cluster(talk.actor, f"{talk.actor.me}:{callback_data.draft}")
            await _take(talk, people, result)
        case ClusterTap.EMPTY:
            await CLUSTER_FORM.begin(talk)
        case ClusterTap.SWITCH:
            talk.actor = await people.switch(talk.actor, callback_data.id)
            talk.t = texts.for_locale(t.locale, talk.actor.zone)
            await show_home(talk, people, t.plain("cluster-switched"))
        case _:
            page = callback_data.id if callback_data.do == ClusterTap.LIST else 0
            await talk.show(_choices(talk, await people.clusters(talk.actor), page))


def _choices(talk: Talk, clusters: Sequence[ClusterChoice], page: int) -> Screen:
    t, actor = talk.t, talk.actor
    page = max(0, page)
    rows = column(
        Button(("✓ " if one.id == actor.cluster_id else "") + one.name, ClusterTap(do=ClusterTap.SWITCH, id=one.id))
        for one in clusters[page * PAGE : (page + 1) * PAGE]
    )
    rows.append(page_row(t, page, len(clusters), lambda number: ClusterTap(do=ClusterTap.LIST, id=number)))
    if actor.can(Permission.CREATE_CLUSTER):
        rows.append([Button(t.plain("cluster-create-button"), ClusterTap(do=ClusterTap.CREATE))])
    rows.append([menu.menu_button(t)])
    return Screen(t("cluster-choose") if clusters else t("cluster-choose-empty"), rows)


def _kinds(t: Translator) -> Screen:
    draft = secrets.token_hex(4)  # a second tap on the same button makes nothing new
    return Screen(
        t("cluster-create"),
        [
            [Button(t.plain("cluster-builtin-button"), ClusterTap(do=ClusterTap.BUILTIN, draft=draft))],
            [Button(t.plain("cluster-empty-button"), ClusterTap(do=ClusterTap.EMPTY))],
            [menu.menu_button(t)],
        ],
    )


async def _take(talk: Talk, people: PeopleService, result: ClusterCreated) -> None:
    talk.actor = await people.take_cluster(talk.actor, result.cluster.id)
    await menu.publish(talk)
    await talk.show(created(talk.t, result))


async def _submit(
    talk: Talk,
    values: dict[str, str],
    draft_key: str,
    *,
    people: PeopleService,
    directory: DirectoryService,
    **_: object,
) -> None:
    result = await directory.create_empty_cluster(talk.actor, values["name"], draft_key)
    await _take(talk, people, result)


CLUSTER_FORM = Form(
    "cluster",
    title="cluster-form-title",
    permission=Permission.CREATE_CLUSTER,
    steps=[Step("name", "cluster-ask-name", "cluster-name-label", parse=parsers.text(NAME_LIMIT))],
    submit=_submit,
)
router.include_router(CLUSTER_FORM.router)
