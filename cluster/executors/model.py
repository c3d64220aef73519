"""Executors and the roll of a cluster they are looked up in."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from cluster.directory import Council, CouncilKind, Organisation, OrganisationKind, fold
from cluster.errors import Invalid
from cluster.obligations import Rule

LEGAL_FORM: Final = re.compile(r"^(?:огбпоу|огаоу|областное|мбоу|маоу|фбу|ооо|пао|ао|оао|зао|ип)\s+(?=\S)")
"""Of a folded name."""


class PartyKind(StrEnum):
    """What an executor is."""

    ORGANISATION = "organisation"
    MEMBERS = "members"  # участники Кластера
    COLLEGES = "colleges"  # ПОО, входящие в Кластер
    ENTERPRISES = "enterprises"  # предприятия – партнёры кластера
    COUNCIL = "council"  # совет или рабочая группа
    COORDINATOR = "coordinator"


class Office(StrEnum):
    """Who of a council or an organisation."""

    CHAIR = "chair"  # председатель
    DEPUTY = "deputy"  # заместитель председателя
    SECRETARY = "secretary"
    HEAD = "head"  # руководитель, директор


class TermReversed(Invalid):
    """A membership cannot end before it begins; data: `since`."""

    code = "directory-term-reversed"


@dataclass(frozen=True, slots=True)
class Term:
    """A time of membership, both days included; None: not known, open."""

    since: date | None
    until: date | None

    @classmethod
    def of(cls, since: date | None, until: date | None) -> "Term":
        """A term as a person gave it.

        Raises:
            TermReversed: it ends before it begins.
        """
        if since and until and until < since:
            raise TermReversed(since=since.strftime("%d.%m.%Y"))
        return cls(since, until)

    def covers(self, day: date) -> bool:
        """Whether the organisation is a member on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """An organisation with what it is called and when it is a member.

    Args:
        names: all its names, as printed.
        terms: times of membership; empty: `organisation.is_member` says it for all time.
    """

    organisation: Organisation
    names: Sequence[str] = ()
    terms: Sequence[Term] = ()

    def is_member_on(self, day: date) -> bool:
        """Whether it is a member of the cluster on `day`."""
        return any(term.covers(day) for term in self.terms) if self.terms else self.organisation.is_member


@dataclass(frozen=True)
class Roll:
    """Who there is in a cluster: organisations, councils, and people who hold an office of a council.

    Args:
        officers: council and office → the person; what a council owes as a whole falls to its chair.
    """

    organisations: Sequence[Enrolled]
    councils: Sequence[Council] = field(default=())
    officers: Mapping[tuple[int, Office], int] = field(default_factory=dict)

    def group(self, kind: PartyKind, on: date) -> list[int]:
        """Organisations of a group on a day, the leading college first.

        Members are those of the list of members: of a union's enterprises the union is (document 004).
        """
        return [
            one.organisation.id
            for one in sorted(self.organisations, key=lambda one: not one.organisation.is_leading)
            if one.is_member_on(on) and _belongs(one.organisation, kind)
        ]

    @cached_property
    def leading(self) -> int | None:
        """The leading college."""
        return next((one.organisation.id for one in self.organisations if one.organisation.is_leading), None)

    @cached_property
    def aliases(self) -> Mapping[str, int]:
        """Folded names that only one organisation has, without its legal form and with it."""
        found: dict[str, set[int]] = {}
        for one in self.organisations:
            names = (one.organisation.name, one.organisation.short_name, one.organisation.printed_name, *one.names)
            for name in {fold(each) for each in names}:
                for alias in (name, LEGAL_FORM.sub("", name)):
                    if len(alias) > 2:
                        found.setdefault(alias, set()).add(one.organisation.id)
        return {alias: next(iter(ids)) for alias, ids in found.items() if len(ids) == 1}

    @cached_property
    def council_names(self) -> Mapping[str, Council]:
        """Folded names of councils and working groups that only one has: «Рабочая группа по наставничеству»."""
        named = defaultdict[str, list[Council]](list)
        for council in self.councils:
            named[fold(council.name)].append(council)
        return {name: found[0] for name, found in named.items() if len(found) == 1}

    @cached_property
    def acronyms(self) -> Mapping[str, int]:
        """«ТЭПК», «КСПК»: first letters of a name, where no other organisation has the same."""
        made = [(_acronym(one.organisation.name), one.organisation.id) for one in self.organisations]
        times = Counter(letters for letters, _ in made)
        return {letters: owner for letters, owner in made if len(letters) > 2 and times[letters] == 1}


@dataclass(frozen=True, slots=True)
class Party:
    """One executor of a row.

    Args:
        text: as printed.
        organisation_id: of an ORGANISATION.
        council_kind, council_id: of a COUNCIL; no id where the directory has none or several that fit.
        office: who of it; None: as a whole.
        rule, needed: how much each organisation of a group owes.
    """

    kind: PartyKind
    text: str
    organisation_id: int | None = None
    council_kind: CouncilKind | None = None
    council_id: int | None = None
    office: Office | None = None
    rule: Rule = Rule.ALL
    needed: int = 1

    def owing(self, roll: Roll, on: date) -> list[int]:
        """Organisations that owe it when it is due on `on`; empty for councils and coordinators."""
        if self.organisation_id is not None:
            return [self.organisation_id]
        return roll.group(self.kind, on) if self.kind in GROUPS else []


GROUPS: Final = frozenset({PartyKind.MEMBERS, PartyKind.COLLEGES, PartyKind.ENTERPRISES})


@dataclass(frozen=True, slots=True)
class Executors:
    """Who executes a row.

    Args:
        text: as printed.
        parties: in the order of the text, each once; empty when nothing was understood.
        unknown: pieces that name nobody of the directory.
    """

    text: str
    parties: tuple[Party, ...]
    unknown: tuple[str, ...] = ()


def _belongs(organisation: Organisation, kind: PartyKind) -> bool:
    match kind:
        case PartyKind.COLLEGES:
            return organisation.kind is OrganisationKind.COLLEGE
        case PartyKind.ENTERPRISES:
            return organisation.kind is OrganisationKind.ENTERPRISE
    return organisation.parent_id is None


def _acronym(name: str) -> str:
    """«ОГБПОУ «Томский экономико-промышленный колледж»» → ТЭПК"""
    bare = LEGAL_FORM.sub("", fold(name))
    return "".join(word[0] for word in bare.split() if word != "и").upper()
