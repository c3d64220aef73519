"""The channel and the group: connected by adding the bot, watched, changed, let go."""

import pytest

from cluster.access import Role
from cluster.chats import ChatPurpose, ConnectedChat
from sandbox.chats import Chat
from sandbox.people import Person
from storage import chats
from tests.stage import Stage

POST = ("can_manage_chat", "can_post_messages", "can_edit_messages", "can_delete_messages")


async def connected(stage: Stage, purpose: ChatPurpose = ChatPurpose.CHANNEL) -> ConnectedChat | None:
    async with stage.world.app.db.read() as connection:
        return await chats.chat_of(connection, stage.cluster_id, purpose)


async def channel(stage: Stage, by: Person, title: str = "Новости кластера", rights: tuple[str, ...] = POST) -> Chat:
    """A channel of somebody who adds the bot to it."""
    made = stage.world.telegram.add_channel(title)
    by.join(made, "creator")
    by.add_bot_to(made, stage.world.bot, rights)
    await stage.world.settle()
    return made


async def test_a_coordinator_adds_the_bot_and_that_is_all(stage: Stage) -> None:
    made = await channel(stage, stage.coordinator)
    assert "Бот может писать" in stage.seen(stage.coordinator)
    used = await connected(stage)
    assert used is not None
    assert used.is_ready
    assert used.chat_id == made.id
    await stage.world.say(stage.coordinator, "/channel")
    assert "Новости кластера" in stage.seen(stage.coordinator)


async def test_without_the_right_it_is_explained_and_offered_again(stage: Stage) -> None:
    made = await channel(stage, stage.coordinator, rights=("can_manage_chat",))
    assert "нет права публиковать" in stage.seen(stage.coordinator)
    assert await connected(stage) is None
    stage.coordinator.add_bot_to(made, stage.world.bot, POST)
    await stage.world.settle()
    used = await connected(stage)
    assert used is not None
    assert used.is_ready


@pytest.mark.parametrize("how", ["removed", "right taken"])
async def test_loss_is_noticed_explained_and_repaired(stage: Stage, how: str) -> None:
    made = await channel(stage, stage.coordinator)
    if how == "removed":
        stage.coordinator.remove_bot_from(made, stage.world.bot)
    else:
        stage.coordinator.add_bot_to(made, stage.world.bot, ("can_manage_chat",))
    await stage.world.settle()
    assert "Бот больше не может писать" in stage.seen(stage.coordinator)
    assert "Ничего не потеряно" in stage.seen(stage.coordinator)
    used = await connected(stage)
    assert used is not None
    assert not used.is_ready
    assert used.lost_at == stage.world.clock.now()
    stage.coordinator.add_bot_to(made, stage.world.bot, POST)
    await stage.world.settle()
    assert "Бот может писать" in stage.seen(stage.coordinator)
    used = await connected(stage)
    assert used is not None
    assert used.is_ready
    assert used.lost_at is None


async def test_what_no_update_told_is_noticed_by_looking(stage: Stage) -> None:
    made = await channel(stage, stage.coordinator)
    made.members[stage.world.bot.id].rights.clear()  # by an anonymous administrator: nobody is told
    await stage.world.wait(minutes=10)
    assert "Бот больше не может писать" in stage.seen(stage.coordinator)


async def test_another_channel_replaces_the_first_when_the_coordinator_says_so(stage: Stage) -> None:
    first = await channel(stage, stage.coordinator)
    second = await channel(stage, stage.coordinator, "Второй канал")
    assert "Заменить?" in stage.seen(stage.coordinator)
    used = await connected(stage)
    assert used is not None
    assert used.chat_id == first.id
    await stage.world.tap(stage.coordinator, "Подключить «Второй канал»")
    used = await connected(stage)
    assert used is not None
    assert used.chat_id == second.id


async def test_a_member_offers_a_stranger_does_not(stage: Stage) -> None:
    stranger = stage.world.person("Чужой")
    before = len(stage.coordinator.chat(stage.world.bot).from_bots)
    await channel(stage, stranger, "Чужой канал")
    assert len(stage.coordinator.chat(stage.world.bot).from_bots) == before
    await channel(stage, stage.college, "Канал колледжа")
    assert "Использовать его для кластера?" in stage.seen(stage.coordinator)
    assert await connected(stage) is None
    await stage.world.tap(stage.coordinator, "Не подключать")
    assert await connected(stage) is None


async def test_one_chat_serves_one_cluster(stage: Stage) -> None:
    made = await channel(stage, stage.coordinator)
    other = (await stage.world.app.services.directory.create_empty_cluster(stage.admin, "Второй", "2")).cluster.id
    neighbour = await stage.add("Пётр Сосед", Role.COORDINATOR, cluster_id=other)
    neighbour.join(made, "administrator")
    neighbour.add_bot_to(made, stage.world.bot, POST)
    await stage.world.settle()
    await stage.world.tap(neighbour, "Подключить")
    async with stage.world.app.db.read() as connection:
        assert await chats.chat_of(connection, other, ChatPurpose.CHANNEL) is None


async def test_a_group_is_connected_and_let_go(stage: Stage) -> None:
    group = stage.world.telegram.add_group("Советы")
    stage.coordinator.join(group, "creator")
    stage.coordinator.add_bot_to(group, stage.world.bot)
    await stage.world.settle()
    assert await connected(stage, ChatPurpose.GROUP) is not None
    await stage.world.say(stage.coordinator, "/channel")
    await stage.world.tap(stage.coordinator, "Отключить группу")
    await stage.world.tap(stage.coordinator, "Да, отключить")
    assert await connected(stage, ChatPurpose.GROUP) is None
