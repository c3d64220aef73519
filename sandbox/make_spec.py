"""Makes `spec.json` out of the machine-readable Bot API specification.

Source: `.butcher/schema/schema.json` of the aiogram source distribution (MIT), Bot API 10.3:
`pip download --no-deps --no-binary aiogram aiogram==3.31.0`. Run again when the Bot API grows:
`python -m sandbox.make_spec schema.json > sandbox/spec.json`.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any


def compact(schema: dict[str, Any]) -> dict[str, Any]:
    """Keep the names and types of parameters of every method, and the fields of every type a parameter may carry.

    Args:
        schema: the whole specification as published.

    Returns:
        `methods`: method → parameter → [type, required]; `types`: type → field → type. A field that stands for
        several types names them joined with `|`; arrays are dropped, because a value tells by itself that it is one.
    """
    items = {item["name"]: item for group in schema["items"] for item in group["children"]}
    objects = {name for name in items if name[0].isupper()}

    def concrete(text: str) -> list[str]:
        found: list[str] = []
        for name in re.findall(r"[A-Z]\w+", text):
            if name not in objects:
                continue
            own = items[name]
            listed = re.findall(r"^ *- ([A-Z]\w+)", own["description"], re.MULTILINE)
            found += [name] if own["annotations"] or not listed else concrete(" ".join(listed))
        return found

    types: dict[str, dict[str, str]] = {}

    def collect(names: list[str]) -> None:
        for name in names:
            if name not in types:
                types[name] = {}
                for field in items[name]["annotations"]:
                    types[name][field["name"]] = "|".join(concrete(field["type"]))
                    collect(concrete(field["type"]))

    methods: dict[str, dict[str, list[Any]]] = {}
    for name in sorted(set(items) - objects):
        methods[name] = {}
        for parameter in items[name]["annotations"]:
            names = concrete(parameter["type"])
            collect(names)
            methods[name][parameter["name"]] = ["|".join(names) or parameter["type"], parameter["required"]]
    return {
        "source": "Bot API specification from aiogram's source distribution, .butcher/schema/schema.json (MIT)",
        "version": schema["api"]["version"],
        "methods": methods,
        "types": dict(sorted(types.items())),
    }


if __name__ == "__main__":
    published = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    json.dump(compact(published), sys.stdout, ensure_ascii=False, indent=0)
    sys.stdout.write("\n")
