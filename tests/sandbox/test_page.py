"""What a person does in a chat on the page: in Chromium, with the real sandbox and a scripted bot."""

from pathlib import Path

import pytest
from playwright.async_api import expect

pytest_plugins = ["tests.sandbox.page_fixtures"]
pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]

OLGA = "left=1001:1001"


async def write(page, text, pane="left"):
    field = page.locator(f".pane[data-side={pane}] textarea")
    await field.fill(text)
    await field.press("Enter")


async def test_start_text_and_formatting(desk):
    page = await desk.open(OLGA)
    await page.get_by_role("button", name="Начать").click()
    greeting = page.locator(".message.in .text").last
    await expect(greeting).to_contain_text("Здравствуйте, Ольга!")
    await expect(greeting.locator("b")).to_have_text("Здравствуйте")

    field = page.locator(".pane[data-side=left] textarea")
    await field.fill("<b>раз</b> & два")
    await field.press("Shift+Enter")
    await field.press_sequentially("три")
    await field.press("Enter")
    await expect(page.locator(".message.out .text").last).to_contain_text("<b>раз</b> & два\nтри")
    await expect(page.locator(".message.in .text").last).to_contain_text("Записал: <b>раз</b> & два\nтри")
    await expect(field).to_have_value("")
    assert desk.world.olga.chat(desk.world.bot).messages[-2].text == "<b>раз</b> & два\nтри"


async def test_tags_of_telegram_and_nothing_else(desk):
    page = await desk.open(OLGA)
    await desk.world.olga.start(desk.world.bot)
    await expect(page.locator(".message.in")).to_have_count(1)
    source = (
        "<i>курсив</i> <u>черта</u> <s>нет</s> <code>15.02.08</code>\n<blockquote expandable>цитата</blockquote>"
        '<a href="https://example.org/?a=1&amp;b=2">сайт</a> <tg-spoiler>тайна</tg-spoiler> '
        "&lt;img src=x onerror=alert(1)&gt; /help"
    )
    await desk.world.call("sendMessage", chat_id=1001, text=source, parse_mode="HTML")
    text = page.locator(".message.in .text").last
    await expect(text).to_contain_text("<img src=x onerror=alert(1)>")
    for tag, words in {"i": "курсив", "u": "черта", "s": "нет", "code": "15.02.08", "blockquote": "цитата"}.items():
        await expect(text.locator(f"{tag} >> nth=0")).to_have_text(words)
    await expect(text.locator("a")).to_have_attribute("href", "https://example.org/?a=1&b=2")
    assert await text.locator("img").count() == 0
    await text.locator(".spoiler").click()
    await expect(text.locator(".spoiler")).to_have_class("spoiler shown")
    await text.get_by_role("button", name="/help").click()
    await expect(page.locator(".message.in .text").last).to_contain_text("Записал: /help")


async def test_buttons_toast_alert_and_edit_in_place(desk):
    page = await desk.open(OLGA)
    await desk.world.olga.send(desk.world.bot, "критерий")
    card = page.locator(".message.in", has_text="Критерий")
    desk.bot.gate.clear()
    pressed = card.get_by_role("button", name="Соответствует", exact=True)
    await pressed.click()
    await expect(pressed).to_have_attribute("aria-busy", "")
    desk.bot.gate.set()
    await expect(page.locator(".pane .toast")).to_have_text("Записано")
    await expect(card.locator(".text")).to_contain_text("Критерий 2")
    await expect(card.locator(".meta")).to_contain_text("изменено")
    await expect(card).to_have_count(1)
    await expect(card.locator(".key").first).to_be_focused()

    await card.get_by_role("button", name="Назад").press("Enter")
    await card.get_by_role("button", name="Не соответствует").click()
    alert = page.locator("dialog.alert")
    await expect(alert).to_contain_text("Нужно замечание.\nНапишите его.")
    await page.keyboard.press("Enter")
    await expect(alert).to_have_count(0)


async def test_album_and_document(desk):
    page = await desk.open(OLGA)
    for asked in ("альбом", "документ"):
        await desk.world.olga.send(desk.world.bot, asked)
    album = page.locator(".album")
    await expect(album.locator("img")).to_have_count(3)
    await expect(page.locator(".message.in", has=album)).to_contain_text("Стенды")
    await album.locator("button").nth(1).click()
    await expect(page.locator("dialog.lightbox")).to_contain_text("2 из 3")
    await page.keyboard.press("Escape")

    row = page.locator("a.document")
    await expect(row).to_contain_text("Экспертный лист.pdf")
    await expect(row).to_contain_text("2,9\u00a0КБ")
    async with page.expect_download() as loading:
        await row.click()
    download = await loading.value
    assert download.suggested_filename == "Экспертный лист.pdf"
    assert Path(await download.path()).read_bytes() == desk.bot.sheet


