"""Screens of a programme's result: standings, split criteria with every voice, remarks, the decision, versions."""

from collections.abc import Sequence

from cluster.evaluation.model import EvidenceKind, Work
from cluster.evaluation.outcome import Outcome, Remark, Standing, Status, Voice
from cluster.evaluation.scoring import Answer
from cluster.evaluation.sheet import Criterion, Sheet
from cluster.evaluation.versions import Change, changes
from handlers.engine import Button, Screen, grid, page_row
from handlers.evaluation import words
from handlers.evaluation.outcome_taps import (
    DecideTap,
    EvidenceTap,
    ReleaseTap,
    ReopenTap,
    RestoreTap,
    ResultTap,
    RuleTap,
    VersionsTap,
)
from handlers.evaluation.taps import ProgrammeTap, SheetTap, WorkTap
from locales import Html, Translator, lines
from services.evaluation import ResultCard, Versions
from storage.evaluation_evidence import StoredEvidence
from storage.evaluation_outcomes import Decided, answers_of
from storage.evaluation_submissions import Submission

STANDINGS = {
    Standing.MEETS: "✅",
    Standing.FAILS: "❌",
    Standing.SPLIT: "⚖️",
    Standing.NOT_ASSESSED: "🤷",
}
REMARKS_A_PAGE = 6
SHOWN_REMARK = 500


def overview(t: Translator, card: ResultCard) -> Screen:
    """How the programme stands, and what can be done now."""
    tally, status = card.result.tally, card.result.status
    text = lines(
        words.programme_head(t, card.result.programme, "evaluation-result-head"),
        t("evaluation-result-sheets", came=len(tally.counting), minimum=tally.minimum),
        _status(t, card, status),
        _decision(t, card) if card.result.last else None,
        _recheck(t, card),
        lines(*[t("evaluation-result-voice", who=card.who[one.assignment_id]) for one in tally.counting])
        if tally.counting
        else None,
        None if card.decides else t("evaluation-result-chair", name=card.chair),
        gap="\n\n",
    )
    return Screen(text, [*_actions(t, card), *_criteria(t, card), *_sheets(t, card), _to_programme(t, card)])


def _status(t: Translator, card: ResultCard, status: Status) -> Html:
    tally = card.result.tally
    counts = {standing: list(tally.standings.values()).count(standing) for standing in Standing}
    summary = t(
        "evaluation-result-counts",
        meets=counts[Standing.MEETS],
        fails=counts[Standing.FAILS],
        split=counts[Standing.SPLIT],
        unknown=counts[Standing.NOT_ASSESSED],
    )
    told = t(f"evaluation-status-{status.value.replace('_', '-')}", count=len(tally.open))
    return lines(told, summary if tally.counting else None)


def _decision(t: Translator, card: ResultCard) -> Html:
    last = card.result.last
    assert last is not None
    decision = last.decision
    return lines(
        outcome_line(t, decision.outcome),
        t("evaluation-decided-at", at=t.moment(last.decided_at), number=last.number),
        t("evaluation-fix-by", day=t.day(decision.fix_by)) if decision.fix_by else None,
        t("evaluation-decision-words", words=decision.words) if decision.words else None,
        t("evaluation-released-at", at=t.moment(last.released_at))
        if last.released_at
        else t("evaluation-not-released"),
        _college(t, last),
    )


def outcome_line(t: Translator, outcome: Outcome) -> Html:
    """«Согласована с замечаниями»"""
    return t(f"evaluation-outcome-{outcome.value.replace('_', '-')}")


def _college(t: Translator, last: Decided) -> Html | None:
    return lines(
        t(f"evaluation-college-{last.answer.value}", words=last.answer_text or "") if last.answer else None,
        t("evaluation-fixed-at", at=t.moment(last.fixed_at)) if last.fixed_at else None,
    )


