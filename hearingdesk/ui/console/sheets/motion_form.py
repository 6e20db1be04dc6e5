"""A motion as it is stated: its words, who moves and seconds it, which items it disposes of and how."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.members import with_office
from hearingdesk.domain.values import Disposition, ItemKind
from hearingdesk.ui.console.sheets.words import NO_SECOND_NEEDED, disposition_word, item_numbers
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import heading, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone, px

VERBS = {
    Disposition.ADOPTED: "adopt",
    Disposition.APPROVED: "approve",
    Disposition.DENIED: "deny",
    Disposition.PLACED_ON_FILE: "place on file",
    Disposition.HELD: "hold to the call of the chair",
    Disposition.REFERRED: "refer",
    Disposition.TABLED: "lay on the table",
}


class MotionForm(QWidget):
    """What is typed stays until the motion is on the record."""

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self._hearing = hearing
        self._ticked: frozenset[str] = frozenset()
        members = [(m.id, with_office(m)) for m in hearing.body.members]
        self.text = LineField("The motion, as stated")
        self.suggestion = button("", self._take_suggestion, kind="link")
        self.mover = ChoiceField("Moved by", members, as_written=True)
        others = [("", "Nobody yet"), *members, (NO_SECOND_NEEDED, "None required")]
        self.seconder = ChoiceField("Seconded by", others, as_written=True)
        self.disposition = ChoiceField[Disposition | None](
            "If it carries, the items are", [(None, "not disposed of"), *((d, disposition_word(d)) for d in VERBS)]
        )
        self.list = LinesView("Items it disposes of", letters=" C", lead=36, height=ONE_LINE)
        self.tick = button("With this item", lambda: self._letter(" "), key="Space")
        self.consent = button("All consent items", lambda: self._letter("C"), key="C")
        self._lay_out()

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(px(140))
        self.list.letter.connect(self._letter)
        self.disposition.editor.currentIndexChanged.connect(lambda _: self._suggest())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(self.text)
        layout.addLayout(row(self.suggestion, None))
        layout.addLayout(row(self.mover, self.seconder))
        layout.addWidget(self.disposition)
        layout.addLayout(row(heading("Items it disposes of"), None, self.tick, self.consent))
        layout.addWidget(self.list, 1)

    def show_hearing(self, hearing: Hearing) -> None:
        self._hearing = hearing
        items = [hearing.items[item] for item in hearing.agenda]
        self.list.show_lines([_line(item, ticked=item.id in self._ticked) for item in items])
        self._suggest()

    def start(self, hearing: Hearing) -> None:
        """Ready for the next motion, most likely about the item in hand; the mover stays, who often moves again."""
        self.text.show_text("")
        self.seconder.show_value("")
        self.disposition.show_value(None)
        item = hearing.item
        self._ticked = frozenset({item.id} if item and item.notice.kind is not ItemKind.COMMENT else ())
        self.show_hearing(hearing)
        self.list.choose(hearing.in_hand)

    def chosen_items(self) -> tuple[str, ...]:
        """In the order of the agenda."""
        return tuple(item for item in self._hearing.agenda if item in self._ticked)

    def _letter(self, letter: str) -> None:
        if letter == "C":
            items = self._hearing.items.values()
            self._ticked = frozenset(i.id for i in items if i.notice.kind is ItemKind.CONSENT and not i.disposition)
        else:
            self._ticked ^= {str(self.list.key)}
        self.show_hearing(self._hearing)

    def _suggest(self) -> None:
        words = self._words()
        self.suggestion.show_words(f"Use: {words}" if words else "")
        self.suggestion.setVisible(bool(words))

    def _words(self) -> str:
        """``To adopt Items 2, 3 and 4.``; empty where nothing is disposed of."""
        verb = VERBS.get(self.disposition.value() or Disposition.HEARD)
        items = [self._hearing.items[item] for item in self.chosen_items()]
        return f"To {verb} {item_numbers(items)}." if verb and items else ""

    def _take_suggestion(self) -> None:
        self.text.show_text(self._words())
        self.text.refuse("")
        self.text.setFocus()


def _line(item: Item, *, ticked: bool) -> Line:
    kind = item.notice.kind.word
    said = "✓ with this motion" if ticked else (disposition_word(item.disposition) if item.disposition else kind)
    return Line(item.id, item.notice.title, lead=item.notice.number, aside=said, tone=_TONES[ticked])


_TONES = {True: Tone.ACCENT, False: Tone.MUTED}
