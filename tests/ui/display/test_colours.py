"""The wall's colours: contrast by the formula of WCAG, and states told apart by people who see fewer colours."""

from dataclasses import fields
from itertools import combinations

import pytest

from hearingdesk.ui.display.paint import DARK, LIGHT, Inks
from hearingdesk.ui.display.picture import Ink

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
VISIONS: dict[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
STATES = (Ink.RUNNING, Ink.WRAP_UP, Ink.OVER, Ink.STOPPED)
THEMES = pytest.mark.parametrize("inks", [DARK, LIGHT], ids=["dark", "light"])


def linear(colour: str) -> Triple:
    def channel(at: int) -> float:
        value = int(colour[at : at + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return channel(1), channel(3), channel(5)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, vision: Matrix) -> Triple:
    light = linear(colour)
    red, green, blue = (sum(part * each for part, each in zip(row, light, strict=True)) for row in vision)
    return min(1, max(0, red)), min(1, max(0, green)), min(1, max(0, blue))


def lab(light: Triple) -> Triple:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    a, b, c = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


def difference(one: str, other: str, vision: Matrix) -> float:
    """CIE 1976; about 2.3 is just noticeable, 12 is plain at a glance."""
    pair = zip(lab(seen(one, vision)), lab(seen(other, vision)), strict=True)
    return float(sum((a - b) ** 2 for a, b in pair) ** 0.5)


def of(inks: Inks, ink: Ink) -> str:
    return str(getattr(inks, ink.value))


def test_every_ink_has_a_colour_in_both_themes() -> None:
    assert {field.name for field in fields(Inks)} == {ink.value for ink in Ink}


@THEMES
@pytest.mark.parametrize("ink", [Ink.TEXT, Ink.DIM, Ink.RUNNING, Ink.WRAP_UP, Ink.STOPPED])
def test_text_stands_seven_to_one_from_the_ground(inks: Inks, ink: Ink) -> None:
    assert contrast(of(inks, ink), inks.ground) >= 7


@THEMES
def test_the_panel_of_time_stands_out_and_its_text_from_it(inks: Inks) -> None:
    assert contrast(inks.on_over, inks.over) >= 4.5
    assert contrast(inks.over, inks.ground) >= 4.5


@THEMES
@pytest.mark.parametrize("vision", VISIONS)
def test_the_states_are_told_apart_by_colour_alone(inks: Inks, vision: str) -> None:
    plain = 12 if vision == "grey" else 25
    for one, other in combinations(STATES, 2):
        assert difference(of(inks, one), of(inks, other), VISIONS[vision]) >= plain, (one, other)


def test_the_check_would_find_red_and_green() -> None:
    """The pair that everybody warns of is plain to most people, and not in deuteranopia."""
    assert difference("#c03030", "#6f7020", VISIONS["usual"]) > 40
    assert difference("#c03030", "#6f7020", VISIONS["deuteranopia"]) < 12
