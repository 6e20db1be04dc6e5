"""Positions, concerns, tallies: C-01 to C-06, X-06, H-06."""

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.agreement import reviewed
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import ConcernRaised, ConcernWithdrawn
from hearingdesk.domain.tally import percent
from hearingdesk.domain.values import Capacity, Coding, Mode, Position, SignUp
from tests.builders import PROFILE, Evening, commenting


def counts(evening: Evening) -> tuple[int, int, int, int]:
    """Heard, coded, people raising PRIV, mentions of PRIV."""
    tally = evening.hearing.items["1"].tally
    return tally.heard, tally.coded, tally.people("PRIV"), tally.mentions.get("PRIV", 0)


def started(*names: str) -> Evening:
    evening = commenting(PROFILE, *names)
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    return evening


def test_a_speaker_counts_as_heard_from_the_start_and_as_coded_from_the_first_mark() -> None:
    evening = commenting(PROFILE, "Ann")
    evening.act(rules.call_next)
    assert counts(evening) == (0, 0, 0, 0)
    evening.act(rules.start_turn)
    assert counts(evening) == (1, 0, 0, 0)
    evening.act(rules.raise_concern, code="PRIV")
    assert counts(evening) == (1, 1, 1, 1)


def test_marking_twice_raises_mentions_not_people_and_the_only_mark_taken_back_lowers_both() -> None:
    evening = started("Ann")
    evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.raise_concern, code="PRIV")
    assert counts(evening) == (1, 1, 1, 2)
    evening.act(rules.withdraw_concern, code="PRIV")
    assert counts(evening) == (1, 1, 1, 1)
    evening.act(rules.withdraw_concern, code="PRIV")
    assert counts(evening) == (1, 0, 0, 0)
    with pytest.raises(OutOfOrder, match="not marked"):
        evening.act(rules.withdraw_concern, code="PRIV")


def test_no_listed_concern_makes_a_speaker_coded() -> None:
    evening = started("Ann")
    evening.act(rules.raise_concern, code="NONE")
    assert counts(evening) == (1, 1, 0, 0)


def test_a_second_turn_does_not_count_again() -> None:
    evening = started("Ann")
    evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.end_turn)
    evening.act(rules.call_speaker, slip=1, leave="Chair")
    evening.act(rules.start_turn)
    evening.act(rules.raise_concern, code="PRIV")
    assert counts(evening) == (1, 1, 1, 2)


def test_staff_officials_and_written_comments_are_shown_apart() -> None:
    evening = commenting(PROFILE, "Ann")
    staff = evening.register("Staff", capacity=Capacity.STAFF)
    evening.register("Letter", mode=Mode.WRITTEN, position=Position.OPPOSE)
    evening.turn(staff, marks=("PRIV",), stated=Position.SUPPORT)
    tally = evening.hearing.items["1"].tally
    assert counts(evening) == (0, 0, 0, 0)
    assert dict(tally.apart) == {Capacity.STAFF: 1}
    assert tally.standing(Position.SUPPORT) == 0


def test_the_position_as_stated_outranks_the_slip_and_both_are_kept() -> None:
    evening = commenting(PROFILE)
    slip = evening.register("Ann", position=Position.SUPPORT)
    evening.turn(slip, stated=Position.MIXED)
    registration = evening.hearing.registrations[slip]
    assert (registration.sign_up.position, registration.stated) == (Position.SUPPORT, Position.MIXED)
    tally = evening.hearing.items["1"].tally
    assert dict(tally.positions) == {Position.MIXED: 1}


def test_position_and_concern_are_independent() -> None:
    evening = started("Ann")
    evening.act(rules.state_position, position=Position.SUPPORT)
    evening.act(rules.raise_concern, code="PRIV")
    tally = evening.hearing.items["1"].tally
    assert dict(tally.by_position) == {("PRIV", Position.SUPPORT): 1}


def test_no_mark_without_a_speaker_who_has_begun() -> None:
    evening = commenting(PROFILE, "Ann")
    with pytest.raises(OutOfOrder, match="Nobody has been heard"):
        evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.call_next)
    with pytest.raises(OutOfOrder, match="not begun"):
        evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.start_turn)
    with pytest.raises(OutOfOrder, match="not on the list"):
        evening.act(rules.raise_concern, code="XYZ")


