"""What an import would do, row by row: states in words, nothing dropped, twice is once, the clerk decides."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import (
    Capacity,
    Channel,
    Contact,
    Interpreter,
    ItemKind,
    ItemNotice,
    Mode,
    NameShown,
    Position,
    SignUp,
)
from hearingdesk.intake import BadChoice, BadMapping, Preview, PreviewRow, RowState, guess, preview, read
from hearingdesk.intake.sheets import Row, Sheet
from hearingdesk.intake.text import one_line
from tests.builders import Evening, prepared
from tests.intake.files import PEOPLE, WEBINAR, table_file, text_file, workbook_file


def sheet(*rows: list[str]) -> Sheet:
    return Sheet("", "CSV", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, 1)), 1)


def seen(*rows: list[str], hearing: Hearing | None = None, **how: str) -> Preview:
    found = sheet(*rows)
    return preview(found, guess(found), hearing or prepared().hearing, **how)  # type: ignore[arg-type]


def only(*rows: list[str], hearing: Hearing | None = None) -> PreviewRow:
    (row,) = seen(*rows, hearing=hearing).rows
    return row


def slip(*rows: list[str]) -> SignUp:
    sign_up = only(*rows).sign_up
    assert sign_up is not None
    return sign_up


def imported(evening: Evening, what: Preview, source: str = "people.csv") -> None:
    accepted = what.accepted()
    if accepted.items:
        evening.act(rules.notice_agenda, items=accepted.items, source=source)
    evening.act(rules.import_sign_ups, sign_ups=accepted.sign_ups, source=source, counts=accepted.counts)


def states(what: Preview) -> list[str]:
    return [row.state for row in what.rows]


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
    assert [row.why for row in what.pairs] == [
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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("WITNESS LIST", "a line of the page, not a person: “WITNESS LIST”"),
        ("Speaker Sign-In Sheet (continued)", "a line of the page"),
        ("Page 2 of 7", "a line of the page"),
        ("Total: 58", "a line of the page"),
        ("Total speakers", "a line of the page"),
        ("For:", "a line of the page"),
        ("Full name", "the header of the list, once more"),
        ("--", "neither a name nor anything else of a person"),
    ],
)
def test_lines_of_the_page_are_set_aside_with_a_reason(text: str, why: str) -> None:
    row = only(["Full name"], [text])
    assert (row.state, row.taken) == (RowState.ASIDE, False)
    assert row.why.startswith(why)


@pytest.mark.parametrize("name", ["Page Forrest", "Art Total", "Ann Continued", "Anne Onn", "Mark For", "Will List"])
def test_names_that_sound_like_lines_of_the_page_are_people(name: str) -> None:
    assert only(["Full name"], [name]).state is RowState.NEW


def test_a_total_under_a_list_is_set_aside_wherever_it_stands() -> None:
    what = seen(
        ["No.", "Full name", "Position", "Phone"], ["1", "Ana", "For", ""], ["Total", "", "", ""], ["2", "", "", ""]
    )
    assert states(what) == ["new", "set aside", "set aside"]


def test_a_registration_cancelled_in_its_form_is_set_aside() -> None:
    row = only(["Name", "Status"], ["Ana Ruiz", "Cancelled by user"])
    assert (row.state, row.why) == (RowState.ASIDE, "its status is “Cancelled by user”")


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


def test_everything_a_row_says_finds_its_place() -> None:
    said = {
        "Name": "Dr. Ana Ruiz",
        "Position": "Support",
        "Organization": "Self; Union",
        "City": "Lakemont",
        "Email": "a@b.example",
        "Phone": "555",
        "Address": "1 Elm St",
        "Timestamp": "2/5/2026 5:00:01 PM",
        "Pronunciation": "roo-EES",
        "Language": "Spanish",
        "Accommodation": "Ramp",
        "Comment": "Please\ncall me",
        "Participation": "By Zoom",
        "Withhold name": "yes",
    }
    row = only(list(said), list(said.values()))
    assert row.state is RowState.NEW
    assert row.sign_up is not None
    assert row.sign_up == SignUp(
        "1",
        "Ana Ruiz",
        Position.SUPPORT,
        Mode.REMOTE_VIDEO,
        Channel.ONLINE,
        organisation="Union",
        place="Lakemont",
        name_shown=NameShown.WITHHELD,
        interpreter=Interpreter("Spanish"),
        title="Dr.",
        received=datetime(2026, 2, 5, 23, 0, 1, tzinfo=UTC),
        source=row.sign_up.source,
    )
    note = "Please\ncall me\nSpeaks for themselves, too."
    assert row.contact == Contact("a@b.example", "555", "1 Elm St", "roo-EES", note, "Ramp")


def test_what_is_private_never_enters_the_slip() -> None:
    row = only(
        ["Name", "Email", "Phone", "Address", "ID"], ["Ana", "ana@secret.example", "414-555-0188", "9 Hidden Rd", "1"]
    )
    assert row.contact.street == "9 Hidden Rd"
    for secret in ("secret", "0188", "Hidden"):
        assert secret not in str(row.sign_up)


def test_the_key_of_a_row_tells_nothing_of_the_person() -> None:
    assert slip(["Name"], ["Ana Ruiz"]).source.isalnum()
    assert "ruiz" not in slip(["Name"], ["Ana Ruiz"]).source


@pytest.mark.parametrize(
    ("heading", "said", "mode"),
    [
        ("rbnt", "True", Mode.REGISTERING_ONLY),
        ("rbnt", "False", Mode.IN_PERSON),
        ("rbnt", "", Mode.IN_PERSON),
        ("Do you wish to speak?", "No", Mode.REGISTERING_ONLY),
        ("Do you wish to speak?", "Yes", Mode.IN_PERSON),
        ("Do you wish to speak?", "", Mode.IN_PERSON),
        ("Do you wish to speak?", "I do not wish to speak", Mode.REGISTERING_ONLY),
        ("How will you attend?", "Virtually", Mode.REMOTE_VIDEO),
        ("How will you attend?", "Written statement only", Mode.WRITTEN),
    ],
)
def test_who_speaks_and_how(heading: str, said: str, mode: Mode) -> None:
    assert slip(["Name", heading], ["Ana", said]).mode is mode


def test_answers_nobody_understands_are_taken_with_a_remark_and_kept() -> None:
    headings = ["Name", "Position", "Timestamp", "Do you wish to speak?"]
    row = only(headings, ["Ana", "It depends", "next Tuesday", "Ask my lawyer"])
    assert (row.state, row.taken) == (RowState.CHECK, True)
    for text in ("“It depends” is not known", "“next Tuesday” cannot be read", "“Ask my lawyer” is not understood"):
        assert text in row.why
    assert row.contact.note == "Position as written: It depends\nReceived as written: next Tuesday"


@pytest.mark.parametrize("name", ["Anonymous", "Speaker", "(name withheld)", "Female speaker", "Unknown"])
def test_somebody_without_a_name_is_a_registration_without_a_name(name: str) -> None:
    row = only(["Name", "Position"], [name, "For"])
    assert row.sign_up is not None
    assert (row.sign_up.name, row.state) == ("", RowState.NEW)
    assert name in row.contact.note


def test_staff_are_told_apart() -> None:
    what = seen(["Name", "is_staff"], ["Ana", "1"], ["Bo", "0"])
    assert [s.capacity for s in what.accepted().sign_ups] == [Capacity.STAFF, Capacity.PUBLIC]


def test_half_a_registration_torn_by_a_page_is_pointed_out() -> None:
    what = seen(["Name"], ["Reyes,\nGuy (Self; Press Association,"], ["Lakemont\nNews)"], ["Ray,\nAna (Self)"])
    assert states(what) == ["new, please check", "new, please check", "new"]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("1", "1"),
        ("Item 6", "6"),
        ("#6", "6"),
        ("Agenda item no. 6", "6"),
        ("06", "6"),
        ("FPC1006", "6"),
        ("fpc 1006", "6"),
        ("Presentation on facial recognition", "6"),
        ("Item 6: Presentation on facial recognition", "6"),
        ("6. Facial recognition", "6"),
        ("Resolution FPC1001 on minutes", "2"),
        ("", "1"),
        ("Public comment", "1"),
        ("N/A", "1"),
        ("General", "1"),
    ],
)
def test_items_are_found_by_number_file_number_and_title(text: str, item: str) -> None:
    what = seen(["Name", "Item"], ["Ana", text])
    assert what.accepted().sign_ups[0].item == item
    assert what.new_items == ()


def test_items_that_are_not_on_the_agenda_are_noticed_in_the_same_act() -> None:
    what = seen(
        ["Name", "bill_name"], ["Ana", "HB 912"], ["Bo", "HB00912"], ["Cy", "12"], ["Di", "WITNESS"], ["Ed", "HB 1"]
    )
    assert what.with_choice(6, take=False).new_items == (
        ItemNotice("HB 912", "", "HB 912", "HB 912", ItemKind.HEARING),
        ItemNotice("12", "12", "Item 12", "", ItemKind.HEARING),
    )
    evening = prepared()
    imported(evening, what)
    assert [r.sign_up.item for r in evening.hearing.registrations.values()] == ["HB 912", "HB 912", "12", "1", "HB 1"]


def test_words_that_name_no_item_go_to_the_comments_and_are_kept() -> None:
    row = only(["Name", "Item"], ["Ana", "the cameras on my street"])
    assert row.state is RowState.CHECK
    assert "“the cameras on my street”, which is not on the agenda" in row.why
    assert row.contact.note == "Signed up for: the cameras on my street"
    tied = seen(["Name", "Item"], ["Ana", "the cameras on my street"], ties={"The cameras on my street": "6"})  # type: ignore[arg-type]
    assert (tied.rows[0].state, tied.accepted().sign_ups[0].item) == (RowState.NEW, "6")


def test_a_choice_of_several_items_is_pointed_out() -> None:
    row = only(["Name", "Which agenda item?"], ["Ana", "6;2;"])
    assert row.sign_up is not None
    assert (row.state, row.sign_up.item) == (RowState.CHECK, "6")
    assert "names 2 items" in row.why
    assert only(["Name", "Which agenda item?"], ["Ana", "6;"]).state is RowState.NEW


def test_the_item_for_rows_that_name_none_is_the_clerks_choice() -> None:
    assert seen(*PEOPLE, default_item="6").accepted().sign_ups[0].item == "6"
    with pytest.raises(BadChoice, match=r"There is no item 99 on the agenda.*The items are: 1, 2, 6"):
        seen(*PEOPLE, default_item="99")


def test_without_an_item_to_go_to_the_rows_are_refused() -> None:
    bare = prepared(agenda=(ItemNotice("2", "2", "Minutes"),)).hearing
    row = only(["Name"], ["Ana"], hearing=bare)
    assert (row.state, row.can_take) == (RowState.REFUSED, False)
    assert "names no item" in row.why


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
    ]
    assert what.rows[3].why == "names 2 items; the slip is for the first. Add the others by hand"
    assert what.rows[4].why == "a line of the page, not a person: “Total 4”"
    assert what.counts == (("registered", 4), ("set aside", 1), ("in other parts of the file", 2))


def test_how_people_take_part_may_be_said_for_a_whole_list() -> None:
    found = sheet(["Name", "How will you attend?"], ["Ana", ""], ["Bo", "by phone"])
    what = preview(found, guess(found), prepared().hearing, mode=Mode.WRITTEN)
    assert [s.mode for s in what.accepted().sign_ups] == [Mode.WRITTEN, Mode.REMOTE_PHONE]


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


def test_unprintable_characters_are_taken_out_and_said() -> None:
    row = only(["Name"], ["Ana\x07 Ru\u202eiz"])
    assert row.sign_up is not None
    assert (row.sign_up.name, row.state) == ("Ana Ruiz", RowState.CHECK)
    assert "cannot be printed" in row.why


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
