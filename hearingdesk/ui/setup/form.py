"""What the forms of things kept have in common: they show a value, and make one out of what was typed."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from hearingdesk.ui.kit.button import KeyButton
from hearingdesk.ui.kit.fields import Field

T = TypeVar("T")


class Form(QWidget, Generic[T]):
    """``changed`` says that a person typed or chose something."""

    changed = Signal()

    def show_value(self, value: T, titles: Collection[str]) -> None:
        """This one; ``titles`` are those of the others, which it may not have."""
        raise NotImplementedError

    def typed(self) -> object:
        """What stands in the form, to tell whether it was changed."""
        raise NotImplementedError

    def made(self) -> T | None:
        """The value; None where something is wrong, which is then said beside its field."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Where the focus goes when the form is to be filled."""
        raise NotImplementedError


def bind(within: QWidget, key: str, act: KeyButton) -> None:
    """The key presses the button in the whole window, as long as ``within`` is shown."""
    QShortcut(QKeySequence(key), within, act.click)


def show_faults(fields: Mapping[str, Field[Any]], faults: Mapping[str, str]) -> None:
    """Each sentence beside its field; the first of them gets the focus."""
    for name, field in fields.items():
        field.refuse(faults.get(name, ""))
    first = next((fields[name] for name in fields if name in faults), None)
    if first is not None:
        first.setFocus()
        QTimer.singleShot(0, first, partial(bring_into_view, first))  # once the sentences have their room


def bring_into_view(widget: QWidget) -> None:
    """Through every scroll area around it, the inner ones first."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
