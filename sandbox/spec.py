"""The table of parameters of every method (`spec.json`, made by `make_spec`), and what does not stand in it.

Source: Bot API 10.3, machine-readable specification of aiogram (MIT), see `make_spec`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

_SPEC = json.loads((Path(__file__).parent / "spec.json").read_text(encoding="utf-8"))

METHOD_NAMES: dict[str, str] = {name.lower(): name for name in _SPEC["methods"]}
_PARAMETERS: dict[str, dict[str, str]] = {
    method: {name: kind for name, (kind, _) in parameters.items()} for method, parameters in _SPEC["methods"].items()
}


@cache
def _fields(types: str) -> dict[str, str] | None:
    merged: dict[str, str] = {}
    for name in types.split("|"):
        if name not in _SPEC["types"]:
            return None
        for field, kind in _SPEC["types"][name].items():
            merged[field] = "|".join(sorted({*filter(None, merged.get(field, "").split("|")), *filter(None, [kind])}))
    return merged


def unknown_parameters(method: str, params: dict[str, str], decoded: dict[str, Any]) -> list[str]:
    """Names that Telegram would ignore without a word.

    Args:
        method: the canonical name.
        params: as they came.
        decoded: those of them that were JSON, already parsed.

    Returns:
        Paths such as `foo` or `reply_markup.inline_keyboard.colour`.
    """
    known = _PARAMETERS[method]
    found = [name for name in params if name not in known]
    for name, value in decoded.items():
        if name in known:
            _check(value, known[name], name, found)
    return found


def _check(value: Any, types: str, path: str, found: list[str]) -> None:
    if isinstance(value, list):
        for item in value:
            _check(item, types, path, found)
    elif isinstance(value, dict) and (fields := _fields(types)) is not None:
        for name, inner in value.items():
            if name not in fields:
                found.append(f"{path}.{name}")
            elif fields[name] and isinstance(inner, dict | list):
                _check(inner, fields[name], f"{path}.{name}", found)
