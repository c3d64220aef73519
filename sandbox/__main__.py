"""`python -m sandbox --port N`: a bare sandbox with one bot and a few people, for tests of other processes.

Prints one line of JSON when it answers: the address, the token and the ids of the people.
"""

import argparse
import asyncio
import json
import sys

from aiohttp import web

from sandbox.limits import Limits
from sandbox.server import make_app
from sandbox.telegram import Telegram
from services.clock import MovableClock

TOKEN = "123456:TEST"  # noqa: S105 - not a secret: the sandbox's own
PEOPLE = ("Ольга", "Иван", "Мария", "Пётр")


async def _serve(port: int, speed: float) -> None:
    telegram = Telegram(clock=MovableClock(), limits=Limits.faster(speed) if speed else Limits.off())
    telegram.add_bot(token=TOKEN, username="sandbox_bot", name="Кластер")
    people = [telegram.add_person(name, id=1001 + number) for number, name in enumerate(PEOPLE)]
    runner = web.AppRunner(make_app(telegram), shutdown_timeout=2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    address = runner.addresses[0]
    started = {"url": f"http://{address[0]}:{address[1]}", "token": TOKEN, "people": [person.id for person in people]}
    sys.stdout.write(json.dumps(started) + "\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def main() -> None:
    """Read the arguments and serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="port on the loopback address; 0 takes a free one")
    parser.add_argument("--speed", type=float, default=1.0, help="how many times the rates are higher; 0: no rates")
    arguments = parser.parse_args()
    try:
        asyncio.run(_serve(arguments.port, arguments.speed))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
