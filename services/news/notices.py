"""What is told about news, and what goes to the channel: ids only, words are made at delivery."""

from typing import ClassVar

from cluster.notice import Notice, Urgency


class FilesTaken(Notice):
    """To who is composing: the files of an album that came; one answer for all of its messages."""

    kind: ClassVar[str] = "news.files_taken"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    item_id: int


class NewsCame(Notice):
    """To coordinators: an item waits for review."""

    kind: ClassVar[str] = "news.came"
    item_id: int


class ReviewLate(Notice):
    """To coordinators: an item waits longer than they promised."""

    kind: ClassVar[str] = "news.review_late"
    item_id: int


class ChangesAsked(Notice):
    """To the author: what to change, and until when."""

    kind: ClassVar[str] = "news.changes_asked"
    item_id: int


class NewsRejected(Notice):
    """To the author: it will not be published, and why."""

    kind: ClassVar[str] = "news.rejected"
    item_id: int


class NewsPublished(Notice):
    """To the author: the post is out, with a link to it."""

    kind: ClassVar[str] = "news.published"
    item_id: int


class NewsFailed(Notice):
    """To coordinators: a post did not get out."""

    kind: ClassVar[str] = "news.failed"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    item_id: int


class NewsDoubtful(Notice):
    """To coordinators: nobody knows whether a post got out."""

    kind: ClassVar[str] = "news.doubtful"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    item_id: int


class NewsPost(Notice):
    """To the channel: the post itself."""

    kind: ClassVar[str] = "news.post"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    item_id: int


class PostChange(Notice):
    """To the channel: a published post is corrected or taken away."""

    kind: ClassVar[str] = "news.post_change"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    change_id: int


class ChangeProposed(Notice):
    """To coordinators: somebody proposes to correct or retract a post."""

    kind: ClassVar[str] = "news.change_proposed"
    change_id: int


class ChangeDecided(Notice):
    """To who proposed it: done, or declined."""

    kind: ClassVar[str] = "news.change_decided"
    change_id: int


class ChangeFailed(Notice):
    """To coordinators: a correction or retraction did not get to the channel."""

    kind: ClassVar[str] = "news.change_failed"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    change_id: int


class NewsOwed(Notice):
    """To an organisation, planned ahead: write about an event; `stage` is a `cluster.news.states.Stage`."""

    kind: ClassVar[str] = "news.owed"
    obligation_id: int
    stage: str


class NewsMissing(Notice):
    """To coordinators, one working day after the deadline: an organisation has not written."""

    kind: ClassVar[str] = "news.missing"
    obligation_id: int


class ObligationAnswered(Notice):
    """To coordinators: already published elsewhere, or the event was not held."""

    kind: ClassVar[str] = "news.answered"
    obligation_id: int


class EventChanged(Notice):
    """To the organisations of an event: registered, postponed or cancelled; with a calendar file."""

    kind: ClassVar[str] = "news.event_changed"
    event_id: int
    sequence: int


class PressNamed(Notice):
    """To who was named: they are the first to be reminded of news their college owes."""

    kind: ClassVar[str] = "news.press_named"
    organisation_id: int
    person_id: int


class DeadlinesMoved(Notice):
    """To who writes for an organisation: the rule or the working calendar changed, these are due at another moment."""

    kind: ClassVar[str] = "news.deadlines_moved"
    ids: tuple[int, ...]
