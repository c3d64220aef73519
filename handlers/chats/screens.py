"""How the channel and the group look to a coordinator."""

from collections.abc import Sequence

from cluster.chats import ChatPurpose, ChatState, ConnectedChat
from handlers.chats.taps import ChatTap
from handlers.engine import Button, Screen
from locales import Html, Translator, lines

_CHANNEL_RIGHTS = "post_messages+edit_messages+delete_messages"


def home(t: Translator, found: Sequence[ConnectedChat], bot: str, back: Button) -> Screen:
    """What is connected for each purpose, what was offered, and how to connect.

    Args:
        bot: the bot's username.
    """
    blocks, rows = [t("chats-head")], []
    for purpose in ChatPurpose:
        theirs = [one for one in found if one.purpose is purpose]
        used = next((one for one in theirs if one.state is ChatState.CONNECTED), None)
        blocks.append(about(t, used) if used else t(f"chats-none-{purpose.value}"))
        rows += [_offer(t, one) for one in theirs if one.state is ChatState.OFFERED]
        rows.append([_add(t, purpose, bot, another=used is not None)])
        if used is not None:
            drop = t.plain(f"chats-drop-{purpose.value}")
            rows.append([Button(drop, ChatTap(do=ChatTap.DROP, id=used.id))])
    rows.append([Button(t.plain("chats-check"), ChatTap(do=ChatTap.CHECK)), back])
    return Screen(lines(*blocks, gap="\n\n"), rows)


def about(t: Translator, chat: ConnectedChat) -> Html:
    """A chat and what the bot may do there; how to repair what it may not."""
    name = t(f"chats-name-{chat.purpose.value}", title=chat.title)
    if chat.problem:
        since = t("chats-lost-since", at=t.moment(chat.lost_at)) if chat.lost_at else None
        return lines(name, problem(t, chat), since)
    if chat.purpose is ChatPurpose.CHANNEL and not (chat.standing.can_edit and chat.standing.can_delete):
        return lines(name, t("chats-fine"), t("chats-wanted"))
    return lines(name, t("chats-fine"))


def problem(t: Translator, chat: ConnectedChat) -> Html:
    """What keeps the bot from writing, and what to do."""
    assert chat.problem is not None
    return t(f"chats-{chat.problem.value}-{chat.purpose.value}")


def ask_to_drop(t: Translator, chat: ConnectedChat) -> Screen:
    """The last question before a chat is let go."""
    yes = Button(t.plain("chats-drop-now"), ChatTap(do=ChatTap.DROP_NOW, id=chat.id))
    no = Button(t.plain("chats-drop-not"), ChatTap(do=ChatTap.HOME))
    return Screen(t(f"chats-drop-ask-{chat.purpose.value}", title=chat.title), [[yes], [no]])


def offered(t: Translator, chat: ConnectedChat, used: ConnectedChat | None) -> Screen:
    """Use this chat, maybe instead of the one used so far?"""
    head = t(f"chats-offered-{chat.purpose.value}", title=chat.title)
    if chat.problem:
        return Screen(lines(head, problem(t, chat), t("chats-offered-later"), gap="\n\n"), [[_home(t)]])
    question = t("chats-offered-replace", title=used.title) if used else t("chats-offered-ask")
    refuse = Button(t.plain("chats-refuse"), ChatTap(do=ChatTap.DROP_NOW, id=chat.id))
    return Screen(lines(head, question, gap="\n\n"), [_offer(t, chat), [refuse]])


def ready(t: Translator, chat: ConnectedChat) -> Screen:
    """The chat is connected and the bot may write."""
    return Screen(lines(about(t, chat), t(f"chats-ready-{chat.purpose.value}"), gap="\n\n"), [[_home(t)]])


def lost(t: Translator, chat: ConnectedChat) -> Screen:
    """The bot cannot write there any more."""
    name = t(f"chats-name-{chat.purpose.value}", title=chat.title)
    text = lines(t("chats-lost-head"), lines(name, problem(t, chat)), t("chats-lost-kept"), gap="\n\n")
    return Screen(text, [[Button(t.plain("chats-check"), ChatTap(do=ChatTap.CHECK))]])


def _offer(t: Translator, chat: ConnectedChat) -> list[Button]:
    title = chat.title if len(chat.title) <= 40 else f"{chat.title[:39]}…"
    return [Button(t.plain("chats-connect", title=title), ChatTap(do=ChatTap.CONNECT, id=chat.id))]


def _add(t: Translator, purpose: ChatPurpose, bot: str, *, another: bool) -> Button:
    start = f"startchannel&admin={_CHANNEL_RIGHTS}" if purpose is ChatPurpose.CHANNEL else "startgroup=connect"
    key = f"chats-change-{purpose.value}" if another else f"chats-add-{purpose.value}"
    return Button(t.plain(key), url=f"https://t.me/{bot}?{start}")


def _home(t: Translator) -> Button:
    return Button(t.plain("chats-home"), ChatTap(do=ChatTap.HOME))
