"""2,030 real comments, each from its first second to its last, come off the desk's clock as they were."""

import csv
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Appearance
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.timing import NOTHING, overrun
from hearingdesk.domain.values import SignUp, StopReason
from tests.builders import PROFILE, SIX, commenting
from tests.fakes import FakeClock, MemoryJournal

LIMIT = timedelta(minutes=2)
TENTH = timedelta(seconds=0.1)


@dataclass(frozen=True)
class Comment:
    """When somebody began and ended, counted from the start of the recording."""

    start: timedelta
    end: timedelta

    @property
    def length(self) -> timedelta:
        return self.end - self.start


def _span(seconds: str) -> timedelta:
    return timedelta(seconds=float(seconds))


@pytest.fixture
def meetings(real_data: Path) -> list[list[Comment]]:
    """The comments of each meeting, in the order of time."""
    found: dict[str, list[Comment]] = defaultdict(list)
    with (real_data / "timings" / "all-2030-comment-timings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["name"]].append(Comment(_span(row["start"]), _span(row["end"])))
    return [sorted(comments, key=lambda one: (one.start, one.end)) for comments in found.values()]


def at_the_desk() -> tuple[Desk, FakeClock]:
    evening = commenting(replace(PROFILE, base_limit=LIMIT))
    clock = FakeClock(evening.now)
    return Desk(MemoryJournal(evening.hearing.entries), clock, "rd"), clock


def _until(clock: FakeClock, at: timedelta) -> None:
    clock.wait((SIX + at - clock.now().utc).total_seconds())


def _spoken(desk: Desk, clock: FakeClock, comment: Comment, *, asked: bool) -> None:
    """Called when the one before ends; begins and ends as it was. ``asked``: a question stops the clock on the way."""
    slip = desk.register(SignUp("1"))
    desk.record(rules.call_speaker, slip=slip)
    _until(clock, comment.start)
    desk.record(rules.start_turn)
    if asked:
        _until(clock, comment.start + comment.length / 4)
        desk.record(rules.stop_clock, reason=StopReason.QUESTION)
        _until(clock, comment.start + comment.length / 2)
        desk.record(rules.resume_clock)
    _until(clock, comment.end)
    desk.record(rules.end_turn)


def _turns(desk: Desk) -> list[Appearance]:
    return [desk.hearing.appearances[number] for number in desk.hearing.items["1"].turns]


def test_used_over_and_gaps_agree_with_the_recordings_to_a_tenth_of_a_second(meetings: list[list[Comment]]) -> None:
    assert (len(meetings), sum(map(len, meetings))) == (106, 2030)
    played = 0
    for comments in meetings:
        desk, clock = at_the_desk()
        heard = [comment for comment in comments if comment.length > NOTHING]
        for number, comment in enumerate(heard):
            _spoken(desk, clock, comment, asked=number % 3 == 2)
        turns = _turns(desk)
        assert len(turns) == len(heard)
        for number, (turn, comment) in enumerate(zip(turns, heard, strict=True)):
            used = comment.length * (3 / 4 if number % 3 == 2 else 1)
            assert turn.ended is not None
            assert abs(turn.ran - used) < TENTH
            assert abs(overrun(turn, turn.ended) - max(used - LIMIT, NOTHING)) < TENTH
        for (earlier, later), (a, b) in zip(pairwise(turns), pairwise(heard), strict=True):
            assert earlier.ended is not None
            assert later.started is not None
            assert abs(elapsed(earlier.ended, later.started) - (b.start - a.end)) < TENTH
        played += len(turns)
    assert played == 2030 - 42


def test_a_comment_that_ends_as_or_before_it_began_is_refused_and_nobody_is_heard(
    meetings: list[list[Comment]],
) -> None:
    """42 of them have no length; turned round, all of the others would be negative."""
    comments = [comment for meeting in meetings for comment in meeting]
    empty = [comment for comment in comments if comment.length <= NOTHING]
    assert len(empty) == 42
    desk, _ = at_the_desk()
    slip = desk.register(SignUp("1"))
    before = desk.hearing
    for length in (*(comment.length for comment in empty), *(-comment.length for comment in comments)):
        with pytest.raises(OutOfOrder, match="A turn ends after it began"):
            desk.record(rules.enter_appearance, slip=slip, began=SIX, length=length)
    assert desk.hearing is before
    assert not desk.hearing.registrations[slip].heard


def test_the_same_comments_entered_afterwards_have_the_same_times(meetings: list[list[Comment]]) -> None:
    """As after an evening whose clock was lost: from the recording, all at the end."""
    desk, clock = at_the_desk()
    comments = [comment for comment in max(meetings, key=len) if comment.length > NOTHING]
    _until(clock, comments[-1].end)
    for comment in comments:
        slip = desk.register(SignUp("1"))
        desk.record(rules.enter_appearance, slip=slip, began=SIX + comment.start, length=comment.length)
    for turn, comment in zip(_turns(desk), comments, strict=True):
        assert turn.started is not None
        assert turn.entered
        assert (turn.started.utc - SIX, turn.ran) == (comment.start, comment.length)
