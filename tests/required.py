"""Servers and programs some tests need. Missing ones skip with the reason, or fail under REQUIRE_ALL=1."""

import os

import pytest


def require(what: str, present: object) -> None:
    """Skip the test when `what` is missing; fail it when everything is required."""
    if present:
        return
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is required and not here", pytrace=False)
    pytest.skip(f"{what} is not here")
