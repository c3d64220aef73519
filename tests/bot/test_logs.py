"""Tokens never reach the log."""

import pytest

from bot.logs import hide_secrets


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("https://api/bot123456789:AAF-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/getMe", "https://api/bot…/getMe"),
        ("/start i_secrettoken", "/start …"),
        ("https://t.me/bot?start=i_secrettoken", "https://t.me/bot?start=…"),
        ("nothing to hide at 12:30", "nothing to hide at 12:30"),
    ],
)
def test_hide_secrets(line: str, shown: str) -> None:
    assert hide_secrets(None, "info", {"event": line, "number": 1}) == {"event": shown, "number": 1}
