"""Conversations about work plans: what their rows mean, adopting one, making the next."""

from collections.abc import Iterator, Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.obligations import Pace
from cluster.plan import Plan
from handlers.engine import Button, Screen, Talk, page_row
from handlers.plan import deadline_words, import_screens, words
from handlers.plan.taps import BoardTap, PlanTap
from locales import Html, Translator, lines
from services.plan import WorkPlan
from services.plan.adoption import Adopted, PlanView
from services.plan.derivation import DerivedRow
from services.plan.planning import Moved

router = Router(name="plan-plans")

ROWS_A_PAGE = 5
SHOWN = 8


@router.callback_query(PlanTap.filter())
async def plan_tapped(callback: CallbackQuery, callback_data: PlanTap, talk: Talk, plan: WorkPlan) -> None:
    """Plans of the cluster, one of them, what is done with it."""
    tap, own = callback_data, plan.plans
    if not tap.p:
        await talk.show(listing(talk.t, await own.plans(talk.actor)))
        return
    match tap.do:
        case PlanTap.ADOPT:
            await talk.show(adopted(talk.t, await own.adopt(talk.actor, tap.p)))
        case PlanTap.NEXT:
            made = await own.make_next(talk.actor, tap.p)
            await talk.show(view(talk.t, made), talk.t.plain("plan-toast-made"))
        case _:
            await talk.show(view(talk.t, await own.look(talk.actor, tap.p), tap.page))


def listing(t: Translator, found: list[PlanView]) -> Screen:
    """Plans of the cluster, the newest first."""
    told = [
        t(
            "plan-plans-line",
            title=one.plan.title,
            first=t.day(one.plan.first_day),
            last=t.day(one.plan.last_day),
            state=_state(t, one),
        )
        for one in found
    ]
    rows = [[Button(_label(one.plan), PlanTap(p=one.plan.id, do=PlanTap.LOOK))] for one in found]
    text = lines(t("plan-plans-head"), *(told or [t("plan-plans-empty")]), gap="\n\n")
    return Screen(text, [*rows, [import_screens.send_button(t)], [_board(t)]])


def _label(plan: Plan) -> str:
    """«2023/2024 · План работы …»: titles of one cluster begin alike, their years tell them apart."""
    first, last = plan.first_day.year, plan.last_day.year
    years = str(first) if first == last else f"{first}/{last}"
    return words.brief(f"{years} · {plan.title}", 44)


def _state(t: Translator, one: PlanView) -> str:
    if one.is_over:
        return t.plain("plan-state-over")
    return t.plain("plan-state-adopted") if one.version else t.plain("plan-state-new")


def view(t: Translator, shown: PlanView, page: int = 0) -> Screen:
    """A plan: what it makes in all, then its rows with what they mean, a page of them."""
    page = min(max(0, page), max(0, len(shown.rows) - 1) // ROWS_A_PAGE)
    rows = shown.rows[page * ROWS_A_PAGE : (page + 1) * ROWS_A_PAGE]
    unclear = sum(not row.is_understood for row in shown.rows)
    text = lines(
        t("plan-view-head", title=shown.plan.title, state=_state(t, shown)),
        lines(
            t("plan-view-count", rows=len(shown.rows), owed=len(shown.owed)),
            t("plan-view-unclear", count=unclear) if unclear else None,
        ),
        *[row_block(t, row) for row in rows],
        gap="\n\n",
    )
    pages = page_row(t, page, len(shown.rows), lambda n: PlanTap(p=shown.plan.id, do=PlanTap.LOOK, page=n), ROWS_A_PAGE)
    plans = Button(t.plain("plan-button-plans"), PlanTap(p=0, do=PlanTap.LOOK))
    correct = [] if shown.is_over else [import_screens.correct_button(t, shown.plan.id)]
    return Screen(text, [pages, _act(t, shown), correct, [plans], [_board(t)]])


def _act(t: Translator, shown: PlanView) -> list[Button]:
    if shown.is_over:
        return [Button(t.plain("plan-button-next"), PlanTap(p=shown.plan.id, do=PlanTap.NEXT))]
    key = "plan-button-again" if shown.version else "plan-button-adopt"
    return [Button(t.plain(key, count=len(shown.owed)), PlanTap(p=shown.plan.id, do=PlanTap.ADOPT))]


def row_block(t: Translator, derived: DerivedRow) -> Html:
    """A row with what its texts mean."""
    row = derived.row
    days = sorted({one.due_on for one in derived.owed if one.due_on})
    meaning = deadline_words.deadline(t, derived.deadline, days)
    return lines(
        t("plan-row-head", number=row.number, title=words.brief(row.title, 140)),
        t("plan-row-deadline", text=row.deadline_text, meaning=meaning),
        t("plan-row-executors", text=words.brief(row.executors, 120), owed=_owed(t, derived)),
        t("plan-row-unknown", text=", ".join(derived.executors.unknown)) if derived.executors.unknown else None,
    )


def _owed(t: Translator, derived: DerivedRow) -> str:
    organisations = {one.organisation_id for one in derived.owed if one.organisation_id is not None}
    if not derived.owed:
        return t.plain("plan-owed-none")
    if not organisations:
        return t.plain("plan-owed-coordinator", count=len(derived.owed))
    return t.plain("plan-owed", count=len(derived.owed), organisations=len(organisations))


def adopted(t: Translator, done: Adopted) -> Screen:
    """What an adoption changed, and what happens next."""
    undated = len({one.source_id for one in done.view.owed if one.pace is Pace.UNDATED})
    text = lines(
        t("plan-adopted-head", title=done.view.plan.title),
        lines(
            t("plan-adopted-added", count=done.added),
            t("plan-adopted-kept", count=done.kept) if done.kept else None,
            t("plan-adopted-waived", count=len(done.waived)) if done.waived else None,
            t("plan-adopted-undated", count=undated) if undated else None,
        ),
        lines(t("plan-adopted-moved"), *moves(t, done.moved)) if done.moved else None,
        t("plan-adopted-next"),
        gap="\n\n",
    )
    return Screen(text, [[_board(t)]])


def moves(t: Translator, moved: Sequence[Moved]) -> Iterator[Html]:
    """Which days moved; what several organisations owe is said once."""
    same: dict[object, Moved] = {}
    for one in moved:
        same.setdefault((one.obligation.source_id, one.before, one.after), one)
    for one in list(same.values())[:SHOWN]:
        yield t(
            "plan-move",
            name=words.name(one.obligation, 80),
            before=t.day(one.before) if one.before else t.plain("plan-no-day"),
            after=t.day(one.after) if one.after else t.plain("plan-no-day"),
        )
    if len(same) > SHOWN:
        yield t("plan-ping-more", count=len(same) - SHOWN)


def _board(t: Translator) -> Button:
    return Button(t.plain("plan-button-board"), BoardTap(do=BoardTap.HOME))
