"""How review looks: the post, what moderators know about it, and what they can do."""

from datetime import datetime

from cluster.news.model import Change, Item
from cluster.news.post import troubles
from cluster.news.states import WAITING, ChangeKind, ChangeState, ItemState, RejectionReason
from handlers.engine import Button, Screen
from handlers.news import words
from handlers.news.composing import post_buttons
from handlers.news.desktop import to_desk
from handlers.news.taps import ChangeTap, NewsTap, RejectTap, ReviewTap
from locales import Html, Translator, lines
from services.news import Review


def card(t: Translator, review: Review, now: datetime, me: int, link: str | None = None) -> Screen:
    """An item under review, or afterwards.

    Args:
        me: id of the person who looks.
        link: address of the post.
    """
    item = review.item
    found = troubles(item.content)
    text = lines(
        lines(
            t("news-review-head", title=words.title(t, item, 200)),
            t("news-review-from", organisation=item.organisation, author=item.author),
            t("news-review-event", title=item.event) if item.event else None,
            t("news-review-trusted") if review.trusted else None,
        ),
        lines(words.state(t, item, now), _clocks(t, item, now)),
        t("news-review-edited") if review.is_edited else None,
        t("news-card-reason", reason=item.reason) if item.reason else None,
        lines(t("news-troubles"), *[words.trouble(t, one) for one in found]) if found else None,
        _error(t, item),
        t("news-card-link", url=link) if link else None,
        _notes(t, review),
        gap="\n\n",
    )
    return Screen(text, _rows(t, review, now, me))


def _clocks(t: Translator, item: Item, now: datetime) -> Html | None:
    if item.state not in WAITING:
        return t("news-when", at=t.moment(item.publish_at)) if item.publish_at else None
    return lines(
        t("news-queue-review", due=words.due(t, item.review_due_at, now)) if item.review_due_at else None,
        t("news-queue-college", due=words.due(t, item.due_at, now)) if item.due_at else None,
        t("news-when", at=t.moment(item.publish_at)) if item.publish_at else None,
    )


def _error(t: Translator, item: Item) -> Html | None:
    if item.doubtful:
        return t("news-doubtful-what")
    if item.state is ItemState.FAILED:
        return lines(t("news-failed-what"), t("news-failed-why", why=item.error or ""))
    return None


def _notes(t: Translator, review: Review) -> Html | None:
    if not review.notes:
        return None
    shown = [t("news-note", name=note.by, at=t.moment(note.at), text=note.text) for note in review.notes[-5:]]
    return lines(t("news-notes-head"), *shown)


def _rows(t: Translator, review: Review, now: datetime, me: int) -> list[list[Button]]:
    item = review.item

    def button(key: str, do: str) -> Button:
        return Button(t.plain(f"news-review-{key}"), ReviewTap(i=item.id, do=do, r=item.revision))

    rows: list[list[Button]] = []
    if item.state in WAITING:
        if item.is_claimed(now) and item.reviewer_id != me:
            rows.append([button("look-again", ReviewTap.CARD)])
        else:
            rows.append([button("approve", ReviewTap.APPROVE)])
            rows.append([button("changes", ReviewTap.CHANGES), button("reject", ReviewTap.REJECT)])
            rows.append([button("edit-title", ReviewTap.EDIT_TITLE), button("edit-text", ReviewTap.EDIT_TEXT)])
            rows.append([button("release", ReviewTap.RELEASE)])
    if item.doubtful:
        rows.append([button("confirm", ReviewTap.CONFIRM)])
    if item.doubtful or item.state is ItemState.FAILED:
        rows.append([button("again", ReviewTap.AGAIN)])
    if item.state is ItemState.APPROVED:
        rows.append([button("pull", ReviewTap.PULL)])
    if item.is_out:
        rows += post_buttons(t, item)
    look = [button("preview", ReviewTap.PREVIEW)]
    rows.append([*look, *([button("difference", ReviewTap.DIFFERENCE)] if review.is_edited else [])])
    trust = button("distrust", ReviewTap.DISTRUST) if review.trusted else button("trust", ReviewTap.TRUST)
    rows.append([button("note", ReviewTap.NOTE), trust])
    return [*rows, [Button(t.plain("news-button-to-queue"), NewsTap(do=NewsTap.QUEUE)), to_desk(t)]]


