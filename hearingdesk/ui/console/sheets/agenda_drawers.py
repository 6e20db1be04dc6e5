"""What the acts on an agenda item ask for before they go on the record."""

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Item, ItemState
from hearingdesk.domain.values import Disposition
from hearingdesk.ui.console.sheets.checklists import before_closing
from hearingdesk.ui.console.sheets.sheet import Drawer
from hearingdesk.ui.console.sheets.words import disposition_word, item_numbers
from hearingdesk.ui.kit.card import heading
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label


class OutOfTurnDrawer(Drawer):
    """An item taken before those ahead of it, or once more: the minutes follow the order taken, and say why."""

    def __init__(self, hearing: Hearing, item: Item) -> None:
        super().__init__()
        self._item = item
        again = item.state is ItemState.DONE
        self.verb = "Go back to it" if again else "Take up out of order"
        before = [hearing.items[i] for i in hearing.agenda[: hearing.agenda.index(item.id)]]
        ahead = [other for other in before if other.state is ItemState.PENDING]
        later = f"Left for later: {item_numbers(ahead)}. The reason may be left out."
        asked = "Why it is gone back to" if again else "Why out of order"
        self.reason = LineField(asked, hint="This goes on the record." if again else later)
        self.rows.addWidget(self.reason)

    def record(self, desk: Desk) -> str:
        desk.record(rules.take_up, item=self._item.id, reason=self.reason.text())
        return f"{self._item.label} is in hand."


class SuspendDrawer(Drawer):
    """The item in hand pauses; its queue stays."""

    verb = "Suspend"

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self._label = hearing.item.label if hearing.item else ""
        others = [i for i in hearing.agenda if i != hearing.in_hand and hearing.items[i].state is ItemState.PENDING]
        titled = [(i, f"{hearing.items[i].label} · {hearing.items[i].notice.title}") for i in others]
        fixed = [i for i in others if hearing.items[i].notice.hear_by is not None]
        self.until_after = ChoiceField(
            "Until after",
            [*titled, ("", "no particular item")],
            fixed[0] if fixed else "",
            hint="The wall tells the room when testimony goes on.",
        )
        self.reason = LineField("Reason", placeholder="such as: to hear the guest speaker")
        self.rows.addWidget(heading(f"Suspend {self._label}; its queue stays as it is"))
        self.rows.addWidget(self.reason)
        self.rows.addWidget(self.until_after)

    def record(self, desk: Desk) -> str:
        desk.record(rules.suspend_item, reason=self.reason.text(), until_after=self.until_after.value())
        return f"{self._label} is suspended."


class CloseDrawer(Drawer):
    """What to look at before nobody new is called (H-03)."""

    verb = "Close testimony"

    def __init__(self, hearing: Hearing, item: Item) -> None:
        super().__init__()
        self._label = item.label
        self.rows.addWidget(heading(f"Before testimony on {item.label} is closed"))
        for check in before_closing(hearing, item):
            self.rows.addWidget(label(check.line, wrap=True, tone=Tone.MUTED if check.settled else Tone.PLAIN))

    def record(self, desk: Desk) -> str:
        desk.record(rules.close_testimony)
        return f"Testimony on {self._label} is closed."


class DisposeDrawer(Drawer):
    """What the body did with the item without a motion of its own."""

    verb = "Record"

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item
        self.disposition = ChoiceField(
            f"{item.label} was", [(d, disposition_word(d)) for d in Disposition], item.disposition
        )
        self.note = LineField("Note", item.disposition_note, hint="As the minutes are to say it; may be left out.")
        self.rows.addWidget(self.disposition)
        self.rows.addWidget(self.note)

    def record(self, desk: Desk) -> str:
        disposition = self.disposition.value()
        desk.record(rules.dispose_of, item=self._item.id, disposition=disposition, note=self.note.text())
        return f"{self._item.label}: {disposition.words}."
