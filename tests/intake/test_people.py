"""A person's name out of what lists print: apart where it is plain, whole where it is not, and no text lost."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from hearingdesk.intake.people import Person, Style, joined, organisation_of, person, style_of
from hearingdesk.intake.text import one_line

LISTED = Style(surname_first=True, organisation_in_brackets=True)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Howe,\nChris (Self)", Person("Chris Howe", for_self=True)),
        ("Byler,\nBrent (DJI)", Person("Brent Byler", organisation="DJI")),
        ("Ray,\nAna (Self; Tenants' Union)", Person("Ana Ray", organisation="Tenants' Union", for_self=True)),
        (
            "Okafor\n(oh-KAH-for), Dr Ines (Civil Liberties Union)",
            Person("Ines Okafor", "Dr", "oh-KAH-for", "Civil Liberties Union"),
        ),
        ("Favia\ndel Corso Bianco, Marida (Self)", Person("Marida Favia del Corso Bianco", for_self=True)),
        ("Stanford\nII, Ken (Self)", Person("Ken Stanford II", for_self=True)),
        (
            "Hale, Dr. Charles A. (State University), Prairie View",
            Person("Charles A. Hale", "Dr.", "", "State University", "Prairie View"),
        ),
        ("Alonzo, Jr., Arturo (Extension)", Person("Arturo Alonzo Jr.", organisation="Extension")),
        ("Robert F. Pearl, Jr. (Freestone Co.)", Person("Robert F. Pearl Jr.", organisation="Freestone Co.")),
        ("Larry C. Drive, M.D. (Himself)", Person("Larry C. Drive, M.D.", for_self=True)),
        ("Gaines, Will, MD, MPH (self)", Person("Will Gaines, MD, MPH", for_self=True)),
        ("Judge Hector de Rosa,Jr (self)", Person("Hector de Rosa Jr", "Judge", for_self=True)),
        (
            'Smit, Tom "Smitty" (Public Citizen, Texas)',
            Person('Tom "Smitty" Smit', organisation="Public Citizen, Texas"),
        ),
        ("Ward, Pat (herself (ed. consultant))", Person("Pat Ward", organisation="ed. consultant", for_self=True)),
        (
            "De la Garza, Mike (self and Ramos Group)",
            Person("Mike De la Garza", organisation="Ramos Group", for_self=True),
        ),
        ("Zapp, Jr., Lee Otis (self/TCP/GW)", Person("Lee Otis Zapp Jr.", organisation="TCP/GW", for_self=True)),
        ("Van Horne PhD, Thomas (Psych Assn)", Person("Thomas Van Horne, PhD", organisation="Psych Assn")),
        (
            "Smith, Melinda (Associations of Texas (CAT))",
            Person("Melinda Smith", organisation="Associations of Texas (CAT)"),
        ),
        ("_, Sputnik (Riders)", Person("Sputnik", organisation="Riders")),
        ("Smith (Tenants) Bob", Person("Smith (Tenants) Bob")),
    ],
)
def test_names_as_witness_lists_print_them(printed: str, read: Person) -> None:
    assert person(printed, LISTED) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ana Ruiz", Person("Ana Ruiz")),
        ("Ruiz, Ana", Person("Ana Ruiz")),
        ("de la Cruz, Ana", Person("Ana de la Cruz")),
        ("Ana Ruiz, RN", Person("Ana Ruiz, RN")),
        ("Craig Cole, Software Specialist", Person("Craig Cole, Software Specialist")),
        ("Dr. Ana Ruiz", Person("Ana Ruiz", "Dr.")),
        ("Prof. Dr. Ana Ruiz", Person("Ana Ruiz", "Prof. Dr.")),
        ("Mrs. Johnson", Person("Mrs. Johnson")),
        ("Justice Smith", Person("Justice Smith")),
        ("Chief Ana Ruiz", Person("Ana Ruiz", "Chief")),
        ("Ana Ruiz (she/her)", Person("Ana Ruiz", pronouns="she/her")),
        ("Ana Ruiz (pronounced roo-EES)", Person("Ana Ruiz", pronunciation="roo-EES")),
        ("Xiu Ng (shoo-ing)", Person("Xiu Ng", pronunciation="shoo-ing")),
        ("William Jones (Bill)", Person("William Jones (Bill)")),
        ("William (Bill) Jones", Person("William (Bill) Jones")),
        ("Ana Ruiz (Tenants United)", Person("Ana Ruiz", organisation="Tenants United")),
        ("Ana Ruiz (self)", Person("Ana Ruiz", for_self=True)),
        ("Ho,\xa0James", Person("James Ho")),
        ("宮崎　駿", Person("宮崎　駿")),
        ("O’Connor,  Sinéad", Person("Sinéad O’Connor")),
        ("Cher", Person("Cher")),
        ("Robert'); DROP TABLE slips;--", Person("Robert'); DROP TABLE slips;--", odd=person("a)").odd)),
    ],
)
def test_names_as_people_type_them(typed: str, read: Person) -> None:
    assert person(typed) == read


def test_brackets_that_do_not_close_are_pointed_out() -> None:
    cut_off = person("Reyes,\nGuy (Self; Press Photographers, Press Association,", LISTED)
    assert (cut_off.name, cut_off.organisation) == ("Guy Reyes", "Press Photographers, Press Association")
    assert "the next row" in cut_off.odd
    rest = person("Lakemont\nMorning News)", LISTED)
    assert (rest.name, "the row before" in rest.odd) == ("Lakemont Morning News)", True)


def test_given_name_and_surname_from_two_columns() -> None:
    assert joined("Dr. Ana", "Ruiz") == Person("Ana Ruiz", "Dr.")
    assert joined("Ana", "") == Person("Ana")
    assert joined("Albert, Jr.", "Betz") == joined("Albert", "Betz, Jr.") == Person("Albert Betz Jr.")
    assert joined("", "") == Person()
    assert joined(" Ana\nMaría ", "de la  Cruz") == Person("Ana María de la Cruz")


def test_the_style_of_a_column_is_that_of_most_names() -> None:
    assert style_of(["Howe, Chris (Self)", "Ray, Ana (DJI)", "Cher"]) == LISTED
    assert style_of(["Ana Ruiz", "Bo Lund, Jr.", "Cy Ng (Bill)", "Di Oz"]) == Style()
    assert style_of([]) == Style()


@pytest.mark.parametrize(
    ("said", "organisation", "for_self"),
    [
        ("Self", "", True),
        ("Tenants' Union", "Tenants' Union", False),
        ("Self; Riley Inc.", "Riley Inc.", True),
        ("TLR & self", "TLR", True),
        ("Self-Help Legal Aid", "Self-Help Legal Aid", False),
        ("", "", False),
    ],
)
def test_whom_somebody_speaks_for(said: str, organisation: str, for_self: bool) -> None:
    assert organisation_of(said) == (organisation, for_self)


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text.casefold() if c.isalnum())


def everything(read: Person) -> str:
    return f"{read.name} {read.title} {read.pronunciation} {read.organisation} {read.place} {read.pronouns}"


def test_no_letter_is_lost_of_real_difficult_names(real_data: Path) -> None:
    with (real_data / "texas-witness-lists" / "real-difficult-names.csv").open(encoding="utf-8", newline="") as file:
        printed = [row["as_printed"] for row in csv.DictReader(file)]
    style = style_of(printed)
    assert (len(printed), style) == (255, LISTED)
    for text in printed:
        read = person(text, style)
        lost = letters(one_line(text)) - letters(everything(read))
        own = letters("himself") | letters("herself") | letters("and")
        assert not lost - (own if read.for_self else Counter()), text
        assert not letters(everything(read)) - letters(one_line(text)), text


def test_real_difficult_names_read_as_a_clerk_would_read_them(real_data: Path) -> None:
    with (real_data / "texas-witness-lists" / "real-difficult-names.csv").open(encoding="utf-8", newline="") as file:
        people = {row["as_printed"]: person(row["as_printed"], LISTED) for row in csv.DictReader(file)}
    whole = [text for text, read in people.items() if "," in read.name and read.name == one_line(text)]
    torn = [text for text, read in people.items() if read.odd]
    assert len(torn) == 21
    assert len([text for text in whole if text not in torn]) <= 4
    assert people["Van de Putte,Rep. L. (Author of HCR 79)"].name == "L. Van de Putte"


def test_hostile_strings_stay_what_they_are(real_data: Path) -> None:
    strings = json.loads((real_data / "hostile" / "blns.json").read_text(encoding="utf-8"))
    names = (real_data / "hostile" / "unicode-person-names.txt").read_text(encoding="utf-8").splitlines()
    style = style_of(strings)
    changed = [text for text in (*strings, *names) if person(text, style).name != one_line(text)]
    assert changed == ["Dr. Herman I. Libshitz"]
