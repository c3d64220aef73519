"""Screens of a meeting that goes on, and of its minutes."""

from cluster.meetings.model import Decision, Invitee, Item, MeetingView
from cluster.meetings.states import Choice, ItemState, MeetingState
from handlers.engine import PAGE, Button, Screen, grid, page_row
from handlers.meetings import words
from handlers.meetings.taps import DecisionTap, HandTap, ItemTap, ListTap, MeetingTap, OwnTap, PresenceTap, VoteTap
from locales import Html, Translator, lines

MARKS = {ItemState.WAITING: "▫️", ItemState.OPEN: "▶️", ItemState.VOTING: "🗳", ItemState.CLOSED: "✅"}
DECISIONS_SHOWN = 12
_SIGNS = {Choice.FOR: "👍", Choice.AGAINST: "👎", Choice.ABSTAINED: "✋"}


def hall(t: Translator, view: MeetingView) -> Screen:
    """The running meeting: who is here, the agenda with marks, how to end it."""
    m = view.meeting.id
    text = lines(
        words.head(t, view),
        words.presence(t, view.count),
        lines(t("meetings-agenda-head"), *[_marked(t, one) for one in view.items]),
        gap="\n\n",
    )
    rows = [
        [
            Button(t.plain("meetings-button-refresh"), MeetingTap(m=m, do=MeetingTap.LOOK)),
            Button(t.plain("meetings-button-present"), MeetingTap(m=m, do=MeetingTap.PRESENT)),
        ],
        *[
            [Button(words.brief(f"{MARKS[one.state]} {one.position}. {one.title}", 48), ItemTap(i=one.id, do="k"))]
            for one in view.items
        ],
        [Button(t.plain("meetings-button-end"), MeetingTap(m=m, do=MeetingTap.END))],
        [Button(t.plain("meetings-button-list"), ListTap())],
    ]
    return Screen(text, rows)


def _marked(t: Translator, one: Item) -> Html:
    return t("meetings-item-marked", mark=MARKS[one.state], number=one.position, title=words.brief(one.title, 200))


def item(t: Translator, view: MeetingView, one: Item) -> Screen:
    """An item at the meeting: what was heard, votes, decisions, what to do next."""
    text = lines(
        words.item_line(t, one),
        words.presence(t, view.count) if one.state is not ItemState.CLOSED else _quorum_then(t, one),
        t("meetings-heard", text=words.brief(one.heard, 700)) if one.heard else None,
        _vote_line(t, view, one),
        lines(*[words.decision(t, each) for each in view.decided(one)[:DECISIONS_SHOWN]]) or None,
        gap="\n\n",
    )
    back = Button(t.plain("meetings-button-to-meeting"), MeetingTap(m=view.meeting.id, do=MeetingTap.LOOK))
    return Screen(text, [*_next_row(t, view, one), *_item_rows(t, one), [back]])


def _next_row(t: Translator, view: MeetingView, one: Item) -> list[list[Button]]:
    """After a closed item, the next one that waits; after the last, the end."""
    if one.state is not ItemState.CLOSED or view.open_item is not None:
        return []
    following = next((each for each in view.items if each.state is ItemState.WAITING), None)
    if following is None:
        return [[Button(t.plain("meetings-button-end"), MeetingTap(m=view.meeting.id, do=MeetingTap.END))]]
    label = t.plain("meetings-button-next-item", number=following.position)
    return [[Button(label, ItemTap(i=following.id, do=ItemTap.OPEN))]]


def _item_rows(t: Translator, one: Item) -> list[list[Button]]:
    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"meetings-button-{key}"), ItemTap(i=one.id, do=do))

    write = [act("heard", ItemTap.HEARD), act("decide", ItemTap.DECIDE)]
    match one.state:
        case ItemState.WAITING:
            return [[act("open-item", ItemTap.OPEN)]]
        case ItemState.OPEN:
            return [[act("vote", ItemTap.VOTE)], write, [act("close-item", ItemTap.CLOSE)]]
        case ItemState.VOTING:
            by_hand = [] if one.secret else [[act("by-hand", ItemTap.BY_HAND), act("all-for", ItemTap.ALL_FOR)]]
            return [[act("refresh", ItemTap.LOOK)], *by_hand, write, [act("close-item", ItemTap.CLOSE)]]
        case ItemState.CLOSED:
            return [write, [act("reopen-item", ItemTap.OPEN)]]


