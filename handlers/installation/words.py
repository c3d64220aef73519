"""Letters and what went wrong, in words."""

import re

from locales import Html, Translator
from storage.installation import StuckLetter

TEXT_LIMIT = 200

_ERRORS = (
    ("blocked", "installation-error-blocked"),
    ("no address", "installation-error-no-address"),
    ("unknown kind", "installation-error-unknown-kind"),
    ("rendering", "installation-error-rendering"),
    ("stopped while sending", "installation-error-stopped"),
    ("no answer", "installation-error-no-answer"),
    ("chat not found", "installation-error-chat-not-found"),
    ("bot was", "installation-error-no-rights"),  # «Forbidden: bot was kicked from the channel chat»
    ("not a member", "installation-error-no-rights"),
    ("not enough rights", "installation-error-no-rights"),
    ("need administrator rights", "installation-error-no-rights"),
    ("chat_write_forbidden", "installation-error-no-rights"),
    ("too many requests", "installation-error-busy"),
    ("internal server error", "installation-error-busy"),
    ("bad gateway", "installation-error-busy"),
)
"""Beginnings or parts of what delivery notes (`scheduler.lane`, `scheduler.errors`, Telegram's descriptions)."""

_EXCEPTION = re.compile(r"([A-Za-z_]+)\(")


def kind_words(t: Translator, kind: str) -> str:
    """What a letter says: «people.role_ended» is «роль снята»; a kind of another version is called so."""
    key = f"installation-kind-{kind.replace('.', '-').replace('_', '-')}"
    return t.plain(key if t.has(key) else "installation-kind-other")


def recipient(t: Translator, letter: StuckLetter) -> str:
    """The person's name, or the cluster whose channel or chat it is."""
    if letter.chat_id is None:
        return letter.person or t.plain("installation-nobody")
    if letter.cluster is None:
        return t.plain("installation-chat", chat=str(letter.chat_id))
    return t.plain("installation-chat-of", cluster=letter.cluster)


def error_words(t: Translator, error: str | None) -> Html | None:
    """Why it did not arrive; what Telegram said is quoted when it is none of the usual."""
    if not error:
        return None
    known = next((key for part, key in _ERRORS if part in error.lower()), None)
    return t(known) if known else t("installation-error-other", text=error[:TEXT_LIMIT])


def update_words(t: Translator, error: str) -> Html:
    """Why an update was set aside. An error's own text may quote what the person wrote, so only its name is shown."""
    failed = _EXCEPTION.match(error)
    if failed:
        return t("installation-update-failed", name=failed[1])
    return t("installation-update-not-understood", text=error[:TEXT_LIMIT])
