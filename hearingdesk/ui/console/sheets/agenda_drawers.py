"""What the acts on an agenda item ask for before they go on the record."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Signal

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing, Item, ItemState
from hearingdesk.domain.in_force import own_rules
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.profile import LOCKED
from hearingdesk.domain.spans import clock_text
from hearingdesk.domain.values import Disposition, ItemKind, MinutesLevel, OwnRules
from hearingdesk.ui.console.sheets.checklists import Place, before_closing
from hearingdesk.ui.console.sheets.checks_view import ChecksView
from hearingdesk.ui.console.sheets.person_field import slip_number
from hearingdesk.ui.console.sheets.sheet import Drawer
from hearingdesk.ui.console.sheets.words import disposition_word, item_numbers
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.card import heading, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
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

    def __init__(self, hearing: Hearing, item: Item, go: Callable[[Place], object]) -> None:
        super().__init__()
        self._label = item.label
        self.checks = ChecksView(go)
        self.checks.show_checks(before_closing(hearing, item))
        self.rows.addWidget(heading(f"Before testimony on {item.label} is closed"))
        self.rows.addWidget(self.checks)

    def record(self, desk: Desk) -> str:
        desk.record(rules.close_testimony)
        return f"Testimony on {self._label} is closed."


class WithdrawDrawer(Drawer):
    """An item taken off the agenda; whoever signed up for it stays registered."""

    verb = "Withdraw from the agenda"

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item
        slips = len(item.queue) + len(item.for_leave) + len(item.absent)
        kept = f" {how_many(slips, 'slip')} for it stay as registered." if slips else ""
        self.reason = LineField("Why it is withdrawn", hint=f"This goes on the record.{kept}")
        self.rows.addWidget(heading(f"Withdraw {item.label} from the agenda"))
        self.rows.addWidget(self.reason)

    def record(self, desk: Desk) -> str:
        desk.record(rules.withdraw_item, item=self._item.id, reason=self.reason.text())
        return f"{self._item.label} is withdrawn from the agenda."


LEVELS = {
    MinutesLevel.NAMES: "names alone",
    MinutesLevel.SUMMARY: "names, positions and summaries",
    MinutesLevel.COUNT: "how many, no names",
}


class RulesDrawer(Drawer):
    """The item's own rule in place of the body's, before anybody is called on it (R-01)."""

    verb = "Set the item's rules"

    def __init__(self, hearing: Hearing, item: Item) -> None:
        super().__init__()
        self._item = item
        self.kind = ChoiceField("It is a", [(kind, kind.word.lower()) for kind in ItemKind], item.notice.kind)
        level = item.level or hearing.profile.minutes_level
        self.level = ChoiceField("The minutes tell", list(LEVELS.items()), level)
        self.limit = LineField("Limit for each", _span_text(item.limit), hint="Like 2:30; empty is untimed.")
        self.cap = LineField("Limit in all", _span_text(item.cap), hint="Like 30; empty is none.")
        self.rows.addWidget(heading(f"Rules of {item.label} alone"))
        self.rows.addLayout(row(self.limit, self.cap))
        self.rows.addLayout(row(self.kind, self.level))
        now = item.own or own_rules(hearing.profile)
        self._body = own_rules(hearing.profile)
        self.spans = {
            name: LineField(words, _span_text(getattr(now, name)), placeholder="untimed")
            for name, words in OWN_SPANS.items()
        }
        self.turns = LineField("Turns of one person", str(now.turns_per_item))
        self.factor = LineField("Interpreter, times", str(now.interpretation_factor))
        fields = [*self.spans.values(), self.turns, self.factor]
        for three in (fields[:3], fields[3:]):
            self.rows.addLayout(row(*three))
        if hearing.profile.interpretation_locked:
            self.rows.addWidget(label(LOCKED, tone=Tone.MUTED, wrap=True))

    def record(self, desk: Desk) -> str:
        limit, cap = (_typed(field) for field in (self.limit, self.cap))
        level, kind = self.level.value(), self.kind.value()
        desk.record(rules.rule_item, self._item.id, limit, cap, level, kind, own=self._own())
        return f"{self._item.label} has its own rules."

    def _own(self) -> OwnRules | None:
        """None where all of it is as the body has it. Raises OutOfOrder on what does not read."""
        spans = {name: _typed(field) for name, field in self.spans.items()}
        turns, factor = _number(self.turns, 20), _number(self.factor, 4)
        typed_ = OwnRules(**spans, turns_per_item=turns, interpretation_factor=factor)
        return None if typed_ == self._body else typed_


OWN_SPANS = {
    "group_limit": "A group",
    "applicant_limit": "The applicant",
    "official_limit": "Officials, staff",
    "rebuttal_limit": "A rebuttal",
}
"""Empty is untimed, as in the fields above them."""


def _number(field: LineField, most: int) -> int:
    number = slip_number(field.text())
    if not 1 <= number <= most:
        sentence = f"Write a number from 1 to {most}."
        field.refuse(sentence)
        raise OutOfOrder(sentence)
    return number


def _span_text(span: timedelta | None) -> str:
    return clock_text(span) if span is not None else ""


def _typed(field: LineField) -> timedelta | None:
    """What was typed, None where nothing was. Raises OutOfOrder where it reads as no span."""
    span = typed.span(field.text())
    if field.text() and span is None:
        sentence = "This reads as no span of time. Write it like 2, 2:30 or 90 s."
        field.refuse(sentence)
        raise OutOfOrder(sentence)
    return span


class StepsDrawer(Drawer):
    """The steps of a hearing in their order, each with the time it was taken; Enter records the next (H-04)."""

    verb = "Record the step"
    entered = Signal()

    def __init__(self, hearing: Hearing, item: Item) -> None:
        super().__init__()
        self.list = LinesView("Steps of the hearing", lead=24, height=ONE_LINE)
        self.list.opened.connect(self.entered)
        taken = {step: clock_time(local(hearing, at)) for at, step in item.steps}
        steps = dict.fromkeys((*hearing.profile.steps, *taken))
        self.list.show_lines(
            [Line(s, s, lead="✓" if s in taken else "○", aside=taken.get(s, ""), tone=Tone.MUTED) for s in steps]
        )
        self.list.fit(8)
        self.list.choose(next((step for step in steps if step not in taken), next(iter(steps))))
        self.rows.addWidget(heading(f"Steps of {item.label}"))
        self.rows.addWidget(self.list)

    def record(self, desk: Desk) -> str:
        step = str(self.list.key)
        desk.record(rules.take_step, step=step)
        return f"On the record: {step}."


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
