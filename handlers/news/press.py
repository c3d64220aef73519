"""Who writes for colleges: whom the bot reminds first, and whose news skips the review."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from handlers.engine import Button, Screen, Talk, page_row
from handlers.news import words
from handlers.news.desktop import to_desk
from handlers.news.taps import PressTap
from locales import Translator, lines
from services.news import News, PressCard
from services.paging import Page
from storage.news_press import Press

router = Router(name="news-press")

PEOPLE_SHOWN = 20


@router.callback_query(PressTap.filter())
async def press_tapped(callback: CallbackQuery, callback_data: PressTap, talk: Talk, news: News) -> None:
    """The list, a college, and what is decided there."""
    tap, t, actor, press = callback_data, talk.t, talk.actor, news.press
    toast = None
    match tap.do:
        case PressTap.CARD:
            card = await press.college(actor, tap.o)
        case PressTap.NAME:
            card = await press.name(actor, tap.o, tap.v)
            toast = t.plain("news-press-named", name=card.press.responsible or "")
        case PressTap.TRUST | PressTap.DISTRUST:
            card = await press.trust(actor, tap.o, trusted=tap.do == PressTap.TRUST)
        case _:
            await talk.show(colleges(t, await press.colleges(actor, tap.v)))
            return
    await talk.show(college(t, card, moderates=actor.can(Permission.MODERATE_NEWS)), toast)


def colleges(t: Translator, page: Page[Press]) -> Screen:
    """A page of colleges with who is reminded first."""
    if not page.items:
        return Screen(t("news-press-none"), [[to_desk(t)]])
    listed = [_line(t, one) for one in page.items]
    rows = [
        [Button(words.brief(one.organisation), PressTap(do=PressTap.CARD, o=one.organisation_id))] for one in page.items
    ]
    rows.append(page_row(t, page.number, page.total, lambda number: PressTap(do=PressTap.LIST, v=number)))
    return Screen(lines(t("news-press-head"), lines(*listed), gap="\n\n"), [*rows, [to_desk(t)]])


def _line(t: Translator, one: Press) -> str:
    key = "news-press-line" if one.responsible else ("news-press-line-any" if one.writers else "news-press-line-none")
    line = t(key, organisation=one.organisation, name=one.responsible or "", count=one.writers)
    return lines(line, t("news-press-line-trusted"), gap=" ") if one.trusted else line


def college(t: Translator, card: PressCard, *, moderates: bool) -> Screen:
    """One college: everybody who speaks for it, to name who is reminded first."""
    press, rows = card.press, []
    for person_id, name in card.people[:PEOPLE_SHOWN]:
        key = "news-press-person-chosen" if person_id == press.responsible_id else "news-press-person"
        tap = PressTap(do=PressTap.NAME, o=press.organisation_id, v=person_id)
        rows.append([Button(t.plain(key, name=words.brief(name)), tap)])
    if moderates:
        do, key = (
            (PressTap.DISTRUST, "news-review-distrust") if press.trusted else (PressTap.TRUST, "news-review-trust")
        )
        rows.append([Button(t.plain(key), PressTap(do=do, o=press.organisation_id))])
    text = lines(
        t("news-press-college", organisation=press.organisation),
        t("news-press-how" if card.people else "news-press-nobody"),
        t("news-review-trusted") if press.trusted else None,
        gap="\n\n",
    )
    return Screen(text, [*rows, [Button(t.plain("news-press-back"), PressTap(do=PressTap.LIST)), to_desk(t)]])
