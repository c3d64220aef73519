"""What the bot remembers of one conversation between two updates: the form being filled, the answer it waits for.

Changes are collected while an update is handled and written once, last: an update that is processed again after a
crash either finds nothing of itself (and runs whole) or finds its own mark (and is left alone).
"""

from dataclasses import dataclass, field
from typing import Any

APPLIED = "applied"


@dataclass(slots=True)
class Memory:
    """State name and JSON-able data of one person's chat.

    `state` is `form:<name>`, `expect:<kind>` or None.
    """

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    changed: bool = False
    erased: bool = False

    def put(self, state: str | None, data: dict[str, Any]) -> None:
        """Replace what is remembered."""
        self.state, self.data, self.changed = state, data, True

    def forget(self) -> None:
        """Nothing is expected any more; a form on the shelf stays there."""
        self.put(None, self._kept())

    def erase(self) -> None:
        """Leave nothing of this conversation, not even a mark: for a withdrawal."""
        self.put(None, {})
        self.erased = True

    def shelve(self) -> bool:
        """Put an unfinished form aside so that it can be resumed; says whether there was one."""
        if self.state is None or not self.state.startswith("form:"):
            if self.state:
                self.forget()
            return False
        draft = {key: value for key, value in self.data.items() if key not in (APPLIED, "shelf", "album")}
        self.put(None, {**self._kept(), "shelf": {"state": self.state, "data": draft}})
        return True

    def unshelve(self) -> bool:
        """Take the form from the shelf again; says whether there was one."""
        shelf = self.data.get("shelf")
        if not shelf:
            return False
        self.put(shelf["state"], dict(shelf["data"]))
        return True

    def first_of_album(self, album: str | None) -> bool:
        """False for the second and later messages of one album, so that an album is answered once."""
        if album is None:
            return True
        if self.data.get("album") == album:
            return False
        self.put(self.state, {**self.data, "album": album})
        return True

    def _kept(self) -> dict[str, Any]:
        return {key: self.data[key] for key in ("shelf", "album") if key in self.data}

    def applied(self, update_id: int) -> bool:
        """Whether this very update already changed the memory."""
        return self.data.get(APPLIED) == update_id
