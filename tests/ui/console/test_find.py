"""Finding somebody: what is found, in which order, how many are shown, and that it keeps up with the evening."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain import rules
from hearingdesk.domain.names import folded
from hearingdesk.domain.values import SignUp
from hearingdesk.ui.console.queue_find import SHOWN, Finder
from tests.builders import PROFILE, Evening, commenting

NAMES = st.lists(st.sampled_from(["Ann Lee", "Ana Leeds", "Bo O'Lee", "Nguyễn", "Lee-Ann", ""]), max_size=12)


def found(finder: Finder, evening: Evening, text: str) -> list[int]:
    return list(finder.find(evening.hearing, text).slips)


@given(NAMES, st.text("anle o'12", max_size=6))
def test_typing_letter_by_letter_finds_what_the_whole_text_finds(names: list[str], text: str) -> None:
    evening, finder = commenting(PROFILE, *names), Finder()
    for typed in accumulate(text):
        finder.find(evening.hearing, typed)
    assert finder.find(evening.hearing, text) == Finder().find(evening.hearing, text)


@given(NAMES, st.sampled_from(["lee", "an", "o", "1", "ngu"]))
def test_whoever_has_the_word_is_found_and_nobody_else(names: list[str], word: str) -> None:
    evening = commenting(PROFILE, *names)
    slips = evening.hearing.registrations.values()
    has = {one.slip for one in slips if word in folded(f"{one.name} {one.slip}") or word in one.name.replace("'", "")}
    assert set(found(Finder(), evening, word)) >= has
    assert len(found(Finder(), evening, word)) <= len(names)


def test_it_keeps_up_with_slips_that_come_are_corrected_and_struck() -> None:
    evening, finder = commenting(PROFILE, "Ann Lee"), Finder()
    assert found(finder, evening, "ann") == [1]
    seq = evening.act(rules.register_speaker, sign_up=SignUp("1", "Ann Bell")).seq
    assert found(finder, evening, "ann") == [1, 2]
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "Amy Lee"))
    assert found(finder, evening, "ann") == [2]
    evening.act(rules.strike_entry, seq=seq)
    assert found(finder, evening, "ann") == []
    evening.act(rules.lift_strike, seq=seq)
    assert found(finder, evening, "ann") == [2]
    evening.act(rules.import_sign_ups, sign_ups=(SignUp("1", "Ann Fox"), SignUp("6", "Bo Fox")), source="list.csv")
    assert (found(finder, evening, "ann"), found(finder, evening, "fox")) == ([2, 3], [3, 4])


def test_the_number_comes_first_then_who_waits() -> None:
    evening = commenting(PROFILE, "Ann 3", "Bo 3", "Cy", "Dee 3")
    evening.turn(1)
    assert found(Finder(), evening, "3") == [3, 2, 4, 1]


def test_no_more_are_listed_than_anybody_looks_through_but_all_are_counted() -> None:
    evening = commenting(PROFILE, *(f"Person {n}" for n in range(SHOWN + 20)))
    result = Finder().find(evening.hearing, "person")
    assert (len(result.slips), result.number) == (SHOWN, SHOWN + 20)


def test_names_are_learnt_a_few_at_a_time_before_anybody_asks() -> None:
    evening, finder = commenting(PROFILE, *(f"Person {n}" for n in range(25))), Finder()
    assert [finder.learn(evening.hearing, 10) for _ in range(4)] == [True, True, False, False]
    assert len(found(finder, evening, "person")) == 25
