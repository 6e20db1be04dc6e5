"""A body that was written by a released program is read for ever; one that grew since says so by its version."""

import pytest

from hearingdesk.store.codec import KINDS, VERSIONS
from tests.store.released import paths, released

RELEASED = released()


@pytest.mark.parametrize("kind", RELEASED)
def test_what_was_released_is_read_for_ever_and_what_grew_since_says_so(kind: str) -> None:
    then = {int(version): set(told.split()) for version, told in RELEASED[kind].items()}
    now, newest = set(paths(KINDS[kind]).split()), max(then)
    assert then[newest] - now == set(), "A field is gone: what was recorded in it would be passed over in silence."
    assert VERSIONS[kind] >= newest
    grew = now - then[newest]
    assert not grew or VERSIONS[kind] > newest, f"{kind} has grown: give it version {newest + 1} in codec.VERSIONS."
