"""Who acts in the matrix, and what there is in two clusters for them to act on."""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import text

from cluster.access import Actor, Membership, Role
from cluster.bank import ProgrammeKind
from cluster.chats import ChatPurpose, SeenChat, Standing
from cluster.directory import OrganisationKind
from cluster.evaluation.model import MaterialKind, Part
from cluster.evaluation.scoring import Verdict
from cluster.news.post import MediaKind as MediaKindOfPost
from cluster.news.states import ChangeKind
from cluster.people import CONSENT_VERSION
from services.bank import NewBankProgramme
from services.evaluation import NewMaterial, NewProgramme, NewSession
from services.news import NewMedia
from storage import people, roles
from tests.matrix.evaluation import Judged, furnish_evaluation
from tests.matrix.meetings import furnish_meetings
from tests.matrix.plan import owe
from tests.matrix.practice import Practised, furnish_practice
from tests.world import ADMIN_ID, World

GUEST, NEWCOMER, LAPSED, APPLICANT = "guest", "newcomer", "lapsed", "applicant"
COLLEAGUE, OUTSIDER, FOREIGN_EXPERT = "colleague", "outsider", "foreign_expert"
HERE = {role.value: ADMIN_ID + number for number, role in enumerate(Role)}
"""Telegram ids of one person a role in the first cluster; the administrator is the one of the settings."""
OTHERS = {
    name: 2000 + number
    for number, name in enumerate((GUEST, NEWCOMER, LAPSED, APPLICANT, COLLEAGUE, OUTSIDER, FOREIGN_EXPERT))
}
EVERYBODY = HERE | OTHERS
SURNAME = "Беспримерный"
"""In every name, so that a log can be searched for it."""
PHONE = "+79990001122"


@dataclass(frozen=True)
class Ids:
    """One of everything a cluster has."""

    cluster: int
    college: int
    enterprise: int
    session: int
    draft_session: int
    programme: int
    assignment: int
    material: int
    sheet: int
    bank: int
    person: int
    membership: int
    invitation: int
    token: str
    request: int
    letter: int
    update: int
    obligation: int
    evidence: int
    plan: int
    plan_import: int
    answering: int
    chat: int
    council: int
    member: int
    line: int
    meeting: int
    draft_meeting: int
    running_meeting: int
    held_meeting: int
    signed_meeting: int
    item: int
    running_item: int
    invitee: int
    running_invitee: int
    decision: int
    date: int
    plan_row: int
    practice: Practised
    judged: Judged
    event: int
    owed_news: int
    news: int
    submitted: int
    out: int
    media: int
    change: int


@dataclass(frozen=True)
class Furnished:
    """Two clusters with everything in them."""

    home: Ids
    abroad: Ids


async def furnish(world: World) -> Furnished:
    """Fill an empty database through the use cases."""
    services, now = world.app.services, world.clock.now()
    admin = await services.people.agree(Actor(ADMIN_ID), CONSENT_VERSION, "ru", f"{SURNAME} Администратор")
    first = (await services.directory.create_builtin_cluster(admin, "home")).cluster.id
    second = (await services.directory.create_empty_cluster(admin, "Соседний кластер", "abroad")).cluster.id
    admin = await services.people.switch(admin, second)
    for kind, name in ((OrganisationKind.COLLEGE, "Колледж соседей"), (OrganisationKind.ENTERPRISE, "Завод соседей")):
        await services.directory.add_organisation(admin, kind, name, "", f"abroad:{name}")
    organisations = {}
    for cluster_id in (first, second):
        admin = await services.people.switch(admin, cluster_id)
        organisations[cluster_id] = [
            (await services.directory.organisations(admin, kind=kind)).items[0].id
            for kind in (OrganisationKind.COLLEGE, OrganisationKind.ENTERPRISE)
        ]
    admin = await services.people.switch(admin, first)

    async def add(name: str, role: Role | None, cluster_id: int | None) -> Actor:
        college, enterprise = organisations[cluster_id or first]
        organisation = college if role in (Role.COLLEGE, Role.INTERN) else enterprise
        async with world.app.db.write() as tx:
            person_id = await people.add_person(tx, EVERYBODY[name], f"{SURNAME} {name}", "ru", cluster_id=cluster_id)
            await people.record_consent(tx, person_id, CONSENT_VERSION, None, now)
            if role is not None:
                held = Membership(cluster_id, None if role is Role.COORDINATOR else organisation, role)
                await roles.grant(tx, person_id, held, None, now)
        async with world.app.db.read() as connection:
            return (await people.load_actor(connection, EVERYBODY[name])).actor

    made = {role: await add(role.value, role, first) for role in Role if role is not Role.ADMINISTRATOR}
    await add(NEWCOMER, None, None)
    await add(LAPSED, Role.COORDINATOR, first)
    await add(COLLEAGUE, Role.EXPERT, first)
    applicant = await add(APPLICANT, None, None)
    outsider = await add(OUTSIDER, Role.COORDINATOR, second)
    foreign = await add(FOREIGN_EXPERT, Role.EXPERT, second)
    home = await _contents(
        world, made[Role.COORDINATOR], made[Role.EXPERT], made[Role.COLLEGE], applicant, organisations[first]
    )
    abroad = await _contents(world, outsider, foreign, outsider, applicant, organisations[second])
    async with world.app.db.write() as tx:
        await tx.execute(
            text("UPDATE people SET consent_version = '0-00000000' WHERE telegram_id = :id"), {"id": EVERYBODY[LAPSED]}
        )
        await tx.execute(text("UPDATE outbox SET state = 'sent'"))
        for letter in (home.letter, abroad.letter):
            await tx.execute(
                text("UPDATE outbox SET state = 'uncertain', error = 'wrong' WHERE id = :id"), {"id": letter}
            )
    return Furnished(home, abroad)


