"""The fields of what a body's papers bear: address, seal, and its own word for an item laid over."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from hearingdesk.domain.values import Body, Disposition, Stationery
from hearingdesk.ui.kit.fields import Field, LineField
from hearingdesk.ui.setup.files import Chooser, ask
from hearingdesk.ui.setup.prepared import line_fault
from hearingdesk.ui.setup.seal_field import SealField


class PaperFields(QObject):
    """``edited`` says that a person changed one of them."""

    edited = Signal()

    def __init__(self, choose: Chooser = ask) -> None:
        super().__init__()
        self.address = LineField("Address", placeholder="street and city, as on your paper")
        self.reach = LineField("How to reach you", placeholder="telephone, web site")
        self.held = LineField("An item held over is said to be", placeholder=Disposition.HELD.words.lower())
        self.seal = SealField(choose)
        self.seal_words = LineField(
            "What the seal shows", placeholder="Seal of …", hint="Read to those who cannot see the picture."
        )
        for line in self._lines.values():
            line.edited.connect(lambda _: self.edited.emit())
        self.seal.changed.connect(self.edited)

    @property
    def _lines(self) -> dict[str, LineField]:
        return {
            "address": self.address,
            "reach": self.reach,
            "held_words": self.held,
            "seal_words": self.seal_words,
        }

    @property
    def by_name(self) -> dict[str, Field[Any]]:
        """As the faults are named."""
        return {**self._lines, "seal": self.seal.line}

    def show_body(self, body: Body) -> None:
        paper = body.stationery
        texts = (paper.address, paper.reach, body.held_words, paper.seal_words)
        for line, text in zip(self._lines.values(), texts, strict=True):
            line.show_text(text)
        self.seal.show_seal(paper.seal)

    def typed(self) -> object:
        """What stands in the fields, to tell whether it was changed."""
        return [line.text() for line in self._lines.values()], self.seal.seal, self.seal.line.text()

    def faults(self) -> Mapping[str, str]:
        """A sentence by field."""
        lines = {name: line_fault(line.text()) for name, line in self._lines.items()}
        return {**lines, "seal": self.seal.fault}

    def made(self, body: Body) -> Body:
        """The same body with these papers, where there are no faults."""
        paper = Stationery(self.address.text(), self.reach.text(), self.seal.seal, self.seal_words.text())
        return replace(body, held_words=self.held.text(), stationery=paper)
