"""The methods of the Bot API that the sandbox answers, by group."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.methods import albums, callbacks, commands, copying, editing, inside, membership, polling, profile, sending
from sandbox.request import Request

Handler = Callable[[Request], Any | Awaitable[Any]]

METHODS: dict[str, Handler] = {}
for _group in (polling, profile, commands, sending, albums, copying, editing, callbacks, inside, membership):
    METHODS.update(_group.METHODS)
