"""The bar on top: which meeting this is, where it stands, who is there, and the room's clock."""

from datetime import timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from hearingdesk.domain.forecast import due
from hearingdesk.domain.hearing import Hearing, ItemState, Phase
from hearingdesk.domain.local import clock_time, local, short_date
from hearingdesk.domain.members import absent_presiding, unchecked_recess
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.oaths import speaks_unsworn
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.look import LARGE, TITLE, Tone, px, set_role
from hearingdesk.ui.kit.text import label, pill, show_pill

SOON, MINUTE = timedelta(minutes=15), timedelta(minutes=1)
SHORT_NAME = 200
"""Up to this width a body's name is whole, and the meeting's line gives way before it."""

PHASES = {
    Phase.PREPARED: ("○ Not called to order", Tone.MUTED),
    Phase.IN_SESSION: ("● In session", Tone.GOOD),
    Phase.RECESSED: ("❚❚ In recess", Tone.WARN),
    Phase.ADJOURNED: ("■ Adjourned", Tone.MUTED),
}

CLOCK_TONES = {Tone.PLAIN: Tone.ACCENT, Tone.WARN: Tone.WARN, Tone.BAD: Tone.WARN}


class HeaderBar(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "band")
        self._body = label(size=LARGE, bold=True, elide=True)
        self._meeting = label(tone=Tone.MUTED, elide=True)
        self._rehearsal = pill("REHEARSAL", Tone.WARN)
        self._phase = pill()
        self._item = pill()
        self._due = pill()
        self._due.hide()
        self._unsworn = pill("⚠ Not sworn in", Tone.WARN)
        self._unsworn.hide()
        self._clock = pill()
        self._clock.hide()
        self._quorum = label(tone=Tone.MUTED)
        self._time = label(size=TITLE, bold=True)
        self._time.setAccessibleName("Time of day")
        for part in (self._body, self._meeting):
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._which = row(self._body, self._meeting, None, spacing=14)
        self._pills = _Pills(self._rehearsal, self._phase, self._item, self._unsworn, self._due, self._clock)
        self._right = row(self._quorum, self._time, spacing=14)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(14), px(8), px(14), px(8))
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(6))
        self._grid.addLayout(self._which, 0, 0)
        self._grid.addLayout(self._right, 0, 3)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowMinimumHeight(0, px(30))  # so that a second line leaves as much room below as there is above
        self._one = False
        self._place_pills(one=True)

    def minimumSizeHint(self) -> QSize:
        """Large text makes the bar taller, and never the window wider than the screen."""
        first = self._which.minimumSize().width() + self._right.minimumSize().width() + px(14)
        return QSize(max(first, self._pills.widest) + 2 * px(14), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The states beside the meeting's name, or on lines of their own where one is too narrow."""
        ends = sum(end.minimumSize().width() for end in (self._which, self._right))
        self._place_pills(one=ends + self._pills.whole + 5 * px(14) <= self.width())
        below = 0 if self._one else self._pills.height_of(self.width() - 2 * px(14)) + px(6)
        self.setFixedHeight(px(46) + below)
        self._pills.setMinimumWidth(self._pills.whole if self._one else 0)

    def _place_pills(self, *, one: bool) -> None:
        if one is not self._one:
            self._one = one
            self._grid.removeWidget(self._pills)
            if one:
                self._grid.addWidget(self._pills, 0, 1, Qt.AlignmentFlag.AlignVCenter)
            else:
                self._grid.addWidget(self._pills, 1, 0, 1, 4)

    def show_hearing(self, hearing: Hearing) -> None:
        meeting = hearing.meeting
        day = short_date(local(hearing, meeting.scheduled))
        self._body.setText(hearing.body.name)
        self._body.setMinimumWidth(min(self._body.sizeHint().width(), px(SHORT_NAME)))
        self._meeting.setText(" · ".join(part for part in (meeting.title or meeting.kind, day, meeting.place) if part))
        self._rehearsal.setVisible(meeting.rehearsal)
        words, tone = PHASES[hearing.phase]
        self._phase.setText(words)
        show_pill(self._phase, tone)
        self._show_item(hearing)
        self._unsworn.setVisible(speaks_unsworn(hearing))
        self._show_quorum(hearing)
        self._fit()

    def show_time(self, hearing: Hearing, now: Moment) -> None:
        text = clock_time(local(hearing, now), seconds=True)
        self._time.say(text, f"Time of day {text}")
        self._show_due(hearing, now)

    def keep_clock(self, wanted: bool) -> None:  # noqa: FBT001  # a signal's own argument
        """Where the floor goes out of view with what is typed below it, its clock stays in view here."""
        self._clock.setVisible(wanted)
        self._fit()

    def show_clock(self, digits: str, spoken: str, tone: Tone) -> None:
        """The speaker's clock as the floor shows it."""
        self._clock.say(digits or "–:––", spoken)
        show_pill(self._clock, CLOCK_TONES.get(tone, Tone.MUTED))

    def _show_due(self, hearing: Hearing, now: Moment) -> None:
        """An item that has its hour, in its last quarter of an hour: when testimony has to pause for it."""
        coming = due(hearing, now)
        near = coming is not None and coming.item.id != hearing.in_hand and coming.left <= SOON
        if coming is not None and near:
            by, left = clock_time(local(hearing, coming.by)), int(coming.left / MINUTE)
            gone = "pause now" if coming.left > -SOON else "its hour has passed"
            self._due.setText(f"⚠ {coming.item.label} by {by}: {f'pause in {left} min' if left > 0 else gone}")
            show_pill(self._due, Tone.WARN)
        if self._due.isHidden() is near:
            self._due.setVisible(near)
            self._fit()

    def _show_item(self, hearing: Hearing) -> None:
        item, tone = hearing.item, Tone.ACCENT
        words = ""
        if item is not None:
            state = "" if not item.notice.kind.takes_testimony else " — closed" if item.closed else " — open"
            words = f"{item.label} · {_short(item.notice.title)}{state}"
        else:
            waiting = [i for i in hearing.items.values() if i.state is ItemState.SUSPENDED]
            words = f"{waiting[0].label} suspended" if waiting else ""
            tone = Tone.WARN
        self._item.setText(words)
        show_pill(self._item, tone)
        self._item.setVisible(bool(words))

    def _show_quorum(self, hearing: Hearing) -> None:
        if hearing.rolled is None:
            self._quorum.setText(f"Quorum is {hearing.body.quorum}" if hearing.body.quorum else "")
            self._quorum.show_tone(Tone.MUTED)
            return
        here, whole = len(hearing.present), len(hearing.body.members)
        if not hearing.has_quorum:
            words, tone = f"No quorum: {here} of {whole}", Tone.BAD
        elif unchecked_recess(hearing):
            words, tone = f"⚠ Quorum {here} of {whole}: all back?", Tone.WARN
        elif absent_presiding(hearing):
            words, tone = f"⚠ Quorum {here} of {whole}: who presides?", Tone.WARN
        else:
            words, tone = f"Quorum {here} of {whole} ✓", Tone.MUTED
        self._quorum.setText(words)
        self._quorum.show_tone(tone)


class _Pills(QWidget):
    """The states of the meeting, side by side; they go on to the next line where there is no more room."""

    def __init__(self, *pills: QWidget) -> None:
        super().__init__()
        self._parts = pills
        self._flow = Flow(*pills, gap=14)
        self.setLayout(self._flow)

    @property
    def _widths(self) -> list[int]:
        return [part.sizeHint().width() for part in self._parts if not part.isHidden()]

    @property
    def whole(self) -> int:
        """How wide they are on one line."""
        return sum(self._widths) + px(14) * (len(self._widths) - 1)

    @property
    def widest(self) -> int:
        return max(self._widths, default=0)

    def height_of(self, wide: int) -> int:
        """How tall they are in this width."""
        return self._flow.heightForWidth(wide)


def _short(title: str, room: int = 34) -> str:
    """The title as far as a pill holds it."""
    return title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
