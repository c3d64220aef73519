"""Failures on demand: what a network and a busy Telegram do to a bot."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sandbox.refusals import ConnectionDropped, Refusal, too_many_requests

FaultKind = Literal["too_many_requests", "server_error", "reset_before", "reset_after"]


@dataclass(slots=True)
class Fault:
    """One kind of failure.

    Args:
        kind: 429, 500, or a connection that ends without an answer before or after the effect of the call.
        method: only calls of this method; any when None.
        times: how many calls fail; None for no end.
        chance: probability for a call that fits, from 0 to 1.
        retry_after: seconds, for 429.
    """

    kind: FaultKind
    method: str | None = None
    times: int | None = 1
    chance: float = 1.0
    retry_after: int = 1


class Faults:
    """The failures to come.

    Args:
        seed: makes the chances repeatable.
    """

    def __init__(self, seed: int = 0) -> None:
        self._planned: list[Fault] = []
        self._random = random.Random(seed)
        self.choose: Callable[[str, dict[str, str]], Fault | None] | None = None

    def add(
        self,
        kind: FaultKind,
        method: str | None = None,
        *,
        times: int | None = 1,
        chance: float = 1.0,
        retry_after: int = 1,
    ) -> Fault:
        """Plan a failure; the arguments are those of `Fault`."""
        fault = Fault(kind, method, times, chance, retry_after)
        self._planned.append(fault)
        return fault

    def clear(self) -> None:
        """Nothing fails any more."""
        self._planned.clear()
        self.choose = None

    def next(self, method: str, params: dict[str, str]) -> Fault | None:
        """The failure this call gets, if any."""
        if self.choose is not None and (chosen := self.choose(method, params)):
            return chosen
        for fault in self._planned:
            if fault.method not in (None, method) or self._random.random() >= fault.chance:
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
            return fault
        return None


def strike(fault: Fault) -> None:
    """Fail as planned, before the effect.

    Raises:
        Refusal: 429 or 500.
        ConnectionDropped: for `reset_before`.
    """
    if fault.kind == "too_many_requests":
        raise too_many_requests(fault.retry_after)
    if fault.kind == "server_error":
        raise Refusal(500, "Internal Server Error")
    if fault.kind == "reset_before":
        raise ConnectionDropped
