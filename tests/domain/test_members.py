import pytest

from hearingdesk.domain.members import free_id, majority, with_office
from hearingdesk.domain.values import Member


def ids(*names: str) -> list[str]:
    made: list[str] = []
    for name in names:
        made.append(free_id(name, made))
    return made


def test_members_of_one_last_name_get_different_ids() -> None:
    assert ids("Ada Bell", "Bo Bell", "Cy Bell") == ["bell", "bo-bell", "cy-bell"]


def test_members_of_one_name_are_numbered() -> None:
    assert ids(*["Ada Brennan"] * 4) == ["brennan", "ada-brennan", "brennan-3", "brennan-4"]


def test_a_number_that_is_taken_is_passed_over() -> None:
    assert free_id("Ada Bell", {"bell", "ada-bell", "bell-4"}) == "bell-5"


def test_names_without_letters_have_an_id_all_the_same() -> None:
    assert ids("☃", "⠃⠗⠁⠊⠇⠇⠑") == ["member", "member-2"]


def test_an_office_stands_after_the_name() -> None:
    assert with_office(Member("bell", "Ada Bell", "Chair")) == "Ada Bell, Chair"
    assert with_office(Member("bell", "Ada Bell")) == "Ada Bell"


@pytest.mark.parametrize(("members", "quorum"), [(1, 1), (2, 2), (5, 3), (9, 5)])
def test_a_majority_is_more_than_half(members: int, quorum: int) -> None:
    assert majority(members) == quorum