def _recheck(t: Translator, card: ResultCard) -> Html | None:
    if card.recheck is None or card.corrections is None or card.result.last is None:
        return None
    sheet = card.result.tally.sheet
    said = [
        t(
            "evaluation-recheck-line",
            number=sheet.criteria[sheet.places[one.criterion]].number,
            mark=words.MARKS[one.verdict],
            who=card.who[one.assignment_id],
            remark=f" — {words.brief(one.remark, 200)}" if one.remark else "",
        )
        for one in card.corrections.rechecks
    ]
    return lines(t(f"evaluation-recheck-{card.recheck.value}"), *said)


def _actions(t: Translator, card: ResultCard) -> list[list[Button]]:
    p, last = card.result.programme.id, card.result.last
    if not card.decides:
        return []
    codes = {outcome: code for code, outcome in DecideTap.CODES.items()}
    decide = [
        [
            Button(
                t.plain(f"evaluation-button-decide-{outcome.value.replace('_', '-')}"),
                DecideTap(p=p, o=codes[outcome], stamp=card.stamp),
            )
        ]
        for outcome in card.possible
    ]
    if last is not None and last.released_at is None and card.result.status is Status.DECIDED:
        return [[Button(t.plain("evaluation-button-release"), ReleaseTap(p=p, o=last.id))], *decide]
    return decide


def _criteria(t: Translator, card: ResultCard) -> list[list[Button]]:
    """Criteria that are not plainly met, and the way to all remarks."""
    tally, p = card.result.tally, card.result.programme.id
    if not tally.counting:
        return []
    notable = [
        one for one in tally.sheet.criteria if one in tally.contested or tally.standings[one.key] is not Standing.MEETS
    ]
    buttons = [
        Button(f"{mark(card, one)} {one.number}", ResultTap(p=p, do=ResultTap.CRITERION, i=tally.sheet.places[one.key]))
        for one in notable
    ]
    all_remarks = Button(
        t.plain("evaluation-button-remarks", count=len(tally.remarks)), ResultTap(p=p, do=ResultTap.REMARKS)
    )
    return [*grid(buttons, 4), [all_remarks]]


def mark(card: ResultCard, criterion: Criterion) -> str:
    """The standing of a criterion, or the chair's word on it."""
    tally = card.result.tally
    ruled = tally.ruling(criterion) if criterion in tally.contested else None
    if ruled is not None:
        return f"⚖️{words.MARKS[ruled.verdict]}"
    return STANDINGS[tally.standings[criterion.key]]


def _sheets(t: Translator, card: ResultCard) -> list[list[Button]]:
    rows = []
    for one in card.result.tally.sheets:
        who = words.brief(card.who[one.assignment_id], 22)
        label = t.plain("evaluation-button-versions", who=who, count=len(one.versions))
        rows.append([Button(label, VersionsTap(a=one.assignment_id, m=0, n=len(one.versions)))])
    return rows


def _to_programme(t: Translator, card: ResultCard) -> list[Button]:
    return [
        Button(t.plain("evaluation-button-programme"), ProgrammeTap(p=card.result.programme.id, do=ProgrammeTap.LOOK))
    ]


def back(t: Translator, text: Html, programme_id: int) -> Screen:
    """A question with the way back to the result."""
    return Screen(text, [[Button(t.plain("evaluation-button-result"), ResultTap(p=programme_id, do=ResultTap.LOOK))]])


def back_to_criterion(t: Translator, text: Html, programme_id: int, index: int) -> Screen:
    """A question with the way back to the criterion."""
    tap = ResultTap(p=programme_id, do=ResultTap.CRITERION, i=index)
    return Screen(text, [[Button(t.plain("evaluation-button-back"), tap)]])


