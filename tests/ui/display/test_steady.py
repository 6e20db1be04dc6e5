"""Nothing on the wall flashes: one change a second at most, and at nought one change that holds (A-07)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hearingdesk.domain import rules
from hearingdesk.domain.face import face
from hearingdesk.ui.display.compose import Showing
from hearingdesk.ui.display.picture import Form, Picture
from tests.builders import PROFILE, Evening, commenting

Compose = Callable[..., Picture]


def pictures(pictured: Compose, evening: Evening, seconds: int) -> Iterator[Picture]:
    """The wall at each twentieth of a second."""
    for _ in range(seconds * 20):
        evening.wait(0.05)
        yield pictured(Showing(face(evening.hearing, evening.now)))


def speaking() -> Evening:
    """A minute is allotted; five seconds of it are left."""
    evening = commenting(replace(PROFILE, base_limit=timedelta(minutes=1)), "Ann Lee", "Bo Cruz")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(55)
    return evening


def test_through_wrap_up_time_and_over_the_picture_changes_once_a_second(pictured: Compose) -> None:
    seen = list(pictures(pictured, speaking(), 10))
    changes = [n for n, (one, other) in enumerate(pairwise(seen)) if one != other]
    assert changes, "the clock runs"
    assert min(after - before for before, after in pairwise(changes)) >= 20


def test_at_nought_the_sign_comes_once_and_stays(pictured: Compose) -> None:
    up = [any(picture.shapes(Form.OCTAGON)) for picture in pictures(pictured, speaking(), 10)]
    assert not up[0]
    assert up == sorted(up), "it never goes out again"
    assert up.index(True) in (99, 100)
