"""The sheet of a turn out of the usual course: on what ground somebody is called, and by which clock (Q-06, T-12)."""

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Ground, TimedAs
from hearingdesk.ui.console.acts.doing import NOBODY_CHOSEN, done_first
from hearingdesk.ui.console.clockface import allotted_words
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.words import CLOCKS
from hearingdesk.ui.kit.card import heading
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import LARGE, Tone
from hearingdesk.ui.kit.text import capital, label

USUAL = "T"
GROUNDS = {"L": Ground.LEAVE, "S": Ground.SECOND_ROUND, "R": Ground.REBUTTAL, "A": Ground.ANSWER}


class CallSheet(MeetingSheet):
    """A letter says on what ground; the allotment is shown with its working before anybody is called."""

    def __init__(self, desk: Desk, slip: int = 0) -> None:
        super().__init__(desk, "Call by leave of the chair", "Call", 520)
        self._slip = slip or _heard_last(desk.hearing)
        self.who = label(size=LARGE, bold=True, wrap=True)
        self.about = label(tone=Tone.MUTED, wrap=True)
        self.grounds = LinesView("On what ground", letters=USUAL + "".join(GROUNDS), lead=24, height=ONE_LINE)
        self.grounds.show_lines([Line(USUAL, "Their turn", lead=USUAL), *(_line(*pair) for pair in GROUNDS.items())])
        self.grounds.fit()
        self.clock = ChoiceField[TimedAs]("Timed", [(clock, capital(words)) for clock, words in CLOCKS.items()])
        self.leave = LineField("In words", hint="This goes on the record; may be left out.")
        self.working = label(wrap=True)
        for part in (self.who, self.about, heading("On what ground"), self.grounds, self.clock, self.leave):
            self.body.addWidget(part)
        self.body.addWidget(self.working)
        self.body.addStretch(1)
        self.grounds.letter.connect(self.grounds.choose)
        self.grounds.selectionModel().currentChanged.connect(lambda *_: self._picked())
        self.grounds.opened.connect(self.enter)
        self.clock.picked.connect(self._show_working)
        self.grounds.choose("L" if desk.refusal(rules.call_speaker, slip=self._slip) else USUAL)

    def show_hearing(self, hearing: Hearing) -> None:
        registration = hearing.registrations.get(self._slip)
        self.who.setText(f"{registration.slip} {registration.name}" if registration else "Nobody is chosen in the list")
        self.about.setText(registration.standing.word if registration else "Close this, and find the person first.")
        self._show_working()

    def focus_first(self) -> None:
        self.grounds.setFocus()

    def enter(self) -> None:
        if not self._slip:
            self.say(NOBODY_CHOSEN)
            return
        said = {"leave": self.leave.text(), "ground": self._ground, "timed_as": self.clock.value()}
        call = Act(rules.call_speaker, {"slip": self._slip, **said})
        if self.attempt(lambda: self.desk.record_all(done_first(self.desk.hearing, call))):
            self.close_sheet()

    @property
    def _ground(self) -> Ground | None:
        return GROUNDS.get(str(self.grounds.key))

    def _picked(self) -> None:
        """A rebuttal has its own clock, unless another is chosen after it."""
        self.clock.show_value(TimedAs.REBUTTAL if self._ground is Ground.REBUTTAL else TimedAs.ORDINARY)
        self._show_working()

    def _show_working(self) -> None:
        try:
            event = rules.call_speaker(self.desk.hearing, self._slip, "", self._ground, self.clock.value())
        except OutOfOrder as refusal:
            self.working.setText("")
            self.main.show_refusal(refusal.sentence if self._slip else NOBODY_CHOSEN)
            return
        self.main.show_refusal("")
        self.working.setText(capital(f"{allotted_words(event.allotment)}."))


def _line(letter: str, ground: Ground) -> Line:
    return Line(letter, capital(ground.words), lead=letter)


def _heard_last(hearing: Hearing) -> int:
    """Who is asked for a second turn, where nobody is chosen."""
    return hearing.last_heard.slip if hearing.last_heard else 0
