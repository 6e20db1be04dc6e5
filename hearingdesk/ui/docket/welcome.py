"""The first start: what this is, and the way to the sample hearing."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.look import LARGE, NAME, Tone, px, set_role
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import label

FIRST = "hearingdesk runs the speakers' queue, the clock and the concerns of a public hearing, and writes its minutes."
SAMPLE = (
    "The sample hearing is an invented evening of an invented city. Try everything in it: call people, stop the clock, "
    "note what they raise. It says REHEARSAL on every screen and every page, and it can never touch a real record."
)
KEPT = "What you record stays on this computer, in your own data folder."


class Welcome(QWidget):
    """Shown while the docket is empty."""

    def __init__(self, sample: Callable[[], object], new_hearing: Callable[[], object]) -> None:
        super().__init__()
        self.sample = button("Open the sample hearing", sample, kind="main")
        self.new = button("Prepare a hearing", new_hearing, key="Ctrl+N")
        card = QFrame()
        set_role(card, "role", "card")
        card.setMaximumWidth(px(620))
        said = (
            label("Welcome", size=NAME, bold=True),
            label(FIRST, size=LARGE, wrap=True),
            label(SAMPLE, size=LARGE, tone=Tone.MUTED, wrap=True),
            label(KEPT, size=LARGE, tone=Tone.MUTED, wrap=True),
        )
        inside = column(*said, margins=(32, 28, 32, 28), spacing=16)
        inside.addLayout(row(self.sample, self.new, None))
        card.setLayout(inside)
        across = row(None, card, None)
        across.setStretch(1, 100)  # as wide as it may be, before its words take more lines
        held = column(None, across, None, margins=(12, 12, 12, 12))
        held.setStretch(2, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(held))
