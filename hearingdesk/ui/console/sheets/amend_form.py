"""An amendment to the motion before the body: as stated, and how the motion would read; moved, or friendly."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.members import with_office
from hearingdesk.ui.console.sheets.words import NO_SECOND_NEEDED
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.look import LARGE, Tone, px
from hearingdesk.ui.kit.text import label


class AmendForm(QWidget):
    """``friendly`` tells an amendment that mover and seconder accept from one that is moved, seconded and voted."""

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self.friendly = False
        members = [(m.id, with_office(m)) for m in hearing.body.members]
        self.stated = label(wrap=True, size=LARGE, bold=True)
        self.how = label(wrap=True, tone=Tone.MUTED)
        self.text = LineField("The amendment, as stated", placeholder="such as: to strike “May 1” and insert “June 1”")
        self.reads = LineField("The motion then reads")
        self.mover = ChoiceField("Moved by", members, as_written=True)
        others = [("", "Nobody yet"), *members, (NO_SECOND_NEEDED, "None required")]
        self.seconder = ChoiceField("Seconded by", others, as_written=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        for part in (self.stated, self.how, self.text, self.reads):
            layout.addWidget(part)
        layout.addLayout(row(self.mover, self.seconder))
        layout.addStretch(1)

    def start(self, motion: Motion, *, friendly: bool) -> None:
        """Ready for an amendment to this motion, whose words are there to be changed."""
        self.friendly = friendly
        self.stated.setText(f"“{motion.text}”")
        self.how.setText(
            "Mover and seconder agree; the motion is changed without a vote."
            if friendly
            else "The amendment is voted on first; if it carries, the motion reads as below."
        )
        self.text.show_text("")
        self.reads.show_text(motion.text)
        self.seconder.show_value("")
        for part in (self.text, self.seconder):
            part.setVisible(not friendly)

    def focus_first(self) -> None:
        (self.reads if self.friendly else self.text).setFocus()
