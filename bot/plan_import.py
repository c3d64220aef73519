"""`python -m bot import-plan FILE --cluster N`: a plan looked through at a terminal, and adopted with `--adopt`."""

import argparse
import html
import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.app import App
from cluster.access import Actor, Role
from cluster.errors import DomainError, Invalid, NotFound
from cluster.plan_sheet import PlanSheet, period_named
from documents.reading import read_plan
from handlers.engine import refusal
from handlers.engine.files import DOWNLOADABLE, FileTooLarge
from handlers.plan import import_screens as screens
from handlers.plan import plans
from handlers.plan.import_taps import ImportTap
from locales import Html, Translator
from services.plan.importing import Preview
from storage import people, roles

_TAG = re.compile(r"<[^>]*>")

Say = Callable[[str], None]


async def import_plan(app: App, arguments: argparse.Namespace, say: Say) -> bool:
    """Print what the file means; with `--adopt`, adopt it in the name of the cluster's first coordinator.

    Returns:
        Whether it could be read, and adopted where that was asked.
    """
    t = app.texts.for_locale(app.settings.default_locale, app.settings.timezone)
    await app.services.calendars.refresh()
    try:
        actor = await _coordinator(app, arguments.cluster)
        sheet = _sheet(arguments.file, arguments.year)
        imports = app.services.plan.imports
        shown = await imports.receive(actor, sheet, arguments.file.name, f"terminal:{secrets.token_hex(8)}")
        _print(t, shown, say)
        if shown.kept.period is None:
            say("which year? give it with --year 2022 or --year 2023/2024")
        if arguments.adopt and shown.kept.period is not None:
            done = await imports.adopt(actor, shown.kept.id, shown.kept.revision)
            say(_plain(plans.adopted(t, done).text))
            return True
        await imports.drop(actor, shown.kept.id)
        return shown.kept.period is not None
    except DomainError as error:
        say(_plain(refusal(t, error)))
        return False


def _sheet(file: Path, year: str | None) -> PlanSheet:
    """What the file says, with the year from the command line.

    Raises:
        NotFound: there is no such file.
        Invalid: it cannot be read, or the year is none.
    """
    if not file.is_file():
        raise NotFound()
    if file.stat().st_size > DOWNLOADABLE:
        raise FileTooLarge(name=file.name, limit=DOWNLOADABLE >> 20, unit="mb")
    sheet = read_plan(file.read_bytes())
    if year is None:
        return sheet
    period = period_named(year)
    if period is None:
        raise Invalid()
    return replace(sheet, period=period)


async def _coordinator(app: App, cluster_id: int) -> Actor:
    """The first coordinator of a cluster, working in it.

    Raises:
        NotFound: there is no such cluster, or nobody coordinates it.
    """
    async with app.db.read() as connection:
        for person_id in await roles.holders(connection, cluster_id, Role.COORDINATOR):
            known = await people.load_actor_of(connection, person_id)
            if known is not None:
                return replace(known.actor, cluster_id=cluster_id)
    raise NotFound()


def _print(t: Translator, shown: Preview, say: Say) -> None:
    if shown.kept.period is None:
        say(shown.kept.title)
        return
    say(_plain(screens.summary(t, shown).text))
    page, seen = 0, 0
    while seen < len(shown.rows):
        say("\n" + _plain(screens.rows(t, shown, ImportTap.ROWS, page).text))
        page, seen = page + 1, seen + screens.ROWS_A_PAGE


def _plain(text: Html) -> str:
    return html.unescape(_TAG.sub("", text)).replace("\u00a0", " ")
