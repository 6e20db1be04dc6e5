"""What one row of a list says, each thing in its place; and which rows are no people."""

import re
from datetime import UTC, datetime

import pytest

from hearingdesk.domain import rules
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
from tests.builders import BODY, CONCERNS, MEETING, PROFILE, Evening, prepared
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


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("6;2;", ["6", "2"]),
        ("6;", ["6"]),
        ("1, 2", ["1", "2"]),
        ("Items 2 and 6", ["2", "6"]),
        ("item nos. 1, 2, and 6", ["1", "2", "6"]),
        ("#2 & #6", ["2", "6"]),
        ("2\n6", ["2", "6"]),
        ("6, 6, 6", ["6"]),
        ("FPC1001 and FPC1006", ["2", "6"]),
        ("2 AND 9", ["2", "9"]),
        ("cats and dogs", ["1"]),
        ("Presentation on facial recognition, and more", ["6"]),
        ("N/A", ["1"]),
        ("and", ["1"]),
    ],
)
def test_a_row_that_names_several_items_makes_a_slip_for_each(text: str, items: list[str]) -> None:
    row = only(["Name", "Which agenda item?", "Email"], ["Ana", text, "ana@example.org"])
    assert [sign_up.item for sign_up in row.sign_ups] == items
    assert {sign_up.name for sign_up in row.sign_ups} == {"Ana"}
    assert len({sign_up.source for sign_up in row.sign_ups}) == len(items)
    assert ("one slip for each of its items" in row.why) == (len(items) > 1)


def test_several_slips_of_a_row_have_the_contact_and_are_known_again() -> None:
    evening = prepared()
    rows = ["Name", "Item", "Email"], ["Ana", "1, 6", "ana@example.org"], ["Bo", "2", ""]
    what = seen(*rows, hearing=evening.hearing)
    accepted = what.accepted()
    assert [(s.name, s.item) for s in accepted.sign_ups] == [("Ana", "1"), ("Ana", "6"), ("Bo", "2")]
    assert {place: contact.email for place, contact in accepted.contacts.items()} == dict.fromkeys(
        (0, 1), "ana@example.org"
    )
    assert (what.read, what.slips, what.counts) == (2, 3, (("registered", 2),))
    imported(evening, what)
    again = seen(*rows, hearing=evening.hearing)
    assert [(row.state, row.why) for row in again.rows] == [
        (RowState.KNOWN, "slips 1, 2"),
        (RowState.KNOWN, "slip 3"),
    ]


def test_an_item_added_to_a_row_later_is_the_only_new_slip() -> None:
    evening = prepared()
    imported(evening, seen(["Id", "Name", "Item"], ["a-1000001", "Ana", "1"], hearing=evening.hearing))
    row = only(["Id", "Name", "Item"], ["a-1000001", "Ana", "1, 6"], hearing=evening.hearing)
    assert [sign_up.item for sign_up in row.sign_ups] == ["6"]
    assert row.why == "one slip for each of its items, 1 and 6; registered already: slip 1"


@pytest.mark.parametrize("head", [["Id", "Name", "Item"], ["Ref", "Name", "Item"]])
@pytest.mark.parametrize(("before", "after"), [("1, 6", "6, 1"), ("1, 6", "6"), ("1", "6 and 1"), ("2; 6; 1", "1, 2")])
def test_items_in_another_order_are_the_same_slips(head: list[str], before: str, after: str) -> None:
    evening = prepared()
    imported(evening, seen(head, ["a-1000001", "Ana", before], hearing=evening.hearing))
    had = {one.sign_up.item for one in evening.hearing.registrations.values()}
    again = only(head, ["a-1000001", "Ana", after], hearing=evening.hearing)
    new = {sign_up.item for sign_up in again.sign_ups} if again.taken else set()
    assert new == {item.strip() for item in re.split(",|and|;", after)} - had


def test_who_may_be_the_same_is_told_with_their_slip_or_row() -> None:
    evening, head = prepared(), ["Id", "Name", "Organization"]
    imported(evening, seen(head, ["1000001", "Ana Ruiz", "Tenants"], hearing=evening.hearing))
    rows = ["1000002", "ana ruiz", ""], ["1000003", "Ana  Ruíz", "Unions"]
    first, second = seen(head, *rows, hearing=evening.hearing).rows
    assert [(twin.known_as, twin.sign_up.organisation) for twin in first.twins] == [("slip 1", "Tenants")]
    assert [twin.known_as for twin in second.twins] == ["slip 1"]
    assert all(row.taken for row in (first, second))


def test_the_item_for_rows_that_name_none_is_the_clerks_choice() -> None:
    assert seen(*PEOPLE, default_item="6").accepted().sign_ups[0].item == "6"
    with pytest.raises(BadChoice, match=r"There is no item 99 on the agenda.*The items are: 1, 2, 6"):
        seen(*PEOPLE, default_item="99")


def test_without_an_item_to_go_to_the_rows_are_refused() -> None:
    bare = prepared(agenda=(ItemNotice("2", "2", "Minutes"),)).hearing
    row = only(["Name"], ["Ana"], hearing=bare)
    assert (row.state, row.can_take) == (RowState.REFUSED, False)
    assert "names no item" in row.why


def test_before_there_is_an_agenda_no_item_can_be_chosen_and_none_is_asked_for() -> None:
    evening = Evening()
    evening.act(rules.prepare_hearing, body=BODY, meeting=MEETING, profile=PROFILE, concerns=CONCERNS)
    row = only(["Name"], ["Ada Bell"], hearing=evening.hearing)
    assert row.why.startswith("the agenda has no item yet to register it for. Put the agenda in first")


def test_unprintable_characters_are_taken_out_and_said() -> None:
    row = only(["Name"], ["Ana\x07 Ru\u202eiz"])
    assert row.sign_up is not None
    assert (row.sign_up.name, row.state) == ("Ana Ruiz", RowState.CHECK)
    assert "cannot be printed" in row.why


@pytest.mark.parametrize(
    ("heading", "said", "minor", "shown", "chosen"),
    [
        ("Under 18?", "Yes", True, NameShown.FULL, False),
        ("Minor", "no", False, NameShown.FULL, False),
        ("Are you a minor?", "sixteen", True, NameShown.FULL, False),
        ("Parent's choice of name", "full name", True, NameShown.FULL, True),
        ("How may the name be shown? (parent or guardian)", "", False, NameShown.FULL, False),
        ("Parent's choice of name", "first name and initial", True, NameShown.INITIAL, True),
        ("Guardian's choice of name", "withheld", True, NameShown.WITHHELD, True),
    ],
)
def test_a_minor_and_the_parents_choice_are_read(
    heading: str, said: str, minor: bool, shown: NameShown, chosen: bool
) -> None:
    read = slip(["Name", heading], ["Ana", said])
    assert (read.minor, read.name_shown, read.parent_chose) == (minor, shown, chosen)


@pytest.mark.parametrize("heading", ["Safe at Home", "Address restricted", "Is your address confidential?"])
def test_a_restricted_address_is_read(heading: str) -> None:
    read = [slip(["Name", "Address", heading], ["Ana", "1 Elm St", said]) for said in ("yes", "no", "")]
    assert [one.address_restricted for one in read] == [True, False, False]
