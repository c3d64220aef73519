"""A sheet nobody has written code for: 40 criteria of all four kinds in 6 sections."""

from cluster.evaluation.sheet import Sheet, read_sheet

TITLE = "Экспертный лист программы, 40 критериев"
SECTIONS = (7, 7, 7, 7, 6, 6)
NORMS = (
    {"kind": "yes_no", "printed": "ДА /Нет"},
    {"kind": "share", "printed": "не менее 62,5 %", "percent": "62.5"},
    {"kind": "number", "printed": "не менее 5 чел.", "at_least": "5", "unit": "чел."},
    {"kind": "choice", "printed": "Договор / Соглашение", "choices": [
        {"text": "Договор", "meets": True},
        {"text": "Соглашение", "meets": True},
        {"text": "Нет ни договора, ни соглашения", "meets": False},
    ]},
    {"kind": "number", "printed": "не более 25 чел.", "at_most": "25", "unit": "чел."},
)  # fmt: skip


def content() -> dict:
    """The sheet as plain data."""
    norms = (NORMS[n % len(NORMS)] for n in range(100))
    return {
        "title": TITLE,
        "sections": [
            {
                "number": str(number),
                "title": f"Раздел {number}: условия, содержание и результаты программы",
                "criteria": [
                    {
                        "number": f"{number}.{place}",
                        "text": f"Критерий {number}.{place}: подтверждается документами колледжа и предприятия",
                        "norm": next(norms),
                    }
                    for place in range(1, size + 1)
                ],
            }
            for number, size in enumerate(SECTIONS, start=1)
        ],
    }


def sheet() -> Sheet:
    """The same, read."""
    return read_sheet(content())
