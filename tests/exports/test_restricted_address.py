"""A restricted address: not even city or district is told, on paper, on the wall or in a published table (P-04)."""

from collections.abc import Callable

import pytest

from exports.minutes import minutes
from exports.published import as_published
from hearingdesk.domain import rules
from hearingdesk.domain.face import face
from hearingdesk.domain.hearing import Hearing
from tests.builders import Evening, commenting
from tests.exports.evenings import HEAD


@pytest.fixture
def evening() -> Evening:
    """Two of the same name from two places, one of which is kept."""
    made = commenting()
    made.register("Ann Lee", place="Hidden Hollow", address_restricted=True)
    made.register("Ann Lee", place="Old Harbor")
    made.act(rules.call_next)
    made.act(rules.start_turn)
    return made


def on_the_wall(hearing: Hearing, evening: Evening) -> str:
    return str(face(hearing, evening.now, HEAD))


@pytest.mark.parametrize(
    "told",
    [
        lambda evening: str(minutes(evening.hearing, HEAD)),
        lambda evening: on_the_wall(evening.hearing, evening),
        lambda evening: str([one.sign_up for one in as_published(evening.hearing).registrations.values()]),
    ],
    ids=["minutes", "wall", "tables"],
)
def test_the_place_is_told_nowhere(told: Callable[[Evening], str], evening: Evening) -> None:
    assert "Ann Lee" in told(evening)
    assert "Hidden Hollow" not in told(evening)
