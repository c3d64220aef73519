"""`/start` with and without an invitation, and the consent: nothing personal is stored before it."""

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import ConsentRequired
from cluster.invitations import Invitation, InvitationRefusal, InvitationUnknown, token_in
from handlers import menu
from handlers.engine import Button, Screen, Talk, refusal
from handlers.people.home import role_line, show_home
from handlers.people.introduction import ask_name
from handlers.people.taps import AcceptTap, ConsentTap, RequestTap
from locales import Html, Texts, Translator, lines
from services.invitations import InvitationService
from services.people import ConsentTerms, PeopleService

router = Router(name="people-start")

LANGUAGES = ("ru", "en")


@router.message(CommandStart())
async def start(
    message: Message,
    command: CommandObject,
    talk: Talk,
    *,
    people: PeopleService,
    invitations: InvitationService,
    texts: Texts,
) -> None:
    """Greet: an invitation, the consent, or the menu."""
    if not talk.actor.consented:
        talk.t = texts.for_locale(_language(message), talk.actor.zone)
    token = None
    if command.args:
        token = token_in(command.args.strip())
        if token is None:
            await talk.send(_refused(talk, InvitationUnknown()))
            return
        try:
            offer = await invitations.look(talk.actor, token)
        except InvitationRefusal as error:
            await talk.send(_refused(talk, error))
            return
        if talk.actor.consented:
            await talk.send(_offer(talk.t, offer, token))
            return
    if talk.actor.consented:
        await show_home(talk, people)
    else:
        await show_consent(talk, people, invitations, token)


async def _open_start(talk: Talk, people: PeopleService, invitations: InvitationService) -> None:
    if talk.actor.consented:
        await show_home(talk, people)
    else:
        await show_consent(talk, people, invitations, None)


menu.entry(command="start", label="menu-start", permission=Permission.PUBLIC, order=0, open=_open_start, in_menu=False)


def _language(message: Message) -> str:
    """The language to greet a stranger in: English for those whose Telegram is, else Russian."""
    code = message.from_user.language_code if message.from_user else None
    return "en" if code and code.lower().startswith("en") else "ru"


async def show_consent(talk: Talk, people: PeopleService, invitations: InvitationService, token: str | None) -> None:
    """The consent text in full, with who is inviting to what."""
    offer = await invitations.look(talk.actor, token) if token else None
    terms = await people.consent_terms(talk.actor, offer.cluster_id if offer else None)
    await talk.show(consent_screen(talk.t, terms, offer, token or ""))


def consent_screen(t: Translator, terms: ConsentTerms, offer: Invitation | None, token: str) -> Screen:
    """What a stranger sees first."""
    greeting = lines(t("start-greeting"), _offer_text(t, offer) if offer else None, gap="\n\n")
    text = lines(greeting, t("consent-lead"), consent_text(t, terms), gap="\n\n")
    other = "en" if t.locale == "ru" else "ru"

    def tap(do: str, locale: str = t.locale) -> ConsentTap:
        return ConsentTap(do=do, version=terms.version, locale=locale, token=token)

    return Screen(
        text,
        [
            [Button(t.plain("consent-agree"), tap(ConsentTap.AGREE))],
            [Button(t.plain("consent-later"), tap(ConsentTap.LATER))],
            [Button(t.plain(f"language-{other}"), tap(ConsentTap.SHOW, other))],
        ],
    )


def consent_text(t: Translator, terms: ConsentTerms) -> Html:
    """The text itself."""
    operator = ", ".join(terms.operators[:3]) if terms.operators else t.plain("consent-operator-owner")
    return t("consent-text", operator=operator, version=terms.version)


def _offer_text(t: Translator, offer: Invitation) -> Html:
    role = role_line(t, offer.role, offer.organisation_name)
    return t("invitation-offer", cluster=offer.cluster_name, role=role, until=t.moment(offer.expires_at))


def _offer(t: Translator, offer: Invitation, token: str) -> Screen:
    """An invitation to somebody the bot knows: accept or leave."""
    return Screen(
        _offer_text(t, offer),
        [[Button(t.plain("invitation-accept"), AcceptTap(token=token))], [menu.menu_button(t)]],
    )