def _quorum_then(t: Translator, one: Item) -> Html:
    key = "meetings-item-consultative" if one.consultative else "meetings-item-quorum"
    return t(key, present=one.present or 0, total=one.total or 0, needed=one.needed or 0)


def _vote_line(t: Translator, view: MeetingView, one: Item) -> Html | None:
    if not one.voted:
        return None
    tally = view.tally(one)
    if one.state is ItemState.VOTING:
        given = len(view.votes.get(one.id, {}))
        key = "meetings-voting-secret" if one.secret else "meetings-voting"
        return t(key, given=given, present=tally.present, votes=words.votes(t, tally))
    outcome = "carried" if tally.carried else "not-carried"
    return t(f"meetings-vote-{outcome}", votes=words.votes(t, tally))


def by_hand(t: Translator, view: MeetingView, one: Item, page: int) -> Screen:
    """Votes given by voice, an organisation a row."""
    names = {seat.organisation_id: seat.organisation for seat in view.invitees}
    present = sorted(view.voters, key=lambda organisation: names[organisation])
    page = min(max(0, page), max(0, len(present) - 1) // PAGE)
    given = view.votes.get(one.id, {})
    rows = []
    for organisation in present[page * PAGE : (page + 1) * PAGE]:
        rows.append([Button(words.brief(names[organisation], 40), ItemTap(i=one.id, do=ItemTap.BY_HAND, v=page))])
        rows.append(
            [
                Button(
                    f"{'✓ ' if given.get(organisation) is choice else ''}{_SIGNS[choice]}",
                    HandTap(i=one.id, o=organisation, c=code, page=page),
                )
                for code, choice in VoteTap.CODES.items()
            ]
        )
    turn = page_row(t, page, len(present), lambda n: ItemTap(i=one.id, do=ItemTap.BY_HAND, v=n))
    back = Button(t.plain("meetings-button-to-item"), ItemTap(i=one.id, do=ItemTap.LOOK))
    text = lines(words.item_line(t, one), _vote_line(t, view, one), t("meetings-by-hand"), gap="\n\n")
    return Screen(text, [*rows, turn, [back]])


def present(t: Translator, view: MeetingView, page: int) -> Screen:
    """Who came: a tap marks, another takes it back."""
    people = [(one, sub) for one in view.invitees for sub in (0, 1) if not sub or one.seat.substitute_agreed]
    page = min(max(0, page), max(0, len(people) - 1) // PAGE)
    rows = [[_presence(t, one, sub, page)] for one, sub in people[page * PAGE : (page + 1) * PAGE]]
    m = view.meeting.id
    turn = page_row(t, page, len(people), lambda n: MeetingTap(m=m, do=MeetingTap.PRESENT, page=n))
    back = Button(t.plain("meetings-button-to-meeting"), MeetingTap(m=m, do=MeetingTap.LOOK))
    return Screen(lines(words.presence(t, view.count), t("meetings-present-hint"), gap="\n\n"), [*rows, turn, [back]])


def _presence(t: Translator, one: Invitee, sub: int, page: int) -> Button:
    here = one.substitute_here if sub else one.here
    name = t.plain("meetings-substitute-of", name=one.substitute) if sub else one.person
    label = f"{'✅' if here else '▫️'} {words.brief(f'{name} · {one.organisation}', 50)}"
    return Button(label, PresenceTap(v=one.id, sub=sub, on=int(not here), page=page))


def end_ask(t: Translator, view: MeetingView) -> Screen:
    """The last question before the meeting is over."""
    left = [one for one in view.items if one.state is ItemState.WAITING]
    text = lines(
        t("meetings-end-ask", council=view.council.name),
        t("meetings-end-left", count=len(left)) if left else None,
        t("meetings-end-decisions", count=len(view.decisions)),
        gap="\n\n",
    )
    m = view.meeting.id
    rows = [
        [Button(t.plain("meetings-button-end-now"), MeetingTap(m=m, do=MeetingTap.END_NOW))],
        [Button(t.plain("meetings-button-not-yet"), MeetingTap(m=m, do=MeetingTap.LOOK))],
    ]
    return Screen(text, rows)


def minutes(t: Translator, view: MeetingView) -> Screen:
    """What can be done with the minutes."""
    m, signed = view.meeting.id, view.meeting.state is MeetingState.SIGNED
    text = lines(
        words.head(t, view),
        t("meetings-minutes-signed", at=t.moment(view.meeting.signed_at))
        if view.meeting.signed_at
        else t("meetings-minutes-draft"),
        lines(*[words.decision(t, one) for one in view.decisions[:DECISIONS_SHOWN]]) or t("meetings-decisions-none"),
        lines(*[_amendment(t, number, one.text) for number, one in enumerate(view.amendments, start=1)]) or None,
        gap="\n\n",
    )
    rows = [[Button(t.plain("meetings-button-files"), MeetingTap(m=m, do=MeetingTap.FILES))]]
    if signed:
        rows.append([Button(t.plain("meetings-button-signed-file"), MeetingTap(m=m, do=MeetingTap.SIGNED))])
        rows.append([Button(t.plain("meetings-button-amend"), MeetingTap(m=m, do=MeetingTap.AMEND))])
    else:
        rows += _editing(t, view)
        rows.append([Button(t.plain("meetings-button-sign"), MeetingTap(m=m, do=MeetingTap.SIGN))])
    return Screen(text, [*rows, [Button(t.plain("meetings-button-list"), ListTap(past=1))]])


def drop_ask(t: Translator, meeting_id: int, one: Decision) -> Screen:
    """The last question before a decision is taken back."""
    drop = DecisionTap(d=one.id, m=meeting_id, do=DecisionTap.DROP_NOW)
    rows = [
        [Button(t.plain("meetings-button-drop-now"), drop)],
        [Button(t.plain("form-back"), MeetingTap(m=meeting_id, do=MeetingTap.LOOK))],
    ]
    return Screen(lines(t("meetings-drop-ask"), words.decision(t, one), gap="\n\n"), rows)


def sign_ask(t: Translator, view: MeetingView) -> Screen:
    """Send the signed file."""
    back = Button(t.plain("form-back"), MeetingTap(m=view.meeting.id, do=MeetingTap.LOOK))
    return Screen(t("meetings-sign-ask"), [[back]])


def _amendment(t: Translator, number: int, text: str) -> Html:
    return t("meetings-amendment", number=number, text=words.brief(text, 300))


def _editing(t: Translator, view: MeetingView) -> list[list[Button]]:
    """Before signing: what was heard and decided on each item, each decision."""
    items = [
        [
            Button(t.plain("meetings-button-heard-of", number=one.position), ItemTap(i=one.id, do=ItemTap.HEARD)),
            Button(t.plain("meetings-button-decide-on", number=one.position), ItemTap(i=one.id, do=ItemTap.DECIDE)),
        ]
        for one in view.items
    ]
    m = view.meeting.id
    decisions = [
        [
            Button(f"✏️ {words.brief(one.text, 30)}", DecisionTap(d=one.id, m=m, do=DecisionTap.EDIT)),
            Button(t.plain("meetings-button-drop-decision"), DecisionTap(d=one.id, m=m, do=DecisionTap.DROP)),
        ]
        for one in view.decisions[:DECISIONS_SHOWN]
    ]
    return [*items, *decisions]


# --- members --------------------------------------------------------------------------------------------------------


def ballot(t: Translator, view: MeetingView, one: Item, person_id: int) -> Screen:
    """The question and three buttons; afterwards what was given, unless it is a secret."""
    mine = [organisation for organisation, people in view.voters.items() if person_id in people]
    given = {view.votes.get(one.id, {}).get(organisation) for organisation in mine}
    voted = any(organisation in view.votes.get(one.id, {}) for organisation in mine)
    names = sorted({seat.organisation for seat in view.invitees if seat.organisation_id in mine})
    text = lines(
        t("meetings-ballot-head", secret="yes" if one.secret else "no"),
        words.item_line(t, one),
        t("meetings-ballot-for", organisations=", ".join(names)) if names else None,
        t("meetings-ballot-given") if voted and one.secret else None,
        gap="\n\n",
    )
    if voted and one.secret:
        return Screen(text, [])
    buttons = [
        Button(
            f"{'✓ ' if choice in given else ''}{t.plain(f'meetings-vote-{choice.value}')}", VoteTap(i=one.id, c=code)
        )
        for code, choice in VoteTap.CODES.items()
    ]
    return Screen(text, grid(buttons, 1))


def here(t: Translator, view: MeetingView) -> Screen:
    """After «я на месте»."""
    vote = view.open_item
    rows = [[Button(t.plain("meetings-button-to-meeting"), OwnTap(m=view.meeting.id, do=OwnTap.LOOK))]]
    text = lines(
        t("meetings-here", council=view.council.name),
        t("meetings-here-item", number=vote.position, title=vote.title) if vote else None,
        gap="\n\n",
    )
    return Screen(text, rows)
