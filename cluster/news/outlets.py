"""Where else the news is: the organisation's official pages, recognised by their address; printed press as text."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from cluster.errors import Invalid, TooLong

LINKS_LIMIT: Final = 10
ADDRESS_LIMIT: Final = 500
PRESS_LIMIT: Final = 200


class Outlet(StrEnum):
    """Kinds of pages, in the order of the media plan."""

    SITE = "site"
    VK = "vk"
    OK = "ok"
    TELEGRAM = "telegram"
    PRESS = "press"  # printed: a title and a number instead of an address


_HOSTS: Final = {
    "vk.com": Outlet.VK,
    "vk.ru": Outlet.VK,
    "vkvideo.ru": Outlet.VK,
    "ok.ru": Outlet.OK,
    "odnoklassniki.ru": Outlet.OK,
    "t.me": Outlet.TELEGRAM,
    "telegram.me": Outlet.TELEGRAM,
}
NAMES: Final = {Outlet.VK: "ВКонтакте", Outlet.OK: "Одноклассники", Outlet.TELEGRAM: "Telegram"}
"""Names of the networks, as they call themselves in a Russian post."""

_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}", re.UNICODE)
_BARE = re.compile(rf"{_HOST.pattern}(?:/\S*)?", re.UNICODE)


class LinkBroken(Invalid):
    """The text begins like an address and is none; data: `text`."""

    code = "news-link-broken"


class TooManyLinks(Invalid):
    """More links than a post may have; data: `limit`."""

    code = "news-too-many-links"


@dataclass(frozen=True, slots=True)
class Link:
    """A page (`target` is its address) or printed press (`target` is the text)."""

    outlet: Outlet
    target: str

    @property
    def label(self) -> str:
        """What the post calls it: the network's name, or the site's host."""
        if self.outlet is Outlet.PRESS:
            return self.target
        return NAMES.get(self.outlet) or host_of(self.target)


def host_of(address: str) -> str:
    """Host of an address, without «www.»."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def read_link(text: str) -> Link:
    """One address, with or without «https://».

    Raises:
        LinkBroken: it is none; data: `text`.
        TooLong: longer than an address may be.
    """
    address = text if "://" in text else f"https://{text}"
    if len(address) > ADDRESS_LIMIT:
        raise TooLong(limit=ADDRESS_LIMIT, over=len(address) - ADDRESS_LIMIT)
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise LinkBroken(text=text[:100]) from None
    sound = parts.scheme in ("http", "https") and _HOST.fullmatch(host) and not parts.username
    if not sound or re.search(r"[\s<>\"]", address):
        raise LinkBroken(text=text[:100])
    return Link(_outlet(host), address)


def read_links(text: str) -> list[Link]:
    """What a person typed: addresses anywhere, one or several in a line; a line without any is printed press.

    Raises:
        LinkBroken, TooManyLinks, TooLong.
    """
    found: list[Link] = []
    for line in filter(None, (line.strip(" \t•—-;,") for line in text.splitlines())):
        words = [word.strip(";,()") for word in line.split()]
        addresses = [word for word in words if _looks_like_address(word)]
        if addresses:
            found += [read_link(word) for word in addresses]
        elif len(line) > PRESS_LIMIT:
            raise TooLong(limit=PRESS_LIMIT, over=len(line) - PRESS_LIMIT)
        else:
            found.append(Link(Outlet.PRESS, line))
    unique = list(dict.fromkeys(found))
    if len(unique) > LINKS_LIMIT:
        raise TooManyLinks(limit=LINKS_LIMIT)
    return unique


def _looks_like_address(word: str) -> bool:
    lowered = word.lower()
    return "://" in word or lowered.startswith(("www.", "http:", "https:")) or bool(_BARE.fullmatch(word))


def _outlet(host: str) -> Outlet:
    bare = host.lower().removeprefix("www.").removeprefix("m.")
    return _HOSTS.get(bare, Outlet.SITE)
