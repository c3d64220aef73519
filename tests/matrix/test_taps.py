"""Every kind of tap × every role × foreign, forged, old and double: a clear answer, no effect, no exception."""

from collections.abc import Iterator, Sequence

import pytest
from aiogram.filters.callback_data import CallbackData

from cluster.access import Role
from handlers.engine.taps import Tap
from tests.matrix.covered import COVERED, registered, taps
from tests.matrix.people import EVERYBODY, FOREIGN_EXPERT, GUEST, NEWCOMER, OUTSIDER, Ids
from tests.matrix.scene import Scene, check_same

KINDS = sorted(COVERED, key=lambda kind: kind.__name__)
ADMINISTRATOR = Role.ADMINISTRATOR.value
ABROAD = (OUTSIDER, FOREIGN_EXPERT)
PREFERRED = sorted(EVERYBODY, key=lambda name: name != Role.COORDINATOR.value)
CURIOUS = [Role.COORDINATOR.value, Role.EXPERT.value, GUEST, Role.ADMINISTRATOR.value, NEWCOMER]
"""Who forges: one of each kind of rights."""
AT_ONCE = 15
USUAL_PARTS = 4
BAD = ("", "x", "-1", "2147483648", "9" * 30, "👩‍🏭", "'--", "1.5", "0", str(2**63), "١٢", "\u202e", "<b>", " 0")

Kinds = list[type[CallbackData]]

each_part = pytest.mark.parametrize(
    ("kinds", "every"),
    [
        pytest.param(KINDS, False, id="each", marks=pytest.mark.timeout(900)),
        pytest.param(KINDS, True, id="all", marks=[pytest.mark.sweep, pytest.mark.timeout(900)]),
    ],
)


def test_every_kind_of_tap_is_covered() -> None:
    assert registered() <= set(COVERED), "a new kind of tap: say in covered.py who may have an effect by it"
    assert all(issubclass(kind, Tap) for kind in COVERED), "numbers of a tap are bounded in the engine's Tap"
    prefixes = [kind.__prefix__ for kind in COVERED]
    assert len(prefixes) == len(set(prefixes)), "two kinds of taps share a prefix"


@each_part
async def test_who_may_not_changes_nothing_and_is_told(scene: Scene, kinds: Kinds, every: bool) -> None:
    """Real ids on the buttons, tapped by people whose they are not."""
    for kind in kinds:
        forbidden = [name for name in EVERYBODY if not COVERED[kind].may(name, await scene.actor(name))]
        data = [tap.pack() for tap in taps(kind, scene.home, every=every)]
        for names, some in _shares(forbidden, data, every=every):
            await _tap_in_vain(scene, kind, names, some)


@each_part
async def test_ids_of_another_cluster_are_not_found(scene: Scene, kinds: Kinds, every: bool) -> None:
    """Somebody with the right role in one cluster taps what belongs to the other."""
    here = [name for name in EVERYBODY if name not in (OUTSIDER, FOREIGN_EXPERT, ADMINISTRATOR)]
    for kind in kinds:
        if not COVERED[kind].own:
            foreign = taps(kind, scene.abroad, every=every)
            data = [tap.pack() for tap in foreign if getattr(tap, "do", None) not in COVERED[kind].whole]
            for names, some in _shares(here, data, every=every):
                await _tap_in_vain(scene, kind, names, some)
        for name in here:
            assert "соседей" not in scene.card(name).body, f"{name} sees another cluster by {kind.__name__}"


@each_part
async def test_two_taps_at_once_have_the_effect_of_one(scene: Scene, kinds: Kinds, every: bool) -> None:
    """By somebody who may: two answers, one effect. Then by all others who may."""
    for kind in kinds:
        allowed = [name for name in PREFERRED if COVERED[kind].may(name, await scene.actor(name))]
        for number, tap in enumerate(taps(kind, scene.home, every=every) if allowed else ()):
            data = tap.pack()
            scene.forget_calls()
            with scene.no_incident(data):
                first = await scene.press(allowed[0], data)
                once = scene.dump()
                scene.restore()
                again = await scene.press(allowed[0], data, data)
                check_same(once, scene.dump(), f"the second tap on {data!r}")
                others = await scene.press_all(allowed[1:], [data]) if every or number == 0 else []
            pressed = [*first, *again, *others]
            scene.check_answered(*pressed)
            scene.check_told(pressed)
            scene.restore()


@each_part
async def test_forged_data_is_answered(scene: Scene, kinds: Kinds, every: bool) -> None:
    """Data no button ever had: wrong types, huge and negative numbers, too few and too many fields, junk."""
    for kind in kinds:
        forged = list(_forged(kind, scene.abroad, BAD if every else BAD[:6]))
        for names, some in _shares(CURIOUS, forged, every=every):
            await _tap_in_vain(scene, kind, names, some)
        scene.restore()


def _shares(names: Sequence[str], data: Sequence[str], *, every: bool) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Who taps what: everybody everything, or in the usual run every name and every tap once."""
    if every:
        return [(names, data)]
    parts = max(1, min(len(names), len(data), USUAL_PARTS))
    return [(names[part::parts], data[part::parts]) for part in range(parts)]


async def _tap_in_vain(scene: Scene, kind: type[CallbackData], names: Sequence[str], data: Sequence[str]) -> None:
    """Each tap is answered once, in words or with a screen, and the database stays as it is."""
    for start in range(0, len(data), AT_ONCE):
        some, before = data[start : start + AT_ONCE], scene.dump()
        scene.forget_calls()
        with scene.no_incident(some):
            pressed = await scene.press_all(names, some)
        scene.check_answered(*pressed)
        if not COVERED[kind].silent:
            scene.check_told(pressed)
        if not COVERED[kind].own:
            check_same(before, scene.dump(), some)


def _forged(kind: type[CallbackData], ids: Ids, values: Sequence[str]) -> Iterator[str]:
    """Data of one kind with something wrong in it."""
    mark, plain = kind.__separator__, taps(kind, ids)[0].pack()
    old = f"{kind.__prefix__[:-1]}0{plain[len(kind.__prefix__) :]}"
    yield from (plain + mark, f"{plain}{mark}1", kind.__prefix__, old, f"?{plain}", f"{plain:x<64}"[:64])
    for number in range(1, len(kind.model_fields) + 1):
        for bad in values:
            parts = plain.split(mark)
            parts[number] = bad
            data = mark.join(parts)
            if len(data.encode()) <= 64:
                yield data
