"""An item's own rules in place of the body's: whose limit, how many turns, how much with an interpreter (R-01)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.chair import chair_face
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.face import face
from hearingdesk.domain.in_force import own_rules, rule_sentence, rules_on
from hearingdesk.domain.profile import LOCKED, RuleProfile
from hearingdesk.domain.values import Capacity, Ground, Interpreter, ItemKind, MinutesLevel, OwnRules
from tests.builders import PROFILE, Evening, commenting, in_session

MINUTE = timedelta(minutes=1)
OWN = OwnRules(6 * MINUTE, 7 * MINUTE, 8 * MINUTE, 1 * MINUTE, 2, 3)
SENTENCE = "Each speaker has 2 minutes; 6 minutes with an interpreter; no yielding of time; 20 minutes in all."


def ruled(own: OwnRules | None = OWN, profile: RuleProfile = PROFILE) -> Evening:
    evening = in_session(profile)
    given = {"limit": 2 * MINUTE, "cap": 20 * MINUTE, "level": MinutesLevel.NAMES, "kind": ItemKind.COMMENT}
    evening.act(rules.rule_item, item="1", own=own, **given)
    return evening


@pytest.mark.parametrize(
    ("says", "given"),
    [
        ({}, 2 * MINUTE),
        ({"together_with": ("Bo",)}, 6 * MINUTE),
        ({"capacity": Capacity.OFFICIAL}, 7 * MINUTE),
        ({"capacity": Capacity.APPLICANT}, 8 * MINUTE),
        ({"interpreter": Interpreter("Hmong")}, 6 * MINUTE),
    ],
)
def test_whoever_is_called_has_the_items_own_limit(says: dict[str, Any], given: timedelta) -> None:
    evening = ruled()
    slip = evening.register("Ann", **says)
    evening.act(rules.take_up, item="1")
    evening.act(rules.call_speaker, slip=slip)
    turn = evening.hearing.turn
    assert turn is not None
    assert turn.allotment.total == given


def test_a_second_turn_needs_no_leave_where_the_item_has_two() -> None:
    evening = ruled()
    slip = evening.register("Ann")
    evening.act(rules.take_up, item="1")
    evening.turn(slip)
    evening.turn(slip)
    with pytest.raises(OutOfOrder, match="needs the chair's leave"):
        evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.call_speaker, slip=slip, ground=Ground.REBUTTAL)
    turn = evening.hearing.turn
    assert turn is not None
    assert turn.allotment.total == 1 * MINUTE


def test_other_items_have_the_bodys_rules() -> None:
    hearing = ruled().hearing
    assert rules_on(hearing, hearing.items["6"]).official_limit is None
    assert rules_on(hearing, None) is hearing.profile


def test_a_group_goes_up_and_down_with_the_items_own_limit() -> None:
    evening = ruled()
    slip = evening.register("Ann", together_with=("Bo",))
    evening.act(rules.take_up, item="1")
    evening.act(rules.change_limit, new=1 * MINUTE, ordered_by="Chair")
    evening.act(rules.call_speaker, slip=slip)
    turn = evening.hearing.turn
    assert turn is not None
    assert turn.allotment.total == 3 * MINUTE


def test_every_screen_says_the_rule_of_the_item_in_hand() -> None:
    evening = ruled()
    evening.act(rules.take_up, item="1")
    hearing = evening.hearing
    assert rule_sentence(hearing, hearing.item) == SENTENCE
    assert chair_face(hearing, {}).rule == SENTENCE
    shown = face(hearing, evening.now)
    assert (shown.limit, shown.with_interpreter, shown.cap) == (2 * MINUTE, 6 * MINUTE, 20 * MINUTE)


def test_the_items_rule_is_not_below_what_the_law_asks() -> None:
    locked = replace(PROFILE, interpretation_locked=True)
    with pytest.raises(OutOfOrder, match=LOCKED):
        ruled(replace(OWN, interpretation_factor=1), locked)
    assert ruled(replace(OWN, interpretation_factor=2), locked).hearing.items["1"].own
    assert ruled(replace(OWN, interpretation_factor=1)).hearing.items["1"].own


@pytest.mark.parametrize("wrong", [{"group_limit": timedelta(0)}, {"turns_per_item": 0}, {"interpretation_factor": 0}])
def test_what_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(OutOfOrder):
        ruled(replace(OWN, **wrong))  # type: ignore[arg-type]  # each field with a value of its kind


def test_the_bodys_own_rules_change_nothing() -> None:
    evening = commenting(PROFILE, "Ann")
    hearing = evening.hearing
    assert hearing.item is not None
    item = replace(hearing.item, own=own_rules(PROFILE))
    assert rules_on(hearing, item) == PROFILE


def test_the_sentence_says_what_is_law() -> None:
    said = replace(PROFILE, interpretation_locked=True).sentence(3 * MINUTE)
    assert said == "Each speaker has 3 minutes; 6 minutes with an interpreter, as the law asks; no yielding of time."
