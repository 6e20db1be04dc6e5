"""Two coders, blind to each other: what each said is kept, how far they agree is computed, and what counts is named."""

from fractions import Fraction

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.agreement import (
    Agreement,
    coded_twice,
    coding_agreement,
    coding_words,
    compared,
    decimal,
    live_coding,
    reviewed,
)
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.tally import Tally, counted
from hearingdesk.domain.values import Capacity, Coding
from tests.builders import PROFILE, Evening, commenting


def heard(*marks: tuple[str, ...], capacity: Capacity = Capacity.PUBLIC) -> Evening:
    """Adjourned after one speaker for each of these sets of marks."""
    evening = commenting(PROFILE)
    for number, codes in enumerate(marks, 1):
        evening.register(f"Speaker {number}", capacity=capacity)
        evening.turn(number, 60, codes)
    evening.act(rules.adjourn)
    return evening


def second(evening: Evening, slip: int, *codes: str, coder: str = "mk") -> None:
    evening.act(rules.code_speaker, slip=slip, codes=codes, coding=Coding.SECOND, coder=coder)


def settled(evening: Evening, slip: int, *codes: str) -> None:
    evening.act(rules.code_speaker, slip=slip, codes=codes, coding=Coding.AGREED, coder="rd, mk")


# Cohen's kappa: the worked tables that textbooks and encyclopedias print, by (both, first only, second only, neither).
@pytest.mark.parametrize(
    ("table", "agreed", "kappa"),
    [
        ((20, 5, 10, 15), "70 %", "0.40"),
        ((45, 15, 25, 15), "60 %", "0.13"),
        ((25, 35, 5, 35), "60 %", "0.26"),
        ((118, 5, 2, 0), "94 %", "−0.02"),
        ((10, 0, 0, 10), "100 %", "1.00"),
        ((0, 10, 10, 0), "0 %", "−1.00"),
        ((5, 5, 5, 5), "50 %", "0.00"),
    ],
)
def test_kappa_by_the_textbook(table: tuple[int, int, int, int], agreed: str, kappa: str) -> None:
    line = Agreement("PRIV", *table)
    assert (line.percent, line.kappa_text) == (agreed, kappa)


@pytest.mark.parametrize("table", [(12, 0, 0, 0), (0, 0, 0, 12), (0, 0, 0, 0)])
def test_kappa_has_no_meaning_where_both_coders_gave_it_to_all_or_to_none(table: tuple[int, int, int, int]) -> None:
    assert Agreement("PRIV", *table).kappa is None
    assert Agreement("PRIV", *table).kappa_text == ""


def test_one_coder_who_gives_it_to_all_agrees_no_better_than_chance() -> None:
    assert Agreement("PRIV", both=7, first_only=5).kappa == 0


def test_no_percentage_below_ten_speakers() -> None:
    assert Agreement("PRIV", both=4, neither=5).percent == ""


@pytest.mark.parametrize(
    ("value", "words"), [(Fraction(1, 200), "0.01"), (Fraction(-1, 300), "0.00"), (Fraction(2, 3), "0.67")]
)
def test_two_places(value: Fraction, words: str) -> None:
    assert decimal(value) == words


def test_pairs_are_compared_concern_by_concern_as_sets() -> None:
    pairs = [(("A", "A"), ("A",)), (("A", "B"), ("B",)), (("C",), ("A",))]
    assert compared("AB", pairs) == [Agreement("A", 1, 1, 1, 0), Agreement("B", 1, 0, 0, 2)]


def test_the_agreement_of_a_hearing_is_that_of_those_coded_twice() -> None:
    evening = heard(("PRIV",), ("PRIV", "MISID"), ("NONE",), (), ("MISID",))
    assert coding_agreement(evening.hearing) == []
    second(evening, 1, "PRIV")
    second(evening, 2, "MISID")
    second(evening, 3, "NONE")
    second(evening, 4, "PRIV")  # the first coder has said nothing of this one
    assert [one.slip for one in coded_twice(evening.hearing)] == [1, 2, 3]
    assert coding_agreement(evening.hearing) == [Agreement("PRIV", 1, 1, 0, 1), Agreement("MISID", 1, 0, 0, 2)]


def test_officials_are_not_compared() -> None:
    evening = heard(("PRIV",), capacity=Capacity.OFFICIAL)
    second(evening, 1, "PRIV")
    assert coding_agreement(evening.hearing) == []


def test_the_second_coding_counts_nowhere_until_it_is_settled_and_then_all_four_are_kept() -> None:
    evening = heard(("PRIV",), ("PRIV",))
    evening.act(rules.raise_concern, slip=1, code="MISID")
    evening.act(rules.withdraw_concern, slip=1, code="PRIV")
    second(evening, 1, "PRIV", "MISID")
    assert evening.hearing.registrations[1].marks == ("MISID",)
    settled(evening, 1, "PRIV", "MISID")
    one = evening.hearing.registrations[1]
    assert one.marks == ("PRIV", "MISID")
    assert dict(one.codings) == {
        Coding.LIVE: ("PRIV",),
        Coding.REVIEW: ("MISID",),
        Coding.SECOND: ("PRIV", "MISID"),
        Coding.AGREED: ("PRIV", "MISID"),
    }
    settled(evening, 1, "PRIV")
    assert evening.hearing.registrations[1].codings[Coding.REVIEW] == ("MISID",)


