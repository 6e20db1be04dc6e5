"""The bar on top: which meeting this is, where it stands, who is there, and the room's clock."""

from datetime import timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from hearingdesk.domain.forecast import due
from hearingdesk.domain.hearing import Hearing, ItemState, Phase
from hearingdesk.domain.local import clock_time, local, short_date
from hearingdesk.domain.members import absent_presiding, unchecked_recess
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.oaths import speaks_unsworn
from hearingdesk.ui.kit.card import row
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
        self._quorum = label(tone=Tone.MUTED)
        self._time = label(size=TITLE, bold=True)
        self._time.setAccessibleName("Time of day")
        for part in (self._body, self._meeting):
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._which = row(self._body, self._meeting, None, spacing=14)
        pills = (self._rehearsal, self._phase, self._item, self._unsworn, self._due)
        self._state = row(*pills, None, self._quorum, self._time, spacing=14)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(px(14), px(6), px(14), px(6))
        self._lines.setSpacing(px(14))
        self._lines.addLayout(self._which)
        self._lines.addLayout(self._state, 1)
        self.setFixedHeight(px(46))

    def minimumSizeHint(self) -> QSize:
        """Two lines where one is too narrow, so that large text never makes the window wider than the screen."""
        moved = 0 if self._two_lines else self._quorum.minimumSizeHint().width() + px(14)
        wide = max(self._which.minimumSize().width() + moved, self._state.minimumSize().width() - moved)
        return QSize(wide + 2 * px(14), self.height())

    @property
    def _two_lines(self) -> bool:
        return self._lines.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(line.minimumSize().width() for line in (self._which, self._state)) + 3 * px(14)
        one = needed <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if one else QBoxLayout.Direction.TopToBottom
        if direction is not self._lines.direction():
            self._lines.setDirection(direction)
            self._lines.setSpacing(px(14 if one else 4))
            self.setFixedHeight(px(46 if one else 76))
            self._place_quorum(self._state if one else self._which)

    def _place_quorum(self, line: QHBoxLayout) -> None:
        """Beside the time, or on the first of two lines, where there is room."""
        for former in (self._state, self._which):
            former.removeWidget(self._quorum)
        line.insertWidget(line.count() - (1 if line is self._state else 0), self._quorum)

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

    def show_time(self, hearing: Hearing, now: Moment) -> None:
        text = clock_time(local(hearing, now), seconds=True)
        self._time.say(text, f"Time of day {text}")
        self._show_due(hearing, now)

    def _show_due(self, hearing: Hearing, now: Moment) -> None:
        """An item that has its hour, in its last quarter of an hour: when testimony has to pause for it."""
        coming = due(hearing, now)
        near = coming is not None and coming.item.id != hearing.in_hand and coming.left <= SOON
        if coming is not None and near:
            by, left = clock_time(local(hearing, coming.by)), int(coming.left / MINUTE)
            gone = "pause now" if coming.left > -SOON else "its hour has passed"
            self._due.setText(f"⚠ {coming.item.label} by {by}: {f'pause in {left} min' if left > 0 else gone}")
            show_pill(self._due, Tone.WARN)
        self._due.setVisible(near)

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


def _short(title: str, room: int = 34) -> str:
    """The title as far as a pill holds it."""
    return title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
