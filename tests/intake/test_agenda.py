"""Agendas out of files: Legistar's answers in every shape they take, tables, and what is no item with its reason."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.values import ItemKind, ItemNotice
from hearingdesk.intake import AgendaPreview, BadMapping, Unreadable, read_agenda
from hearingdesk.intake.legistar import plain_text
from hearingdesk.intake.notices import kind_of
from tests.builders import AGENDA, prepared
from tests.intake.files import table_file, text_file, workbook_file

CHICAGO = "America/Chicago"
EVENT = {
    "EventId": 41,
    "EventBodyName": "Fire and Police Commission",
    "EventDate": "2026-02-05T00:00:00",
    "EventTime": "6:00 PM",
    "EventLocation": "City Hall\r\nRoom 301-B",
    "EventComment": "Please note that Item 6 (FPC1006) will be heard no later than 7:00 p.m. for a guest.",
}


def item(sequence: object, title: object, **more: object) -> dict[str, Any]:
    return {"EventItemId": 1, "EventItemAgendaSequence": sequence, "EventItemTitle": title} | {
        f"EventItem{name}": value for name, value in more.items()
    }


ITEMS = [
    item(
        3,
        "Resolution relating to the minutes",
        AgendaNumber="2.",
        MatterFile="FPC1002",
        MatterId=2,
        MatterType="Resolution",
    ),
    item(1, "Comment(s) by the Public.", AgendaNumber="1."),
    item(2, "Consent"),
    item(4, "Resolution on two appointments", AgendaNumber="3.", MatterFile="FPC1003", MatterId=3),
    item(5, "Regular agenda"),
    item(
        6,
        "Communication on facial&nbsp;recognition<br>by the <b>guests</b>",
        AgendaNumber="6.",
        MatterFile="FPC1006",
        MatterId=6,
    ),
    item(7, "Public hearing on a conditional use", AgendaNumber="7.", MatterFile="FPC1007", MatterId=7),
    item(None, "Not on it", MatterFile="FPC1008"),
    item(9, None, MatterFile="FPC1009"),
    item("x", "Sequence of another kind"),
    item(10, "Adjournment"),
]


def saved(folder: Path, data: object) -> Path:
    return text_file(folder, json.dumps(data), name="agenda.json")


def only(folder: Path, data: object) -> AgendaPreview:
    (found,) = read_agenda(saved(folder, data), timezone=CHICAGO)
    return found


def test_an_event_with_its_items(tmp_path: Path) -> None:
    found = only(tmp_path, EVENT | {"EventItems": ITEMS})
    assert [(n.id, n.number, n.file_number, n.title, n.kind) for n in found.items] == [
        ("1", "1", "", "Comment(s) by the Public.", ItemKind.COMMENT),
        ("2", "2", "FPC1002", "Resolution relating to the minutes", ItemKind.CONSENT),
        ("3", "3", "FPC1003", "Resolution on two appointments", ItemKind.CONSENT),
        ("6", "6", "FPC1006", "Communication on facial recognition by the guests", ItemKind.PRESENTATION),
        ("7", "7", "FPC1007", "Public hearing on a conditional use", ItemKind.HEARING),
        ("11", "", "", "Adjournment", ItemKind.PROCEDURE),
    ]
    assert [(line.words, line.why) for line in found.set_aside] == [
        ("Consent", "the title of a section, not an item"),
        ("Regular agenda", "the title of a section, not an item"),
        ("Not on it", "not on the agenda: it has no place in its order"),
        ("an item", "not on the agenda: it has no title"),
        ("Sequence of another kind", "not on the agenda: it has no place in its order"),
    ]
    assert found.counts == (("noticed", 6), ("set aside", 5))
    assert sum(count for _, count in found.counts) == len(ITEMS)


def test_the_facts_of_the_meeting_come_along(tmp_path: Path) -> None:
    found = only(tmp_path, EVENT | {"EventItems": ITEMS})
    facts = found.facts
    assert (facts.body, facts.day, facts.time) == ("Fire and Police Commission", date(2026, 2, 5), "6:00 PM")
    assert facts.place == "City Hall\nRoom 301-B"
    assert facts.starts(CHICAGO) == datetime(2026, 2, 6, 0, 0, tzinfo=UTC)
    assert facts.words == "Fire and Police Commission, 2026-02-05, 6:00 PM"


def test_an_item_to_be_heard_by_a_time_has_it(tmp_path: Path) -> None:
    more = [
        item(11, "Report on fires (to be heard at 8 p.m.)", AgendaNumber="8"),
        item(12, "At noon", AgendaNumber="9"),
    ]
    found = only(tmp_path, EVENT | {"EventItems": [*ITEMS, *more]})
    timed = {notice.number: notice.hear_by for notice in found.items if notice.hear_by}
    assert timed == {"6": datetime(2026, 2, 6, 1, 0, tzinfo=UTC), "8": datetime(2026, 2, 6, 2, 0, tzinfo=UTC)}


@pytest.mark.parametrize(
    "shape",
    [
        ITEMS,
        {"value": ITEMS},
        {"event": EVENT, "items": ITEMS},
        [EVENT | {"EventItems": []}, *ITEMS],
        {"odata.metadata": "x", "value": [EVENT | {"EventItems": ITEMS}]},
    ],
)
def test_every_shape_of_the_answer_gives_the_same_items(tmp_path: Path, shape: object) -> None:
    assert [notice.number for notice in only(tmp_path, shape).items] == ["1", "2", "3", "6", "7", ""]


def test_several_meetings_are_several_agendas_the_fullest_first(tmp_path: Path) -> None:
    other = EVENT | {
        "EventId": 42,
        "EventBodyName": "Zoning Board",
        "EventItems": [item(1, "Appeal", AgendaNumber="1")],
    }
    found = read_agenda(
        saved(tmp_path, [EVENT | {"EventItems": []}, other, EVENT | {"EventItems": ITEMS}]), timezone=CHICAGO
    )
    assert [len(agenda.items) for agenda in found] == [6, 1, 0]
    assert found[1].facts.body == "Zoning Board"


def test_nulls_and_wrong_types_do_no_harm(tmp_path: Path) -> None:
    broken = dict.fromkeys(EVENT) | {
        "EventItems": [None, 7, "x", item(1, ["a"]), item(2, 1999), item({}, "y"), item(True, "z")]
    }
    found = only(tmp_path, broken)
    assert [notice.title for notice in found.items] == ["z", "1999"]
    assert (found.facts.day, found.facts.starts(CHICAGO)) == (None, None)
    assert "does not say on which day" in found.notes[0]
    junk = only(tmp_path, EVENT | {"EventTime": "after the parade", "EventDate": "soon", "EventItems": 5})
    assert (junk.items, junk.facts.time, junk.facts.day) == ((), "after the parade", None)
    assert only(tmp_path, EVENT | {"EventTime": "junk"}).notes == ("The time “junk” cannot be read. Set it yourself.",)


@pytest.mark.parametrize("text", ["[{", '{"EventItems": [', "[" * 100_000, '[{"EventItemTitle": "a",}]'])
def test_damaged_json_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unreadable, match="Nothing was changed"):
        read_agenda(text_file(tmp_path, text, name="agenda.json"))


def test_json_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is JSON, but no agenda of Legistar's"):
        read_agenda(saved(tmp_path, {"people": ["Ana"]}))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Plain", "Plain"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("<script>alert(1)</script>Fires", "Fires"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("A\r\nB\tC", "A B C"),
        (None, ""),
        (7, "7"),
        ({"a": 1}, ""),
    ],
)
def test_markup_in_titles_becomes_text(title: object, text: str) -> None:
    assert plain_text(title) == text


@pytest.mark.parametrize(
    ("title", "of_type", "kind"),
    [
        ("Comment(s) by the Public.", "", ItemKind.COMMENT),
        ("PUBLIC COMMENT", "", ItemKind.COMMENT),
        ("Citizen Communications", "", ItemKind.COMMENT),
        ("Call to order and roll call", "", ItemKind.PROCEDURE),
        ("Adjournment", "", ItemKind.PROCEDURE),
        ("Approval of the agenda", "", ItemKind.PROCEDURE),
        ("Resolution on a new report", "Resolution", ItemKind.ACTION),
        ("Public hearing on rezoning", "Ordinance", ItemKind.HEARING),
        ("Communication from the Chief", "", ItemKind.PRESENTATION),
        ("Annual report", "Presentation", ItemKind.PRESENTATION),
        ("Aging", "Oversight", ItemKind.HEARING),
        ("Anything", "consent", ItemKind.CONSENT),
        ("Purchase of a boat", "", ItemKind.ACTION),
    ],
)
def test_kinds_are_guessed_from_title_and_type(title: str, of_type: str, kind: ItemKind) -> None:
    assert kind_of(title, of_type) is kind


def test_the_flag_of_the_consent_agenda_counts() -> None:
    assert kind_of("Purchase of a boat", consent=True) is ItemKind.CONSENT
    assert kind_of("Public comment", consent=True) is ItemKind.COMMENT


ROWS = [
    ["No.", "File number", "Title", "Type", "Hear by"],
    ["1", "", "Comments by the public", "", ""],
    ["2", "FPC1002", "Minutes", "Consent", ""],
    ["", "", "Regular agenda", "", ""],
    ["6", "FPC1006", "Facial recognition", "Presentation", "7:00 PM"],
    ["7", "FPC1007", "", "", ""],
]


@pytest.mark.parametrize("book", [False, True])
def test_a_table_in_text_or_workbook(tmp_path: Path, book: bool) -> None:
    path = workbook_file(tmp_path, ROWS) if book else table_file(tmp_path, ROWS)
    (found,) = read_agenda(path, on=date(2026, 2, 5), timezone=CHICAGO)
    seven = datetime(2026, 2, 6, 1, 0, tzinfo=UTC)
    assert found.items == (
        ItemNotice("1", "1", "Comments by the public", "", ItemKind.COMMENT),
        ItemNotice("2", "2", "Minutes", "FPC1002", ItemKind.CONSENT),
        ItemNotice("6", "6", "Facial recognition", "FPC1006", ItemKind.PRESENTATION, seven),
    )
    assert [(line.number, line.why) for line in found.set_aside] == [
        (4, "the title of a section, not an item"),
        (6, "it has no title"),
    ]
    assert found.mapping is not None
    assert found.mapping.to_dict() == {
        "number": "No.",
        "file_number": "File number",
        "title": "Title",
        "kind": "Type",
        "hear_by": "Hear by",
    }


def test_columns_of_a_table_can_be_corrected(tmp_path: Path) -> None:
    path = table_file(tmp_path, [["A", "B"], ["1", "Minutes"], ["2", "Fires"]])
    with pytest.raises(BadMapping, match="No column is known to hold titles"):
        read_agenda(path)
    (found,) = read_agenda(path, corrections=["title=B", "number=A"])
    assert [(n.number, n.title) for n in found.items] == [("1", "Minutes"), ("2", "Fires")]


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="has no rows under its header"):
        read_agenda(table_file(tmp_path, ROWS[:1]))


def test_numbers_that_start_again_get_ids_of_their_own(tmp_path: Path) -> None:
    (found,) = read_agenda(
        table_file(tmp_path, [["No.", "Title"], ["1", "Minutes"], ["1", "Fires"], ["", "Adjournment"]])
    )
    assert [(n.id, n.number) for n in found.items] == [("1", "1"), ("1-2", "1"), ("4", "")]


def test_what_is_on_the_agenda_already_is_not_noticed_twice(tmp_path: Path) -> None:
    path = table_file(tmp_path, ROWS)
    (found,) = read_agenda(path, agenda=AGENDA, timezone=CHICAGO)
    assert [n.id for n in found.items] == ["2-2"]
    assert found.set_aside[0].why == "on the agenda already, as 1"
    (twice,) = read_agenda(path, agenda=(*AGENDA, *found.items))
    assert twice.items == ()
    evening = prepared()
    evening.act(rules.notice_agenda, items=found.items, source="agenda.csv")
    assert evening.hearing.agenda == ("1", "2", "6", "2-2")


def test_a_table_says_nothing_of_its_meeting(tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_text("Number,Title,Hear by\n1,Comments,7:00 PM\n", encoding="utf-8")
    (found,) = read_agenda(path, on=date(2026, 2, 5), timezone=CHICAGO)
    assert found.items[0].hear_by == datetime(2026, 2, 6, 1, 0, tzinfo=UTC)
    assert found.facts.words == ""
