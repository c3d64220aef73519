"""The sheet of the source form (report of 2021/2022, slides 14–16), letter for letter, filled in by an expert."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from documents.expert_sheet import ExpertSheet, SheetCounts, SheetRow, SheetSection

YES_NO = "ДА /Нет"

SECTIONS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "Содержание основной профессиональной образовательной программы",
        (
            (
                "1.1.",
                "Содержание программы направлено на формирование запросов различных субъектов: государства, "
                "региональных рынков труда, социальных партнёров, студентов",
                YES_NO,
            ),
            (
                "1.2.",
                "Наличие в компетентностной модели (в требованиях к результатам обучения) выпускника компетенций, "
                "отражающих современные потребности в умениях и навыках со стороны предприятий - работодателей",
                YES_NO,
            ),
            (
                "1.3.",
                "Согласованность основных целей программы с целями и задачами профессиональной деятельности "
                "выпускника программы, с запросами рынка труда, предприятий-работодателей",
                YES_NO,
            ),
            (
                "1.4.",
                "Наличие дисциплин, междисциплинарных курсов, отражающих региональный запрос на компетенции (умения, "
                "навыки) выпускников со стороны предприятий-работодателей",
                YES_NO,
            ),
            (
                "1.5.",
                "Структура и содержание практического обучения соответствует запросу на компетенции (умения, навыки) "
                "выпускников со стороны предприятий-работодателей",
                YES_NO,
            ),
        ),
    ),
    (
        "Условия реализации основной профессиональной образовательной программы",
        (
            (
                "2.1.",
                "Доля преподавателей, прошедших повышение квалификации (стажировку) в профильных организациях "
                "(организациях, работающих по профилю будущего трудоустройства выпускников) в течение последних 3 лет",
                "100%",
            ),
            (
                "2.2.",
                "Доля преподавателей профессионального цикла, имеющих опыт работы в отрасли по профилю "
                "образовательной программы",
                "25%",
            ),
            (
                "2.3.",
                "Наличие преподавателей-совместителей из числа действующих руководителей и работников профильных "
                "организаций",
                YES_NO,
            ),
            (
                "2.4.",
                "Наличие учебных лабораторий, переоснащенных современным оборудованием в последние 5 лет",
                YES_NO,
            ),
            (
                "2.5.",
                "Использование образовательной организацией баз предприятий для проведения практик, оснащённых "
                "современным оборудованием, приборами и специализированными полигонами в степени, необходимой для "
                "формирования профессиональных компетенций",
                YES_NO,
            ),
            (
                "2.6.",
                "Наличие информационной инфраструктуры, предназначенной для создания, хранения и доставки "
                "образовательного контента и используемых образовательных технологий",
                YES_NO,
            ),
        ),
    ),
    (
        "Востребованность выпускников",
        (
            (
                "3.1.",
                "Наличие выпускников образовательной программы, успешно прошедших независимую оценку квалификаций",
                YES_NO,
            ),
            ("3.2.", "Доля выпускников, трудоустроившихся по специальности в течение года", "62,5%"),
            (
                "3.3.",
                "Наличие студентов, получивших приглашения на работу по итогам прохождения практики",
                YES_NO,
            ),
        ),
    ),
)

_REMARKS = {
    "1.4.": "В учебном плане нет курса по наладке станков с ЧПУ Siemens 840D, хотя на заводе их большинство.\n"
    "Предлагаем 36 часов за счёт вариативной части.",
    "2.1.": "Стажировку не прошли двое преподавателей из двенадцати; приказы о стажировке на осень показаны.",
    "2.4.": "Лаборатория метрологии оборудована в 2015 году.",
    "3.2.": "По справке колледжа; данных службы занятости ещё нет.",
}
_FIGURES = {"2.1.": ("92 %", "83,3 %"), "2.2.": ("31 %", "31 %"), "3.2.": ("62,5 %", "64 %")}
_FAILED = {"1.4.", "2.1.", "2.4."}
_NOT_JUDGED = {"3.1."}


def filled_sheet() -> ExpertSheet:
    """Submitted: ten criteria conform, three do not, one could not be judged."""
    return ExpertSheet(
        cluster="Промышленный образовательно-отраслевой кластер Томской области",
        session="Экспертная сессия образовательных программ",
        session_dates="21.06.2022 – 30.06.2022",
        programme_code="15.02.12",
        programme_title="Монтаж, техническая эксплуатация и ремонт промышленного оборудования",
        college="ОГБПОУ «Северский промышленный колледж»",
        expert="Верещагин Константин Аполлинарьевич",
        position="Главный механик",
        enterprise="АО «СХК»",
        title="Экспертный лист для оценки программы",
        sections=tuple(
            SheetSection(number=str(number), title=title, rows=tuple(_filled(*row) for row in rows))
            for number, (title, rows) in enumerate(SECTIONS, start=1)
        ),
        counts=SheetCounts(conforms=10, not_conforms=3, cannot_judge=1),
        submitted_at="24 июня 2022 г., 15:40",
        version=1,
        code="ЭЛ-2022-0017",
        made_at=datetime(2022, 6, 24, 8, 40, tzinfo=UTC),
    )


def blank_sheet() -> ExpertSheet:
    """The same sheet before the first answer."""
    sheet = filled_sheet()
    rows = {row.number: replace(row, actual="", verdict="", remark="", evidence="") for row in rows_of(sheet)}
    return replace(
        with_rows(sheet, rows),
        submitted_at="",
        counts=SheetCounts(conforms=0, not_conforms=0, cannot_judge=0, missing=14),
    )


def rows_of(sheet: ExpertSheet) -> Sequence[SheetRow]:
    return [row for section in sheet.sections for row in section.rows]


def with_rows(sheet: ExpertSheet, rows: dict[str, SheetRow]) -> ExpertSheet:
    """`sheet` with the rows of these numbers replaced."""
    sections = (
        replace(section, rows=tuple(rows.get(row.number, row) for row in section.rows)) for section in sheet.sections
    )
    return replace(sheet, sections=tuple(sections))


def with_remark(sheet: ExpertSheet, number: str, remark: str) -> ExpertSheet:
    row = next(row for row in rows_of(sheet) if row.number == number)
    return with_rows(sheet, {number: replace(row, remark=remark)})


def _filled(number: str, text: str, norm: str) -> SheetRow:
    figure, actual = _FIGURES.get(number, ("", ""))
    verdict = "не соответствует" if number in _FAILED else "соответствует"
    return SheetRow(
        number=number,
        text=text,
        norm=norm,
        college_figure=figure,
        actual=actual,
        verdict="не могу оценить" if number in _NOT_JUDGED else verdict,
        remark=_REMARKS.get(number, ""),
        evidence="голосовое сообщение, 2 фото" if number == "2.4." else "",
    )
