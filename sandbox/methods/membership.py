"""Chats and who is in them."""

from typing import Any

from sandbox.chats import Chat, Member
from sandbox.refusals import bad_request
from sandbox.request import Access, Request


def get_chat(request: Request) -> dict[str, Any]:
    """Bot API `ChatFullInfo`."""
    chat = request.chat(Access.READ)
    body = chat.as_json() | {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned and (pinned := chat.messages.get(chat.pinned[-1])):
        body["pinned_message"] = pinned.as_json()
    if chat.username:
        body["active_usernames"] = [chat.username]
    elif chat.type in ("supergroup", "channel"):
        body["invite_link"] = f"https://t.me/+sandbox{abs(chat.id)}"
    return body


def get_chat_member(request: Request) -> dict[str, Any]:
    """Bot API `ChatMember` of one user."""
    chat = request.chat(Access.READ)
    user_id = request.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    if member := chat.member(user_id):
        return member.as_json(chat.type)
    person = request.telegram.people.get(user_id)
    if person is None or request.bot.id not in person.known_to:
        raise bad_request("user not found")
    return Member(person, "left").as_json(chat.type)


def _not_private(request: Request) -> Chat:
    chat = request.chat(Access.READ)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return chat


def get_chat_administrators(request: Request) -> list[dict[str, Any]]:
    """People who are the creator or administrators, and the asking bot if it is one."""
    chat = _not_private(request)
    return [
        member.as_json(chat.type)
        for member in chat.administrators()
        if not member.user.is_bot or member.user is request.bot
    ]


def get_chat_member_count(request: Request) -> int:
    """How many members there are."""
    chat = request.chat(Access.READ)
    return sum(member.present for member in chat.members.values())


def leave_chat(request: Request) -> bool:
    """The bot goes."""
    chat = request.chat(Access.WRITE)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    old, new = chat.members[request.bot.id], Member(request.bot, "left")
    chat.members[request.bot.id] = new
    request.telegram.deliveries.member(chat, request.bot, old, new)
    request.telegram.events.add("chat", chat.id)
    return True


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
}
