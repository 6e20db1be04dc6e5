"""Screens that come and go (D-01, D-02, F1 to F3): each story runs in a program of its own, on screens of its own."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from hearingdesk.ui.display.screens import Identity
from tests.ui.display.plugs import LAPTOP, PROJECTOR, described
from tests.ui.display.tell import STORIES

ROOT = Path(__file__).parents[3]
ON_THIS = sys.platform == "linux" and platform.machine() == "x86_64"


@pytest.mark.skipif(not ON_THIS, reason="Screens can be plugged in tests only on Linux on x86-64.")
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_story(story: object, tmp_path: Path) -> None:
    configuration = tmp_path / "screens.json"
    configuration.write_text(json.dumps(described(LAPTOP, PROJECTOR)), encoding="utf-8")
    name = getattr(story, "__name__", "")
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.ui.display.tell", name, str(configuration)]
    told = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr[-4000:]


HDMI = Identity("HDMI-1", "A17", "1920x1080+1366+0")


@pytest.mark.parametrize(
    ("now", "likeness"),
    [
        (HDMI, 7),
        (Identity("HDMI-1", "A17", "3840x2160+1366+0"), 6),
        (Identity("DP-2", "A17", "1920x1080+1366+0"), 5),
        (Identity("DP-2", "A17", "1920x1080+0+0"), 4),
        (Identity("HDMI-1", "", "1920x1080+1366+0"), 3),
        (Identity("HDMI-1", "B99", "1920x1080+1366+0"), 0),
        (Identity("DP-2", "", "1920x1080+1366+0"), 0),
    ],
)
def test_a_screen_is_known_by_its_serial_number_then_its_name(now: Identity, likeness: int) -> None:
    assert HDMI.likeness(now) == likeness


def test_what_is_remembered_is_read_back() -> None:
    assert Identity.read(HDMI.written()) == HDMI


@pytest.mark.parametrize("text", ["", "HDMI-1", "a\nb", "\nA17\n1920x1080+0+0", "a\nb\nc\nd"])
def test_what_is_no_screen_is_forgotten(text: str) -> None:
    assert Identity.read(text) is None
