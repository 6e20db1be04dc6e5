"""A small hearing from the call to order to the adjournment, by key presses alone."""

from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.events import ClockResumed, ClockStopped, SpeakerCalled, SummaryWritten, TurnEnded, TurnStarted
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Contact, Ending, Position, SignUp, Standing, StopReason
from hearingdesk.ui.drafts import draft_key
from tests.builders import PROFILE, commenting, prepared
from tests.ui.console.conftest import AtConsole, Clerk


def test_a_whole_small_hearing_by_keys(at_console: AtConsole) -> None:
    evening = prepared()
    for name in ("Ann Lee", "Bo Cruz", "Cy Dao"):
        evening.register(name, position=Position.OPPOSE)
    clerk = at_console(evening)

    clerk.press("Ctrl+Return", "Return")  # call to order, the first member presiding
    assert clerk.hearing.phase is Phase.IN_SESSION
    clerk.press("P", "P", "P", "E", "A", "Return", "Esc")
    assert len(clerk.hearing.present) == 3
    clerk.press("Ctrl+Return", "Return", "Esc")  # the agenda: the first item is chosen already
    assert clerk.hearing.in_hand == "1"

    clerk.press("Ctrl+Return", "Ctrl+Return")  # call, start
    assert clerk.hearing.speaker is not None
    clerk.press("Ctrl+1", "Ctrl+2", "Alt+M")
    clerk.write("Asked for an audit first.")
    clerk.press("F8")
    clerk.wait(22)
    clerk.press("F8", "F9")
    clerk.press("Ctrl+Return")  # done, call next
    clerk.press("F7")  # who is not here
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(60)
    clerk.press("Shift+F7")  # yields the rest

    clerk.press("Ctrl+K")
    clerk.type("Dee Fox")
    clerk.press("Return")
    clerk.type("s")
    clerk.press("Return")
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(30)
    clerk.press("Ctrl+Return")  # done: nobody is left

    assert [clerk.slip(n).standing for n in (1, 2, 3, 4)] == [
        Standing.FINISHED,
        Standing.NO_SHOW,
        Standing.FINISHED,
        Standing.FINISHED,
    ]
    assert clerk.slip(1).summary == "Asked for an audit first."
    assert clerk.slip(1).position is Position.MIXED
    assert clerk.slip(1).marks == ("PRIV", "MISID")
    assert clerk.hearing.appearances[1].granted == timedelta(seconds=30)
    assert clerk.hearing.appearances[3].ending is Ending.YIELDED_BACK
    assert clerk.slip(4).sign_up == SignUp(
        item="1", name="Dee Fox", position=Position.SUPPORT, channel=clerk.slip(4).sign_up.channel
    )
    assert (clerk.item.tally.heard, clerk.item.tally.coded) == (3, 1)


def calls(clerk: Clerk) -> list[int]:
    return [event.slip for event in clerk.events if isinstance(event, SpeakerCalled)]


