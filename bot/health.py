"""Health and metrics over HTTP, for whoever watches the installation."""

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from bot.app import App
from storage import inbox


def make_health(app: App) -> web.Application:
    """`GET /health`: 200 when the database answers; `GET /metrics`: numbers for Prometheus."""
    registry = CollectorRegistry()
    waiting = Gauge("cluster_inbox_waiting", "Updates stored and not handled yet", registry=registry)
    letters = Gauge("cluster_outbox_waiting", "Letters due and not delivered yet", registry=registry)

    incidents = Gauge("cluster_incidents", "Unexpected errors people were told of since the start", registry=registry)

    async def health(_request: web.Request) -> web.Response:
        async with app.db.read() as connection:
            count = await inbox.unfinished(connection)
        return web.json_response({"ok": True, "updates_waiting": count})

    async def metrics(_request: web.Request) -> web.Response:
        async with app.db.read() as connection:
            waiting.set(await inbox.unfinished(connection))
        letters.set(await app.letters_due())
        incidents.set(app.pipeline.incidents)
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    health_app = web.Application()
    health_app.router.add_get("/health", health)
    health_app.router.add_get("/metrics", metrics)
    return health_app
