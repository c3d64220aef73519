"""The text of «Исполнители» read piece by piece; a piece that names nobody is kept and said."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeVar

from cluster.deadlines.words import NUMBER, number_of
from cluster.directory import CouncilKind, fold
from cluster.executors.model import GROUPS, LEGAL_FORM, Executors, Office, Party, PartyKind, Roll
from cluster.obligations import Rule

T = TypeVar("T")


def read_executors(text: str, roll: Roll, demand: str = "") -> Executors:
    """Tell the executors from their text.

    Args:
        text: «ОГБПОУ «ТЭПК», рабочая группа кластера», «Председатель, зам. Председателя Координационного совета».
        demand: the expected result: «… не менее 1 программы СПО от каждой ПОО» makes each college owe it.
    """
    line = _QUOTES.sub("", " ".join(text.split()).replace("ё", "е").replace("Ё", "Е"))
    parties: list[Party] = []
    unknown: list[str] = []
    at, choice = 0, False
    while at < len(line):
        between = _BETWEEN.match(line, at)
        if between and between.end() > at:
            choice = choice or bool(_OR.search(between[0]))
            at = between.end()
            continue
        party, end = _party_at(line, at, roll)
        if party is None:
            end = _next_piece(line, at)
            unknown.append(line[at:end].strip())
        else:
            parties += party
        at = end
    rule = Rule.ANY if choice else Rule.ALL
    named = [_with_rule(party, rule) for party in dict.fromkeys(parties)]
    return Executors(text, (*named, *_demanded(demand)), tuple(piece for piece in unknown if piece))


# --- reading --------------------------------------------------------------------------------------------------------

_QUOTES: Final = re.compile("[«»“”„\"']")
_BETWEEN: Final = re.compile(
    r"(?:\s|[,;.:+&/|()–—-]"
    r"|(?:и|а также|или|либо|совместно с|совместно|при участии|с участием|с привлечением)(?![\w]))*",
    re.IGNORECASE,
)
_OR: Final = re.compile(r"(?<!\w)(?:или|либо)(?!\w)", re.IGNORECASE)
_PIECE_ENDS: Final = re.compile(r"[,;]|\s(?:и|или|либо|совместно|а также)\s", re.IGNORECASE)

_OF_CLUSTER: Final = r"(?:\s+(?:промышленн\w+\s+)?(?:образовательно-отраслев\w+\s+)?кластера?)?"
_IN_CLUSTER: Final = (
    rf"(?:(?:[\s–—-]+(?:участник\w*|член\w*)|[\s,–—-]+входящ\w+ в(?: состав)?){_OF_CLUSTER}|\s+кластера)?"
)
_COLLEGES: Final = (
    rf"(?:все\s+|всех\s+)?(?:поо|профессиональн\w+ образовательн\w+ (?:организаци|учреждени)\w+(?:\s*\(поо\))?"
    rf"|образовательн\w+ (?:организаци|учреждени)\w+|колледж(?:и|ей|ами)(?:\s+и\s+техникум\w+)?){_IN_CLUSTER}"
)
_MEMBERS: Final = rf"(?:все\s+|всех\s+)?(?:(?:организаци\w+[\s–—-]+)?участник(?:и|ов|ами)|члены|членов){_OF_CLUSTER}"
_ENTERPRISES: Final = (
    r"(?:все\s+)?(?:предприяти(?:я|й|ями)|работодател(?:и|ей|ями)|индустриальны\w+ партнер\w+|партнер(?:ы|ов|ами))"
    rf"(?:[\s–—-]+(?:партнер\w*|участник\w*))?{_IN_CLUSTER}"
)
_COUNCIL: Final = r"(?:(?:(?P<expert>экспертн\w+)|координационн\w+)\s+совет\w*|(?P<es>эс)|кс)"
_OFFICE: Final = r"(?:председател\w+|зам(?:\.|естител\w+)?\s*председател\w+|секретар\w+)"
_GROUP: Final = r"рабоч(?:ая|ей|ие|их|ую|ими)\s+групп\w*"
_PATTERNS: Final = tuple(
    (name, re.compile(pattern + r"(?!\w)", re.IGNORECASE))
    for name, pattern in (
        ("offices", rf"(?P<offices>{_OFFICE}(?:\s*(?:,|и)\s*{_OFFICE})*)\s+{_COUNCIL}{_OF_CLUSTER}"),
        ("group_office", rf"(?P<office>руководител\w+|председател\w+|секретар\w+)\s+{_GROUP}{_OF_CLUSTER}"),
        ("council", rf"(?:члены\s+|членов\s+)?{_COUNCIL}{_OF_CLUSTER}"),
        ("group", rf"{_GROUP}{_OF_CLUSTER}"),
        ("leading", rf"(?:(?P<office>руководител\w+|директор\w*)\s+)?ведущ\w+\s+поо{_OF_CLUSTER}"),
        ("coordinator", r"(?:координатор\w*|руководител\w+)\s+(?:промышленн\w+\s+)?кластера|координатор\w*"),
        ("heads", rf"(?:руководител\w+|директор\w*)\s+(?P<colleges>{_COLLEGES})"),
        ("colleges", _COLLEGES),
        ("members", _MEMBERS),
        ("enterprises", _ENTERPRISES),
    )
)  # fmt: skip
_OFFICES: Final = (("зам", Office.DEPUTY), ("секретар", Office.SECRETARY), ("председател", Office.CHAIR))
_EACH: Final = re.compile(
    rf"не менее\s+(?P<n>{NUMBER})\s+[^.;]*?от кажд(?:ой|ого)\s+"
    rf"(?:(?P<colleges>поо|колледжа|техникума|профессиональной образовательной)|(?P<members>участника|члена)"
    rf"|(?P<enterprises>предприятия|работодателя))(?!\w)",
    re.IGNORECASE,
)


def _party_at(line: str, at: int, roll: Roll) -> tuple[list[Party] | None, int]:
    """The longest executor that begins here, and where it ends."""
    best: tuple[int, list[Party]] | None = None
    for name, pattern in _PATTERNS:
        found = pattern.match(line, at)
        if found and (best is None or found.end() > best[0]):
            best = found.end(), _parties(name, found, roll)
    organisation_id, end = _longest(line, at, lambda piece: _organisation(piece, roll))
    if organisation_id is not None and (best is None or end > best[0]):
        best = end, [Party(PartyKind.ORGANISATION, line[at:end].strip(), organisation_id=organisation_id)]
    council, end = _longest(line, at, lambda piece: roll.council_names.get(fold(piece)))
    if council is not None and (best is None or end > best[0]):
        best = end, [Party(PartyKind.COUNCIL, line[at:end].strip(), council_kind=council.kind, council_id=council.id)]
    return (best[1], best[0]) if best else (None, at)


def _longest(line: str, at: int, look: Callable[[str], T | None]) -> tuple[T | None, int]:
    """What the longest name that begins here belongs to, and where it ends."""
    words = list(re.finditer(r"\w+", line[at:]))[:20]
    if words and words[0].start() == 0:
        for word in reversed(words):
            found = look(line[at : at + word.end()])
            if found is not None:
                return found, at + word.end()
    return None, at


def _organisation(piece: str, roll: Roll) -> int | None:
    """By any of its names, the legal form before it or not, or by its first letters in capitals."""
    folded = fold(piece)
    bare = re.sub(r"^(?:ОГБПОУ|ОГАОУ)\s+", "", piece)
    return roll.aliases.get(folded) or roll.aliases.get(LEGAL_FORM.sub("", folded)) or roll.acronyms.get(bare)


def _parties(name: str, found: re.Match[str], roll: Roll) -> list[Party]:
    text = found[0].strip()
    match name:
        case "offices":
            offices = [_office(each) for each in re.findall(_OFFICE, found["offices"], re.IGNORECASE)]
            return [_council(_council_kind(found), text, roll, office) for office in offices]
        case "council":
            return [_council(_council_kind(found), text, roll)]
        case "group" | "group_office":
            office = None if name == "group" else _office(found["office"])
            return [_council(CouncilKind.WORKING_GROUP, text, roll, office)]
        case "leading" if roll.leading is not None:
            office = Office.HEAD if found["office"] else None
            return [Party(PartyKind.ORGANISATION, text, organisation_id=roll.leading, office=office)]
    kind = {"leading": PartyKind.COORDINATOR, "heads": PartyKind.COLLEGES}.get(name) or PartyKind(name)
    return [Party(kind, text, office=Office.HEAD if name == "heads" else None)]


def _council(kind: CouncilKind, text: str, roll: Roll, office: Office | None = None) -> Party:
    fitting = [council.id for council in roll.councils if council.kind is kind]
    council_id = fitting[0] if len(fitting) == 1 else None
    return Party(PartyKind.COUNCIL, text, council_kind=kind, council_id=council_id, office=office)


def _council_kind(found: re.Match[str]) -> CouncilKind:
    return CouncilKind.EXPERT if found["expert"] or found["es"] else CouncilKind.COORDINATION


def _office(text: str) -> Office:
    return next((office for word, office in _OFFICES if word in text.lower()), Office.CHAIR)


def _next_piece(line: str, at: int) -> int:
    found = _PIECE_ENDS.search(line, at)
    return found.start() if found and found.start() > at else len(line)


def _with_rule(party: Party, rule: Rule) -> Party:
    if rule is Rule.ALL:
        return party
    return replace(party, rule=rule)


def _demanded(demand: str) -> Iterable[Party]:
    """Who owes a number of something each, by the expected result (2022, row 2.1)."""
    found = _EACH.search(" ".join(demand.split()).replace("ё", "е"))
    if found:
        group = next(kind for kind in GROUPS if found[kind.value])
        yield Party(group, found[0].strip(), rule=Rule.EACH, needed=min(99, number_of(found["n"].lower())))
