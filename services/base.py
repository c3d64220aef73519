"""What every use case has: a declared permission, checked before anything else runs."""

import functools
import inspect
from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from cluster.access import Actor, Permission

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound="Service")

_MARK = "__permission__"


def use_case(
    permission: Permission,
) -> Callable[
    [Callable[Concatenate[S, Actor, P], Awaitable[R]]],
    Callable[Concatenate[S, Actor, P], Awaitable[R]],
]:
    """Declare what a use case needs; its first argument is the acting person.

    Raises (at the call):
        Forbidden, ConsentRequired: see `Actor.require`.
    """

    def declare(
        method: Callable[Concatenate[S, Actor, P], Awaitable[R]],
    ) -> Callable[Concatenate[S, Actor, P], Awaitable[R]]:
        @functools.wraps(method)
        async def checked(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            actor.require(permission)
            return await method(self, actor, *args, **kwargs)

        setattr(checked, _MARK, permission)
        return checked

    return declare


class Service:
    """Base of the use-case classes. A public coroutine must declare its permission.

    What the program does by itself (reminders, expiry) is not a use case: such methods live in `services/*/duties.py`
    as plain functions that take a connection and the moment.
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name, member in vars(cls).items():
            plain = inspect.unwrap(member) if callable(member) else member
            if name.startswith("_") or not inspect.iscoroutinefunction(plain):
                continue
            if not hasattr(member, _MARK):
                raise TypeError(f"{cls.__name__}.{name} declares no permission")


def permission_of(method: Callable[..., Any]) -> Permission:
    """The permission a use case declared; for tests and the role matrix."""
    permission: Permission = getattr(method, _MARK)
    return permission
