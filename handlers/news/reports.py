"""Reports of the news desk: who wrote in time, where news appeared; on the screen, as a picture, as XLSX."""

from collections.abc import Sequence
from datetime import date, timedelta

from cluster.news.model import Standing
from cluster.news.outlets import Outlet
from documents.news_compliance import CompliancePicture, ComplianceRow, render_png
from documents.spreadsheet import Column, Table, render_xlsx
from documents.worker import DocumentWorker
from handlers.engine import Attachment, Button, Screen, page_row
from handlers.news import words
from handlers.news.desktop import to_desk
from handlers.news.taps import ReportTap
from locales import Html, Translator, lines
from services.news import Compliance, MediaPlan
from storage.news_reports import Appearance

PERIODS = {"m": "month", "q": "quarter", "y": "year"}
"""This month, this quarter, this academic year."""
ROWS_A_PAGE, ITEMS_A_PAGE = 15, 8
_OUTLETS = (Outlet.SITE, Outlet.VK, Outlet.OK, Outlet.TELEGRAM, Outlet.PRESS)
_FILLS = ("#C8E6C9", "#FFF3C4", "#F8CFCF")


def period(name: str, today: date) -> tuple[date, date]:
    """First and last day of a period that today is in."""
    match name:
        case "m":
            first = today.replace(day=1)
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        case "y":
            year = today.year if today.month >= 9 else today.year - 1
            return date(year, 9, 1), date(year + 1, 8, 31)
        case _:
            first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
            return first, (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)


