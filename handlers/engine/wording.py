"""Typed refusals in words."""

from cluster.errors import DomainError
from locales import Html, Translator


def refusal(t: Translator, error: DomainError, *, plain: bool = False) -> Html:
    """The sentence for a refusal: `error-<code>` with the refusal's data.

    Args:
        plain: for toasts and alerts, which have no markup.
    """
    key = f"error-{error.code}"
    return Html(t.plain(key, **error.data)) if plain else t(key, **error.data)
