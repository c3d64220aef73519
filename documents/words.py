"""Where documents get their words from: they ask for keys of `locales/*/documents.ftl` and hold no sentence."""

from typing import Protocol


class Words(Protocol):
    """Turns a key and its arguments into plain text of one language; must be safe to call in a thread."""

    def __call__(self, key: str, /, **args: str | int) -> str:
        """The text of `key`, without markup.

        Raises:
            LookupError: the key or an argument is missing; a document is never made with a hole in it.
        """
        ...