def test_the_last_speaker_can_still_be_marked_after_the_turn() -> None:
    evening = commenting(PROFILE, "Ann", "Bo")
    evening.turn(1)
    evening.act(rules.raise_concern, code="MISID")
    assert evening.hearing.registrations[1].marks == ("MISID",)


def test_a_new_concern_takes_the_next_free_key_and_asks_for_its_definition_later() -> None:
    evening = started("Ann")
    evening.act(rules.add_concern, label="Immigration enforcement sharing")
    concern = evening.hearing.concerns[-1]
    assert (concern.code, concern.key, concern.definition) == ("IMMIGRAT", 3, "")
    evening.act(rules.raise_concern, code=concern.code)
    with pytest.raises(OutOfOrder, match="on the list already"):
        evening.act(rules.add_concern, label="immigration enforcement sharing")


def test_moving_a_heard_slip_to_another_capacity_moves_its_count() -> None:
    evening = started("Ann")
    evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.end_turn)
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "Ann", capacity=Capacity.OFFICIAL))
    assert counts(evening) == (0, 0, 0, 0)
    assert dict(evening.hearing.items["1"].tally.apart) == {Capacity.OFFICIAL: 1}


def test_summaries_replace_each_other_and_the_journal_keeps_both() -> None:
    evening = started("Ann")
    evening.act(rules.write_summary, text="Said that it is wrong.")
    evening.act(rules.write_summary, text="Said that it is often wrong.")
    assert evening.hearing.registrations[1].summary == "Said that it is often wrong."
    kinds = [type(entry.event).__name__ for entry in evening.hearing.entries]
    assert kinds.count("SummaryWritten") == 2


def test_blanks_around_a_summary_are_no_part_of_it() -> None:
    evening = started("Ann")
    evening.act(rules.write_summary, text="\tSaid so.\n")
    assert evening.hearing.registrations[1].summary == "Said so."
    with pytest.raises(OutOfOrder, match="reads so already"):
        evening.act(rules.write_summary, text=" Said so.")


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(34, 57, "60 %"), (1, 40, "3 %"), (3, 9, ""), (0, 10, "0 %"), (10, 10, "100 %")]
)
def test_percentages_round_half_up_and_are_silent_below_ten(part: int, whole: int, words: str) -> None:
    assert percent(part, whole) == words


def test_while_the_next_walks_up_marks_and_words_still_belong_to_the_last_heard() -> None:
    evening = commenting(PROFILE, "Ann", "Bo")
    evening.turn(1)
    evening.act(rules.call_next)
    evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.write_summary, text="Said so.")
    evening.act(rules.state_position, position=Position.OPPOSE)
    assert evening.hearing.registrations[1].marks == ("PRIV",)
    assert evening.hearing.registrations[2].summary == ""


def test_a_mistaken_call_struck_does_not_hide_who_was_heard_last() -> None:
    evening = commenting(PROFILE, "Ann", "Bo")
    evening.turn(1)
    call = evening.act(rules.call_next)
    evening.act(rules.strike_entry, seq=call.seq)
    evening.act(rules.raise_concern, code="PRIV")
    assert evening.hearing.registrations[1].marks == ("PRIV",)


def test_a_mark_on_somebody_heard_before_the_last_one_is_one_of_review() -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dee")
    evening.turn(1)
    evening.turn(2, marks=("PRIV",))
    evening.act(rules.call_next)

    def coding(slip: int, code: str = "MISID") -> Coding:
        event = evening.act(rules.raise_concern, code=code, slip=slip).event
        assert isinstance(event, ConcernRaised)
        return event.coding

    assert (coding(2), coding(1)) == (Coding.LIVE, Coding.REVIEW)
    evening.act(rules.start_turn)
    assert (coding(3), coding(2, "PRIV")) == (Coding.LIVE, Coding.REVIEW)
    withdrawn = evening.act(rules.withdraw_concern, code="MISID", slip=1).event
    assert isinstance(withdrawn, ConcernWithdrawn)
    assert withdrawn.coding is Coding.REVIEW
    assert reviewed(evening.hearing)
