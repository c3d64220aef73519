"""The desk: what is owed, what is where; lists of items; the choice of what to write about."""

from collections.abc import Sequence
from datetime import datetime

from cluster.access import Actor, Permission
from cluster.news.model import Change, Item, Obligation
from cluster.news.states import OUT, WAITING, ItemState
from handlers.engine import Button, Screen, page_row
from handlers.news import words
from handlers.news.taps import (
    BeginTap,
    ChangeTap,
    EventsTap,
    NewsTap,
    OweTap,
    PressTap,
    ReportTap,
    ReviewTap,
    RuleTap,
    WriteTap,
)
from locales import Translator, lines
from services.news import Desktop
from services.paging import Page

DRAFTS = (ItemState.DRAFT, ItemState.CHANGES_REQUESTED)
SENT = (*WAITING, ItemState.APPROVED, ItemState.PUBLISHING, ItemState.FAILED, ItemState.REJECTED)
TROUBLED = (ItemState.APPROVED, ItemState.PUBLISHING, ItemState.FAILED)
ARCHIVE = (*OUT, ItemState.RETRACTED)
LISTS = {NewsTap.DRAFTS: DRAFTS, NewsTap.SENT: SENT, NewsTap.OUT: ARCHIVE}
"""Lists of an author's own items."""
NAMES = {
    NewsTap.DRAFTS: "drafts",
    NewsTap.SENT: "sent",
    NewsTap.OUT: "out",
    NewsTap.TROUBLED: "troubled",
    NewsTap.ARCHIVE: "archive",
}


def home(t: Translator, actor: Actor, desk: Desktop, now: datetime, back: Button) -> Screen:
    """What is owed first, then what is where, then everything else."""
    moderates = actor.can(Permission.MODERATE_NEWS)
    blocks = [t("news-home-moderator" if moderates else "news-home")]
    rows: list[list[Button]] = []
    if desk.owed:
        blocks.append(lines(t("news-home-owed"), *[owed_line(t, one, now) for one in desk.owed]))
        rows += [[_owed_button(t, one)] for one in desk.owed]
    if moderates:
        rows.append([Button(t.plain("news-button-queue", count=desk.waiting), NewsTap(do=NewsTap.QUEUE))])
        if desk.proposals:
            label = t.plain("news-button-proposals", count=desk.proposals)
            rows.append([Button(label, NewsTap(do=NewsTap.PROPOSED))])
    rows.append([Button(t.plain("news-button-write"), NewsTap(do=NewsTap.CHOOSE))])
    for do, states in LISTS.items():
        count = sum(desk.counts.get(state, 0) for state in states)
        if count:
            rows.append([Button(t.plain(f"news-button-list-{NAMES[do]}", count=count), NewsTap(do=do))])
    if moderates:
        rows.append(
            [
                Button(t.plain("news-button-troubled"), NewsTap(do=NewsTap.TROUBLED)),
                Button(t.plain("news-button-archive"), NewsTap(do=NewsTap.ARCHIVE)),
            ]
        )
    rows.append(
        [
            Button(t.plain("news-button-events"), EventsTap(do=EventsTap.AHEAD)),
            Button(t.plain("news-button-compliance"), ReportTap(do=ReportTap.COMPLIANCE)),
        ]
    )
    if moderates:
        rows.append(
            [
                Button(t.plain("news-button-media"), ReportTap(do=ReportTap.MEDIA)),
                Button(t.plain("news-button-rules"), RuleTap(do=RuleTap.LIST)),
            ]
        )
    rows.append([Button(t.plain("news-button-press"), PressTap(do=PressTap.LIST))])
    return Screen(lines(*blocks, gap="\n\n"), [*rows, [back]])


def owed_line(t: Translator, one: Obligation, now: datetime) -> str:
    """«• Экскурсия, до 25.05.2022 18:00»"""
    key = "news-owed-line-late" if one.due_at < now else "news-owed-line"
    return t(key, title=one.event, organisation=one.organisation, at=t.moment(one.due_at))


def _owed_button(t: Translator, one: Obligation) -> Button:
    return Button(t.plain("news-button-owed", title=words.brief(one.event, 40)), OweTap(o=one.id, do=OweTap.CARD))


