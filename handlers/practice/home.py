"""The entry screen of practice: what there is for this person, and the next step."""

from cluster.access import Actor, Permission, Role
from cluster.practice.acceptance import PlacementState
from handlers.engine import Button, Screen, Talk
from handlers.practice.taps import MatchTap, MentorTap, OwnLeftTap, PracticeTap
from locales import Html, Translator, lines
from services.practice import Practice


async def show_home(talk: Talk, practice: Practice) -> None:
    """Counts of what waits, and the ways from here."""
    page, _, counted = await practice.placements.placements(talk.actor)
    mentors = await practice.mentors.mentors(talk.actor) if _is_mentor_only(talk.actor) else []
    t = talk.t
    text = lines(
        t("practice-home-head"),
        _for_whom(t, talk.actor),
        _counts(t, counted) if page.total else t("practice-home-none"),
        gap="\n\n",
    )
    rows = [*_rows(t, talk.actor)]
    if _is_mentor_only(talk.actor):
        rows = [*[[_own(t, one.id, one.enterprise)] for one in mentors], *rows]
        if not mentors:
            rows.insert(0, [_way(t, "list-me", PracticeTap.LIST_MENTOR)])
    await talk.show(Screen(text, rows))


def home_row(t: Translator) -> list[Button]:
    """The way back to the entry screen."""
    return [_way(t, "home", PracticeTap.HOME)]


def _is_mentor_only(actor: Actor) -> bool:
    offers = actor.can(Permission.OFFER_PLACES)
    return actor.can(Permission.KEEP_MENTORS) and not offers


def _for_whom(t: Translator, actor: Actor) -> Html:
    for permission, key in (
        (Permission.MANAGE_PRACTICE, "practice-home-coordinator"),
        (Permission.OFFER_PLACES, "practice-home-enterprise"),
        (Permission.REQUEST_PRACTICE, "practice-home-college"),
        (Permission.KEEP_MENTORS, "practice-home-mentor"),
    ):
        if actor.can(permission):
            return t(key)
    return t("practice-home-intern")


def _counts(t: Translator, counted: dict[str, int] | object) -> Html:
    known = dict(counted) if isinstance(counted, dict) else {}
    return t(
        "practice-home-counts",
        proposed=known.get(PlacementState.PROPOSED.value, 0),
        accepted=known.get(PlacementState.ACCEPTED.value, 0),
        active=known.get(PlacementState.ACTIVE.value, 0),
        completed=known.get(PlacementState.COMPLETED.value, 0),
    )


def _rows(t: Translator, actor: Actor) -> list[list[Button]]:
    manages, rows = actor.can(Permission.MANAGE_PRACTICE), []
    own = bool(actor.organisations(Role.ENTERPRISE)) and not manages
    rows.append([_way(t, "placements", PracticeTap.PLACEMENTS)])
    if manages:
        rows.append([Button(t.plain("matching-button-home"), MatchTap(do=MatchTap.HOME))])
        rows.append([_way(t, "waiting", PracticeTap.WAITING)])
    if actor.can(Permission.REQUEST_PRACTICE):
        rows.append([_way(t, "requests", PracticeTap.REQUESTS), _way(t, "ask", PracticeTap.ASK)])
    if actor.organisations(Role.COLLEGE):
        rows.append([Button(t.plain("matching-button-own-left"), OwnLeftTap())])
    if actor.can(Permission.OFFER_PLACES):
        places = "own-places" if own else "places"
        rows.append([_way(t, places, PracticeTap.PLACES), _way(t, "offer", PracticeTap.OFFER)])
        rows.append([_way(t, "mentors", PracticeTap.MENTORS), _way(t, "list-mentor", PracticeTap.LIST_MENTOR)])
    else:
        rows.append([_way(t, "places", PracticeTap.PLACES)])
    if manages:
        rows.append([_way(t, "results", PracticeTap.RESULTS)])
    return rows


def _own(t: Translator, mentor_id: int, enterprise: str) -> Button:
    return Button(
        t.plain("practice-button-own-entry", enterprise=enterprise), MentorTap(id=mentor_id, do=MentorTap.LOOK)
    )


def _way(t: Translator, key: str, do: str) -> Button:
    return Button(t.plain(f"practice-button-{key}"), PracticeTap(do=do))
