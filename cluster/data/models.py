"""Shapes of the built-in data. A file that does not fit is refused when it is loaded."""

from collections import Counter
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cluster.directory import CouncilKind, CouncilMeetingState, OrganisationKind
from cluster.plan import PlanYear

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
DocumentId = Literal["000", "001", "004"]
Number = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?$")]
SpecialityCode = Annotated[str, StringConstraints(pattern=r"^\d\d\.\d\d\.\d\d$")]
GroupCode = Annotated[str, StringConstraints(pattern=r"^\d\d\.00\.00$")]


class Shape(BaseModel):
    """Base: immutable, and an unknown key is an error rather than a typo that does nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Shape):
    """Something with a first and a last day, both included."""

    first_day: date
    last_day: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last_day < self.first_day:
            raise ValueError(f"last_day {self.last_day} is before first_day {self.first_day}")
        return self


class SourcePlace(Shape):
    """Where a document names an organisation, and how."""

    document: DocumentId
    place: Words
    printed: Words


class OrganisationData(Shape):
    """An organisation of the documents; `name` is clean typography, the printed ones are in `sources`."""

    key: Key
    kind: OrganisationKind
    name: Words
    short: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    leading: bool = False
    member: bool = True
    parent: Key | None = None
    branches: tuple[Words, ...] = ()
    sources: tuple[SourcePlace, ...] = Field(min_length=1)


class SpecialityGroup(Shape):
    """A УГПС and the colleges that teach it (document 000, slides 3 and 4)."""

    code: GroupCode
    name: Words
    colleges: tuple[Key, ...] = Field(min_length=1)


class Facts(Shape):
    """Numbers the yearly report gives (document 000, slide 4)."""

    programmes_2021_22: int
    programmes_of_several_colleges: int
    groups_of_several_colleges: tuple[GroupCode, ...]


class ActData(Shape):
    """A normative act (document 000, slide 1)."""

    title: Words
    issued_on: date
    number: Words | None = None


class CouncilMeetingData(Span):
    """A line of a council's calendar; `when` as printed."""

    state: CouncilMeetingState
    when: Words
    agenda: Words


class CouncilData(Shape):
    """A council with its calendar."""

    kind: CouncilKind
    name: Words
    meetings: tuple[CouncilMeetingData, ...]


class ClusterHead(Shape):
    """What the cluster is called and where it is."""

    name: Words
    region: Words
    zone: Words
    locale: Literal["ru", "en"]


class ClusterData(Shape):
    """A built-in cluster."""

    cluster: ClusterHead
    documents: dict[DocumentId, Words]
    organisations: tuple[OrganisationData, ...]
    speciality_groups: tuple[SpecialityGroup, ...]
    facts: Facts
    acts: tuple[ActData, ...]
    councils: tuple[CouncilData, ...]
    results_2021_22: tuple[Words, ...]
    directions_2022_23: tuple[Words, ...]

    @model_validator(mode="after")
    def _keys_meet(self) -> Self:
        counts = Counter(entry.key for entry in self.organisations)
        if twice := [key for key, count in counts.items() if count > 1]:
            raise ValueError(f"organisations named twice: {', '.join(twice)}")
        kinds = {entry.key: entry.kind for entry in self.organisations}
        for entry in self.organisations:
            if entry.parent is not None and kinds.get(entry.parent) is not OrganisationKind.UNION:
                raise ValueError(f"{entry.key}: {entry.parent} is not a union")
        if sum(entry.leading for entry in self.organisations) != 1:
            raise ValueError("a cluster has exactly one leading college")
        for group in self.speciality_groups:
            if strangers := [key for key in group.colleges if kinds.get(key) is not OrganisationKind.COLLEGE]:
                raise ValueError(f"{group.code}: not colleges: {', '.join(strangers)}")
        return self

    def organisation(self, key: str) -> OrganisationData:
        """The organisation with this key.

        Raises:
            KeyError: there is none.
        """
        for entry in self.organisations:
            if entry.key == key:
                return entry
        raise KeyError(key)


class PlanRowData(Shape):
    """A row of a plan in the document's words; `number` is a label and may repeat."""

    number: Number
    title: Words
    executors: Words
    deadline: Words
    result: Words


