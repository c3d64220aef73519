"""Small pieces of text that several screens of evaluation share."""

from collections.abc import Sequence
from datetime import date

from cluster.evaluation.conflict import Conflict, Sight
from cluster.evaluation.model import ExpertProgress, Material, Part, Programme, Session
from cluster.evaluation.scoring import NOTHING, Answer, Verdict, needs
from cluster.evaluation.shares import show_share
from cluster.evaluation.sheet import Criterion, Kind
from cluster.evaluation.states import AssignmentState, DeclineReason
from handlers.engine import Button
from handlers.evaluation.taps import MaterialTap
from locales import Html, Translator, lines

_UNSENT = (AssignmentState.INVITED, AssignmentState.ACCEPTED, AssignmentState.DRAFT)
MARKS = {Verdict.MEETS: "✅", Verdict.FAILS: "❌", Verdict.CANNOT_ASSESS: "🤷"}


def brief(text: str, limit: int) -> str:
    """The beginning of a text in one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1].rstrip()}…"


def value(t: Translator, criterion: Criterion, given: int) -> str:
    """«62,5 %», «12 чел.», or the chosen answer in its words."""
    if criterion.kind is Kind.CHOICE:
        known = 1 <= given <= len(criterion.choices)
        return criterion.choices[given - 1].text if known else str(given)
    shown = show_share(given, "," if t.locale == "ru" else ".")
    if criterion.kind is Kind.SHARE:
        return t.plain("evaluation-share", value=shown)
    return f"{shown}\u00a0{criterion.unit}" if criterion.unit else shown


def norm(t: Translator, criterion: Criterion) -> str:
    """The norm for the screen: a least share evenly typeset, any other as it is printed."""
    if criterion.kind is Kind.SHARE and criterion.norm is not None and not criterion.at_most:
        return value(t, criterion, criterion.norm)
    return criterion.norm_text


def verdict(t: Translator, given: Verdict) -> str:
    """«не соответствует»"""
    return t.plain(f"evaluation-verdict-{given.value.replace('_', '-')}")


def programme_name(t: Translator, programme: Programme) -> str:
    """«15.02.12 Монтаж …», or that there is none yet."""
    if programme.title is None:
        return t.plain("evaluation-programme-missing")
    return f"{programme.code} {programme.title}" if programme.code else programme.title


def programme_head(t: Translator, programme: Programme, key: str = "evaluation-work-head") -> Html:
    """The programme in bold, its college below."""
    return t(key, programme=programme_name(t, programme), college=programme.college)


def programme_label(t: Translator, programme: Programme, limit: int = 34) -> str:
    """The programme for a button: its code, or the beginning of its title."""
    if programme.title is None:
        return brief(programme.college, limit)
    return programme.code or brief(programme.title, limit)


def days(t: Translator, first: date, last: date) -> str:
    """«21–30 июня 2022 г.», one day as one day."""
    if first == last:
        return t.day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{t.day(last)}"
    return f"{t.day(first)} – {t.day(last)}"


def session_line(t: Translator, session: Session) -> Html:
    """Title and days of a session."""
    return t("evaluation-session-line", title=session.title, days=days(t, session.starts_on, session.ends_on))


def mark(criterion: Criterion, answer: Answer = NOTHING) -> str:
    """What a list shows of an answer: the verdict, that something is missing, or that nothing was said."""
    if answer.verdict is None:
        return "▫️" if answer.revision == 0 else "✏️"
    return "✏️" if needs(criterion, answer) else MARKS[answer.verdict]


def figure_line(t: Translator, criterion: Criterion, figure: int | None) -> Html:
    """The college's own figure for a criterion, or that there is none."""
    if figure is None:
        return t("evaluation-figure-none", number=criterion.number)
    return t("evaluation-figure-line", number=criterion.number, value=value(t, criterion, figure))


def expert_line(t: Translator, expert: ExpertProgress, total: int, *, closed: bool = False) -> Html:
    """One expert on the coordinator's card; in a closed session nobody is waited for but whose sheet was given back."""
    who = f"{expert.name}, {expert.organisation}" if expert.organisation else expert.name
    state = "waiting" if expert.invited_at is None else expert.state.value
    if closed and expert.state in _UNSENT:
        state = "no-sheet"
    line = t(f"evaluation-expert-{state}", who=who, done=expert.answered, total=total)
    if expert.conflict in (Conflict.SOFT, Conflict.HARD):
        line = lines(line, t(f"evaluation-expert-conflict-{expert.conflict.value}"))
    if expert.reason in (None, DeclineReason.CONFLICT):
        return line
    reason = expert.reason_text or t.plain(f"evaluation-reason-{expert.reason.value.replace('_', '-')}")
    return lines(line, t("evaluation-expert-reason", reason=brief(reason, 200)))


def hidden(t: Translator, why: Sight) -> Html:
    """Why a programme's experts are kept from the coordinator who looks."""
    return t(f"evaluation-hidden-{why.value.replace('_', '-')}")


def material_list(t: Translator, materials: Sequence[Material]) -> Html | None:
    """Materials by the five parts of the presentation; links can be tapped in the text, files have buttons."""
    blocks = []
    for part in Part:
        of_part = [material for material in materials if material.part is part]
        if of_part:
            named = [
                t("evaluation-material-link", name=material.name, url=material.reference)
                if material.kind == "link"
                else t("evaluation-material-file", name=material.name)
                for material in of_part
            ]
            blocks.append(lines(t("evaluation-part-head", part=t.plain(f"evaluation-part-{part.value}")), *named))
    return lines(*blocks, gap="\n\n") if blocks else None


def material_buttons(materials: Sequence[Material], *, assignment: int = 0, programme: int = 0) -> list[list[Button]]:
    """A button for every file."""
    return [
        [Button(f"📎 {brief(material.name, 40)}", MaterialTap(m=material.id, a=assignment, p=programme))]
        for material in materials
        if material.kind != "link"
    ]
