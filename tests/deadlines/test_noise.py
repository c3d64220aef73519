"""For noise the answer is «not understood», never a wrong date."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cluster.calendar import WorkingCalendar
from cluster.deadlines import PlanPeriod, parse_deadline
from tests.deadlines.test_texts import DATED, OTHERS, REPEATED

CALENDAR = WorkingCalendar()
ACADEMIC = PlanPeriod.academic(2023)
KNOWN = sorted({*DATED, *REPEATED, *OTHERS})
WORDS = (
    "или",
    "кроме",
    "после",
    "раньше",
    "до",
    "не",
    "около",
    "примерно",
    "отчёт",
    "срок",
    "17",
    "№",
    "щъ",
    "x",
)
DATE_LIKE = re.compile(r"\d{1,2}\s*[./]\s*\d{2}")


def _dues(text: str) -> list[str]:
    return [f"{due.due_on}" for due in parse_deadline(text, ACADEMIC).dues(CALENDAR, ACADEMIC)]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_no_date(letters: list[str]) -> None:
    text = "".join(letters)  # drawn letter by letter: drawn as text it would be phrases of our own sources
    assume(not DATE_LIKE.search(text))
    typed = parse_deadline(text, ACADEMIC)
    assert typed.text == text
    assert typed.meaning is None
    assert _dues(text) == []


WORD = st.lists(st.sampled_from("абвгдежзиклмнопрстуфхцчшщыьэюя.,-0123456789IVX"), min_size=4, max_size=9).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORD, max_size=6))
def test_russian_letters_are_no_date(words: list[str]) -> None:
    text = " ".join(words)
    assume(not DATE_LIKE.search(text))
    assert _dues(text) == []


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(KNOWN), st.sampled_from(WORDS), st.data())
def test_a_foreign_word_never_changes_the_date(text: str, word: str, data: st.DataObject) -> None:
    """Put before, after or into a text that is understood: it is not understood any more, or nothing changes."""
    words = text.split()
    at = data.draw(st.integers(0, len(words)))
    spoiled = " ".join([*words[:at], word, *words[at:]])
    found = _dues(spoiled)
    if word == "до" and at == 0:  # «до 15 марта» for «15 марта» means the same day, or the working day before
        return
    if word == "17":
        return  # a number beside a month is another date: see the next test
    assert found in ([], _dues(text)), spoiled


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KNOWN), st.data())
def test_a_lost_letter_never_changes_the_date(text: str, data: st.DataObject) -> None:
    long_words = [found.span() for found in re.finditer(r"[а-яёА-ЯЁ]{5,}", text)]
    assume(long_words)
    first, last = data.draw(st.sampled_from(long_words))
    at = data.draw(st.integers(first, last - 1))
    spoiled = text[:at] + text[at + 1 :]
    assert _dues(spoiled) in ([], _dues(text)), spoiled


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KNOWN), st.data())
def test_case_blanks_and_dashes_do_not_matter(text: str, data: st.DataObject) -> None:
    changed = data.draw(st.sampled_from([str.upper, str.lower, str.title]))(text)
    blank = data.draw(st.sampled_from(["  ", "\n", "\u00a0", " \n "]))
    changed = changed.replace(" ", blank).replace("–", data.draw(st.sampled_from(["—", "-", "–"])))
    assert parse_deadline(changed, ACADEMIC).meaning == parse_deadline(text, ACADEMIC).meaning
