"""The same as the program's."""

import runpy
from pathlib import Path

import storage

runpy.run_path(str(Path(str(storage.__path__[0])) / "migrations" / "env.py"))
