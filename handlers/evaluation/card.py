"""The expert's card: one criterion a screen, the list, the final look, what is missing."""

from cluster.evaluation.conflict import Conflict
from cluster.evaluation.model import Work
from cluster.evaluation.scoring import Answer, Need, Place, Verdict, needs, needs_words, overrides, proposed
from cluster.evaluation.sheet import Criterion, Kind
from handlers.engine import Button, Screen, grid
from handlers.evaluation import words
from handlers.evaluation.taps import AsideTap, GoTap, VerdictTap, WorkTap
from locales import Html, Translator, lines

SHOWN_REMARK = 400
LIST_WIDTH = 4
BUTTON_WIDTH = 40


def card(t: Translator, work: Work, place: Place) -> Screen:
    """Where the expert stands: a criterion or the final look."""
    if place.is_final(work.sheet):
        return final_look(t, work)
    criterion = work.sheet.criteria[place.index]
    answer = work.answer(criterion)
    section = work.sheet.section_of(criterion)
    head = t(
        "evaluation-card-head",
        programme=words.programme_label(t, work.programme),
        place=place.index + 1,
        total=len(work.sheet.criteria),
        done=work.progress.done,
    )
    text = lines(
        head,
        t("evaluation-card-section", number=section.number, title=section.title),
        t("evaluation-card-criterion", number=criterion.number, text=criterion.text),
        _facts(t, work, criterion, answer),
        _asked(t, work, criterion, place),
        gap="\n\n",
    )
    return Screen(text, _rows(t, work, criterion, place))


def _facts(t: Translator, work: Work, criterion: Criterion, answer: Answer) -> Html:
    """Norm, figures, what was answered: a line each."""
    figure = work.programme.figures.get(criterion.key)
    return lines(
        t("evaluation-card-norm", norm=words.norm(t, criterion)),
        t("evaluation-card-figure", value=words.value(t, criterion, figure)) if figure is not None else None,
        _actual(t, criterion, answer),
        t("evaluation-card-verdict", mark=words.MARKS[answer.verdict], verdict=words.verdict(t, answer.verdict))
        if answer.verdict
        else None,
        t("evaluation-card-remark", remark=words.brief(answer.remark, SHOWN_REMARK)) if answer.remark else None,
        t("evaluation-card-evidence", count=answer.evidence) if answer.evidence else None,
    )


def _actual(t: Translator, criterion: Criterion, answer: Answer) -> Html | None:
    """The value the expert stated; of a choice, all answers with the chosen one marked."""
    if criterion.kind is Kind.CHOICE:
        keys = [f"evaluation-card-choice{'-given' if n == answer.value else ''}" for n in _numbers(criterion)]
        named = zip(_numbers(criterion), criterion.choices, keys, strict=True)
        return lines(*[t(key, number=number, text=choice.text) for number, choice, key in named])
    if answer.value is None:
        return None
    return t("evaluation-card-actual", value=words.value(t, criterion, answer.value))


def _numbers(criterion: Criterion) -> range:
    return range(1, len(criterion.choices) + 1)


def _asked(t: Translator, work: Work, criterion: Criterion, place: Place) -> Html | None:
    """What is expected now, in one sentence; nothing where the buttons say it."""
    answer = work.answer(criterion)
    if place.asks is Need.REMARK:
        if Need.REMARK not in needs(criterion, answer):
            return t("evaluation-ask-remark-replace" if answer.remark else "evaluation-ask-remark")
        return t("evaluation-ask-why" if overrides(criterion, answer) else "evaluation-ask-fault")
    if place.asks is Need.VALUE:
        figure = work.programme.figures.get(criterion.key)
        key = "evaluation-ask-value" if figure is None or answer.value is not None else "evaluation-ask-figure"
        return t(key, kind=criterion.kind.value)
    suggested = proposed(criterion, answer.value)
    if suggested is not None and answer.verdict is None:
        return t("evaluation-proposed", verdict=words.verdict(t, suggested))
    return None


