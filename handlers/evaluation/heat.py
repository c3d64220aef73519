"""Heat maps for the chat: programmes × criteria of a session, sessions × criteria of all years."""

from cluster.evaluation.agreement import verdict_counts
from cluster.evaluation.outcome import Tally
from cluster.evaluation.sheet import Criterion, Sheet
from documents.heat_map import Heat, HeatCell, HeatColumn, HeatMap, HeatRow, render_heat_map
from handlers.engine import Attachment
from handlers.evaluation import words
from handlers.evaluation.summary import share_of
from locales import Translator
from services.evaluation import Comparison, SessionReport

SESSIONS_SHOWN = 30
_LEGEND = (Heat.GOOD, Heat.MOSTLY, Heat.SPLIT, Heat.BAD, Heat.NONE)


def session_pictures(t: Translator, report: SessionReport) -> list[Attachment]:
    """Programmes × criteria: how many of the experts who judged say that it is met."""
    rows = tuple(
        HeatRow(
            words.programme_label(t, result.programme, 16),
            words.brief(_college(result.programme.college), 18),
            tuple(_cell(result.tally, criterion) for criterion in report.sheet.criteria),
        )
        for result in report.results
        if not result.programme.is_missing
    )
    made = HeatMap(
        language=t.plain("documents-language"),
        title=report.session.title,
        subtitle=t.plain("reports-heat-subtitle"),
        columns=_columns(report.sheet),
        rows=rows,
        legend=tuple((heat, t.plain(f"reports-heat-{heat.value}")) for heat in _LEGEND),
        notes=(
            t.plain("reports-as-of", at=t.moment(report.made_at)),
            *([t.plain("reports-hidden-note", count=len(report.hidden))] if report.hidden else []),
        ),
    )
    return _pictures(render_heat_map(made, report.made_at), t.plain("reports-file-heat"))


def comparison_pictures(t: Translator, compared: Comparison) -> list[Attachment]:
    """Sessions × criteria: which share of verdicts is «соответствует», in per cent."""
    rows = tuple(
        HeatRow(
            f"{one.starts_on:%d.%m.%Y}",
            words.brief(one.title, 18),
            tuple(_share_cell(share_of(compared, one.id, criterion)) for criterion in compared.sheet.criteria),
        )
        for one in compared.sessions[-SESSIONS_SHOWN:]
    )
    made = HeatMap(
        language=t.plain("documents-language"),
        title=t.plain("reports-comparison-title"),
        subtitle=t.plain("reports-heat-comparison"),
        columns=_columns(compared.sheet),
        rows=rows,
        legend=tuple((heat, t.plain(f"reports-share-{heat.value}")) for heat in _LEGEND),
    )
    return _pictures(render_heat_map(made, compared.made_at), t.plain("reports-file-comparison"))


def _columns(sheet: Sheet) -> tuple[HeatColumn, ...]:
    return tuple(
        HeatColumn(criterion.number, section.number) for section in sheet.sections for criterion in section.criteria
    )


def _cell(tally: Tally, criterion: Criterion) -> HeatCell:
    met, failed = verdict_counts(tally, criterion.key)
    judged = met + failed
    if judged == 0:
        return HeatCell(Heat.NONE, "—" if tally.counting else "")
    return HeatCell(_heat(met / judged), f"{met}/{judged}")


def _share_cell(share: float | None) -> HeatCell:
    return HeatCell(Heat.NONE, "") if share is None else HeatCell(_heat(share), f"{share * 100:.0f}")


def _heat(share: float) -> Heat:
    if share == 1:
        return Heat.GOOD
    if share == 0:
        return Heat.BAD
    return Heat.MOSTLY if share >= 2 / 3 else Heat.SPLIT


def _college(name: str) -> str:
    """The name without the legal form before the quotes, which is the same for all."""
    _, quote, rest = name.partition("«")
    return rest.rstrip("»") if quote else name


def _pictures(made: list[bytes], name: str) -> list[Attachment]:
    numbers = [""] if len(made) == 1 else [f" {number}" for number in range(1, len(made) + 1)]
    return [
        Attachment(picture, f"{name}{number}.png", picture=True) for picture, number in zip(made, numbers, strict=True)
    ]
