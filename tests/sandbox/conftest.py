"""A Telegram for every test: one bot, two people, no rates unless the test is about them."""

import io
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer
from PIL import Image

from sandbox.limits import Limits
from sandbox.server import make_app
from tests.sandbox.world import World, make_world


@pytest.fixture
def world() -> World:
    return make_world(Limits.off(), frozen=True)


@pytest.fixture
def strict() -> World:
    """With Telegram's rates, on a clock that only the test moves."""
    return make_world(Limits(), frozen=True)


@pytest.fixture
def live() -> World:
    """On the machine's clock, for clients that wait."""
    return make_world(Limits.off(), frozen=False)


@pytest.fixture
async def server(live: World) -> AsyncIterator[TestServer]:
    app = make_app(live.telegram, next_working_morning=lambda now: now.replace(hour=23), zone="Asia/Tomsk")
    test_server = TestServer(app)
    await test_server.start_server(shutdown_timeout=1)
    yield test_server
    await test_server.close()


@pytest.fixture(scope="session")
def photo() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(stream, "PNG")
    return stream.getvalue()
