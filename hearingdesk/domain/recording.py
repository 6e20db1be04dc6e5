"""Where in the recordings of the meeting something is found, counted from the sync marks (M-11)."""

from datetime import timedelta
from typing import NamedTuple

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment, elapsed, in_time


class Place(NamedTuple):
    """In which recording, counted from 1, and how far into it, in whole seconds."""

    recording: int
    into: timedelta


def place(hearing: Hearing, at: Moment) -> Place | None:
    """The place in the last recording that had begun by then, rounded down; None before the first."""
    begun = [start for start in hearing.recordings if in_time(start) <= in_time(at)]
    if not begun:
        return None
    return Place(len(begun), timedelta(seconds=elapsed(begun[-1], at) // timedelta(seconds=1)))


def place_words(hearing: Hearing, at: Moment) -> str:
    """``0:12:05 of the recording``, ``0:12:05 of recording 2`` where there are several; empty before the first."""
    found = place(hearing, at)
    if found is None:
        return ""
    several = len(hearing.recordings) > 1
    return f"{media_text(found.into)} of {f'recording {found.recording}' if several else 'the recording'}"


def media_text(into: timedelta) -> str:
    """``0:12:05``, as players show it."""
    minutes, seconds = divmod(int(into.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
