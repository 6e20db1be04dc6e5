"""What one row of a list says, each thing in its place; and which rows are no people."""

from datetime import UTC, datetime

import pytest

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
from hearingdesk.intake import BadChoice, RowState
from tests.builders import prepared
from tests.intake.files import PEOPLE
from tests.intake.previews import imported, only, seen, slip, states


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


def test_unprintable_characters_are_taken_out_and_said() -> None:
    row = only(["Name"], ["Ana\x07 Ru\u202eiz"])
    assert row.sign_up is not None
    assert (row.sign_up.name, row.state) == ("Ana Ruiz", RowState.CHECK)
    assert "cannot be printed" in row.why
