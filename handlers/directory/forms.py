"""Forms of the directory: a new organisation, another name."""

from datetime import date
from typing import Any

from cluster.access import Permission
from cluster.directory import NAME_LIMIT, SHORT_NAME_LIMIT, OrganisationKind
from handlers.directory import screens
from handlers.directory.taps import DirectoryTap
from handlers.engine import Form, Option, Step, Talk, parsers
from locales import Translator
from services.directory import DirectoryService, OrganisationCard


async def _kinds(talk: Talk, values: dict[str, Any]) -> list[Option]:
    return [Option(kind.value, talk.t.plain(f"directory-one-{kind.value}")) for kind in OrganisationKind]


def _kind_named(value: str, t: Translator) -> str:
    return t.plain(f"directory-one-{value}")


async def _unions(talk: Talk, values: dict[str, Any]) -> list[Option]:
    directory: DirectoryService = talk.services["directory"]
    found = await directory.organisations(talk.actor, kind=OrganisationKind.UNION)
    return [Option(str(one.id), one.short_name) for one in found.items]


async def _add(talk: Talk, values: dict[str, Any], draft_key: str, directory: DirectoryService, **_: object) -> None:
    union = values.get("union") if values["kind"] == OrganisationKind.ENTERPRISE else None
    made = await directory.add_organisation(
        talk.actor,
        OrganisationKind(values["kind"]),
        values["name"],
        values.get("short") or "",
        draft_key,
        int(union) if union else None,
    )
    await _show(talk, await directory.organisation(talk.actor, made.id), "directory-added")


async def _rename(talk: Talk, values: dict[str, Any], draft_key: str, directory: DirectoryService, **_: object) -> None:
    changed = await directory.rename_organisation(
        talk.actor, int(values["id"]), values["name"], values.get("short") or ""
    )
    await _show(talk, await directory.organisation(talk.actor, changed.id), "directory-renamed")


async def _show(talk: Talk, card: OrganisationCard, toast: str) -> None:
    tap = DirectoryTap(do=DirectoryTap.CARD, id=card.organisation.id)
    await talk.show(screens.card(talk.t, card, tap), talk.t.plain(toast))


_NAMES = (
    Step("name", "directory-ask-name", "directory-name-label", parse=parsers.text(NAME_LIMIT)),
    Step("short", "directory-ask-short", "directory-short-label", parse=parsers.text(SHORT_NAME_LIMIT), optional=True),
)

ADD_FORM = Form(
    "organisation",
    title="directory-add-title",
    permission=Permission.MANAGE_DIRECTORY,
    steps=[
        Step("kind", "directory-ask-kind", "directory-kind-label", options=_kinds, summary=_kind_named),
        *_NAMES,
        Step(
            "union",
            "directory-ask-union",
            "directory-union-label",
            options=_unions,
            optional=True,
            when=lambda values: values.get("kind") == OrganisationKind.ENTERPRISE,
        ),
    ],
    submit=_add,
)


async def _set_term(
    talk: Talk, values: dict[str, Any], draft_key: str, directory: DirectoryService, **_: object
) -> None:
    since, until = (date.fromisoformat(day) if (day := values.get(key)) else None for key in ("since", "until"))
    card = await directory.set_term(talk.actor, int(values["id"]), since, until)
    await _show(talk, card, "directory-term-set")


def _day_named(value: str, t: Translator) -> str:
    return t.day(date.fromisoformat(value))


RENAME_FORM = Form(
    "organisation_name",
    title="directory-rename-title",
    permission=Permission.MANAGE_DIRECTORY,
    steps=[Step("id", "directory-ask-name", "directory-name-label"), *_NAMES],
    submit=_rename,
)

TERM_FORM = Form(
    "organisation_term",
    title="directory-term-title",
    permission=Permission.MANAGE_DIRECTORY,
    steps=[
        Step("id", "directory-ask-name", "directory-name-label"),
        Step(
            "since",
            "directory-ask-since",
            "directory-since-label",
            parse=parsers.day(),
            calendar=True,
            optional=True,
            summary=_day_named,
        ),
        Step(
            "until",
            "directory-ask-until",
            "directory-until-label",
            parse=parsers.day(),
            calendar=True,
            optional=True,
            summary=_day_named,
        ),
    ],
    submit=_set_term,
)
