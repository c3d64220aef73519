"""The built-in cluster as a roll: organisations and councils by their keys."""

from cluster.data import industrial_tomsk
from cluster.directory import Council, CouncilKind, Organisation
from cluster.executors import Enrolled, Roll, Term

_DATA = industrial_tomsk().cluster
IDS = {one.key: number for number, one in enumerate(_DATA.organisations, start=1)}
KEYS = {number: key for key, number in IDS.items()}
COLLEGES = ["tepk", "tit", "tpt", "tpgk", "tak", "asino", "kozhevnikovo", "kolpashevo"]
MEMBERS = [*COLLEGES, "industry_department", "guarantee_fund", "union", "school_33", "trk"]  # document 004: 1–13


def roll(terms: dict[str, list[Term]] | None = None, *, working_groups: int = 0) -> Roll:
    """Ids: expert council 1, coordination council 2, working groups from 3."""
    organisations = [
        Enrolled(
            Organisation(
                IDS[one.key], 1, one.kind, one.sources[0].printed, one.name, one.short,
                IDS.get(one.parent or ""), one.leading, one.member,
            ),
            [source.printed for source in one.sources],
            (terms or {}).get(one.key, ()),
        )
        for one in _DATA.organisations
    ]  # fmt: skip
    councils = [Council(number, one.kind, one.name) for number, one in enumerate(_DATA.councils, start=1)]
    groups = [Council(3 + n, CouncilKind.WORKING_GROUP, f"Рабочая группа {n + 1}") for n in range(working_groups)]
    return Roll(organisations, [*councils, *groups])