def criterion(t: Translator, card: ResultCard, index: int) -> Screen:
    """One criterion with every expert's word; the chair rules here where they differ."""
    tally, p = card.result.tally, card.result.programme.id
    index = min(max(0, index), len(tally.sheet.criteria) - 1)
    shown = tally.sheet.criteria[index]
    ruled = tally.ruling(shown)
    text = lines(
        words.programme_head(t, card.result.programme, "evaluation-result-head"),
        t("evaluation-card-criterion", number=shown.number, text=shown.text),
        lines(
            t(f"evaluation-standing-{tally.standings[shown.key].value.replace('_', '-')}"),
            t(
                "evaluation-ruled",
                verdict=t.plain(f"evaluation-verdict-{ruled.verdict.value}"),
                words=ruled.words,
            )
            if ruled
            else None,
        ),
        *[_voice(t, card.who[voice.assignment_id], voice, shown) for voice in tally.voices(shown)],
        gap="\n\n",
    )
    rule = []
    if card.decides and shown in tally.contested and tally.is_enough:
        rule = [
            [
                Button(t.plain("evaluation-button-rule-meets"), RuleTap(p=p, i=index, v="m")),
                Button(t.plain("evaluation-button-rule-fails"), RuleTap(p=p, i=index, v="f")),
            ]
        ]
    files = [one for one in card.evidence if one.criterion == shown.key]
    to_result = Button(t.plain("evaluation-button-result"), ResultTap(p=p, do=ResultTap.LOOK))
    return Screen(text, [*rule, *evidence_buttons(t, files), [to_result]])


def _voice(t: Translator, who: str, voice: Voice, shown: Criterion) -> Html:
    answer = voice.answer
    verdict = f"{words.MARKS[answer.verdict]} {words.verdict(t, answer.verdict)}" if answer.verdict else "—"
    return lines(
        t("evaluation-voice", who=who, verdict=verdict),
        t("evaluation-card-actual", value=words.value(t, shown, answer.value)) if answer.value is not None else None,
        t("evaluation-card-remark", remark=words.brief(answer.remark, SHOWN_REMARK)) if answer.remark else None,
        t("evaluation-card-evidence", count=answer.evidence) if answer.evidence else None,
    )


def evidence_buttons(t: Translator, files: Sequence[StoredEvidence], *, own: bool = False) -> list[list[Button]]:
    """A button for every file: a voice message with its length."""
    return [
        [Button(evidence_label(t, one), EvidenceTap(e=one.id, a=one.assignment_id if own else 0))] for one in files[:10]
    ]


def evidence_label(t: Translator, file: StoredEvidence) -> str:
    """«🎤 0:12», «🖼 Фото», the document's name."""
    match file.kind:
        case EvidenceKind.VOICE:
            seconds = file.seconds or 0
            return t.plain("evaluation-evidence-voice-length", length=f"{seconds // 60}:{seconds % 60:02d}")
        case EvidenceKind.PHOTO:
            return t.plain("evaluation-evidence-one-photo")
        case EvidenceKind.DOCUMENT:
            return f"📎 {words.brief(file.name or t.plain('evaluation-evidence-one-document'), 40)}"


