"""How the sandbox says no: Telegram's codes and descriptions, word for word."""

from collections.abc import Mapping
from typing import Any

QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
POLLING_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_CONFLICT = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Refusal(Exception):
    """An answer with `ok: false`.

    Args:
        error_code: what `error_code` and the HTTP status say.
        description: Telegram's words, with the prefix of the code.
        parameters: `retry_after` in seconds or `migrate_to_chat_id`.
    """

    def __init__(self, error_code: int, description: str, parameters: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{error_code} {description}")
        self.error_code = error_code
        self.description = description
        self.parameters = dict(parameters or {})

    def answer(self) -> dict[str, Any]:
        """The body of the HTTP answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.error_code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ConnectionDropped(Exception):
    """An injected fault: the connection ends without an answer."""


def bad_request(description: str) -> Refusal:
    """400 with the given words after `Bad Request: `."""
    return Refusal(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refusal:
    """403 with the given words after `Forbidden: `."""
    return Refusal(403, f"Forbidden: {description}")


def too_many_requests(retry_after: int) -> Refusal:
    """429 that asks to wait `retry_after` seconds."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def upgraded(supergroup_id: int) -> Refusal:
    """400 for a group that lives on as a supergroup."""
    return Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": supergroup_id},
    )
