"""What the chair does about somebody's conduct, a letter each: remind, warn, cut the microphone, remove (H-05)."""

from PySide6.QtWidgets import QCheckBox

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import ConductNoted
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.values import Measure
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import check_box, label

SOMEBODY = 0
LETTERS = {"R": Measure.REMINDER, "W": Measure.WARNING, "M": Measure.MICROPHONE_CUT, "X": Measure.REMOVAL}
TITLES = {
    Measure.REMINDER: ("Reminder", "of the rules of the meeting"),
    Measure.WARNING: ("Warning", "that this disrupts the meeting, and may lead to removal"),
    Measure.MICROPHONE_CUT: ("Microphone cut", "the clock goes on until the turn is ended"),
    Measure.REMOVAL: ("Removal", "from the room; it ends the turn, and takes the place in the queue"),
}


class ConductSheet(MeetingSheet):
    """Of whoever has the floor, the one chosen in the list, or somebody in the room; what was said is not judged."""

    def __init__(self, desk: Desk, chosen: int = 0) -> None:
        super().__init__(desk, "Conduct", "Record", 520)
        self._chosen = chosen
        self.who = ChoiceField[int]("Who", _people(desk.hearing, chosen))
        self.who.picked.connect(self._show_so_far)
        self.list = LinesView("What the chair did", letters="".join(LETTERS))
        self.list.letter.connect(lambda letter: self.list.choose(LETTERS[letter]))
        self.list.chosen.connect(self._show_measure)
        self.list.opened.connect(self.enter)
        self.words = LineField(
            "The chair's words", hint="May be left out. They stay in the journal, and go into no published copy."
        )
        self.force: QCheckBox = check_box("Force, or a true threat of it: no warning is needed")
        self.force.toggled.connect(lambda _: self._show_measure())
        self.so_far = label(wrap=True, tone=Tone.MUTED)
        for part in (self.who, self.list, self.words, self.force, self.so_far):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        known = self.who.value()
        self.who.show_choices(_people(hearing, self._chosen), known)
        self.list.show_lines([Line(m, title, below, key) for key, m in LETTERS.items() for title, below in [TITLES[m]]])
        self.list.fit()
        self._show_so_far()

    def focus_first(self) -> None:
        self.list.setFocus()

    def enter(self) -> None:
        slip, words = self.who.value(), self.words.text()
        if self.act(rules.note_conduct, self._measure, slip, words, force_or_threat=self._forced):
            self.close_sheet()

    @property
    def _measure(self) -> Measure:
        return self.list.key if isinstance(self.list.key, Measure) else Measure.REMINDER

    @property
    def _forced(self) -> bool:
        return self._measure is Measure.REMOVAL and self.force.isChecked()

    def _show_so_far(self) -> None:
        self.so_far.setText(_so_far(self.desk.hearing, self.who.value()))
        self._show_measure()

    def _show_measure(self) -> None:
        """The refusal stands at the button as soon as the measure is chosen, not only when it is pressed."""
        refusal = self.desk.refusal(rules.note_conduct, self._measure, self.who.value(), force_or_threat=self._forced)
        unwarned = self.who.value() not in self.desk.hearing.warned
        self.force.setVisible(self._measure is Measure.REMOVAL and unwarned)
        self.main.show_words(f"Record the {TITLES[self._measure][0].lower()}")
        self.main.show_refusal(refusal)
        self.say(refusal)


def _people(hearing: Hearing, chosen: int) -> list[tuple[int, str]]:
    """The speaker first, then who was heard last, then the one chosen; somebody in the room always."""
    last = hearing.last_heard
    slips = [hearing.speaker.slip if hearing.speaker else 0, last.slip if last else 0, chosen]
    known = dict.fromkeys(slip for slip in slips if slip in hearing.registrations)
    named = [(slip, f"{slip} · {hearing.registrations[slip].name}") for slip in known]
    return [*named, (SOMEBODY, "Somebody in the room")]


def _so_far(hearing: Hearing, slip: int) -> str:
    """What stands on the record of this person's conduct, like ``So far: warned by the chair at 8:57 PM``."""
    told = [
        f"{entry.event.measure.words} at {clock_time(local(hearing, entry.at))}"
        for entry in hearing.live_entries()
        if isinstance(entry.event, ConductNoted) and entry.event.slip == slip
    ]
    return f"So far: {', '.join(told)}." if told else "Nothing is on the record so far."
