"""The sheet of the turn on the floor, or of the one just ended: its clock, and everything that sets it right."""

from collections.abc import Callable

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import clock_text
from hearingdesk.domain.timing import allotment, reading
from hearingdesk.domain.values import StopReason
from hearingdesk.ui.console.acts.floor import HALF_MINUTE
from hearingdesk.ui.console.late_clock import why_not_earlier
from hearingdesk.ui.console.sheets.sheet import Drawer, DrawerSheet
from hearingdesk.ui.console.sheets.turn_amends import AgainDrawer, ClockDrawer, HandoutDrawer, MissedDrawer, WrongDrawer
from hearingdesk.ui.console.sheets.turn_drawers import InterpreterDrawer, StartDrawer, StopDrawer, TimeDrawer
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import LARGE, Tone, scale
from hearingdesk.ui.kit.text import label

ACTS = (
    ("S", "Start earlier…", "The clock was forgotten when they began."),
    ("N", "Stop, with who asked…", "A member's question by name, or another reason with a note."),
    ("T", "Give or take time…", "Any number of seconds, by the chair's leave."),
    ("I", "Interpreter…", "The allotment is worked out again; what is used stays used."),
    ("L", "Another limit…", "As a rebuttal, as a group, without a limit: by the chair."),
    ("W", "Wrong person…", "The clock goes to another slip, with the time used so far."),
    ("U", "Take up again…", "The turn was ended by mistake, or the line is back."),
    ("H", "Handed in…", "A paper that the minutes list."),
    ("M", "Missed by the clock…", "A turn entered afterwards, with its times."),
)


class TurnSheet(DrawerSheet):
    """A letter opens what the act asks for; Enter there records it and closes the sheet."""

    def __init__(self, desk: Desk, slip: int = 0, opened: str = "") -> None:
        """``slip`` is chosen in the list; ``opened`` is the letter of the act that is asked for at once."""
        super().__init__(desk, "Clock and turn", "Choose", 520)
        self._slip, self._opened = slip, opened
        self.who = label(size=LARGE, bold=True, wrap=True)
        self.clock = label(tone=Tone.MUTED, wrap=True)
        self.list = LinesView("Acts on this turn", letters="".join(letter for letter, *_ in ACTS), lead=24)
        self.list.letter.connect(self._letter)
        self.list.opened.connect(self.enter)
        self.body.addWidget(self.who)
        self.body.addWidget(self.clock)
        self.body.addWidget(self.list)
        self.add_room()
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        self.who.setText(_who(hearing))
        self.clock.setText(_clock(hearing, self.desk.now()))
        asked = self.drawer is not None and self.list.key
        self.list.show_lines([self._line(*act) for act in ACTS if asked in (False, act[0])])
        self.list.fit(int(len(ACTS) / scale()))

    def focus_first(self) -> None:
        self.list.setFocus()
        if self._opened:
            self._letter(self._opened)

    def open_drawer(self, drawer: Drawer) -> None:
        """The other acts make room for what this one asks."""
        super().open_drawer(drawer)
        self.show_hearing(self.desk.hearing)

    def at_rest(self) -> LinesView:
        return self.list

    def enter(self) -> None:
        if not self.enter_drawer():
            self._letter(str(self.list.key))
        elif self.drawer is None:
            self.close_sheet()

    def _letter(self, letter: str) -> None:
        refusal = self._refusal(letter)
        if refusal:
            self.say(refusal)
            return
        self.list.choose(letter)
        drawer = self._drawers()[letter]()
        if isinstance(drawer, StopDrawer):
            drawer.asked.connect(self.enter)
        self.open_drawer(drawer)

    def _drawers(self) -> dict[str, Callable[[], Drawer]]:
        return {
            "S": StartDrawer,
            "N": lambda: StopDrawer(self.desk.hearing),
            "T": TimeDrawer,
            "I": lambda: InterpreterDrawer(self.desk),
            "L": lambda: ClockDrawer(self.desk),
            "W": lambda: WrongDrawer(self.desk, self._slip),
            "U": lambda: AgainDrawer(self.desk),
            "H": lambda: HandoutDrawer(self.desk.hearing),
            "M": lambda: MissedDrawer(self.desk, self._slip),
        }

    def _line(self, letter: str, title: str, about: str) -> Line:
        return Line(letter, title, self._refusal(letter) or about, lead=letter)

    def _refusal(self, letter: str) -> str:
        """Why this act is not in order now, in the rule's own sentence."""
        desk, turn = self.desk, self.desk.hearing.turn
        standing = turn is not None and turn.stopped is not None
        heard = "" if desk.hearing.last_heard else desk.refusal(rules.take_handout, text="a paper")
        asked: dict[str, Callable[[], str]] = {
            "S": lambda: why_not_earlier(desk.hearing, desk.now()),
            "N": lambda: "" if standing else desk.refusal(rules.stop_clock, reason=StopReason.QUESTION),
            "T": lambda: desk.refusal(rules.grant_time, span=HALF_MINUTE),
            "U": lambda: desk.refusal(rules.reopen_turn, reason="a reason"),
            "W": lambda: heard,
            "H": lambda: heard,
            "M": lambda: "" if desk.hearing.opened else desk.refusal(rules.call_next),
        }
        on_floor = "" if turn is not None else desk.refusal(rules.end_turn)
        return asked.get(letter, lambda: on_floor)()


def _who(hearing: Hearing) -> str:
    """Whose turn this is about."""
    if hearing.speaker is not None:
        return f"{hearing.speaker.slip} {hearing.speaker.name}"
    heard = hearing.last_heard
    return f"{heard.slip} {hearing.registrations[heard.slip].name}, heard last" if heard else "Nobody has the floor"


def _clock(hearing: Hearing, now: Moment) -> str:
    """``Allotted 3:00 · 2:12 left``; between turns what the next one would get."""
    turn, item = hearing.turn, hearing.item
    if turn is not None:
        left = reading(hearing.profile, turn, now).left
        return f"Allotted {turn.allotment.working}" + (f" · {clock_text(left)} left" if left is not None else "")
    if item is None or not item.queue:
        return ""
    following = hearing.registrations[item.queue[0]]
    return f"Next: {following.name}, {allotment(rules_on(hearing, item), item.limit, following).working}"
