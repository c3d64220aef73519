"""`python -m bot demo` as a newcomer meets it: the page answers, people in it work, the clock moves."""

import asyncio
import json
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.processes import ROOT
from tests.required import require
from tests.sandbox.page_fixtures import ARGUMENTS

IVAN, VIKTOR = 1003, 1009


class Demo:
    """The demo's process and its door for people."""

    def __init__(self, address: str, http: aiohttp.ClientSession) -> None:
        self.address = address
        self.http = http

    async def call(self, method: str, path: str, body: object = None) -> Any:
        async with self.http.request(method, self.address + path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def messages(self, person: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.call("GET", f"people/{person}/chats/{person}/messages"))["messages"]
        return found

    async def wait_for(self, person: int, text: str) -> str:
        """Wait until the person sees a message with this text."""
        for _ in range(150):
            for message in reversed(await self.messages(person)):
                if text in (message["text"] or ""):
                    return str(message["text"])
            await asyncio.sleep(0.1)
        raise AssertionError(json.dumps(await self.messages(person), ensure_ascii=False, indent=1)[-3000:])


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", "--port", "0", "--data", str(tmp_path / "demo")),
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=(tmp_path / "log").open("wb"),
    )
    assert process.stdout is not None
    address = None
    async for line in process.stdout:
        if found := re.search(rb"http://\S+", line):
            address = found[0].decode()
            break
    assert address, (tmp_path / "log").read_text()
    async with aiohttp.ClientSession() as http:
        yield Demo(address, http)
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 15) == 0
    log = (tmp_path / "log").read_text()
    assert "Traceback" not in log, log
    assert "incident" not in log, log


@pytest.fixture
async def page(demo: Demo) -> AsyncIterator[Page]:
    chromium = shutil.which("chromium")
    require("Chromium", chromium)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        opened = await browser.new_page(viewport={"width": 1400, "height": 900})
        await opened.goto(f"{demo.address}#left={IVAN}:{IVAN}&right={VIKTOR}:{VIKTOR}")
        yield opened
        await browser.close()


@pytest.mark.chromium
async def test_a_newcomer_scores_a_criterion_and_the_coordinator_sees_it(demo: Demo, page: Page) -> None:
    left, right = page.locator(".pane[data-side=left]"), page.locator(".pane[data-side=right]")
    await left.get_by_role("button", name="Экспертиза программ").click()
    await left.get_by_role("button", name=re.compile("27.02.07")).click()
    await left.get_by_role("button", name="Продолжить оценку").click()
    card = left.locator(".message.in .text").filter(has_text="из 14")
    await expect(card.first).to_be_visible()
    before = await card.first.inner_text()
    await left.get_by_role("button", name=re.compile("^(Верно, .*соответствует|Соответствует)$")).first.click()
    await expect(card.first).not_to_have_text(before)

    await right.locator("textarea").fill("/evaluate")
    await right.locator("textarea").press("Enter")
    await right.get_by_role("button", name="Экспертная сессия кластера").click()
    await expect(right.locator(".message.in .text").last).to_contain_text("Кузнецов Иван")


@pytest.mark.slow
async def test_people_are_there_and_time_moves(demo: Demo) -> None:
    async with demo.http.get(demo.address) as answer:
        assert answer.status == 200
    state = await demo.call("GET", "people/state")
    assert {"координатор, ТЭПК", "гость"} <= {person["note"] for person in state["people"]}
    assert not any(bot["blocked"] for person in state["people"] for bot in person["bots"])

    count = len(await demo.messages(IVAN))
    for _ in range(5):  # the sheet is due within a week: the reminders come on its last working mornings
        await demo.call("POST", "clock", {"move": "next_working_morning"})
    await demo.wait_for(IVAN, "Лист нужен")
    for _ in range(100):
        if len(await demo.messages(IVAN)) > count:
            break
        await asyncio.sleep(0.1)
    assert len(await demo.messages(IVAN)) > count