def _rows(t: Translator, work: Work, criterion: Criterion, place: Place) -> list[list[Button]]:
    answer, a, i = work.answer(criterion), work.assignment.id, place.index
    rows: list[list[Button]] = []
    figure = work.programme.figures.get(criterion.key)
    if criterion.is_measured and answer.value is None and figure is not None:
        rows.append([_confirm(t, work, criterion, figure, i)])
    rows += [[_choice(t, work, criterion, i, number)] for number in _numbers(criterion)]
    if not criterion.is_valued or answer.value is not None or answer.verdict is not None:
        rows += [[_verdict(t, work, criterion, i, "m")], [_verdict(t, work, criterion, i, "f")]]
    extra = [_verdict(t, work, criterion, i, "c")]
    key = "evaluation-button-remark-change" if answer.remark else "evaluation-button-remark"
    extra.append(Button(t.plain(key), GoTap(a=a, i=i, w=GoTap.REMARK)))
    rows.append(extra)
    if criterion.is_measured and answer.value is not None and place.asks is not Need.VALUE:
        rows.append([Button(t.plain("evaluation-button-value"), GoTap(a=a, i=i, w=GoTap.VALUE))])
    if place.asks is Need.REMARK:
        rows.append([Button(t.plain("evaluation-button-earlier"), AsideTap(a=a, i=i, do=AsideTap.EARLIER))])
        if answer.remark and not needs_words(criterion, answer):
            rows.append([Button(t.plain("evaluation-button-erase"), AsideTap(a=a, i=i, do=AsideTap.ERASE))])
    beside = [Button(t.plain("evaluation-button-beside"), AsideTap(a=a, i=i, do=AsideTap.MATERIALS))]
    if answer.evidence:
        label = t.plain("evaluation-button-files", count=answer.evidence)
        beside.append(Button(label, AsideTap(a=a, i=i, do=AsideTap.FILES)))
    return [*rows, beside, _navigation(t, work, i)]


def _confirm(t: Translator, work: Work, criterion: Criterion, figure: int, index: int) -> Button:
    suggested = proposed(criterion, figure) or Verdict.CANNOT_ASSESS
    value, verdict = words.value(t, criterion, figure), words.verdict(t, suggested)
    label = t.plain("evaluation-button-confirm", value=value, verdict=verdict)
    revision = work.answer(criterion).revision
    return Button(label, VerdictTap(a=work.assignment.id, i=index, v=VerdictTap.CONFIRM, r=revision))


def _choice(t: Translator, work: Work, criterion: Criterion, index: int, number: int) -> Button:
    """An answer to choose; its words stand in the card's text, a button holds their beginning."""
    answer, text = work.answer(criterion), criterion.choices[number - 1].text
    mark = "✓ " if answer.value == number else ""
    label = f"{mark}{number}. {words.brief(text, BUTTON_WIDTH)}"
    return Button(label, VerdictTap(a=work.assignment.id, i=index, v=str(number), r=answer.revision))


def _verdict(t: Translator, work: Work, criterion: Criterion, index: int, code: str) -> Button:
    """A verdict button; the current verdict is marked."""
    given, answer = VerdictTap.CODES[code], work.answer(criterion)
    label = t.plain(f"evaluation-button-{given.value.replace('_', '-')}")
    if answer.verdict is given:
        label = f"{words.MARKS[given]} {label}"
    return Button(label, VerdictTap(a=work.assignment.id, i=index, v=code, r=answer.revision))


def _navigation(t: Translator, work: Work, index: int) -> list[Button]:
    a = work.assignment.id
    back = [Button(t.plain("evaluation-button-back"), GoTap(a=a, i=index - 1))] if index else []
    skipped = work.answer(work.sheet.criteria[index]).verdict is None
    onward = t.plain("evaluation-button-skip" if skipped else "evaluation-button-on")
    everything = Button(t.plain("evaluation-button-all"), WorkTap(a=a, do=WorkTap.ALL))
    return [*back, everything, Button(onward, GoTap(a=a, i=index + 1))]


def all_criteria(t: Translator, work: Work) -> Screen:
    """Every criterion as a button with its mark: where one can jump."""
    buttons = [
        Button(f"{words.mark(criterion, work.answer(criterion))} {criterion.number}", GoTap(a=work.assignment.id, i=i))
        for i, criterion in enumerate(work.sheet.criteria)
    ]
    text = lines(
        t("evaluation-list-head", programme=words.programme_name(t, work.programme)),
        t("evaluation-list-progress", done=work.progress.done, total=work.progress.total),
        t("evaluation-list-legend"),
        gap="\n\n",
    )
    last = Button(t.plain("evaluation-button-final"), GoTap(a=work.assignment.id, i=len(buttons)))
    look = Button(t.plain("evaluation-button-programme"), WorkTap(a=work.assignment.id, do=WorkTap.LOOK))
    return Screen(text, [*grid(buttons, LIST_WIDTH), [last], [look]])


