"""Notices of practice in words: codes instead of names, and no word about clearances."""

from datetime import timedelta
from typing import cast

from cluster.practice.acceptance import PlacementState, Side
from cluster.practice.requests import code_of
from handlers.engine import Button, Reader, Screen, renders
from handlers.practice import words
from handlers.practice.mentors import week_lines
from handlers.practice.placements import after_rows
from handlers.practice.taps import InternTap, MentorTap, PlacementTap
from locales import Html, Translator, lines
from services.practice import PlacementCard, Telling
from services.practice.notices import (
    AnswerDue,
    ClearanceDue,
    InternDay,
    InternWeek,
    MentorDay,
    MentorListed,
    MentorReplaced,
    MentorWeek,
    PlacementAccepted,
    PlacementEnded,
    PlacementProposed,
    PracticeOver,
)

COMING = (PlacementState.ACCEPTED, PlacementState.ACTIVE)


def _telling(reader: Reader) -> Telling:
    return cast(Telling, reader.services.practice.telling)


async def _card(reader: Reader, placement_id: int) -> PlacementCard | None:
    return await _telling(reader).placement(placement_id, reader.person_id)


def _look(t: Translator, placement_id: int) -> list[Button]:
    return [Button(t.plain("practice-button-placement"), PlacementTap(id=placement_id, do=PlacementTap.LOOK))]


def _facts(t: Translator, card: PlacementCard) -> Html:
    """What everybody may read: the code, the place, the programme, the days."""
    return lines(words.place_head(t, card.place), words.request_head(t, card.request), gap="\n\n")


def _answers(t: Translator, card: PlacementCard) -> list[list[Button]]:
    if not card.may_answer:
        return [_look(t, card.placement.id)]
    agree = Button(t.plain("practice-button-agree"), PlacementTap(id=card.placement.id, do=PlacementTap.AGREE))
    decline = Button(t.plain("practice-button-decline"), PlacementTap(id=card.placement.id, do=PlacementTap.DECLINE))
    return [[agree, decline], _look(t, card.placement.id)]


@renders(PlacementProposed)
async def proposed(notice: PlacementProposed, reader: Reader) -> Screen | None:
    """This intern at this place?"""
    card, t = await _card(reader, notice.placement_id), reader.t
    if card is None or card.placement.state is not PlacementState.PROPOSED:
        return None
    until = t("practice-notice-until", at=t.moment(card.placement.expires_at))
    text = lines(
        t("practice-notice-proposed", code=card.intern.code),
        _facts(t, card),
        None if card.place.needs_mentor else t("practice-no-mentor"),
        words.why(t, card.placement) or None,
        until,
        gap="\n\n",
    )
    return Screen(text, _answers(t, card))


@renders(AnswerDue)
async def answer_due(notice: AnswerDue, reader: Reader) -> Screen | None:
    """The answer is still waited for; nothing for who has agreed."""
    card, t = await _card(reader, notice.placement_id), reader.t
    if card is None or not card.may_answer:
        return None
    head = t("practice-notice-answer-due", code=card.intern.code, at=t.moment(card.placement.expires_at))
    return Screen(lines(head, words.place_head(t, card.place), gap="\n\n"), _answers(t, card))


@renders(PlacementAccepted)
async def accepted(notice: PlacementAccepted, reader: Reader) -> Screen | None:
    """All sides agreed."""
    card, t = await _card(reader, notice.placement_id), reader.t
    if card is None or card.placement.state not in COMING:
        return None
    head = t("practice-notice-accepted", code=card.intern.code, day=t.short_day(card.placement.period.first))
    uncovered = t("practice-team-uncovered", count=card.uncovered) if card.uncovered else None
    return Screen(lines(head, _facts(t, card), uncovered, gap="\n\n"), [_look(t, card.placement.id)])


@renders(PlacementEnded)
async def ended(notice: PlacementEnded, reader: Reader) -> Screen | None:
    """Declined, expired or withdrawn."""
    card, t = await _card(reader, notice.placement_id), reader.t
    if card is None:
        return None
    at = card.placement
    match at.state:
        case PlacementState.DECLINED if at.declined_by is not None and at.reason is not None:
            by, why = words.side(t, at.declined_by), words.reason(t, at.reason)
            head = t("practice-notice-declined", code=card.intern.code, side=by, reason=why)
        case PlacementState.EXPIRED:
            head = t("practice-notice-expired", code=card.intern.code)
        case PlacementState.WITHDRAWN:
            head = t("practice-notice-withdrawn", code=card.intern.code)
        case _:
            return None
    return Screen(lines(head, words.place_head(t, card.place), gap="\n\n"), [_look(t, at.id)])


@renders(MentorDay)
async def mentor_day(notice: MentorDay, reader: Reader) -> Screen | None:
    """Who comes tomorrow."""
    found, t = await _telling(reader).schedule(notice.mentor_id, notice.day), reader.t
    if found is None or found.mentor.person_id != reader.person_id:
        return None
    sites = words.listed(dict.fromkeys(found.places[visit.place_id].site for visit in found.visits))
    text = t(
        "practice-notice-mentor-day",
        day=t.weekday_day(notice.day),
        shift=words.shift(t, found.visits[0].shift),
        codes=words.listed(code_of(visit.intern_id) for visit in found.visits),
        site=sites,
    )
    return Screen(text, [_mentor(t, notice.mentor_id), _absent(t, notice.mentor_id)])


