"""What is said before a copy with contact details is written (P-04, P-06)."""

from hearingdesk.domain.values import Contact
from hearingdesk.exporting import warning
from hearingdesk.office import Record
from tests.builders import commenting


def test_the_internal_copy_is_warned_of_with_how_many_it_tells_of_and_how_many_are_restricted() -> None:
    evening = commenting()
    evening.register("Ann Lee", place="Hidden Hollow", address_restricted=True)
    evening.register("Bo Cruz")
    record = Record(evening.hearing, {1: Contact(phone="1"), 2: Contact()}, "")
    told = warning(record, "internal")
    assert told.startswith("This copy holds addresses, telephone numbers and notes of 1 person. It is for the office")
    assert told.endswith(" 1 address is restricted.")
    assert warning(record, "published") == ""


def test_without_a_restricted_address_none_is_spoken_of() -> None:
    told = warning(Record(commenting().hearing, {}, ""), "internal")
    assert "restricted" not in told
    assert "of which none is known here" in told
