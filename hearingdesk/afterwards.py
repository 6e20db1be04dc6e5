"""What comes after the evening: one window that writes the record out, and one in which it is reviewed."""

from collections.abc import Callable

from hearingdesk.desk import Desk
from hearingdesk.exporting import export_window
from hearingdesk.office import Office, Told
from hearingdesk.reviewing import review_window
from hearingdesk.ui.export.window import ExportWindow
from hearingdesk.ui.review.window import ReviewWindow
from hearingdesk.ui.setup.files import ask

KINDS = "Word documents (*.docx)"


class Afterwards:
    """``said`` is given what became of an export, and whether it is good; ``reviewed`` is called as review closes."""

    def __init__(self, office: Office, said: Callable[[str, bool], object], reviewed: Callable[[], object]) -> None:
        self._office = office
        self._said = said
        self._reviewed = reviewed
        self.export: ExportWindow | None = None
        self.review: ReviewWindow | None = None

    def show_export(self, hearing_id: str, told: Callable[[], Told]) -> ExportWindow:
        """The one window that writes; while it writes it is asked for nothing else, only brought to the front."""
        if self.export is not None:
            if self.export.work.busy:
                self.export.raise_()
                self.export.activateWindow()
                return self.export
            self.export.close()
        made = self.export = export_window(self._office, hearing_id, told)
        made.ended.connect(self._said)
        made.closed.connect(lambda: self._export_closed(made))
        made.show()
        return made

    def show_review(self, hearing_id: str, desk: Desk, show: Callable[[ReviewWindow], object]) -> ReviewWindow:
        """The review of the hearing whose desk this is; ``show`` puts it on the screen."""
        if self.review is not None:
            self.review.close()

        def choose() -> str:
            return ask(made, "Draft that was edited in Word", KINDS)

        made = review_window(self._office, desk, hearing_id, choose, lambda: self.show_export(hearing_id, lambda: desk))
        self.review = made
        made.closed.connect(lambda: self._review_closed(made))
        show(made)
        return made

    def close(self) -> None:
        """Both; what is being written is called off, and leaves the old files."""
        for window in (self.export, self.review):
            if window is not None:
                window.close()

    def _export_closed(self, gone: ExportWindow) -> None:
        if self.export is gone:
            self.export = None
        gone.deleteLater()

    def _review_closed(self, gone: ReviewWindow) -> None:
        if self.review is gone:
            self.review = None
        gone.deleteLater()
        self._reviewed()