def _refused(talk: Talk, error: InvitationRefusal) -> Screen:
    """A link that lets nobody in, and what to do instead."""
    t = talk.t
    if talk.actor.consented:
        ask = Button(t.plain("access-ask-button"), RequestTap(do=RequestTap.ASK))
        return Screen(refusal(t, error), [[ask], [menu.menu_button(t)]])
    go_on = ConsentTap(do=ConsentTap.SHOW, version="", locale=t.locale)
    return Screen(refusal(t, error), [[Button(t.plain("start-without-invitation"), go_on)]])


@router.callback_query(ConsentTap.filter())
async def consent_tapped(
    callback: CallbackQuery,
    callback_data: ConsentTap,
    talk: Talk,
    *,
    people: PeopleService,
    invitations: InvitationService,
    texts: Texts,
) -> None:
    """Agree, not now, or read it in the other language."""
    tap = callback_data
    locale = tap.locale if tap.locale in LANGUAGES else "ru"
    if not talk.actor.consented:
        talk.t = texts.for_locale(locale, talk.actor.zone)
    if talk.actor.consented and (tap.do != ConsentTap.AGREE or not tap.token):
        await show_home(talk, people)
    elif talk.actor.consented:
        await _come_in(talk, invitations, tap.token)  # the second half, after a crash, or a second tap
    elif tap.do == ConsentTap.AGREE:
        await _agree(callback, tap, talk, people, invitations)
    elif tap.do == ConsentTap.LATER:
        again = ConsentTap(do=ConsentTap.SHOW, version="", locale=locale, token=tap.token)
        await talk.show(Screen(talk.t("consent-later-answer"), [[Button(talk.t.plain("consent-read"), again)]]))
    else:
        await _show_again(talk, people, invitations, tap.token)


async def _show_again(talk: Talk, people: PeopleService, invitations: InvitationService, token: str) -> None:
    try:
        await show_consent(talk, people, invitations, token or None)
    except InvitationRefusal as error:
        await talk.show(_refused(talk, error))


async def _agree(
    callback: CallbackQuery, tap: ConsentTap, talk: Talk, people: PeopleService, invitations: InvitationService
) -> None:
    cluster_id = None
    if tap.token:
        try:
            cluster_id = (await invitations.look(talk.actor, tap.token)).cluster_id
        except InvitationRefusal as error:
            await talk.show(_refused(talk, error))
            return
    name = callback.from_user.full_name[:100]
    talk.actor = await people.agree(talk.actor, tap.version, talk.t.locale, name, cluster_id)
    await _come_in(talk, invitations, tap.token)


async def _come_in(talk: Talk, invitations: InvitationService, token: str) -> None:
    """After the consent: the invitation takes effect, then the person introduces themselves."""
    head = talk.t("consent-thanks")
    if token:
        try:
            welcome = await invitations.accept(talk.actor, token)
        except InvitationRefusal as error:
            await talk.show(_refused(talk, error))
            return
        talk.actor = welcome.actor
        head = _welcome_text(talk.t, welcome.invitation, already=False)
    await menu.publish(talk)
    await ask_name(talk, head, first=True)


def _welcome_text(t: Translator, offer: Invitation, *, already: bool) -> Html:
    role = role_line(t, offer.role, offer.organisation_name)
    return t("invitation-already" if already else "invitation-accepted", cluster=offer.cluster_name, role=role)


@router.callback_query(AcceptTap.filter())
async def accept_tapped(
    callback: CallbackQuery, callback_data: AcceptTap, talk: Talk, invitations: InvitationService
) -> None:
    """Somebody the bot knows comes in by a link."""
    if not talk.actor.consented:
        raise ConsentRequired()
    try:
        welcome = await invitations.accept(talk.actor, callback_data.token)
    except InvitationRefusal as error:
        await talk.show(_refused(talk, error))
        return
    talk.actor = welcome.actor
    await menu.publish(talk)
    await talk.show(
        Screen(_welcome_text(talk.t, welcome.invitation, already=welcome.already), [[menu.menu_button(talk.t)]])
    )
