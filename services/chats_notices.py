"""What coordinators are told about the cluster's channel and group."""

from typing import ClassVar

from cluster.notice import Notice, Urgency


class ChatOffered(Notice):
    """The bot was added to a channel or group; use it?"""

    kind: ClassVar[str] = "chats.offered"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE

    chat: int


class ChatReady(Notice):
    """A channel or group is connected, or the bot can write there again."""

    kind: ClassVar[str] = "chats.ready"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE

    chat: int


class ChatLost(Notice):
    """The bot cannot write any more: removed, or without the right."""

    kind: ClassVar[str] = "chats.lost"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE

    chat: int
