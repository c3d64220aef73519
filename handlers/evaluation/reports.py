"""Reports on sessions: what can be taken out, and the files themselves."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from cluster.evaluation.agreement import Clarity, of_criteria, overall
from cluster.evaluation.sheet import Criterion
from documents.worker import DocumentWorker
from handlers.engine import Button, Screen, Talk
from handlers.evaluation import words
from handlers.evaluation.heat import comparison_pictures, session_pictures
from handlers.evaluation.outcome_taps import ProtocolTap
from handlers.evaluation.printed_protocol import draft_files
from handlers.evaluation.summary import comparison_file, summary_file
from handlers.evaluation.taps import ReportTap, SessionTap
from locales import Html, Translator, lines
from services.evaluation import Evaluation, SessionReport

router = Router(name="evaluation-reports")

UNCLEAR_SHOWN = 8
TEXT_SHOWN = 110


@router.callback_query(ReportTap.filter())
async def report_tapped(
    callback: CallbackQuery, callback_data: ReportTap, talk: Talk, evaluation: Evaluation, documents: DocumentWorker
) -> None:
    """A button of the reports; files are made beside the conversation and sent below."""
    tap, t = callback_data, talk.t
    talk.actor.require(Permission.MANAGE_EVALUATION)
    if tap.do == ReportTap.COMPARE:
        compared = await evaluation.reports.comparison(talk.actor)
        await talk.answer(t.plain("evaluation-toast-preparing"))
        made = [*await documents.run(comparison_pictures, t, compared)]
        made.append(await documents.run(comparison_file, t, compared))
        for file in made:
            await talk.send_file(file)
        return
    report = await evaluation.reports.session(talk.actor, tap.s)
    if tap.do not in (ReportTap.PROTOCOL, ReportTap.SUMMARY, ReportTap.HEAT) or not report.signed:
        toast = None if report.signed or tap.do == ReportTap.LOOK else t.plain("reports-toast-nothing-signed")
        await talk.show(reports(t, report), toast)
        return
    await talk.answer(t.plain("evaluation-toast-preparing"))
    match tap.do:
        case ReportTap.PROTOCOL:
            files = await documents.run(draft_files, t, report)
        case ReportTap.SUMMARY:
            files = [await documents.run(summary_file, t, report)]
        case _:
            files = await documents.run(session_pictures, t, report)
    for file in files:
        await talk.send_file(file)


def reports(t: Translator, report: SessionReport) -> Screen:
    """What there is of a session: signed sheets, how far experts agree, the documents."""
    back = [Button(t.plain("evaluation-button-session"), SessionTap(s=report.session.id, do=SessionTap.LOOK))]
    head = lines(words.session_line(t, report.session), t("reports-signed", count=report.signed), _hidden(t, report))
    if not report.signed:
        return Screen(lines(head, t("reports-nothing-signed"), gap="\n\n"), [back])
    s, keys = report.session.id, (("summary", ReportTap.SUMMARY), ("heat", ReportTap.HEAT))
    protocol = [Button(t.plain("evaluation-button-protocol"), ProtocolTap(s=s, do=ProtocolTap.LOOK))]
    rows = [[Button(t.plain(f"reports-button-{key}"), ReportTap(s=s, do=do))] for key, do in keys]
    return Screen(lines(head, _agreement(t, report), t("reports-choose"), gap="\n\n"), [protocol, *rows, back])


def _hidden(t: Translator, report: SessionReport) -> Html | None:
    return t("reports-hidden-note", count=len(report.hidden)) if report.hidden else None


def _agreement(t: Translator, report: SessionReport) -> Html | None:
    tallies = [result.tally for result in report.results]
    whole, found = overall(tallies), of_criteria(tallies)
    if whole.pairs is None:
        return None
    unclear = [one for one in report.sheet.criteria if found[one.key].clarity is Clarity.UNCLEAR]
    more = len(unclear) - UNCLEAR_SHOWN
    return lines(
        t("reports-agree", share=t.number(round(whole.pairs * 100, 1))),
        t("reports-unclear", count=len(unclear)) if unclear else None,
        *[_unclear(t, criterion) for criterion in unclear[:UNCLEAR_SHOWN]],
        t("reports-unclear-more", count=more) if more > 0 else None,
    )


def _unclear(t: Translator, criterion: Criterion) -> Html:
    return t("evaluation-card-criterion", number=criterion.number, text=words.brief(criterion.text, TEXT_SHOWN))
