"""How the installation looks to those who look after it."""

from handlers.engine import Button, Screen, column, page_row
from handlers.installation.taps import InstallationTap, LetterTap
from handlers.installation.words import error_words, kind_words, recipient, update_words
from locales import Html, Translator, lines
from services.installation import InstallationState
from services.paging import Page
from storage.inbox import SetAside
from storage.installation import StuckLetter

_MEGABYTE = 1_000_000
_BUTTON_LIMIT = 60


def home(t: Translator, state: InstallationState, back: Button) -> Screen:
    """Everything that is counted, and the ways to what needs a look."""
    counts = state.counts
    stuck = counts.dead + counts.uncertain
    quiet = not stuck and not counts.set_aside
    needing = [
        t("installation-dead", count=counts.dead) if counts.dead else None,
        t("installation-uncertain", count=counts.uncertain) if counts.uncertain else None,
        t("installation-set-aside", count=counts.set_aside) if counts.set_aside else None,
    ]
    text = lines(
        t("installation-head"),
        t("installation-all-well") if quiet else lines(t("installation-needs-a-look"), *needing),
        lines(
            t("installation-waiting", due=counts.due, later=counts.later),
            t("installation-reminders", count=counts.reminders),
            t("installation-updates-waiting", count=counts.updates),
        ),
        t(
            "installation-about",
            version=state.version,
            database=t.plain("installation-sqlite" if state.is_sqlite else "installation-postgresql"),
            size=t.number(round(state.size / _MEGABYTE, 1)),
        ),
        gap="\n\n",
    )
    rows = [
        [Button(t.plain("installation-letters-button", count=stuck), LetterTap(do=LetterTap.LIST))],
        [
            Button(
                t.plain("installation-updates-button", count=counts.set_aside),
                InstallationTap(do=InstallationTap.UPDATES),
            )
        ],
        [Button(t.plain("installation-refresh"), InstallationTap(do=InstallationTap.HOME)), back],
    ]
    return Screen(text, rows)


def letters(t: Translator, found: Page[StuckLetter], back: Button) -> Screen:
    """A page of letters that need a look."""
    if not found.total:
        return Screen(t("installation-letters-empty"), [[back]])
    rows = column(
        Button(
            _short(t.plain(_line_key(one), kind=kind_words(t, one.kind), to=recipient(t, one))),
            LetterTap(do=LetterTap.CARD, id=one.id, page=found.number),
        )
        for one in found.items
    )
    rows.append(page_row(t, found.number, found.total, lambda number: LetterTap(do=LetterTap.LIST, page=number)))
    return Screen(t("installation-letters", count=found.total), [*rows, [back]])


def _line_key(letter: StuckLetter) -> str:
    return "installation-line-dead" if letter.state == "dead" else "installation-line-uncertain"


def letter(t: Translator, one: StuckLetter, page: int = 0) -> Screen:
    """One letter and what can be done with it now."""

    def button(key: str, do: str) -> list[Button]:
        return [Button(t.plain(key), LetterTap(do=do, id=one.id, stamp=one.stamp, page=page))]

    rows = []
    if one.state == "dead":
        rows = [button("installation-again", LetterTap.AGAIN), button("installation-drop", LetterTap.DROP)]
    elif one.state == "uncertain":
        rows = [button("installation-arrived", LetterTap.ARRIVED), button("installation-again", LetterTap.AGAIN)]
    rows.append([Button(t.plain("installation-to-letters"), LetterTap(do=LetterTap.LIST, page=page))])
    return Screen(letter_text(t, one), rows)


def letter_text(t: Translator, one: StuckLetter) -> Html:
    """Kind, recipient, moment, what happened: nothing of the content."""
    about = t(
        "installation-letter",
        kind=kind_words(t, one.kind),
        to=recipient(t, one),
        at=t.moment(one.due_at),
        attempts=one.attempts,
    )
    key = f"installation-state-{one.state}"
    is_stuck = one.state in ("dead", "uncertain")
    return lines(about, t(key), error_words(t, one.error) if is_stuck else None, gap="\n\n")


def updates(t: Translator, found: Page[SetAside]) -> Screen:
    """A page of the updates that were set aside."""
    back = [Button(t.plain("installation-to-home"), InstallationTap(do=InstallationTap.HOME))]
    if not found.total:
        return Screen(t("installation-updates-empty"), [back])
    listed = [
        t("installation-update", id=str(one.update_id), at=t.moment(one.received_at), why=update_words(t, one.error))
        for one in found.items
    ]
    rows = column(
        Button(
            t.plain("installation-dismiss", id=str(one.update_id)),
            InstallationTap(do=InstallationTap.DISMISS, update=str(one.update_id), page=found.number),
        )
        for one in found.items
    )

    def turn(number: int) -> InstallationTap:
        return InstallationTap(do=InstallationTap.UPDATES, page=number)

    rows.append(page_row(t, found.number, found.total, turn))
    return Screen(lines(t("installation-updates", count=found.total), *listed, gap="\n\n"), [*rows, back])


def _short(text: str) -> str:
    return text if len(text) <= _BUTTON_LIMIT else f"{text[: _BUTTON_LIMIT - 1]}…"
