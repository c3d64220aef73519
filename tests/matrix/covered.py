"""Every kind of tap there is: who may have an effect by it, and with which values it is tried."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter

from cluster.access import Actor, Permission, Role
from cluster.evaluation.states import DeclineReason
from cluster.people import CONSENT_VERSION
from handlers import menu
from handlers.bank import taps as bank
from handlers.chats.taps import ChatTap
from handlers.directory.taps import DirectoryTap
from handlers.engine.taps import FormTap, NoTap
from handlers.evaluation import live_taps as live
from handlers.evaluation import outcome_taps as outcome
from handlers.evaluation import taps as evaluation
from handlers.installation.taps import InstallationTap, LetterTap
from handlers.journal.taps import JournalTap
from handlers.meetings import taps as meetings
from handlers.menu import MenuTap
from handlers.news import taps as news
from handlers.people import taps as people
from handlers.plan import import_taps as plan_imports
from handlers.plan import taps as plan
from handlers.practice import taps as practice
from handlers.routing import root_router
from services.evaluation import Keep
from tests.matrix.evaluation import FAULTY, UNSURE
from tests.matrix.people import Ids

Values = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Cover:
    """How one kind of tap is tried.

    Args:
        permission: without it a tap changes nothing; None: a tap alone never changes anything.
        values: fields that are not a code of the class (those are all tried), as they are in a cluster.
        owner: names of the only people whose tap has an effect, if the thing is somebody's own.
        own: the tap is about the person who taps, ids of another cluster are not part of it.
        whole: codes of taps about the whole of the own cluster: no id is part of them.
        silent: a label, not a button.
    """

    permission: Permission | None
    values: Callable[[Ids], Values] = lambda ids: {}
    owner: str | tuple[str, ...] | None = None
    own: bool = False
    whole: tuple[str, ...] = ()
    silent: bool = False

    def may(self, name: str, actor: Actor) -> bool:
        """Whether a tap by this person may change something."""
        owners = (self.owner,) if isinstance(self.owner, str | None) else self.owner
        return self.permission is not None and actor.can(self.permission) and (None in owners or name in owners)


EXPERT = Role.EXPERT.value
SCORE, MANAGE = Permission.SCORE_PROGRAMMES, Permission.MANAGE_EVALUATION
SEE_PLAN, MANAGE_PLAN = Permission.SEE_PLAN, Permission.MANAGE_PLAN
OWING = (Role.COLLEGE.value, Role.COORDINATOR.value)
"""Who answers for the obligation of the scene, and who may act for them."""
WRITE, MODERATE = Permission.WRITE_NEWS, Permission.MODERATE_NEWS
WRITER = Role.COLLEGE.value
PEOPLE, PUBLIC = Permission.MANAGE_PEOPLE, Permission.PUBLIC
MATCH = Permission.MANAGE_PRACTICE
SEE_PRACTICE, KEEP, ASK = Permission.SEE_PRACTICE, Permission.KEEP_MENTORS, Permission.REQUEST_PRACTICE
ROLES = ["", Role.MENTOR.value, Role.ADMINISTRATOR.value]

RUN_MEETINGS, CONSENTED, DELEGATE, SUBSTITUTE = Permission.MANAGE_MEETINGS, Permission.CONSENTED, EXPERT, "colleague"
MEETINGS: dict[type[CallbackData], Cover] = {
    meetings.ListTap: Cover(Permission.SEE_MEETINGS, lambda i: {"past": [0, 1], "page": [0]}, own=True),
    meetings.CouncilTap: Cover(RUN_MEETINGS, lambda i: {"c": [i.council], "v": [0, 1, i.member, i.line]}),
    meetings.MeetingTap: Cover(
        RUN_MEETINGS,
        lambda i: {"m": [i.meeting, i.draft_meeting, i.running_meeting, i.held_meeting, i.signed_meeting], "page": [0]},
    ),
    meetings.RowTap: Cover(RUN_MEETINGS, lambda i: {"m": [i.draft_meeting, i.meeting], "row": [i.plan_row]}),
    meetings.ItemTap: Cover(RUN_MEETINGS, lambda i: {"i": [i.running_item, i.item], "v": [0, 1]}),
    meetings.HandTap: Cover(
        RUN_MEETINGS, lambda i: {"i": [i.running_item], "o": [i.enterprise], "c": ["f", "a", "?"], "page": [0]}
    ),
    meetings.PresenceTap: Cover(
        RUN_MEETINGS, lambda i: {"v": [i.running_invitee], "sub": [0, 1], "on": [0, 1], "page": [0]}
    ),
    meetings.DecisionTap: Cover(RUN_MEETINGS, lambda i: {"d": [i.decision], "m": [i.held_meeting, i.signed_meeting]}),
    meetings.OwnTap: Cover(
        CONSENTED, lambda i: {"m": [i.running_meeting, i.meeting, i.signed_meeting]}, owner=DELEGATE
    ),
    meetings.AnswerTap: Cover(CONSENTED, lambda i: {"v": [i.invitee]}, owner=DELEGATE),
    meetings.SubstituteTap: Cover(CONSENTED, lambda i: {"v": [i.invitee], "person": [i.person, 10**6]}, owner=DELEGATE),
    meetings.AgreeTap: Cover(CONSENTED, lambda i: {"v": [i.invitee], "on": [1, 0]}, owner=SUBSTITUTE),
    meetings.VoteTap: Cover(CONSENTED, lambda i: {"i": [i.running_item], "c": ["f", "a", "?"]}, owner=DELEGATE),
    meetings.MaterialTap: Cover(CONSENTED, lambda i: {"m": [i.meeting], "i": [i.item]}, owner=DELEGATE),
    meetings.PollTap: Cover(RUN_MEETINGS, lambda i: {"m": [i.draft_meeting], "d": [0, i.date]}),
    meetings.DateTap: Cover(CONSENTED, lambda i: {"d": [i.date], "a": ["y", "m", "?"]}, owner=DELEGATE),
    meetings.RemindTap: Cover(CONSENTED, lambda i: {"b": ["", "7d", "?"], "on": [0, 1]}, own=True),
    meetings.DutyTap: Cover(RUN_MEETINGS, lambda i: {"year": [0, 2022], "file": [0, 1]}, own=True),
}

COVERED: dict[type[CallbackData], Cover] = {
    NoTap: Cover(None, silent=True),
    FormTap: Cover(None, lambda i: {"draft": ["00000000"], "step": [0], "value": ["", "1"]}),
    MenuTap: Cover(PUBLIC, lambda i: {"command": [*menu._ENTRIES, "nothing"]}, own=True),
    people.ConsentTap: Cover(
        PUBLIC,
        lambda i: {"version": [CONSENT_VERSION, "0-0"], "locale": ["ru", "xx"], "token": ["", i.token]},
        own=True,
    ),
    people.AcceptTap: Cover(Permission.CONSENTED, lambda i: {"token": [i.token]}, own=True),
    people.IntroductionTap: Cover(Permission.CONSENTED, lambda i: {"first": [True, False]}, own=True),
    people.ClusterTap: Cover(Permission.CONSENTED, lambda i: {"id": [i.cluster], "draft": ["d"]}, own=True),
    people.SettingsTap: Cover(
        Permission.CONSENTED, lambda i: {"value": ["", "ru", "21-7", "off", "26-99", "xx"]}, own=True
    ),
    people.PrivacyTap: Cover(PUBLIC, own=True),
    people.RosterTap: Cover(PEOPLE, lambda i: {"id": [i.person, i.membership], "page": [0]}),
    people.InvitationTap: Cover(PEOPLE, lambda i: {"id": [i.invitation], "page": [0]}),
    people.RequestTap: Cover(
        PEOPLE, lambda i: {"id": [i.request], "page": [0], "role": ROLES, "organisation": [0, i.enterprise]}
    ),
    DirectoryTap: Cover(
        Permission.MANAGE_DIRECTORY, lambda i: {"kind": ["college", ""], "id": [i.college], "page": [0]}
    ),
    InstallationTap: Cover(
        Permission.MANAGE_INSTALLATION, lambda i: {"update": [str(i.update), "", "x"], "page": [0]}, own=True
    ),
    LetterTap: Cover(Permission.RESOLVE_LETTERS, lambda i: {"id": [i.letter], "stamp": [0, 1], "page": [0]}),
    JournalTap: Cover(
        Permission.VIEW_AUDIT, lambda i: {"thing": ["", "people", "x"], "person": [0, i.person], "page": [0]}
    ),
    news.NewsTap: Cover(WRITE, lambda i: {"page": [0]}, own=True),
    news.BeginTap: Cover(WRITE, lambda i: {"o": [i.owed_news, 0], "key": ["k"]}, own=True),  # 0: a draft of one's own
    news.WriteTap: Cover(WRITE, lambda i: {"i": [i.news], "v": [0, i.media]}, owner=WRITER),
    news.ReviewTap: Cover(MODERATE, lambda i: {"i": [i.submitted], "r": [0, 99]}),
    news.RejectTap: Cover(MODERATE, lambda i: {"i": [i.submitted], "why": ["other", "?"]}),
    news.PostTap: Cover(WRITE, lambda i: {"i": [i.out]}),
    news.ChangeTap: Cover(MODERATE, lambda i: {"c": [i.change]}),
    news.EventsTap: Cover(WRITE, lambda i: {"page": [0]}, own=True),
    news.EventTap: Cover(WRITE, lambda i: {"e": [i.event]}),
    news.OweTap: Cover(WRITE, lambda i: {"o": [i.owed_news]}),
    news.ReportTap: Cover(WRITE, lambda i: {"period": ["m", "?"], "page": [0]}, own=True),
    news.SourceTap: Cover(MODERATE, lambda i: {"id": [i.plan_row, i.meeting], "page": [0]}),
    news.PressTap: Cover(WRITE, lambda i: {"o": [i.college], "v": [0, i.person]}),
    news.RuleTap: Cover(MODERATE, own=True),
    ChatTap: Cover(Permission.MANAGE_CHATS, lambda i: {"id": [i.chat]}),
    bank.BankTap: Cover(
        PUBLIC, lambda i: {"c": [i.cluster], "id": [i.bank], "kind": ["", "main", "?"], "page": [0]}, own=True
    ),
    bank.BankEditTap: Cover(
        Permission.OFFER_PROGRAMMES,
        lambda i: {"id": [i.bank], "to": ["agreed", "?"]},
        whole=(bank.BankEditTap.TAKE,),
    ),
    evaluation.VerdictTap: Cover(
        SCORE, lambda i: {"a": [i.assignment], "i": [3, 5, 99], "v": ["m", "f", "y", "1"], "r": [0, 9]}, owner=EXPERT
    ),
    evaluation.GoTap: Cover(SCORE, lambda i: {"a": [i.assignment], "i": [0, 5, 99]}, owner=EXPERT),
    evaluation.WorkTap: Cover(SCORE, lambda i: {"a": [i.assignment]}, owner=EXPERT),
    evaluation.MineTap: Cover(SCORE, lambda i: {"page": [0]}, own=True),
    evaluation.ReasonTap: Cover(
        SCORE, lambda i: {"a": [i.assignment], "why": [*(reason.value for reason in DeclineReason), "?"]}, owner=EXPERT
    ),
    evaluation.KeepTap: Cover(
        SCORE, lambda i: {"a": [i.assignment], "i": [0, 99], "how": [*(how.value for how in Keep), "?"]}, owner=EXPERT
    ),
    evaluation.MaterialTap: Cover(
        Permission.SEE_EVALUATION, lambda i: {"m": [i.material], "a": [i.assignment], "p": [i.programme]}
    ),
    evaluation.SessionsTap: Cover(MANAGE, lambda i: {"page": [0]}, own=True),
    evaluation.SessionTap: Cover(MANAGE, lambda i: {"s": [i.session, i.draft_session], "page": [0]}),
    evaluation.ProgrammeTap: Cover(MANAGE, lambda i: {"p": [i.programme], "page": [0]}),
    evaluation.FigureTap: Cover(MANAGE, lambda i: {"p": [i.programme], "i": [0, 5, 99]}),
    evaluation.ExpertTap: Cover(
        MANAGE, lambda i: {"p": [i.programme], "person": [i.person], "on": [0, 1], "page": [0]}
    ),
    evaluation.CatalogueTap: Cover(MANAGE, lambda i: {"id": [i.sheet], "page": [0], "key": ["", "x"]}),
    evaluation.ReportTap: Cover(MANAGE, lambda i: {"s": [i.session, i.draft_session]}),
    plan.ObligationTap: Cover(SEE_PLAN, lambda i: {"o": [i.obligation]}, owner=OWING),
    plan.LaterTap: Cover(SEE_PLAN, lambda i: {"o": [i.obligation], "days": [3, 99]}, owner=OWING),
    plan.GiveTap: Cover(SEE_PLAN, lambda i: {"o": [i.obligation], "person": [i.answering, i.person]}, owner=OWING),
    plan.ProofTap: Cover(SEE_PLAN, lambda i: {"o": [i.obligation], "e": [i.evidence]}, owner=OWING),
    plan.MineTap: Cover(SEE_PLAN, lambda i: {"which": ["open", "done", "?"], "page": [0]}, own=True),
    plan.BoardTap: Cover(
        MANAGE_PLAN,
        lambda i: {"which": ["late", "open", "?"], "section": [0, 1], "organisation": [0, i.college], "page": [0]},
        own=True,
    ),
    plan.DecideTap: Cover(MANAGE_PLAN, lambda i: {"o": [i.obligation]}),
    plan.HeadTap: Cover(MANAGE_PLAN, lambda i: {"organisation": [i.college], "person": [0, i.answering]}),
    plan.PaperTap: Cover(SEE_PLAN, own=True),
    plan.PlanTap: Cover(MANAGE_PLAN, lambda i: {"p": [i.plan], "page": [0]}),
    plan_imports.SendPlanTap: Cover(MANAGE_PLAN, lambda i: {"plan": [i.plan]}),
    plan_imports.ImportTap: Cover(MANAGE_PLAN, lambda i: {"i": [i.plan_import], "page": [0, 9], "r": [0, 9]}),
    plan_imports.ImportRowTap: Cover(MANAGE_PLAN, lambda i: {"i": [i.plan_import], "row": [0, 99], "r": [0, 9]}),
    plan_imports.ImportYearTap: Cover(MANAGE_PLAN, lambda i: {"i": [i.plan_import], "first": [2022, 1]}),
    live.DayTap: Cover(MANAGE, lambda i: {"s": [i.session], "page": [0, 9]}),
    live.OpenTap: Cover(MANAGE, lambda i: {"p": [i.programme]}),
    live.SlotTap: Cover(MANAGE, lambda i: {"p": [i.programme]}),
    live.WantedTap: Cover(MANAGE, lambda i: {"p": [i.programme]}),
    live.NameTap: Cover(None, lambda i: {"p": [i.judged.missing, i.programme]}),
    evaluation.AsideTap: Cover(
        SCORE, lambda i: {"a": [i.assignment], "i": [0, 99], "n": [0, i.assignment]}, owner=EXPERT
    ),
    outcome.ResultTap: Cover(None, lambda i: {"p": [i.judged.open, i.judged.fixed, i.programme], "i": [UNSURE, 99]}),
    outcome.RuleTap: Cover(None, lambda i: {"p": [i.judged.open], "i": [UNSURE, 0, 99], "v": ["m", "f", "?"]}),
    outcome.DecideTap: Cover(
        None,
        lambda i: {"p": [i.judged.ready], "o": [*outcome.DecideTap.CODES, "?"], "stamp": [i.judged.ready_stamp, 0]},
    ),
    outcome.ReleaseTap: Cover(
        MANAGE, lambda i: {"p": [i.judged.decided], "o": [i.judged.decision, i.judged.decision + 1], "y": [1, 0]}
    ),
    outcome.RestoreTap: Cover(MANAGE, lambda i: {"a": [i.judged.sheet, i.assignment]}),
    outcome.ReopenTap: Cover(None, lambda i: {"a": [i.judged.sheet, i.assignment]}),
    outcome.VersionsTap: Cover(None, lambda i: {"a": [i.judged.sheet, i.assignment], "m": [0, 1], "n": [0, 9]}),
    outcome.EvidenceTap: Cover(None, lambda i: {"e": [i.judged.evidence], "a": [0, i.judged.told_sheet]}),
    outcome.OthersTap: Cover(None, lambda i: {"a": [i.judged.sheet, i.assignment]}),
    outcome.ReviseTap: Cover(SCORE, lambda i: {"a": [i.judged.sheet, i.assignment], "y": [1, 0]}, owner=EXPERT),
    outcome.CollegeTap: Cover(
        Permission.VIEW_OWN_PROGRAMMES, lambda i: {"p": [i.judged.told, i.judged.fixed], "i": [FAULTY, 99]}
    ),
    outcome.FixFileTap: Cover(None, lambda i: {"f": [i.judged.fix_file]}),
    outcome.RecheckTap: Cover(SCORE, lambda i: {"a": [i.judged.fixed_sheet], "i": [FAULTY, 99]}, owner=EXPERT),
    outcome.ProtocolTap: Cover(None, lambda i: {"s": [i.judged.over, i.judged.signed, i.session]}),
    outcome.SignTap: Cover(MANAGE, lambda i: {"s": [i.judged.over], "stamp": [i.judged.over_stamp, "00000000"]}),
    outcome.PaperTap: Cover(None, lambda i: {"s": [i.judged.signed, i.judged.over], "n": [0, 9]}),
    evaluation.SheetTap: Cover(MANAGE, lambda i: {"a": [i.assignment]}),
    evaluation.ConflictTap: Cover(
        SCORE,
        lambda i: {"a": [i.assignment], "g": ["none", "contract", "works", "?"], "m": ["a", "c"], "y": [0, 1]},
        owner=EXPERT,
    ),
    evaluation.RecuseTap: Cover(MANAGE, lambda i: {"p": [i.programme], "g": ["works", "none", "?"], "y": [0, 1]}),
    evaluation.PoolTap: Cover(SCORE, lambda i: {"what": ["15.00.00", "?"], "on": [0, 1], "page": [0, 9]}, own=True),
    evaluation.ChairTap: Cover(MANAGE, lambda i: {"s": [i.session], "person": [0, i.person]}),
    evaluation.ReplaceTap: Cover(MANAGE, lambda i: {"a": [i.assignment], "person": [0, i.person]}),
}
COVERED |= MEETINGS

COVERED |= {
    practice.PracticeTap: Cover(SEE_PRACTICE, lambda i: {"page": [0]}, own=True),
    practice.PlaceTap: Cover(Permission.OFFER_PLACES, lambda i: {"id": [i.practice.place]}),
    practice.MentorTap: Cover(KEEP, lambda i: {"id": [i.practice.mentor], "week": [0, -1]}),
    practice.AbsenceTap: Cover(KEEP, lambda i: {"id": [i.practice.mentor], "first": ["2022-09-01", "x"]}),
    practice.RequestTap: Cover(ASK, lambda i: {"id": [i.practice.asked], "page": [0]}),
    practice.ListTap: Cover(ASK, lambda i: {"id": [i.practice.listed], "page": [0]}),
    practice.InternTap: Cover(ASK, lambda i: {"id": [i.practice.intern, i.practice.waiting]}),
    practice.ClearanceTap: Cover(
        ASK,
        lambda i: {
            "id": [i.practice.intern],
            "kind": ["medical", "x"],
            "state": ["missing", "", "valid", "booked", "x"],
        },
    ),
    practice.LinkTap: Cover(ASK, lambda i: {"id": [i.practice.intern], "person": [i.person, 0]}),
    practice.OffersTap: Cover(
        Permission.MANAGE_PRACTICE,
        lambda i: {"id": [i.practice.waiting], "place": [i.practice.place, 0], "page": [0]},
    ),
    practice.PlacementTap: Cover(SEE_PRACTICE, lambda i: {"id": [i.practice.placement]}),
    practice.ReasonTap: Cover(SEE_PRACTICE, lambda i: {"id": [i.practice.placement], "why": ["dates", "?"]}),
    practice.MarkTap: Cover(SEE_PRACTICE, lambda i: {"id": [i.practice.placement], "mark": [5, 9]}),
    practice.MatchTap: Cover(MATCH, lambda i: {"page": [0]}, own=True),
    practice.RunTap: Cover(MATCH, lambda i: {"run": [i.practice.run], "page": [0]}),
    practice.GroupTap: Cover(
        MATCH, lambda i: {"run": [i.practice.run], "by": ["e", "c", "?"], "id": [i.enterprise, 0], "page": [0]}
    ),
    practice.PairTap: Cover(MATCH, lambda i: {"run": [i.practice.run], "intern": [i.practice.waiting, 0]}),
    practice.OwnLeftTap: Cover(ASK, lambda i: {"page": [0]}, own=True),
    practice.OutcomeTap: Cover(SEE_PRACTICE, lambda i: {"id": [i.practice.placement], "outcome": ["hired", "?"]}),
}


def registered() -> set[type[CallbackData]]:
    """Kinds of taps that a handler of the running bot waits for."""
    found = set()
    for router in routers(root_router()):
        for handler in router.callback_query.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, CallbackQueryFilter):
                    found.add(one.callback.callback_data)
    return found


def routers(root: Router) -> Iterator[Router]:
    """A router and everything below it."""
    yield root
    for below in root.sub_routers:
        yield from routers(below)


def codes(kind: type[CallbackData]) -> list[str]:
    """What a `do` can be, and one that nothing is called."""
    named = [value for name, value in vars(kind).items() if name.isupper() and isinstance(value, str)]
    return [*named, "?"]


def taps(kind: type[CallbackData], ids: Ids, *, every: bool = True) -> list[CallbackData]:
    """Taps of one kind: every combination of the values, or each value once."""
    given = dict(COVERED[kind].values(ids))
    ordered = [given.get(name) or codes(kind) for name in kind.model_fields]
    if every:
        combinations = list(itertools.product(*ordered))
    else:
        first = tuple(values[0] for values in ordered)
        varied = [
            (*first[:place], value, *first[place + 1 :]) for place, values in enumerate(ordered) for value in values[1:]
        ]
        combinations = [first, *varied]
    return [kind(**dict(zip(kind.model_fields, values, strict=True))) for values in combinations]
