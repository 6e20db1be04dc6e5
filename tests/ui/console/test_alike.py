"""Who may be the same person: nearly one name, on one item, as far as nobody has decided (G-04)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain import rules
from hearingdesk.domain.names import as_read
from hearingdesk.domain.values import SignUp
from hearingdesk.ui.console.alike import Alike
from tests.builders import PROFILE, Evening, commenting

NAMES = ("Maria Garcia", "María García", "Maria Garcias", "Bo Cruz", "Cruz Bo", "Mai Yang", "Mai Vang", "")


def learnt(evening: Evening) -> Alike:
    alike = Alike()
    for slip, one in evening.hearing.registrations.items():
        alike.learn(slip, one.sign_up)
    return alike


@pytest.mark.parametrize(
    ("one", "other", "doubtful"),
    [
        ("Maria Garcia", "María  GARCÍA", True),
        ("Maria Garcia", "Maria Garcias", True),
        ("Bo Cruz", "Cruz, Bo", True),
        ("Katherine O'Brien", "Katharine OBrien", False),
        ("Mai Yang", "Mai Vang", False),
        ("Ann Lee", "Ann Bell", False),
        ("", "", False),
    ],
)
def test_names_that_are_nearly_the_same_are_doubtful(one: str, other: str, doubtful: bool) -> None:
    evening = commenting(PROFILE, one, other)
    assert learnt(evening).of(evening.hearing, 1) == ((2,) if doubtful else ())


def test_one_item_one_question_and_withdrawn_slips_ask_nothing() -> None:
    evening = commenting(PROFILE, "Ann Lee", "Ann Lee")
    evening.register("Ann Lee", item="6")
    alike = learnt(evening)
    assert (alike.of(evening.hearing, 1), alike.of(evening.hearing, 3)) == ((2,), ())
    evening.act(rules.withdraw_speaker, slip=2)
    assert (alike.of(evening.hearing, 1), alike.of(evening.hearing, 2)) == ((), ())


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=10), st.data())
def test_learning_one_by_one_and_correcting_comes_to_the_same_as_learning_at_once(
    names: list[str], data: st.DataObject
) -> None:
    evening, alike = commenting(PROFILE, *names), Alike()
    for slip, one in evening.hearing.registrations.items():
        alike.learn(slip, SignUp("1", "Somebody Else"))
        alike.learn(slip, one.sign_up)
    changed = data.draw(st.integers(1, len(names)))
    alike.learn(changed, None)
    alike.learn(changed, evening.hearing.registrations[changed].sign_up)
    at_once = learnt(evening)
    for slip in evening.hearing.registrations:
        assert alike.of(evening.hearing, slip) == at_once.of(evening.hearing, slip)
        assert all(slip in alike.of(evening.hearing, other) for other in alike.of(evening.hearing, slip))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Kay L...", ("Kay L…", True)),
        ("Kay L…", ("Kay L…", True)),
        ("Kim?", ("Kim", True)),
        ("  Kim   Lee ??", ("Kim Lee", True)),
        ("Kim Lee Jr.", ("Kim Lee Jr.", False)),
        ("?", ("", True)),
        ("", ("", False)),
    ],
)
def test_a_name_not_certain_is_told_by_how_it_ends(typed: str, read: tuple[str, bool]) -> None:
    assert as_read(typed) == read