def test_settling_does_not_change_the_agreement() -> None:
    evening = heard(("PRIV",), ("MISID",))
    second(evening, 1, "MISID")
    second(evening, 2, "MISID")
    before = coding_agreement(evening.hearing)
    settled(evening, 1, "MISID")
    assert coding_agreement(evening.hearing) == before


def test_live_and_reviewed_tallies_are_kept_apart_and_named() -> None:
    evening = heard(("PRIV",), ("PRIV",), ())
    assert coding_words(evening.hearing) == "Live coding: as marked during the meeting."
    evening.act(rules.raise_concern, slip=3, code="PRIV")
    evening.act(rules.withdraw_concern, slip=1, code="PRIV")
    assert reviewed(evening.hearing)
    slips = evening.hearing.registrations.values()
    assert [one.slip for one in slips if live_coding(one)] == [1, 2]
    assert [one.slip for one in slips if one.marks] == [2, 3]
    assert coding_words(evening.hearing).startswith("Reviewed coding: marks were changed afterwards.")
    second(evening, 2, "MISID")
    settled(evening, 2, "MISID")
    assert coding_words(evening.hearing).endswith("1 speaker was coded twice and settled.")


def test_a_mark_struck_in_review_gives_the_live_coding_back() -> None:
    evening = heard(("PRIV",))
    mark = evening.act(rules.raise_concern, slip=1, code="MISID")
    evening.act(rules.strike_entry, seq=mark.seq)
    assert not reviewed(evening.hearing)
    assert evening.hearing.registrations[1].marks == ("PRIV",)


def test_merged_concerns_are_merged_in_every_coding() -> None:
    evening = heard(("PRIV",), ("MISID",))
    second(evening, 1, "PRIV", "MISID")
    evening.act(rules.merge_concerns, code="MISID", into="PRIV")
    assert evening.hearing.registrations[1].codings[Coding.SECOND] == ("PRIV",)
    assert coding_agreement(evening.hearing) == [Agreement("PRIV", both=1)]


def test_the_tally_stays_true_to_a_recount_and_the_journal_folds_to_the_same() -> None:
    evening = heard(("PRIV",), ("MISID",), ("NONE",))
    evening.act(rules.raise_concern, slip=3, code="PRIV")
    second(evening, 1, "MISID")
    settled(evening, 1, "PRIV", "MISID")
    evening.act(rules.merge_concerns, code="MISID", into="PRIV")
    hearing = evening.hearing
    recount = Tally()
    for registration in hearing.registrations.values():
        recount = counted(recount, registration, 1)
    assert hearing.items["1"].tally == recount
    assert fold(hearing.entries) == hearing


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ({"slip": 2, "codes": ("PRIV",), "coding": Coding.SECOND, "coder": "mk"}, "was not heard"),
        ({"slip": 1, "codes": ("BEES",), "coding": Coding.SECOND, "coder": "mk"}, "not on the list"),
        ({"slip": 1, "codes": (), "coding": Coding.SECOND, "coder": "mk"}, "say just that"),
        ({"slip": 1, "codes": ("NONE", "PRIV"), "coding": Coding.SECOND, "coder": "mk"}, "not both"),
        ({"slip": 1, "codes": ("PRIV",), "coding": Coding.SECOND}, "Say who codes"),
        ({"slip": 1, "codes": ("PRIV",), "coding": Coding.SECOND, "coder": "RD"}, "somebody else"),
        ({"slip": 1, "codes": ("PRIV",), "coding": Coding.AGREED}, "not coded twice"),
        ({"slip": 1, "codes": ("PRIV",), "coding": Coding.LIVE, "coder": "mk"}, "one by one"),
    ],
)
def test_codings_that_are_refused(says: dict[str, object], why: str) -> None:
    evening = commenting(PROFILE, "Ann", "Bo")
    evening.turn(1, 60, ("PRIV",))
    evening.act(rules.close_testimony)
    evening.act(rules.adjourn)
    with pytest.raises(OutOfOrder, match=why):
        evening.act(rules.code_speaker, **says)


def test_nobody_is_coded_twice_during_the_meeting() -> None:
    evening = commenting(PROFILE, "Ann")
    evening.turn(1, 60, ("PRIV",))
    with pytest.raises(OutOfOrder, match="not adjourned"):
        second(evening, 1, "PRIV")


def test_what_is_settled_is_settled() -> None:
    evening = heard(("PRIV",))
    second(evening, 1, "MISID")
    settled(evening, 1, "MISID")
    with pytest.raises(OutOfOrder, match="settled on the marks"):
        evening.act(rules.raise_concern, slip=1, code="PRIV")
    with pytest.raises(OutOfOrder, match="settled on the marks"):
        evening.act(rules.withdraw_concern, slip=1, code="MISID")
    with pytest.raises(OutOfOrder, match="stays as it was"):
        second(evening, 1, "PRIV")
    with pytest.raises(OutOfOrder, match="says so already"):
        settled(evening, 1, "MISID")
