"""The tones: when they sound, how loud, and that an evening without a sound device goes on."""

import sys
import wave
from array import array
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.domain.face import ClockState, Face, OnFloor
from hearingdesk.resources import asset
from hearingdesk.ui.display.chime import NO_PLAYER, Player, quieter, tone_for
from hearingdesk.ui.display.compose import Composer
from hearingdesk.ui.display.wall import Wall
from tests.ui.display.faces import SPEAKING, STATES, clock
from tools import make_sounds

NO_WINSOUND = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays sounds by itself, without a program.")


@dataclass
class Heard:
    """A chime that remembers."""

    trouble: str = ""
    played: list[tuple[str, int]] = field(default_factory=list)

    def play(self, tone: str, volume: float, /) -> None:
        self.played.append((tone, round(volume * 3)))


def passes(wall: Wall, *faces: Face) -> None:
    for face in faces:
        wall.show_face(face)


TURN = (SPEAKING, clock(ClockState.WRAP_UP, "1:00"), clock(ClockState.WRAP_UP, "0:59"), STATES["time"], STATES["over"])


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def wall(qtbot: QtBot, composer: Composer, heard: Heard) -> Wall:
    return Wall(composer, chime=heard)


def test_it_is_off_until_it_is_turned_on(wall: Wall, heard: Heard) -> None:
    wall.open_window()
    passes(wall, *TURN)
    assert heard.played == []
    wall.wear(volume=2)
    passes(wall, *TURN)
    assert heard.played == [("warning", 2), ("time", 2)]
    wall.close()


def test_the_loudest_of_the_screens_that_can_be_seen_is_heard_once(wall: Wall, heard: Heard) -> None:
    clocks = [wall.add("clock") for _ in range(2)]
    wall.wear(volume=3)
    for volume, name in enumerate(clocks, 1):
        wall.wear(name, volume=volume)
        wall.open_window(name)
    passes(wall, *TURN[:2])
    assert heard.played == [("warning", 2)], "the display in the room is not up"
    wall.close()


def test_no_sound_without_a_sight(wall: Wall, heard: Heard) -> None:
    """A-07: nothing is up, or the screen is dark, held or says something else."""
    wall.wear(volume=3)
    passes(wall, *TURN)
    wall.open_window()
    for cover in (wall.blank, wall.freeze):
        cover()
        passes(wall, *TURN)
        cover()
    assert heard.played == []
    wall.close()


def test_at_ten_seconds_there_is_a_tone_of_its_own_where_it_is_wanted(wall: Wall, heard: Heard) -> None:
    """T-06: optional; off though the others sound, and by output."""
    last = [clock(ClockState.WRAP_UP, f"0:{second:02}") for second in (12, 11, 10, 9, 8)]
    wall.wear(volume=2)
    wall.open_window()
    passes(wall, *last)
    assert heard.played == []
    wall.wear(ten=True)
    passes(wall, *last)
    assert heard.played == [("ten", 2)]
    passes(wall, last[0], clock(ClockState.WRAP_UP, "0:09"))
    assert heard.played[1:] == [("ten", 2)], "a late paint does not swallow it"
    wall.take_down()
    other = wall.add("clock")
    wall.wear(other, volume=3)
    wall.open_window(other)
    passes(wall, *last)
    assert len(heard.played) == 2, "the one that is up does not want it"
    wall.close()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (clock(ClockState.WRAP_UP, "0:30"), clock(ClockState.WRAP_UP, "0:05")),
        (clock(ClockState.WRAP_UP, "0:05"), clock(ClockState.WRAP_UP, "0:11")),
        (clock(ClockState.RUNNING, "0:11"), clock(ClockState.WRAP_UP, "0:10")),
        (clock(ClockState.STOPPED, "0:11"), clock(ClockState.WRAP_UP, "0:10")),
    ],
    ids=["time taken", "time given", "the warning itself comes then", "resumed"],
)
def test_the_tone_at_ten_seconds_sounds_as_time_runs_and_never_twice(before: Face, now: Face) -> None:
    assert tone_for(before, now) != "ten"


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (STATES["called"], clock(ClockState.WRAP_UP, "0:30")),
        (STATES["stopped_question"], STATES["over"]),
        (STATES["over"], STATES["wrap_up"]),
        (SPEAKING, replace(STATES["over"], speaker=OnFloor(14, "Marisol Quiñones"))),
        (SPEAKING, SPEAKING),
    ],
    ids=["another turn begins", "time taken while stopped", "time given", "another speaker", "nothing"],
)
def test_a_clock_that_was_set_does_not_sound(before: Face, now: Face) -> None:
    assert tone_for(before, now) is None


def program(code: int, tmp_path: Path) -> list[str]:
    """A player that writes down what it was given, and ends so."""
    line = f"import sys; open({str(tmp_path / 'played')!r}, 'a').write(sys.argv[1] + '\\n'); sys.exit({code})"
    return [sys.executable, "-c", line]


@NO_WINSOUND
def test_a_player_that_fails_gives_way_to_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    beeps: list[int] = []
    player = Player([program(1, tmp_path), ["no-such-player"], program(0, tmp_path)], lambda: beeps.append(1))
    player.play("warning", 0.5)
    played = tmp_path / "played"
    qtbot.waitUntil(lambda: played.exists() and len(played.read_text().splitlines()) == 2)
    player.play("time", 0.5)
    qtbot.waitUntil(lambda: len(played.read_text().splitlines()) == 4)
    names = [Path(line).name for line in played.read_text().splitlines()]
    assert names == ["warning-50.wav"] * 2 + ["time-50.wav"] * 2
    assert (player.trouble, beeps) == ("", [])


@NO_WINSOUND
def test_without_any_player_the_system_beeps_and_the_sheet_has_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    beeps: list[int] = []
    player = Player([program(1, tmp_path)], lambda: beeps.append(1))
    player.play("warning", 1.0)
    qtbot.waitUntil(lambda: bool(beeps))
    assert player.trouble == NO_PLAYER


def samples(path: Path) -> "array[int]":
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return array("h", file.readframes(file.getnframes()))


@pytest.mark.parametrize("tone", make_sounds.TONES)
def test_the_shipped_tones_are_those_that_the_script_makes(tone: str, tmp_path: Path) -> None:
    make_sounds.write(tmp_path / "again.wav", make_sounds.TONES[tone])
    made, shipped = samples(tmp_path / "again.wav"), samples(asset(f"sounds/{tone}.wav"))
    assert len(made) == len(shipped)
    assert max(abs(a - b) for a, b in zip(made, shipped, strict=True)) <= 1
    assert 20_000 < max(map(abs, shipped)) < 32_767


def test_a_third_of_the_volume_is_a_third_of_the_swing(tmp_path: Path) -> None:
    quieter(asset("sounds/time.wav"), tmp_path / "low.wav", 1 / 3)
    loud, low = (max(map(abs, samples(path))) for path in (asset("sounds/time.wav"), tmp_path / "low.wav"))
    assert low == pytest.approx(loud / 3, abs=1)
