"""Screens of obligations: one of them, one's own, its history, whom to give it to."""

from cluster.obligations import NOTE_LIMIT, Act, Obligation, ObligationState, Pace, can
from handlers.engine import Button, Screen, grid, page_row
from handlers.plan import paper, words
from handlers.plan.taps import (
    BoardTap,
    DecideTap,
    GiveTap,
    LaterTap,
    MineTap,
    ObligationTap,
    ProofTap,
)
from locales import Html, Translator, lines
from services.paging import PAGE_SIZE
from services.plan.obligations import SNOOZES, Card, Colleagues, Listing
from services.plan.telling import Today
from storage.obligation_lists import Which
from storage.obligations import Event

HISTORY_SHOWN = 15


def mine(t: Translator, shown: Listing, which: Which, *, coordinates: bool) -> Screen:
    """What one answers for, the earliest deadline first."""
    page, today = shown.page, shown.today
    other = Which.DONE if which is Which.OPEN else Which.OPEN
    turn = [Button(t.plain(f"plan-button-mine-{other.value}", count=shown.counts[other]), MineTap(which=other.value))]
    board = [[Button(t.plain("plan-button-board"), BoardTap(do=BoardTap.HOME))]] if coordinates else []
    if not page.items:
        return Screen(t(f"plan-mine-empty-{which.value}"), [turn, *board])
    head = t(f"plan-mine-{which.value}", count=page.total, late=shown.counts[Which.LATE])
    own = words.is_one_executors(page.items)
    rows = [[_to(one, own=own)] for one in page.items]
    pages = page_row(t, page.number, page.total, lambda n: MineTap(which=which.value, page=n), PAGE_SIZE)
    return Screen(
        lines(head, *[line(t, one, today, own=own) for one in page.items], gap="\n\n"),
        [*rows, pages, turn, *([] if coordinates else [paper.buttons(t)]), *board],
    )


def line(t: Translator, one: Obligation, today: Today, *, own: bool = False) -> Html:
    """An obligation in a list; who took it in a list of what is one's own, else whose it is."""
    if own:
        text = t("plan-line-own", mark=words.mark(one, today), name=words.name(one), due=words.standing(t, one, today))
        return lines(text, t("plan-line-taken", person=one.person) if one.person else None)
    return t(
        "plan-line",
        mark=words.mark(one, today),
        name=words.name(one),
        executor=words.executor(t, one),
        due=words.standing(t, one, today),
    )


def _to(one: Obligation, limit: int = 44, *, own: bool = False) -> Button:
    return Button(words.button(one, limit, own=own), ObligationTap(o=one.id, do=ObligationTap.LOOK))


def card(t: Translator, shown: Card) -> Screen:
    """One obligation: what, who, by when, how it stands, and what can be done now."""
    one = shown.obligation
    text = lines(
        t("plan-card-head", mark=words.mark(one, shown.today), name=words.name(one, 700)),
        t("plan-card-section", section=one.section) if one.section else None,
        lines(
            t("plan-card-executor", executor=words.executor(t, one), person=one.person)
            if one.person
            else t("plan-card-nobody", executor=words.executor(t, one)),
            t("plan-card-due", due=words.standing(t, one, shown.today)),
        ),
        _standing(t, shown),
        gap="\n\n",
    )
    return Screen(text, [*_own(t, shown), *_decisions(t, shown), *_ways(t, shown)])


def _standing(t: Translator, shown: Card) -> Html | None:
    one = shown.obligation
    told: list[Html] = []
    if one.is_open and one.follows_news:
        told.append(t("plan-card-news"))
    if one.state is ObligationState.CANNOT and one.reason and one.proposed_on:
        told.append(t("plan-card-cannot", reason=one.reason, day=t.day(one.proposed_on)))
    if one.state is ObligationState.WAIVED:
        told.append(words.waived(t, one))
    if one.is_open and one.needed > 1:
        told.append(t("plan-card-needed", have=len(shown.evidence), needed=one.needed))
    notes = [event for event in shown.history if event.act == Act.NOTE]
    if notes:
        last = notes[-1]
        told.append(t("plan-card-note", day=t.short_day(t.local(last.at).date()), text=last.text or ""))
    return lines(*told, gap="\n\n") if told else None


