"""What is told about expert sessions: ids only, words are made at delivery."""

from typing import ClassVar

from cluster.notice import Notice, Urgency


class ExpertInvited(Notice):
    """To an expert: score this programme?"""

    kind: ClassVar[str] = "evaluation.invited"
    assignment_id: int


class SheetDue(Notice):
    """To an expert before the deadline, planned ahead; says nothing to those who have submitted or declined."""

    kind: ClassVar[str] = "evaluation.sheet_due"
    assignment_id: int
    days_left: int


class ExpertNudged(Notice):
    """To an expert: the coordinator asks by hand."""

    kind: ClassVar[str] = "evaluation.nudged"
    assignment_id: int


class DeadlineMoved(Notice):
    """To an expert: the sheet is due on another day."""

    kind: ClassVar[str] = "evaluation.deadline_moved"
    assignment_id: int


class SheetNoLongerAwaited(Notice):
    """To an expert who has not submitted: the session is closed."""

    kind: ClassVar[str] = "evaluation.no_longer_awaited"
    assignment_id: int


class SheetSigned(Notice):
    """To the expert right after the submission: the signed form as files."""

    kind: ClassVar[str] = "evaluation.signed"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    submission_id: int


class SheetCame(Notice):
    """To the coordinator: an expert submitted; the signed form as files."""

    kind: ClassVar[str] = "evaluation.sheet_came"
    submission_id: int


class ExpertDeclined(Notice):
    """To the coordinator: an expert will not score."""

    kind: ClassVar[str] = "evaluation.declined"
    assignment_id: int


class SheetsDue(Notice):
    """To the coordinator before the deadline: who is still waited for."""

    kind: ClassVar[str] = "evaluation.sheets_due"
    session_id: int
    days_left: int


class AnswerDue(Notice):
    """To an expert on the last day for an answer to the invitation."""

    kind: ClassVar[str] = "evaluation.answer_due"
    assignment_id: int


class ExpertSilent(Notice):
    """To the coordinator: an invitation expired; whom to ask instead."""

    kind: ClassVar[str] = "evaluation.silent"
    assignment_id: int


class ConflictSeen(Notice):
    """To the coordinator: an expert who scores or has scored a programme has a role in its college now."""

    kind: ClassVar[str] = "evaluation.conflict_seen"
    assignment_id: int


class CoordinatorWanted(Notice):
    """To coordinators who all have a conflict with a programme: somebody else has to look after it."""

    kind: ClassVar[str] = "evaluation.coordinator_wanted"
    programme_id: int


class SheetSetAside(Notice):
    """To an expert: because of a conflict of interest their sheet is closed."""

    kind: ClassVar[str] = "evaluation.set_aside"
    assignment_id: int
