"""The middle card: who has the floor, the clock, the next natural thing, what the clerk writes."""

from datetime import timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.domain.counts import listed
from hearingdesk.domain.hearing import Hearing, Phase, Registration
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.spans import clock_text
from hearingdesk.domain.timing import allotment
from hearingdesk.domain.values import Mode, NameShown, Position, SignUp
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.console.clockface import SMALLEST, ClockFace
from hearingdesk.ui.console.positions import Positions
from hearingdesk.ui.console.queue_rows import INTERRUPTED, Contacts, badges, turn_badges, who_and_where
from hearingdesk.ui.console.summary import SummaryPanel
from hearingdesk.ui.kit.card import Card
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.look import LARGE, NAME, Tone, px
from hearingdesk.ui.kit.text import ShrinkingLabel, label

SIDE = 12
"""Pixels at 100 % beside what the card holds, as beside its title."""
A_MINUTE = timedelta(minutes=1)


class FloorPanel(Card):
    """Shows the turn on the floor, or who is next, or what the meeting waits for."""

    def __init__(
        self,
        actions: Actions,
        summary: SummaryPanel,
        contacts: Contacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Now speaking", parent)
        self._contacts = contacts
        self._hearing = Hearing()
        self._mentioned: tuple[str, str, Moment] | None = None
        self._called = label(tone=Tone.MUTED)
        self.title_row.addWidget(self._called)
        self.headline = ShrinkingLabel(NAME, LARGE)
        self._about = label(tone=Tone.MUTED, elide=True)
        self.clock = ClockFace()
        self.positions = Positions(
            lambda position: actions.table[position_id(position)].call(),
        )
        self._whose = label(tone=Tone.MUTED, elide=True)
        self._not_here = actions.button("not_here")
        self._interrupted = actions.button("interrupted", "Interrupted", capped=False)
        self._yields = actions.button("yields", "Yields rest")
        self._said = label(tone=Tone.MUTED, wrap=True)
        self.refused = False
        self._said.setMinimumHeight(px(18))
        self._said.hide()
        self._coming = label(tone=Tone.MUTED, elide=True)
        self._coming.setMinimumHeight(px(18))
        main, stop = actions.button("main", kind="main"), actions.button("stop")
        main.make_room("Done, call next", "Start clock")
        stop.make_room("Stop clock", "Resume")
        buttons = Flow(main, stop, actions.button("grant"), self._yields, self._interrupted, self._not_here, gap=6)
        self._lay_out(buttons, summary)

    def _lay_out(self, buttons: Flow, summary: SummaryPanel) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(px(SIDE), px(8), px(SIDE), px(10))
        inside.setSpacing(px(10))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.headline)
        head.addWidget(self._about)
        inside.addLayout(head)
        inside.addWidget(self.clock)
        noted = QVBoxLayout()
        noted.setSpacing(px(4))
        noted.addWidget(self._whose)
        noted.addWidget(self.positions)
        inside.addLayout(noted)
        inside.addLayout(buttons)
        inside.addWidget(self._coming)
        inside.addWidget(self._said)
        inside.addWidget(summary, 1)
        self.body.addLayout(inside)

    def show_keys(self, keys: Actions) -> None:
        """The keys of the positions, as they are now."""
        self.positions.show_keys({position: keys.keys[position_id(position)] for position in Position})

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """The line below the buttons: a refusal in the rule's words, or what was done."""
        self.refused = refused and bool(sentence)
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._coming.setVisible(not sentence)
        self._said.show_tone(Tone.BAD if refused else Tone.MUTED)

    def mention(self, sentence: str, now: Moment) -> None:
        """Said behind what stands there: it gives way to the next act, and after a minute."""
        before = self.said
        self.say(" ".join(part for part in (before, sentence) if part))
        self._mentioned = (self.said, before, now)

    def _let_pass(self, now: Moment) -> None:
        if self._mentioned is None or elapsed(self._mentioned[2], now) < A_MINUTE:
            return
        (said, before, _), self._mentioned = self._mentioned, None
        if self.said == said:
            self.say(before)

    @property
    def said(self) -> str:
        return self._said.text()

    @property
    def title(self) -> str:
        """The card's title with what stands beside it."""
        return " ".join(part for part in _title(self._hearing) if part)

    @property
    def name(self) -> str:
        """Who is shown in large."""
        return self.headline.text()

    @property
    def coming(self) -> str:
        """Who is next and on deck: in the place of what is said, while nothing is."""
        return self._coming.text() if self._coming.isVisible() else ""

    @property
    def whose(self) -> str:
        """The line above the positions: of whom positions and concerns are noted."""
        return self._whose.text()

    @property
    def about(self) -> str:
        """The line below the name."""
        return self._about.text()

    def show_hearing(self, hearing: Hearing) -> None:
        self._hearing = hearing
        turn, speaker = hearing.turn, hearing.speaker
        self.show_title(*_title(hearing))
        self._coming.setText(coming_words(hearing))
        self._called.setText(f"called {clock_time(local(hearing, turn.called), seconds=True)}" if turn else "")
        if speaker is not None:
            self.headline.setText(to_call(hearing, speaker))
            self._about.setText(self._about_slip(hearing, speaker.slip))
        else:
            self._show_pause(hearing)
        self.positions.show_registration(hearing.noted)
        self._whose.setText(_whose(hearing))
        started = turn is not None and turn.started is not None
        remote = speaker is not None and speaker.sign_up.mode in (Mode.REMOTE_PHONE, Mode.REMOTE_VIDEO)
        self._not_here.setVisible(not started)
        self._yields.setVisible(started and not remote)
        self._interrupted.setVisible(started and remote)

    def show_time(self, now: Moment) -> None:
        self._let_pass(now)
        turn = self._hearing.turn
        if turn is not None:
            self.clock.show_turn(self._hearing, turn, now)
        else:
            self.clock.show_idle(*_idle(self._hearing))

    def _show_pause(self, hearing: Hearing) -> None:
        item = hearing.item
        next_slip = item.queue[0] if item and item.queue and not item.closed else 0
        if hearing.phase is Phase.IN_SESSION and next_slip:
            self.headline.setText(to_call(hearing, hearing.registrations[next_slip]))
            self._about.setText(self._about_slip(hearing, next_slip))
            return
        name, about = _pause_words(hearing)
        self.headline.setText(name)
        self._about.setText(about[:1].upper() + about[1:])

    def _about_slip(self, hearing: Hearing, slip: int) -> str:
        """How the name is said, what to know, from where and how: pronunciation · place · mode."""
        registration, contact = hearing.registrations[slip], self._contacts().get(slip)
        sign_up = registration.sign_up
        said = contact.pronunciation if contact else ""
        marks = badges(hearing, registration, contact)
        otherwise = [registration.standing.word, *turn_badges(registration)]
        course = turn_words(hearing, slip) or [part for part in otherwise if part == INTERRUPTED]
        marks = [mark for mark in marks if mark not in otherwise]
        mode = [] if sign_up.mode.word in who_and_where(sign_up) else [sign_up.mode.word]
        given = donors_words(hearing, registration)
        first = who_and_where(SignUp("", together_with=sign_up.together_with, on_behalf_of=sign_up.on_behalf_of))
        about = [part for part in who_and_where(sign_up) if part not in first]
        parts = (said, f"{'slip' if said else 'Slip'} {slip}", *first, *course, given, *about, *mode, *marks)
        return " · ".join(part for part in parts if part)

    def minimumSizeHint(self) -> QSize:
        """However large the figures are just now, they shrink with the card: no column is lost to them."""
        least = super().minimumSizeHint()
        narrow = max(self.positions.minimumSizeHint().width(), self.clock.narrowest) + 2 * (px(SIDE) + 1)
        return QSize(min(least.width(), narrow), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.clock.show_size(max(SMALLEST, min(168, self.width() // 6, self.height() // 6)))


def donors_words(hearing: Hearing, registration: Registration) -> str:
    """``with the turns of Bo Cruz and Cy Dee``: given and not lost yet, or spent on the turn on the floor."""
    turn = hearing.turn
    spent = turn.donors if turn is not None and turn.slip == registration.slip else ()
    names = [hearing.registrations[slip].name for slip in registration.donors or spent]
    if not names:
        return ""
    return f"with the turn{'s' if len(names) > 1 else ''} of {listed(names)}"


def turn_words(hearing: Hearing, slip: int) -> list[str]:
    """What is out of the usual course in the turn on the floor (Q-06)."""
    turn = hearing.turn
    if turn is None or turn.slip != slip:
        return []
    resumed = turn.before is not None and turn.before.rest is not None
    return [
        *(["goes on after an interruption"] if resumed else []),
        *([turn.ground.words] if turn.ground else []),
        *([turn.leave] if turn.leave else []),
    ]


def _whose(hearing: Hearing) -> str:
    """Between two speakers marks still belong to whoever was heard last, and the line says so."""
    noted, turn = hearing.noted, hearing.turn
    if noted is None:
        return "Position"
    if turn is not None and turn.slip == noted.slip:
        return "Position" if turn.started else f"Position of {noted.name}, walking up"
    return f"Position and concerns of {noted.name}, heard last"


def position_id(position: Position) -> str:
    """The id of the action that states it."""
    return f"position_{position.value}"


def to_call(hearing: Hearing, registration: Registration) -> str:
    """What is called: the name; where the room has only the number, the number first and the name for the clerk."""
    sign_up = registration.sign_up
    by_number = not hearing.profile.names_on_screen or sign_up.name_shown is NameShown.WITHHELD
    return f"{registration.slip} · {sign_up.name}" if by_number and sign_up.name else registration.name


def coming_words(hearing: Hearing) -> str:
    """Who is called next and who is on deck, for names called two ahead."""
    queue = hearing.item.queue[:2] if hearing.item else ()
    names = [f"{slip} {hearing.registrations[slip].name}" for slip in queue]
    return " · ".join(f"{when}: {name}" for when, name in zip(("Next", "On deck"), names, strict=False))


def _title(hearing: Hearing) -> tuple[str, str]:
    """The card's title, and beside it which of how many."""
    turn, item = hearing.turn, hearing.item
    if turn is None or item is None:
        waits = hearing.phase is Phase.IN_SESSION and item is not None and item.queue and not item.closed
        return ("Next", "") if waits else ("Now", "")
    title = "Now speaking" if turn.started else "Walking up"
    return title, f"{item.came} of {item.came + len(item.queue)}"


def _idle(hearing: Hearing) -> tuple[str, str, str]:
    """What the clock shows while nobody has the floor: the next one's allotment."""
    item = hearing.item
    if hearing.phase is not Phase.IN_SESSION or item is None or not item.queue or item.closed:
        return "", "", ""
    given = allotment(rules_on(hearing, item), item.limit, hearing.registrations[item.queue[0]])
    digits = "" if given.total is None else clock_text(given.total)
    return digits, "Not called yet", given.working if any(map(str.isalpha, given.working)) else ""


def _pause_words(hearing: Hearing) -> tuple[str, str]:
    """What the meeting waits for."""
    match hearing.phase:
        case Phase.PREPARED:
            at = clock_time(local(hearing, hearing.meeting.scheduled))
            return "Before the meeting", f"Noticed for {at} · {hearing.meeting.place}"
        case Phase.RECESSED:
            return "In recess", _recess_words(hearing)
        case Phase.ADJOURNED:
            return "Adjourned", hearing.adjourned_how
        case _:
            return _between(hearing)


def _recess_words(hearing: Hearing) -> str:
    recess = hearing.recess
    back = recess.back_at if recess else None
    until = f"back at {clock_time(local(hearing, back))}" if back else "no time announced"
    return f"{recess.reason} · {until}" if recess and recess.reason else until


def _between(hearing: Hearing) -> tuple[str, str]:
    item = hearing.item
    if item is None:
        return "Between items", "Take up the next item of the agenda."
    if item.notice.kind.takes_testimony:
        return "Nobody is waiting", f"{item.label} · {item.notice.title}"
    return item.label, item.notice.title