def remarks(t: Translator, card: ResultCard, page: int) -> Screen:
    """Every remark of every version, a page of them."""
    every, p = card.result.tally.remarks, card.result.programme.id
    page = min(max(0, page), max(0, len(every) - 1) // REMARKS_A_PAGE)
    shown = every[page * REMARKS_A_PAGE : (page + 1) * REMARKS_A_PAGE]
    text = lines(
        words.programme_head(t, card.result.programme, "evaluation-result-head"),
        *([remark_line(t, one, card.who[one.assignment_id]) for one in shown] or [t("evaluation-remarks-none")]),
        gap="\n\n",
    )
    turn = page_row(t, page, len(every), lambda n: ResultTap(p=p, do=ResultTap.REMARKS, i=n), REMARKS_A_PAGE)
    to_result = Button(t.plain("evaluation-button-result"), ResultTap(p=p, do=ResultTap.LOOK))
    return Screen(text, [turn, [to_result]])


def remark_line(t: Translator, remark: Remark, who: str = "") -> Html:
    """A remark with its criterion and verdict; whose it is only for those who may know."""
    return lines(
        t(
            "evaluation-remark-head",
            number=remark.criterion.number,
            mark=words.MARKS[remark.verdict] if remark.verdict else "",
            who=f" · {who}" if who else "",
        ),
        lines(words.brief(remark.text, SHOWN_REMARK)) if remark.text else None,
        t("evaluation-card-evidence", count=remark.evidence) if remark.evidence else None,
        t("evaluation-remark-withdrawn", version=remark.version) if remark.withdrawn else None,
    )


def release_ask(t: Translator, card: ResultCard) -> Screen:
    """The last question before the college is told."""
    last, p = card.result.last, card.result.programme.id
    assert last is not None
    text = lines(
        t("evaluation-release-ask", college=card.result.programme.college),
        words.programme_head(t, card.result.programme),
        outcome_line(t, last.decision.outcome),
        gap="\n\n",
    )
    yes = Button(t.plain("evaluation-button-release-sure"), ReleaseTap(p=p, o=last.id, y=1))
    return Screen(text, [[yes], [Button(t.plain("evaluation-button-not-yet"), ResultTap(p=p, do=ResultTap.LOOK))]])


# --- versions -------------------------------------------------------------------------------------------------------


def versions(t: Translator, found: Versions, tap: VersionsTap) -> Screen:
    """An expert's signed versions for a coordinator."""
    head = t("evaluation-versions-head", who=found.who, programme=words.programme_name(t, found.programme))
    to_result = Button(t.plain("evaluation-button-result"), ResultTap(p=found.programme.id, do=ResultTap.LOOK))
    screen = _versions(t, found.sheet, found.signed, tap, head=head, way_back=to_result)
    form = Button(t.plain("evaluation-button-form"), SheetTap(a=tap.a))
    reopen = [[Button(t.plain("evaluation-button-reopen"), ReopenTap(a=tap.a))]] if found.can_reopen else []
    restore = [[Button(t.plain("evaluation-button-restore"), RestoreTap(a=tap.a))]] if found.can_restore else []
    return Screen(screen.text, [*reopen, *restore, [form], *screen.rows])


def own_versions(t: Translator, work: Work, signed: Sequence[Submission], number: int) -> Screen:
    """The author's own signed versions."""
    head = t("evaluation-versions-own-head", programme=words.programme_name(t, work.programme))
    a = work.assignment.id
    to_programme = Button(t.plain("evaluation-button-programme"), WorkTap(a=a, do=WorkTap.LOOK))
    tap = VersionsTap(a=a, m=1, n=number)
    return _versions(t, work.sheet, signed, tap, head=head, way_back=to_programme)


def _versions(
    t: Translator, sheet: Sheet, signed: Sequence[Submission], tap: VersionsTap, *, head: Html, way_back: Button
) -> Screen:
    if not signed:
        return Screen(lines(head, t("evaluation-versions-none"), gap="\n\n"), [[way_back]])
    number = min(max(1, tap.n or len(signed)), len(signed))
    shown = signed[number - 1]
    blocks = [t("evaluation-version", number=number, at=t.moment(shown.submitted_at), code=shown.code)]
    if number > 1:
        found = changes(sheet, answers_of(signed[number - 2].snapshot), answers_of(shown.snapshot))
        blocks += [_change(t, one) for one in found] or [t("evaluation-version-same")]
    buttons = [
        Button(f"{'• ' if n == number else ''}{n}", tap.model_copy(update={"n": n})) for n in range(1, len(signed) + 1)
    ]
    return Screen(lines(head, *blocks, gap="\n\n"), [*grid(buttons, 6), [way_back]])


def _change(t: Translator, change: Change) -> Html:
    return t(
        "evaluation-change",
        number=change.criterion.number,
        before=_said(t, change.criterion, change.before),
        after=_said(t, change.criterion, change.after),
    )


def _said(t: Translator, criterion: Criterion, answer: Answer) -> str:
    parts = [
        f"{words.MARKS[answer.verdict]} {words.verdict(t, answer.verdict)}" if answer.verdict else "—",
        words.value(t, criterion, answer.value) if answer.value is not None else "",
        f"«{words.brief(answer.remark, 200)}»" if answer.remark else "",
        t.plain("evaluation-card-evidence", count=answer.evidence) if answer.evidence else "",
    ]
    return ", ".join(part for part in parts if part)
