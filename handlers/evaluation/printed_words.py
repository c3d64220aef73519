"""Words that the protocol, its amendments and the summary share."""

from collections.abc import Iterator, Sequence

from cluster.evaluation.model import Programme
from cluster.evaluation.outcome import Outcome, Status
from cluster.evaluation.protocol import PrintedProgramme
from documents.report import Block, Paragraph
from handlers.evaluation import words
from locales import Translator
from services.evaluation import SessionReport
from services.evaluation.results import ProgrammeResult
from storage.evaluation_reports import ReportExpert


def result_words(t: Translator, result: ProgrammeResult) -> str:
    """«согласована с замечаниями, исправить до 15 июля 2022 г.», or how far the programme is."""
    if result.programme.is_missing:
        return words.programme_name(t, result.programme)
    decision = result.decision
    if result.outcome is Outcome.WITH_REMARKS and decision is not None and decision.fix_by is not None:
        return t.plain("reports-outcome-with-remarks-until", day=t.day(decision.fix_by))
    return _plain_words(t, result.outcome, result.status)


def outcome_words(t: Translator, programme: PrintedProgramme) -> str:
    """The same of a programme of a protocol."""
    if programme.title is None:
        return t.plain("evaluation-programme-missing")
    if programme.outcome is Outcome.WITH_REMARKS and programme.fix_by is not None:
        return t.plain("reports-outcome-with-remarks-until", day=t.day(programme.fix_by))
    return _plain_words(t, programme.outcome, programme.status)


def _plain_words(t: Translator, outcome: Outcome | None, status: Status) -> str:
    if outcome is None:
        return t.plain(f"reports-status-{status.value.replace('_', '-')}")
    return t.plain(f"reports-outcome-{outcome.value.replace('_', '-')}")


def resolved(t: Translator, programme: PrintedProgramme) -> str:
    """The resolution as it stands after «РЕШИЛИ»."""
    if programme.title is None:
        return t.plain("reports-resolved-missing")
    if programme.outcome is None:
        return t.plain("reports-resolved-none", status=outcome_words(t, programme))
    if programme.outcome is Outcome.WITH_REMARKS and programme.fix_by is not None:
        return t.plain("reports-resolved-with-remarks-until", day=t.day(programme.fix_by))
    return t.plain(f"reports-resolved-{programme.outcome.value.replace('_', '-')}")


def name_of(t: Translator, programme: PrintedProgramme) -> str:
    """«15.02.12 Монтаж …», or that there is none yet."""
    if programme.title is None:
        return t.plain("evaluation-programme-missing")
    return f"{programme.code} {programme.title}" if programme.code else programme.title


def expert_words(t: Translator, expert: ReportExpert | None) -> str:
    """The expert with the enterprise."""
    if expert is None:
        return t.plain("reports-expert-gone")
    return f"{expert.name} ({expert.enterprise})" if expert.enterprise else expert.name


def hidden_blocks(t: Translator, hidden: Sequence[Programme]) -> Iterator[Block]:
    """Which programmes the document says nothing of, because its reader may not see them."""
    if hidden:
        named = "\n".join(f"{words.programme_name(t, one)}, {one.college}" for one in hidden)
        yield Paragraph(t.plain("reports-hidden-note", count=len(hidden)), bold=True, kept=True)
        yield Paragraph(named)


def names_in(report: SessionReport) -> dict[int, str]:
    """Assignment id → the expert's name."""
    return {key: expert.name for key, expert in report.experts.items()}
