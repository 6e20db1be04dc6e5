"""The list of concerns in use: renamed, defined later, merged; the history is kept (C-05)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.values import Counted, Position
from hearingdesk.domain.wording import words
from tests.builders import CONCERNS, PROFILE, Evening, commenting, prepared

COST = "COST"
SOMETHING = st.lists(st.sampled_from(["PRIV", "MISID", COST]), max_size=4)
MARKS = st.lists(st.one_of(SOMETHING, SOMETHING.map(lambda codes: ["NONE", *codes])), max_size=6)


def marked(*marks: tuple[str, ...]) -> Evening:
    """One speaker for each, with these marks; every other one in support."""
    evening = commenting(PROFILE, *(f"Speaker {n}" for n in range(len(marks))))
    evening.act(rules.add_concern, label="Cost")
    for slip, codes in enumerate(marks, 1):
        evening.turn(slip, marks=codes, stated=Position.SUPPORT if slip % 2 else Position.OPPOSE)
    return evening


@given(MARKS)
def test_a_merge_counts_as_if_the_one_had_been_marked_for_the_other_all_along(marks: list[list[str]]) -> None:
    merged = marked(*map(tuple, marks))
    merged.act(rules.merge_concerns, code=COST, into="PRIV")
    straight = marked(*(tuple("PRIV" if code == COST else code for code in codes) for codes in marks))
    assert merged.hearing.items["1"].tally == straight.hearing.items["1"].tally
    assert fold(merged.hearing.entries) == merged.hearing


def test_one_who_raised_both_is_one_person_with_two_mentions() -> None:
    evening = marked(("PRIV", COST), (COST,))
    entry = evening.act(rules.merge_concerns, code=COST, into="PRIV")
    tally = evening.hearing.items["1"].tally
    assert (tally.people("PRIV"), tally.mentions["PRIV"], tally.people(COST)) == (2, 3, 0)
    assert words(entry, evening.hearing) == "Cost merged into Privacy invasion"


def test_what_was_merged_leaves_the_list_and_stays_in_the_record() -> None:
    evening = marked((COST,))
    raised = next(entry for entry in evening.hearing.entries if words(entry, evening.hearing) == "Cost raised")
    merge = evening.act(rules.merge_concerns, code=COST, into="PRIV")
    assert COST not in {concern.code for concern in evening.hearing.concerns}
    assert words(raised, evening.hearing) == "Cost raised"
    with pytest.raises(OutOfOrder, match="not on the list"):
        evening.act(rules.raise_concern, code=COST)
    with pytest.raises(OutOfOrder, match="on the list already"):
        evening.act(rules.add_concern, label="Price", code=COST)
    evening.act(rules.add_concern, label="Cost")
    assert evening.hearing.concerns[-1].code == "COST2"
    evening.act(rules.strike_entry, seq=evening.hearing.entries[-1].seq)
    evening.act(rules.strike_entry, seq=merge.seq)
    assert evening.hearing.registrations[1].marks == (COST,)


def test_the_number_key_goes_with_the_merge_where_the_other_has_none() -> None:
    evening = marked()
    keyless = replace(CONCERNS[0], code="EXTRA", label="Extra", key=0)
    assert evening.hearing.concern(COST).key == 3
    for n in range(6):
        evening.act(rules.add_concern, label=f"Filler {n}")
    evening.act(rules.add_concern, label=keyless.label, code=keyless.code)
    assert evening.hearing.concern("EXTRA").key == 0
    evening.act(rules.merge_concerns, code=COST, into="EXTRA")
    assert evening.hearing.concern("EXTRA").key == 3
    evening.act(rules.merge_concerns, code="MISID", into="PRIV")
    assert evening.hearing.concern("PRIV").key == 1


def test_a_concern_is_renamed_and_defined_later_and_its_marks_stay() -> None:
    evening = marked((COST,))
    renamed = evening.act(rules.rename_concern, code=COST, label=" Cost to taxpayers ")
    defined = evening.act(rules.define_concern, code=COST, definition=" What it costs. ")
    concern = evening.hearing.concern(COST)
    assert (concern.label, concern.definition) == ("Cost to taxpayers", "What it costs.")
    assert evening.hearing.items["1"].tally.people(COST) == 1
    assert words(renamed, evening.hearing) == "Concern COST renamed: Cost to taxpayers"
    assert words(defined, evening.hearing) == "Cost to taxpayers defined: What it costs."
    evening.act(rules.strike_entry, seq=renamed.seq)
    assert evening.hearing.concern(COST).label == "Cost"


def test_what_cannot_be_renamed_or_defined() -> None:
    evening = marked()
    for label, why in [("", "few words"), ("Cost", "so already"), ("PRIVACY invasion", "merge them")]:
        with pytest.raises(OutOfOrder, match=why):
            evening.act(rules.rename_concern, code=COST, label=label)
    for definition, code, why in [(" ", COST, "few words"), ("Being watched.", "PRIV", "so already")]:
        with pytest.raises(OutOfOrder, match=why):
            evening.act(rules.define_concern, code=code, definition=definition)
    with pytest.raises(OutOfOrder, match="not on the list"):
        evening.act(rules.define_concern, code="GONE", definition="Something.")


@pytest.mark.parametrize(
    ("code", "into", "why"),
    [
        (COST, COST, "with itself"),
        (COST, "GONE", "not on the list"),
        ("GONE", COST, "not on the list"),
        ("NONE", COST, "is no concern"),
        (COST, "NONE", "is no concern"),
    ],
)
def test_what_cannot_be_merged(code: str, into: str, why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        marked().act(rules.merge_concerns, code=code, into=into)


def test_nothing_listed_is_a_mark_of_its_own_and_gives_way_to_the_first_concern() -> None:
    evening = marked(())
    evening.act(rules.raise_concern, code="NONE")
    tally = evening.hearing.items["1"].tally
    assert (tally.heard, tally.coded, tally.people("NONE")) == (1, 1, 1)
    with pytest.raises(OutOfOrder, match=r"^Speaker 0 is marked “No listed concern” already\.$"):
        rules.raise_concern(evening.hearing, code="NONE")
    evening.act(rules.raise_concern, code="PRIV")
    assert evening.hearing.registrations[1].marks == ("PRIV",)
    assert fold(evening.hearing.entries) == evening.hearing
    with pytest.raises(OutOfOrder, match=r"^Speaker 0 is marked “Privacy invasion” already\.$"):
        rules.raise_concern(evening.hearing, code="NONE")
    evening.act(rules.strike_entry, seq=len(evening.hearing.entries))
    assert evening.hearing.registrations[1].marks == ("NONE",)


def test_nothing_listed_can_be_said_where_the_set_does_not_list_it() -> None:
    evening = prepared(concerns=CONCERNS[:2])
    evening.act(rules.call_to_order, presiding="brennan")
    slip = evening.register("Ann Lee")
    evening.act(rules.take_up, item="1")
    evening.turn(slip, marks=("NONE",))
    assert evening.hearing.items["1"].tally.coded == 1
    assert words(evening.hearing.entries[-2], evening.hearing) == "No listed concern raised"


def test_a_number_key_is_exchanged_with_what_lay_on_it() -> None:
    evening = marked(())
    entry = evening.act(rules.key_concern, code=COST, key=1)
    keys = {concern.code: concern.key for concern in evening.hearing.concerns}
    assert keys == {"PRIV": 3, "MISID": 2, "NONE": 0, COST: 1}
    assert words(entry, evening.hearing) == "Cost on key 1"
    taken = evening.act(rules.key_concern, code="PRIV", key=0)
    assert words(taken, evening.hearing) == "Privacy invasion on no key"
    assert evening.hearing.concern("PRIV").key == 0
    assert fold(evening.hearing.entries) == evening.hearing


@pytest.mark.parametrize(
    ("code", "key", "why"),
    [
        ("PRIV", 1, "“Privacy invasion” lies on key 1 already."),
        ("NONE", 0, "“No listed concern” lies on no key already."),
        ("PRIV", 10, "The number keys go from 1 to 9."),
        ("PRIV", -1, "The number keys go from 1 to 9."),
        ("WHAT", 4, "“WHAT” is not on the list of concerns."),
    ],
)
def test_a_key_that_cannot_be(code: str, key: int, why: str) -> None:
    with pytest.raises(OutOfOrder) as refused:
        rules.key_concern(marked(()).hearing, code=code, key=key)
    assert refused.value.sentence == why


def test_the_tally_is_frozen_at_close_and_stays_whatever_is_marked_struck_or_merged_later() -> None:
    evening = marked(("PRIV",), (COST,), ())
    mark = next(entry for entry in evening.hearing.entries if words(entry, evening.hearing) == "Cost raised")
    entry = evening.act(rules.close_testimony)
    assert words(entry, evening.hearing) == "Testimony closed on Item 1: 3 heard, 2 coded"
    closed = entry.at
    evening.wait(60)
    evening.act(rules.raise_concern, code="PRIV", slip=3)
    evening.act(rules.strike_entry, seq=mark.seq)
    evening.act(rules.merge_concerns, code=COST, into="PRIV")
    item = evening.hearing.items["1"]
    assert (item.tally.coded, item.tally.people("PRIV")) == (2, 2)
    assert item.frozen == (closed, Counted("1", 3, 2, ((COST, 1), ("PRIV", 1))))
    assert item.frozen[1].people(COST) == 1
    assert fold(evening.hearing.entries) == evening.hearing


def test_what_was_not_closed_is_frozen_when_the_meeting_ends() -> None:
    evening = marked(("PRIV",))
    entry = evening.act(rules.adjourn)
    assert evening.hearing.items["1"].frozen == (entry.at, Counted("1", 1, 1, (("PRIV", 1),)))
    assert evening.hearing.items["2"].frozen is None


def test_no_two_concerns_come_to_lie_on_one_key_when_a_strike_is_lifted() -> None:
    evening = commenting(PROFILE)
    first = evening.act(rules.add_concern, label="Cost")
    evening.act(rules.strike_entry, seq=first.seq)
    evening.act(rules.add_concern, label="Drones")
    evening.act(rules.lift_strike, seq=first.seq)
    keys = {concern.label: concern.key for concern in evening.hearing.concerns}
    assert (keys["Cost"], keys["Drones"]) == (3, 4)


def test_no_two_concerns_come_to_lie_on_one_key_when_a_merge_is_struck() -> None:
    evening = commenting(PROFILE)
    merged = evening.act(rules.merge_concerns, code="MISID", into="PRIV")
    evening.act(rules.add_concern, label="Drones")
    evening.act(rules.strike_entry, seq=merged.seq)
    keys = {concern.label: concern.key for concern in evening.hearing.concerns}
    assert (keys["Misidentification"], keys["Drones"]) == (2, 3)
