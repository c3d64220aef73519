"""Words for meetings that several screens and documents share."""

from collections.abc import Sequence
from datetime import datetime

from cluster.meetings.model import Decision, Invitee, Item, Meeting, MeetingView
from cluster.meetings.quorum import Count, Tally
from cluster.meetings.states import Answer
from locales import Html, Translator, lines

AGENDA_SHOWN = 15


def brief(text: str, limit: int) -> str:
    """The beginning of a text, for a button or a list."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def moment(t: Translator, at: datetime) -> str:
    """«пт, 24 июня 2022 г., 14:00»."""
    local = t.local(at)
    weekday = t.weekday_day(local.date()).split(",", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    return f"{weekday}, {t.day(local.date())}, {local:%H:%M}"


def when(t: Translator, meeting: Meeting) -> Html:
    """When a meeting is, or that the date is open."""
    if meeting.starts_at is None or meeting.ends_at is None:
        return t("meetings-date-open")
    return t("meetings-when", at=moment(t, meeting.starts_at), until=t.time(meeting.ends_at))


def where(t: Translator, meeting: Meeting) -> Html:
    """An address, or a link that can be tapped."""
    if not meeting.place:
        return t("meetings-place-none")
    key = "meetings-place-link" if meeting.is_link else "meetings-place"
    return t(key, place=meeting.place)


def head(t: Translator, view: MeetingView) -> Html:
    """Council, date, place, state."""
    return lines(
        t("meetings-head", council=view.council.name),
        when(t, view.meeting),
        where(t, view.meeting),
        state(t, view.meeting),
    )


def state(t: Translator, meeting: Meeting) -> Html:
    """Where the meeting stands; why it was cancelled."""
    text = t(f"meetings-state-{meeting.state.value.replace('_', '-')}")
    return lines(text, t("meetings-reason", reason=meeting.reason) if meeting.reason else None)


def short_line(t: Translator, meeting: Meeting, council: str) -> str:
    """A meeting for a button: «24.06 14:00 · Экспертный совет»."""
    if meeting.starts_at is None:
        return t.plain("meetings-button-meeting-open", council=council)
    return t.plain("meetings-button-meeting", at=t.moment(meeting.starts_at), council=council)


def item_line(t: Translator, item: Item) -> Html:
    """«1. Об экспертизе программ · Иванов И. И. · 15 мин»."""
    parts = [item.speaker or ""]
    if item.minutes:
        parts.append(t.plain("meetings-minutes-short", count=item.minutes))
    if item.secret:
        parts.append(t.plain("meetings-secret-short"))
    extra = " · ".join(part for part in parts if part)
    text = t("meetings-item", number=item.position, title=item.title)
    material = None
    if item.material is not None:
        key = "meetings-material-link" if item.material.kind == "link" else "meetings-material-file"
        material = t(key, name=brief(item.material.name, 60), url=item.material.reference)
    return lines(text, t("meetings-item-extra", extra=extra) if extra else None, material)


def agenda(t: Translator, items: Sequence[Item]) -> Html:
    """The agenda, or that there is none."""
    if not items:
        return t("meetings-agenda-empty")
    shown = [item_line(t, item) for item in items[:AGENDA_SHOWN]]
    more = len(items) - AGENDA_SHOWN
    return lines(t("meetings-agenda-head"), *shown, t("meetings-more", count=more) if more > 0 else None)


def counter(t: Translator, count: Count) -> Html:
    """Who comes so far, and what it says of the quorum."""
    return lines(
        t("meetings-counter", comes=count.comes, total=count.total, open=count.open),
        t(f"meetings-forecast-{count.forecast.value.replace('_', '-')}", needed=count.needed),
    )


def presence(t: Translator, count: Count) -> Html:
    """Who is here, and whether they can decide."""
    key = "meetings-quorum-there" if count.has_quorum else "meetings-quorum-missing"
    return t(key, present=count.present, total=count.total, needed=count.needed)


def who(invitee: Invitee) -> str:
    """«Иванов И. И., ТЭПК»."""
    return f"{invitee.person}, {invitee.organisation}"


def answer(t: Translator, invitee: Invitee) -> Html:
    """A line of the secretary's list."""
    if not invitee.counts:
        return t("meetings-answer-left", who=who(invitee))
    if invitee.answer is Answer.SUBSTITUTE and invitee.substitute_state is not None:
        name = invitee.substitute or t.plain("meetings-somebody")
        return t(f"meetings-answer-substitute-{invitee.substitute_state.value}", who=who(invitee), name=name)
    return t(f"meetings-answer-{invitee.answer.value}", who=who(invitee))


def own_answer(t: Translator, invitee: Invitee) -> Html:
    """What the person answered, in a line of their own card."""
    if invitee.answer is Answer.SUBSTITUTE and invitee.substitute_state is not None:
        name = invitee.substitute or t.plain("meetings-somebody")
        return t(f"meetings-own-substitute-{invitee.substitute_state.value}", name=name)
    return t(f"meetings-own-{invitee.answer.value}")


def votes(t: Translator, tally: Tally) -> str:
    """«за — 5, против — 1, воздержались — 0»."""
    return t.plain("meetings-votes", yes=tally.for_, no=tally.against, abstained=tally.abstained)


def decision(t: Translator, one: Decision) -> Html:
    """What was decided, who does it, until when."""
    executor = ", ".join(part for part in (one.organisation, one.person) if part)
    return lines(
        t("meetings-decision", text=one.text),
        t("meetings-decision-executor", executor=executor) if executor else None,
        t("meetings-decision-due", day=t.day(one.due_on)) if one.due_on else None,
    )
