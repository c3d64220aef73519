"""How composing looks: a question a step, the card of a draft, the last look before it is handed in."""

from datetime import datetime

from cluster.news.model import Item
from cluster.news.post import Trouble, plain, troubles
from cluster.news.states import WRITABLE, ItemState
from handlers.engine import Button, Screen, grid
from handlers.news import words
from handlers.news.desktop import to_desk
from handlers.news.taps import NewsTap, PostTap, WriteTap
from locales import Html, Translator, lines

PARTS = (WriteTap.TITLE, WriteTap.TEXT, WriteTap.FILES, WriteTap.LINKS)
"""In the order in which they are asked."""
SHOWN_FILES = 12


def ask(t: Translator, item: Item, part: str, note: Html | None = None) -> Screen:
    """The question of one step; `note` says what became of the last answer."""
    number = PARTS.index(part) + 1 if part in PARTS else 2
    head = t("news-step", number=number, total=len(PARTS) + 1, organisation=item.organisation)
    about = t("news-step-event", title=item.event) if item.event else None
    question = t(f"news-ask-part-{_KEYS[part]}")
    entered = _entered(t, item, part)
    text = lines(note, lines(head, about), question, entered, gap="\n\n")
    return Screen(text, [*_answers(t, item, part), _ways_out(t, item, part)])


def _entered(t: Translator, item: Item, part: str) -> Html | None:
    content = item.content
    match part:
        case WriteTap.TITLE if content.title:
            return t("news-entered", value=content.title)
        case WriteTap.TEXT if content.body:
            return t("news-entered", value=words.brief(plain(content.body), 200))
        case WriteTap.FILES:
            return lines(*_files(t, item), *_file_troubles(t, item)) or None
        case WriteTap.LINKS if content.links:
            return lines(*[t("news-link-line", label=link.label, target=link.target) for link in content.links])
        case _:
            return None


def _files(t: Translator, item: Item) -> list[Html]:
    media = item.content.media
    if not media:
        return []
    named = [
        t("news-file-line", number=n, name=_file_name(t, one.name, one.kind.value)) for n, one in enumerate(media, 1)
    ]
    more = len(named) - SHOWN_FILES
    head = t("news-files-head", count=len(media))
    return [head, *named[:SHOWN_FILES], *([t("news-files-more", count=more)] if more > 0 else [])]


def _file_name(t: Translator, name: str, kind: str) -> str:
    return words.brief(name, 60) if name else t.plain(f"news-file-{kind}")


def _file_troubles(t: Translator, item: Item) -> list[Html]:
    about_files = (Trouble.MIXED_FILES, Trouble.TOO_MANY_FILES, Trouble.CAPTION_TOO_LONG)
    return [words.trouble(t, found) for found in troubles(item.content) if found.trouble in about_files]


def _answers(t: Translator, item: Item, part: str) -> list[list[Button]]:
    if part == WriteTap.LINKS and item.content.links:
        return [[_button(t, item, WriteTap.NO_LINKS)]]
    if part != WriteTap.FILES:
        return []
    media, rows = item.content.media, []
    if item.caption is not None:
        rows += [[_button(t, item, do)] for do in (WriteTap.CAPTION_TEXT, WriteTap.CAPTION_MORE, WriteTap.CAPTION_DROP)]
    if len({one.kind.is_seen for one in media}) > 1:
        rows += [[_button(t, item, WriteTap.ONLY_SEEN)], [_button(t, item, WriteTap.ONLY_DOCUMENTS)]]
    drops = [
        Button(t.plain("news-button-drop", number=number), WriteTap(i=item.id, do=WriteTap.DROP, v=one.id))
        for number, one in enumerate(media[:30], 1)
    ]
    rows += grid(drops, 5)
    if len(media) > 1:
        rows.append([_button(t, item, WriteTap.DROP_ALL)])
    return rows


def _ways_out(t: Translator, item: Item, part: str) -> list[Button]:
    place = PARTS.index(part) if part in PARTS else 1
    row = []
    if place > 0:
        row.append(Button(t.plain("form-back"), WriteTap(i=item.id, do=PARTS[place - 1])))
    onward = PARTS[place + 1] if place + 1 < len(PARTS) else WriteTap.PREVIEW
    if part in (WriteTap.FILES, WriteTap.LINKS) or has(item, part):
        done = (part == WriteTap.FILES and item.content.media) or has(item, part)
        row.append(Button(t.plain("news-button-onward" if done else "form-skip"), WriteTap(i=item.id, do=onward)))
    row.append(_button(t, item, WriteTap.KEEP))
    return row


def has(item: Item, part: str) -> bool:
    """Whether the part is filled."""
    content = item.content
    filled = {
        WriteTap.TITLE: content.title,
        WriteTap.TEXT: content.body,
        WriteTap.MORE: content.body,
        WriteTap.LINKS: content.links,
    }
    return bool(filled.get(part))


def caption_kept(t: Translator, item: Item) -> Html | None:
    """A caption that came with files although there is a text."""
    if item.caption is None:
        return None
    return t("news-caption-kept", text=words.brief(plain(item.caption), 200))


