"""What every scene of the demo needs of the app."""

from typing import Protocol

from services.calendars import Calendars
from services.clock import Clock
from storage.database import Database


class SceneServices(Protocol):
    """The database, the clock and the working calendars; a scene adds the use cases it goes through."""

    @property
    def db(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def calendars(self) -> Calendars: ...
