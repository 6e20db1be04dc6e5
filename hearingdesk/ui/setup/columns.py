"""Which column of a list holds what: guessed with a reason, correctable, those in use first."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hearingdesk.ui.kit.fields import ChoiceField
from hearingdesk.ui.kit.look import SMALL, Tone, px
from hearingdesk.ui.kit.text import capital, label
from hearingdesk.ui.setup.reading import Columns

NO_COLUMN = "no column"


class ColumnsForm(QScrollArea):
    """``picked`` gives a field and the column chosen for it, empty for none."""

    picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields: dict[str, ChoiceField[str]] = {}

    def sizeHint(self) -> QSize:
        """Its fields scroll, so that it asks for no more than a few of them."""
        return QSize(super().sizeHint().width(), px(160))

    def show_columns(self, mapping: Columns) -> None:
        """Every field with its column, made anew: for another file, or another part of it."""
        used = [field for field in mapping.fields if field in mapping.columns]
        rest = [field for field in mapping.fields if field not in mapping.columns]
        held = QWidget()
        layout = QVBoxLayout(held)
        layout.setContentsMargins(px(12), px(8), px(12), px(8))
        layout.setSpacing(px(8))
        self.fields = {}
        for field in used:
            layout.addWidget(self._field(field, mapping, mapping.why[field]))
        layout.addWidget(label("Not found in this list", size=SMALL, bold=True, tone=Tone.MUTED))
        for field in rest:
            layout.addWidget(self._field(field, mapping, ""))
        layout.addStretch(1)
        self.setWidget(held)

    def _field(self, field: str, mapping: Columns, why: str) -> ChoiceField[str]:
        choices = [("", capital(NO_COLUMN)), *((column, column) for column in mapping.labels)]
        made = ChoiceField(_word(field), choices, mapping.columns.get(field, ""), hint=capital(why), as_written=True)
        made.picked.connect(lambda: self.picked.emit(str(field), made.value()))
        self.fields[str(field)] = made
        return made


def _word(field: str) -> str:
    return str(field).replace("_", " ").capitalize()
