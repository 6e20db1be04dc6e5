"""The screen that takes an agenda into a hearing that is prepared already."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import local
from hearingdesk.domain.values import ItemNotice
from hearingdesk.ui.kit.card import Card, column
from hearingdesk.ui.setup.files import Chooser, FileField, ask
from hearingdesk.ui.setup.found import AgendaField
from hearingdesk.ui.setup.reading import AgendaReader
from hearingdesk.ui.setup.screen import Screen


class AgendaScreen(Screen):
    """``notice`` puts the items on the record, all or none, with the file's name as their source."""

    def __init__(
        self,
        reader: AgendaReader,
        hearing: Hearing,
        notice: Callable[[Sequence[ItemNotice], str], object],
        choose: Chooser = ask,
    ) -> None:
        super().__init__("Import an agenda", "Put on the agenda", rehearsal=hearing.meeting.rehearsal)
        self._notice = notice
        self.agenda = AgendaField(reader, [hearing.items[item].notice for item in hearing.agenda], choose)
        self.agenda.show_day(local(hearing, hearing.meeting.scheduled).date(), hearing.meeting.timezone)
        self.agenda.read.connect(self._show_main)
        card = Card(f"{hearing.body.name} · {hearing.meeting.title}")
        card.body.addLayout(column(self.agenda, margins=(16, 12, 16, 12)))
        self.body.addWidget(card)
        self.lay_foot()
        self._show_main()

    def first(self) -> QWidget:
        return self.agenda.file.line.editor

    def drop_field(self) -> FileField:
        return self.agenda.file

    def go(self) -> None:
        self.agenda.file.settle()
        items, source = self.agenda.items, self.agenda.source
        if items and self.attempt(lambda: self._notice(items, source)):
            self.finish(f"On the agenda: {how_many(len(items), 'item')} of {source}.")

    def _show_main(self) -> None:
        number = len(self.agenda.items)
        self.main.show_words(f"Put {how_many(number, 'item')} on the agenda" if number else "Put on the agenda")
        self.main.show_refusal("" if number else "Nothing new to put on the agenda. Choose a file.")
