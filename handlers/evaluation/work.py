"""Screens of an expert around the card: own programmes, the invitation, materials, the submitted sheet."""

from collections.abc import Sequence

from cluster.evaluation.model import Material, Work
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.states import SCORING, AssignmentState, DeclineReason, SessionState
from handlers.engine import PAGE, Button, Screen, page_row
from handlers.evaluation import words
from handlers.evaluation.outcome_taps import OthersTap, ReviseTap, VersionsTap
from handlers.evaluation.taps import MineTap, PoolTap, ReasonTap, WorkTap
from locales import Html, Translator, lines
from services.evaluation import Others


def state_line(t: Translator, work: Work) -> Html:
    """The assignment's state in words; of a closed session, that it is closed."""
    state = work.assignment.state
    if work.barred and not work.handed_in:
        return t("evaluation-work-barred")
    if work.replaced and not work.handed_in:
        return t("evaluation-work-replaced")
    if work.session.state is SessionState.CLOSED and not work.handed_in and not work.editable:
        return t("evaluation-work-closed")
    if work.handed_in and work.assignment.submitted_at:
        return t("evaluation-work-submitted", at=t.moment(work.assignment.submitted_at))
    if state in (AssignmentState.DRAFT, AssignmentState.REOPENED):
        return t(f"evaluation-work-{state.value}", done=work.progress.done, total=work.progress.total)
    return t(f"evaluation-work-{state.value}")


