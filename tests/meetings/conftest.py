"""A council on stage."""

import pytest

from tests.meetings.scene import Council, gather
from tests.stage import Stage


@pytest.fixture
async def council(stage: Stage) -> Council:
    """The Expert Council with delegates of three colleges, chair and secretary."""
    return await gather(stage)
