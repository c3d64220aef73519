"""Sessions that are decided, closed and signed by use cases: what protocols and amendments are tried on."""

from datetime import timedelta

from cluster.evaluation.outcome import Outcome
from cluster.evaluation.scoring import Verdict
from services.evaluation import ProtocolCard
from tests.evaluation.scene import scene
from tests.stage import Stage

WHY = "Заслушали экспертов и колледж."


async def decided_session(stage: Stage, **given: int) -> int:
    """A closed session whose programmes are all decided: agreed where nothing fails, else with remarks."""
    session_id, outcomes = await scene(stage, **given), stage.evaluation.outcomes
    actor = await stage.actor(stage.coordinator)
    overview = await stage.evaluation.sessions.overview(actor, session_id)
    for number, programme in enumerate(overview.programmes):
        card = await outcomes.look(actor, programme.id)
        for criterion in card.result.tally.open:
            index = card.result.tally.sheet.places[criterion.key]
            await outcomes.rule(actor, programme.id, index, Verdict.FAILS if number % 2 else Verdict.MEETS, WHY)
        card = await outcomes.look(actor, programme.id)
        outcome = Outcome.RETURNED if number == 3 else card.possible[0]
        fix_by = card.today + timedelta(20) if outcome is Outcome.WITH_REMARKS else None
        await outcomes.decide(actor, programme.id, outcome, card.stamp, fix_by=fix_by, words=WHY)
    return session_id


async def signed(stage: Stage, session_id: int) -> ProtocolCard:
    """The protocol of a decided session, signed by its chair."""
    actor, protocols = await stage.actor(stage.coordinator), stage.evaluation.protocols
    return await protocols.sign(actor, session_id, (await protocols.look(actor, session_id)).stamp)
