"""Slips, order, the floor and the tray: G-01 to G-08, Q-02 to Q-08."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import ItemState, Phase
from hearingdesk.domain.values import (
    Capacity,
    Ending,
    Ground,
    Interpreter,
    Mode,
    NameShown,
    Position,
    SignUp,
    Standing,
)
from tests.builders import PROFILE, Evening, commenting, in_session


def queue(evening: Evening) -> list[int]:
    return list(evening.hearing.items["1"].queue)


def test_a_slip_without_a_name_is_speaker_n() -> None:
    evening = commenting(PROFILE, "Ann Lee", "")
    assert evening.hearing.registrations[2].name == "Speaker 2"


def test_a_name_may_be_demanded_by_the_rule_and_nothing_is_lost_by_the_refusal() -> None:
    evening = commenting(replace(PROFILE, name_required=True))
    with pytest.raises(OutOfOrder, match="asks for a name"):
        evening.register("")
    assert evening.register("Ann Lee") == 1


def test_a_struck_slips_number_is_never_given_again() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    entry = evening.act(rules.register_speaker, sign_up=SignUp("1", "Wrong Person"))
    evening.act(rules.strike_entry, seq=entry.seq)
    assert evening.register("Bo Park") == 3


def test_two_people_of_one_name_stay_two_and_are_told_apart() -> None:
    evening = commenting(PROFILE, "Maria Garcia", "Ann Lee", "MARÍA  GARCÍA")
    first, second = evening.hearing.registrations[1], evening.hearing.registrations[3]
    assert evening.hearing.shares_name(first) == (1, 3)
    assert evening.hearing.shares_name(second) == (1, 3)
    assert evening.hearing.shares_name(evening.hearing.registrations[2]) == ()
    evening.turn(1)
    evening.turn(3)
    assert evening.hearing.items["1"].tally.heard == 2


def test_correcting_a_name_ends_the_likeness() -> None:
    evening = commenting(PROFILE, "Maria Garcia", "Maria Garcia")
    evening.act(rules.correct_registration, slip=2, sign_up=SignUp("1", "Mario Garcia"))
    assert evening.hearing.shares_name(evening.hearing.registrations[1]) == ()
    assert queue(evening) == [1, 2]


def test_anybody_waiting_can_be_called_and_the_bypassed_goes_back_to_next() -> None:
    evening = commenting(PROFILE, "A", "B", "C", "D")
    evening.act(rules.call_next)
    evening.act(rules.call_speaker, slip=3)
    assert queue(evening) == [1, 2, 4]
    assert evening.standing(1) is Standing.WAITING
    assert not evening.hearing.items["1"].absent


def test_a_no_show_waits_in_the_tray_and_returns_as_next() -> None:
    evening = commenting(PROFILE, "A", "B", "C")
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    assert evening.standing(1) is Standing.NO_SHOW
    assert evening.hearing.items["1"].absent == (1,)
    evening.act(rules.return_speaker, slip=1)
    assert queue(evening) == [1, 2, 3]
    assert not evening.hearing.items["1"].absent


def test_a_no_show_who_walks_up_is_called_in_one_act() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    evening.turn(1)
    assert evening.standing(1) is Standing.FINISHED
    assert evening.hearing.items["1"].tally.heard == 1


def test_a_second_turn_needs_the_chairs_leave() -> None:
    evening = commenting(PROFILE, "A")
    evening.turn(1)
    with pytest.raises(OutOfOrder, match="chair's leave"):
        evening.act(rules.call_speaker, slip=1)
    evening.act(rules.call_speaker, slip=1, leave="Chair, to correct a figure")
    evening.act(rules.start_turn)
    assert evening.hearing.items["1"].tally.heard == 1


def test_only_these_ways_lead_out_of_the_floor() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.call_next)
    with pytest.raises(OutOfOrder, match="not been started"):
        evening.act(rules.end_turn)
    evening.act(rules.start_turn)
    with pytest.raises(OutOfOrder, match="has begun"):
        evening.act(rules.speaker_not_present)
    with pytest.raises(OutOfOrder, match="cannot be withdrawn"):
        evening.act(rules.withdraw_speaker, slip=1)
    evening.act(rules.end_turn, ending=Ending.REMOVED)
    assert evening.standing(1) is Standing.REMOVED
    with pytest.raises(OutOfOrder, match="cannot be called"):
        evening.act(rules.call_speaker, slip=1)


def test_a_called_person_may_withdraw_and_take_it_back() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.call_next)
    evening.act(rules.withdraw_speaker, slip=1)
    assert evening.hearing.turn is None
    evening.act(rules.return_speaker, slip=1)
    assert queue(evening) == [1, 2]


def test_a_move_of_three_places_needs_a_reason() -> None:
    evening = commenting(PROFILE, "A", "B", "C", "D", "E")
    evening.act(rules.move_speaker, slip=3, place=1)
    assert queue(evening) == [1, 3, 2, 4, 5]
    with pytest.raises(OutOfOrder, match="with a reason"):
        evening.act(rules.move_speaker, slip=5, place=0)
    evening.act(rules.move_speaker, slip=5, place=0, reason="bus leaves at 9:10")
    assert queue(evening) == [5, 1, 3, 2, 4]


def test_registered_only_people_are_kept_beside_the_speakers_and_counted() -> None:
    evening = commenting(PROFILE)
    slip = evening.register("Card Only", mode=Mode.REGISTERING_ONLY, position=Position.OPPOSE)
    evening.register("Letter", mode=Mode.WRITTEN, position=Position.SUPPORT)
    assert queue(evening) == []
    with pytest.raises(OutOfOrder, match="without wishing to speak"):
        evening.act(rules.call_speaker, slip=slip)
    tally = evening.hearing.items["1"].tally
    assert dict(tally.not_speaking) == {Position.OPPOSE: 1}
    assert dict(tally.written) == {Position.SUPPORT: 1}
    assert tally.heard == 0
    evening.act(rules.withdraw_speaker, slip=slip)
    assert not evening.hearing.items["1"].tally.not_speaking
    evening.act(rules.return_speaker, slip=slip)
    assert evening.standing(slip) is Standing.NOT_SPEAKING


def test_a_suspended_item_keeps_its_queue_and_limit_exactly() -> None:
    evening = commenting(PROFILE, "A", "B", "C", "D")
    evening.turn(1)
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    evening.act(rules.suspend_item, reason="guest presentation", until_after="6")
    before = evening.hearing.items["1"]
    assert before.state is ItemState.SUSPENDED
    evening.act(rules.take_up, item="6")
    slip = evening.register("Dr. Guest", item="6", capacity=Capacity.EXPERT)
    evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.start_turn)
    evening.wait(1200)
    evening.act(rules.end_turn)
    evening.register("Late E")
    evening.act(rules.resume_item, item="1")
    after = evening.hearing.items["1"]
    assert after.queue == (*before.queue, evening.hearing.last_slip)
    assert after.absent == before.absent == (2,)
    assert after.limit == before.limit
    assert evening.hearing.items["6"].state is ItemState.DONE


def test_an_item_with_people_waiting_is_not_left_by_accident() -> None:
    evening = commenting(PROFILE, "A")
    with pytest.raises(OutOfOrder, match="Suspend it, or close its testimony"):
        evening.act(rules.take_up, item="6")
    with pytest.raises(OutOfOrder, match="Close its testimony first"):
        evening.act(rules.adjourn)
    evening.act(rules.close_testimony)
    assert evening.standing(1) is Standing.NOT_REACHED
    evening.act(rules.take_up, item="6")
    evening.act(rules.adjourn)
    assert evening.hearing.phase is Phase.ADJOURNED


def test_after_testimony_has_closed_a_slip_is_kept_but_nobody_is_called() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.close_testimony)
    slip = evening.register("Too Late")
    assert evening.standing(slip) is Standing.NOT_REACHED
    with pytest.raises(OutOfOrder, match="closed"):
        evening.act(rules.call_speaker, slip=slip)


def test_nobody_is_called_before_order_or_on_another_item() -> None:
    evening = in_session()
    slip = evening.register("A")
    with pytest.raises(OutOfOrder, match="No item is in hand"):
        evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.take_up, item="6")
    with pytest.raises(OutOfOrder, match="Item 6 is in hand"):
        evening.act(rules.call_speaker, slip=slip)
    public = evening.register("B", item="6")
    with pytest.raises(OutOfOrder, match="no public testimony"):
        evening.act(rules.call_speaker, slip=public)


def test_a_slip_for_the_wrong_item_is_moved_and_keeps_its_number() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("2", "A"), reason="meant item 2")
    assert queue(evening) == [2]
    assert list(evening.hearing.items["2"].queue) == [1]


def test_the_same_import_twice_is_refused_whole() -> None:
    evening = in_session()
    people = (SignUp("1", "A", source="a-1"), SignUp("1", "B", source="b-1"))
    evening.act(rules.import_sign_ups, sign_ups=people, source="list.csv")
    with pytest.raises(OutOfOrder, match="registered already"):
        evening.act(rules.import_sign_ups, sign_ups=people, source="list.csv")
    assert len(evening.hearing.registrations) == 2


@pytest.mark.parametrize(
    ("shown", "name"),
    [(NameShown.FULL, "Nhia Yer Vang"), (NameShown.INITIAL, "Nhia V."), (NameShown.WITHHELD, "Speaker 1")],
)
def test_names_are_published_as_the_person_asked(shown: NameShown, name: str) -> None:
    evening = commenting(PROFILE)
    slip = evening.register("Nhia Yer Vang", name_shown=shown)
    assert evening.hearing.registrations[slip].published_name == name


def test_a_called_person_counts_as_listed() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.call_next)
    for act, args in ((rules.take_up, {"item": "6"}), (rules.adjourn, {})):
        with pytest.raises(OutOfOrder, match=r"[Cc]lose its testimony,? first"):
            evening.act(act, **args)


def test_a_suspended_item_says_how_it_is_closed() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.suspend_item)
    with pytest.raises(OutOfOrder, match="Resume it and close"):
        evening.act(rules.adjourn)


def test_a_slip_moved_from_the_tray_leaves_the_tray() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("2", "A"))
    assert not evening.hearing.items["1"].absent
    assert list(evening.hearing.items["2"].queue) == [1]


def test_a_slip_not_reached_on_the_wrong_item_waits_on_the_right_one() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.close_testimony)
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("2", "A"))
    assert list(evening.hearing.items["2"].queue) == [1]


def test_a_heard_slip_stays_on_its_item() -> None:
    evening = commenting(PROFILE, "A")
    evening.turn(1)
    with pytest.raises(OutOfOrder, match="Write a new slip"):
        evening.act(rules.correct_registration, slip=1, sign_up=SignUp("2", "A"))


@pytest.mark.parametrize("how", [rules.call_next, rules.speaker_not_present])
def test_a_second_turn_that_does_not_begin_leaves_the_person_heard(how: Callable[..., Event]) -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.turn(1)
    evening.act(rules.call_speaker, slip=1, leave="Chair")
    evening.act(how)
    assert evening.standing(1) is Standing.FINISHED
    with pytest.raises(OutOfOrder, match="has been heard"):
        evening.act(rules.call_speaker, slip=1)


def test_the_interpreter_of_somebody_on_the_floor_is_changed_on_the_turn() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.call_next)
    with pytest.raises(OutOfOrder, match="on the turn"):
        evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "A", interpreter=Interpreter("Hmong")))


def test_the_interpreters_own_name_can_be_put_down_while_the_speaker_is_on_the_floor() -> None:
    """It changes no clock (A-09); language and kind do."""
    evening = commenting(PROFILE)
    evening.register("A", interpreter=Interpreter("Hmong"))
    evening.act(rules.call_next)
    before = evening.hearing.turn
    named = Interpreter("Hmong", name="Pa Vang")
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "A", interpreter=named))
    assert evening.hearing.registrations[1].sign_up.interpreter == named
    assert evening.hearing.turn == before


def test_after_close_an_answer_is_heard_with_the_chairs_leave() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.turn(1)
    evening.act(rules.close_testimony)
    said = "answer to Cmr. Xiong's question"
    with pytest.raises(OutOfOrder, match="Only an answer"):
        evening.act(rules.call_speaker, slip=2, leave=said)
    evening.act(rules.call_speaker, slip=2, leave=said, ground=Ground.ANSWER)
    evening.act(rules.start_turn)
    assert evening.standing(2) is Standing.SPEAKING


def test_nobody_is_brought_back_after_adjournment() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.withdraw_speaker, slip=1)
    evening.act(rules.adjourn)
    for act, args in ((rules.return_speaker, {"slip": 1}), (rules.move_speaker, {"slip": 1, "place": 0})):
        with pytest.raises(OutOfOrder, match="closed"):
            evening.act(act, **args)


def test_blanks_are_no_name_and_a_place_beyond_the_queue_is_its_end() -> None:
    evening = commenting(PROFILE, "  ", "B", "C")
    assert evening.hearing.registrations[1].name == "Speaker 1"
    evening.act(rules.move_speaker, slip=1, place=99)
    assert queue(evening) == [2, 3, 1]


@pytest.mark.parametrize("name", ["\u200b", "\ufeff\u00ad", "\u3164", "\u2800 \u00a0"], ids=ascii)
def test_a_name_in_which_nothing_can_be_seen_is_none(name: str) -> None:
    evening = commenting(PROFILE, name)
    assert evening.hearing.registrations[1].name == "Speaker 1"


def test_joiners_inside_a_name_stay_in_it() -> None:
    evening = commenting(PROFILE, " \u1787\u17bd\u1793\u200b\u178e\u17b6\u178f ")
    assert evening.hearing.registrations[1].name == "\u1787\u17bd\u1793\u200b\u178e\u17b6\u178f"


def test_a_name_written_last_name_first_is_shortened_rightly() -> None:
    evening = commenting(PROFILE)
    slip = evening.register("Doe, John", name_shown=NameShown.INITIAL)
    assert evening.hearing.registrations[slip].published_name == "John D."


def test_who_is_there_for_questions_is_heard_when_asked_and_waits_for_no_turn() -> None:
    evening = commenting(PROFILE)
    slip = evening.register("Engineer Soto", mode=Mode.FOR_QUESTIONS, position=Position.SUPPORT)
    assert queue(evening) == []
    with pytest.raises(OutOfOrder, match="for questions only"):
        evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.call_speaker, slip=slip, leave="Cmr. Xiong asked")
    evening.act(rules.speaker_not_present)
    assert evening.standing(slip) is Standing.NOT_SPEAKING
    evening.act(rules.call_speaker, slip=slip, leave="Cmr. Xiong asked")
    evening.act(rules.start_turn)
    tally = evening.hearing.items["1"].tally
    assert (tally.heard, dict(tally.not_speaking), tally.standing(Position.SUPPORT)) == (1, {}, 1)
