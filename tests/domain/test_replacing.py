"""A changed value is as the library would make it, and a field that is not there is no field."""

from dataclasses import replace as library_replace

import pytest

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.replacing import replace
from hearingdesk.domain.values import SignUp
from tests.builders import PROFILE, commenting

HEARING = commenting(PROFILE, "Ann Lee", "Bo Cruz").hearing


def test_it_is_the_value_that_the_library_makes_and_the_old_one_stays() -> None:
    for value in (HEARING, HEARING.items["1"], HEARING.registrations[1]):
        assert replace(value) == value
        assert replace(value) is not value
    later = replace(HEARING, in_hand="6", floor=3)
    assert later == library_replace(HEARING, in_hand="6", floor=3)
    assert (HEARING.in_hand, HEARING.floor) == ("1", 0)


def test_a_value_with_slots_is_replaced_too() -> None:
    assert replace(SignUp("1", "Ann"), name="Bo") == SignUp("1", "Bo")


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(TypeError, match="Hearing does not have all of quorum"):
        replace(Hearing(), quorum=3)  # type: ignore[call-arg]
