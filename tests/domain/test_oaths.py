"""The oath, the steps of a hearing, an item's own rules, an item withdrawn (H-04, R-01, 7.2)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from exports.slip_sheets import SlipFields, turn_rows
from hearingdesk.domain import oaths, rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import ItemState, Phase
from hearingdesk.domain.timing import cap_left
from hearingdesk.domain.values import ItemKind, ItemNotice, MinutesLevel, OathForm, Standing
from hearingdesk.domain.wording import words
from hearingdesk.library import Library
from tests.builders import PROFILE, Evening, commenting, in_session
from tests.exports.told import told

ZONING = replace(PROFILE, oath_required=True, hearing_steps="Opening; Oath ;; Staff report")
HEARING = (
    ItemNotice("1", "1", "Rezoning", kind=ItemKind.HEARING),
    ItemNotice("2", "2", "Comments", kind=ItemKind.COMMENT),
)
MINUTE = timedelta(minutes=1)


def zoning(*names: str) -> Evening:
    evening = in_session(ZONING, HEARING)
    for name in names:
        evening.register(name)
    evening.act(rules.take_up, item="1")
    return evening


def own_rules(evening: Evening, item: str = "1", **says: Any) -> None:
    given = {"limit": 2 * MINUTE, "cap": None, "level": MinutesLevel.COUNT, "kind": ItemKind.HEARING} | says
    evening.act(rules.rule_item, item=item, **given)


def test_all_who_intend_to_speak_are_sworn_in_one_act_and_a_latecomer_alone(tmp_path: Path) -> None:
    evening = zoning("Ann", "Ben", "Cy")
    item = evening.hearing.items["1"]
    entry = evening.act(rules.take_oath, slips=oaths.unsworn(evening.hearing, item), by=" the Chair ")
    assert words(entry, evening.hearing) == "3 people sworn by the Chair"
    assert oaths.unsworn(evening.hearing, evening.hearing.items["1"]) == ()
    evening.wait(600)
    late = evening.register("Dee")
    assert oaths.unsworn(evening.hearing, evening.hearing.items["1"]) == (late,)
    entry = evening.act(rules.take_oath, slips=(late,), form=OathForm.AFFIRMED, by="the Clerk", on_card=True)
    assert words(entry, evening.hearing) == "Dee affirmed on the card by the Clerk"
    evening.turn(1)
    evening.turn(late)
    said = told(evening.hearing, tmp_path)
    assert "At 6:00 p.m., 3 people who intended to speak were sworn in by the Chair." in said
    assert "At 6:10 p.m., 1 person affirmed on the card before the Clerk." in said
    assert "Ann. Sworn." in said
    assert "Dee. Affirmed on the card." in said


def test_starting_somebody_unsworn_is_warned_of_on_a_hearing_that_asks_and_never_refused() -> None:
    evening = zoning("Ann")
    assert not oaths.speaks_unsworn(evening.hearing)
    evening.act(rules.call_next)
    assert oaths.speaks_unsworn(evening.hearing)
    evening.act(rules.start_turn)
    evening.act(rules.take_oath, slips=(1,))
    assert not oaths.speaks_unsworn(evening.hearing)


def test_general_comment_and_bodies_that_ask_for_none_are_left_alone() -> None:
    evening = in_session(ZONING, HEARING)
    evening.register("Ann", item="2")
    evening.act(rules.take_up, item="2", reason="first")
    evening.act(rules.call_next)
    assert not oaths.speaks_unsworn(evening.hearing)
    evening = commenting(PROFILE, "Ann")
    evening.act(rules.call_next)
    assert not oaths.speaks_unsworn(evening.hearing)


def test_who_is_exempt_says_why_and_is_told_with_the_speaker(tmp_path: Path) -> None:
    evening = zoning("Ann")
    with pytest.raises(OutOfOrder, match="Say why no oath"):
        evening.act(rules.take_oath, slips=(1,), form=OathForm.EXEMPT)
    entry = evening.act(rules.take_oath, slips=(1,), form=OathForm.EXEMPT, why="an attorney")
    assert words(entry, evening.hearing) == "Ann exempt from the oath: an attorney"
    evening.turn(1)
    said = told(evening.hearing, tmp_path)
    assert "Exempt: an attorney." in said
    assert "sworn" not in said


@pytest.mark.parametrize(("slips", "why"), [((), "Nobody is chosen"), ((1, 1), "named twice"), ((9,), "no slip 9")])
def test_an_oath_is_somebodys(slips: tuple[int, ...], why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        zoning("Ann").act(rules.take_oath, slips=slips)


def test_nobody_takes_it_twice() -> None:
    evening = zoning("Ann")
    evening.act(rules.take_oath, slips=(1,))
    with pytest.raises(OutOfOrder, match="Ann stands on the record already, sworn"):
        evening.act(rules.take_oath, slips=(1,), form=OathForm.AFFIRMED)


def test_the_steps_of_a_hearing_are_recorded_with_their_times(tmp_path: Path) -> None:
    evening = zoning()
    assert evening.hearing.profile.steps == ("Opening", "Oath", "Staff report")
    entry = evening.act(rules.take_step, step="Opening")
    assert words(entry, evening.hearing) == "Item 1: Opening"
    evening.wait(120)
    evening.act(rules.take_step, step="Staff report")
    assert "The hearing took these steps: Opening (6:00 p.m.); Staff report (6:02 p.m.)." in told(
        evening.hearing, tmp_path
    )
    with pytest.raises(OutOfOrder, match="“Opening” is on the record already"):
        evening.act(rules.take_step, step="Opening")
    with pytest.raises(OutOfOrder, match="Say which step"):
        evening.act(rules.take_step, step=" ")


def test_the_shipped_zoning_profile_names_the_steps_in_order() -> None:
    steps = Library().profile("quasi_judicial_zoning").steps
    assert len(steps) == 14
    assert [step for step in steps if step in ("Disclosures", "Oath", "Staff report", "Deliberation")] == [
        *("Disclosures", "Oath", "Staff report", "Deliberation")
    ]
    assert Library().profile("wisconsin_generic").steps == ()


def test_an_item_has_rules_of_its_own_and_the_others_keep_the_bodys(tmp_path: Path) -> None:
    evening = zoning("Ann", "Ben")
    own_rules(evening, cap=3 * MINUTE)
    assert words(evening.hearing.entries[-1], evening.hearing) == (
        "Item 1 has its own rule: public hearing, 2 minutes each, 3 minutes in all"
    )
    item, other = evening.hearing.items["1"], evening.hearing.items["2"]
    assert (item.limit, item.cap, other.limit, other.cap) == (2 * MINUTE, 3 * MINUTE, 3 * MINUTE, None)
    assert cap_left(evening.hearing, item, evening.now) == 3 * MINUTE
    evening.turn(1, 100)
    said = told(evening.hearing, tmp_path)
    assert "Rule in force: Each speaker has 2 minutes; 4 minutes with an interpreter; no yielding of time; " in said
    assert "3 minutes in all." in said
    assert "Speakers in the order heard" not in said, "the minutes tell how many, no names"


def test_an_item_may_take_testimony_that_was_not_noticed_to() -> None:
    evening = in_session()
    own_rules(evening, item="2", kind=ItemKind.COMMENT, level=MinutesLevel.NAMES)
    evening.register("Ann", item="2")
    evening.act(rules.take_up, item="2")
    evening.act(rules.call_next)
    assert evening.hearing.turn is not None


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ({"limit": timedelta(0)}, "at least one second"),
        ({"limit": MINUTE / 2}, "sets a floor of 1 minute"),
        ({"cap": timedelta(0)}, "A limit in all is at least one second"),
        ({"kind": ItemKind.ACTION}, "People are waiting on Item 1"),
    ],
)
def test_what_is_no_rule_is_refused(says: dict[str, Any], why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        own_rules(zoning("Ann"), **says)


def test_once_somebody_was_called_the_rules_are_changed_in_the_open() -> None:
    evening = zoning("Ann")
    evening.act(rules.call_next)
    with pytest.raises(OutOfOrder, match="change the limit or extend the time instead"):
        own_rules(evening)


def test_an_item_withdrawn_keeps_its_slips_and_says_so(tmp_path: Path) -> None:
    evening = in_session(ZONING, HEARING)
    for number in range(40):
        evening.register(f"Speaker {number}")
    entry = evening.act(rules.withdraw_item, item="1", reason=" the applicant asked for it ")
    assert words(entry, evening.hearing) == "Item 1 withdrawn from the agenda: the applicant asked for it"
    item = evening.hearing.items["1"]
    assert (item.state, len(item.queue)) == (ItemState.DONE, 40)
    assert evening.standing(40) is Standing.WAITING
    evening.act(rules.adjourn)
    assert evening.hearing.phase is Phase.ADJOURNED
    assert evening.standing(40) is Standing.NOT_REACHED
    said = told(evening.hearing, tmp_path)
    assert "This item was withdrawn from the agenda at 6:00 p.m. (the applicant asked for it)." in said
    assert "Had signed up to speak on the item (40)" in said
    assert "No one appeared" not in said


def test_a_withdrawn_item_may_come_back_with_a_reason_and_its_queue() -> None:
    evening = zoning("Ann", "Ben")
    evening.act(rules.withdraw_item, item="1")
    assert evening.hearing.in_hand == ""
    with pytest.raises(OutOfOrder, match="has been withdrawn already"):
        evening.act(rules.withdraw_item, item="1")
    with pytest.raises(OutOfOrder, match="give the reason"):
        evening.act(rules.take_up, item="1")
    evening.act(rules.take_up, item="1", reason="by motion 2")
    assert evening.hearing.items["1"].withdrawn is None
    evening.act(rules.call_next)


def test_nothing_is_withdrawn_over_a_speaker_or_once_it_is_done() -> None:
    evening = zoning("Ann")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    with pytest.raises(OutOfOrder, match="Ann is speaking"):
        evening.act(rules.withdraw_item, item="1")
    evening.act(rules.end_turn)
    evening.act(rules.take_up, item="2")
    with pytest.raises(OutOfOrder, match="dealt with already"):
        evening.act(rules.withdraw_item, item="1")


def test_the_workbook_tells_the_oath_only_where_the_rule_asks_for_it() -> None:
    evening = zoning("Ann", "Ben")
    evening.act(rules.take_oath, slips=(1,), on_card=True)
    evening.turn(1)
    evening.turn(2)
    fields = {field.title: field for field in SlipFields(evening.hearing, {}).of_turns()}
    assert [fields["Oath"].value(row) for row in turn_rows(evening.hearing)] == ["Sworn on the card", "Not sworn in"]
    assert "Oath" not in {field.title for field in SlipFields(commenting(PROFILE).hearing, {}).of_turns()}
