"""HTML and entities: what comes out, in UTF-16 units."""

import re

import pytest

from sandbox.entities import to_html, trim, with_found
from sandbox.html_mode import parse_html
from sandbox.refusals import Refusal
from tests.sandbox.world import World


def parse(source: str):
    return parse_html(source, lambda user_id: {"id": user_id} if user_id == 1 else None)


def entity(kind: str, offset: int, length: int, **more):
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b><strong>b</strong>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
        ("<i>a</i> <em>b</em>", "a b", [entity("italic", 0, 1), entity("italic", 2, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [entity("strikethrough", n, 1) for n in range(3)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<code>a &lt;b&gt;</code>", "a <b>", [entity("code", 0, 5)]),
        ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
        ('<pre><code class="language-python">a</code></pre>', "a", [entity("pre", 0, 1, language="python")]),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            "👍",
            [entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")],
        ),
        ('<a href="https://Example.com">сайт</a>', "сайт", [entity("text_link", 0, 4, url="https://example.com/")]),
        ('<a href="tg://user?id=1">Ольга</a>', "Ольга", [entity("text_mention", 0, 5, user={"id": 1})]),
        ('<a href="tg://user?id=2">никто</a>', "никто", []),
        ("<a>example.com/x</a>", "example.com/x", [entity("text_link", 0, 13, url="http://example.com/x")]),
        ("😀<b>я😀</b>", "😀я😀", [entity("bold", 2, 3)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<b></b>x", "x", []),
        ("<B>x</B >", "x", [entity("bold", 0, 1)]),
        ("a &amp; b &quot;&#39;&#x44F; &nbsp; & c", "a & b \"'я &nbsp; & c", []),
        ("a > b", "a > b", []),
        ("<code><b>x</b></code>", "x", [entity("code", 0, 1)]),
        ("<b><code>x</code></b>", "x", [entity("code", 0, 1)]),
        ("<b>a<code>x</code>b</b>", "axb", [entity("bold", 0, 1), entity("code", 1, 1), entity("bold", 2, 1)]),
        ("<blockquote><code>x</code></blockquote>", "x", [entity("blockquote", 0, 1), entity("code", 0, 1)]),
    ],
)
def test_tags(source, text, entities):
    assert parse(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("я <br/>", 'Unsupported start tag "br/" at byte offset 3'),
        ("<p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</b></b>", "Unexpected end tag at byte offset 8"),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_refusals(source, words):
    with pytest.raises(Refusal) as refused:
        parse(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_trimming_moves_entities():
    assert trim(" \n a b  ", [entity("bold", 3, 3)]) == ("a b", [entity("bold", 0, 3)])
    assert trim("a  ", [entity("bold", 1, 2)]) == ("a", [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", "/start")]),
        ("/start@cluster_bot", [("bot_command", "/start@cluster_bot")]),
        ("и/или a/b", []),
        ("см. https://example.com/a?b=1.", [("url", "https://example.com/a?b=1")]),
        ("t.me/cluster_bot?start=1", [("url", "t.me/cluster_bot?start=1")]),
        ("пишите a.b@example.com", [("email", "a.b@example.com")]),
        ("@olga_l и #новости, #1", [("mention", "@olga_l"), ("hashtag", "#новости")]),
        ("пункт 3.3 от 24.05.2022", []),
    ],
)
def test_found_entities(text, found):
    encoded = text.encode("utf-16-le")
    assert [
        (item["type"], encoded[item["offset"] * 2 : (item["offset"] + item["length"]) * 2].decode("utf-16-le"))
        for item in with_found(text, [])
    ] == found


def test_back_to_html():
    source = '<b>a<i>&lt;😀</i></b> <a href="https://example.com/?a=1&amp;b=2">x</a>'
    assert to_html(*parse(source)) == source
    hostile = '<script>"'
    assert to_html(hostile, [entity("bold", 0, 4)], page=True) == '<b>&lt;scr</b>ipt&gt;"'


async def test_nothing_breaks_the_page(world: World):
    message = await world.olga.send(world.bot, 'https://example.com/"onmouseover=alert(1)<b>')
    page = to_html(message.body, message.entities, page=True)
    assert "<b>" not in page
    assert not re.search("<[^>]*onmouseover", page)


async def test_control_characters_go(world: World):
    await world.olga.start(world.bot)
    sent = await world.call("sendMessage", chat_id=world.olga.id, text="a\r\nb\tc\x00\u202e!")
    assert sent["text"] == "a\nb c !"
