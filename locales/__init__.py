"""Every text a person sees, and the one way to get it."""

from locales.texts import Html, Texts, Translator, lines

__all__ = ["Html", "Texts", "Translator", "lines"]
