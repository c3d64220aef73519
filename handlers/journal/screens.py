"""How the journal looks: a page in chat, a file."""

import csv
from collections.abc import Iterable
from io import StringIO

from handlers.engine import Button, Screen, grid, page_row
from handlers.installation.taps import LetterTap
from handlers.installation.words import kind_words
from handlers.journal.taps import JournalTap
from locales import Html, Translator, lines
from services.journal import JournalPage, Line, Thing

TITLE_LIMIT = 120


def page(t: Translator, shown: JournalPage, tap: JournalTap, back: Button) -> Screen:
    """A page of the log with the ways to narrow it."""
    thing = thing_of(tap)
    found = shown.lines
    heading = lines(
        t("journal-head", count=found.total),
        t("journal-by", name=shown.by) if shown.by else None,
        t("journal-about", thing=t.plain(f"journal-thing-{thing.value}")) if thing else None,
    )
    narrowed = bool(shown.by or thing)
    entries = [entry(t, line) for line in found.items]
    if not entries:
        entries = [t("journal-nothing-found" if narrowed else "journal-empty")]

    def turn(number: int) -> JournalTap:
        return tap.model_copy(update={"do": JournalTap.PAGE, "page": number})

    rows: list[list[Button]] = [page_row(t, found.number, found.total, turn)]
    if found.total or narrowed:
        rows += grid((_narrow(t, tap, one, chosen=one is thing) for one in Thing), 2)
    if narrowed:
        rows.append([Button(t.plain("journal-all"), JournalTap(do=JournalTap.PAGE))])
    if found.total and not narrowed:
        rows.append([Button(t.plain("journal-file"), JournalTap(do=JournalTap.FILE))])
    rows.append([Button(t.plain("journal-letters"), LetterTap(do=LetterTap.LIST))])
    return Screen(lines(heading, *entries, gap="\n\n"), [*rows, [back]])


def thing_of(tap: JournalTap) -> Thing | None:
    """The kind of things a button narrows the log to; what was made up narrows nothing."""
    return Thing(tap.thing) if tap.thing in Thing.__members__.values() else None


def _narrow(t: Translator, tap: JournalTap, thing: Thing, *, chosen: bool) -> Button:
    name = t.plain(f"journal-thing-{thing.value}")
    wanted = "" if chosen else thing.value  # a second tap widens again
    text = t.plain("journal-chosen", thing=name) if chosen else name
    return Button(text, JournalTap(do=JournalTap.PAGE, thing=wanted, person=tap.person))


def entry(t: Translator, line: Line) -> Html:
    """«21.06.2022 14:00, Анна Ивановна» and what was done to what."""
    act = line.act
    about = subject(t, line)
    did = t.plain(did_key(act.action))
    return lines(
        t("journal-entry", at=t.moment(act.at), who=act.who or t.plain("journal-program")),
        t("journal-did", did=did, subject=about) if about else lines(did),
    )


def did_key(action: str) -> str:
    """Key of an action's words."""
    return f"journal-did-{action.replace('_', '-')}"


def subject(t: Translator, line: Line) -> str:
    """What the act is about: a name, a role, the person it concerned; empty where there is nothing to call it."""
    parts = []
    title = line.subject
    if title is not None and title.name:
        named = kind_words(t, title.name) if line.act.reference[0] == "outbox" else title.name
        parts.append(named if len(named) <= TITLE_LIMIT else f"{named[: TITLE_LIMIT - 1]}…")
    if title is not None and title.role:
        parts.append(t.plain(f"role-{title.role}"))
    if line.person:
        parts.append(line.person)
    if criterion := line.act.details.get("criterion"):
        parts.append(t.plain("journal-criterion", criterion=str(criterion)))
    if year := line.act.details.get("year"):
        parts.append(str(year))
    return ", ".join(parts)


def table(t: Translator, listed: Iterable[Line]) -> bytes:
    """The log as CSV that a Russian Excel opens by a double click: UTF-8 with a mark, semicolons."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow([t.plain(f"journal-column-{name}") for name in ("at", "who", "did", "subject")])
    for line in listed:
        act = line.act
        who = act.who or t.plain("journal-program")
        cells = (t.moment(act.at).replace("\u00a0", " "), who, t.plain(did_key(act.action)), subject(t, line))
        writer.writerow([_harmless(cell) for cell in cells])
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
