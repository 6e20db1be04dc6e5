"""How the wall looks wherever it hangs: dark or light, and with a strip kept free for captions or without."""

from dataclasses import dataclass
from typing import Self

from hearingdesk.ui.display.paint import DARK, LIGHT, Inks

THEMES: dict[str, tuple[str, Inks]] = {"dark": ("Dark", DARK), "light": ("Light", LIGHT)}
"""By the name that is remembered: what the clerk reads, and the colours."""

STRIP = 0.2
"""The part of the height that captions take (A-08)."""


@dataclass(frozen=True, slots=True)
class Looks:
    theme: str = "dark"
    captions: bool = False

    @classmethod
    def read(cls, text: str) -> Self:
        """From the form in which it is remembered; what is unknown is as shipped."""
        words = text.split()
        return cls(next((word for word in words if word in THEMES), "dark"), "captions" in words)

    def written(self) -> str:
        return f"{self.theme} captions" if self.captions else self.theme

    @property
    def inks(self) -> Inks:
        return THEMES[self.theme][1]

    @property
    def strip(self) -> float:
        return STRIP if self.captions else 0.0
