"""A hearing from the first slip to the last paper without a window, and its record taken to another computer."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from hearingdesk.cli import main
from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.values import Standing
from hearingdesk.library import Library
from hearingdesk.office import Office
from hearingdesk.resources import asset
from hearingdesk.script import ScriptClock, play, read_script, script_lines

ID = "fpc-2026-02-19"
BEFORE_THE_MEETING = {"prepare_hearing", "notice_agenda", "import_sign_ups"}
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command that has to succeed; the answer is what it printed. ``at`` is the computer."""

    def command(*given: object, at: str = "clerk") -> str:
        code = main(["--data", str(tmp_path / at), *map(str, given)])
        told = capsys.readouterr()
        assert (code, told.err) == (0, "")
        return told.out

    return command


def the_evening_itself(office: Office, clock: ScriptClock) -> Desk:
    """The sample's evening after its preparation, some years on, for a hearing that was prepared by hand."""
    lines = [line.replace("2026-02-", "2031-02-") for line in script_lines(asset("sample/hearing.jsonl"))]
    desk = office.desk(ID)
    play(desk, clock, [step for step in read_script(lines, Library()) if step.name not in BEFORE_THE_MEETING])
    return desk


def test_from_the_first_slip_to_another_computer(run: Run, tmp_path: Path) -> None:
    members = tmp_path / "members.csv"
    members.write_text(
        "Ada Brennan,Chair\nLuis Ortega,Vice-chair\nMai Xiong\nOmar Haddad\nGrace Kowalski\nDenise Whitfield\n"
        "Peter Lindqvist\nSoledad Iturbe\nMarcus Tolliver\n",
        encoding="utf-8",
    )
    run(
        *("new", "--body", "Fire and Police Commission", "--when", "2026-02-19T18:00", "--place", "City Hall"),
        *("--timezone", "America/Chicago", "--members", members, "--quorum", 5, "--profile", "milwaukee_fpc"),
    )
    run("agenda", ID, asset("sample/agenda.csv"))
    run("import", ID, asset("sample/sign-ups.csv"))

    clock = ScriptClock()
    office = Office(tmp_path / "clerk", clock)
    desk = the_evening_itself(office, clock)
    head, hearing = desk.head, desk.hearing
    office.close()
    assert hearing.phase is Phase.ADJOURNED
    assert Counter(r.standing for r in hearing.registrations.values())[Standing.FINISHED] == 39
    assert hearing.items["1"].tally.heard == 37

    out = tmp_path / "out"
    run("export", ID, "--out", out)
    assert (out / "minutes.pdf").stat().st_size > 50_000
    with ZipFile(out / "testimony.xlsx") as book:
        assert book.testzip() is None

    record = tmp_path / "record.jsonl"
    record.write_text(run("journal", ID), encoding="utf-8")
    assert len(record.read_text(encoding="utf-8").splitlines()) == len(hearing.entries)
    assert head in run("verify", record)

    restored = json.loads(run("restore", record, "--json", at="other"))
    assert (restored["id"], restored["phase"], restored["entries"]) == (ID, "adjourned", len(hearing.entries))
    assert f"Head {head}." in run("verify", ID, at="other")
    there = Office(tmp_path / "other", SystemClock()).record(ID)
    assert there.head == head
    assert (there.hearing.registrations, there.hearing.items) == (hearing.registrations, hearing.items)
    assert there.contacts == {}, "what is no public record does not travel with it"

    run("export", ID, "--out", tmp_path / "again", at="other")
    assert (tmp_path / "again" / "minutes.pdf").read_bytes() == (out / "minutes.pdf").read_bytes()


def test_a_real_list_comes_in_with_every_row_accounted_for(run: Run, real_data: Path, tmp_path: Path) -> None:
    (tmp_path / "members.csv").write_text("Ada Brennan,Chair\nMai Xiong\n", encoding="utf-8")
    agenda = tmp_path / "agenda.csv"
    agenda.write_text("Number,Title,Kind\n1,Drone surveillance,hearing\n2,Minutes,action\n", encoding="utf-8")
    run(
        *("new", "--body", "Committee on Agriculture", "--when", "2013-03-26T10:30", "--timezone", "America/Chicago"),
        *("--members", tmp_path / "members.csv", "--agenda", agenda, "--id", "hb912"),
    )
    witnesses = real_data / "texas-witness-lists" / "C2202013032610301_HB912-drone-surveillance.csv"
    dry = json.loads(run("import", "hb912", witnesses, "--item", "1", "--dry-run", "--json"))
    told = json.loads(run("import", "hb912", witnesses, "--item", "1", "--json"))
    assert (dry["counts"], dry["slips"]) == (told["counts"], [])
    assert told["counts"] == {"registered": 56, "set aside": 2}
    assert (told["read"], len(told["slips"])) == (58, 56)
    assert sum(row["state"] == "likely the same person" for row in told["rows"]) == 2
    hearing = Office(tmp_path / "clerk", SystemClock()).record("hb912").hearing
    assert Counter(r.position.value for r in hearing.registrations.values()) == {"S": 23, "O": 25, "N": 8}
    assert sum(r.sign_up.speaks for r in hearing.registrations.values()) == 17
    again = json.loads(run("import", "hb912", witnesses, "--item", "1", "--json"))
    assert again["slips"] == []
