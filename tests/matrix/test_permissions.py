"""Every use case × everybody: allowed exactly when the roles of the current cluster grant what it declares."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any, get_args

import pytest

import services
from cluster.access import GRANTS, Actor, Membership, Permission, Role
from cluster.bank import Agreement, ProgrammeKind
from cluster.deadlines import PlanPeriod
from cluster.directory import OrganisationKind
from cluster.errors import ConsentRequired, DomainError, Forbidden
from cluster.evaluation import outcome
from cluster.evaluation.conflict import Ground
from cluster.evaluation.model import EvidenceKind, MaterialKind, Part
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.states import DeclineReason
from cluster.matching.model import Goal, Pair
from cluster.meetings.quorum import QuorumRule
from cluster.meetings.states import Answer, Availability, Choice
from cluster.meetings.timing import Before
from cluster.news.clock import NewsRule
from cluster.news.outlets import Link, Outlet
from cluster.news.post import MediaKind as MediaKindOfPost
from cluster.news.states import ChangeKind, ItemState, RejectionReason
from cluster.plan_sheet import PlanSheet
from cluster.practice.acceptance import PlacementReason
from cluster.practice.after import Outcome
from cluster.practice.listing import WIDTH, NewIntern
from cluster.practice.mentors import Mentor
from cluster.practice.places import ClearanceKind, Place
from cluster.practice.requests import Clearance, ClearanceState, Request
from services.bank import NewBankProgramme
from services.base import Service, permission_of
from services.evaluation import Keep, NewEvidence, NewMaterial, NewProgramme, NewSession, Said, Slot
from services.meetings import Chat, Head, NewDecision, NewItem, NewMeeting, NewMember
from services.news import NewMedia
from services.plan.importing import Field
from services.plan.obligations import Proof
from storage.obligation_lists import Which
from tests.matrix.people import EVERYBODY, Ids
from tests.matrix.scene import Scene, check_same
from tests.practice.office import mentor, place, request

HERE, THERE = 1, 2
TOO_MANY = [object()] * 20
"""No use case takes so many arguments: a call that is let in ends with TypeError before anything runs."""


def service_classes() -> list[type[Service]]:
    """Every class of use cases of the program."""
    for module in pkgutil.walk_packages(services.__path__, "services."):
        importlib.import_module(module.name)
    found, look = [], list(Service.__subclasses__())
    while look:
        one = look.pop()
        look += one.__subclasses__()
        if one.__module__.startswith("services.") and any(use_cases(one)):  # not what several have in common
            found.append(one)
    return sorted(found, key=lambda one: one.__name__)


def use_cases(kind: type[Service]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Names and functions of the use cases of a class."""
    for name, member in inspect.getmembers(kind, inspect.isfunction):
        if not name.startswith("_") and inspect.iscoroutinefunction(inspect.unwrap(member)):
            yield name, member


def _actors() -> dict[str, Actor]:
    """Everybody there can be: each role here, elsewhere, without consent; nobody; all at once."""
    member = Actor(telegram_id=1, person_id=1, consented=True, cluster_id=HERE)
    found = {
        "guest": Actor(telegram_id=1),
        "consented, no cluster": replace(member, cluster_id=None),
        "consented, no role": member,
        "all roles": replace(member, memberships=tuple(_membership(role, HERE) for role in Role)),
    }
    for role in Role:
        found[f"{role} here"] = replace(member, memberships=(_membership(role, HERE),))
        found[f"{role} elsewhere"] = replace(member, memberships=(_membership(role, THERE),))
        found[f"{role} without consent"] = replace(member, consented=False, memberships=(_membership(role, HERE),))
    return found


def _membership(role: Role, cluster_id: int) -> Membership:
    return Membership(None if role is Role.ADMINISTRATOR else cluster_id, None, role)


def _granted(actor: Actor, permission: Permission) -> bool:
    """What the grants say, computed here once more."""
    if permission is Permission.PUBLIC:
        return True
    if not actor.consented:
        return False
    counting = [one for one in actor.memberships if one.cluster_id is None or one.cluster_id == actor.cluster_id]
    if permission is Permission.CONSENTED:
        return True
    if permission is Permission.MEMBER:
        return any(one.cluster_id is not None for one in counting)
    return any(permission in GRANTS[one.role] for one in counting)


