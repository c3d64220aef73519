"""Use cases of the cluster's channel and group: connected by adding the bot, watched, changed, let go."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.chats import ChatState, ChatTaken, ChatUnfit, ConnectedChat, SeenChat
from cluster.errors import NotFound
from cluster.notice import Notice
from services.base import Service, use_case
from services.chats_notices import ChatLost, ChatOffered, ChatReady
from services.clock import Clock
from storage import audit, outbox, roles
from storage import chats as queries
from storage.database import Database
from storage.outbox import Letter, Recipient


class ChatService(Service):
    """Channels and groups: what coordinators decide, and what everybody's acts in them mean."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @use_case(Permission.MANAGE_CHATS)
    async def chats(self, actor: Actor) -> list[ConnectedChat]:
        """Chats the cluster uses or was offered."""
        async with self._db.read() as connection:
            return await queries.chats_of(connection, actor.here)

    @use_case(Permission.PUBLIC)
    async def seen(self, actor: Actor, seen: SeenChat) -> None:
        """The bot's place in a chat changed, by whoever's hand.

        A coordinator who adds the bot connects the chat, where the cluster has none for this purpose; another member
        of the cluster offers it to the coordinators. A stranger's chat is left alone.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            before = await queries.known(tx, seen.chat_id)
            await _watch(tx, seen, before, now)
            if not actor.can(Permission.MEMBER) or not seen.standing.present:
                return
            mine = next((one for one in before if one.cluster_id == actor.here), None)
            if mine is None:
                row_id = await queries.add(tx, actor.here, seen, actor.me, now)
                await self._offer(tx, actor, row_id, now)
            elif mine.state is not ChatState.CONNECTED and not mine.standing.present:
                await queries.set_state(tx, mine.id, ChatState.OFFERED)
                await self._offer(tx, actor, mine.id, now)
            elif mine.state is ChatState.OFFERED and mine.problem and not seen.standing.problem:
                await self._offer(tx, actor, mine.id, now)

    @use_case(Permission.MANAGE_CHATS)
    async def connect(self, actor: Actor, row_id: int) -> ConnectedChat:
        """Use a chat, instead of the one used so far for this purpose.

        Raises:
            NotFound: the cluster knows no such chat.
            ChatTaken: another cluster uses it.
            ChatUnfit: the bot may not write there.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            wanted = await _found(tx, actor, row_id)
            if wanted.state is not ChatState.CONNECTED:
                await self._connect(tx, actor, wanted, now)
            return await _found(tx, actor, row_id)

    @use_case(Permission.MANAGE_CHATS)
    async def disconnect(self, actor: Actor, row_id: int) -> bool:
        """Use a chat no more, or refuse an offer; False when that had been done before."""
        async with self._db.write() as tx:
            chat = await _found(tx, actor, row_id)
            if chat.state is ChatState.DROPPED:
                return False
            await queries.set_state(tx, chat.id, ChatState.DROPPED)
            await _note(tx, actor, "chat_disconnected", chat, self._clock.now())
            return True

    @use_case(Permission.PUBLIC)
    async def renumbered(self, actor: Actor, old: int, new: int) -> None:
        """A group became a supergroup: same people, another id."""
        async with self._db.write() as tx:
            if not await queries.known(tx, new):
                await queries.renumber(tx, old, new)

    async def _offer(self, tx: AsyncConnection, actor: Actor, row_id: int, now: datetime) -> None:
        chat = await _found(tx, actor, row_id)
        used = await queries.chat_of(tx, actor.here, chat.purpose)
        taken = any(one.state is ChatState.CONNECTED for one in await queries.known(tx, chat.chat_id))
        if actor.can(Permission.MANAGE_CHATS) and used is None and not chat.problem and not taken:
            await self._connect(tx, actor, chat, now)
        else:
            await tell_coordinators(tx, chat, ChatOffered(chat=chat.id), now)

    async def _connect(self, tx: AsyncConnection, actor: Actor, chat: ConnectedChat, now: datetime) -> None:
        others = [one for one in await queries.known(tx, chat.chat_id) if one.cluster_id != chat.cluster_id]
        if any(one.state is ChatState.CONNECTED for one in others):
            raise ChatTaken()
        if chat.problem:
            raise ChatUnfit()
        used = await queries.chat_of(tx, actor.here, chat.purpose)
        if used is not None:
            await queries.set_state(tx, used.id, ChatState.OFFERED if used.standing.present else ChatState.DROPPED)
        await queries.set_state(tx, chat.id, ChatState.CONNECTED)
        await _note(tx, actor, "chat_connected", chat, now)
        await tell_coordinators(tx, chat, ChatReady(chat=chat.id), now)


async def _watch(tx: AsyncConnection, seen: SeenChat, before: list[ConnectedChat], now: datetime) -> None:
    """Note what the bot may do now; coordinators are told when a chat in use was lost or came back."""
    await queries.note(tx, seen, now)
    for chat in before:
        if chat.state is ChatState.CONNECTED and chat.problem != seen.standing.problem:
            notice = ChatLost(chat=chat.id) if seen.standing.problem else ChatReady(chat=chat.id)
            await tell_coordinators(tx, chat, notice, now)


async def tell_coordinators(tx: AsyncConnection, chat: ConnectedChat, notice: Notice, now: datetime) -> None:
    """Write to everybody who runs the chat's cluster."""
    people = await roles.holders(tx, chat.cluster_id, Role.COORDINATOR)
    await outbox.add_many(tx, [Letter(notice, Recipient.person(person, chat.cluster_id), now) for person in people])


async def _found(connection: AsyncConnection, actor: Actor, row_id: int) -> ConnectedChat:
    chat = await queries.chat(connection, actor.here, row_id)
    if chat is None:
        raise NotFound()
    return chat


async def _note(tx: AsyncConnection, actor: Actor, action: str, chat: ConnectedChat, now: datetime) -> None:
    details: dict[str, audit.Detail] = {"purpose": chat.purpose.value}
    await audit.add(tx, actor.me, chat.cluster_id, action, f"cluster_chats:{chat.id}", now, details)
