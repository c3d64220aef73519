"""The command line: `python -m bot …`."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from bot.settings import SettingsError

BAD_CONFIGURATION = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 when it did what was asked, 1 when it could not, 2 for a wrong configuration or wrong arguments.
    """
    arguments = _parser().parse_args(argv)
    try:
        return int(_commands().call(arguments))
    except SettingsError as error:
        print(f"bot: {error}", file=sys.stderr)
        return BAD_CONFIGURATION
    except KeyboardInterrupt:
        return 0


def _commands() -> ModuleType:
    """Imported late, so that --help and argument errors do not wait for aiogram.

    What imports make stays until the end: looking through it for garbage costs a quarter of the start.
    """
    gc.disable()
    from bot import commands  # noqa: PLC0415

    gc.freeze()
    gc.enable()
    return commands


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Telegram bot of an educational-industrial cluster"
    )
    parser.add_argument("--env", type=Path, default=Path(".env"), help="file with settings (default: .env)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    commands.add_parser("run", help="serve Telegram: by polling, or by webhook when WEBHOOK_URL is set")

    demo = commands.add_parser(
        "demo", help="serve Telegram on this machine: a web page with people, chats and the clock"
    )
    demo.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    demo.add_argument("--port", type=int, default=8090, help="port of the page (default: 8090; 0: any free one)")
    demo.add_argument("--data", type=Path, default=Path(".demo"), help="folder of the demo's database (made anew)")
    demo.add_argument("--empty", action="store_true", help="an empty database: begin with the first administrator")

    commands.add_parser("check", help="check settings, database and token, and say what is wrong")
    commands.add_parser("migrate", help="bring the database to the current version")

    invite = commands.add_parser("invite", help="make an invitation link")
    invite.add_argument("--cluster", type=int, required=True, help="number of the cluster")
    invite.add_argument("--role", required=True, help="coordinator, college, expert, enterprise, mentor or intern")
    invite.add_argument("--organisation", type=int, help="number of the organisation")
    invite.add_argument("--uses", type=int, default=1, help="how many people may use it (default: 1)")
    invite.add_argument("--days", type=int, default=7, help="how many days it is valid (default: 7)")

    plan = commands.add_parser("import-plan", help="look through a work plan in a DOCX or XLSX file, and adopt it")
    plan.add_argument("file", type=Path, help="the file")
    plan.add_argument("--cluster", type=int, required=True, help="number of the cluster")
    plan.add_argument("--year", help="2022, or 2023/2024 for an academic year; by default as the file's title says")
    plan.add_argument("--adopt", action="store_true", help="adopt it in the name of the cluster's first coordinator")

    backup = commands.add_parser("backup", help="copy the SQLite database while the bot runs")
    backup.add_argument("file", type=Path, help="file to write; it must not exist")

    restore = commands.add_parser("restore", help="put a copy back in place of the SQLite database; stop the bot first")
    restore.add_argument("file", type=Path, help="file made by backup")
    return parser


if __name__ == "__main__":
    sys.exit(main())
