"""Any text at all: the parser answers or refuses, and what it gives can be shown and parsed again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.entities import to_html, trim, units, with_found
from sandbox.html_mode import parse_html
from sandbox.refusals import Refusal

PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<u>",
        "</u>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<blockquote>",
        "</blockquote>",
        '<a href="https://example.com/?a=1&amp;b=2">',
        "</a>",
        "<tg-spoiler>",
        "</tg-spoiler>",
        "<",
        "&",
        "&lt;",
        "&amp;",
        "\n",
        " ",
        "😀",
        "я",
        "x",
        "/start",
        "@olga_l",
        "#тег",
        "https://example.com",
        '"',
        "'",
    ]
)
SOURCE = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


def nobody(_user_id: int) -> None:
    return None


@settings(max_examples=300, deadline=None)
@given(SOURCE)
def test_parse_show_parse(source: str):
    try:
        text, entities = parse_html(source, nobody)
    except Refusal as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")
        return
    text, entities = trim(text, entities)
    assert all(item["offset"] >= 0 and item["offset"] + item["length"] <= units(text) for item in entities)
    again, same = parse_html(to_html(text, entities), nobody)
    assert again == text
    assert {str(item) for item in trim(again, same)[1]} == {str(item) for item in entities}
    found = with_found(text, entities)
    assert "<script" not in to_html(text, found, page=True)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_plain_text_is_shown_as_it_is(text: str):
    shown = to_html(text, [])
    assert parse_html(shown, nobody) == (text, [])
