"""How strips are dealt out to pages."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from exports.bands import together
from exports.pages import Band, Placed, paginate
from exports.pen import Pen


@dataclass
class Fake:
    """A band that is only heights."""

    strips: list[float]
    glued: frozenset[int] = frozenset()
    above: float = 0.0
    repeat: Band | None = None
    fresh: bool = False
    drawn: list[int] = field(default_factory=list)

    def draw(self, pen: Pen, first: int, last: int, top: float, /) -> None:
        raise NotImplementedError


def test_what_is_fresh_begins_a_page_but_the_first() -> None:
    first, second = Fake([10.0], fresh=True), Fake([10.0], fresh=True)
    assert [len(page) for page in paginate([first, Fake([10.0]), second], 100)] == [2, 1]


def text(lines: int, *, with_next: bool = False, above: float = 5.0) -> Fake:
    return Fake([10.0] * lines, together(lines, with_next=with_next), above)


def extent(page: list[Placed]) -> float:
    last = page[-1]
    return last.top + sum(last.band.strips[last.first : last.last])


def parts(pages: list[list[Placed]], band: Band) -> list[tuple[int, int, int]]:
    return [(at, put.first, put.last) for at, page in enumerate(pages) for put in page if put.band is band]


def test_nothing_is_one_empty_page() -> None:
    assert paginate([], 100) == [[]]


def test_a_heading_goes_with_the_lines_below_it() -> None:
    filler, heading, body = text(7), text(1, with_next=True), text(6)
    pages = paginate([filler, heading, body], 100)
    assert parts(pages, heading) == [(1, 0, 1)]
    assert parts(pages, body) == [(1, 0, 6)]


def test_no_line_of_a_paragraph_stands_alone() -> None:
    filler, body = text(8, above=0), text(5, above=0)
    assert parts(paginate([filler, body], 100), body) == [(0, 0, 2), (1, 2, 5)]
    filler, body = text(9, above=0), text(5, above=0)
    assert parts(paginate([filler, body], 100), body) == [(1, 0, 5)]
    filler, body = text(6, above=0), text(5, above=0)
    assert parts(paginate([filler, body], 100), body) == [(0, 0, 3), (1, 3, 5)]


def test_the_white_above_is_left_out_at_the_top_of_a_page() -> None:
    one, two = text(9, above=50), text(3, above=50)
    pages = paginate([one, two], 100)
    assert [page[0].top for page in pages] == [0.0, 0.0]


def test_a_row_on_a_later_page_stands_below_the_header_row() -> None:
    head = Fake([10.0], frozenset({0}))
    rows = [Fake([30.0], repeat=head) for _ in range(6)]
    pages = paginate([head, *rows], 100)
    assert [[put.again for put in page] for page in pages] == [[False] * 4, [True, False, False, False]]
    assert pages[1][1].top == 10.0


def test_a_chunk_taller_than_a_page_is_parted_and_nothing_is_lost() -> None:
    body = Fake([10.0] * 45, frozenset(range(44)))
    pages = paginate([text(1), body], 100)
    assert sum(last - first for _, first, last in parts(pages, body)) == 45
    assert all(extent(page) <= 100 for page in pages)


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans(), st.sampled_from([0.0, 4.0, 20.0])), max_size=30))
def test_every_strip_is_placed_once_in_order_and_no_page_overflows(made: list[tuple[int, bool, float]]) -> None:
    bands = [text(lines, with_next=with_next, above=above) for lines, with_next, above in made]
    pages = paginate(bands, 130)
    placed = [(id(put.band), at) for page in pages for put in page for at in range(put.first, put.last)]
    assert placed == [(id(band), at) for band in bands for at in range(len(band.strips))]
    assert all(extent(page) <= 130.01 for page in pages if page)
    assert all(page for page in pages) or not bands
