"""The page around the chats: two windows, counters, phone width, the clock, a lost connection."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

pytest_plugins = ["tests.sandbox.page_fixtures"]
pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]

BOTH = "left=1001:1001&right=1002:1002&focus=right"


async def test_two_windows_live_and_kept_in_the_address(desk):
    world = desk.world
    group = world.telegram.add_group("Совет", topics=True)
    world.olga.join(group, "creator")
    world.ivan.join(group)
    topic = world.telegram.add_topic(group, "Экспертиза", by=world.olga)
    page = await desk.open(f"left=1001:{group.id}:{topic.topic_id}&right=1002:{group.id}")
    left, right = page.locator("[data-side=left]"), page.locator("[data-side=right]")
    await left.locator("textarea").fill("Коллеги, начинаем")
    await left.locator("textarea").press("Enter")
    await expect(right.locator(".message.in")).to_contain_text("Коллеги, начинаем")
    await expect(right.locator(".sender")).to_have_text("Ольга Ларина")
    await expect(left.locator(".message.out")).to_contain_text("Коллеги, начинаем")
    assert world.ivan.chat(group).last.topic_id == topic.topic_id

    await page.reload()
    await expect(right.locator(".message.in")).to_contain_text("Коллеги, начинаем")
    await expect(left.get_by_role("button", name="Экспертиза")).to_have_attribute("aria-pressed", "true")


async def test_counters_and_a_guest(desk):
    page = await desk.open("left=1001:1001")
    await desk.world.ivan.start(desk.world.bot)
    ivan = page.locator('[data-person="1002"]')
    await expect(ivan.locator(".badge")).to_have_text("1")
    await ivan.get_by_role("button", name="Иван гость").click()
    await expect(page.locator(".message.in")).to_contain_text("Здравствуйте, Иван!")
    await expect(ivan.locator(".badge")).to_have_count(0)

    await page.get_by_role("button", name="Добавить гостя").click()
    await page.get_by_label("Имя").fill("Света <b>&")
    await page.keyboard.press("Enter")
    await expect(page.locator(".pane-title b")).to_contain_text("Света <b>&")
    await page.get_by_role("button", name="Начать").click()
    await expect(page.locator(".message.in")).to_contain_text("Здравствуйте, Света!")


async def test_phone(desk, overflow):
    world = desk.world
    await world.olga.start(world.bot)
    await world.olga.send(world.bot, "критерий")
    await world.olga.send(world.bot, "альбом")
    await world.olga.send(world.bot, "документ" + "ы" * 300)
    page = await desk.open("", width=360, height=640, has_touch=True)
    assert await overflow(page) == 0
    await page.get_by_role("button", name="Ольга Ларина").first.click()
    await expect(page.locator(".album")).to_be_visible()
    await expect(page.locator(".people")).to_be_hidden()
    assert await overflow(page) == 0
    assert await page.locator("[data-side=left] .log").evaluate("log => log.scrollWidth - log.clientWidth") == 0
    await page.get_by_role("button", name="Не соответствует").tap()
    await expect(page.locator("dialog.alert")).to_be_visible()
    assert await overflow(page) == 0
    await page.get_by_role("button", name="ОК").tap()
    await page.get_by_role("button", name="К списку людей").tap()
    await expect(page.locator(".people")).to_be_visible()
    await page.locator(".clock-face").tap()
    await expect(page.get_by_role("dialog", name="Перевести часы")).to_be_visible()
    assert await overflow(page) == 0


async def test_phone_swaps_two_people(desk, overflow):
    page = await desk.open(BOTH, width=390, height=844, has_touch=True)
    await expect(page.locator(".pane-title:visible b")).to_have_text("Иван")
    await page.get_by_role("button", name="Перейти к другому окну: Ольга Ларина").tap()
    await expect(page.locator(".pane-title:visible b")).to_have_text("Ольга Ларина")
    assert await overflow(page) == 0


async def test_clock(desk):
    clock = desk.world.clock
    page = await desk.open()
    assert await page.locator("#moved").is_hidden()
    await page.locator(".clock > .quick", has_text="час").click()
    await expect(page.locator("#moved")).to_contain_text("впереди настоящих на 1\u00a0час")
    await page.locator(".clock > .quick", has_text="Следующее рабочее утро").click()
    await expect(page.locator("#moved")).to_contain_text("3\u00a0дня 1\u00a0час")
    assert timedelta(days=3, minutes=59) < clock.offset < timedelta(days=3, minutes=61)

    await page.locator(".clock-face").click()
    moment = page.get_by_label("Дата и время", exact=True)
    await moment.fill("2040-05-24T14:00")
    await page.get_by_role("button", name="Перевести", exact=True).click()
    await expect(page.locator(".clock-face")).to_contain_text("14:00четверг, 24 мая 2040")
    assert clock.now().isoformat().startswith("2040-05-24T07:00")
    await page.locator(".clock-face").click()
    await moment.fill("2030-01-01T10:00")
    await page.get_by_role("button", name="Перевести", exact=True).click()
    await expect(page.locator(".page-toasts .toast")).to_have_text("Часы идут только вперёд.")

    desk.world.telegram.events.add("clock")
    await desk.world.olga.start(desk.world.bot)
    await expect(page.locator(".message.in")).to_contain_text("Здравствуйте")
    await expect(page.locator(".day")).to_have_text("Сегодня")


async def test_lost_connection_comes_back_with_everything(desk):
    page = await desk.open("left=1001:1001")
    await expect(page.get_by_role("button", name="Начать")).to_be_visible()
    port = await desk.silence()
    await expect(page.locator("#offline")).to_be_visible()
    await desk.world.olga.start(desk.world.bot)
    await desk.serve(port)
    await expect(page.locator("#offline")).to_be_hidden()
    await expect(page.locator(".message.in")).to_contain_text("Здравствуйте, Ольга!")


async def test_keyboard_alone_is_enough(desk):
    await desk.world.olga.send(desk.world.bot, "критерий")
    page = await desk.open("left=1002:1002")
    await page.locator('[data-key="person-1001"]').focus()
    await page.keyboard.press("Enter")
    key = page.locator(".message.in .key").first
    await expect(key).to_be_visible()
    await page.keyboard.press("Escape")
    for _ in range(30):
        if await key.evaluate("node => node === document.activeElement"):
            break
        await page.keyboard.press("Tab")
    await expect(key).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.in .text").last).to_contain_text("Критерий 2")
