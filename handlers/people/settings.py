"""`/settings`: name, position, language, quiet hours."""

from datetime import time
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid
from cluster.people import read_quiet_hours
from handlers import menu
from handlers.engine import Button, Expecting, Screen, Talk, grid, parsers, refusal
from handlers.people.taps import ClusterTap, IntroductionTap, SettingsTap
from locales import Html, Texts, Translator, lines
from services.people import PeopleService, Profile

router = Router(name="people-settings")

SPANS = ("20-8", "21-7", "22-9", "0-0")
"""Quiet hours offered as buttons, from hour to hour; equal ones mean none."""


def settings_screen(t: Translator, profile: Profile) -> Screen:
    """All settings at a glance, a button for each."""
    person = profile.person
    text = t(
        "settings-screen",
        name=person.name,
        position=person.position or t.plain("settings-position-none"),
        language=t.plain(f"language-{person.locale}"),
        quiet=_quiet(t, profile),
    )
    rows = [
        [
            Button(t.plain("settings-name"), IntroductionTap(do=IntroductionTap.NAME)),
            Button(t.plain("settings-position"), IntroductionTap(do=IntroductionTap.POSITION)),
        ],
        [
            Button(t.plain("settings-language"), SettingsTap(do=SettingsTap.LANGUAGE)),
            Button(t.plain("settings-quiet"), SettingsTap(do=SettingsTap.QUIET)),
        ],
    ]
    if len({held.membership.cluster_id for held in profile.roles} - {None}) > 1:
        rows.append([Button(t.plain("cluster-switch-button"), ClusterTap(do=ClusterTap.LIST))])
    return Screen(text, [*rows, [menu.menu_button(t)]])


def _quiet(t: Translator, profile: Profile) -> Html:
    quiet = profile.person.quiet
    hours = (
        t("settings-quiet-never")
        if quiet.start == quiet.end
        else t("settings-quiet-span", start=f"{quiet.start:%H:%M}", end=f"{quiet.end:%H:%M}")
    )
    return lines(hours, t("settings-days-off" if quiet.days_off else "settings-days-all"), gap="; ")


async def show_settings(talk: Talk, people: PeopleService, toast: str | None = None) -> None:
    """Show the settings as they are now."""
    await talk.show(settings_screen(talk.t, await people.me(talk.actor)), toast)


async def _open(talk: Talk, people: PeopleService) -> None:
    await show_settings(talk, people)


menu.entry(command="settings", label="menu-settings", permission=Permission.CONSENTED, order=900, open=_open)


@router.callback_query(SettingsTap.filter())
async def setting_tapped(
    callback: CallbackQuery, callback_data: SettingsTap, talk: Talk, people: PeopleService, texts: Texts
) -> None:
    """Show a setting or choose its value."""
    tap = callback_data
    match tap.do:
        case SettingsTap.LANGUAGE if tap.value:
            await people.choose_language(talk.actor, tap.value)
            talk.t = texts.for_locale(tap.value, talk.actor.zone)
            await menu.publish(talk)
            await show_settings(talk, people, talk.t.plain("settings-saved"))
        case SettingsTap.LANGUAGE:
            await talk.show(_languages(talk.t))
        case SettingsTap.QUIET:
            await _ask_quiet(talk, people)
        case SettingsTap.HOURS:
            span = _span(tap.value)
            await people.choose_quiet_hours(talk.actor, *span)
            talk.memory.forget()
            await show_settings(talk, people, talk.t.plain("settings-saved"))
        case SettingsTap.DAYS:
            await people.choose_quiet_days(talk.actor, tap.value == "off")
            await _ask_quiet(talk, people, talk.t.plain("settings-saved"))
        case _:
            if talk.memory.state == "expect:people_quiet":
                talk.memory.forget()
            await show_settings(talk, people)


def _languages(t: Translator) -> Screen:
    choices = [
        Button(t.plain(f"language-{locale}"), SettingsTap(do=SettingsTap.LANGUAGE, value=locale))
        for locale in ("ru", "en")
    ]
    return Screen(t("settings-ask-language"), [choices, [_back(t)]])


def _back(t: Translator) -> Button:
    return Button(t.plain("form-back"), SettingsTap(do=SettingsTap.SHOW))


def _span(value: str) -> tuple[time, time]:
    """Hours of a button; a forged value is refused like a typed one."""
    return read_quiet_hours(value)


async def _ask_quiet(talk: Talk, people: PeopleService, toast: str | None = None) -> None:
    profile = await people.me(talk.actor)
    talk.expect("people_quiet")
    await talk.show(_quiet_screen(talk.t, profile), toast)


def _quiet_screen(t: Translator, profile: Profile) -> Screen:
    spans = [Button(_span_label(t, span), SettingsTap(do=SettingsTap.HOURS, value=span)) for span in SPANS]
    days_off = profile.person.quiet.days_off
    days = Button(
        t.plain("settings-days-all-button" if days_off else "settings-days-off-button"),
        SettingsTap(do=SettingsTap.DAYS, value="all" if days_off else "off"),
    )
    return Screen(t("settings-ask-quiet", now=_quiet(t, profile)), [*grid(spans, 2), [days], [_back(t)]])


def _span_label(t: Translator, span: str) -> str:
    start, end = read_quiet_hours(span)
    if start == end:
        return t.plain("settings-quiet-never-button")
    return t.plain("settings-quiet-span-button", start=f"{start:%H:%M}", end=f"{end:%H:%M}")


@router.message(Expecting("people_quiet"))
async def quiet_typed(message: Message, talk: Talk, expected: dict[str, Any], people: PeopleService) -> None:
    """Quiet hours as typed: «21:00–7:30»."""
    if not talk.first_of_album():
        return
    try:
        start, end = read_quiet_hours(parsers.said(message))
    except Invalid as error:
        screen = _quiet_screen(talk.t, await people.me(talk.actor))
        await talk.send(Screen(lines(refusal(talk.t, error), screen.text, gap="\n\n"), screen.rows))
        return
    await people.choose_quiet_hours(talk.actor, start, end)
    talk.memory.forget()
    await show_settings(talk, people)
