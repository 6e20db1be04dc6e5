"""An agenda as a file tells it, shown before it is taken: items, lines set aside and why, the meeting it is for."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.values import ItemNotice
from hearingdesk.ui.kit.fields import ChoiceField
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.setup.files import PASTE_KEY, Chooser, FileField, Source, ask
from hearingdesk.ui.setup.reading import AgendaFound, AgendaReader

NOTHING = "No agenda item was found in this file."
FILES = "Agendas (*.json *.csv *.xlsx *.tsv *.txt);;All files (*)"


class AgendaField(QWidget):
    """A file, and what it would put on the agenda. ``read`` says that another agenda is shown, or none."""

    read = Signal()

    def __init__(
        self, reader: AgendaReader, noticed: Sequence[ItemNotice] = (), choose: Chooser = ask, *, narrow: bool = False
    ) -> None:
        super().__init__()
        self._reader = reader
        self._noticed = noticed
        self._found: Sequence[AgendaFound] = ()
        self._fault = ""
        self._day, self._zone = date.min, "UTC"
        self.file = FileField(
            "Agenda file",
            FILES,
            choose,
            "Legistar JSON, CSV, XLSX, or rows of a spreadsheet.",
            paste_key=PASTE_KEY,
            below=narrow,
        )
        self.file.chosen.connect(self._read)
        self.meeting = ChoiceField[int]("Which meeting of the file", [(0, "")])
        self.meeting.picked.connect(self._show)
        self.counts = label(wrap=True)
        self.list = LinesView("What the file holds", lead=36)
        self.list.setMinimumHeight(px(160))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        for part in (self.file, self.meeting, self.counts):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        held = self.list.sizePolicy()
        held.setRetainSizeWhenHidden(not narrow)  # an empty frame says nothing
        self.list.setSizePolicy(held)
        self.list.hide()
        self.meeting.hide()

    @property
    def found(self) -> AgendaFound | None:
        """The agenda chosen, once a file was read."""
        return self._found[self.meeting.value()] if self._found else None

    @property
    def fault(self) -> str:
        """Why the file that is named could not be read; empty where it could, or none is named."""
        return self._fault if self.file.source else ""

    @property
    def items(self) -> tuple[ItemNotice, ...]:
        return tuple(self.found.items) if self.found else ()

    @property
    def source(self) -> str:
        """The file's name, without the folders above it; or that rows were pasted."""
        return self.file.source.name if self.found and self.file.source else ""

    def show_day(self, day: date, zone: str) -> None:
        """The meeting's day and zone, by which times in the file are understood."""
        if (day, zone) != (self._day, self._zone):
            self._day, self._zone = day, zone
            if self._found and self.file.source:
                self._read(self.file.source)

    def _read(self, source: Source) -> None:
        try:
            self._found = self._reader.read(source, self._day, self._zone, self._noticed)
        except self._reader.faults as fault:
            self._found, self._fault = (), str(fault)
        else:
            self._fault = ""
        self.file.refuse(self._fault)
        self.meeting.show_choices([(n, found.facts.words or f"Agenda {n + 1}") for n, found in enumerate(self._found)])
        self.meeting.setVisible(len(self._found) > 1)
        self._show()

    def _show(self) -> None:
        found = self.found
        self.list.show_lines(_lines(found) if found else [])
        self.list.setVisible(bool(self.list.lines.rows))
        self.counts.setText(_counts(found) if found else "")
        self.read.emit()


def _lines(found: AgendaFound) -> list[Line]:
    items = [_item(item) for item in found.items]
    aside = [
        Line(("aside", line.number), line.words, f"Set aside: {line.why}", aside="not taken", tone=Tone.MUTED)
        for line in found.set_aside
    ]
    return items + aside


def _item(item: ItemNotice) -> Line:
    timed = "to be heard by a fixed time" if item.hear_by else ""
    below = " · ".join(part for part in (item.kind.word, item.file_number, timed) if part)
    return Line(("item", item.id), item.title, below, item.number)


def _counts(found: AgendaFound) -> str:
    taken, aside = len(found.items), len(found.set_aside)
    what = f"{how_many(taken, 'item')}, {aside} set aside." if taken or aside else NOTHING
    return " ".join((what, *found.notes))
