"""The screen that takes a sign-up file in: how it reads, which column is what, each row's fate; then all or nothing."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import Card, column, row
from hearingdesk.ui.kit.fields import ChoiceField
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.setup.columns import ColumnsForm
from hearingdesk.ui.setup.doubles import pairs
from hearingdesk.ui.setup.files import PASTE_KEY, Chooser, FileField, PastedRows, Source, ask
from hearingdesk.ui.setup.reading import A, ListPreview, M, S, SignUpReader
from hearingdesk.ui.setup.rows import RowsPanel
from hearingdesk.ui.setup.screen import Screen

FILES = "Sign-up lists (*.csv *.xlsx *.tsv *.txt);;All files (*)"
AS_FOUND = "As found"
ENCODINGS = [
    ("", AS_FOUND),
    ("utf-8", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("cp1252", "Windows-1252"),
    ("cp1250", "Windows-1250"),
    ("cp1251", "Windows-1251"),
    ("mac_roman", "Mac Roman"),
]
DELIMITERS = [("", AS_FOUND), (",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "vertical bar")]


class ImportScreen(Screen, Generic[S, M, A]):
    """``take_in`` puts what was accepted on the record, all or none, with the file's name as its source."""

    doubles_asked = Signal()
    """Those registered who are likely the same person are to be shown."""
    narrow = QBoxLayout.Direction.BottomToTop  # the file comes before its columns

    def __init__(
        self,
        reader: SignUpReader[S, M, A],
        hearing: Callable[[], Hearing],
        take_in: Callable[[A, str], object],
        choose: Chooser = ask,
    ) -> None:
        super().__init__("Import sign-ups", "Register", rehearsal=hearing().meeting.rehearsal)
        self._reader = reader
        self._hearing = hearing
        self._take_in = take_in
        self._source: Source | None = None
        self._sheets: list[S] = []
        self._mapping: M | None = None
        self.preview: ListPreview[A] | None = None
        self.file = FileField("Sign-up file", FILES, choose, paste_key=PASTE_KEY)
        self.sheet = ChoiceField[int]("Part of the file", [(0, "–")])
        self.encoding = ChoiceField("Encoding", ENCODINGS)
        self.delimiter = ChoiceField("Cells cut at", DELIMITERS)
        self.header = ChoiceField[int]("Headings in row", [(0, "–")])
        self.item = ChoiceField("Item, where the row names none", _items(hearing()))
        self.columns = ColumnsForm()
        self.rows = RowsPanel(hearing().meeting.timezone)
        self.notes = label(tone=Tone.MUTED, wrap=True)
        self.counts = label(bold=True, wrap=True)
        self.doubles = button("", self.doubles_asked.emit, kind="link")
        self._lay_out_cards()
        self._connect()
        self._show_preview()

    def _lay_out_cards(self) -> None:
        left = Card("The file and its columns")
        left.setMinimumWidth(px(330))
        left.setMinimumHeight(px(320))
        reading = row(self.encoding, self.delimiter)
        parts = column(reading, row(self.sheet, self.header), self.item, margins=(12, 8, 12, 8))
        left.body.addLayout(parts)
        left.body.addWidget(self.columns, 1)
        right = Card("What would be registered")
        right.title_row.addWidget(self.doubles)
        top = column(self.file, self.notes, self.counts, margins=(12, 8, 12, 0))
        right.body.addLayout(top)
        right.body.addWidget(self.rows, 1)
        right.setMinimumHeight(px(440))
        self.body.addWidget(left, 1)
        self.body.addWidget(right, 3)
        self.lay_foot()

    def _connect(self) -> None:
        self.file.chosen.connect(self._open)
        self.encoding.picked.connect(self._read)
        self.delimiter.picked.connect(self._read)
        self.sheet.picked.connect(self._show_sheet)
        self.header.picked.connect(self._head)
        self.item.picked.connect(self._judge)
        self.columns.picked.connect(self._map)
        self.rows.toggled.connect(self._toggle)

    def first(self) -> QWidget:
        return self.rows.table if self.preview else self.file.line.editor

    def drop_field(self) -> FileField:
        return self.file

    def open_file(self, source: Source) -> None:
        """Reads this file, or these rows, as if it had been chosen here."""
        self.file.take(source)

    def go(self) -> None:
        self.file.settle()
        preview, mapping = self.preview, self._mapping
        if preview is None or mapping is None or self.main.refusal:
            return
        name = self._source.name if self._source else ""
        if self.attempt(lambda: self._take_in(preview.accepted(), name)):
            self._reader.remember(self._sheets[self.sheet.value()], mapping)
            self.finish(f"{name.capitalize() if isinstance(self._source, PastedRows) else name}: {_said(preview)}.")

    def _open(self, source: Source) -> None:
        """Another file: read as it is found."""
        self._source = source
        self.encoding.show_value("")
        self.delimiter.show_value("")
        self._read()

    def _read(self) -> None:
        if self._source is None:
            return
        try:
            self._sheets = list(self._reader.read(self._source, self.encoding.value(), self.delimiter.value()))
        except self._reader.faults as fault:
            self._sheets, self._mapping = [], None
            self.file.refuse(str(fault))
            self._judge()
            return
        self.file.refuse("")
        self.sheet.show_choices([(n, _part(sheet, n)) for n, sheet in enumerate(self._sheets)])
        self._show_sheet()

    def _show_sheet(self) -> None:
        sheet = self._sheets[self.sheet.value()]
        _show_found(self.encoding, sheet.encoding)
        _show_found(self.delimiter, sheet.delimiter)
        rows = [(number, str(number) if number else "no headings") for number in sheet.header_choices]
        self.header.show_choices(rows, sheet.header)
        self._mapping = self._reader.mapping(sheet)
        self.columns.show_columns(self._mapping)
        self._judge()

    def _head(self) -> None:
        chosen = self.sheet.value()
        self._sheets[chosen] = self._sheets[chosen].with_header(self.header.value())
        self._show_sheet()

    def _map(self, field: str, label_: str) -> None:
        if self._mapping is not None:
            self._mapping = self._mapping.with_column(field, label_)
            self._judge()

    def _judge(self) -> None:
        """What would become of each row, as file and columns now stand."""
        self.say("")
        self.preview = None
        if self._sheets and self._mapping is not None:
            sheet = self._sheets[self.sheet.value()]
            try:
                self.preview = self._reader.preview(sheet, self._mapping, self._hearing(), self.item.value())
            except self._reader.faults as fault:
                self.say(str(fault))
        self._show_preview()

    def _toggle(self, number: int) -> None:
        if self.preview is None:
            return
        taken = next(row.taken for row in self.preview.rows if row.number == number)
        self.say("")
        try:
            self.preview = self.preview.with_choice(number, take=not taken)
        except self._reader.faults as fault:
            self.say(str(fault))
        self._show_preview()

    def _show_preview(self) -> None:
        number = len(pairs(self._hearing()))
        self.doubles.show_words(f"Likely the same person among those registered: {how_many(number, 'pair')}")
        self.doubles.setVisible(number > 0)
        preview = self.preview
        self.rows.show_rows(preview.rows if preview else ())
        self.notes.setText(" ".join(map(_sentence, preview.notes)) if preview else "")
        self.counts.setText(_counted(preview) if preview else "")
        number = preview.slips if preview else 0
        self.main.show_words(f"Register {how_many(number, 'slip')}" if number else "Register")
        self.main.show_refusal("" if number else _nobody(preview))


