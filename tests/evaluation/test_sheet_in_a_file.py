"""Sheets in files: what is written is read back, every trouble has its row and column, nothing harmful is read."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cluster.data import industrial_tomsk
from cluster.evaluation.sheet import Choice, Criterion, Kind, Section, Sheet, read_sheet
from cluster.evaluation.sheet_file import (
    Checked,
    Spot,
    Written,
    check,
    draft_of_table,
    draft_of_yaml,
    table_of,
    yaml_of,
)
from cluster.evaluation.sheet_file.checking import CRITERIA_LIMIT
from tests.evaluation import sheet_of_forty

HEADER = ("№", "Название критерия", "Тип", "Нормативное значение", "Единица", "Ответы")
SECTION = ("1.", "Содержание", "", "", "", "")
BUILT_IN = read_sheet({"title": industrial_tomsk().sheet.title, **industrial_tomsk().sheet.content})


def of_table(*rows: tuple[str, ...]) -> Checked:
    written = [
        [Written(text, Spot(row, "ABCDEF"[place])) for place, text in enumerate(texts)]
        for row, texts in enumerate(rows, start=1)
    ]
    return check(draft_of_table(written))


def troubles(found: Checked) -> list[tuple[int, str, str]]:
    assert found.content is None, "nothing is half-imported"
    return [(one.spot.row, one.spot.column, one.problem) for one in found.troubles]


@pytest.mark.parametrize("sheet", [BUILT_IN, sheet_of_forty.sheet()], ids=["2022", "forty"])
def test_a_sheet_comes_back_as_it_was_written(sheet: Sheet) -> None:
    header, rows = table_of(sheet)
    from_table = of_table((sheet.title, "", "", "", "", ""), header, *rows)
    assert (from_table.troubles, read_sheet(from_table.content or {})) == ((), sheet)
    from_yaml = check(draft_of_yaml(yaml_of(sheet)))
    assert (from_yaml.troubles, read_sheet(from_yaml.content or {})) == ((), sheet)


_words = (
    st.text("абвгд ё№«»:#-&'\"{}[]1", min_size=1, max_size=30)
    .map(str.split)
    .map(" ".join)
    .filter(lambda text: bool(text) and text.strip("№") != "" and ";" not in text)
)


@st.composite
def _criteria(draw: st.DrawFn, number: str) -> Criterion:
    kind = draw(st.sampled_from(Kind))
    text, norm = draw(_words), draw(st.integers(0, 100_00))
    if kind is Kind.YES_NO:
        return Criterion(number, number, text, kind, "ДА /Нет")
    if kind is Kind.CHOICE:
        answers = draw(
            st.lists(
                _words.filter(lambda one: not one.startswith("+")), min_size=2, max_size=10, unique_by=str.casefold
            )
        )
        choices = tuple(Choice(answer, place == 0) for place, answer in enumerate(answers))
        return Criterion(number, number, text, kind, "как в договоре", choices=choices)
    at_most = draw(st.booleans())
    unit = draw(st.sampled_from(["", "чел."])) if kind is Kind.NUMBER else ""
    return Criterion(number, number, text, kind, "по договорённости", norm, at_most, unit)


@st.composite
def _sheets(draw: st.DrawFn) -> Sheet:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    sections = [
        Section(str(s), draw(_words), tuple(draw(_criteria(f"{s}.{c}")) for c in range(1, size + 1)))
        for s, size in enumerate(sizes, start=1)
    ]
    return Sheet(draw(_words), tuple(sections))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(_sheets())
def test_any_sheet_comes_back_from_yaml(sheet: Sheet) -> None:
    found = check(draft_of_yaml(yaml_of(sheet)))
    assert found.troubles == ()
    assert read_sheet(found.content or {}) == sheet


def test_the_source_form_itself_is_read() -> None:
    """The form of 2022 has no column for the kind, a section is one merged cell, numbers end with a stop."""
    found = of_table(
        ("Экспертный лист для оценки программы", "", "", "", ""),
        (
            "№",
            "Название критерия",
            "Нормативное значение",
            "Оценка эксперта (соответствует/не соответствует)",
            "Замечания эксперта",
        ),
        ("1. Содержание программы", "", "", "", ""),
        ("1.1.", "Содержание программы направлено на запросы", "ДА /Нет", "", ""),
        ("2. Условия", "", "", "", ""),
        ("2.1.", "Доля преподавателей", "62,5%", "", ""),
    )
    sheet = read_sheet(found.content or {})
    assert [(c.number, c.kind, c.norm, c.norm_text) for c in sheet.criteria] == [
        ("1.1", Kind.YES_NO, None, "ДА /Нет"),
        ("2.1", Kind.SHARE, 62_50, "62,5%"),
    ]
    assert [section.title for section in sheet.sections] == ["Содержание программы", "Условия"]


GOOD = ("1.1", "Критерий", "да/нет", "", "", "")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("", "Критерий", "да/нет", "", "", ""), (4, "A", "number-missing")),
        (("1.1", "", "да/нет", "", "", ""), (4, "B", "text-missing")),
        (("1.1", "Критерий", "звёзды", "", "", ""), (4, "C", "kind-unknown")),
        (("1.1", "Критерий", "", "", "", ""), (4, "C", "kind-missing")),
        (("1.1", "Критерий", "доля", "", "", ""), (4, "D", "norm-missing")),
        (("1.1", "Критерий", "доля", "140 %", "", ""), (4, "D", "norm-share")),
        (("1.1", "Критерий", "доля", "примерно 50 %", "", ""), (4, "D", "norm-share")),
        (("1.1", "Критерий", "число", "много", "", ""), (4, "D", "norm-number")),
        (("1.1", "Критерий", "число", "не менее 5", "человек на площадке", ""), (4, "E", "unit-long")),
        (("1.1", "Критерий", "выбор", "", "", "+ да"), (4, "F", "choices-count")),
        (("1.1", "Критерий", "выбор", "", "", "да; нет"), (4, "F", "choices-none")),
        (("1.1", "Критерий", "выбор", "", "", "+да; +нет"), (4, "F", "choices-all")),
        (("1.1", "Критерий", "выбор", "", "", "+да; Да"), (4, "F", "choice-twice")),
        (("11.22.33.4", "Критерий", "да/нет", "", "", ""), (4, "A", "number-long")),
        (("1.1", "к" * 1001, "да/нет", "", "", ""), (4, "B", "text-long")),
    ],
)
def test_each_trouble_has_its_row_and_column(row: tuple[str, ...], found: tuple[int, str, str]) -> None:
    assert troubles(of_table(("Лист",), HEADER, SECTION, row)) == [found]


def test_all_troubles_are_told_at_once_in_the_order_of_the_file() -> None:
    found = of_table(
        ("", "", "", "", "", ""),
        HEADER,
        GOOD,
        SECTION,
        ("1.2", "", "доля", "?", "", ""),
        GOOD,
        GOOD,
        ("2.", "Пустой раздел", "", "", "", ""),
    )
    assert troubles(found) == [
        (2, "A", "title-missing"),
        (3, "A", "section-first"),
        (5, "B", "text-missing"),
        (5, "D", "norm-share"),
        (7, "A", "number-twice"),
        (8, "B", "section-empty"),
    ]


def test_no_table_and_too_large_a_sheet() -> None:
    assert troubles(of_table(("Просто текст",), ("и ещё",))) == [(1, "A", "header-missing")]
    assert troubles(of_table()) == [(1, "A", "header-missing")]
    many = [(f"1.{n}", "Критерий", "да/нет", "", "", "") for n in range(CRITERIA_LIMIT + 1)]
    assert troubles(of_table(("Лист",), HEADER, SECTION, *many)) == [(4 + CRITERIA_LIMIT, "A", "too-many")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: [", (1, "9", "yaml")),
        ("", (1, "1", "yaml-mapping")),
        ("- 1", (1, "1", "yaml-mapping")),
        ("a: &x [1]\nb: *x", (1, "4", "yaml-plain")),
        ("title: !!python/object/apply:os.system [ls]", (1, "8", "yaml-plain")),
        ("[" * 200, (1, "13", "yaml-plain")),
        ("title: Лист\nsections: 5", (2, "11", "yaml-list")),
        ("title: Лист\n\x00", (1, "1", "yaml")),
    ],
)
def test_yaml_that_is_no_sheet(text: str, found: tuple[int, str, str]) -> None:
    assert troubles(check(draft_of_yaml(text)))[0] == found


def test_a_typo_in_yaml_is_found_where_it_stands() -> None:
    text = yaml_of(BUILT_IN).replace("  title: Востребованность", "  titel: Востребованность", 1)
    text = text.replace("percent: 25", "percent: 250")
    found = {(row, problem) for row, _, problem in troubles(check(draft_of_yaml(text)))}
    rows = text.split("\n")
    assert (1 + rows.index("  titel: Востребованность выпускников"), "yaml-key") in found
    assert (1 + next(n for n, row in enumerate(rows) if "percent: 250" in row), "norm-share") in found
