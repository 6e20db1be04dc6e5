"""Three themes that can be read, and a type scale that grows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.ui.kit.look import (
    CONTRAST,
    DARK,
    FAMILY,
    LIGHT,
    THEMES,
    Colours,
    Theme,
    Tone,
    colours,
    dress,
    font,
    palette,
    px,
    theme_for,
)
from hearingdesk.ui.kit.text import label

WORDS_ON = {
    "card": ("text", "muted", "accent", "good", "warn", "bad", "blue", "vermillion", "purple", "grey"),
    "ground": ("text", "muted"),
    "good_soft": ("good",),
    "warn_soft": ("warn",),
    "accent_soft": ("accent", "blue"),
    "vermillion_soft": ("vermillion",),
    "selected": ("text", "muted", "vermillion", "blue"),
    "highlight": ("text",),
    "track": ("text", "purple", "grey"),
    "bad_fill": ("on_bad",),
    "accent": ("on_accent",),
}


def luminance(shade: str) -> float:
    colour = QColor(shade)
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shades", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_every_word_can_be_read_on_its_ground(shades: Colours) -> None:
    poor = {
        f"{words} on {ground}": round(contrast(getattr(shades, words), getattr(shades, ground)), 2)
        for ground, inks in WORDS_ON.items()
        for words in inks
        if contrast(getattr(shades, words), getattr(shades, ground)) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("shades", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_focus_fields_and_painted_marks_stand_out(shades: Colours) -> None:
    for mark in ("accent", "strong_line", "blue_fill", "vermillion_fill", "purple_fill", "bad_fill"):
        assert contrast(getattr(shades, mark), shades.card) >= 3, mark


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, Theme.LIGHT),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, Theme.LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, Theme.DARK),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, Theme.CONTRAST),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, Theme.CONTRAST),
    ],
)
def test_the_look_is_the_one_that_the_desktop_asks_for(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, theme: Theme
) -> None:
    assert theme_for(scheme, contrast) is theme


def test_the_palette_tells_its_theme() -> None:
    assert [colours(palette(shades)) for shades in THEMES.values()] == list(THEMES.values())


def test_the_shipped_face_is_worn_and_its_figures_are_tabular(qapp: QApplication) -> None:
    assert QFontInfo(font()).family() == FAMILY
    metrics = QFontMetrics(font(30, bold=True))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_names_in_every_script_have_glyphs(qapp: QApplication) -> None:
    metrics = QFontMetrics(font())
    for name in ("Nguyễn Thị Hồng Nhung", "Łukasz Żółć", "Ηλέκτρα", "Юлия"):
        assert all(metrics.inFontUcs4(ord(letter)) for letter in name), name


def test_text_grows_as_the_person_asks(qapp: QApplication, qtbot: QtBot) -> None:
    try:
        dress(qapp, Theme.DARK, grown=2.0)
        assert font().pixelSize() == 26
        assert px(24) == 48
    finally:
        dress(qapp)
    assert font().pixelSize() == 13


def test_a_tone_changes_the_colour_and_keeps_the_face(qtbot: QtBot) -> None:
    made = label("0:42")
    qtbot.addWidget(made)
    made.show()
    made.show_tone(Tone.WARN)
    made.setFont(font(30, bold=True))
    made.show_tone(Tone.BAD)
    assert made.font().pixelSize() == 30
    assert made.palette().color(made.foregroundRole()).name() == LIGHT.bad
