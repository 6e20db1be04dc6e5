import pytest

from hearingdesk.domain.counts import how_many, listed


@pytest.mark.parametrize(("number", "said"), [(0, "0 slips"), (1, "1 slip"), (2, "2 slips")])
def test_one_is_singular_and_none_is_not(number: int, said: str) -> None:
    assert how_many(number, "slip") == said


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert [how_many(number, "person", "people") for number in (1, 4)] == ["1 person", "4 people"]


def test_a_list_is_said_as_people_say_it() -> None:
    assert [listed("ABC"[:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
