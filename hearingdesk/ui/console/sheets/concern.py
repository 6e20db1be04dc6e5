"""Any concern found by name and marked or taken off, and the speakers behind each number (C-04, C-14)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.names import folded
from hearingdesk.domain.tally import Tally, percent
from hearingdesk.domain.values import Capacity, Concern
from hearingdesk.ui.console.concern_rows import frozen_tally, place
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import label

NOT_FOUND = "No concern has these words. “New concern” adds one."


class ConcernSheet(MeetingSheet):
    """A few letters and Enter mark whoever speaks or spoke last, or a heard speaker chosen in the list by ``slip``."""

    def __init__(self, desk: Desk, slip: int = 0) -> None:
        super().__init__(desk, "Concerns", "Raise", 560)
        registration = desk.hearing.registrations.get(slip)
        self._chosen = slip if registration and registration.heard else 0
        self.whose = ChoiceField("Marks go to", _people(desk.hearing, self._chosen), self._chosen)
        self.finder = LineField("Find a concern", placeholder="A few letters of its name")
        self.list = LinesView("Concerns", lead=24, height=ONE_LINE)
        self.behind = label(bold=True, wrap=True)
        self.people = LinesView("Speakers who raised it", lead=40, height=ONE_LINE)
        self.take_off = self.add_act(button("Take off", self._take_off, key="Shift+Return"))
        self.foot.removeWidget(self.main)
        self.foot.addWidget(self.main)
        self._lay_out_parts()

    def _lay_out_parts(self) -> None:
        for part in (self.finder, self.list, self.whose, self.behind, self.people):
            self.body.addWidget(part)
        self.list.setMinimumHeight(px(ONE_LINE * 4))
        self.people.setMinimumHeight(px(ONE_LINE * 3))
        self.body.setStretchFactor(self.list, 3)
        self.body.setStretchFactor(self.people, 2)
        self.finder.edited.connect(lambda _: self._show_found())
        self.finder.editor.installEventFilter(self)
        self.list.chosen.connect(self._show_behind)
        self.list.opened.connect(self.enter)
        self.whose.picked.connect(lambda: self.show_hearing(self.desk.hearing))

    def focus_first(self) -> None:
        self.finder.setFocus()

    def show_hearing(self, hearing: Hearing) -> None:
        self.whose.show_choices(_people(hearing, self._chosen), self.whose.value())
        self._show_found()

    def enter(self) -> None:
        code = self._code()
        if code and self.act(rules.raise_concern, code=code, slip=self.whose.value()):
            self.close_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk through the list while one types."""
        if watched is self.finder.editor and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if by:
                self._walk(by)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if shifted and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_off()
            return
        super().keyPressEvent(event)

    def _take_off(self) -> None:
        code = self._code()
        if code and self.act(rules.withdraw_concern, code=code, slip=self.whose.value()):
            self.close_sheet()

    def _walk(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < len(self.list.lines.rows):
            self.list.choose(self.list.lines.rows[place].key)

    def _code(self) -> str:
        """The concern chosen; says so where none is found."""
        if not self.list.lines.rows:
            self.say(NOT_FOUND)
            return ""
        return str(self.list.key)

    def _show_found(self) -> None:
        hearing, needles = self.desk.hearing, folded(self.finder.text()).split()
        marked = hearing.registrations.get(self.whose.value() or _subject(hearing))
        tally = _tally(listed_item(hearing))
        listed = sorted(hearing.concerns, key=place)
        found = [c for c in listed if all(n in folded(f"{c.label} {c.definition}") for n in needles)]
        self.list.show_lines([_concern(c, tally, marked) for c in found])
        self.say("" if found else NOT_FOUND, Tone.MUTED)
        self._show_behind()

    def _show_behind(self) -> None:
        hearing, item = self.desk.hearing, listed_item(self.desk.hearing)
        current = self.list.current
        if current is None or item is None:
            self.behind.setText("")
            self.people.show_lines([])
            return
        code = str(current.key)
        raised = _raised_by(hearing, item, code)
        self.behind.setText(_number(hearing.concern(code), item, raised))
        self.people.show_lines([_speaker(each, code) for each in raised])
        chosen = self.whose.value()
        self.main.show_refusal(self.desk.refusal(rules.raise_concern, code=code, slip=chosen))
        self.take_off.show_refusal(self.desk.refusal(rules.withdraw_concern, code=code, slip=chosen))


def _subject(hearing: Hearing) -> int:
    """Whom a mark without a slip goes to: who has begun to speak, else who was heard last."""
    return hearing.last_heard.slip if hearing.last_heard else 0


def _people(hearing: Hearing, chosen: int) -> list[tuple[int, str]]:
    """Who may be marked: the floor's own speaker, and one chosen in the list."""
    slip = _subject(hearing)
    speaks = hearing.turn is not None and hearing.turn.slip == slip
    state = "has the floor" if speaks else "heard last"
    here = (0, f"{slip} {hearing.registrations[slip].name}, {state}" if slip else "nobody heard yet")
    if not chosen or chosen == slip:
        return [here]
    return [here, (chosen, f"{chosen} {hearing.registrations[chosen].name}, chosen in the list")]


def _tally(item: Item | None) -> Tally:
    return item.tally if item else Tally()


def _concern(concern: Concern, tally: Tally, marked: Registration | None) -> Line:
    raised = marked is not None and concern.code in marked.marks
    words = f"✓ {concern.label}" if raised else concern.label
    return Line(
        concern.code, words, lead=str(concern.key or "–"), aside=f"{tally.people(concern.code)} of {tally.coded}"
    )


def _number(concern: Concern, item: Item, raised: list[Registration]) -> str:
    """``34 of 57 speakers coded (60 %), 40 mentions``, then who is counted apart and what was frozen (C-03, C-12)."""
    people, coded = item.tally.people(concern.code), item.tally.coded
    share = f" ({percent(people, coded)})" if percent(people, coded) else ""
    mentions = how_many(item.tally.mentions.get(concern.code, 0), "mention")
    parts = [f"{concern.label}: {people} of {how_many(coded, 'speaker')} coded{share}, {mentions}"]
    apart = sum(each.sign_up.capacity is not Capacity.PUBLIC for each in raised)
    parts += [f"{apart} counted apart"] if apart else []
    frozen = frozen_tally(item)
    parts += [f"{frozen[1].people(concern.code)} at close"] if frozen else []
    return " · ".join(parts)


def _raised_by(hearing: Hearing, item: Item, code: str) -> list[Registration]:
    """In the order heard, the public first: who is behind the number, then those counted apart."""
    slips = dict.fromkeys(hearing.appearances[turn].slip for turn in item.turns)
    raised = [r for slip in slips if code in (r := hearing.registrations[slip]).marks and r.heard]
    return sorted(raised, key=lambda r: r.sign_up.capacity is not Capacity.PUBLIC)


def _speaker(registration: Registration, code: str) -> Line:
    times = registration.marks.count(code)
    parts = [registration.position.word, f"{times} times" if times > 1 else ""]
    if registration.sign_up.capacity is not Capacity.PUBLIC:
        parts.append(f"{registration.sign_up.capacity.value}, counted apart")
    aside = " · ".join(part for part in parts if part)
    return Line(registration.slip, registration.name, lead=str(registration.slip), aside=aside, tone=Tone.MUTED)
