"""Conversations about people: start and consent, roles, invitations, access requests, settings, personal data."""

from aiogram import Router

from handlers import menu
from handlers.people import (
    access_form,
    access_requests,
    home,
    introduction,
    invitations,
    notices,
    privacy,
    roster,
    settings,
    start,
)
from handlers.people.chats import groups, membership
from handlers.people.fallback import fallback

router = Router(name="people")
router.include_routers(
    start.router,
    menu.router,
    introduction.router,
    home.router,
    settings.router,
    privacy.router,
    roster.router,
    invitations.router,
    access_form.router,
    access_requests.router,
)

__all__ = ["fallback", "groups", "membership", "notices", "router"]