def test_one_key_does_the_next_natural_thing(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    main = clerk.console.keys.table["main"]
    said = []
    for _ in range(4):
        said.append(main.words)
        clerk.press("Ctrl+Return")
    assert said == ["Call next", "Start clock", "Done, call next", "Start clock"]
    assert main.words == "Done"
    clerk.press("Ctrl+Return")
    assert main.words == "Agenda…"


def test_a_double_press_of_the_main_key_does_one_step(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return")
    clerk.press("Ctrl+Return", after=0.39)
    assert calls(clerk) == [1]
    assert clerk.hearing.turn is not None
    assert clerk.hearing.turn.started is None
    clerk.press("Ctrl+Return", after=0.4)
    assert clerk.hearing.turn.started is not None


def test_every_act_works_while_the_summary_has_the_focus(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Spoke of ")
    clerk.press("Ctrl+1", "Ctrl+Shift+1", "Ctrl+2", "Alt+O", "F8", "F8", "Shift+F9", "Ctrl+Z", "Alt+S")
    clerk.type("cost.")
    summary = clerk.console.summary.edit
    assert clerk.focus is summary
    assert summary.toPlainText() == "Spoke of cost."
    assert clerk.slip(1).marks == ("MISID",)
    assert clerk.slip(1).position is Position.SUPPORT
    assert [type(e) for e in clerk.events if isinstance(e, ClockStopped | ClockResumed)] == [ClockStopped, ClockResumed]
    clerk.press("Ctrl+Return")
    assert clerk.slip(1).summary == "Spoke of cost."
    assert clerk.focus is summary
    assert summary.toPlainText() == "Spoke of cost."
    clerk.press("Ctrl+Return")
    assert clerk.focus is summary
    assert summary.toPlainText() == ""


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("F8", StopReason.QUESTION),
        ("Shift+F8", StopReason.INTERPRETATION),
        ("Ctrl+F8", StopReason.TECHNICAL),
        ("Ctrl+Shift+F8", StopReason.DISRUPTION),
    ],
)
def test_the_clock_stops_for_a_reason_and_goes_on_from_where_it_stood(
    at_console: AtConsole, key: str, reason: StopReason
) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(46.3)
    clerk.press(key)
    assert clerk.hearing.turn is not None
    assert clerk.hearing.turn.stops[-1].reason is reason
    clerk.wait(94)
    clerk.press("F8")
    assert abs(spent(clerk.hearing.turn, clerk.clock.now()) - timedelta(seconds=47.3)) < timedelta(seconds=0.1)


def test_a_speaker_out_of_order_is_called_in_one_act_and_the_one_called_stays_next(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao"))
    clerk.press("Ctrl+Return", "Ctrl+K")
    clerk.type("dao")
    clerk.press("Down", "Ctrl+Shift+Return")
    assert clerk.hearing.speaker is clerk.slip(3)
    assert clerk.item.queue == (1, 2)


def test_the_summary_goes_on_the_record_with_the_call_in_one_moment(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("  Asked for an audit. ")
    clerk.press("Ctrl+Return")
    written, ended, called = clerk.hearing.entries[-3:]
    assert written.event == SummaryWritten(1, "Asked for an audit.")
    assert isinstance(ended.event, TurnEnded)
    assert isinstance(called.event, SpeakerCalled)
    assert written.at == ended.at == called.at
    assert draft_key(1) not in clerk.desk.drafts


@pytest.mark.parametrize(
    "call", [("Ctrl+Return",), ("Ctrl+K", "Bo", "Down", "Ctrl+Shift+Return")], ids=["next", "chosen"]
)
def test_a_call_that_is_struck_starts_nobodys_clock_again(at_console: AtConsole, call: tuple[str, ...]) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(170)
    for key in call:
        clerk.type(key) if key == "Bo" else clerk.press(key)
    assert clerk.hearing.speaker is clerk.slip(2)
    used = clerk.hearing.appearances[1].ran
    clerk.wait(60)
    clerk.press("Ctrl+Z")
    assert clerk.hearing.turn is None
    assert (clerk.item.queue, clerk.slip(1).standing) == ((2,), Standing.FINISHED)
    clerk.press("Ctrl+Return")
    assert clerk.hearing.speaker is clerk.slip(2)
    assert clerk.hearing.appearances[1].ran == used


def test_the_last_entry_is_struck_and_put_back(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1", "Ctrl+Z")
    assert clerk.slip(1).marks == ()
    assert clerk.said == "Struck: Privacy invasion raised. Ctrl+Shift+Z puts it back."
    clerk.press("Ctrl+Shift+Z")
    assert clerk.slip(1).marks == ("PRIV",)
    assert clerk.said == "Counts again: Privacy invasion raised."
    clerk.press("Ctrl+Z", "Ctrl+Z")
    assert not any(isinstance(entry.event, TurnStarted) for entry in clerk.hearing.live_entries())


def test_the_pronunciation_is_on_the_floor_and_never_in_the_journal(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE))
    clerk.desk.register(SignUp(item="1", name="Xa Vang"), Contact(pronunciation="sah VAHNG"))
    clerk.press("Ctrl+Return")
    assert "sah VAHNG" in clerk.console.floor.about
    assert "VAHNG" not in str(clerk.events)


def test_adjournment_by_keys_ends_in_the_export(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.desk.record(rules.close_testimony)
    clerk.desk.record(rules.adjourn)
    assert clerk.console.keys.table["main"].words == "Export the record…"
    clerk.press("Ctrl+Return", "Ctrl+I")
    assert clerk.asked == ["export", "import"]
