"""Tests: what people see and what the database holds; see README, «Development»."""

import gc

gc.disable()  # until everything is imported and collected (`conftest.py`): a third of that time
