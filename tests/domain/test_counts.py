import pytest

from hearingdesk.domain.counts import how_many


@pytest.mark.parametrize(("number", "said"), [(0, "0 slips"), (1, "1 slip"), (2, "2 slips")])
def test_one_is_singular_and_none_is_not(number: int, said: str) -> None:
    assert how_many(number, "slip") == said


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert [how_many(number, "person", "people") for number in (1, 4)] == ["1 person", "4 people"]
