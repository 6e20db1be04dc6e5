"""Which column holds which field: guessed with a reason, corrected by the clerk, remembered by the header."""

from pathlib import Path

import pytest

from hearingdesk.intake import BadMapping, Field, Mapping, fingerprint, guess, read, remembered
from hearingdesk.intake.sheets import Row, Sheet
from tests.intake.files import PEOPLE, WEBINAR, table_file, text_file


def sheet(*rows: list[str]) -> Sheet:
    return Sheet("", "CSV", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, 1)), 1)


def mapped(*headings: str, cells: tuple[str, ...] = ()) -> dict[str, str]:
    return guess(sheet(list(headings), list(cells or ["x"] * len(headings)))).to_dict()


def test_a_witness_list() -> None:
    headings = (
        "meeting_cd committee bill_name bill_cd position rbnt self fullWitnessName given_name sur_name organization"
    )
    cells = ("C1", "House", "HB 1", "HB00001", "For", "False", "True", "Ray,\nAna", "Ana", "Ray", "")
    assert mapped(*headings.split(), cells=cells) == {
        "name": "fullWitnessName",
        "given_name": "given_name",
        "surname": "sur_name",
        "item": "bill_name",
        "position": "position",
        "registering_only": "rbnt",
        "organisation": "organization",
        "self": "self",
    }


def test_a_form_of_microsoft() -> None:
    item, support, person = (
        "Which agenda item do you wish to speak on?",
        "Do you support or oppose it?",
        "Will you speak?",
    )
    rows = [
        ["ID", "Start time", "Completion time", "Email", "Name", "Name2", item, support, "Need an interpreter?"],
        ["1", "7/27/26 19:06:23", "7/27/26 19:08:01", "anonymous", "", "Ana Ruiz", "6", "Oppose", "No"],
        ["2", "7/27/26 19:16:23", "7/27/26 19:18:01", "anonymous", "", "Bo Lund", "6", "Support", "Hmong"],
    ]
    more = [["E-mail address\xa0", person], ["a@b.example", "Yes"], ["b@b.example", "No"]]
    rows = [[*cells, *added] for cells, added in zip(rows, more, strict=True)]
    assert guess(sheet(*rows)).to_dict() == {
        "id": "ID",
        "received": "Completion time",
        "name": "Name2",
        "item": item,
        "position": support,
        "interpreter": "Need an interpreter?",
        "email": "E-mail address",
        "speaking": person,
    }


def test_a_form_of_google() -> None:
    headings = ["Timestamp", "Email Address", "First and last name", "What neighborhood do you live in?"]
    headings += ["Phone number", "Are you representing an organization?", "How do you pronounce your name?"]
    assert mapped(*headings) == {
        "received": "Timestamp",
        "email": "Email Address",
        "name": "First and last name",
        "place": "What neighborhood do you live in?",
        "phone": "Phone number",
        "organisation": "Are you representing an organization?",
        "pronunciation": "How do you pronounce your name?",
    }


def test_written_comments_and_a_speakers_list() -> None:
    cells = ("6", "Ana Ruiz", "a@b.example", "Ward 4", "No.", "Oppose", "2/5/2026 5:01 PM")
    assert mapped(
        "Agenda Item", "User Name", "Email", "Location", "Comment", "Position", "Date and Time", cells=cells
    ) == {
        "item": "Agenda Item",
        "name": "User Name",
        "email": "Email",
        "place": "Location",
        "note": "Comment",
        "position": "Position",
        "received": "Date and Time",
    }
    cells = ("11", "Ana Ruiz", "Ana Ruiz", "+", "0", "0", "sign_lines")
    assert mapped("item_num", "name_clean", "name_raw", "sign", "is_staff", "is_anonymous", "method", cells=cells) == {
        "item": "item_num",
        "name": "name_clean",
        "screen_name": "name_raw",
        "position": "sign",
        "capacity": "is_staff",
        "withhold_name": "is_anonymous",
    }


def test_the_attendees_of_a_webinar(tmp_path: Path) -> None:
    assert guess(read(text_file(tmp_path, WEBINAR))[0]).to_dict() == {
        "screen_name": "User Name (Original Name)",
        "given_name": "First Name",
        "surname": "Last Name",
        "email": "Email",
        "phone": "Phone",
        "received": "Registration Time",
        "status": "Approval Status",
        "position": "Do you support or oppose the policy?",
    }


