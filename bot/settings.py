"""Settings from the environment and `.env`; a wrong one is one clear line, not a traceback."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{3,100}")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class SettingsError(Exception):
    """The configuration cannot be used; the text names the setting and says what was expected."""


class Settings(BaseSettings):
    """Everything that can be set. Names in the environment are the upper-case names of the fields."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    database_url: str = "sqlite+aiosqlite:///data/cluster.db"
    redis_url: str | None = None
    telegram_api_url: str | None = None
    telegram_proxy: str | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8080"
    health_listen: str | None = None
    timezone: str = "Asia/Tomsk"
    default_locale: Literal["ru", "en"] = "ru"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    updates_at_once: int = Field(default=64, ge=1, le=1000)

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("expected a token from @BotFather, like 123456789:AAF…")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if isinstance(value, str):
            parts = [part for part in re.split(r"[,\s]+", value.strip()) if part]
            if not all(part.isdigit() for part in parts):
                raise ValueError("expected Telegram ids separated by commas, like 111111111,222222222")
            return frozenset(int(part) for part in parts)
        return value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("expected a time zone name, like Asia/Tomsk") from None
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite+aiosqlite:///", "postgresql+asyncpg://")):
            raise ValueError("expected sqlite+aiosqlite:///path or postgresql+asyncpg://user@host/database")
        return value

    @field_validator("webhook_listen", "health_listen")
    @classmethod
    def _listen(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"[^:\s]+:\d{1,5}", value):
            raise ValueError("expected host:port, like 127.0.0.1:8080")
        return value

    @field_validator("webhook_url", "telegram_api_url")
    @classmethod
    def _url(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("expected an address like https://example.org/path")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        if self.webhook_url:
            parts = urlsplit(self.webhook_url)
            if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
                raise ValueError("WEBHOOK_URL: expected https, or http to a loopback address")
            if self.webhook_secret is None:
                raise ValueError("WEBHOOK_SECRET: needed with WEBHOOK_URL, 16-256 characters of A-Z a-z 0-9 _ -")
        if self.webhook_secret and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", self.webhook_secret.get_secret_value()):
            raise ValueError("WEBHOOK_SECRET: expected 16-256 characters of A-Z a-z 0-9 _ -")
        return self

    @property
    def token(self) -> str:
        """The bot's token in clear, for the Bot API client only."""
        return self.bot_token.get_secret_value()


def load_settings(env_file: Path | None = Path(".env"), **overrides: object) -> Settings:
    """Read the settings.

    Args:
        env_file: file with defaults; the environment wins.
        overrides: values given on the command line, they win over everything.

    Raises:
        SettingsError: one line naming the setting and what was expected.
    """
    try:
        return Settings(_env_file=env_file, **overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        reason = str(first["msg"]).removeprefix("Value error, ")
        if first["type"] == "missing":
            reason = "is not set"
        raise SettingsError(f"{name}: {reason}" if name else reason) from None


def host_and_port(listen: str) -> tuple[str, int]:
    """Split «127.0.0.1:8080»."""
    host, _, port = listen.rpartition(":")
    return host, int(port)
