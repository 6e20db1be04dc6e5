"""The agenda sheet: take up, suspend, resume, close testimony, dispose of, whatever the order."""

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Item, ItemState
from hearingdesk.domain.values import Disposition, ItemKind
from hearingdesk.ui.console.sheets.agenda_drawers import (
    CloseDrawer,
    DisposeDrawer,
    OutOfTurnDrawer,
    RulesDrawer,
    StepsDrawer,
    SuspendDrawer,
    WithdrawDrawer,
)
from hearingdesk.ui.console.sheets.sheet import Drawer, DrawerSheet
from hearingdesk.ui.console.sheets.words import item_state
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label


class AgendaSheet(DrawerSheet):
    """The items in the order of the agenda, each with where it is in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Agenda", "Take up", 600)
        self.list = LinesView("Agenda items", letters="SCDWUN", lead=36)
        self.list.setMinimumHeight(200)
        self.list.opened.connect(self.enter)
        self.list.letter.connect(self._letter)
        self.list.chosen.connect(self._show_acts)
        self._why = label(tone=Tone.MUTED, wrap=True)
        self.suspend = button("Suspend…", self._suspend, key="S")
        self.close_testimony = button("Close testimony…", self._close_testimony, key="C")
        self.dispose = button("Dispose of…", self._dispose, key="D")
        self.withdraw = button("Withdraw…", self._withdraw, key="W")
        self.rules = button("Its own rules…", self._rules, key="U")
        self.steps = button("Steps…", self._steps, key="N")
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row(self.suspend, self.close_testimony, self.dispose, None))
        self.body.addLayout(row(self.withdraw, self.rules, self.steps, None))
        self.body.addWidget(self._why)
        self.add_room()

    @property
    def why(self) -> str:
        """Why the chosen item cannot be taken up or resumed, in the rule's own sentence."""
        return self._why.text()

    def show_hearing(self, hearing: Hearing) -> None:
        self.list.show_lines([_line(hearing, hearing.items[item]) for item in hearing.agenda])
        self._show_acts()

    def focus_first(self) -> None:
        """On the item in hand, else on the next that has not been taken up."""
        hearing = self.desk.hearing
        pending = [i for i in hearing.agenda if hearing.items[i].state is not ItemState.DONE]
        self.list.choose(hearing.in_hand or next(iter(pending), ""))
        self.list.setFocus()

    def open_drawer(self, drawer: Drawer) -> None:
        self._why.hide()
        super().open_drawer(drawer)

    def at_rest(self) -> LinesView:
        return self.list

    def enter(self) -> None:
        taken_up = isinstance(self.drawer, OutOfTurnDrawer)
        if self.enter_drawer():
            if taken_up and self.drawer is None:
                self.close_sheet()
            return
        item = self._chosen()
        if item is None:
            self.say("There is no item on the agenda. Import the agenda first.")
        elif item.state is ItemState.SUSPENDED:
            self._resume(item)
        elif _needs_words(self.desk.hearing, item) and not self._refusal(item):
            self.open_drawer(OutOfTurnDrawer(self.desk.hearing, item))
        elif self.act(rules.take_up, item=item.id):
            self.close_sheet()

    def _resume(self, item: Item) -> None:
        if self.act(rules.resume_item, item=item.id):
            self.close_sheet()

    def _letter(self, letter: str) -> None:
        deeds = {"S": self._suspend, "C": self._close_testimony, "D": self._dispose}
        (deeds | {"W": self._withdraw, "U": self._rules, "N": self._steps})[letter]()

    def _suspend(self) -> None:
        refusal = self.desk.refusal(rules.suspend_item)
        if refusal:
            self.say(refusal)
        else:
            self.open_drawer(SuspendDrawer(self.desk.hearing))

    def _close_testimony(self) -> None:
        refusal = self.desk.refusal(rules.close_testimony)
        item = self.desk.hearing.item
        if refusal or item is None:
            self.say(refusal)
        else:
            self.open_drawer(CloseDrawer(self.desk.hearing, item, self.go_to.emit))
            self.main.setFocus()

    def _dispose(self) -> None:
        item = self._chosen()
        if item is not None:
            self.open_drawer(DisposeDrawer(item))

    def _withdraw(self) -> None:
        item = self._chosen()
        if item is not None and self._may(self.desk.refusal(rules.withdraw_item, item=item.id)):
            self.open_drawer(WithdrawDrawer(item))

    def _rules(self) -> None:
        item = self._chosen()
        if item is not None and self._may(self._rules_refusal(item)):
            self.open_drawer(RulesDrawer(self.desk.hearing, item))

    def _steps(self) -> None:
        item = self.desk.hearing.item
        if item is not None and self._may(_no_steps(self.desk.hearing)):
            drawer = StepsDrawer(self.desk.hearing, item)
            drawer.entered.connect(self.enter)
            self.open_drawer(drawer)

    def _may(self, refusal: str) -> bool:
        self.say(refusal)
        return not refusal

    def _rules_refusal(self, item: Item) -> str:
        """Why the item can have no rules of its own any more, whatever they would be."""
        level = item.level or self.desk.hearing.profile.minutes_level
        return self.desk.refusal(rules.rule_item, item.id, item.limit, item.cap, level, item.notice.kind)

    def _chosen(self) -> Item | None:
        return self.desk.hearing.items.get(str(self.list.key))

    def _refusal(self, item: Item) -> str:
        """Why it cannot come into hand now; a reason that would be asked for is taken as given."""
        if item.state is ItemState.SUSPENDED:
            return self.desk.refusal(rules.resume_item, item=item.id)
        return self.desk.refusal(rules.take_up, item=item.id, reason="given")

    def _show_acts(self) -> None:
        item = self._chosen()
        self.suspend.show_refusal(self.desk.refusal(rules.suspend_item))
        self.close_testimony.show_refusal(self.desk.refusal(rules.close_testimony))
        if item is None or self.drawer is not None:
            return
        self.dispose.show_refusal(self.desk.refusal(rules.dispose_of, item=item.id, disposition=Disposition.HEARD))
        refusal = self._refusal(item)
        self.withdraw.show_refusal(self.desk.refusal(rules.withdraw_item, item=item.id))
        self.rules.show_refusal(self._rules_refusal(item))
        self.steps.setVisible(bool(self.desk.hearing.profile.steps))
        self.steps.show_refusal(_no_steps(self.desk.hearing))
        self.main.show_words("Resume" if item.state is ItemState.SUSPENDED else "Take up")
        self.main.show_refusal(refusal)
        self._why.setText(refusal)
        self._why.setVisible(bool(refusal))


def _line(hearing: Hearing, item: Item) -> Line:
    said = item_state(hearing, item)
    below = " · ".join(part for part in (said, item.notice.kind.word, item.notice.file_number) if part)
    word = {ItemState.IN_HAND: "In hand", ItemState.SUSPENDED: "Suspended"}.get(item.state, "")
    tone = Tone.ACCENT if item.state is ItemState.IN_HAND else Tone.WARN
    return Line(item.id, item.notice.title, below, item.notice.number, word, tone)


def _no_steps(hearing: Hearing) -> str:
    """Why no step of a hearing is recorded now; empty where one may be."""
    if not hearing.profile.steps:
        return "The rule of this body names no steps of a hearing."
    if hearing.item is None or hearing.item.notice.kind is not ItemKind.HEARING:
        return "No public hearing is in hand."
    return ""


def _needs_words(hearing: Hearing, item: Item) -> bool:
    """Whether the item was dealt with before, or one noticed before it is still to come."""
    before = hearing.agenda[: hearing.agenda.index(item.id)]
    ahead = [hearing.items[i] for i in before]
    passed = any(other.state is ItemState.PENDING and other.disposition is None for other in ahead)
    return passed or item.state is ItemState.DONE