def choose(t: Translator, found: Sequence[Obligation], key: str, now: datetime) -> Screen:
    """Which event the news is about.

    Args:
        key: makes two taps one draft.
    """
    rows = [[Button(words.brief(one.event), BeginTap(o=one.id, key=key))] for one in found]
    rows.append([Button(t.plain("news-button-no-event"), BeginTap(o=0, key=key))])
    rows.append([to_desk(t)])
    listed = [owed_line(t, one, now) for one in found]
    return Screen(lines(t("news-choose" if found else "news-choose-none"), lines(*listed), gap="\n\n"), rows)


def own_items(t: Translator, do: str, page: Page[Item], now: datetime) -> Screen:
    """A page of an author's items."""
    if not page.items:
        write = Button(t.plain("news-button-write"), NewsTap(do=NewsTap.CHOOSE))
        return Screen(t(f"news-list-empty-{NAMES[do]}"), [[write], [to_desk(t)]])
    listed = [_item_line(t, item, now) for item in page.items]
    rows = [[Button(words.title(t, item), WriteTap(i=item.id, do=WriteTap.CARD))] for item in page.items]
    rows.append(page_row(t, page.number, page.total, lambda number: NewsTap(do=do, page=number)))
    return Screen(lines(t(f"news-list-head-{NAMES[do]}"), *listed, gap="\n\n"), [*rows, [to_desk(t)]])


def _item_line(t: Translator, item: Item, now: datetime) -> str:
    head = t("news-item-line", title=words.title(t, item, 80), organisation=item.organisation)
    is_theirs = item.state in DRAFTS and item.due_at is not None
    return lines(head, words.state(t, item, now), words.due(t, item.due_at, now) if is_theirs and item.due_at else None)


def queue(t: Translator, page: Page[Item], now: datetime) -> Screen:
    """What waits for a decision: age, and what is left on both clocks."""
    if not page.items:
        return Screen(t("news-queue-empty"), [[to_desk(t)]])
    listed = []
    for item in page.items:
        waited = words.span(t, now - item.submitted_at) if item.submitted_at else ""
        listed.append(
            lines(
                t("news-item-line", title=words.title(t, item, 80), organisation=item.organisation),
                words.state(t, item, now) if item.is_claimed(now) else None,
                t("news-queue-age", age=waited),
                t("news-queue-review", due=words.due(t, item.review_due_at, now)) if item.review_due_at else None,
                t("news-queue-college", due=words.due(t, item.due_at, now)) if item.due_at else None,
            )
        )
    rows = [[Button(words.title(t, item), ReviewTap(i=item.id, do=ReviewTap.CLAIM))] for item in page.items]
    rows.append(page_row(t, page.number, page.total, lambda number: NewsTap(do=NewsTap.QUEUE, page=number)))
    return Screen(lines(t("news-queue-head", count=page.total), *listed, gap="\n\n"), [*rows, [to_desk(t)]])


def archive(t: Translator, do: str, page: Page[Item], now: datetime) -> Screen:
    """A page of everybody's items."""
    if not page.items:
        return Screen(t(f"news-list-empty-{NAMES[do]}"), [[to_desk(t)]])
    listed = [_item_line(t, item, now) for item in page.items]
    rows = [[Button(words.title(t, item), ReviewTap(i=item.id, do=ReviewTap.CARD))] for item in page.items]
    rows.append(page_row(t, page.number, page.total, lambda number: NewsTap(do=do, page=number)))
    return Screen(lines(t(f"news-list-head-{NAMES[do]}"), *listed, gap="\n\n"), [*rows, [to_desk(t)]])


def proposals(t: Translator, found: Sequence[Change]) -> Screen:
    """Proposals that wait for a decision."""
    if not found:
        return Screen(t("news-proposals-empty"), [[to_desk(t)]])
    rows = [
        [
            Button(
                t.plain(f"news-proposal-line-{one.kind.value}", name=one.proposer),
                ChangeTap(c=one.id, do=ChangeTap.CARD),
            )
        ]
        for one in found
    ]
    return Screen(t("news-proposals-head", count=len(found)), [*rows, [to_desk(t)]])


def to_desk(t: Translator) -> Button:
    """The way back to the desk."""
    return Button(t.plain("news-button-desk"), NewsTap(do=NewsTap.HOME))