def final_look(t: Translator, work: Work) -> Screen:
    """Everything that will be signed, a line a criterion, and what is still missing."""
    a = work.assignment.id
    remark_limit = 90 if len(work.sheet.criteria) <= 20 else 24
    blocks = [
        lines(
            t("evaluation-final-section", number=section.number, title=words.brief(section.title, 60)),
            *[_final_line(t, work, criterion, remark_limit) for criterion in section.criteria],
        )
        for section in work.sheet.sections
    ]
    missing = len({gap.criterion.key for gap in work.gaps})
    state = t("evaluation-final-missing", count=missing) if missing else t("evaluation-final-ready")
    head = words.programme_head(t, work.programme, "evaluation-final-head")
    if missing:
        action = Button(t.plain("evaluation-button-gaps", count=missing), WorkTap(a=a, do=WorkTap.GAPS))
    else:
        action = Button(t.plain("evaluation-button-submit"), WorkTap(a=a, do=WorkTap.SUBMIT))
    back = Button(t.plain("evaluation-button-all"), WorkTap(a=a, do=WorkTap.ALL))
    return Screen(lines(head, *blocks, state, gap="\n\n"), [[action], [back]])


def _final_line(t: Translator, work: Work, criterion: Criterion, limit: int) -> Html:
    answer = work.answer(criterion)
    value = words.brief(words.value(t, criterion, answer.value), limit) if answer.value is not None else ""
    remark = words.brief(answer.remark, limit) if answer.remark else ""
    return t(
        "evaluation-final-line",
        number=criterion.number,
        mark=words.mark(criterion, answer),
        value=f" {value}" if value else "",
        remark=t("evaluation-final-remark", remark=remark) if remark else "",
        files=t("evaluation-final-files", count=answer.evidence) if answer.evidence else "",
    )


def gap_list(t: Translator, work: Work) -> Screen:
    """What keeps the sheet from being submitted; each line can be jumped to."""
    if not work.gaps:
        return final_look(t, work)
    by_criterion: dict[str, list[Need]] = {}
    for gap in work.gaps:
        by_criterion.setdefault(gap.criterion.key, []).append(gap.need)
    listed, buttons = [], []
    for key, lacking in by_criterion.items():
        index = work.sheet.places[key]
        number = work.sheet.criteria[index].number
        what = ", ".join(t.plain(f"evaluation-need-{need.value}") for need in lacking)
        listed.append(t("evaluation-gap-line", number=number, what=what))
        buttons.append(Button(number, GoTap(a=work.assignment.id, i=index)))
    back = Button(t.plain("evaluation-button-final"), GoTap(a=work.assignment.id, i=len(work.sheet.criteria)))
    head = t("evaluation-gaps-head", count=len(by_criterion))
    text = lines(head, lines(*listed), t("evaluation-gaps-tap"), gap="\n\n")
    return Screen(text, [*grid(buttons, LIST_WIDTH), [back]])


def confirm_submit(t: Translator, work: Work) -> Screen:
    """The last question before signing."""
    if work.gaps:
        return gap_list(t, work)
    counts = dict.fromkeys(Verdict, 0)
    for answer in work.answers.values():
        if answer.verdict:
            counts[answer.verdict] += 1
    text = t(
        "evaluation-submit-ask",
        programme=words.programme_name(t, work.programme),
        meets=counts[Verdict.MEETS],
        fails=counts[Verdict.FAILS],
        cannot=counts[Verdict.CANNOT_ASSESS],
        college=work.programme.college,
        conflict=(work.assignment.conflict or Conflict.NONE).value,
    )
    sign = Button(t.plain("evaluation-button-sign"), WorkTap(a=work.assignment.id, do=WorkTap.SIGN))
    back = Button(t.plain("evaluation-button-not-yet"), GoTap(a=work.assignment.id, i=len(work.sheet.criteria)))
    changed = Button(t.plain("evaluation-button-conflict"), WorkTap(a=work.assignment.id, do=WorkTap.CONFLICT))
    return Screen(text, [[sign], [changed], [back]])
