"""What an import would do, row by row: states in words, nothing dropped, twice is once, the clerk decides."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain.values import (
    Channel,
    Mode,
    Position,
)
from hearingdesk.intake import BadChoice, BadMapping, RowState, guess, preview, read
from hearingdesk.intake.text import one_line
from tests.builders import prepared
from tests.intake.files import PEOPLE, WEBINAR, table_file, text_file, workbook_file
from tests.intake.previews import imported, likely, only, seen, sheet, states


def test_a_plain_list_is_new_and_goes_to_the_comment_item() -> None:
    what = seen(*PEOPLE)
    assert states(what) == ["new", "new"]
    accepted = what.accepted()
    assert [(s.name, s.item, s.position, s.organisation) for s in accepted.sign_ups] == [
        ("Ana Ruiz", "1", Position.SUPPORT, "Tenants' Union"),
        ("Bo Lund", "1", Position.OPPOSE, ""),
    ]
    assert {s.channel for s in accepted.sign_ups} == {Channel.ONLINE}
    assert (accepted.items, accepted.contacts, accepted.counts) == ((), {}, (("registered", 2),))


def test_the_same_file_twice_adds_nobody() -> None:
    evening = prepared()
    rows = [*PEOPLE, PEOPLE[1], ["", "", "For"], ["", "", "For"]]
    imported(evening, seen(*rows, hearing=evening.hearing))
    assert evening.hearing.last_slip == 5
    again = seen(*rows, hearing=evening.hearing)
    assert states(again) == ["already registered"] * 5
    assert [row.why for row in again.rows] == [f"slip {n}" for n in range(1, 6)]
    assert (again.accepted().sign_ups, again.counts) == ((), (("already registered", 5),))


def test_a_file_that_has_grown_adds_the_new_rows_only_in_whatever_order() -> None:
    evening = prepared()
    imported(evening, seen(*PEOPLE, hearing=evening.hearing))
    grown = seen(PEOPLE[0], PEOPLE[2], ["Cy Ng", "", "On"], PEOPLE[1], hearing=evening.hearing)
    assert states(grown) == ["already registered", "new", "already registered"]


def test_an_id_of_its_own_tells_a_registration_even_when_the_name_was_mended() -> None:
    evening = prepared()
    imported(evening, seen(["Registration ID", "Name"], ["R-2026-0017", "Jon Smith"], hearing=evening.hearing))
    mended = seen(["Registration ID", "Name"], ["R-2026-0017", "John Smith"], hearing=evening.hearing)
    assert states(mended) == ["already registered"]


def test_a_running_number_of_another_form_is_another_registration() -> None:
    evening = prepared()
    imported(evening, seen(["ID", "Name"], ["1", "Ana Ruiz"], hearing=evening.hearing))
    other = seen(["ID", "Name"], ["1", "Bo Lund"], hearing=evening.hearing)
    assert states(other) == ["new"]


def test_likely_the_same_person_is_shown_and_still_taken() -> None:
    what = seen(
        ["Name"],
        ["María García"],
        ["Maria  Garcia"],
        ["Steven McCrow"],
        ["Steve McCrow"],
        ["Ana Ruiz"],
        ["Ana Ruz Ito"],
    )
    assert states(what) == ["new", "likely the same person", "new", "likely the same person", "new", "new"]
    assert [row.why for row in likely(what)] == [
        "the same name as row 2 on this item",
        "nearly the same name as row 4 on this item",
    ]
    assert len(what.accepted().sign_ups) == 6


def test_likely_the_same_person_as_somebody_with_a_slip() -> None:
    evening = prepared()
    evening.register("Ana Ruiz")
    row = only(["Name"], ["RUIZ, Ana"], hearing=evening.hearing)
    assert (row.state, row.why, row.taken) == (RowState.LIKELY, "the same name as slip 1 on this item", True)


def test_the_same_name_on_another_item_is_nobody_else() -> None:
    what = seen(["Name", "Item"], ["Ana Ruiz", "1"], ["Ana Ruiz", "6"])
    assert states(what) == ["new", "new"]


def test_the_clerk_may_take_what_was_set_aside_and_leave_what_is_new() -> None:
    what = seen(["Full name"], ["WITNESS LIST"], ["Ana Ruiz"], ["Bo Lund"])
    chosen = what.with_choice(2, take=True).with_choice(4, take=False)
    assert [s.name for s in chosen.accepted().sign_ups] == ["WITNESS LIST", "Ana Ruiz"]
    assert chosen.counts == (("registered", 2), ("left out by the clerk", 1))
    assert what.counts == (("registered", 2), ("set aside", 1))
    assert chosen.with_choice(4, take=True).counts == (("registered", 3),)


def test_a_row_taken_although_registered_already_gets_a_slip_of_its_own() -> None:
    evening = prepared()
    for slips in (1, 2, 3):
        what = seen(["Name"], ["Ana Ruiz"], hearing=evening.hearing)
        imported(evening, what if slips == 1 else what.with_choice(2, take=True))
        assert evening.hearing.last_slip == slips
    assert len({r.sign_up.source for r in evening.hearing.registrations.values()}) == 3


def test_rows_that_cannot_be_taken_and_rows_that_do_not_exist() -> None:
    what = seen(["Name"], ["A" * 1001], ["B" * 1000])
    assert states(what) == ["refused", "new"]
    assert what.counts == (("registered", 1), ("refused", 1))
    with pytest.raises(BadChoice, match="Row 2 cannot be taken: its name is 1,001 characters long"):
        what.with_choice(2, take=True)
    with pytest.raises(BadChoice, match="no row 9"):
        what.with_choice(9, take=False)


def test_a_list_without_a_column_of_names_asks_for_one() -> None:
    with pytest.raises(
        BadMapping, match=r"No column is known to hold names. Nothing was changed. Say which, as in name=Colour"
    ):
        seen(["Colour", "Weight"], ["red", "heavy"])


PAPER = """Lakemont Fire and Police Commission,,,,,
"Public comment sign-in, February 5, 2026",,,,,
,,,,,
#,Name (please print),Address,Representing,For / Against / Neutral,Item #
1,Ana Ruiz,"12 Elm St, Lakemont",Self,Against,6
2,"Lund, Bo",,Tenants United,f,6
3,,,,neutral,
4,Mr. & Mrs. John Smith,,,A,"1, 6"
Total,4,,,,
"""


def test_a_paper_sheet_typed_up(tmp_path: Path) -> None:
    found = read(text_file(tmp_path, PAPER))[0]
    what = preview(found, guess(found), prepared().hearing)
    assert [(s.name, s.item, s.position, s.organisation) for s in what.accepted().sign_ups] == [
        ("Ana Ruiz", "6", Position.OPPOSE, ""),
        ("Bo Lund", "6", Position.SUPPORT, "Tenants United"),
        ("", "1", Position.NEUTRAL, ""),
        ("Mr. & Mrs. John Smith", "1", Position.OPPOSE, ""),
        ("Mr. & Mrs. John Smith", "6", Position.OPPOSE, ""),
    ]
    assert what.rows[3].why == "one slip for each of its items, 1 and 6"
    assert what.slips == 5
    assert what.rows[4].why == "a line of the page, not a person: “Total 4”"
    assert what.counts == (("registered", 4), ("set aside", 1), ("in other parts of the file", 2))


def test_who_does_not_say_how_they_take_part_comes_in_person() -> None:
    found = sheet(["Name", "How will you attend?"], ["Ana", ""], ["Bo", "by phone"])
    what = preview(found, guess(found), prepared().hearing)
    assert [s.mode for s in what.accepted().sign_ups] == [Mode.IN_PERSON, Mode.REMOTE_PHONE]


def test_a_webinar_registers_its_attendees_once(tmp_path: Path) -> None:
    people = read(text_file(tmp_path, WEBINAR))[0]
    what = preview(people, guess(people), prepared().hearing)
    assert states(what) == ["new", "listed again", "new", "set aside"]
    assert what.rows[1].why == f"the same registration as row {what.rows[0].number}"
    first, second = what.accepted().sign_ups
    assert (first.name, first.mode, first.position) == ("Ines Okafor", Mode.REMOTE_VIDEO, Position.OPPOSE)
    assert (second.name, second.position) == ("Ajay", Position.SUPPORT)
    assert first.received == datetime(2025, 3, 15, 16, 23, 29, tzinfo=UTC)
    assert dict(what.counts)["in other parts of the file"] == people.outside
    assert sum(count for _, count in what.counts) == what.read == len(WEBINAR.splitlines()) - 1


def test_two_people_of_one_name_stay_two() -> None:
    evening = prepared()
    rows = [["Name", "Email", "Timestamp"], ["Maria Garcia", "one@b.example", "2/5/2026 5:00:01 PM"],
            ["Maria Garcia", "two@b.example", "2/5/2026 5:00:01 PM"]]  # fmt: skip
    what = seen(*rows, hearing=evening.hearing)
    assert states(what) == ["new", "likely the same person"]
    imported(evening, what)
    assert evening.hearing.last_slip == 2
    assert states(seen(*rows, hearing=evening.hearing)) == ["already registered"] * 2


def test_dates_that_may_be_read_either_way_are_said() -> None:
    what = seen(["Name", "Timestamp"], ["Ana", "9/8/2026 14:28:27"])
    assert what.notes[-1] == "Dates like 9/8/2026 14:28:27 are read with the month first."
    told = seen(["Name", "Timestamp"], ["Ana", "9/8/2026 14:28:27"], ["Bo", "31/8/2026 09:00"])
    received = told.accepted().sign_ups[0].received
    assert received is not None
    assert (received.month, "month first" in told.notes[-1]) == (8, False)


def test_the_notes_say_how_the_file_was_read(tmp_path: Path) -> None:
    found = read(table_file(tmp_path, PEOPLE, ";", "utf-16"))[0]
    assert preview(found, guess(found), prepared().hearing).notes == ("CSV, UTF-16, semicolon; header in row 1",)
    book = read(workbook_file(tmp_path, PEOPLE))[0]
    assert preview(book, guess(book), prepared().hearing).notes == ("XLSX, sheet “Sheet”; header in row 1",)


CELLS = st.lists(st.lists(st.text(max_size=20), min_size=4, max_size=4), max_size=8)


@given(CELLS)
def test_every_row_of_any_list_is_counted_and_none_stops_the_others(rows: list[list[str]]) -> None:
    filled = [cells for cells in rows if any(cell.strip() for cell in cells)]
    evening = prepared()
    what = seen(["Name", "Position", "Item", "Timestamp"], *filled, hearing=evening.hearing)
    assert sum(count for _, count in what.counts) == what.read == len(filled)
    accepted = what.accepted()
    if accepted.sign_ups:
        imported(evening, what)
    assert evening.hearing.last_slip == len(accepted.sign_ups)
    again = seen(["Name", "Position", "Item", "Timestamp"], *filled, hearing=evening.hearing)
    assert again.accepted().sign_ups == ()


def test_hostile_strings_are_people_like_any_other(tmp_path: Path, real_data: Path) -> None:
    strings = json.loads((real_data / "hostile" / "blns.json").read_text(encoding="utf-8"))
    names = (real_data / "hostile" / "unicode-person-names.txt").read_text(encoding="utf-8").splitlines()
    texts = [text for text in (*strings, *names) if "\r" not in text]
    rows = [["Full name", "Organization", "Comment"], *([text, text, f"row {n}"] for n, text in enumerate(texts))]
    evening = prepared()
    found = read(table_file(tmp_path, rows))[0]
    what = preview(found, guess(found), evening.hearing)
    assert what.read == len(texts)
    for row, text in zip(what.rows, texts, strict=True):
        assert row.sign_up is not None
        name = f"{row.sign_up.title} {row.sign_up.name}".strip()
        assert name == one_line(text) or row.contact.note.startswith(f"row {row.number - 2}"), text
    imported(evening, what)
    assert evening.hearing.last_slip == len(what.accepted().sign_ups) > 550


def test_names_that_are_all_numbers_are_still_names_where_no_other_column_can_be() -> None:
    what = seen(["Name", "Position"], ["14", "For"], ["15", "Against"], ["16", "On"], ["17", "For"])
    assert [row.sign_up.name for row in what.rows if row.sign_up] == ["14", "15", "16", "17"]
    better = seen(["Name", "Full name"], ["14", "Ana"], ["15", "Bo"], ["16", "Cy"])
    assert [row.sign_up.name for row in better.rows if row.sign_up] == ["Ana", "Bo", "Cy"]
