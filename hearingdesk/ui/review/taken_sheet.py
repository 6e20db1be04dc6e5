"""A draft that was edited in Word beside the record: what reads otherwise, what is taken over, what is refused."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from hearingdesk.desk import Conflict, JournalUnavailable
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.edited import Comparison, ProseChanged
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, hairline, heading, row
from hearingdesk.ui.kit.look import LARGE, Tone, set_role
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.text import PlainLabel, check_box, label
from hearingdesk.ui.review.deeds import ANOTHER_WAS_FIRST

WIDE = 760
MOST_SHOWN = 200
"""So many changes are laid out; of more the sheet says how many there are."""


class TakenSheet(Sheet):
    """``take`` puts the summaries on the record; it is given the slips whose conflict is decided for the file."""

    def __init__(self, comparison: Comparison, take: Callable[[Collection[int]], object]) -> None:
        super().__init__("Taken back from Word", WIDE)
        self._comparison = comparison
        self._take = take
        self.decisions: dict[int, QCheckBox] = {}
        self.main = self.add_act(button("", self._go, key="Ctrl+Return", kind="main"))
        self.body.addWidget(label(comparison.name, size=LARGE, bold=True, elide=True))
        self.body.addWidget(label(_summary(comparison), tone=Tone.MUTED, wrap=True))
        for change in comparison.prose[:MOST_SHOWN]:
            self.body.addWidget(self._change(change))
        self._lay_notes()
        self._lay_facts()
        self.body.addStretch(1)
        self._show_main()

    def _change(self, change: ProseChanged) -> QWidget:
        """The record's words on the left, the file's on the right."""
        held = QFrame()
        set_role(held, "role", "card")
        sides = row(_side("In the record", change.now), _side("In the file", _file_words(change)), spacing=16)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        inside = column(heading(f"Slip {change.slip} · {change.name}"), sides, margins=(12, 10, 12, 10))
        if change.conflict:
            inside.addWidget(label(f"Changed on both sides. When the file was made: {change.was}", wrap=True))
            decided = check_box("Take the file’s words all the same")
            decided.toggled.connect(lambda _: self._show_main())
            self.decisions[change.slip] = decided
            inside.addWidget(decided)
        held.setLayout(inside)
        return held

    def _lay_notes(self) -> None:
        """What became known after the meeting: kept beside the minutes, outside their account (M-09)."""
        if self._comparison.notes:
            self.body.addWidget(heading("To be noted beside the minutes"))
        for note in self._comparison.notes[:MOST_SHOWN]:
            self.body.addWidget(label(note, wrap=True))

    def _lay_facts(self) -> None:
        facts = self._comparison.facts
        if not facts:
            return
        self.body.addWidget(hairline())
        lines = "1 line is" if len(facts) == 1 else f"{len(facts)} lines are"
        self.body.addWidget(heading(f"{lines} not taken"))
        for fact in facts[:MOST_SHOWN]:
            self.body.addWidget(label(fact.sentence, wrap=True))
        if len(facts) > MOST_SHOWN:
            self.body.addWidget(label(f"And {len(facts) - MOST_SHOWN} more.", tone=Tone.MUTED))

    @property
    def also(self) -> list[int]:
        """The slips decided for the file."""
        return [slip for slip, box in self.decisions.items() if box.isChecked()]

    def _show_main(self) -> None:
        summaries, notes = len(self._comparison.summaries(self.also)), len(self._comparison.notes)
        told = [how_many(summaries, "summary", "summaries")] if summaries or not notes else []
        told += [how_many(notes, "note", "notes")] if notes else []
        self.main.show_words(f"Take {' and '.join(told)} over")
        self.main.show_refusal("" if summaries or notes else "There is nothing to take over.")

    def _go(self) -> None:
        try:
            self._take(self.also)
        except (OutOfOrder, JournalUnavailable) as refusal:
            self.say(str(refusal))
        except Conflict:
            self.say(ANOTHER_WAS_FIRST)
        else:
            self.close_sheet()


def _summary(told: Comparison) -> str:
    if not (told.prose or told.facts or told.notes):
        return "It says nothing that the record does not say."
    since = how_many(told.entries, "more entry", "more entries")
    older = f" The record has had {since} since it was made." if told.entries else ""
    return f"Summaries and notes are taken over; facts of the record stay as they are.{older}"


def _file_words(change: ProseChanged) -> str:
    if change.file is None:
        return "Its place is gone from the file. The record’s words stay."
    return change.file or "(taken out)"


def _side(title: str, text: str) -> QWidget:
    held = QWidget()
    words: PlainLabel = label(text or "(no summary)", wrap=True)
    held.setLayout(column(label(title, tone=Tone.MUTED), words, None, spacing=2))
    return held