class PlanSection(Shape):
    """A section of a plan."""

    number: Number
    title: Words
    rows: tuple[PlanRowData, ...] = Field(min_length=1)


class PlanData(Span):
    """A work plan (documents 000 and 001)."""

    title: Words
    document: DocumentId
    year: PlanYear
    is_draft: bool
    sections: tuple[PlanSection, ...] = Field(min_length=1)

    @property
    def rows(self) -> tuple[tuple[PlanSection, PlanRowData], ...]:
        """All rows in order, each with its section."""
        return tuple((section, row) for section in self.sections for row in section.rows)


class Norm(Shape):
    """What a criterion is measured by: «ДА/Нет», or a share with the least per cent that meets it (62.5 is 62,5 %)."""

    kind: Literal["yes_no", "share"]
    printed: Words
    percent: float | None = Field(default=None, gt=0, le=100)

    @model_validator(mode="after")
    def _share_has_percent(self) -> Self:
        if (self.kind == "share") != (self.percent is not None):
            raise ValueError("a share has `percent`, a yes/no criterion has none")
        if self.percent is not None and f"{self.percent:g}".replace(".", ",") + "%" != self.printed:
            raise ValueError(f"{self.percent:g} per cent is not what is printed: {self.printed}")
        return self


class CriterionData(Shape):
    """A criterion of the expert sheet."""

    number: Number
    text: Words
    norm: Norm


class SheetSection(Shape):
    """A section of the expert sheet."""

    number: Number
    title: Words
    criteria: tuple[CriterionData, ...] = Field(min_length=1)


class SheetData(Shape):
    """The expert sheet (document 000, slides 14–16)."""

    code: Key
    version: int = Field(ge=1)
    document: DocumentId
    title: Words
    columns: tuple[Words, Words, Words, Words, Words]
    sections: tuple[SheetSection, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _numbers_differ(self) -> Self:
        counts = Counter(criterion.number for section in self.sections for criterion in section.criteria)
        if twice := [number for number, count in counts.items() if count > 1]:
            raise ValueError(f"criteria numbered twice: {', '.join(twice)}")
        return self

    @property
    def content(self) -> dict[str, Any]:
        """The sheet as plain data, the way it is stored and `cluster.evaluation.sheet.read_sheet` reads it."""
        return self.model_dump(mode="json", include={"title", "columns", "sections"})


class ProgrammeData(Shape):
    """A programme put up for expertise."""

    code: SpecialityCode
    title: Words


class SessionRow(Shape):
    """A college, its programmes (there may be none yet) and the enterprise whose experts score them."""

    number: int
    college: Key
    printed_college: Words
    programmes: tuple[ProgrammeData, ...]
    expert_enterprise: Key
    printed_enterprise: Words


class SessionsData(Span):
    """The expert sessions of a year (document 000, slide 12)."""

    document: DocumentId
    title: Words
    days: tuple[date, ...]
    rows: tuple[SessionRow, ...]

    @model_validator(mode="after")
    def _days_inside(self) -> Self:
        if outside := [day for day in self.days if not self.first_day <= day <= self.last_day]:
            raise ValueError(f"days outside the period: {outside}")
        return self


class PresentationPart(Shape):
    """One of the five parts a programme's materials are presented in."""

    key: Key
    title: Words
    details: str


class PresentationData(Shape):
    """Structure of a programme's presentation (document 000, slide 13)."""

    document: DocumentId
    title: Words
    parts: tuple[PresentationPart, ...] = Field(min_length=1)


class RegionCluster(Shape):
    """One of the region's clusters."""

    number: int
    name: Words
    leading_college: Words


class RegionData(Shape):
    """The clusters of the region (document 004)."""

    document: DocumentId
    published_on: date
    clusters: tuple[RegionCluster, ...]


class Finding(Shape):
    """A finding about mentoring and the enterprises it names."""

    text: Words
    enterprises: tuple[Key, ...] = ()


class MentoringData(Shape):
    """What the cluster found about mentoring in 2022 (document 000, slides 17–19)."""

    document: DocumentId
    features_title: Words
    features_intro: Words
    features: tuple[Finding, ...]
    difficulties_title: Words
    difficulties: tuple[Finding, ...]
    proposals_title: Words
    proposals: tuple[Finding, ...]
