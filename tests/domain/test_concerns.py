"""The list of concerns in use: renamed, defined later, merged; the history is kept (C-05)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.values import Position
from hearingdesk.domain.wording import words
from tests.builders import CONCERNS, PROFILE, Evening, commenting

COST = "COST"
MARKS = st.lists(st.lists(st.sampled_from(["PRIV", "MISID", COST, "NONE"]), max_size=4), max_size=6)


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
