"""What a post is made of: links recognised, limits after parsing, differences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.errors import Invalid
from cluster.news.outlets import Link, Outlet, read_links
from cluster.news.post import (
    ALBUM_LIMIT,
    CAPTION_LIMIT,
    TEXT_LIMIT,
    Content,
    Media,
    MediaKind,
    Piece,
    Trouble,
    compose,
    difference,
    length,
    troubles,
)
from cluster.news.states import TRANSITIONS, ItemState, WrongItemState, move

PHOTO, FILE = (Media(1, kind, "id", "", 1) for kind in (MediaKind.PHOTO, MediaKind.DOCUMENT))

LINKS = [
    ("https://vk.com/wall-1_2", [(Outlet.VK, "https://vk.com/wall-1_2")]),
    ("m.vk.com/wall-1_2", [(Outlet.VK, "https://m.vk.com/wall-1_2")]),
    ("ok.ru/group/1", [(Outlet.OK, "https://ok.ru/group/1")]),
    ("t.me/spk/15", [(Outlet.TELEGRAM, "https://t.me/spk/15")]),
    ("https://www.tomintech.ru/news/1", [(Outlet.SITE, "https://www.tomintech.ru/news/1")]),
    ("сайт: колледж.рф/новости, вк: vk.ru/a", [(Outlet.SITE, "https://колледж.рф/новости"), (Outlet.VK, "https://vk.ru/a")]),
    ("Газета «Северск», №\u00a012", [(Outlet.PRESS, "Газета «Северск», №\u00a012")]),
    ("vk.com/a\nvk.com/a", [(Outlet.VK, "https://vk.com/a")]),
    ("vk.com.evil.example/a", [(Outlet.SITE, "https://vk.com.evil.example/a")]),
]  # fmt: skip
BROKEN = [
    "https://",
    "http://localhost/a",
    "https://vk com",
    "https://user:pass@vk.com",
    "javascript://x",
    "https://[::1",
]


@pytest.mark.parametrize(("typed", "found"), LINKS)
def test_links_are_recognised(typed: str, found: list[tuple[Outlet, str]]) -> None:
    assert [(link.outlet, link.target) for link in read_links(typed)] == found


@pytest.mark.parametrize("typed", BROKEN)
def test_broken_links_are_refused(typed: str) -> None:
    with pytest.raises(Invalid):
        read_links(typed)


def test_the_post() -> None:
    links = (Link(Outlet.VK, "https://vk.com/a?b=1&c=2"), Link(Outlet.PRESS, "Газета <Север>"))
    assert compose(Content("Имя & <дело>", "<b>да</b>", links)) == (
        "<b>Имя &amp; &lt;дело&gt;</b>\n\n<b>да</b>\n\n"
        '🔗 <a href="https://vk.com/a?b=1&amp;c=2">ВКонтакте</a>\n📰 Газета &lt;Север&gt;'
    )


def body(size: int) -> str:
    """A text with which a post with the title «Т» has `size` characters after parsing."""
    return "ы" * (size - len("Т\n\n"))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (Content("Т", body(TEXT_LIMIT)), []),
        (Content("Т", body(TEXT_LIMIT + 1)), [(Trouble.TEXT_TOO_LONG, 1)]),
        (Content("Т", body(CAPTION_LIMIT), media=(PHOTO,)), []),
        (Content("Т", body(CAPTION_LIMIT + 1), media=(PHOTO,)), [(Trouble.CAPTION_TOO_LONG, 1)]),
        (Content("Т", f"<b>{body(CAPTION_LIMIT)}</b>", media=(PHOTO,)), []),
        (Content("Т", "&amp;" * (CAPTION_LIMIT - 3), media=(PHOTO,)), []),
        (Content("Т", "👍" * 511, media=(PHOTO,)), [(Trouble.CAPTION_TOO_LONG, 1)]),
        (Content("Т", "х", media=(PHOTO,) * ALBUM_LIMIT), []),
        (Content("Т", "х", media=(PHOTO,) * 11), [(Trouble.TOO_MANY_FILES, 1)]),
        (Content("Т", "х", media=(PHOTO, FILE)), [(Trouble.MIXED_FILES, 0)]),
        (Content("", ""), [(Trouble.NO_TITLE, 0), (Trouble.NO_TEXT, 0)]),
    ],
)
def test_troubles(content: Content, found: list[tuple[Trouble, int]]) -> None:
    assert [(one.trouble, one.over) for one in troubles(content)] == found


@given(st.text(alphabet="аб <&\n", max_size=60), st.text(alphabet="аб <&\n", max_size=60))
def test_a_difference_holds_both_texts(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(text for piece, text in pieces if piece is not Piece.NEW) == before
    assert "".join(text for piece, text in pieces if piece is not Piece.GONE) == after


def test_length_counts_as_telegram_does() -> None:
    assert length("<b>а</b>&lt;👍 ") == 4


def test_ways_of_an_item() -> None:
    for state in ItemState:
        for to in ItemState:
            if to in TRANSITIONS[state]:
                assert move(state, to) is to
            else:
                with pytest.raises(WrongItemState):
                    move(state, to)
    assert ItemState.PUBLISHED not in {
        to for state in ItemState if state is not ItemState.PUBLISHING for to in TRANSITIONS[state]
    }
