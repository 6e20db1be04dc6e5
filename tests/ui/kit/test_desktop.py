"""On Wayland the display would take the keys from the clerk: X is asked for where there is both."""

import pytest

from hearingdesk.ui.kit.desktop import SETTING, prefer_x

WAYLAND, X = {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("settings", "system", "asked"),
    [
        (WAYLAND | X, "linux", "xcb;wayland"),
        (WAYLAND, "linux", None),
        (X, "linux", None),
        (WAYLAND | X | {SETTING: "offscreen"}, "linux", "offscreen"),
        (WAYLAND | X, "darwin", None),
        ({}, "win32", None),
    ],
    ids=["both", "Wayland alone", "X alone", "chosen by somebody", "macOS", "Windows"],
)
def test_x_is_asked_for_where_there_is_wayland_too(settings: dict[str, str], system: str, asked: str | None) -> None:
    settings = dict(settings)
    prefer_x(settings, system)
    assert settings.get(SETTING) == asked
