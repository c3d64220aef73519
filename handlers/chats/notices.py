"""Notices of the channel and the group in words: always as things are at the moment of delivery."""

from cluster.chats import ChatState, ConnectedChat
from handlers.chats import screens
from handlers.engine import Reader, Screen, renders
from services.chats_notices import ChatLost, ChatOffered, ChatReady
from storage import chats


@renders(ChatOffered)
async def offered(notice: ChatOffered, reader: Reader) -> Screen | None:
    """Use the chat? Nothing when somebody answered already."""
    async with reader.services.db.read() as connection:
        chat = await chats.chat(connection, None, notice.chat)
        if chat is None or chat.state is not ChatState.OFFERED:
            return None
        used = await chats.chat_of(connection, chat.cluster_id, chat.purpose)
    return screens.offered(reader.t, chat, used)


@renders(ChatReady)
async def ready(notice: ChatReady, reader: Reader) -> Screen | None:
    """Connected, or repaired; nothing when it is lost again."""
    chat = await _chat(reader, notice.chat)
    return screens.ready(reader.t, chat) if chat and chat.is_ready else None


@renders(ChatLost)
async def lost(notice: ChatLost, reader: Reader) -> Screen | None:
    """Lost; nothing when it is repaired, or another chat is used."""
    chat = await _chat(reader, notice.chat)
    return screens.lost(reader.t, chat) if chat and chat.state is ChatState.CONNECTED and chat.problem else None


async def _chat(reader: Reader, row_id: int) -> ConnectedChat | None:
    async with reader.services.db.read() as connection:
        found: ConnectedChat | None = await chats.chat(connection, None, row_id)
        return found