def _items(hearing: Hearing) -> list[tuple[str, str]]:
    listed = [(i, f"{hearing.items[i].label} · {hearing.items[i].notice.title}") for i in hearing.agenda]
    return [("", "the one that takes testimony"), *listed]


def _show_found(field: ChoiceField[str], found: str) -> None:
    """The first choice says what was found, as long as nothing else was chosen."""
    field.editor.setItemText(0, f"Found: {found}" if found and not field.value() else AS_FOUND)


def _part(sheet: S, number: int) -> str:
    return f"{sheet.name or f'List {number + 1}'} ({how_many(len(sheet.body), 'row')})"


def _counted(preview: ListPreview[A]) -> str:
    """``4 rows read: 3 registered, 1 set aside.``, and what is more than that."""
    more = f" They make {how_many(preview.slips, 'slip')}: some name several items." if _several(preview) else ""
    return f"{how_many(preview.read, 'row')} read: {_said(preview)}.{more}{_new_items(preview)}"


def _several(preview: ListPreview[A]) -> bool:
    return any(row.taken and len(row.sign_ups) > 1 for row in preview.rows)


def _said(preview: ListPreview[A]) -> str:
    return ", ".join(f"{number} {what}" for what, number in preview.counts)


def _new_items(preview: ListPreview[A]) -> str:
    new = ", ".join(item.number or item.title for item in preview.new_items)
    return f" Put on the agenda with them: {new}." if new else ""


def _sentence(note: str) -> str:
    return f"{note}." if note[-1:].isalnum() else note


def _nobody(preview: ListPreview[A] | None) -> str:
    return "Nobody on this list is new." if preview else "Choose a sign-up file first."
