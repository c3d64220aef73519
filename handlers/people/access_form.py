"""Asking to be let in: cluster, role, organisation (chosen or typed), a message to the coordinator."""

from typing import Any

from aiogram import Router

from cluster.access import Permission, Role
from cluster.invitations import AccessRequest
from cluster.people import GRANTABLE, MESSAGE_LIMIT, needs_organisation
from handlers import menu
from handlers.engine import Form, Option, Screen, Step, Talk, parsers
from handlers.people.home import role_line
from locales import Translator
from services.access_requests import AccessRequestService

router = Router(name="people-access-form")

ORGANISATION_LIMIT = 200


async def begin(talk: Talk, access_requests: AccessRequestService) -> None:
    """Start the form; a question with one possible answer is not asked."""
    clusters = await access_requests.clusters(talk.actor)
    if not clusters:
        await talk.show(Screen(talk.t("access-no-clusters"), [[menu.menu_button(talk.t)]]))
        return
    await ACCESS_FORM.begin(talk, {"cluster": str(clusters[0].id)} if len(clusters) == 1 else None)


async def _clusters(talk: Talk, values: dict[str, Any]) -> list[Option]:
    access_requests: AccessRequestService = talk.services["access_requests"]
    return [Option(str(one.id), one.name) for one in await access_requests.clusters(talk.actor)]


async def _roles(talk: Talk, values: dict[str, Any]) -> list[Option]:
    return [Option(role.value, talk.t.plain(f"role-{role.value}")) for role in GRANTABLE]


async def _organisations(talk: Talk, values: dict[str, Any]) -> list[Option]:
    access_requests: AccessRequestService = talk.services["access_requests"]
    found = await access_requests.organisations(talk.actor, int(values["cluster"]), Role(values["role"]))
    return [Option(f"#{one.id}", one.name) for one in found]


def _with_organisation(values: dict[str, Any]) -> bool:
    return needs_organisation(Role(values.get("role", Role.COORDINATOR)))


async def _submit(
    talk: Talk, values: dict[str, Any], draft_key: str, access_requests: AccessRequestService, **_: object
) -> None:
    role, organisation = Role(values["role"]), None
    if _with_organisation(values):
        chosen = str(values["organisation"])
        known = {option.value for option in await _organisations(talk, values)}
        organisation = int(chosen[1:]) if chosen in known else chosen
    asked = await access_requests.ask(
        talk.actor,
        int(values["cluster"]),
        role,
        organisation,
        message=values.get("message"),
        draft_key=draft_key,
    )
    await talk.show(_asked(talk.t, asked))


def _asked(t: Translator, asked: AccessRequest) -> Screen:
    role = role_line(t, asked.role, asked.organisation)
    return Screen(t("access-asked", cluster=asked.cluster_name, role=role), [[menu.menu_button(t)]])


ACCESS_FORM = Form(
    "access",
    title="access-form-title",
    permission=Permission.CONSENTED,
    steps=[
        Step("cluster", "access-ask-cluster", "access-cluster-label", options=_clusters),
        Step("role", "access-ask-role", "access-role-label", options=_roles),
        Step(
            "organisation",
            "access-ask-organisation",
            "access-organisation-label",
            parse=parsers.text(ORGANISATION_LIMIT, least=2),
            options=_organisations,
            when=_with_organisation,
        ),
        Step(
            "message",
            "access-ask-message",
            "access-message-label",
            parse=parsers.text(MESSAGE_LIMIT),
            optional=True,
        ),
    ],
    submit=_submit,
)
router.include_router(ACCESS_FORM.router)