@pytest.mark.parametrize("kind", service_classes(), ids=lambda kind: kind.__name__)
async def test_a_use_case_is_open_exactly_to_whom_it_is_granted(kind: type[Service]) -> None:
    service = object.__new__(kind)  # nothing of it is reached
    for name, method in use_cases(kind):
        permission = permission_of(method)
        for who, actor in _actors().items():
            expected: type[Exception] = TypeError
            if not _granted(actor, permission):
                expected = Forbidden if actor.consented else ConsentRequired
            with pytest.raises(expected) as raised:
                await method(service, actor, *TOO_MANY)
            assert type(raised.value) is expected, f"{name}, {who}"


async def test_every_service_of_the_app_is_a_service(scene: Scene) -> None:
    wired = {type(service) for service in _wired(scene)}
    assert set(service_classes()) <= wired, "use cases nobody can reach, or unknown to this test"


def _wired(scene: Scene) -> Iterator[Service]:
    held = list(scene.world.app.services.by_name().values())
    for one in held:
        if isinstance(one, Service):
            yield one
        elif hasattr(one, "__dataclass_fields__"):
            yield from (part for name in one.__dataclass_fields__ if isinstance(part := getattr(one, name), Service))


# Ids of another cluster

OPEN = {
    "AccessRequestService.ask": "anybody may ask to be let into any cluster",
    "AccessRequestService.organisations": "and is shown its organisations to choose from",
    "PeopleService.agree": "a stranger agrees for the cluster they are invited to",
    "PeopleService.consent_terms": "and reads who answers for the data there",
}
"""Use cases that take ids of any cluster, and why."""

_DAY, _HOUR = date(2022, 7, 20), time(21)


def _arguments(method: Callable[..., Any], foreign: Ids) -> dict[str, Any]:
    """One call: ids of the other cluster, everything else harmless."""
    ids = {
        "session_id": foreign.session,
        "programme_id": foreign.programme,
        "assignment_id": foreign.assignment,
        "material_id": foreign.material,
        "sheet_id": foreign.sheet,
        "obligation_id": foreign.owed_news if ".news." in method.__module__ else foreign.obligation,
        # the other cluster has proofs of its plan, but no expert's file: a number nobody has
        "evidence_id": foreign.evidence if ".plan." in method.__module__ else 10**6,
        "plan_id": foreign.plan,
        "import_id": foreign.plan_import,
        "content": {},
        "kind": None,
        "person_id": foreign.person,
        "event_id": foreign.event,
        "change_id": foreign.change,
        "media_id": foreign.media,
        "membership_id": foreign.membership,
        "invitation_id": foreign.invitation,
        "organisation_id": foreign.college,
        "parent_id": foreign.enterprise,
        "request_id": foreign.practice.asked if ".practice." in method.__module__ else foreign.request,
        "place_id": foreign.practice.place,
        "mentor_id": foreign.practice.mentor,
        "intern_id": foreign.practice.intern,
        "list_id": foreign.practice.listed,
        "placement_id": foreign.practice.placement,
        "run_id": foreign.practice.run,
        "wishes": (),
        "rows": [(2, ["9", "2004", "Томск", *[""] * (WIDTH - 3)])],
        "cluster_id": foreign.cluster,
        "council_id": foreign.council,
        "meeting_id": foreign.draft_meeting,
        "item_id": foreign.submitted if ".news." in method.__module__ else foreign.running_item,
        "invitee_id": foreign.invitee,
        "decision_id": foreign.decision,
        "date_id": foreign.date,
        "member_id": foreign.member,
        "row_id": foreign.plan_row,
    }
    of_kind: dict[Any, Any] = {
        int: 0,
        str: "текст",
        bool: True,
        date: _DAY,
        time: _HOUR,
        tuple[date, date]: (_DAY, _DAY),
        Sequence[int]: [foreign.college],
        Sequence[ItemState]: [ItemState.SUBMITTED],
        Sequence[Link]: [Link(Outlet.VK, "https://vk.com/a")],
        Link: Link(Outlet.VK, "https://vk.com/a"),
        NewsRule: NewsRule(_DAY, 1),
        ChangeKind: ChangeKind.RETRACTION,
        RejectionReason: RejectionReason.OTHER,
        NewMedia: NewMedia(MediaKindOfPost.PHOTO, "file", "unique", "", 1, 1),
        Role: Role.COLLEGE,
        OrganisationKind: OrganisationKind.ENTERPRISE,
        DeclineReason: next(iter(DeclineReason)),
        Keep: Keep.REPLACE,
        NewProgramme: NewProgramme(foreign.college, "15.02.12", "Программа", {}),
        NewBankProgramme: NewBankProgramme(ProgrammeKind.MAIN, foreign.college, None, "Программа", None, None),
        Agreement: Agreement.AGREED,
        NewMaterial: NewMaterial(Part.CARD, MaterialKind.LINK, "https://example.org", "Имя"),
        Which: Which.OPEN,
        Field: Field.DEADLINE,
        PlanPeriod: PlanPeriod.calendar(2022),
        PlanSheet: PlanSheet("План", PlanPeriod.calendar(2022), False, []),
        Proof: Proof("link", "https://example.org/b", "b", "Имя"),
        NewSession: NewSession("Сессия", _DAY, _DAY, _DAY, 1),
        Verdict: Verdict.MEETS,
        outcome.Outcome: outcome.Outcome.AGREED,
        outcome.CollegeAnswer: outcome.CollegeAnswer.ACCEPTED,
        Slot: Slot(_DAY, _HOUR, 20, None),
        Ground: Ground.NONE,
        Said: Said(10**6, "текст", datetime(2022, 6, 21, 4, tzinfo=UTC)),
        NewMember: NewMember(foreign.enterprise, foreign.person, None),
        NewMeeting: NewMeeting(foreign.council, None, 60, "Ауд. 214"),
        NewItem: NewItem("Вопрос"),
        NewDecision: NewDecision("Решение", None, None, None),
        QuorumRule: QuorumRule.HALF,
        Head: Head.CHAIR,
        Chat: Chat.CHANNEL,
        Answer: Answer.YES,
        Availability: Availability.YES,
        Before: Before.WEEK,
        Choice: Choice.FOR,
        datetime: datetime(2022, 7, 20, 4, tzinfo=UTC),
        Place: place(foreign.enterprise),
        Mentor: mentor(foreign.enterprise),
        Request: request(foreign.college),
        NewIntern: NewIntern("9", 2004, "Томск"),
        Clearance: Clearance(ClearanceKind.MEDICAL, ClearanceState.MISSING),
        PlacementReason: PlacementReason.DATES,
        Outcome: Outcome.HIRED,
        Goal: Goal.MOST,
        Pair: Pair(foreign.practice.intern, foreign.practice.place),
        NewEvidence: NewEvidence(10**6, EvidenceKind.PHOTO, "file", "unique"),
    }
    given = {}
    for parameter in list(inspect.signature(inspect.unwrap(method)).parameters.values())[2:]:
        if parameter.name in ids:
            given[parameter.name] = ids[parameter.name]
        elif parameter.default is parameter.empty:
            found = of_kind.get(parameter.annotation)
            assert found is not None or type(None) in get_args(parameter.annotation), f"a value for {parameter}"
            given[parameter.name] = found
    return given