async def test_files_album_with_caption_and_voice(desk):
    page = await desk.open(OLGA)
    olga, bot = desk.world.olga, desk.world.bot
    await olga.start(bot)
    picker = page.locator(".pane[data-side=left] input[type=file]")
    pictures = {"red.png": desk.picture("red"), "blue.png": desk.picture("blue")}
    photos = [{"name": name, "mimeType": "image/png", "buffer": data} for name, data in pictures.items()]
    await picker.set_input_files(photos)
    await expect(page.locator(".chip")).to_have_count(2)
    await write(page, "Два стенда")
    await expect(page.locator(".message.out .album img")).to_have_count(2)
    await expect(page.locator(".chip")).to_have_count(0)
    first, second = [message for message in olga.chat(bot).messages if message.photo]
    assert first.media_group_id == second.media_group_id is not None
    assert first.caption == "Два стенда"

    text = {"name": "план.txt", "mimeType": "text/plain", "buffer": b"plan"}
    await picker.set_input_files([*photos, text])
    await page.get_by_role("button", name="Отправить").click()
    await expect(page.locator(".message.out a.document")).to_contain_text("план.txt")
    await expect(page.locator(".message.out .album")).to_have_count(2)
    assert olga.chat(bot).messages[-1].media_group_id is None

    await picker.set_input_files(photos[:1])
    await page.get_by_label("отправить без сжатия").check()
    await page.get_by_role("button", name="Отправить").click()
    await expect(page.locator(".message.out a.document").last).to_contain_text("red.png")
    await picker.set_input_files([{"name": "broken.png", "mimeType": "image/png", "buffer": b"text"}])
    await write(page, "Подпись остаётся")
    await expect(page.locator(".pane .toast")).to_contain_text("не похоже на фотографию")
    await expect(page.locator("[data-side=left] textarea")).to_have_value("Подпись остаётся")
    await page.get_by_role("button", name="Убрать broken.png").click()
    await page.locator("[data-side=left] textarea").fill("")
    await picker.set_input_files([{"name": "remark.ogg", "mimeType": "audio/ogg", "buffer": b"OggS" + bytes(200)}])
    await page.get_by_role("button", name="Отправить").click()
    await expect(page.locator(".message.out .voice")).to_have_count(1)
    assert olga.chat(bot).last.kind == "voice"


async def test_reply_command_list_and_reply_keyboard(desk):
    page = await desk.open(OLGA)
    await desk.world.olga.send(desk.world.bot, "клавиатура")
    await desk.world.call("setMyCommands", commands=[{"command": "help", "description": "Помощь"}])
    await page.get_by_role("button", name="Да", exact=True).click()
    await expect(page.locator(".message.in .text").last).to_contain_text("Записал: Да")
    await expect(page.locator("[data-side=left] .reply-keyboard")).to_be_hidden()

    await page.get_by_role("button", name="Команды бота").click()
    await expect(page.get_by_role("option")).to_have_text(["/helpПомощь"])
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.in .text").last).to_contain_text("Записал: /help")

    await page.locator(".message.in").last.hover()
    await page.locator(".message.in .reply-button").last.click()
    await write(page, "да, это оно")
    await expect(page.locator(".message.out .reply-line").last).to_contain_text("Записал: /help")


async def test_deep_link_opens_here_as_this_person(desk):
    world = desk.world
    channel = world.telegram.add_channel("Новости", "cluster_news")
    world.olga.join(channel, "creator")
    world.ivan.join(channel)
    world.olga.add_bot_to(channel, world.bot)
    link = "https://t.me/cluster_bot?start=inv_7Kq"
    await world.call("sendMessage", chat_id=channel.id, text=f"Стать экспертом: {link}")
    page = await desk.open(f"left=1002:{channel.id}")
    await expect(page.get_by_role("button", name="В канал пишут только администраторы")).to_be_disabled()
    await page.get_by_role("link", name=link).click()
    await expect(page.locator(".message.in .text").last).to_contain_text("Здравствуйте, Иван! Приглашение: inv_7Kq")
    assert page.url.endswith("#left=1002:1002")


async def test_an_open_menu_stays_when_a_message_comes(desk):
    page = await desk.open(OLGA)
    await page.get_by_role("button", name="Действия").click()
    block = page.get_by_role("menuitem", name="Заблокировать бота")
    await expect(block).to_be_visible()
    await desk.world.olga.start(desk.world.bot)
    await expect(page.locator(".message.out").last).to_contain_text("/start")
    await expect(block).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(block).to_be_hidden()


async def test_block_and_unblock(desk):
    page = await desk.open(OLGA)
    await desk.world.olga.start(desk.world.bot)
    await page.get_by_role("button", name="Действия").click()
    await page.get_by_role("menuitem", name="Заблокировать бота").click()
    unblock = page.get_by_role("button", name="Разблокировать")
    await expect(unblock).to_be_visible()
    assert desk.world.bot.id in desk.world.olga.blocked
    await unblock.click()
    await expect(page.locator(".pane[data-side=left] textarea")).to_be_visible()
    assert not desk.world.olga.blocked
