"""Text as offices print it: lines that only the layout broke are joined again."""

import re

_ENTRY = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[а-яa-z]\)|[•–—·▪✓➢*-])\s", re.IGNORECASE)
_HYPHEN = re.compile(r"\w-$")
_OPEN = re.compile(r"[,(«“„/–—]$|\b(?:и|или|в|во|на|по|с|со|для|от|до|к|о|об|из|за|при|не|им)$", re.IGNORECASE)
_SOFT = "\v"


def flowed(text: str) -> str:
    """The text with a newline only where a paragraph or an entry of a list begins.

    A line goes on from the one before when that one ends with a hyphen or an open word, or when it begins with a small
    letter itself. A soft break (vertical tab) never begins a paragraph, except before an entry of a list.
    """
    joined = ""
    for part in re.split(f"([\n{_SOFT}])", text):
        if part in ("\n", _SOFT):
            broken_by = part
            continue
        line = " ".join(part.split())
        if not line:
            continue
        if not joined:
            joined = line
        elif _ENTRY.match(line) or (broken_by == "\n" and not _goes_on(joined, line)):
            joined += f"\n{line}"
        else:
            joined += line if _HYPHEN.search(joined) and line[0].isalnum() else f" {line}"
    return joined


def _goes_on(before: str, line: str) -> bool:
    return bool(_HYPHEN.search(before) or _OPEN.search(before)) or line[0].islower() or line[0] in ").,;:»"
