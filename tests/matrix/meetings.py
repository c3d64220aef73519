"""A council with meetings in every state, for the matrix."""

from datetime import timedelta

from cluster.access import Actor
from services.meetings import Head, NewDecision, NewItem, NewMeeting, NewMember
from tests.world import World


async def furnish_meetings(world: World, head: Actor, delegate: Actor, organisation: int) -> dict[str, int]:
    """Ids of a council of the head's cluster and of its meetings: draft, announced, running, held, signed.

    A colleague of the delegate, where there is one, is asked to come to the announced meeting instead.
    """
    meetings, here = world.app.services.meetings, head.here
    known = await meetings.councils.mine(head)
    if not known:
        await meetings.councils.add_working_group(head, "Рабочая группа соседей", f"group:{here}")
        known = await meetings.councils.mine(head)
    council = known[0].id
    card = await meetings.councils.add_member(
        head, council, NewMember(organisation, delegate.me, None), f"member:{here}"
    )
    await meetings.councils.set_head(head, council, Head.SECRETARY, head.me)
    soon = world.clock.now() + timedelta(hours=1)

    async def make(name: str) -> int:
        new = NewMeeting(council, soon, 60, "Ауд. 214")
        planned = await meetings.planning.create(head, new, f"{name}:{here}")
        done = await meetings.planning.add_item(
            head, planned.view.meeting.id, NewItem("О программах"), f"{name}:item:{here}"
        )
        return done.view.meeting.id

    async def hold(name: str) -> tuple[int, int]:
        meeting = await make(name)
        await meetings.announcing.announce(head, meeting)
        view = await meetings.conduct.begin(head, meeting)
        await meetings.answering.here(delegate, meeting)
        await meetings.conduct.open_item(head, view.items[0].id)
        return meeting, view.items[0].id

    draft, announced = await make("draft"), await make("announced")
    view = await meetings.announcing.announce(head, announced)
    colleagues = await meetings.answering.colleagues(delegate, view.invitees[0].id)
    if colleagues:
        await meetings.answering.send_substitute(delegate, view.invitees[0].id, colleagues[0][0])
    for hours in (48, 72):
        poll = await meetings.polls.propose(head, draft, soon + timedelta(hours=hours))
    await meetings.polls.ask(head, draft, soon + timedelta(days=1))
    running, running_item = await hold("running")
    await meetings.voting.open_vote(head, running_item)
    held = []
    for name in ("held", "signed"):
        meeting, item = await hold(name)
        decision = NewDecision("Утвердить перечень", organisation, None, None)
        view = await meetings.decisions.decide(head, item, decision, f"decision:{name}:{here}")
        await meetings.conduct.close_item(head, item)
        held.append(await meetings.conduct.end(head, meeting))
    await meetings.minutes.sign(head, held[1].meeting.id, "file", "protokol.pdf")
    rows = await meetings.planning.plan_rows(head, draft)
    return {
        "council": council,
        "member": card.members[0].id,
        "line": card.drafts[0].id if card.drafts else 0,
        "meeting": announced,
        "draft_meeting": draft,
        "running_meeting": running,
        "held_meeting": held[0].meeting.id,
        "signed_meeting": held[1].meeting.id,
        "item": (await meetings.planning.look(head, draft)).view.items[0].id,
        "running_item": running_item,
        "invitee": (await meetings.planning.look(head, announced)).view.invitees[0].id,
        "running_invitee": (await meetings.planning.look(head, running)).view.invitees[0].id,
        "decision": held[0].decisions[0].id,
        "date": poll.dates[0].id,
        "plan_row": rows[0].id if rows else 0,
    }
