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


class SheetReopened(Notice):
    """To an expert: the chair gives the sheet back, with a reason."""

    kind: ClassVar[str] = "evaluation.reopened"
    assignment_id: int


class OutcomeReleased(Notice):
    """To the college: what became of its programme."""

    kind: ClassVar[str] = "evaluation.released"
    outcome_id: int


class CollegeAnswered(Notice):
    """To the chair: what the college says to the outcome."""

    kind: ClassVar[str] = "evaluation.college_answered"
    outcome_id: int


class FixesDue(Notice):
    """To the college before the day its corrections are due, planned ahead."""

    kind: ClassVar[str] = "evaluation.fixes_due"
    outcome_id: int
    days_left: int


class FixesOverdue(Notice):
    """To the chair: the day is over and no corrections came."""

    kind: ClassVar[str] = "evaluation.fixes_overdue"
    outcome_id: int


class RecheckAsked(Notice):
    """To an expert: the college has corrected what they or others found missing."""

    kind: ClassVar[str] = "evaluation.recheck_asked"
    outcome_id: int
    assignment_id: int


class RecheckDone(Notice):
    """To the chair: every expert has looked at the corrections."""

    kind: ClassVar[str] = "evaluation.recheck_done"
    outcome_id: int


class ProgrammeOpened(Notice):
    """To an expert during the session: this programme is presented now."""

    kind: ClassVar[str] = "evaluation.programme_opened"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    assignment_id: int


class ProgrammeWanted(Notice):
    """To a college whose row has no programme yet: name one."""

    kind: ClassVar[str] = "evaluation.programme_wanted"
    programme_id: int


class ProgrammeNamed(Notice):
    """To coordinators: a college named the programme its row waited for."""

    kind: ClassVar[str] = "evaluation.programme_named"
    programme_id: int
