"""What each command of the command line does."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError

from bot import copies, plan_import, serve
from bot.app import App
from bot.logs import set_up_logs
from bot.settings import Settings, SettingsError, load_settings
from cluster.access import Actor, Role
from cluster.errors import DomainError
from cluster.invitations import payload_of
from services.clock import SystemClock
from services.people import ADMINISTRATOR
from storage import migrate

DONE, FAILED = 0, 1


def _settings(arguments: argparse.Namespace) -> Settings:
    settings = load_settings(arguments.env)
    set_up_logs(settings.log_level, settings.log_format)
    return settings


def make_bot(settings: Settings) -> Bot:
    """The Bot API client the settings describe."""
    api = TelegramAPIServer.from_base(settings.telegram_api_url) if settings.telegram_api_url else PRODUCTION
    return Bot(settings.token, session=AiohttpSession(proxy=settings.telegram_proxy, api=api))


async def run(arguments: argparse.Namespace) -> int:
    """Serve Telegram until SIGTERM or SIGINT."""
    settings = _settings(arguments)
    await migrate.upgrade(settings.database_url)
    app = App(settings, bot=make_bot(settings), clock=SystemClock())
    try:
        await serve.run(app)
    except TelegramUnauthorizedError:
        raise SettingsError("BOT_TOKEN: Telegram does not know this token") from None
    return DONE


async def run_demo(arguments: argparse.Namespace) -> int:
    """Serve the sandbox and the bot on it."""
    from bot import demo  # noqa: PLC0415 - the sandbox is not loaded where it is not used

    set_up_logs("WARNING", "text")
    await demo.run(arguments.host, arguments.port, arguments.data, empty=arguments.empty)
    return DONE


async def check(arguments: argparse.Namespace) -> int:
    """Say whether settings, database and token are in order."""
    settings = _settings(arguments)
    say(f"settings: fine, administrators: {len(settings.admin_ids)}")
    found, wanted = await migrate.current(settings.database_url), migrate.newest()
    say(
        f"database: version {found or 'none'}" + ("" if found == wanted else f", needs {wanted}: python -m bot migrate")
    )
    bot = make_bot(settings)
    try:
        me = await bot.get_me()
    except TelegramAPIError as error:
        say(f"Telegram: {error.message}")
        return FAILED
    finally:
        await bot.session.close()
    say(f"Telegram: @{me.username}")
    return DONE if found == wanted else FAILED


async def run_migrate(arguments: argparse.Namespace) -> int:
    """Bring the database to the current version."""
    settings = _settings(arguments)
    await migrate.upgrade(settings.database_url)
    say(f"database: version {await migrate.current(settings.database_url)}")
    return DONE


async def invite(arguments: argparse.Namespace) -> int:
    """Make an invitation link."""
    settings = _settings(arguments)
    try:
        role = Role(arguments.role)
    except ValueError:
        say(f"there is no role {arguments.role!r}; roles: {', '.join(role.value for role in Role)}")
        return FAILED
    app = App(settings, bot=make_bot(settings), clock=SystemClock())
    try:
        me = await app.bot.get_me()
        made = await app.services.invitations.create(
            Actor(telegram_id=0, cluster_id=arguments.cluster, consented=True, memberships=(ADMINISTRATOR,)),
            role,
            arguments.organisation,
            max_uses=arguments.uses,
            days=arguments.days,
        )
    except (DomainError, TelegramAPIError, IntegrityError) as error:
        say(f"no link: {_reason(error)}")
        return FAILED
    finally:
        await app.close()
    assert made.token is not None  # a fresh one: there is no draft it could repeat
    say(f"https://t.me/{me.username}?start={payload_of(made.token)}")
    return DONE


def _reason(error: Exception) -> str:
    match error:
        case IntegrityError():
            return "there is no such cluster"
        case DomainError():
            return f"{error.code} {error.data or ''}".strip()
        case _:
            return str(error)


async def import_plan(arguments: argparse.Namespace) -> int:
    """Look a plan through that a file holds, and adopt it when that is asked."""
    settings = _settings(arguments)
    app = App(settings, bot=make_bot(settings), clock=SystemClock())
    try:
        return DONE if await plan_import.import_plan(app, arguments, say) else FAILED
    finally:
        await app.close()


async def backup(arguments: argparse.Namespace) -> int:
    """Copy the SQLite database."""
    return _copied(copies.backup, arguments)


async def restore(arguments: argparse.Namespace) -> int:
    """Put a copy back."""
    return _copied(copies.restore, arguments)


def _copied(copy: Callable[..., int], arguments: argparse.Namespace) -> int:
    url = make_url(_settings(arguments).database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        say("this database is PostgreSQL: use pg_dump and pg_restore")
        return FAILED
    try:
        size = copy(url.database, arguments.file)
    except copies.CopyRefused as error:
        say(str(error))
        return FAILED
    say(f"{arguments.file}: {size} bytes")
    return DONE


def say(line: str) -> None:
    """One line for the person at the terminal."""
    print(line, file=sys.stdout, flush=True)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], Coroutine[Any, Any, int]]] = {
    "run": run,
    "demo": run_demo,
    "check": check,
    "migrate": run_migrate,
    "invite": invite,
    "import-plan": import_plan,
    "backup": backup,
    "restore": restore,
}


def call(arguments: argparse.Namespace) -> int:
    """Run the chosen command in an event loop, on uvloop where there is one."""
    if sys.platform != "win32":
        import uvloop  # noqa: PLC0415 - not there on Windows

        return uvloop.run(COMMANDS[arguments.command](arguments))
    return asyncio.run(COMMANDS[arguments.command](arguments))
