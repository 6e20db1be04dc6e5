"""Time passing: one precise timer, always set to the next moment at which a shown second changes; it counts nothing."""

from collections.abc import Callable
from datetime import timedelta
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.timing import spent

SECOND = timedelta(seconds=1)


def until_next(hearing: Hearing, now: Moment) -> timedelta:
    """How long until the room's clock or the speaker's shows another second; more than nothing, a second at most."""
    waits = [SECOND - timedelta(microseconds=now.utc.microsecond)]
    turn = hearing.turn
    if turn is not None and turn.running_since is not None:
        whole = turn.allotment.total or SECOND
        waits.append((whole + turn.granted - spent(turn, now)) % SECOND or SECOND)
    return min(waits)


class Ticker(QObject):
    """Emits the moment each time a shown second changes."""

    ticked = Signal(object)

    def __init__(self, now: Callable[[], Moment], hearing: Callable[[], Hearing], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._hearing = hearing
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def tick(self) -> None:
        """Tells the moment, and sets the timer to the next. An act that moves the clock calls this too."""
        now = self._now()
        self._timer.start(ceil(until_next(self._hearing(), now) / timedelta(milliseconds=1)))
        self.ticked.emit(now)

    def stop(self) -> None:
        self._timer.stop()