def last_look(t: Translator, item: Item, now: datetime, *, shown: bool) -> Screen:
    """Below the post itself: what is missing, when it goes out, and what can still be changed.

    Args:
        shown: the post is above, exactly as it will be.
    """
    found = troubles(item.content)
    head = t("news-last-look" if shown else "news-last-look-not-shown", organisation=item.organisation)
    returned = (
        t("news-returned", reason=item.reason) if item.state is ItemState.CHANGES_REQUESTED and item.reason else None
    )
    text = lines(
        head,
        returned,
        lines(t("news-troubles"), *[words.trouble(t, one) for one in found]) if found else t("news-ready"),
        _when(t, item, now),
        gap="\n\n",
    )
    submit = Button(t.plain("news-button-submit"), WriteTap(i=item.id, do=WriteTap.SUBMIT, v=item.revision))
    edits = [
        _button(t, item, do) for do in (WriteTap.TITLE, WriteTap.TEXT, WriteTap.MORE, WriteTap.FILES, WriteTap.LINKS)
    ]
    when = _button(t, item, WriteTap.AT_ONCE if item.publish_at else WriteTap.WHEN)
    rows = [*([] if found else [[submit]]), *grid(edits, 2), [when]]
    return Screen(text, [*rows, [_button(t, item, WriteTap.KEEP), _button(t, item, WriteTap.DISCARD)]])


def _when(t: Translator, item: Item, now: datetime) -> Html:
    late = None
    if item.publish_at is not None:
        if item.due_at is not None and item.publish_at > item.due_at:
            late = t("news-when-late", at=t.moment(item.due_at))
        return lines(t("news-when", at=t.moment(item.publish_at)), late)
    owed = t("news-when-due", due=words.due(t, item.due_at, now)) if item.due_at else None
    return lines(t("news-when-at-once"), owed)


def card(t: Translator, item: Item, now: datetime, link: str | None = None) -> Screen:
    """An item that is no draft: where it stands and what its author can do.

    Args:
        link: address of the post.
    """
    text = lines(
        t("news-card", title=words.title(t, item, 200), organisation=item.organisation),
        words.state(t, item, now),
        t("news-card-reason", reason=item.reason) if item.reason and item.state is ItemState.REJECTED else None,
        t("news-card-waits", due=words.due(t, item.review_due_at, now)) if item.review_due_at else None,
        t("news-card-link", url=link) if link else None,
        gap="\n\n",
    )
    rows: list[list[Button]] = []
    if item.state is ItemState.SUBMITTED:
        rows.append([_button(t, item, WriteTap.TAKE_BACK)])
    if item.is_out:
        rows += post_buttons(t, item)
    back = {ItemState.DRAFT: NewsTap.DRAFTS}.get(item.state, NewsTap.OUT if item.is_out else NewsTap.SENT)
    rows.append([Button(t.plain("news-button-back-to-list"), NewsTap(do=back)), to_desk(t)])
    return Screen(text, rows)


def post_buttons(t: Translator, item: Item) -> list[list[Button]]:
    """What can be proposed about a post that is out."""

    def button(key: str, do: str) -> Button:
        return Button(t.plain(f"news-button-{key}"), PostTap(i=item.id, do=do))

    return [
        [button("correct-title", PostTap.CORRECT_TITLE), button("correct-text", PostTap.CORRECT_TEXT)],
        [button("retract", PostTap.RETRACT), button("log", PostTap.LOG)],
    ]


def handed_in(t: Translator, item: Item, now: datetime) -> Screen:
    """What happens next, and by when."""
    if item.state is ItemState.APPROVED:
        scheduled = item.publish_at is not None and item.publish_at > now
        text = (
            t("news-handed-scheduled", at=t.moment(item.publish_at))
            if scheduled and item.publish_at
            else t("news-handed-out")
        )
    else:
        assert item.review_due_at is not None
        text = t("news-handed-in", at=t.moment(item.review_due_at))
    return Screen(text, [[Button(t.plain("news-button-see"), WriteTap(i=item.id, do=WriteTap.CARD))], [to_desk(t)]])


def ask_to_discard(t: Translator, item: Item) -> Screen:
    """The last question before a draft is thrown away."""
    yes, no = (
        _button(t, item, WriteTap.DISCARD_NOW),
        Button(t.plain("form-back"), WriteTap(i=item.id, do=WriteTap.CARD)),
    )
    return Screen(t("news-discard-ask", title=words.title(t, item, 100)), [[yes], [no]])


def kept(t: Translator, item: Item) -> Screen:
    """The draft is kept; how to go on with it."""
    resume = Button(t.plain("news-button-resume"), WriteTap(i=item.id, do=WriteTap.CARD))
    return Screen(t("news-kept", title=words.title(t, item, 100)), [[resume], [to_desk(t)]])


def ask_when(t: Translator, item: Item, example: str) -> Screen:
    """When the post should go out."""
    due = t("news-ask-when-due", at=t.moment(item.due_at)) if item.due_at else None
    back = Button(t.plain("form-back"), WriteTap(i=item.id, do=WriteTap.PREVIEW))
    return Screen(lines(t("news-ask-when", example=example), due, gap="\n\n"), [[back]])


def is_writable(item: Item) -> bool:
    """Whether the author can still change it."""
    return item.state in WRITABLE


def _button(t: Translator, item: Item, do: str) -> Button:
    return Button(t.plain(f"news-do-{_KEYS[do]}"), WriteTap(i=item.id, do=do))


_KEYS = {
    WriteTap.TITLE: "title",
    WriteTap.TEXT: "text",
    WriteTap.MORE: "more",
    WriteTap.FILES: "files",
    WriteTap.LINKS: "links",
    WriteTap.NO_LINKS: "no-links",
    WriteTap.WHEN: "when",
    WriteTap.AT_ONCE: "at-once",
    WriteTap.KEEP: "keep",
    WriteTap.DISCARD: "discard",
    WriteTap.DISCARD_NOW: "discard-now",
    WriteTap.TAKE_BACK: "take-back",
    WriteTap.DROP_ALL: "drop-all",
    WriteTap.ONLY_SEEN: "only-seen",
    WriteTap.ONLY_DOCUMENTS: "only-documents",
    WriteTap.CAPTION_TEXT: "caption-text",
    WriteTap.CAPTION_MORE: "caption-more",
    WriteTap.CAPTION_DROP: "caption-drop",
}