@renders(MentorWeek)
async def mentor_week(notice: MentorWeek, reader: Reader) -> Screen | None:
    """Who comes next week."""
    found, t = await _telling(reader).schedule(notice.mentor_id, notice.monday, days=7), reader.t
    if found is None or found.mentor.person_id != reader.person_id:
        return None
    last = notice.monday + timedelta(days=6)
    head = t("practice-notice-mentor-week", first=t.short_day(notice.monday), last=t.short_day(last))
    return Screen(lines(head, week_lines(t, found.visits)), [_absent(t, notice.mentor_id)])


def _mentor(t: Translator, mentor_id: int) -> list[Button]:
    return [Button(t.plain("practice-button-my-week"), MentorTap(id=mentor_id, do=MentorTap.LOOK))]


def _absent(t: Translator, mentor_id: int) -> list[Button]:
    return [Button(t.plain("practice-button-absent"), MentorTap(id=mentor_id, do=MentorTap.ABSENT))]


@renders(InternDay)
async def intern_day(notice: InternDay, reader: Reader) -> Screen | None:
    """Where to be tomorrow, and with whom."""
    card, t = await _card(reader, notice.placement_id), reader.t
    visit = next((one for one in card.days if one.day == notice.day), None) if card else None
    if card is None or visit is None or card.placement.state not in COMING:
        return None
    labels = {one.id: one.label for one in card.team}
    nobody = t.plain("practice-day-nobody" if visit.mentor_id is None else "practice-day-colleague")
    text = t(
        "practice-notice-intern-day",
        day=t.weekday_day(notice.day),
        shift=words.shift(t, visit.shift),
        enterprise=card.place.enterprise,
        site=card.place.site,
        mentor=labels.get(visit.mentor_id or 0, nobody),
    )
    return Screen(text, [_look(t, card.placement.id)])


@renders(InternWeek)
async def intern_week(notice: InternWeek, reader: Reader) -> Screen | None:
    """The next week."""
    card, t = await _card(reader, notice.placement_id), reader.t
    if card is None or card.placement.state not in COMING:
        return None
    last = notice.monday + timedelta(days=6)
    days = [one for one in card.days if notice.monday <= one.day <= last]
    if not days:
        return None
    listed = [
        t("practice-notice-week-day", day=t.weekday_day(one.day), shift=words.shift(t, one.shift)) for one in days
    ]
    head = t("practice-notice-intern-week", enterprise=card.place.enterprise, site=card.place.site)
    return Screen(lines(head, *listed), [_look(t, card.placement.id)])


@renders(MentorReplaced)
async def replaced(notice: MentorReplaced, reader: Reader) -> Screen | None:
    """Somebody else takes these days, or nobody can."""
    card, t = await _card(reader, notice.placement_id), reader.t
    if card is None:
        return None
    days = [one for one in card.days if notice.first <= one.day <= notice.last]
    labels = {one.id: one.label for one in card.team}
    listed = [
        t(
            "practice-day",
            day=t.weekday_day(one.day),
            shift=words.shift(t, one.shift),
            mentor=labels.get(one.mentor_id or 0)
            or t.plain("practice-day-nobody" if one.mentor_id is None else "practice-day-colleague"),
        )
        for one in days[:15]
    ]
    head = t("practice-notice-replaced", code=card.intern.code, enterprise=card.place.enterprise)
    uncovered = sum(one.mentor_id is None for one in days)
    more = t("practice-team-uncovered", count=uncovered) if uncovered else None
    return Screen(lines(head, lines(*listed), more, gap="\n\n"), [_look(t, card.placement.id)])


@renders(ClearanceDue)
async def clearance_due(notice: ClearanceDue, reader: Reader) -> Screen | None:
    """Something an intern needs runs out; which it is, is on the card."""
    found, t = await _telling(reader).intern(notice.intern_id), reader.t
    if found is None:
        return None
    intern, _, held = found
    if not any(one.kind == notice.clearance and one.on == notice.on for one in held):
        return None
    text = t("practice-notice-clearance", code=intern.code, day=t.short_day(notice.on))
    look = Button(t.plain("practice-button-intern"), InternTap(id=intern.id, do=InternTap.LOOK))
    return Screen(text, [[look]])


@renders(PracticeOver)
async def over(notice: PracticeOver, reader: Reader) -> Screen | None:
    """Rate it; was the intern hired?"""
    card, t = await _card(reader, notice.placement_id), reader.t
    if card is None or card.placement.state is not PlacementState.COMPLETED:
        return None
    text = lines(t(_over(card), code=card.intern.code), words.place_head(t, card.place), gap="\n\n")
    return Screen(text, [*after_rows(t, card), _look(t, card.placement.id)])


def _over(card: PlacementCard) -> str:
    """What this reader is asked: the college or intern, the enterprise, or the mentor."""
    if card.rates_as is Side.INTERN:
        return "practice-notice-over"
    return "practice-notice-over-enterprise" if card.notes_outcome else "practice-notice-over-mentor"


@renders(MentorListed)
async def listed(notice: MentorListed, reader: Reader) -> Screen | None:
    """A mentor entered the enterprise's list."""
    found, t = await _telling(reader).mentor(notice.mentor_id), reader.t
    if found is None:
        return None
    look = Button(t.plain("practice-button-mentor"), MentorTap(id=found.id, do=MentorTap.LOOK))
    return Screen(t("practice-notice-mentor-listed", label=found.label), [[look]])
