"""A file sent in a conversation: its limit is told before anything is downloaded."""

from tests.world import World


async def _calendar(world: World) -> None:
    await world.admin.start(world.bot)
    await world.settle()
    for _ in range(6):
        if any("Промышленный" in button for button in world.buttons(world.admin)):
            break
        wanted = ("Согла", "Оставить", "Пропустить", "Создать кластер")
        await world.tap(world.admin, next(b for b in world.buttons(world.admin) if any(w in b for w in wanted)))
    await world.tap(world.admin, "Промышленный кластер")
    await world.say(world.admin, "/people")
    for button in ("Организации", "Рабочий календарь", "Исправить год"):
        await world.tap(world.admin, button)


async def test_too_large_wrong_and_right(world: World) -> None:
    await _calendar(world)
    admin = world.admin
    for size in (70 << 10, 30 << 20):
        world.telegram.calls.clear()
        await admin.send_document(world.bot, b"x" * size, "календарь.txt")
        await world.settle()
        assert "Файл «календарь.txt» слишком большой: принимаются файлы до 64\u00a0КБ" in world.last(admin)
        assert "getFile" not in [call.method for call in world.telegram.calls], "nothing is downloaded"
    await admin.send_document(world.bot, b"\xff\xfe\x00", "календарь.txt")
    await world.settle()
    assert "Строка 1: не удалось прочитать «календарь.txt»" in world.last(admin)
    await admin.send_document(world.bot, b"19.02.2028", "календарь.txt")
    await world.settle()
    assert "2028\u00a0год исправлен" in world.last(admin)