def difference(t: Translator, review: Review) -> Screen:
    """What reviewers changed in what the author handed in."""
    before, now = review.original, review.item.content
    back = [Button(t.plain("form-back"), ReviewTap(i=review.item.id, do=ReviewTap.CARD))]
    if before is None:
        return Screen(t("news-difference-none"), [back])
    shown = words.changed(t, (before.title, before.body), (now.title, now.body))
    return Screen(lines(t("news-difference-head"), shown, gap="\n\n"), [back])


def reasons(t: Translator, item: Item) -> Screen:
    """Why the item is rejected."""
    rows = [
        [Button(t.plain(f"news-rejection-{_key(reason)}"), RejectTap(i=item.id, why=reason.value))]
        for reason in RejectionReason
    ]
    back = [Button(t.plain("form-back"), ReviewTap(i=item.id, do=ReviewTap.CARD))]
    return Screen(t("news-reject-ask", title=words.title(t, item, 100)), [*rows, back])


def _key(reason: RejectionReason) -> str:
    return reason.value.replace("_", "-")


def reason_words(t: Translator, code: str) -> str:
    """«не по теме кластера»"""
    return t.plain(f"news-rejection-{code.replace('_', '-')}")


def ask(t: Translator, item: Item, what: str, note: Html | None = None) -> Screen:
    """What a reviewer is to write: another title or text, a reason, a note."""
    back = [Button(t.plain("form-back"), ReviewTap(i=item.id, do=ReviewTap.CARD))]
    text = lines(note, t(f"news-review-ask-{what}", title=words.title(t, item, 100)), gap="\n\n")
    return Screen(text, [back])


def proposal(t: Translator, change: Change, item: Item) -> Screen:
    """A proposed change of a post: what it would look like, and the decision."""
    head = t(f"news-proposal-{change.kind.value}", title=words.title(t, item, 100), name=change.proposer)
    shown = None
    if change.kind is ChangeKind.CORRECTION:
        before = (item.content.title, item.content.body)
        shown = words.changed(t, before, (change.title or "", change.body or ""))
    state = t(f"news-change-{change.state.value}")
    text = lines(head, t("news-proposal-reason", reason=change.reason), shown, state, gap="\n\n")
    rows = []
    if change.state is ChangeState.PROPOSED:
        rows = [
            [Button(t.plain(f"news-proposal-yes-{change.kind.value}"), ChangeTap(c=change.id, do=ChangeTap.YES))],
            [Button(t.plain("news-proposal-no"), ChangeTap(c=change.id, do=ChangeTap.NO))],
        ]
    elif change.state is ChangeState.FAILED:
        rows = [[Button(t.plain("news-proposal-again"), ChangeTap(c=change.id, do=ChangeTap.YES))]]
    return Screen(text, [*rows, [Button(t.plain("news-button-proposals-list"), NewsTap(do=NewsTap.PROPOSED))]])


def log(t: Translator, review: Review) -> Screen:
    """Everything that was done to the text of a post, oldest first."""
    shown = [
        t(f"news-log-{one.kind}", name=one.by, at=t.moment(one.at), title=words.brief(one.title, 80))
        for one in review.revisions[-8:]
    ]
    changes = [
        t(
            f"news-log-change-{one.kind.value}",
            name=one.proposer,
            at=t.moment(one.proposed_at),
            reason=words.brief(one.reason, 200),
            state=t(f"news-change-{one.state.value}"),
        )
        for one in review.changes[-8:]
    ]
    text = lines(t("news-log-head", title=words.title(t, review.item, 100)), *shown, *changes, gap="\n\n")
    return Screen(text, [[to_desk(t)]])
