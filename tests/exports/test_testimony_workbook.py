"""The testimony workbook against the hearing it was made of."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from exports.published import Copy, as_published
from exports.testimony import write_testimony
from exports.text import clean
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import local
from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.tally import NOT_A_VOTE_LONG
from hearingdesk.domain.values import Contact, NameShown, StopReason
from tests.builders import PROFILE, commenting
from tests.exports.evenings import HEAD, busy, many

Rows = list[dict[str, Any]]
PRIVATE = Contact(
    email="private@example.invalid",
    phone="555-0100-PRIVATE",
    street="12 Private Street",
    pronunciation="PRY-vit",
    note="Private note of the clerk",
    need="private need",
)
NOTHING: Mapping[int, Contact] = {}


def sheets(path: Path) -> dict[str, Rows]:
    book: Any = load_workbook(path)
    made: dict[str, Rows] = {}
    for sheet in book.worksheets:
        header, *rows = sheet.iter_rows(values_only=True)
        made[sheet.title] = [dict(zip(header, row, strict=True)) for row in rows]
    return made


def written(hearing: Hearing, tmp_path: Path, copy: Copy = Copy.PUBLISHED) -> dict[str, Rows]:
    target = tmp_path / f"{copy}.xlsx"
    write_testimony(hearing, {2: PRIVATE, 6: PRIVATE}, HEAD, target, copy)
    return sheets(target)


def column(rows: Rows, title: str) -> list[Any]:
    return [row[title] for row in rows]


def measures(rows: Rows) -> dict[str, Any]:
    return {row["Measure"]: row["People"] if row["People"] is not None else row["Time"] for row in rows}


def test_the_sheets_stand_in_their_order(tmp_path: Path) -> None:
    assert list(written(busy().hearing, tmp_path)) == [
        "Read me",
        "Summary",
        "Testimony",
        "Registrations",
        "Concern marks",
        "Concerns tally",
        "Concern by position",
        "By district",
        "Written",
        "Proceedings",
    ]


def test_every_turn_is_there_in_the_order_heard_with_its_times(tmp_path: Path) -> None:
    hearing = busy().hearing
    rows = written(hearing, tmp_path)["Testimony"]
    turns = sorted((turn for turn in hearing.appearances.values() if turn.started), key=lambda turn: turn.turn)
    public = as_published(hearing)
    assert column(rows, "Heard as no.") == list(range(1, len(turns) + 1))
    assert column(rows, "Slip no.") == [turn.slip for turn in turns]
    assert column(rows, "Name as published") == [public.registrations[turn.slip].name for turn in turns]
    assert column(rows, "Started at (America/Chicago)") == [
        local(hearing, turn.started).replace(tzinfo=None) for turn in turns if turn.started
    ]
    assert column(rows, "Position counted") == [hearing.registrations[turn.slip].position.value for turn in turns]
    assert column(rows, "Summary") == [hearing.registrations[turn.slip].summary or None for turn in turns]


def test_a_turn_tells_what_was_allotted_used_over_and_stopped(tmp_path: Path) -> None:
    rows = {row["Name as published"]: row for row in written(busy().hearing, tmp_path)["Testimony"]}
    weber, vang, doe = rows["Tom Weber"], rows["Nhia Yer Vang"], rows["Kim Doe"]
    minute, second = timedelta(minutes=1), timedelta(seconds=1)
    assert [weber[name] for name in ("Allotted", "Used", "Over")] == [2 * minute, 130 * second, 10 * second]
    assert [vang[name] for name in ("Allotted", "Used", "Stopped")] == [10 * minute, 2 * minute, 45 * second]
    assert vang["Stopped for"] == "commissioner's question 0:45"
    assert (vang["Interpreter"], weber["Position as registered"], weber["Position as stated"]) == (
        "Hmong, consecutive",
        "S",
        "M",
    )
    assert (doe["Allotted"], doe["Capacity"]) == (None, "staff")
    assert rows["Linda Ander"]["Sharing the turn"] == "Jay Ander"
    assert rows["Alan Chavez"]["Reading the words of"] == "Debra Jensen"


def test_every_slip_is_there_heard_or_not(tmp_path: Path) -> None:
    hearing = busy().hearing
    rows = written(hearing, tmp_path)["Registrations"]
    assert column(rows, "Slip no.") == sorted(hearing.registrations)
    assert column(rows, "Status") == [
        hearing.registrations[slip].standing.word for slip in sorted(hearing.registrations)
    ]
    assert {row["Name as published"]: row["Heard"] for row in rows}["Max Hollow"] == "No"
    assert column(rows, "Concerns")[1] == "PRIV; MISID"


def test_the_summary_never_adds_up_who_spoke_and_who_did_not(tmp_path: Path) -> None:
    hearing = busy().hearing
    told = measures(written(hearing, tmp_path)["Summary"])
    tally = hearing.items["1"].tally
    assert told["Heard (public)"] == tally.heard == 9
    assert (told["Registered only"], told["Written comment"]) == (2, 1)
    assert (told["Registered only: S support"], told["Registered only: O oppose"]) == (1, 1)
    assert (told["Written comment: S support"], told["Written comment: O oppose"]) == (0, 1)
    assert (told["Signed up: called, not present"], told["Signed up: not reached"]) == (1, 1)
    assert told["Heard as staff"] == 1
    assert [told[f"Heard: {code}"] for code in ("S support", "O oppose", "M mixed", "N neutral", "U not stated")] == [
        2,
        3,
        1,
        1,
        2,
    ]
    assert told["Time used by the public, in all"] == timedelta(seconds=170 + 290 + 120 + 130 + 60 * 3 + 90 + 119)
    assert told["Time used, median of the turns"] == timedelta(seconds=119)
    assert told["Limit changed to"] == timedelta(minutes=2)
    assert 12 not in told.values()


def test_a_turn_given_away_is_counted_as_that_and_told(tmp_path: Path) -> None:
    evening = commenting(replace(PROFILE, pooling=Pooling.ONE_DONOR), "Ann Lee", "Bo Cruz")
    evening.act(rules.cede_time, slip=2, to=1)
    evening.turn(1)
    told = written(evening.hearing, tmp_path)
    assert measures(told["Summary"])["Signed up: gave the turn to another"] == 1
    assert "Bo Cruz gives the turn to Ann Lee" in column(told["Proceedings"], "Detail")


def test_the_concerns_show_n_and_both_denominators_in_the_order_of_the_set(tmp_path: Path) -> None:
    hearing = busy().hearing
    rows = written(hearing, tmp_path)["Concerns tally"]
    counted = "Speakers raising it (n); noted by staff, not a vote"
    assert column(rows, "Code") == ["PRIV", "MISID", "NONE"]
    assert column(rows, counted) == [2, 4, 2]
    assert column(rows, "Mentions") == [3, 4, 2]
    assert set(column(rows, "Speakers coded (N)")) == {7}
    assert set(column(rows, "Speakers heard")) == {9}
    assert set(column(rows, "Share of coded")) == {None}, "no percentage below ten"
    assert [row["of which oppose"] + row["of which support"] + row["of which mixed"] for row in rows] == [2, 2, 2]


def test_percentages_come_with_ten_coded_speakers(tmp_path: Path) -> None:
    rows = written(many(12).hearing, tmp_path)["Concerns tally"]
    assert rows[0]["Share of coded"] == "100 %"


def test_the_read_me_says_what_this_is_and_how_to_read_it(tmp_path: Path) -> None:
    hearing = busy().hearing
    told = {row["Subject"]: row["What it says"] for row in written(hearing, tmp_path)["Read me"]}
    assert told["Copy"].startswith("Published copy: contact details omitted. The full record is held by")
    assert told["Journal head"] == HEAD
    assert told["Counts"] == "Counts of speakers are not a vote or a survey."
    assert told["Concerns"] == NOT_A_VOTE_LONG
    assert told["Record as of"] == f"Thursday, February 5, 2026, 11:14 p.m., entry {len(hearing.entries)}"
    assert told["Position code M"] == "Mixed"
    assert told["Concern code PRIV"] == "Privacy invasion. Being watched."
    assert "FPC1378" in told["File numbers"]


def test_every_column_of_every_sheet_is_defined(tmp_path: Path) -> None:
    made = written(busy().hearing, tmp_path, Copy.INTERNAL)
    told = {row["Subject"]: row["What it says"] for row in made.pop("Read me")}
    titles = [f"{name}: {title}" for name, rows in made.items() for title in rows[0]]
    assert [title for title in titles if not told.get(title)] == []


def test_the_proceedings_tell_what_was_done_and_leave_out_what_was_struck(tmp_path: Path) -> None:
    hearing = busy().hearing
    rows = written(hearing, tmp_path)["Proceedings"]
    details = column(rows, "Detail")
    assert details[1] == "Called to order, Luis Ortega presiding: the Chair was excused"
    assert "Limit on Item 1 changed from 5 minutes to 2 minutes by the Chair" in details
    votes = [detail for detail in details if "Omar Haddad" in detail and "carried" in detail]
    assert votes == [
        (
            "Motion carried 3–1, roll call. Aye: Luis Ortega, Mai Xiong, Grace Kowalski. No: Omar Haddad. "
            "Excused: Ada Brennan"
        )
    ]
    assert not {row["Entry no."] for row in rows} & hearing.struck
    assert not {"Struck", "Recorded by"} & set(rows[0])


def test_what_was_struck_is_not_published_even_where_its_kind_is(tmp_path: Path) -> None:
    evening = commenting(PROFILE)
    arrived = evening.act(rules.member_arrives, member="haddad")
    evening.act(rules.strike_entry, seq=arrived.seq, reason="it was somebody else")
    details = column(written(evening.hearing, tmp_path)["Proceedings"], "Detail")
    assert not [detail for detail in details if "arrived" in detail]


def test_the_log_of_the_internal_copy_shows_every_entry_and_which_were_struck(tmp_path: Path) -> None:
    hearing = busy().hearing
    sheets_ = written(hearing, tmp_path, Copy.INTERNAL)
    rows = sheets_["Log"]
    assert column(rows, "Entry no.") == [entry.seq for entry in hearing.entries]
    assert column(rows, "Entry id") == [entry.id for entry in hearing.entries]
    assert len(sheets_["Proceedings"]) < len(rows)
    assert {row["Entry no."] for row in rows if row["Struck"] == "Yes"} == hearing.struck != set()


def test_the_internal_copy_has_the_contacts_and_the_name_as_given(tmp_path: Path) -> None:
    rows = written(busy().hearing, tmp_path, Copy.INTERNAL)["Registrations"]
    quint = rows[5]
    assert (quint["Name as published"], quint["Name as given"]) == ("Speaker 6", "Dolores Quint")
    private = ("E-mail", "Phone", "Street address", "Pronunciation", "Accessibility need", "Clerk's private note")
    assert [quint[title] for title in private] == [
        PRIVATE.email,
        PRIVATE.phone,
        PRIVATE.street,
        PRIVATE.pronunciation,
        PRIVATE.need,
        PRIVATE.note,
    ]


SECRETS = (
    *("private@", "555-0100", "Private Street", "PRY-vit", "Private note", "private need"),
    *("Dolores", "Quint", "Petrov", "Companion", "MEDICAL", "MISTAKEN", "typed for another"),
)


def guarded() -> Hearing:
    """A turn of somebody whose name is withheld, with the clerk's own notes on it, and a struck summary."""
    evening = commenting(PROFILE)
    slip = evening.register("Dolores Quint", name_shown=NameShown.WITHHELD, together_with=("Companion",))
    evening.register("Sofia Petrov", name_shown=NameShown.INITIAL)
    evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.start_turn)
    evening.act(rules.stop_clock, reason=StopReason.OTHER, note="MEDICAL pause")
    evening.act(rules.resume_clock)
    evening.act(rules.grant_time, span=timedelta(seconds=30), reason="MEDICAL reason")
    struck = evening.act(rules.write_summary, text="MISTAKEN")
    evening.act(rules.strike_entry, seq=struck.seq, reason="typed for another")
    evening.act(rules.end_turn)
    evening.act(rules.withdraw_speaker, slip=2, reason="MEDICAL matter")
    return evening.hearing


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[Copy, dict[str, str]]:
    """Every part of the zip of both copies, as text."""
    folder = tmp_path_factory.mktemp("copies")
    made = {}
    for copy in Copy:
        write_testimony(guarded(), {1: PRIVATE}, HEAD, folder / f"{copy}.xlsx", copy)
        with ZipFile(folder / f"{copy}.xlsx") as archive:
            made[copy] = {name: archive.read(name).decode() for name in archive.namelist()}
    return made