def _own(t: Translator, shown: Card) -> list[list[Button]]:
    """Buttons of the executor."""
    one = shown.obligation
    if not (shown.answers or shown.manages) or not one.is_open or one.follows_news:
        return []

    def act(key: str, do: str) -> Button:
        return Button(t.plain(f"plan-button-{key}"), ObligationTap(o=one.id, do=do))

    rows = [[act("done", ObligationTap.DONE)]]
    if shown.answers and one.state is ObligationState.OPEN:
        rows[0].insert(0, act("take", ObligationTap.TAKE))
    if one.pace is Pace.CONTINUOUS:
        rows.append([act("note", ObligationTap.NOTE)])
    if shown.answers and can(Act.CANNOT, one.state):
        rows.append([act("cannot", ObligationTap.CANNOT), act("later", ObligationTap.LATER)])
    rows.append([act("give", ObligationTap.GIVE)])
    return rows


def _decisions(t: Translator, shown: Card) -> list[list[Button]]:
    """Buttons of the coordinator."""
    one = shown.obligation
    if not shown.manages or one.follows_news:
        return []
    return decisions(t, one)


def decisions(t: Translator, one: Obligation) -> list[list[Button]]:
    """What a coordinator can decide now."""

    def decide(key: str, do: str, **args: str) -> Button:
        return Button(t.plain(f"plan-button-{key}", **args), DecideTap(o=one.id, do=do))

    if not one.is_open:
        return [[decide("reopen", DecideTap.REOPEN)]]
    rows = []
    if one.state is ObligationState.CANNOT and one.proposed_on is not None:
        rows.append([decide("agree", DecideTap.AGREE, day=t.short_day(one.proposed_on))])
        rows.append([decide("other-date", DecideTap.MOVE), decide("refuse", DecideTap.REFUSE)])
    elif one.due_on is None:
        rows.append([decide("date", DecideTap.DATE)])
    else:
        rows.append([decide("move", DecideTap.MOVE)])
    rows[-1].append(decide("waive", DecideTap.WAIVE))
    return rows


def _ways(t: Translator, shown: Card) -> list[list[Button]]:
    one = shown.obligation
    proofs = [
        Button(words.brief(f"📎 {known.name}", 28), ProofTap(o=one.id, e=known.id)) for known in shown.evidence[-6:]
    ]
    history = Button(t.plain("plan-button-history"), ObligationTap(o=one.id, do=ObligationTap.HISTORY))
    back = BoardTap(do=BoardTap.HOME) if shown.manages else MineTap(which=Which.OPEN.value)
    return [*grid(proofs, 2), [history, Button(t.plain("form-back"), back)]]


def history(t: Translator, shown: Card) -> Screen:
    """What happened, the newest last."""
    one = shown.obligation
    told = [_event(t, event) for event in shown.history[-HISTORY_SHOWN:]]
    head = t("plan-history-head", name=words.name(one))
    back = Button(t.plain("form-back"), ObligationTap(o=one.id, do=ObligationTap.LOOK))
    return Screen(lines(head, *(told or [t("plan-history-empty")]), gap="\n\n"), [[back]])


def _event(t: Translator, event: Event) -> Html:
    what = t(f"plan-act-{event.act}", day=t.day(event.day) if event.day else "", person=event.person or "")
    who = t("plan-event", at=t.moment(event.at), by=event.by or t.plain("plan-by-itself"), what=what)
    return lines(who, t("plan-event-text", text=event.text) if event.text else None)


def later(t: Translator, shown: Card) -> Screen:
    """In how many working days to remind again."""
    one = shown.obligation
    rows = [[Button(t.plain("plan-button-in-days", days=days), LaterTap(o=one.id, days=days)) for days in SNOOZES]]
    back = Button(t.plain("form-back"), ObligationTap(o=one.id, do=ObligationTap.LOOK))
    return Screen(t("plan-ask-later", name=words.name(one)), [*rows, [back]])


def colleagues(t: Translator, found: Colleagues) -> Screen:
    """Whom to give it to."""
    one = found.obligation
    people = [
        [Button(words.brief(name, 44), GiveTap(o=one.id, person=person_id))]
        for person_id, name in found.people[:20]
        if person_id != one.person_id
    ]
    back = [Button(t.plain("form-back"), ObligationTap(o=one.id, do=ObligationTap.LOOK))]
    text = t("plan-ask-give", name=words.name(one)) if people else t("plan-nobody-to-give", name=words.name(one))
    return Screen(text, [*people, back])


def ask_proof(t: Translator, one: Obligation) -> Screen:
    """What proves that it is done."""
    back = [Button(t.plain("form-back"), ObligationTap(o=one.id, do=ObligationTap.LOOK))]
    return Screen(t("plan-ask-proof", name=words.name(one)), [back])


def ask_note(t: Translator, one: Obligation) -> Screen:
    """How it goes."""
    back = [Button(t.plain("form-back"), ObligationTap(o=one.id, do=ObligationTap.LOOK))]
    return Screen(t("plan-ask-note", name=words.name(one), limit=NOTE_LIMIT), [back])
