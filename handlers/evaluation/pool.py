"""The pool of experts: an expert's own entry, who takes the place of one who gave up."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.evaluation.fit import Fit, PoolExpert
from handlers.engine import Button, Screen, Talk, column, page_row
from handlers.evaluation import words
from handlers.evaluation.taps import MineTap, PoolTap, ProgrammeTap, ReplaceTap
from locales import Html, Translator, lines
from services.evaluation import Competence, Evaluation, Replacement
from services.paging import PAGE_SIZE

router = Router(name="evaluation-pool")


@router.callback_query(PoolTap.filter())
async def pool_tapped(callback: CallbackQuery, callback_data: PoolTap, talk: Talk, evaluation: Evaluation) -> None:
    """A button of the expert's own entry."""
    tap, pool = callback_data, evaluation.pool
    match tap.do:
        case PoolTap.GROUP | PoolTap.SPECIALITY:
            found = await pool.set_competence(talk.actor, tap.what, can=bool(tap.on))
        case PoolTap.LIST | PoolTap.UNLIST:
            found = await pool.set_listed(talk.actor, listed=tap.do == PoolTap.LIST)
        case _:
            found = await pool.mine(talk.actor)
    if tap.do in (PoolTap.SPECIALITIES, PoolTap.SPECIALITY):
        await talk.show(_specialities(talk.t, found, tap.page))
    else:
        await talk.show(_own(talk.t, found))


def _own(t: Translator, found: Competence) -> Screen:
    expert = found.expert
    listed = "unknown" if expert.listed is None else ("yes" if expert.listed else "no")
    text = lines(
        t("evaluation-pool-head"),
        t("evaluation-pool-codes", codes=", ".join(expert.codes)) if expert.codes else t("evaluation-pool-no-codes"),
        history(t, expert),
        t("evaluation-pool-listed", listed=listed),
        gap="\n\n",
    )
    groups = [_choice(expert, one.code, one.name, PoolTap.GROUP) for one in found.groups]
    detail = Button(t.plain("evaluation-button-specialities"), PoolTap(do=PoolTap.SPECIALITIES))
    consent = Button(
        t.plain("evaluation-button-unlist" if expert.listed else "evaluation-button-list"),
        PoolTap(do=PoolTap.UNLIST if expert.listed else PoolTap.LIST),
    )
    back = Button(t.plain("evaluation-button-mine"), MineTap())
    return Screen(text, [*column(groups), *([[detail]] if found.specialities else []), [consent], [back]])


def _specialities(t: Translator, found: Competence, page: int) -> Screen:
    page = min(max(0, page), max(0, len(found.specialities) - 1) // PAGE_SIZE)
    shown = found.specialities[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    rows = column(_choice(found.expert, one.code, one.name, PoolTap.SPECIALITY, page) for one in shown)
    turn = page_row(t, page, len(found.specialities), lambda n: PoolTap(do=PoolTap.SPECIALITIES, page=n), PAGE_SIZE)
    back = [Button(t.plain("evaluation-button-done"), PoolTap(do=PoolTap.LOOK))]
    return Screen(t("evaluation-pool-specialities"), [*rows, turn, back])


def _choice(expert: PoolExpert, code: str, name: str, do: str, page: int = 0) -> Button:
    chosen = code in expert.codes
    sign = "✓ " if chosen else ""
    return Button(f"{sign}{code} {words.brief(name, 34)}", PoolTap(do=do, what=code, on=int(not chosen), page=page))


def history(t: Translator, expert: PoolExpert) -> Html:
    """What an expert has open and has done, in one line."""
    return t(
        "evaluation-pool-history",
        load=expert.load,
        submitted=expert.submitted,
        given_up=expert.declined + expert.expired,
    )


def fit_line(t: Translator, found: Fit) -> Html:
    """An expert with why they fit, load and history."""
    expert = found.expert
    who = f"{expert.name}, {expert.organisation}" if expert.organisation else expert.name
    why = ", ".join(t.plain(f"evaluation-fit-{reason.value}") for reason in found.reasons)
    return lines(
        t("evaluation-fit-line", who=who, why=why) if why else t("evaluation-fit-none", who=who),
        history(t, expert),
    )


@router.callback_query(ReplaceTap.filter())
async def replacement_tapped(
    callback: CallbackQuery, callback_data: ReplaceTap, talk: Talk, evaluation: Evaluation
) -> None:
    """Who can take an expert's place; or one of them does."""
    tap = callback_data
    if not tap.person:
        await talk.show(_replacement(talk.t, await evaluation.pool.replacement(talk.actor, tap.a)))
        return
    found = await evaluation.pool.replace(talk.actor, tap.a, tap.person)
    await talk.show(_replacement(talk.t, found), talk.t.plain("evaluation-toast-replaced"))


def _replacement(t: Translator, found: Replacement) -> Screen:
    instead = [one for one in found.overview.of(found.programme) if one.replaces == found.gone.assignment_id]
    text = lines(
        t(
            "evaluation-replacement-head",
            expert=found.gone.name,
            programme=words.programme_name(t, found.programme),
            college=found.programme.college,
        ),
        *[t("evaluation-replacement-asked", who=one.name) for one in instead],
        *([] if instead else proposals(t, found.proposed)),
        gap="\n\n",
    )
    rows = [] if instead else reserve_buttons(t, found.gone.assignment_id, found.proposed)
    every = Button(t.plain("evaluation-button-experts"), ProgrammeTap(p=found.programme.id, do=ProgrammeTap.EXPERTS))
    back = Button(t.plain("evaluation-button-programme"), ProgrammeTap(p=found.programme.id, do=ProgrammeTap.LOOK))
    return Screen(text, [*rows, [every], [back]])


def proposals(t: Translator, found: list[Fit]) -> list[Html]:
    """The proposed experts, or that nobody fits."""
    if not found:
        return [t("evaluation-reserve-none")]
    return [t("evaluation-reserve-head"), *[fit_line(t, one) for one in found]]


def reserve_buttons(t: Translator, assignment_id: int, found: list[Fit]) -> list[list[Button]]:
    """One tap asks one of them."""
    return [
        [
            Button(
                t.plain("evaluation-button-ask-instead", name=words.brief(one.expert.name, 30)),
                ReplaceTap(a=assignment_id, person=one.expert.person_id),
            )
        ]
        for one in found
    ]