def test_headings_in_spanish() -> None:
    assert mapped(
        "Marca temporal", "Nombre", "Correo electrónico", "Organización", "Posición", cells=("", "", "", "", "A favor")
    ) == {
        "received": "Marca temporal",
        "name": "Nombre",
        "email": "Correo electrónico",
        "organisation": "Organización",
        "position": "Posición",
    }


def test_each_guess_is_explained() -> None:
    mapping = guess(sheet(["Full name", "Your e-mail please", "col3", "col4"], *[["A", "x", "For", "a@b.example"]] * 3,
                          ["B", "y", "Against", "c@d.example"]))  # fmt: skip
    assert mapping.lines() == (
        ("name", "Full name", "the heading “Full name” is known"),
        ("position", "col3", "its cells are words for and against"),
        ("email", "Your e-mail please", "the heading “Your e-mail please” is taken for it"),
    )


def test_a_column_without_header_is_found_by_what_stands_in_it(tmp_path: Path) -> None:
    (found,) = read(text_file(tmp_path, "Ana Ruiz,ana@mail.example,For\nBo Lund,bo@mail.example,Against\n"))
    assert guess(found).to_dict() == {"email": "Column B", "position": "Column C", "name": "Column A"}
    assert guess(found).why["name"] == "its cells read like names"
    (names,) = read(text_file(tmp_path, "Ana Ruiz\nBo Lund\n"))
    assert guess(names).to_dict() == {"name": "Column A"}


def test_a_number_that_stands_twice_is_no_identity() -> None:
    rows = [["ID", "Name"], ["7", "Ana"], ["7", "Bo"]]
    assert guess(sheet(*rows)).to_dict() == {"name": "Name"}


def people() -> Mapping:
    return guess(sheet(*PEOPLE))


def test_the_clerk_corrects_by_field_and_column() -> None:
    mapping = people().corrected(["name=organization", "POSITION = ", "surname=NAME"])
    assert mapping.to_dict() == {"name": "Organization", "surname": "Name"}
    assert mapping.why["name"] == "chosen by the clerk"
    assert mapping.cell(Row(2, ("Ana", "Union")), Field.NAME) == "Union"
    assert mapping.cell(Row(2, ("Ana",)), Field.NAME) == ""
    assert mapping.cell(Row(2, ("Ana",)), Field.EMAIL) == ""


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("nome=Name", "There is no field “nome”. The fields are: name, given_name,"),
        ("name=Nome", "There is no column “Nome”. The columns are: Name, Organization, Position."),
        ("name", "“name” is no mapping. Write FIELD=COLUMN, for instance name=Name."),
    ],
)
def test_a_wrong_correction_lists_what_there_is(choice: str, said: str) -> None:
    with pytest.raises(BadMapping) as refused:
        people().corrected([choice])
    assert said in refused.value.sentence


def test_a_form_is_known_again_in_whatever_order_its_columns_stand() -> None:
    turned = sheet(*([cells[2], cells[0], cells[1]] for cells in PEOPLE))
    other = sheet(["Name", "Organization"], ["Ana", ""])
    assert fingerprint(sheet(*PEOPLE)) == fingerprint(turned) != fingerprint(other)
    kept = people().corrected(["item=Organization", "organisation="]).to_dict()
    again = remembered(turned, kept)
    assert again.to_dict() == kept
    assert again.cell(turned.body[0], Field.ITEM) == "Tenants' Union"
    assert "last time" in again.why["item"]


def test_what_is_remembered_may_be_gone() -> None:
    assert remembered(sheet(*PEOPLE), {"name": "Name", "email": "Mail", "colour": "Position"}).to_dict() == {
        "name": "Name"
    }
    assert remembered(sheet(*PEOPLE), {"name": "Nom"}).to_dict() == people().to_dict()


def test_columns_are_never_told_apart_by_position_alone(tmp_path: Path) -> None:
    twice = [["Name", "Answer", "Answer"], ["Ana", "For", "Yes"]]
    mapping = guess(read(table_file(tmp_path, twice))[0]).corrected(["position=Answer (2)", "speaking=answer"])
    assert (mapping.index(Field.POSITION), mapping.index(Field.SPEAKING)) == (2, 1)
