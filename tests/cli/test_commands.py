"""What each command does when all is well, for people and for programs."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from hearingdesk import __version__
from hearingdesk.cli import main
from hearingdesk.clock import SystemClock
from hearingdesk.commands.preparing import members_of
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.values import Capacity, ItemKind, Member, NameShown, SignUp, Stationery
from hearingdesk.office import Office
from hearingdesk.sample import sample_hearing
from tests.cli.conftest import AGENDA, SIGN_UPS, Cli
from tests.exports.papers import seal
from tests.fakes import FakeClock

COMMANDS = (
    *("open", "rehearse", "new", "continue", "list", "agenda", "import"),
    *("export", "paper", "journal", "restore", "verify", "backup"),
)


def test_version_and_help_say_what_they_should(cli: Cli) -> None:
    assert cli("--version").out == f"hearingdesk {__version__}\n"
    told = cli("--help")
    assert told.code == 0
    for command in COMMANDS:
        assert f"\n    {command} " in told.out


def test_an_empty_docket_says_what_to_do(cli: Cli, data: Path) -> None:
    assert cli("list").out == "No hearings yet. “hearingdesk new” prepares one.\n"
    assert json.loads(cli("list", "--json").out) == []
    assert not data.exists(), "reading makes nothing"


def test_a_hearing_is_prepared_with_members_agenda_and_the_rules_asked_for(cli: Cli, data: Path, members: Path) -> None:
    told = cli(
        *("new", "--body", "Plan Commission", "--when", "2026-03-05T17:30", "--timezone", "America/Chicago"),
        *("--place", "Hall", "--members", members, "--agenda", AGENDA, "--profile", "quasi_judicial_zoning"),
        *("--concerns", "land_use", "--kind", "Public hearing", "--clerk", "Rosa Delgado", "--json"),
    )
    assert json.loads(told.out) == {"id": "pc-2026-03-05", "members": 3, "items": 13}
    hearing = Office(data, SystemClock()).record("pc-2026-03-05").hearing
    assert hearing.meeting.scheduled.isoformat() == "2026-03-05T23:30:00+00:00"
    assert (hearing.meeting.kind, hearing.meeting.place) == ("Public hearing", "Hall")
    assert hearing.body.members[0] == Member("brennan", "Ada Brennan", "Chair")
    assert (hearing.body.quorum, hearing.body.clerk) == (2, "Rosa Delgado")
    assert hearing.profile.name == "quasi_judicial_zoning"
    assert hearing.concerns[0].code == "TRAF"
    assert hearing.items["1"].notice.kind is ItemKind.COMMENT
    hear_by = hearing.items["6"].notice.hear_by
    assert hear_by is not None
    assert hear_by.isoformat() == "2026-03-06T01:00:00+00:00"


def test_a_body_that_met_here_before_is_known_by_its_name(cli: Cli, data: Path, fpc: str) -> None:
    told = cli("new", "--body", "fire and police commission", "--when", "2026-03-05T18:00", "--timezone", "UTC")
    assert told.code == 0, told.err
    office = Office(data, SystemClock())
    before, after = office.record(fpc).hearing, office.record("fpc-2026-03-05").hearing
    assert (after.body, after.profile, after.concerns) == (before.body, before.profile, before.concerns)


def test_two_hearings_of_a_day_get_two_ids(cli: Cli, fpc: str) -> None:
    again = cli(
        "new", "--body", "Fire and Police Commission", "--when", "2026-02-19T20:00", "--timezone", "UTC", "--json"
    )
    assert json.loads(again.out)["id"] == f"{fpc}-2"


def test_the_list_shows_each_hearing_with_its_local_time(cli: Cli, fpc: str) -> None:
    line = cli("list").out
    assert line.startswith(fpc)
    assert "Thu Feb 19, 2026, 6:00 PM" in line
    assert "prepared" in line
    (told,) = json.loads(cli("list", "--json").out)
    assert (told["id"], told["phase"], told["entries"]) == (fpc, "prepared", 3)


def test_a_file_of_agenda_items_is_put_on_once(cli: Cli, fpc: str) -> None:
    told = json.loads(cli("agenda", fpc, AGENDA, "--json").out)
    assert told == {"counts": {"set aside": 13}, "items": []}
    assert json.loads(cli("list", "--json").out)[0]["entries"] == 3


def test_a_dry_run_shows_every_row_and_records_nothing(cli: Cli, fpc: str, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "late.csv"
    path.write_text("Name,Position\nAnn Lee,Oppose\nMaría García,Oppose\n", encoding="utf-8")
    before = Office(data, SystemClock()).record(fpc).head
    told = cli("import", fpc, path, "--dry-run")
    assert told.code == 0
    assert "CSV, UTF-8, comma; header in row 1" in told.out
    assert "row 2, new: Ann Lee · Oppose\n" in told.out
    assert "row 3, likely the same person: " in told.out
    assert told.out.endswith("2 rows read: 2 registered\nNothing was recorded: this was a dry run.\n")
    assert Office(data, SystemClock()).record(fpc).head == before


def test_importing_the_same_file_twice_adds_nobody(cli: Cli, fpc: str) -> None:
    told = cli("import", fpc, SIGN_UPS)
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith("Nobody on the list is new.\n")


def test_columns_can_be_corrected_and_are_remembered(cli: Cli, fpc: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("Who,Side,Spelling\nAnn Lee,Oppose,x\nBea Roe,Support,y\n", encoding="utf-8")
    second.write_text("Who,Side,Spelling\nCid Poe,Oppose,z\nDov Ash,Oppose,z\n", encoding="utf-8")
    told = json.loads(cli("import", fpc, first, "--map", "name=Who", "--map", "position=Side", "--json").out)
    assert told["slips"] == [37, 38]
    again = json.loads(cli("import", fpc, second, "--json").out)
    assert (again["slips"], again["columns"]) == ([39, 40], told["columns"])
    assert again["columns"]["name"] == "Who"


def test_rows_are_taken_or_left_as_the_clerk_says(cli: Cli, fpc: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Position\nAnn Lee,Oppose\nTotal,\nMaría García,Oppose\n", encoding="utf-8")
    told = json.loads(cli("import", fpc, path, "--leave", 2, "--take", 4, "--json").out)
    states = {row["row"]: (row["state"], row["taken"]) for row in told["rows"]}
    assert states[2] == ("new", False)
    assert states[3][0] == "set aside"
    assert states[4] == ("likely the same person", True)
    assert told["slips"] == [37]
    assert sum(told["counts"].values()) == told["read"] == 3


def test_exports_are_written_and_named(cli: Cli, fpc: str, tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    files = json.loads(cli("export", fpc, "--out", out, "--json").out)
    assert [Path(file["path"]).name for file in files] == ["minutes.pdf", "testimony.xlsx"]
    assert cli("export", fpc, "--out", out, "--copy", "internal").code == 0
    assert {path.name for path in out.iterdir()} == {"minutes.pdf", "testimony.xlsx", "testimony-internal.xlsx"}
    assert (out / "minutes.pdf").read_bytes().startswith(b"%PDF")


def test_other_formats_are_written_when_they_are_asked_for(cli: Cli, fpc: str, tmp_path: Path) -> None:
    told = cli("export", fpc, "--out", tmp_path, "--format", "csv", "--format", "json")
    assert told.code == 0
    assert f"{tmp_path / 'registrations.csv'}: " in told.out
    assert {path.suffix for path in tmp_path.iterdir() if path.is_file()} == {".csv", ".json"}
    assert cli("export", fpc, "--out", tmp_path, "--format", "odt").code == 2


def test_the_concern_report_is_written_when_it_is_asked_for(cli: Cli, fpc: str, tmp_path: Path) -> None:
    assert cli("export", fpc, "--out", tmp_path, "--concern-report", "--format", "html").code == 0
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"minutes.html", "concern-report.html"}


def test_paper_and_level_are_chosen(cli: Cli, fpc: str, data: Path, tmp_path: Path) -> None:
    office = Office(data, FakeClock())
    desk = office.desk(fpc)
    desk.record(rules.call_to_order, presiding=desk.hearing.body.members[0].id)
    desk.record(rules.take_up, item="1")
    office.close()
    flags = ["export", fpc, "--out", tmp_path, "--format", "txt", "--format", "pdf"]
    assert cli(*flags, "--paper", "a4", "--level", "names", "--level", "1=count").code == 0
    assert b"/MediaBox [ 0 0 595.28 841.89 ]" in (tmp_path / "minutes.pdf").read_bytes()
    told = (tmp_path / "minutes.txt").read_text("utf-8")
    assert cli(*flags, "--level", "1=names").code == 0
    assert told != (tmp_path / "minutes.txt").read_text("utf-8")
    assert cli(*flags, "--level", "all").code == 2
    refused = cli(*flags, "--level", "99=names")
    assert (refused.code, "There is no item “99” on this agenda. Nothing was written." in refused.err) == (1, True)


def test_a_bundle_is_a_folder_that_checks_itself(cli: Cli, fpc: str, tmp_path: Path) -> None:
    head = cli("verify", fpc).out.split()[-1].rstrip(".")
    told = cli("export", fpc, "--out", tmp_path, "--bundle").out
    assert f"{tmp_path / 'record' / 'journal.jsonl'}: 3 entries" in told
    assert (tmp_path / "record" / "concern-report.pdf").exists()
    program = tmp_path / "record" / "verify_record.py"
    assert subprocess.run([sys.executable, "-I", program, head], check=False, capture_output=True).returncode == 0
    assert cli("verify", tmp_path / "record" / "journal.jsonl").out.endswith(f"Head {head}.\n")


def test_a_published_journal_with_a_sealed_entry_verifies_and_is_not_restored(
    cli: Cli, fpc: str, data: Path, tmp_path: Path
) -> None:
    office = Office(data, FakeClock())
    kept = SignUp(item="1", name="Dolores Quint", name_shown=NameShown.WITHHELD)
    office.desk(fpc).record(rules.register_speaker, sign_up=kept)
    office.close()
    told = cli("export", fpc, "--out", tmp_path, "--bundle").out
    journal = tmp_path / "record" / "journal.jsonl"
    assert "Sealed, for a name or a note in them is not published, or they were struck: entries 3, 4." in told
    assert b"Quint" not in journal.read_bytes()
    assert "Sealed, there as their hash alone: 2." in cli("verify", journal).out
    refused = cli("--data", tmp_path / "other", "restore", journal)
    assert refused.code == 1
    assert "is a published copy, which leaves out what is not published (sealed entries: 2)" in refused.err


def test_a_desk_that_is_open_elsewhere_hinders_no_reading(cli: Cli, fpc: str, data: Path, tmp_path: Path) -> None:
    elsewhere = Office(data, SystemClock())
    elsewhere.desk(fpc)
    for command in (["list"], ["journal", fpc], ["verify", fpc], ["export", fpc, "--out", tmp_path / "out"]):
        assert cli(*command).code == 0
    elsewhere.close()


def test_paper_to_go_on_with_is_written_where_asked(cli: Cli, fpc: str, tmp_path: Path) -> None:
    told = cli("paper", fpc, "--out", tmp_path)
    assert (tmp_path / f"{fpc}-paper.pdf").read_bytes().startswith(b"%PDF-")
    assert f"{fpc}-paper.pdf: 6 pages" in told.out


def test_a_backup_is_a_whole_data_folder(cli: Cli, fpc: str, tmp_path: Path) -> None:
    made = Path(json.loads(cli("backup", tmp_path / "stick", "--json").out)["path"])
    assert cli("verify", made).out.startswith(f"{fpc}: all 3 entries fit.")


def test_initials_stand_on_the_entries(cli: Cli, fpc: str, tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("Name\nAnn Lee\n", encoding="utf-8")
    cli("import", fpc, path, "--by", "RD")
    assert [json.loads(line)["by"] for line in cli("journal", fpc).out.splitlines()] == ["", "", "", "RD"]


def test_the_data_folder_may_come_from_the_environment(
    cli: Cli, fpc: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEARINGDESK_DATA", str(data))
    assert main(["list"]) == 0
    assert capsys.readouterr().out.startswith(fpc)
    assert main(["list", "--data", str(data / "other")]) == 0
    assert capsys.readouterr().out.startswith("No hearings yet")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brennan,Chair\nMai Xiong\n", [("brennan", "Chair"), ("xiong", "")]),
        ("Name;Office\nAda Brennan;Chair\nBo Brennan;\n", [("brennan", "Chair"), ("bo-brennan", "")]),
        ("Ada Brennan\nAda Brennan\nAda Brennan\n", [("brennan", ""), ("ada-brennan", ""), ("brennan-3", "")]),
    ],
)
def test_members_are_read_with_or_without_headings(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    path = tmp_path / "members.csv"
    path.write_text(text, encoding="utf-8")
    assert [(member.id, member.office) for member in members_of(path)] == expected


# The sample


def test_the_sample_opens_in_full_swing_as_if_it_were_tonight(data: Path) -> None:
    clock = FakeClock()
    office = Office(data, clock)
    made = sample_hearing(office)
    hearing = office.record(made).hearing
    assert made == "sample"
    assert hearing.phase is Phase.IN_SESSION
    assert hearing.meeting.rehearsal
    assert hearing.turn is not None
    assert hearing.turn.started is None, "nobody's clock runs before the clerk has looked around"
    assert abs((clock.now().utc - hearing.entries[-1].at.utc).total_seconds()) < 1
    assert 0 < (clock.now().utc - hearing.meeting.scheduled).total_seconds() < 4 * 3600
    item = hearing.items["1"]
    assert len(item.queue) > 10
    assert item.tally.heard > 10
    assert item.absent
    assert all(
        r.sign_up.capacity is not Capacity.PUBLIC or r.sign_up.item == "1" for r in hearing.registrations.values()
    )
    office.close()


def test_the_sample_of_tonight_is_opened_again_and_a_stale_one_is_not(data: Path) -> None:
    clock = FakeClock()
    office = Office(data, clock)
    assert sample_hearing(office) == "sample"
    clock.wait(3600)
    assert sample_hearing(office) == "sample"
    clock.wait(24 * 3600)
    assert sample_hearing(office) == "sample-2"
    assert office.bodies() == [], "an invented body is not kept for the next hearing"
    office.close()


def test_the_session_a_hearing_was_continued_to_is_prepared_in_one_command(cli: Cli, data: Path, fpc: str) -> None:
    refused = cli("continue", fpc)
    assert refused.code == 1
    assert "was not continued to another day" in refused.err
    office = Office(data, FakeClock(SystemClock().now()))
    desk = office.desk(fpc)
    desk.record(rules.call_to_order, presiding=desk.hearing.body.members[0].id)
    waiting = desk.hearing.items["1"].queue
    desk.record(rules.take_up, item="1")
    later = desk.now().utc + timedelta(days=14)
    desk.record(rules.continue_hearing, to=later, place="Library", item="1")
    office.close()
    told = json.loads(cli("continue", fpc, "--id", "second-night", "--json").out)
    assert told == {"id": "second-night", "items": 1, "people": len(waiting)}
    hearing = Office(data, SystemClock()).record("second-night").hearing
    assert (hearing.meeting.place, hearing.meeting.scheduled) == ("Library", later)
    names = [desk.hearing.registrations[slip].name for slip in waiting]
    assert [hearing.registrations[slip].name for slip in hearing.items["1"].queue] == names


def test_a_body_keeps_its_seal_and_its_words_for_the_next_hearing(
    cli: Cli, members: Path, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "seal.png").write_bytes(seal())
    told = ("new", "--body", "Plan Commission", "--when", "2026-03-05T17:30", "--timezone", "UTC", "--place", "Hall")
    paper = ("--seal", tmp_path / "seal.png", "--seal-words", "A gull", "--address", "1 Lake St", "--reach", "555-0100")
    assert cli(*told, "--members", members, *paper, "--held-words", "laid over").code == 0
    assert cli(*told, "--id", "next").code == 0
    office = Office(data, FakeClock())
    body = office.record("next").hearing.body
    office.close()
    assert (body.held_words, body.stationery) == ("laid over", Stationery("1 Lake St", "555-0100", seal(), "A gull"))
    refused = cli(*told, "--id", "third", "--seal", tmp_path / "none.png")
    assert (refused.code, "The seal" in refused.err, "Nothing was made" in refused.err) == (1, True, True)
    (tmp_path / "torn.png").write_bytes(seal()[:60] + seal()[-12:])
    refused = cli(*told, "--id", "third", "--seal", tmp_path / "torn.png")
    assert (refused.code, "is damaged" in refused.err, "Nothing was made" in refused.err) == (1, True, True)
