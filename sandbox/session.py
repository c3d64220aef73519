"""aiogram without HTTP: a session that calls the sandbox in process, with the same values a request would carry."""

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile

from sandbox.files import Upload
from sandbox.refusals import ConnectionDropped, Refusal
from sandbox.telegram import Telegram

_OFFLINE = TelegramAPIServer.from_base("http://sandbox.invalid")


class SandboxSession(BaseSession):
    """Give it to `aiogram.Bot(token, session=SandboxSession(telegram))`.

    Args:
        telegram: the sandbox that holds the bot with this token.
    """

    def __init__(self, telegram: Telegram) -> None:
        super().__init__(api=_OFFLINE)
        self._telegram = telegram

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        """Call the sandbox and read its answer as aiogram reads HTTP; raises aiogram's exceptions."""
        attached: dict[str, InputFile] = {}
        params: dict[str, Any] = {}
        for name, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=attached)
            if prepared:
                params[name] = prepared
        files = {name: await _upload(bot, name, file) for name, file in attached.items()}
        await asyncio.sleep(0)  # a call over the network lets others run: races stay visible in process
        try:
            result = await self._telegram.call(bot.token, method.__api_method__, params, files)
            status, body = 200, {"ok": True, "result": result}
        except Refusal as refusal:
            status, body = refusal.error_code, refusal.answer()
        except ConnectionDropped as dropped:
            raise TelegramNetworkError(
                method=method, message="ServerDisconnectedError: Server disconnected"
            ) from dropped
        response = self.check_response(bot=bot, method=method, status_code=status, content=json.dumps(body))
        return cast(TelegramType, response.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """The bytes of a file by its download address.

        Raises:
            FileNotFoundError: there is no such file.
        """
        _, _, path = url.partition("/file/bot")
        stored = self._telegram.files.by_path(path.partition("/")[2])
        if stored is None:
            raise FileNotFoundError(url)
        for start in range(0, len(stored.data), chunk_size):
            yield stored.data[start : start + chunk_size]


async def _upload(bot: Bot, name: str, file: InputFile) -> Upload:
    data = b"".join([chunk async for chunk in file.read(bot)])
    return Upload(file.filename or name, data)
