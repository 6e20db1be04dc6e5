"""Strikes: in the open, kept, lifted, and refused where later entries rest on them (P-08)."""

from dataclasses import replace

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.entries import Entries
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.evolve import MILESTONE, before, evolve, fold
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.rules.corrections import last_strikable, last_struck
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Position, StopReason
from tests.builders import PROFILE, Evening, commenting, in_session


def marked() -> Evening:
    evening = commenting(PROFILE, "Ann Lee", "Bo Park")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    return evening


def test_a_struck_mark_no_longer_counts_and_stays_in_the_journal() -> None:
    evening = marked()
    entry = evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.strike_entry, seq=entry.seq, reason="wrong key")
    tally = evening.hearing.items["1"].tally
    assert (tally.people("PRIV"), tally.coded, tally.heard) == (0, 0, 1)
    assert evening.hearing.entries[entry.seq - 1] == entry
    evening.act(rules.lift_strike, seq=entry.seq)
    assert evening.hearing.items["1"].tally.people("PRIV") == 1


def test_striking_a_stop_gives_the_time_back_to_the_clock() -> None:
    evening = marked()
    evening.wait(30)
    evening.act(rules.stop_clock, reason=StopReason.OTHER)
    evening.wait(20)
    evening.act(rules.strike_entry, seq=len(evening.hearing.entries))
    turn = evening.hearing.turn
    assert turn is not None
    assert spent(turn, evening.now).total_seconds() == 50


def test_an_entry_that_others_rest_on_is_refused_and_they_are_named() -> None:
    evening = marked()
    called = evening.act(rules.stop_clock, reason=StopReason.QUESTION).seq
    evening.act(rules.resume_clock)
    with pytest.raises(OutOfOrder, match=f"entry {called + 1} rests on it"):
        evening.act(rules.strike_entry, seq=called)
    with pytest.raises(OutOfOrder, match="cannot be struck"):
        evening.act(rules.strike_entry, seq=1)


def test_a_strike_can_only_be_lifted_while_the_entry_still_fits() -> None:
    evening = marked()
    stop = evening.act(rules.stop_clock, reason=StopReason.QUESTION)
    evening.act(rules.strike_entry, seq=stop.seq)
    evening.act(rules.call_next)
    evening.act(rules.lift_strike, seq=stop.seq)
    assert evening.hearing.appearances[1].stops


def test_a_repeated_position_does_not_hinder_a_strike() -> None:
    evening = marked()
    evening.act(rules.state_position, position=Position.OPPOSE)
    wrong = evening.act(rules.state_position, position=Position.SUPPORT)
    evening.act(rules.state_position, position=Position.OPPOSE)
    evening.act(rules.strike_entry, seq=wrong.seq)
    assert evening.hearing.registrations[1].position is Position.OPPOSE


def test_the_last_entry_is_struck_and_lifted_one_by_one() -> None:
    evening = marked()
    first = evening.act(rules.raise_concern, code="PRIV").seq
    second = evening.act(rules.raise_concern, code="MISID").seq
    for expected in (second, first):
        seq = last_strikable(evening.hearing)
        assert seq == expected
        evening.act(rules.strike_entry, seq=seq)
    for expected in (first, second):
        seq = last_struck(evening.hearing)
        assert seq == expected
        evening.act(rules.lift_strike, seq=seq)
    assert last_struck(evening.hearing) is None
    assert evening.hearing.items["1"].tally.people("PRIV") == 1


def test_what_was_struck_before_another_act_is_not_put_back_by_the_key() -> None:
    evening = marked()
    first = evening.act(rules.raise_concern, code="PRIV").seq
    evening.act(rules.strike_entry, seq=first)
    evening.act(rules.write_summary, text="Spoke of cameras.")
    assert last_struck(evening.hearing) == first, "a summary writes itself as speakers change"
    evening.act(rules.raise_concern, code="MISID")
    assert last_struck(evening.hearing) is None
    again = evening.act(rules.state_position, position=Position.SUPPORT).seq
    evening.act(rules.strike_entry, seq=again)
    evening.act(rules.lift_strike, seq=again)
    assert last_struck(evening.hearing) is None, "one press too many brings nothing of before back"


def test_striking_across_milestones_equals_telling_it_again() -> None:
    evening = in_session()
    early = evening.act(rules.add_concern, label="Noise").seq
    for _ in range(MILESTONE * 2 + 5):
        evening.register("Somebody")
    late = len(evening.hearing.entries)
    evening.act(rules.strike_entry, seq=late)
    evening.act(rules.strike_entry, seq=early)
    assert replace(fold(evening.hearing.entries), milestone=None) == replace(evening.hearing, milestone=None)
    assert "Noise" not in {concern.label for concern in evening.hearing.concerns}
    assert len(before(evening.hearing, late).entries) == late - 1


def test_an_entry_with_nothing_to_rest_on_changes_nothing_and_never_raises() -> None:
    evening = marked()
    orphan = replace(evening.hearing.entries[-1], seq=2)
    lone = evolve(Hearing(), replace(orphan, seq=1))
    assert lone.turn is None
    assert len(lone.entries) == 1


def test_no_state_sees_what_another_added() -> None:
    evening = marked()
    entry = evening.hearing.entries[0]
    trunk = Entries().and_(entry)
    left, right = trunk.and_(evening.hearing.entries[1]), trunk.and_(evening.hearing.entries[2])
    assert list(left) == list(evening.hearing.entries[:2])
    assert list(right) == [entry, evening.hearing.entries[2]]
    assert list(trunk) == [entry]
    with pytest.raises(IndexError):
        trunk[1]


def test_the_stop_found_after_a_crash_is_not_struck_by_the_last_key() -> None:
    evening = marked()
    started = len(evening.hearing.entries)
    evening.act(rules.stop_clock, reason=StopReason.INTERRUPTED, as_of=evening.now)
    assert last_strikable(evening.hearing) == started


def test_what_cannot_be_restored_says_why() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.call_next)
    start = evening.act(rules.start_turn)
    evening.act(rules.strike_entry, seq=start.seq)
    evening.act(rules.strike_entry, seq=start.seq - 1)
    with pytest.raises(OutOfOrder, match="what it rested on no longer counts"):
        evening.act(rules.lift_strike, seq=start.seq)


def test_a_long_journal_can_be_shown_to_a_programmer() -> None:
    evening = in_session()
    for _ in range(MILESTONE * 3):
        evening.register("Somebody")
    assert "milestone" not in repr(evening.hearing)
