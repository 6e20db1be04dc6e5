"""The doorway: what is acknowledged, what is refused, and what a clock does after a crash or a nap."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Contact, SignUp, StopReason
from hearingdesk.store.errors import JournalUnavailable
from tests.builders import PROFILE, commenting
from tests.fakes import FakeClock, MemoryJournal


def opened() -> tuple[Desk, MemoryJournal, FakeClock]:
    evening = commenting(PROFILE, "Ann Lee", "Bo Park")
    journal, clock = MemoryJournal(evening.hearing.entries), FakeClock(evening.now)
    return Desk(journal, clock, "rd"), journal, clock


def speaking() -> tuple[Desk, MemoryJournal, FakeClock]:
    desk, journal, clock = opened()
    desk.record(rules.call_next)
    desk.record(rules.start_turn)
    desk.beat()
    return desk, journal, clock


def used(desk: Desk) -> timedelta:
    turn = desk.hearing.turn
    assert turn is not None
    return spent(turn, desk.now())


def test_what_is_recorded_is_in_the_journal_before_anybody_sees_it() -> None:
    desk, journal, _ = opened()
    seen: list[int] = []
    desk.follow(lambda hearing: seen.append(len(journal.read()) - len(hearing.entries)))
    entry = desk.record(rules.call_next)
    assert seen == [0]
    assert journal.read()[-1] == entry
    assert entry.by == "rd"


def test_a_refusal_changes_nothing_and_is_the_rules_own_sentence() -> None:
    desk, journal, _ = opened()
    before, length = desk.hearing, len(journal.read())
    with pytest.raises(OutOfOrder, match="Nobody has the floor"):
        desk.record(rules.start_turn)
    assert desk.refusal(rules.start_turn) == "Nobody has the floor. Call a speaker first."
    assert desk.refusal(rules.call_next) == ""
    assert desk.hearing is before
    assert len(journal.read()) == length


def test_an_unavailable_journal_leaves_the_desk_as_it_was() -> None:
    desk, journal, _ = opened()
    before = desk.hearing
    journal.failing = "The disk is full."
    with pytest.raises(JournalUnavailable, match="disk is full"):
        desk.record(rules.call_next)
    assert desk.hearing is before
    journal.failing = ""
    desk.record(rules.call_next)


def test_several_acts_are_all_recorded_or_none() -> None:
    desk, journal, _ = opened()
    length = len(journal.read())
    with pytest.raises(OutOfOrder):
        desk.record_all([Act(rules.call_next), Act(rules.end_turn)])
    assert len(journal.read()) == length
    assert desk.hearing.turn is None


def test_contacts_lie_beside_the_record_and_never_in_it() -> None:
    desk, journal, _ = opened()
    slip = desk.register(SignUp("1", "Cy Young"), Contact(phone="555-0100"))
    assert desk.contacts[slip].phone == "555-0100"
    assert "555-0100" not in repr(journal.read())


def test_a_screen_that_fails_hinders_nobody_and_what_is_committed_stays_acknowledged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk, _, _ = opened()
    seen: list[Hearing] = []

    def breaks(_: Hearing) -> None:
        raise ValueError("a fault of a screen")

    desk.follow(breaks)
    desk.follow(seen.append)
    desk.record(rules.call_next)
    assert seen == [desk.hearing]
    assert "a fault of a screen" in caplog.text


def test_a_follower_that_records_leaves_nobody_with_an_old_state() -> None:
    desk, _, _ = opened()
    seen: list[int] = []

    def starts(hearing: Hearing) -> None:
        if hearing.turn and not hearing.turn.started:
            desk.record(rules.start_turn)

    desk.follow(starts)
    desk.follow(lambda hearing: seen.append(len(hearing.entries)))
    desk.record(rules.call_next)
    assert seen == [len(desk.hearing.entries)] * 2


def test_who_stops_following_is_told_nothing_more() -> None:
    desk, _, _ = opened()
    seen: list[Hearing] = []
    stop: Callable[[], None] = desk.follow(seen.append)
    stop()
    desk.record(rules.call_next)
    assert not seen


def test_after_a_crash_the_clock_stands_as_of_the_last_sign_of_life() -> None:
    desk, journal, clock = speaking()
    for _ in range(40):
        clock.wait(1)
        desk.beat()
    clock.wait(300)
    again = Desk(journal, clock, "rd")
    alive = again.recover()
    assert alive is not None
    assert used(again) == timedelta(seconds=40)
    turn = again.hearing.turn
    assert turn is not None
    assert turn.stopped is not None
    assert turn.stopped.reason is StopReason.INTERRUPTED
    assert Desk(journal, clock, "rd").recover() is None


def test_a_machine_that_slept_finds_the_clock_standing() -> None:
    desk, _, clock = speaking()
    clock.wait(30)
    desk.beat()
    clock.sleep(7200)
    desk.beat()
    assert used(desk) == timedelta(seconds=30)
    turn = desk.hearing.turn
    assert turn is not None
    assert turn.stopped is not None


def test_a_busy_machine_does_not_stop_a_clock() -> None:
    desk, _, clock = speaking()
    clock.wait(30)
    desk.beat()
    assert used(desk) == timedelta(seconds=30)
    turn = desk.hearing.turn
    assert turn is not None
    assert turn.running_since is not None


def test_drafts_are_kept_and_forgotten() -> None:
    desk, journal, clock = opened()
    desk.keep_draft("summary:1", "Said that")
    assert Desk(journal, clock).drafts == {"summary:1": "Said that"}
    desk.keep_draft("summary:1", "")
    assert Desk(journal, clock).drafts == {}


def test_no_entry_bears_an_earlier_time_than_the_one_before_it_where_the_clock_was_put_back_a_little() -> None:
    desk, journal, clock = speaking()
    clock.wait(50)
    clock.moment = replace(clock.moment, utc=clock.moment.utc - timedelta(minutes=2))
    desk.record(rules.end_turn)
    started, ended = (entry.at for entry in journal.read()[-2:])
    assert (ended.utc - started.utc, elapsed(started, ended)) == (timedelta(seconds=50), timedelta(seconds=50))
    assert desk.now().utc == ended.utc


def test_after_a_handover_the_entries_carry_the_new_initials_and_after_its_strike_the_old_ones() -> None:
    desk, journal, _ = opened()
    handed = desk.record(rules.hand_over, to=" mk ")
    assert (handed.by, desk.by) == ("rd", "mk")
    assert desk.record(rules.call_next).by == "mk"
    assert Desk(journal, FakeClock()).by == "mk", "started again without saying who, it is whoever kept it last"
    assert Desk(journal, FakeClock(), "jo").by == "jo"
    desk.record(rules.strike_entry, seq=handed.seq)
    assert desk.by == "rd"
    desk.record(rules.lift_strike, seq=handed.seq)
    assert desk.by == "mk"


@pytest.mark.parametrize(
    ("to", "why"), [("  ", "Say who takes over"), ("mk", "mk keeps the record already"), ("M" * 13, "12 letters")]
)
def test_to_whom_nothing_is_handed_over(to: str, why: str) -> None:
    desk, _, _ = opened()
    desk.record(rules.hand_over, to="mk")
    with pytest.raises(OutOfOrder, match=why):
        desk.record(rules.hand_over, to=to)
    assert desk.by == "mk"