def compliance(t: Translator, found: Compliance, name: str, page: int = 0) -> Screen:
    """A page of the table, those who owe most first, and the sum of all."""
    rows = sorted(found.rows, key=lambda row: (-row.missing, -row.late, row.organisation))
    page = min(max(0, page), max(0, len(rows) - 1) // ROWS_A_PAGE)
    shown = rows[page * ROWS_A_PAGE : (page + 1) * ROWS_A_PAGE]
    text = lines(
        t("news-compliance-head", days=words.days(t, found.first, found.last)),
        _sum(t, rows),
        lines(*[_line(t, row) for row in shown]),
        t("news-compliance-legend"),
        gap="\n\n",
    )

    def turn(number: int) -> ReportTap:
        return ReportTap(do=ReportTap.COMPLIANCE, period=name, page=number)

    files = [
        Button(t.plain("news-button-picture"), ReportTap(do=ReportTap.PICTURE, period=name)),
        Button(t.plain("news-button-xlsx"), ReportTap(do=ReportTap.TABLE, period=name)),
    ]
    pages = page_row(t, page, len(rows), turn, ROWS_A_PAGE)
    return Screen(text, [_periods(t, ReportTap.COMPLIANCE, name), pages, files, [to_desk(t)]])


def _periods(t: Translator, do: str, chosen: str) -> list[Button]:
    return [
        Button(
            t.plain(f"news-period-{PERIODS[name]}-chosen" if name == chosen else f"news-period-{PERIODS[name]}"),
            ReportTap(do=do, period=name),
        )
        for name in PERIODS
    ]


def _sum(t: Translator, rows: Sequence[Standing]) -> Html:
    owed = sum(row.owed for row in rows)
    if not owed:
        return t("news-compliance-none")
    on_time = sum(row.on_time for row in rows)
    return t(
        "news-compliance-sum",
        owed=owed,
        on_time=on_time,
        share=round(100 * on_time / owed),
        late=sum(row.late for row in rows),
        missing=sum(row.missing for row in rows),
    )


def _line(t: Translator, row: Standing) -> Html:
    if not row.owed and not row.ahead:
        return t("news-compliance-line-none", name=row.organisation)
    counts = {"on-time": row.on_time, "late": row.late, "missing": row.missing, "ahead": row.ahead}
    shown = [t.plain(f"news-compliance-{key}", count=count) for key, count in counts.items() if count]
    if row.median_days is not None:
        shown.append(t.plain("news-compliance-median", days=t.number(row.median_days)))
    return t("news-compliance-line", name=row.organisation, counts=" · ".join(shown))


async def compliance_picture(t: Translator, documents: DocumentWorker, found: Compliance) -> Attachment:
    """The report as a picture to be seen in the chat."""
    picture = CompliancePicture(
        title=t.plain("news-compliance-title"),
        heading=_heading(t, found),
        rows=[
            ComplianceRow(
                row.organisation,
                (row.on_time, row.late, row.missing, row.ahead),
                t.number(row.median_days) if row.median_days is not None else "—",
            )
            for row in found.rows
        ],
        made_at=found.made_at,
    )
    data = await documents.run(render_png, picture, t.plain)
    return Attachment(data, t.plain("news-compliance-file", day=found.first.isoformat()) + ".png", picture=True)


def _heading(t: Translator, found: Compliance | MediaPlan) -> str:
    days = words.days(t, found.first, found.last)
    return t.plain("news-report-made", days=days, at=t.moment(found.made_at))


async def compliance_table(t: Translator, documents: DocumentWorker, found: Compliance) -> Attachment:
    """The report as XLSX."""
    names = ("college", "on-time", "late", "missing", "ahead", "share", "median")
    widths = (38.0, 11.0, 11.0, 13.0, 13.0, 12.0, 16.0)
    kinds = ("text", "number", "number", "number", "number", "share", "number")
    columns = [
        Column(t.plain(f"news-column-{name}"), width, kind)  # type: ignore[arg-type]
        for name, width, kind in zip(names, widths, kinds, strict=True)
    ]
    rows = [
        (
            row.organisation,
            row.on_time,
            row.late,
            row.missing,
            row.ahead,
            row.on_time / row.owed if row.owed else None,
            row.median_days,
        )
        for row in found.rows
    ]
    fills = {
        (number, column): _FILLS[column - 1] for number, row in enumerate(rows) for column in (1, 2, 3) if row[column]
    }
    heading = [t.plain("news-compliance-title"), _heading(t, found)]
    table = Table(t.plain("news-compliance-sheet"), columns, rows, heading, fills=fills)
    data = await documents.run(render_xlsx, [table], zone=t.zone, title=heading[0])
    return Attachment(data, t.plain("news-compliance-file", day=found.first.isoformat()) + ".xlsx")


def media_plan(t: Translator, found: MediaPlan, name: str, page: int = 0) -> Screen:
    """A page of what came out, with the outlets of each."""
    page = min(max(0, page), max(0, len(found.rows) - 1) // ITEMS_A_PAGE)
    shown = found.rows[page * ITEMS_A_PAGE : (page + 1) * ITEMS_A_PAGE]
    counts = [sum(any(link.outlet is outlet for link in row.links) for row in found.rows) for outlet in _OUTLETS]
    channel = sum(row.item_id is not None for row in found.rows)
    named = [t("news-media-count", name=t.plain("news-outlet-channel"), count=channel)]
    named += [
        t("news-media-count", name=t.plain(f"news-outlet-{outlet.value}"), count=count)
        for outlet, count in zip(_OUTLETS, counts, strict=True)
    ]
    text = lines(
        t("news-media-head", days=words.days(t, found.first, found.last), count=len(found.rows)),
        lines(*named),
        *([_appeared(t, row) for row in shown] or [t("news-media-none")]),
        gap="\n\n",
    )

    def turn(number: int) -> ReportTap:
        return ReportTap(do=ReportTap.MEDIA, period=name, page=number)

    file = [Button(t.plain("news-button-xlsx"), ReportTap(do=ReportTap.MEDIA_TABLE, period=name))]
    pages = page_row(t, page, len(found.rows), turn, ITEMS_A_PAGE)
    return Screen(text, [_periods(t, ReportTap.MEDIA, name), pages, file, [to_desk(t)]])


def _appeared(t: Translator, row: Appearance) -> Html:
    outlets = [t.plain("news-outlet-channel")] if row.item_id is not None else []
    outlets += [t.plain(f"news-outlet-{outlet.value}") for outlet in _outlets(row)]
    return t(
        "news-media-line",
        day=t.short_day(t.local(row.published_at).date()),
        title=words.brief(row.title, 80),
        organisation=row.organisation,
        outlets=", ".join(outlets),
    )


def _outlets(row: Appearance) -> list[Outlet]:
    return [outlet for outlet in _OUTLETS if any(link.outlet is outlet for link in row.links)]


async def media_table(t: Translator, documents: DocumentWorker, found: MediaPlan) -> Attachment:
    """Outlets × items as XLSX, with the addresses."""
    names = ("day", "college", "title", "event", "channel")
    columns = [
        Column(t.plain(f"news-column-{name}"), width, "date" if name == "day" else "text")
        for name, width in zip(names, (12.0, 26.0, 40.0, 30.0, 30.0), strict=True)
    ]
    outlets = [t.plain(f"news-outlet-{outlet.value}") for outlet in _OUTLETS]
    columns += [Column(name[:1].upper() + name[1:], 30.0) for name in outlets]
    rows: list[tuple[str | date | None, ...]] = [
        (
            t.local(row.published_at).date(),
            row.organisation,
            row.title,
            row.event or "",
            _post(found, row),
            *["\n".join(link.target for link in row.links if link.outlet is outlet) for outlet in _OUTLETS],
        )
        for row in found.rows
    ]
    heading = [t.plain("news-media-title"), _heading(t, found)]
    table = Table(t.plain("news-media-sheet"), columns, rows, heading, frozen=3)
    data = await documents.run(render_xlsx, [table], zone=t.zone, title=heading[0])
    return Attachment(data, t.plain("news-media-file", day=found.first.isoformat()) + ".xlsx")


def _post(found: MediaPlan, row: Appearance) -> str:
    channel = found.channel
    if channel is None or row.message_id is None or row.chat_id != channel.chat_id:
        return ""
    return channel.link_to(row.message_id)
