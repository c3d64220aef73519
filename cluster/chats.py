"""The cluster's channel and group: what the bot must be allowed to do there (product, sections 3, 4 and 8)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cluster.errors import DomainError


class ChatPurpose(StrEnum):
    """What a connected chat is for; a cluster has at most one of each."""

    CHANNEL = "channel"  # news for everybody
    GROUP = "group"  # the councils talk here


class ChatState(StrEnum):
    """Whether the cluster uses the chat."""

    OFFERED = "offered"  # the bot is in it; a coordinator has not said yes
    CONNECTED = "connected"
    DROPPED = "dropped"  # not used any more, or refused


class ChatProblem(StrEnum):
    """Why the bot cannot do its work in the chat."""

    GONE = "gone"  # removed, or never added
    SILENT = "silent"  # in the chat, without the right to write


class ChatTaken(DomainError):
    """The chat is another cluster's."""

    code = "chat-taken"


class ChatUnfit(DomainError):
    """The bot may not write in the chat yet, so it cannot be connected."""

    code = "chat-unfit"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the bot may do in a chat. Only posting is needed; the others make corrections and retractions sure."""

    present: bool
    can_post: bool
    can_edit: bool
    can_delete: bool

    @property
    def problem(self) -> ChatProblem | None:
        """What keeps the bot from writing."""
        if not self.present:
            return ChatProblem.GONE
        return None if self.can_post else ChatProblem.SILENT


@dataclass(frozen=True, slots=True)
class SeenChat:
    """A channel or group as Telegram shows it now."""

    chat_id: int
    purpose: ChatPurpose
    title: str
    username: str | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class ConnectedChat:
    """A channel or group a cluster knows.

    Args:
        id: of the row.
        chat_id: Telegram's.
        lost_at: since when the bot cannot write there; None when it can.
    """

    id: int
    cluster_id: int
    purpose: ChatPurpose
    chat_id: int
    title: str
    username: str | None
    state: ChatState
    standing: Standing
    lost_at: datetime | None

    @property
    def problem(self) -> ChatProblem | None:
        """What keeps the bot from writing there."""
        return self.standing.problem

    @property
    def is_ready(self) -> bool:
        """Whether the cluster uses it and the bot may write."""
        return self.state is ChatState.CONNECTED and self.problem is None

    def link_to(self, message_id: int) -> str:
        """Address of a message in the chat: for everybody where it has a name, else for its members."""
        if self.username:
            return f"https://t.me/{self.username}/{message_id}"
        return f"https://t.me/c/{str(self.chat_id).removeprefix('-100')}/{message_id}"
