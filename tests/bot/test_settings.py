"""Settings: what is accepted, and one line for what is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import SettingsError, load_settings

TOKEN = "123456789:AAF-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name in ("BOT_TOKEN", "ADMIN_IDS", "DATABASE_URL", "WEBHOOK_URL", "TIMEZONE"):
            monkeypatch.delenv(name)


def test_defaults() -> None:
    settings = load_settings(None, bot_token=TOKEN)
    assert settings.database_url == "sqlite+aiosqlite:///data/cluster.db"
    assert settings.timezone == "Asia/Tomsk"
    assert settings.admin_ids == frozenset()


@pytest.mark.parametrize("text", ["1,2", "1, 2", "1 2", " 1,\n2 "])
def test_admin_ids_as_people_write_them(text: str) -> None:
    assert load_settings(None, bot_token=TOKEN, admin_ids=text).admin_ids == {1, 2}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("bot_token", "nonsense", "BOT_TOKEN: expected a token"),
        ("admin_ids", "@anna", "ADMIN_IDS: expected Telegram ids"),
        ("timezone", "Tomsk", "TIMEZONE: expected a time zone"),
        ("database_url", "mysql://x", "DATABASE_URL: expected sqlite"),
        ("webhook_listen", "8080", "WEBHOOK_LISTEN: expected host:port"),
        ("telegram_api_url", "ftp://x", "TELEGRAM_API_URL: expected an address"),
        ("webhook_url", "http://example.org/x", "WEBHOOK_URL: expected https"),
        ("webhook_url", "https://example.org/x", "WEBHOOK_SECRET: needed with WEBHOOK_URL"),
        ("webhook_secret", "short", "WEBHOOK_SECRET: expected"),
        ("log_level", "LOUD", "LOG_LEVEL:"),
        ("updates_at_once", "0", "UPDATES_AT_ONCE:"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(None, **{"bot_token": TOKEN, name: value})
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_http_is_allowed_to_this_machine_only() -> None:
    secret = "s" * 16
    for host in ("127.0.0.1:8080", "localhost", "[::1]:80"):
        settings = load_settings(None, bot_token=TOKEN, webhook_url=f"http://{host}/hook", webhook_secret=secret)
        assert settings.webhook_url == f"http://{host}/hook"


def test_the_token_is_not_printed() -> None:
    assert TOKEN not in repr(load_settings(None, bot_token=TOKEN))


def test_missing_token_ends_with_code_2_and_one_line(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "BOT_TOKEN"}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "--env", str(tmp_path / "none"), "run"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr == "bot: BOT_TOKEN: is not set\n"
    assert ended.stdout == ""


@pytest.mark.parametrize("command", ["", "run", "demo", "check", "migrate", "invite", "backup", "restore"])
def test_help_everywhere(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from bot.__main__ import main

    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    assert "usage: python -m bot" in capsys.readouterr().out
