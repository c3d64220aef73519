"""Sessions, programmes and assignments as the rest of the program sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property

from cluster.evaluation.conflict import Conflict, Sight
from cluster.evaluation.scoring import NOTHING, Answer, Answers, Gap, Need, Place, Progress, gaps, progress, resume
from cluster.evaluation.sheet import Criterion, Sheet
from cluster.evaluation.states import HANDED_IN, SCORING, WAITED_FOR, AssignmentState, DeclineReason, SessionState


class Part(StrEnum):
    """Parts of a programme's presentation (report of 2021/2022, slide 13)."""

    CARD = "card"  # визитная карточка ПОО
    DESCRIPTION = "description"  # характеристика ОПОП
    RESULTS = "results"  # ожидаемые результаты
    CONDITIONS = "conditions"  # условия реализации программы
    PROSPECTS = "prospects"  # перспективы развития ОПОП


class MaterialKind(StrEnum):
    """Where a material is."""

    LINK = "link"
    DOCUMENT = "document"
    PHOTO = "photo"


class EvidenceKind(StrEnum):
    """What stands beside or instead of a written remark."""

    VOICE = "voice"
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Session:
    """An expert session. `deadline` is the last day for sheets, inclusive, in the cluster's zone."""

    id: int
    cluster_id: int
    title: str
    starts_on: date
    ends_on: date
    deadline: date
    minimum_sheets: int
    sheet_id: int
    state: SessionState
    created_by: int
    nudged_at: datetime | None = None
    chair_id: int | None = None
    live_programme_id: int | None = None

    @property
    def chair(self) -> int:
        """Who decides: the person named, or whoever set the session up."""
        return self.chair_id or self.created_by


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme on a session; without a title the college has not named one yet.

    Args:
        college: the college's name for screens and documents.
        figures: criterion key → the college's own figure, see `cluster.evaluation.sheet.Criterion`.
        employer: the enterprise the programme is meant for, where the session names one.
    """

    id: int
    session_id: int
    organisation_id: int
    college: str
    code: str | None
    title: str | None
    figures: Mapping[str, int]
    employer: str | None = None
    employer_short: str | None = None
    slot_day: date | None = None
    slot_time: time | None = None
    slot_minutes: int | None = None
    presenter: str | None = None
    asked_at: datetime | None = None

    @property
    def is_missing(self) -> bool:
        """A college with an employer but without a programme yet (programme table of 2022, row 4)."""
        return self.title is None


@dataclass(frozen=True, slots=True)
class Material:
    """One link or file of a programme's presentation; `reference` is an address or Telegram's file_id."""

    id: int
    part: Part
    kind: MaterialKind
    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One expert scoring one programme."""

    id: int
    session_id: int
    programme_id: int
    person_id: int
    state: AssignmentState
    version: int
    position: int
    asked: Need | None
    revision: int
    reason: DeclineReason | None = None
    reason_text: str | None = None
    submitted_at: datetime | None = None
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A text that was sent but belongs nowhere yet."""

    criterion: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Work:
    """Everything one expert's card is made of."""

    assignment: Assignment
    session: Session
    programme: Programme
    sheet: Sheet
    answers: Answers
    pending: Pending | None = None
    heard_message: int = 0
    """Id of the expert's last message that was dealt with."""
    belongs: bool = False
    """The expert has a role in the college whose programme it is."""
    replaced: bool = False
    """Another expert was asked instead."""

    def answer(self, criterion: Criterion) -> Answer:
        """What was said on a criterion so far."""
        return self.answers.get(criterion.key, NOTHING)

    @cached_property
    def progress(self) -> Progress:
        """How far the sheet is."""
        return progress(self.sheet, self.answers)

    @cached_property
    def gaps(self) -> Sequence[Gap]:
        """What keeps it from being submitted."""
        return gaps(self.sheet, self.answers)

    @cached_property
    def place(self) -> Place:
        """Where the expert stopped."""
        at = self.assignment
        return resume(self.sheet, self.answers, at.position, at.asked, at.revision)

    @property
    def editable(self) -> bool:
        """Whether verdicts can be given now."""
        reopened = self.assignment.state is AssignmentState.REOPENED  # by the chair also after the session is closed
        is_open = self.session.state is SessionState.OPEN or reopened
        return is_open and self.assignment.state in SCORING and not self.barred

    @property
    def barred(self) -> bool:
        """Whether a conflict of interest closes sheet and materials to this expert."""
        return self.belongs or self.assignment.conflict is Conflict.HARD

    @property
    def handed_in(self) -> bool:
        """Whether the sheet was submitted."""
        return self.assignment.state in HANDED_IN


@dataclass(frozen=True, slots=True)
class ExpertProgress:
    """One line of the coordinator's live card: how far one expert is; no verdicts."""

    assignment_id: int
    programme_id: int
    person_id: int
    name: str
    organisation: str | None
    state: AssignmentState
    answered: int
    invited_at: datetime | None
    reason: DeclineReason | None
    reason_text: str | None
    conflict: Conflict | None = None
    replaces: int | None = None
    """The assignment this expert was asked instead of."""

    @property
    def is_waited_for(self) -> bool:
        """Whether the expert was told and a sheet may still come."""
        return self.invited_at is not None and self.state in WAITED_FOR


@dataclass(frozen=True, slots=True)
class Overview:
    """A session with everything the coordinator sees of it."""

    session: Session
    sheet: Sheet
    programmes: Sequence[Programme]
    experts: Sequence[ExpertProgress]
    chair: str = ""
    """Name of whoever decides."""
    hidden: Mapping[int, Sight] = field(default_factory=dict)
    """Programme id → why its experts are not among `experts`: kept from the person who looks."""

    def of(self, programme: Programme) -> list[ExpertProgress]:
        """The experts of one programme."""
        return [expert for expert in self.experts if expert.programme_id == programme.id]

    def seen_with(self, hidden: Mapping[int, Sight]) -> "Overview":
        """The same for somebody from whom some programmes are kept: their experts and counts are not in it."""
        shown = [expert for expert in self.experts if expert.programme_id not in hidden]
        return replace(self, experts=shown, hidden=hidden)

    def to_replace(self, programme: Programme) -> list[ExpertProgress]:
        """Experts of a programme whose sheet will not come and in whose place nobody was asked."""
        instead = {expert.replaces for expert in self.experts}
        gone = (AssignmentState.DECLINED, AssignmentState.EXPIRED)
        return [
            expert
            for expert in self.of(programme)
            if (expert.state in gone or expert.conflict is Conflict.HARD) and expert.assignment_id not in instead
        ]

    def handed_in(self, programme: Programme) -> int:
        """Sheets of a programme that came."""
        return sum(expert.state in HANDED_IN for expert in self.of(programme))