async def _news(world: World, head: Actor, writer: Actor, college: int) -> dict[str, int]:
    """An event, what is owed about it, a draft with a photo, an item under review, a proposal about a post."""
    desk, here = world.app.services.news, head.here
    today = world.clock.now().date()
    card = await desk.events.register(
        head,
        "Экскурсия",
        (today, today + timedelta(days=60)),
        place=None,
        organisation_ids=[college],
        draft_key=f"event:{here}",
    )
    owed = card.obligations[0].id
    photo = NewMedia(MediaKindOfPost.PHOTO, "file", f"unique{here}", "", 10, 1, caption="Текст")
    ids = {}
    for name in ("news", "submitted", "out"):
        item = await desk.writing.begin(writer, owed, f"{name}:{here}")
        ids[name] = item.id
    draft = await desk.writing.add_media(writer, ids["news"], photo)
    async with world.app.db.write() as tx:
        for name, state in (("submitted", "submitted"), ("out", "published")):
            await tx.execute(
                text(
                    "UPDATE news_items SET state = :state, body = 'Текст', submitted_at = created_at,"
                    " chat_id = -1, message_ids = '[1]' WHERE id = :id"
                ),
                {"id": ids[name], "state": state},
            )
    change = await desk.publishing.propose(writer, ids["out"], ChangeKind.RETRACTION, "Ошибка")
    async with world.app.db.write() as tx:
        await tx.execute(text("UPDATE news_changes SET state = 'proposed', letter_key = NULL, attempt = 0"))
    media = draft.content.media[0].id
    return {"event": card.event.id, "owed_news": owed, "media": media, "change": change.id, **ids}


async def _contents(
    world: World, head: Actor, expert: Actor, writer: Actor, applicant: Actor, organisations: list[int]
) -> Ids:
    services, evaluation = world.app.services, world.app.services.evaluation
    college, enterprise = organisations
    today = world.clock.now().date()
    last = today + timedelta(days=9)
    judged = await furnish_evaluation(world, head, expert, college)
    new = NewSession("Экспертная сессия", today, last, last, 1)
    session = (await evaluation.sessions.create(head, new, f"session:{head.here}")).session.id
    draft = (await evaluation.sessions.create(head, new, f"draft:{head.here}")).session.id
    programme = NewProgramme(college, "15.02.12", "Монтаж оборудования", {"2.1": 92_00, "2.2": 40_00})
    card = await evaluation.programmes.add(head, session, programme, f"programme:{head.here}")
    material = NewMaterial(Part.CARD, MaterialKind.LINK, "https://example.org/a", "Презентация")
    await evaluation.programmes.add_material(head, card.programme.id, material, f"material:{head.here}")
    await evaluation.sessions.set_expert(head, card.programme.id, expert.me, wanted=True)
    await evaluation.sessions.open(head, session)
    work = next(one for one in await evaluation.scoring.mine(expert) if one.programme.id == card.programme.id)
    await evaluation.scoring.accept(expert, work.assignment.id)
    for index in range(3):
        await evaluation.scoring.judge(expert, work.assignment.id, index, Verdict.MEETS, 0)
    link = await services.invitations.create(head, Role.ENTERPRISE, enterprise, max_uses=30, days=7)
    assert link.token is not None
    asked = await services.access_requests.ask(
        applicant, head.here, Role.ENTERPRISE, enterprise, message="Прошу доступ", draft_key=f"ask:{head.here}"
    )
    profile = await services.people.profile(head, expert.me)
    shown = await evaluation.programmes.look(head, card.programme.id)
    offered = NewBankProgramme(ProgrammeKind.MAIN, college, "15.02.12", "Монтаж", None, None)
    banked = await services.bank.add(head, offered, f"bank:{head.here}")
    async with world.app.db.read() as connection:
        letter = await connection.scalar(
            text("SELECT min(id) FROM outbox WHERE cluster_id = :here"), {"here": head.here}
        )
    fine = Standing(present=True, can_post=True, can_edit=True, can_delete=True)
    seen = SeenChat(-1_001_000_000_000 - head.here, ChatPurpose.CHANNEL, "Канал", None, fine)
    await services.chats.seen(head, seen)
    await services.chats.seen(head, replace(seen, standing=Standing(False, False, False, False)))
    chat = (await services.chats.chats(head))[0].id
    owed = await owe(world, head, college)
    malformed = world.bot.queue.push_raw({"message": {"text": SURNAME}}, expires=float("inf"))
    await world.settle()
    return Ids(
        cluster=head.here,
        college=college,
        enterprise=enterprise,
        session=session,
        draft_session=draft,
        programme=card.programme.id,
        judged=judged,
        assignment=work.assignment.id,
        material=shown.materials[0].id,
        bank=banked.programme.id,
        sheet=(await evaluation.sheets.versions(head))[0].id,
        person=expert.me,
        membership=profile.roles[0].membership_id,
        invitation=link.invitation.id,
        token=link.token,
        request=asked.id,
        letter=int(letter or 0),
        update=malformed,
        obligation=owed.obligation,
        evidence=owed.evidence,
        plan=owed.plan,
        plan_import=owed.plan_import,
        answering=owed.answering,
        chat=chat,
        **await furnish_meetings(world, head, expert, enterprise),
        practice=await furnish_practice(services.practice, head, college, enterprise),
        **await _news(world, head, writer, college),
    )