def _takes_ids(method: Callable[..., Any]) -> bool:
    names = inspect.signature(inspect.unwrap(method)).parameters
    return permission_of(method) is not Permission.MANAGE_INSTALLATION and any(name.endswith("_id") for name in names)


async def test_things_of_another_cluster_are_out_of_reach(scene: Scene) -> None:
    """The right role, the wrong cluster: refused or nothing, and nothing changes."""
    actors = [await scene.actor(role.value) for role in Role if role is not Role.ADMINISTRATOR]
    tried = set()
    for service in _wired(scene):
        for name, method in use_cases(type(service)):
            called = f"{type(service).__name__}.{name}"
            if not _takes_ids(method) or called in OPEN:
                continue
            before = scene.dump()
            for actor in actors:
                with suppress(DomainError):
                    result = await method(service, actor, **_arguments(method, scene.abroad))
                    assert "сосед" not in repr(result), called
                    assert "foreign" not in repr(result), called
                    tried.add(called)
            check_same(before, scene.dump(), called)
    assert tried <= {"JournalService.page", "InvitationService.create"}, f"{tried}: not refused"


async def test_a_refusal_leaves_the_database_alone(scene: Scene) -> None:
    """Everything there is of this cluster, asked for by those who may not: refused by type, and nothing changes."""
    before = scene.dump()
    actors = [await scene.actor(name) for name in EVERYBODY]
    for service in _wired(scene):
        for name, method in use_cases(type(service)):
            for actor in actors:
                if actor.can(permission_of(method)):
                    continue
                with pytest.raises(Forbidden if actor.consented else ConsentRequired):
                    await method(service, actor, **_arguments(method, scene.home))
            check_same(before, scene.dump(), name)
