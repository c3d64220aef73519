"""Forms of councils and meetings."""

from datetime import date
from typing import Any

from cluster.access import Permission
from cluster.meetings.model import Decision, Item, Material
from cluster.meetings.when import WhenPassed
from handlers.engine import Form, Option, Screen, Step, Talk, parsers, refusal
from handlers.meetings import council_screens, hall, screens, steps
from handlers.meetings.heard import heard_form
from handlers.meetings.steps import moment_of, use_cases
from locales import Html, lines
from services.meetings import Head, NewDecision, NewItem, NewMeeting, NewMember
from services.meetings.announcing import REASON_LIMIT
from services.meetings.councils import NAME_LIMIT

PLACE_LIMIT, TITLE_LIMIT, SPEAKER_LIMIT, DECISION_LIMIT = 300, 500, 200, 800
_SEE = Permission.SEE_MEETINGS
_PLACE = Step("place", "meetings-ask-place", "meetings-label-place", parse=parsers.text(PLACE_LIMIT))


async def _make(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    new = NewMeeting(
        int(values["council"]),
        moment_of(talk, values),
        int(values["minutes"]),
        values["place"],
        int(values["source"]) if values.get("source") else None,
    )
    planned = await use_cases(talk).planning.create(talk.actor, new, draft_key)
    await talk.show(screens.card(talk.t, planned), talk.t.plain("meetings-toast-draft"))


async def _check_date(talk: Talk, values: dict[str, Any]) -> Html | None:
    """What speaks against the date, before it is confirmed."""
    try:
        starts_at = moment_of(talk, values)
    except WhenPassed as error:  # the form lay there for a while
        return refusal(talk.t, error)
    council = values.get("council")
    if starts_at is None or council is None:
        return talk.t("meetings-date-open-hint") if starts_at is None else None
    found = await use_cases(talk).planning.warnings(
        talk.actor, int(council), starts_at, int(values.get("minutes") or 60)
    )
    return screens.warnings(talk.t, found)


meeting_form = Form(
    "meetings_meeting",
    title="meetings-form-meeting",
    permission=_SEE,
    steps=(
        Step("council", "meetings-ask-council", "meetings-label-council", options=steps.own_councils),
        *steps.when_steps(optional=True),
        steps.LENGTH,
        _PLACE,
    ),
    submit=_make,
    preview=_check_date,
)


async def _date(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    starts_at, meeting_id = moment_of(talk, values), int(values["meeting"])
    assert starts_at is not None
    meetings = use_cases(talk)
    if values["purpose"] == "poll":
        await talk.show(screens.poll(talk.t, await meetings.polls.propose(talk.actor, meeting_id, starts_at)))
        return
    await meetings.announcing.set_date(talk.actor, meeting_id, starts_at)
    await talk.show(screens.card(talk.t, await meetings.planning.look(talk.actor, meeting_id)))


async def _date_consequence(talk: Talk, values: dict[str, Any]) -> Html | None:
    announced = values["purpose"] == "move"
    return lines(
        await _check_date(talk, values), talk.t("meetings-move-consequence") if announced else None, gap="\n\n"
    )


date_form = Form(
    "meetings_date",
    title="meetings-form-date",
    permission=_SEE,
    steps=steps.when_steps(optional=False),
    submit=_date,
    preview=_date_consequence,
)


async def _place(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    planned = await use_cases(talk).planning.set_place(
        talk.actor, int(values["meeting"]), values["place"], int(values["minutes"])
    )
    await talk.show(screens.card(talk.t, planned))


place_form = Form(
    "meetings_place", title="meetings-form-place", permission=_SEE, steps=(_PLACE, steps.LENGTH), submit=_place
)


async def _item(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    material = values.get("material")
    new = NewItem(
        values["title"],
        values.get("speaker"),
        int(values["minutes"]) if values.get("minutes") else None,
        Material(material["kind"], material["reference"], material["name"]) if material else None,
        bool(values.get("secret")),
    )
    planning = use_cases(talk).planning
    if values.get("item"):
        planned = await planning.change_item(talk.actor, int(values["item"]), new)
    else:
        planned = await planning.add_item(talk.actor, int(values["meeting"]), new, draft_key)
    await talk.show(screens.agenda(talk.t, planned.view))


item_form = Form(
    "meetings_item",
    title="meetings-form-item",
    permission=_SEE,
    steps=(
        Step("title", "meetings-ask-item", "meetings-label-item", parse=parsers.text(TITLE_LIMIT)),
        Step(
            "speaker",
            "meetings-ask-speaker",
            "meetings-label-speaker",
            parse=parsers.text(SPEAKER_LIMIT),
            optional=True,
        ),
        steps.ITEM_LENGTH,
        steps.MATERIAL,
    ),
    submit=_item,
)


def item_now(item: Item) -> dict[str, Any]:
    """An item's answers, for its form."""
    material = item.material
    return {
        "title": item.title,
        "speaker": item.speaker,
        "minutes": item.minutes,
        "material": {"kind": material.kind, "reference": material.reference, "name": material.name}
        if material
        else None,
    }


async def _cancel(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    meeting_id = int(values["meeting"])
    await use_cases(talk).announcing.cancel(talk.actor, meeting_id, values["reason"])
    planned = await use_cases(talk).planning.look(talk.actor, meeting_id)
    await talk.show(screens.card(talk.t, planned), talk.t.plain("meetings-toast-cancelled"))


async def _cancel_consequence(talk: Talk, values: dict[str, Any]) -> Html:
    return talk.t("meetings-cancel-consequence")


cancel_form = Form(
    "meetings_cancel",
    title="meetings-form-cancel",
    permission=_SEE,
    steps=(Step("reason", "meetings-ask-reason", "meetings-label-reason", parse=parsers.text(REASON_LIMIT)),),
    submit=_cancel,
    preview=_cancel_consequence,
)


async def _ask_dates(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    until = moment_of(talk, {"day": f"{values['day'][:10]}T18:00"})
    assert until is not None
    found = await use_cases(talk).polls.ask(talk.actor, int(values["meeting"]), until)
    await talk.show(screens.poll(talk.t, found), talk.t.plain("meetings-toast-asked"))


poll_form = Form(
    "meetings_poll",
    title="meetings-form-poll",
    permission=_SEE,
    steps=(
        Step(
            "day",
            "meetings-ask-poll-until",
            "meetings-label-poll-until",
            parse=steps.parse_day,
            calendar=True,
            first_day=lambda values, today: today,
            summary=steps.said_day,
        ),
    ),
    submit=_ask_dates,
)


# --- councils -------------------------------------------------------------------------------------------------------


async def _group(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    card = await use_cases(talk).councils.add_working_group(talk.actor, values["name"], draft_key)
    await talk.show(council_screens.card(talk.t, card))


group_form = Form(
    "meetings_group",
    title="meetings-form-group",
    permission=Permission.MANAGE_MEETINGS,
    steps=(Step("name", "meetings-ask-group", "meetings-label-group", parse=parsers.text(NAME_LIMIT)),),
    submit=_group,
)


async def _member(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    until = date.fromisoformat(values["until"][:10]) if values.get("until") else None
    new = NewMember(int(values["organisation"]), int(values["person"]), until)
    card = await use_cases(talk).councils.add_member(talk.actor, int(values["council"]), new, draft_key)
    await talk.show(council_screens.members(talk.t, card, 0))


member_form = Form(
    "meetings_member",
    title="meetings-form-member",
    permission=_SEE,
    steps=(
        Step("organisation", "meetings-ask-organisation", "meetings-label-organisation", options=steps.organisations),
        Step("person", "meetings-ask-delegate", "meetings-label-delegate", options=steps.delegates),
        Step(
            "until",
            "meetings-ask-until",
            "meetings-label-until",
            parse=steps.parse_day,
            calendar=True,
            first_day=lambda values, today: today,
            optional=True,
            summary=steps.said_day,
        ),
    ),
    submit=_member,
)


async def _head(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    person_id = int(values["person"]) if values.get("person") else None
    card = await use_cases(talk).councils.set_head(talk.actor, int(values["council"]), Head(values["head"]), person_id)
    await talk.show(council_screens.card(talk.t, card))


head_form = Form(
    "meetings_head",
    title="meetings-form-head",
    permission=_SEE,
    steps=(Step("person", "meetings-ask-head", "meetings-label-head", options=steps.everybody, optional=True),),
    submit=_head,
)


# --- the meeting and its minutes ------------------------------------------------------------------------------------


async def _executors(talk: Talk, values: dict[str, Any]) -> list[Option]:
    found = await use_cases(talk).decisions.executors(talk.actor, int(values["meeting"]))
    return [Option(str(one.id), one.name) for one in found]


async def _responsible(talk: Talk, values: dict[str, Any]) -> list[Option]:
    found = await use_cases(talk).decisions.responsible(talk.actor, int(values["meeting"]), int(values["organisation"]))
    return [Option(str(person_id), name) for person_id, name in found]


async def _decide(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    organisation = values.get("organisation")
    new = NewDecision(
        values["text"],
        int(organisation) if organisation else None,
        int(values["person"]) if organisation and values.get("person") else None,
        date.fromisoformat(values["due"][:10]) if values.get("due") else None,
    )
    decisions = use_cases(talk).decisions
    if values.get("decision"):
        view = await decisions.change_decision(talk.actor, int(values["decision"]), new)
    else:
        view = await decisions.decide(talk.actor, int(values["item"]), new, draft_key)
    item = view.item(int(values["item"]))
    assert item is not None
    await talk.show(_after_decision(talk, view, item), talk.t.plain("meetings-toast-decided"))


def _after_decision(talk: Talk, view: Any, item: Item) -> Screen:
    return hall.minutes(talk.t, view) if view.meeting.over else hall.item(talk.t, view, item)


decision_form = Form(
    "meetings_decision",
    title="meetings-form-decision",
    permission=_SEE,
    steps=(
        Step("text", "meetings-ask-decision", "meetings-label-decision", parse=parsers.text(DECISION_LIMIT)),
        Step("organisation", "meetings-ask-executor", "meetings-label-executor", options=_executors, optional=True),
        Step(
            "person",
            "meetings-ask-responsible",
            "meetings-label-responsible",
            options=_responsible,
            optional=True,
            when=lambda values: bool(values.get("organisation")),
        ),
        Step(
            "due",
            "meetings-ask-due",
            "meetings-label-due",
            parse=steps.parse_day,
            calendar=True,
            first_day=lambda values, today: today,
            optional=True,
            summary=steps.said_day,
        ),
    ),
    submit=_decide,
)


def decision_now(one: Decision) -> dict[str, Any]:
    """A decision's answers, for its form."""
    return {
        "text": one.text,
        "organisation": str(one.organisation_id) if one.organisation_id else None,
        "person": str(one.person_id) if one.person_id else None,
        "due": one.due_on.isoformat() if one.due_on else None,
    }


async def _amend(talk: Talk, values: dict[str, Any], draft_key: str, **_: Any) -> None:
    view = await use_cases(talk).minutes.amend(talk.actor, int(values["meeting"]), values["text"], draft_key)
    await talk.show(hall.minutes(talk.t, view), talk.t.plain("meetings-toast-amended"))


amend_form = Form(
    "meetings_amendment",
    title="meetings-form-amendment",
    permission=_SEE,
    steps=(Step("text", "meetings-ask-amendment", "meetings-label-amendment", parse=parsers.text(DECISION_LIMIT)),),
    submit=_amend,
)

ALL = (
    meeting_form, date_form, place_form, item_form, cancel_form, poll_form,
    group_form, member_form, head_form, heard_form, decision_form, amend_form,
)  # fmt: skip
