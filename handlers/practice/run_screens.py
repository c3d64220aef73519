"""Screens of matching: where it stands, how far a run is, a run in figures. Its lists are in `run_lists`."""

from cluster.matching.model import Goal
from cluster.practice.requests import code_of
from cluster.practice.runs import Run, RunState
from handlers.engine import Button, Screen, page_row
from handlers.practice import reasons
from handlers.practice.home import home_row
from handlers.practice.taps import MatchTap, RunTap
from locales import Html, Translator, lines
from services.paging import PAGE_SIZE
from services.practice.matching import Bench, RunCard

STEPS = ("filters", "places", "mentors", "reasons")


def bench(t: Translator, found: Bench) -> Screen:
    """Where matching stands."""
    text = lines(
        t("matching-home-head"),
        t("matching-home-counts", waiting=found.waiting, places=found.places, seats=found.seats),
        t("matching-home-words", pins=found.pins, bans=found.bans) if found.pins or found.bans else None,
        going(t, found.going) if found.going else None,
        None if found.runs.total or found.going else t("matching-home-none"),
        gap="\n\n",
    )
    rows = [[Button(run_name(t, one), RunTap(run=one.id, do=RunTap.LOOK))] for one in found.runs.items]
    rows.append(page_row(t, found.runs.number, found.runs.total, _runs_page, PAGE_SIZE))
    if found.going:
        rows.append([_match(t, "refresh", MatchTap.HOME)])
    else:
        rows += [[_match(t, "most", MatchTap.MOST)], [_match(t, "stable", MatchTap.STABLE)]]
        if found.runs.total:
            rows.append([_match(t, "other", MatchTap.OTHER)])
    if found.pins or found.bans:
        rows.append([_match(t, "forget", MatchTap.FORGET)])
    return Screen(text, [*rows, home_row(t)])


def going(t: Translator, run: Run) -> Html:
    """How far a run is."""
    number = STEPS.index(run.step) + 1 if run.step in STEPS else 0
    step = t.plain(f"matching-step-{run.step}") if number else t.plain("matching-step-waiting")
    return t("matching-going", number=run.id, step=step, at=number, steps=len(STEPS))


def progress(t: Translator, run: Run) -> Screen:
    """The card of a run that goes, and what it says when it is over."""
    if run.state is RunState.WAITING:
        return Screen(going(t, run), [[_match(t, "refresh", MatchTap.HOME)]])
    return Screen(t("matching-over", number=run.id), [[_match(t, "home", MatchTap.HOME)]])


def forget(t: Translator, found: Bench) -> Screen:
    """Really all pins and bans?"""
    text = t("matching-forget-ask", pins=found.pins, bans=found.bans)
    return Screen(text, [[_match(t, "forget-now", MatchTap.FORGET_NOW)], [_match(t, "home", MatchTap.HOME)]])


def run_name(t: Translator, run: Run) -> str:
    """A run in a list."""
    if run.figures is None:
        return t.plain("matching-run-line-failed", number=run.id)
    return t.plain(
        "matching-run-line",
        number=run.id,
        day=t.short_day(t.local(run.created_at).date()),
        placed=run.figures["placed"],
        asked=run.figures["asked"],
        state=t.plain(f"matching-state-{run.state.value}"),
    )


def failed(t: Translator, run: Run) -> Screen:
    """A run without a result."""
    rows = [[_match(t, "most", MatchTap.MOST)], [_match(t, "home", MatchTap.HOME)]]
    return Screen(t("matching-failed", number=run.id), rows)


def summary(t: Translator, card: RunCard) -> Screen:
    """A run in figures, and the ways into it."""
    figures = card.result.figures
    text = lines(
        head(t, card.run),
        placed_lines(t, card),
        lines(
            t("matching-blocking", count=figures.blocking_pairs),
            t("matching-cover", covered=figures.covered, days=figures.days, coverable=figures.coverable)
            if figures.days
            else t("matching-cover-none"),
        ),
        _proof(t, card),
        _refused(t, card),
        t("matching-moved", count=len(card.moved), number=card.other.id) if card.other else None,
        gap="\n\n",
    )
    return Screen(text, _ways(t, card))


def head(t: Translator, run: Run) -> Html:
    """Which run, when, how."""
    return t(
        "matching-run-head",
        number=run.id,
        at=t.moment(run.created_at),
        state=t.plain(f"matching-state-{run.state.value}"),
        goal=t.plain(f"matching-goal-{run.goal.value}"),
        seed=run.seed,
        version=run.version,
    )


def placed_lines(t: Translator, card: RunCard) -> Html:
    """How many, and how well."""
    figures = card.result.figures
    most = card.run.goal is Goal.MOST
    return lines(
        t("matching-placed", placed=figures.placed, asked=figures.asked, left=len(card.result.left_out)),
        t("matching-total", total=figures.total, best=figures.best_total) if most else None,
        t("matching-loss", count=figures.largest_loss) if most and figures.largest_loss else None,
    )


def _proof(t: Translator, card: RunCard) -> Html:
    proof = card.result.proof
    if proof.placing and proof.fairness and proof.coverage:
        return t(f"matching-proven-{card.run.goal.value}")
    names = ("placing", "fairness", "coverage")
    open_points = [t.plain(f"matching-unproven-{name}") for name in names if not getattr(proof, name)]
    return t("matching-best-found" if proof.in_time else "matching-time-over", what=", ".join(open_points))


def _refused(t: Translator, card: RunCard) -> Html | None:
    refused = [
        t("matching-refused-pin", code=code_of(one.pair.intern_id), cause=reasons.cause(t, one.obstacle))
        for one in card.result.refused_pins
    ]
    return lines(*refused) or None


def _ways(t: Translator, card: RunCard) -> list[list[Button]]:
    def way(key: str, do: str) -> Button:
        return Button(t.plain(f"matching-button-{key}"), RunTap(run=card.run.id, do=do))

    left = Button(
        t.plain("matching-button-left", count=len(card.result.left_out)), RunTap(run=card.run.id, do=RunTap.LEFT)
    )
    rows = [[way("enterprises", RunTap.ENTERPRISES), way("colleges", RunTap.COLLEGES)]]
    rows.append([left, *([way("moved", RunTap.MOVED)] if card.moved else [])])
    rows.append([way("table", RunTap.TABLE), way("picture", RunTap.PICTURE)])
    if card.run.is_publishable:
        rows += [[way("publish", RunTap.PUBLISH)], [_match(t, "again", MatchTap.MOST)]]
    return [*rows, [_match(t, "home", MatchTap.HOME)]]


def publish(t: Translator, card: RunCard) -> Screen:
    """Really propose it to everybody?"""
    new = sum(one.is_new for one in card.result.placed)
    rows = [
        [Button(t.plain("matching-button-publish-now"), RunTap(run=card.run.id, do=RunTap.PUBLISH_NOW))],
        [back(t, card.run.id)],
    ]
    text = lines(
        t("matching-publish-ask", count=new),
        t("matching-publish-left", left=len(card.result.left_out)) if card.result.left_out else None,
        t("matching-outdated") if card.is_current is False else None,
        gap="\n\n",
    )
    return Screen(text, rows)


def back(t: Translator, run_id: int) -> Button:
    """To the run."""
    return Button(t.plain("matching-button-run"), RunTap(run=run_id, do=RunTap.LOOK))


def _runs_page(number: int) -> MatchTap:
    return MatchTap(do=MatchTap.HOME, page=number)


def _match(t: Translator, key: str, do: str) -> Button:
    return Button(t.plain(f"matching-button-{key}"), MatchTap(do=do))
