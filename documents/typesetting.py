"""PDF and PNG by typst: the fonts, the way data goes in, and what happens to a character no font has.

Data goes in only as one JSON input, so no text of a person is ever read as markup. System fonts are off: a document
looks the same on every machine. Files are PDF/A-2u, made to be archived; this also makes typst refuse a character
that it could only draw as an empty box. Such a character is printed as its code, «[U+4E2D]», and the template adds
the note `glyph_note` of the data.
"""

import ast
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import typst

_ROOM = Path(__file__).parent
_TEMPLATES = _ROOM / "templates"
_MM_AN_INCH = 25.4
_ROUNDS = 5  # replacing a cluster can bring another one to light; past this only plain letters are kept

_UNDRAWABLE = re.compile(r'(?:the text|codepoint) `"((?:[^"\\]|\\.)+)"`')
_RUST_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_MARKS = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_RISKY = re.compile(r"[^\n\u0020-\u007e\u00a0-\u00ff\u0400-\u045f«»„“”–—…№\u200b]")

Json: TypeAlias = Mapping[str, Any]


def typeset_pdf(template: str, data: Json, made_at: datetime) -> bytes:
    """The PDF that `templates/<template>.typ` makes of `data`.

    Args:
        template: file name without the extension.
        data: what the template reads as `data`; JSON types only, texts already `clean`.
        made_at: aware; printed in the file's properties, so the same input gives the same bytes.

    Raises:
        typst.TypstError: the template itself is wrong.
    """
    return _drawable(template, data, made_at)[1]


def typeset_png(
    template: str, data: Json, made_at: datetime, width_px: int, *, page_width_mm: float = 210
) -> list[bytes]:
    """The same document as pictures, a page each, `width_px` pixels wide."""
    drawable, _ = _drawable(template, data, made_at)
    made = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        format="png",
        ppi=width_px / page_width_mm * _MM_AN_INCH,
        **_setup(drawable),
    )
    if made is None:
        raise RuntimeError("typst returned no picture")
    return made if isinstance(made, list) else [made]


def _drawable(template: str, data: Json, made_at: datetime) -> tuple[Json, bytes]:
    """The data with every undrawable character replaced, and the PDF made of it."""
    data = {"replaced": False, **_each_text(data, _plain)}
    for attempt in range(_ROUNDS + 1):
        try:
            return data, _compiled(template, data, made_at)
        except typst.TypstError as error:
            clusters = _clusters_of(error)
            if not clusters or attempt == _ROUNDS:
                raise
            replace = _coded if attempt == _ROUNDS - 1 else _replacer(clusters)
            data = {**_each_text(data, replace), "replaced": True}
    raise AssertionError("unreachable")


def _compiled(template: str, data: Json, made_at: datetime) -> bytes:
    made = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        format="pdf",
        pdf_standards="a-2u",
        timestamp=int(made_at.timestamp()),
        **_setup(data),
    )
    if not isinstance(made, bytes):
        raise RuntimeError("typst returned no file")
    return made


def _setup(data: Json) -> dict[str, Any]:
    return {"root": _TEMPLATES, "font_paths": _fonts(), "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)}}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_ROOM / "fonts")])


def _clusters_of(error: typst.TypstError) -> list[str]:
    """The pieces of text that typst says it cannot draw, longest first."""
    found = {_unescaped(text) for text in _UNDRAWABLE.findall(error.diagnostic or error.message)}
    return sorted(found, key=len, reverse=True)


def _unescaped(text: str) -> str:
    """A string as Rust prints it for debugging, read back."""
    python = _RUST_CODE.sub(lambda code: f"\\U{int(code[1], 16):08x}", text)
    return str(ast.literal_eval(f'"{python}"'))


def _replacer(clusters: list[str]) -> Callable[[str], str]:
    """Codes for the clusters. A plain letter among them is not to blame but the marks that stand on it."""
    plain = [cluster for cluster in clusters if not _RISKY.search(cluster)]
    risky = [re.escape(cluster) for cluster in clusters if _RISKY.search(cluster)]
    blamed = re.compile("|".join([*risky, *(f"(?<={re.escape(letter)}){_MARKS}+" for letter in plain)]))
    return lambda text: blamed.sub(lambda found: _coded(found[0]), text)


def _coded(text: str) -> str:
    return _RISKY.sub(lambda found: _code(found[0]), text)


def _code(character: str) -> str:
    return f"[U+{ord(character):04X}]"


def _plain(text: str) -> str:
    """A tab has no width in typst, and PDF/A forbids the byte order mark inside text."""
    return text.replace("\t", "    ").replace("\ufeff", "\u2060")


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """The same structure with `change` applied to every text in it (not to keys)."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _each_text(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(item, change) for item in value]
    return value
