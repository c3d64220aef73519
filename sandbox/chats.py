"""Chats: private, groups, supergroups with topics, channels; members and their rights."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.people import Bot, Person

ChatType = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

RIGHTS = {
    "group": (
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_send_welcome_messages",
    ),
    "channel": (
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_messages",
        "can_edit_messages",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_send_welcome_messages",
    ),
}


@dataclass(slots=True)
class Member:
    """Somebody's place in a chat. `rights` are the granted ones, for administrators and restricted members."""

    user: "Person | Bot"
    status: Status = "member"
    rights: set[str] = field(default_factory=set)

    @property
    def present(self) -> bool:
        """Whether this is a member now."""
        return self.status not in ("left", "kicked")

    def can(self, right: str) -> bool:
        """Whether the member may do what the right is named for."""
        return self.status == "creator" or right in self.rights

    def as_json(self, chat_type: str) -> dict[str, Any]:
        """Bot API `ChatMember` of the kind that fits the status."""
        body: dict[str, Any] = {"status": self.status, "user": self.user.as_json()}
        if self.status == "creator":
            body["is_anonymous"] = False
        elif self.status == "administrator":
            body |= {"can_be_edited": False, "is_anonymous": False}
            for right in RIGHTS["channel" if chat_type == "channel" else "group"]:
                body[right] = right in self.rights
        elif self.status == "kicked":
            body["until_date"] = 0
        elif self.status == "restricted":
            body |= {"is_member": True, "until_date": 0}
            for right in ("send_messages", "send_photos", "send_documents", "send_other_messages", "send_polls"):
                body[f"can_{right}"] = f"can_{right}" in self.rights
        return body


@dataclass(slots=True)
class Topic:
    """A topic of a group with topics; its id is the id of the message that began it."""

    topic_id: int
    name: str
    icon_color: int = 7322096
    closed: bool = False


@dataclass(eq=False)
class Chat:
    """A chat with its messages in order; deleted ones are gone.

    Args:
        id: as in Bot API: the person's id for a private chat, negative for others.
        bot, person: the two sides of a private chat; None in others.
        upgraded_to: id of the supergroup this group became.
    """

    id: int
    type: ChatType
    title: str | None = None
    username: str | None = None
    is_forum: bool = False
    bot: "Bot | None" = None
    person: "Person | None" = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: "dict[int, Message]" = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    upgraded_to: int | None = None
    next_message_id: int = 1

    def new_message_id(self) -> int:
        """The next id: one sequence per bot for private chats and small groups, per chat for the others."""
        owner: Chat | Bot = self.bot if self.bot is not None else self
        owner.next_message_id += 1
        return owner.next_message_id - 1

    def member(self, user_id: int) -> Member | None:
        """The place of a user in this chat, if there ever was one."""
        return self.members.get(user_id)

    def administrators(self) -> list[Member]:
        """The creator and the administrators."""
        return [member for member in self.members.values() if member.status in ("creator", "administrator")]

    def as_json(self) -> dict[str, Any]:
        """Bot API `Chat`."""
        if self.person is not None:
            person = self.person
            body: dict[str, Any] = {"id": self.id, "first_name": person.first_name, "type": "private"}
            if person.last_name:
                body["last_name"] = person.last_name
            if person.username:
                body["username"] = person.username
            return body
        body = {"id": self.id, "title": self.title, "type": self.type}
        if self.username:
            body["username"] = self.username
        if self.is_forum:
            body["is_forum"] = True
        return body