@pytest.mark.parametrize("secret", SECRETS)
def test_no_part_of_the_published_zip_holds_a_private_value(secret: str, parts: dict[Copy, dict[str, str]]) -> None:
    assert [name for name, text in parts[Copy.PUBLISHED].items() if secret in text] == []
    if secret != "MISTAKEN":  # the words of a struck summary are in the journal alone
        assert any(secret in text for text in parts[Copy.INTERNAL].values())


def test_the_published_zip_hides_nothing(parts: dict[Copy, dict[str, str]]) -> None:
    whole = "".join(parts[Copy.PUBLISHED].values())
    assert not re.search(r'state="(veryH|h)idden"|hidden="(1|true)"|<externalLink|<comment', whole)
    assert set(re.findall(r'<definedName name="([^"]*)"', whole)) == {"_xlnm.Print_Titles"}


def test_a_turn_that_still_runs_is_told_as_of_the_last_entry(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Ann Weber")
    evening.act(rules.call_speaker, slip=1)
    evening.act(rules.start_turn)
    evening.wait(50)
    evening.act(rules.raise_concern, code="PRIV")
    (row,) = written(evening.hearing, tmp_path)["Testimony"]
    assert (row["Used"], row["Ended at (America/Chicago)"]) == (timedelta(seconds=50), None)


def test_an_empty_record_makes_a_workbook(tmp_path: Path) -> None:
    made = written(Hearing(), tmp_path)
    assert made["Testimony"] == []
    assert {row["Subject"] for row in made["Read me"]} >= {"Meeting", "Copy", "Counts"}


def test_a_rehearsal_says_so(tmp_path: Path) -> None:
    told = {row["Subject"]: row["What it says"] for row in written(busy(rehearsal=True).hearing, tmp_path)["Read me"]}
    assert told["REHEARSAL"].startswith("No meeting took place")


def test_the_same_head_gives_the_same_bytes(tmp_path: Path) -> None:
    hearing = busy().hearing
    for name in ("one", "two"):
        write_testimony(hearing, NOTHING, HEAD, tmp_path / f"{name}.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def cell(text: str) -> str | None:
    """What a cell holds of it: clean, with what a spreadsheet would unescape escaped."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", clean(text)) or None


def test_naughty_words_come_back_from_the_workbook(real_data: Path, tmp_path: Path) -> None:
    texts: list[str] = json.loads((real_data / "hostile" / "blns.json").read_text("utf-8"))
    texts += (real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines()
    evening = commenting(PROFILE)
    for text in texts:
        evening.turn(evening.register(text, organisation=text), 1)
        if text.strip():  # blanks around a summary are no part of it
            evening.act(rules.write_summary, text=text)
    rows = written(evening.hearing, tmp_path)["Testimony"]
    assert column(rows, "Organisation") == [cell(text) for text in texts]
    assert column(rows, "Summary") == [cell(text.strip()) for text in texts]
