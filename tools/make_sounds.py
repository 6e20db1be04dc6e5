"""Makes the tones in resources/sounds by arithmetic, so that they are our own: ``python -m tools.make_sounds``.

A struck bell in two partials that die away: once for the warning, twice alike at ten seconds, and twice, falling,
when the time is up.
"""

import wave
from array import array
from collections.abc import Iterable
from math import exp, pi, sin
from pathlib import Path

from hearingdesk.resources import asset

RATE = 22_050
LOUD = 0.8 * 32_767
RISE, DIES = 0.008, 4.5
"""Seconds until a stroke is at its loudest, without which it clicks; and how fast it dies away."""

TONES: dict[str, tuple[tuple[float, float], ...]] = {
    "warning": ((784.0, 0.9),),
    "ten": ((784.0, 0.28), (784.0, 0.6)),
    "time": ((784.0, 0.35), (587.33, 1.1)),
}
"""Strokes of so many hertz and seconds: G5, then D5."""


def stroke(hertz: float, seconds: float) -> list[float]:
    """One stroke, from -1 to 1."""
    return [_at(hertz, place / RATE, seconds) for place in range(round(seconds * RATE))]


def _at(hertz: float, second: float, seconds: float) -> float:
    loud = min(1.0, second / RISE) * exp(-DIES * second) * min(1.0, (seconds - second) / 0.03)
    return loud * (0.8 * sin(2 * pi * hertz * second) + 0.2 * sin(4 * pi * hertz * second))


def write(path: Path, strokes: Iterable[tuple[float, float]]) -> None:
    """A WAV file, mono, 16 bits."""
    samples = array("h", (round(LOUD * part) for each in strokes for part in stroke(*each)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def main() -> None:
    for name, strokes in TONES.items():
        write(asset("sounds") / f"{name}.wav", strokes)


if __name__ == "__main__":
    main()
