"""The clock on the console: its figures, its states, its seconds."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hearingdesk.domain import rules
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Interpreter, StopReason
from hearingdesk.ui.console.clockface import ClockFace
from hearingdesk.ui.console.ticking import until_next
from tests.builders import PROFILE, SIX, Evening, commenting
from tests.ui.console.conftest import AtConsole


def face_of(evening: Evening) -> ClockFace:
    face = ClockFace()
    assert evening.hearing.turn is not None
    face.show_turn(evening.hearing, evening.hearing.turn, evening.now)
    return face


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pixels", [72, 128, 168])
@pytest.mark.parametrize(("seconds", "digits"), [(150, "0:30"), (740, "+9:20"), (2_199, "+33:39"), (3_960, "+1:03:00")])
def test_the_figures_are_never_cut(pixels: int, seconds: float, digits: str) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    face = face_of(evening)
    face.show_size(pixels)
    room, turn = face.figures.width(), evening.hearing.turn
    assert turn is not None
    evening.wait(seconds)
    face.show_turn(evening.hearing, turn, evening.now)
    assert face.digits == digits
    assert face.figures.width() == room
    assert face.figures.fontMetrics().horizontalAdvance(digits) <= room


@pytest.mark.usefixtures("qapp")
def test_each_state_of_the_clock_has_its_word() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    told = []

    def tell() -> None:
        face = face_of(evening)
        told.append((face.digits, face.words))

    tell()
    evening.act(rules.start_turn)
    tell()
    evening.wait(119.5)
    tell()
    evening.wait(0.5)
    tell()
    evening.wait(60)
    tell()
    evening.wait(12)
    tell()
    evening.act(rules.stop_clock, reason=StopReason.TECHNICAL, note="microphone")
    tell()
    assert told == [
        ("3:00", "Called; the clock has not started"),
        ("3:00", "Speaking"),
        ("1:01", "Speaking"),
        ("1:00", "Under one minute"),
        ("0:00", "Time"),
        ("+0:12", "Over time"),
        ("+0:12", "Stopped: technical trouble, microphone"),
    ]


@pytest.mark.usefixtures("qapp")
def test_the_allotment_shows_its_working() -> None:
    evening = commenting(PROFILE)
    evening.register("Marisol", interpreter=Interpreter("Spanish"))
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.grant_time, span=timedelta(seconds=30))
    evening.act(rules.stop_clock, reason=StopReason.QUESTION)
    evening.wait(22)
    assert face_of(evening).working.split(" · ") == [
        "3:00 × 2 consecutive interpreter = 6:00",
        "+0:30 by the chair",
        "clock stopped 0:22 for a commissioner's question",
    ]


@pytest.mark.usefixtures("qapp")
def test_a_reader_hears_the_second_that_is_shown() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(138)
    assert face_of(evening).spoken == "Under one minute, 42 seconds left"
    evening.wait(50)
    assert face_of(evening).spoken == "Over time, 8 seconds over"


@pytest.mark.usefixtures("qapp")
def test_digits_keep_their_room() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    face, places = ClockFace(), list[int]()
    face.resize(600, 120)
    for wait in (0, 90, 60, 60):
        evening.wait(wait)
        assert evening.hearing.turn is not None
        face.show_turn(evening.hearing, evening.hearing.turn, evening.now)
        face.grab()
        places.append(face.bar.x())
    assert len(set(places)) == 1


@pytest.mark.parametrize(
    ("after", "wall", "wait"),
    [(0.0, 0, 1.0), (0.25, 0, 0.75), (0.0, 400_000, 0.6), (0.25, 400_000, 0.6), (0.75, 400_000, 0.25)],
)
def test_the_next_shown_second_is_the_rooms_or_the_speakers(after: float, wall: int, wait: float) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.now = Moment(SIX, "boot-1", 1)
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    now = Moment(SIX.replace(microsecond=wall), "boot-1", 1 + round(after * 1e9))
    assert until_next(evening.hearing, now) == timedelta(seconds=wait)


def test_time_passes_by_one_timer_and_writes_nothing(at_console: AtConsole, qtbot: QtBot) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    entries = len(clerk.hearing.entries)
    clerk.clock.wait(10)
    with qtbot.waitSignal(clerk.console.ticker.ticked, timeout=3000):
        clerk.console.ticker.tick()
    assert clerk.console.floor.clock.digits == "2:50"
    assert len(clerk.hearing.entries) == entries
    assert clerk.journal.last_beat() == clerk.clock.now()
    timers = [timer for timer in clerk.console.ticker.findChildren(QTimer) if timer.isActive()]
    assert len(timers) == 1


def test_after_a_nap_in_mid_speech_the_clock_stands_and_says_so(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(60)
    clerk.clock.sleep(600)
    clerk.wait(0)
    assert clerk.console.floor.clock.words == "Stopped: the program was interrupted, the computer slept"
    assert clerk.console.floor.clock.digits == "2:00"
