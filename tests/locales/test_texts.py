"""The two languages say the same things, and the code asks for exactly what they say."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from locales import Html, Texts, lines
from locales.texts import LOCALES, MissingText
from sandbox.html_mode import parse_html

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "services", "storage", "scheduler", "cluster", "documents", "sandbox")
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")
pytestmark = pytest.mark.xdist_group("source")  # read and parsed by one worker only


@cache
def messages(locale: str) -> dict[str, tuple[Path, ftl.Message]]:
    """Every message of a locale with its file."""
    found: dict[str, tuple[Path, ftl.Message]] = {}
    for file in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content[:80]!r}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} is said twice"
                found[entry.id.name] = (file, entry)
    return found


def variables(message: ftl.Message) -> set[str]:
    """Arguments a message needs."""
    return {node.id.name for node in walk(message) if isinstance(node, ftl.VariableReference)}


def numbers(message: ftl.Message) -> set[str]:
    """Arguments a message chooses a plural by or formats as a number."""
    chosen = [node.selector for node in walk(message) if isinstance(node, ftl.SelectExpression)]
    chosen += [
        given
        for node in walk(message)
        if isinstance(node, ftl.FunctionReference)
        for given in node.arguments.positional
    ]
    return {node.id.name for node in chosen if isinstance(node, ftl.VariableReference)}


def walk(node: ftl.BaseNode) -> Iterator[ftl.BaseNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ftl.BaseNode):
                yield from walk(child)


@cache
def code() -> dict[Path, ast.Module]:
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}


def test_same_messages_in_the_same_files() -> None:
    by_locale = [{(key, file.name) for key, (file, _) in messages(locale).items()} for locale in LOCALES]
    assert by_locale[0] == by_locale[1]


def test_same_arguments() -> None:
    ru, en = ({key: variables(m) for key, (_, m) in messages(locale).items()} for locale in LOCALES)
    assert ru == en


def test_every_message_is_asked_for() -> None:
    literals: set[str] = set()
    beginnings: set[str] = set()
    for tree in code().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
            if isinstance(node, ast.ClassDef):
                literals |= {f"error-{value}" for value in _codes(node)}
    beginnings = {beginning for beginning in beginnings if re.fullmatch(r"[a-z]+-[a-z0-9-]*", beginning)} - {"error-"}
    unused = [
        key
        for key in messages("ru")
        if key not in literals and not any(key.startswith(beginning) for beginning in beginnings)
    ]
    assert unused == []


def test_every_refusal_has_words() -> None:
    codes = {
        value
        for tree in code().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for value in _codes(node)
    }
    abstract = {"refused", "invalid"}
    missing = sorted(value for value in codes - abstract if f"error-{value}" not in messages("ru"))
    assert missing == []


def _codes(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        value = getattr(statement, "value", None)
        if isinstance(target, ast.Name) and target.id == "code" and isinstance(value, ast.Constant):
            yield str(value.value)


def test_calls_give_what_the_message_needs() -> None:
    wrong = []
    for file, tree in code().items():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if not call.args or not isinstance(call.args[0], ast.Constant) or not isinstance(call.args[0].value, str):
                continue
            function = call.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            key = call.args[0].value
            if name not in ("t", "plain", "words", "say") or not KEY.fullmatch(key):
                continue
            if key not in messages("ru"):
                wrong.append(f"{file.relative_to(ROOT)}:{call.lineno}: no text {key!r}")
            elif None not in {keyword.arg for keyword in call.keywords}:
                given = {keyword.arg for keyword in call.keywords}
                needed = variables(messages("ru")[key][1])
                if given != needed:
                    wrong.append(f"{file.relative_to(ROOT)}:{call.lineno}: {key} needs {needed}, gets {given}")
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_renders_to_markup_that_telegram_takes(locale: str) -> None:
    t = Texts().for_locale(locale)
    for key, (file, message) in messages(locale).items():
        for count in (1, 3, 5):
            args = {name: count if name in numbers(message) else f"<b>&{name}" for name in variables(message)}
            text = t(key, **args)
            if file.name == "documents.ftl":
                continue
            parse_html(text, lambda _user: None)
            assert "{" not in text, key


@pytest.mark.parametrize("locale", LOCALES)
def test_quotes_and_spaces_as_in_print(locale: str) -> None:
    """«Ёлочки» in Russian; no straight quotes around words; no ordinary space after № and before %."""
    wrong = []
    for file in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            text = line.partition(" = ")[2] if not line.startswith((" ", "#")) else line.strip()
            text = re.sub(r"<[^>]*>|\{[^}]*\}", "", text)
            if line.startswith("#"):
                continue
            if '"' in text or re.search(r"№ |\d %", text) or "..." in text:
                wrong.append(f"{file.name}:{number}: {line}")
    assert wrong == []


def test_missing_text_and_argument_are_errors() -> None:
    t = Texts().for_locale("ru")
    with pytest.raises(MissingText, match="no text"):
        t("no-such-text")
    with pytest.raises(MissingText, match="title"):
        t("form-last-look")


def test_what_people_typed_is_escaped() -> None:
    t = Texts().for_locale("ru")
    assert "&lt;b&gt;&amp;" in t("form-entered", value="<b>&")
    assert t("form-entered", value=Html("<b>да</b>")) == "Сейчас: <b>да</b>"
    assert t.plain("form-entered", value="<b>&") == "Сейчас: <b>&"
    assert lines("<", Html("<b>x</b>"), None, "") == "&lt;\n<b>x</b>"


@pytest.mark.parametrize("language", ["de", "", "ru-RU"])
def test_unknown_languages_get_russian(language: str) -> None:
    assert Texts().for_locale(language).locale == "ru"


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 сообщение"), (2, "2 сообщения"), (5, "5 сообщений"), (11, "11 сообщений"), (21, "21 сообщение")],
)
def test_russian_plurals(count: int, said: str) -> None:
    assert said in Texts().for_locale("ru")("notice-several", count=count)