def my_programmes(t: Translator, works: Sequence[Work], page: int) -> Screen:
    """The expert's programmes with state and progress."""
    if not works:
        return Screen(t("evaluation-mine-empty"), [_pool(t)])
    page = min(max(0, page), (len(works) - 1) // PAGE)
    shown = works[page * PAGE : (page + 1) * PAGE]
    items, rows = [], []
    for work in shown:
        item = t(
            "evaluation-mine-item",
            programme=words.brief(words.programme_name(t, work.programme), 120),
            college=work.programme.college,
        )
        items.append(lines(item, state_line(t, work)))
        rows.append([Button(_label(t, work), WorkTap(a=work.assignment.id, do=WorkTap.LOOK))])
    rows.append(page_row(t, page, len(works), lambda number: MineTap(page=number)))
    rows.append(_pool(t))
    return Screen(lines(t("evaluation-mine-head"), *items, gap="\n\n"), rows)


def _pool(t: Translator) -> list[Button]:
    return [Button(t.plain("evaluation-button-competence"), PoolTap(do=PoolTap.LOOK))]


def _label(t: Translator, work: Work) -> str:
    mark = "✅ " if work.handed_in else ("▶️ " if work.editable else "")
    return f"{mark}{words.programme_label(t, work.programme)}"


def programme(t: Translator, work: Work) -> Screen:
    """One programme of the expert: what it is, until when, what can be done now."""
    text = lines(
        words.programme_head(t, work.programme),
        lines(words.session_line(t, work.session), t("evaluation-work-until", day=t.day(work.session.deadline))),
        state_line(t, work),
        gap="\n\n",
    )
    return Screen(text, [*_actions(t, work), [Button(t.plain("evaluation-button-mine"), MineTap())]])


def _actions(t: Translator, work: Work) -> list[list[Button]]:
    a, state = work.assignment.id, work.assignment.state
    materials = [Button(t.plain("evaluation-button-materials"), WorkTap(a=a, do=WorkTap.MATERIALS))]
    if work.handed_in:
        form = [Button(t.plain("evaluation-button-form"), WorkTap(a=a, do=WorkTap.FORM))]
        return [form] if work.barred else [form, materials, *_signed_rows(t, work)]
    if work.barred or work.replaced:
        return []
    if state is AssignmentState.REOPENED:
        go_on = [Button(t.plain("evaluation-button-continue"), WorkTap(a=a, do=WorkTap.SCORE))]
        versions = [Button(t.plain("evaluation-button-own-versions"), VersionsTap(a=a, m=1))]
        return [go_on, materials, versions]
    if work.session.state is not SessionState.OPEN:
        return [materials] if state in SCORING else []
    if work.editable:
        key = "evaluation-button-continue" if state is AssignmentState.DRAFT else "evaluation-button-start"
        score = [Button(t.plain(key), WorkTap(a=a, do=WorkTap.SCORE))]
        return [score, materials, [Button(t.plain("evaluation-button-decline"), WorkTap(a=a, do=WorkTap.DECLINE))]]
    return invitation_buttons(t, work)


def _signed_rows(t: Translator, work: Work) -> list[list[Button]]:
    """What the author of a signed sheet can do: revise while the session is open, see the others, compare versions."""
    a = work.assignment.id
    revise = [Button(t.plain("evaluation-button-revise"), ReviseTap(a=a))]
    others = [Button(t.plain("evaluation-button-others"), OthersTap(a=a))]
    versions = [Button(t.plain("evaluation-button-own-versions"), VersionsTap(a=a, m=1))]
    return [
        *([revise] if work.session.state is SessionState.OPEN else []),
        others,
        *([versions] if work.assignment.version > 1 else []),
    ]


def revise_ask(t: Translator, work: Work) -> Screen:
    """The question before a signed sheet is opened again."""
    a = work.assignment.id
    yes = Button(t.plain("evaluation-button-revise-sure"), ReviseTap(a=a, y=1))
    back = Button(t.plain("evaluation-button-back"), WorkTap(a=a, do=WorkTap.LOOK))
    return Screen(t("evaluation-revise-ask", programme=words.programme_name(t, work.programme)), [[yes], [back]])


def others(t: Translator, found: Others) -> Screen:
    """What the other experts say, criterion by criterion where they do not all agree that it is met."""
    tally, work = found.result.tally, found.work
    blocks = []
    for criterion in tally.sheet.criteria:
        voices = tally.voices(criterion)
        if all(voice.answer.verdict is Verdict.MEETS and not voice.answer.remark for voice in voices):
            continue
        said = [
            t(
                "evaluation-others-voice",
                who=found.who[voice.assignment_id],
                mark=words.MARKS[voice.answer.verdict] if voice.answer.verdict else "",
                remark=f" — {words.brief(voice.answer.remark, 120)}" if voice.answer.remark else "",
            )
            for voice in voices
        ]
        blocks.append(lines(t("evaluation-others-criterion", number=criterion.number), *said))
    text = lines(
        words.programme_head(t, work.programme, "evaluation-others-head"),
        t("evaluation-others-count", count=len(tally.counting)),
        *(blocks or [t("evaluation-others-agree")]),
        gap="\n\n",
    )
    back = Button(t.plain("evaluation-button-programme"), WorkTap(a=work.assignment.id, do=WorkTap.LOOK))
    return Screen(text, [[back]])


def invitation_buttons(t: Translator, work: Work) -> list[list[Button]]:
    """Accept or decline; materials open after the question about conflicts."""
    a, declined = work.assignment.id, work.assignment.state is AssignmentState.DECLINED
    accept = Button(
        t.plain("evaluation-button-accept-after-all" if declined else "evaluation-button-accept"),
        WorkTap(a=a, do=WorkTap.ACCEPT),
    )
    if declined:
        return [[accept]]
    decline = Button(t.plain("evaluation-button-decline"), WorkTap(a=a, do=WorkTap.DECLINE))
    return [[accept], [decline]]


def reasons(t: Translator, work: Work) -> Screen:
    """Why the expert declines."""
    rows = [
        [
            Button(
                t.plain(f"evaluation-reason-{reason.value.replace('_', '-')}"),
                ReasonTap(a=work.assignment.id, why=reason.value),
            )
        ]
        for reason in DeclineReason
    ]
    back = Button(t.plain("evaluation-button-keep-invitation"), WorkTap(a=work.assignment.id, do=WorkTap.LOOK))
    return Screen(t("evaluation-decline-ask", programme=words.programme_name(t, work.programme)), [*rows, [back]])


def materials(t: Translator, work: Work, found: Sequence[Material], back: Button | None = None) -> Screen:
    """The college's presentation by its five parts, and the college's own figures; `back` leads where one was."""
    own = work.programme.figures
    measured = [criterion for criterion in work.sheet.measured if criterion.key in own]
    figures = [words.figure_line(t, criterion, own[criterion.key]) for criterion in measured]
    text = lines(
        words.programme_head(t, work.programme, "evaluation-materials-head"),
        words.material_list(t, found) or t("evaluation-materials-empty"),
        lines(t("evaluation-figures-head"), *figures) if figures else None,
        gap="\n\n",
    )
    way_back = back or Button(t.plain("evaluation-button-programme"), WorkTap(a=work.assignment.id, do=WorkTap.LOOK))
    return Screen(text, [*words.material_buttons(found, assignment=work.assignment.id), [way_back]])
