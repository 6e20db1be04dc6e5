"""Pictures of real pages: the page somebody edits is found, and what it shows is what is printed."""

from exports.minutes import minutes
from exports.page_pictures import PagePicture, page_picture
from hearingdesk.domain import rules
from tests.exports.evenings import HEAD, many

WIDTH = 400


def pictured(speakers: int, *wanted: str, number: int = 0) -> PagePicture:
    return page_picture(minutes(many(speakers).hearing, HEAD), WIDTH, wanted, number)


def dark(picture: PagePicture) -> float:
    """Which part of the page has ink on it."""
    return sum(level < 128 for level in picture.pixels[::3]) / (picture.width * picture.height)


def test_a_page_has_its_size_and_ink_on_white() -> None:
    made = pictured(2)
    assert (made.number, made.width, made.height) == (1, WIDTH, 518)
    assert len(made.pixels) == 3 * made.width * made.height
    assert made.pixels[:3] == b"\xff\xff\xff"
    assert 0.005 < dark(made) < 0.3


def test_the_page_of_a_speaker_is_found_by_summary_or_by_name() -> None:
    last = pictured(60, "Said that cameras follow everybody. (60)")
    assert last.of > 3
    assert 1 < last.number <= last.of
    assert pictured(60, "nobody said this", "Ana Muñoz-Nguyễn 60").number == last.number
    assert pictured(60, "nobody said this").number == 1


def test_a_page_is_asked_for_by_its_number_and_the_last_is_the_last() -> None:
    assert [pictured(60, "(60)", number=number).number for number in (2, 99)] == [2, pictured(60).of]


def test_what_is_typed_changes_the_picture() -> None:
    evening = many(2)
    before = page_picture(minutes(evening.hearing, HEAD), WIDTH)
    evening.act(rules.write_summary, slip=1, text="Otherwise.")
    after = page_picture(minutes(evening.hearing, HEAD), WIDTH)
    assert before.pixels != after.pixels
