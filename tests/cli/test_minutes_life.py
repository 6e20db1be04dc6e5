"""The life of the minutes on the command line, from the draft to a corrected version, and each version's own file."""

import json
from pathlib import Path

import docx
import pytest

from hearingdesk.clock import SystemClock
from hearingdesk.domain import rules
from hearingdesk.office import Office
from hearingdesk.sample import sample_hearing
from tests.cli.conftest import Cli


@pytest.fixture
def sample(data: Path) -> str:
    """The id of the sample evening, adjourned."""
    office = Office(data, SystemClock())
    made = sample_hearing(office)
    desk = office.desk(made)
    for rule in (rules.start_turn, rules.end_turn, rules.close_testimony, rules.adjourn):
        desk.record(rule)
    office.close()
    return made


def test_a_draft_is_presented_corrected_approved_and_corrected_again(cli: Cli, sample: str, tmp_path: Path) -> None:
    assert cli("minutes", sample).out == "Draft.\n"
    assert cli("minutes", sample, "present", "--on", "2030-03-05").out == "Draft, presented, March 5, 2030.\n"
    assert (
        "correction 1: Item 2: Ortega, not Ortiz."
        in cli("minutes", sample, "correct", "Item 2: Ortega, not Ortiz.").out
    )
    told = cli("minutes", sample, "approve", "--as-corrected", "--on", "2030-03-19", "--motion", "Haddad, then Vang")
    assert told.out.splitlines()[0] == "Approved as corrected, March 19, 2030."
    assert (
        "Version 1: as corrected, March 19, 2030, Haddad, then Vang, 1 correction; minutes-approved-2030-03-19.pdf"
        in (told.out)
    )
    told = cli(
        "minutes", sample, "correct", "Item 3 was laid over.", "--on", "2030-04-02", "--motion", "Vang, then Haddad"
    )
    assert told.out.startswith("Being corrected after approval.\n  correction 1: Item 3 was laid over.\n")
    told = cli("minutes", sample, "approve", "--as-corrected", "--on", "2030-04-02")
    assert (
        "Version 2: corrected after approval, April 2, 2030, Vang, then Haddad, 1 correction; minutes-corrected-1-"
        in (told.out)
    )
    said = json.loads(cli("minutes", sample, "--json").out)
    assert (said["id"], said["state"]) == (sample, "approved")
    assert [version["number"] for version in said["minutes"]["versions"]] == [1, 2]


def test_an_older_version_is_written_again_as_it_was_and_never_over_a_file(
    cli: Cli, sample: str, tmp_path: Path
) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    cli("minutes", sample, "present", "--on", "2030-03-05")
    cli("minutes", sample, "approve", "--on", "2030-03-19")
    assert cli("export", sample, "--out", out, "--format", "pdf", "--format", "docx").code == 0
    cli("minutes", sample, "correct", "Item 3 was laid over.", "--on", "2030-04-02", "--motion", "Vang, then Haddad")
    cli("minutes", sample, "approve", "--as-corrected", "--on", "2030-04-02")
    command = "export", sample, "--version", "1", "--format", "pdf", "--format", "docx", "--out"
    assert cli(*command, again).code == 0
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert sorted(first) == ["minutes-approved-2030-03-19.docx", "minutes-approved-2030-03-19.pdf"]
    assert {path.name: path.read_bytes() for path in again.iterdir()} == first
    told = cli(*command, again)
    assert told.code == 1
    assert "minutes that were approved are never written over" in told.err
    assert cli("export", sample, "--version", "2", "--out", again).out.startswith(
        f"{again}/minutes-corrected-1-2030-04-02"
    )


def test_what_a_version_does_not_hold_is_refused(cli: Cli, sample: str, tmp_path: Path) -> None:
    told = cli("export", sample, "--version", "1", "--out", tmp_path / "out")
    assert "There is no version 1 of these minutes. Nothing was written. None was approved yet." in told.err
    cli("minutes", sample, "present", "--on", "2030-03-05")
    cli("minutes", sample, "approve", "--on", "2030-03-19")
    assert "Name one of: 1." in cli("export", sample, "--version", "4", "--out", tmp_path / "out").err
    for also in (["--bundle"], ["--concern-report"], ["--format", "xlsx"]):
        told = cli("export", sample, "--version", "1", "--out", tmp_path / "out", *also)
        assert told.code == 1
        assert "A version holds minutes and nothing else" in told.err
    assert not (tmp_path / "out").exists()


def test_a_note_stands_beside_the_minutes_in_any_state(cli: Cli, sample: str) -> None:
    told = cli("minutes", sample, "note", "She later advised that she meant 2024.", "--slip", "1", "--on", "2030-02-20")
    assert told.out.startswith("Draft.\nNote of February 20, 2030 on ")
    assert told.out.endswith(": She later advised that she meant 2024.\n")
    assert "999" in cli("minutes", sample, "note", "x", "--slip", "999", "--on", "2030-02-20").err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["approve"], "The minutes have not been presented yet."),
        (["correct", "x"], "A draft is simply mended."),
        (["correct"], "“correct” needs a few words. Nothing was recorded."),
        (["present", "x"], "“present” takes no words, and “x” stands behind it. Nothing was recorded."),
        (["present", "--on", "1999-01-01"], "is before the meeting"),
        (["present", "--on", "soon"], "soon is no date; write it like 2026-03-05"),
        (["withdraw"], "invalid choice"),
    ],
)
def test_what_is_out_of_order_is_said_and_nothing_recorded(given: list[str], said: str, cli: Cli, sample: str) -> None:
    before = cli("journal", sample).out
    told = cli("minutes", sample, *given)
    assert told.code in (1, 2)
    assert said in told.err
    assert cli("journal", sample).out == before


def test_nobody_approves_corrections_unawares_or_some_that_are_not_listed(cli: Cli, sample: str) -> None:
    cli("minutes", sample, "present", "--on", "2030-03-05")
    told = cli("minutes", sample, "approve", "--as-corrected", "--on", "2030-03-19")
    assert "No correction is listed. Nothing was recorded." in told.err
    cli("minutes", sample, "correct", "One.")
    assert (
        "1 correction is listed. Nothing was recorded." in cli("minutes", sample, "approve", "--on", "2030-03-19").err
    )
    cli("minutes", sample, "correct", "Two.")
    assert "2 corrections are listed." in cli("minutes", sample, "approve", "--on", "2030-03-19").err
    cli("minutes", sample, "approve", "--as-corrected", "--on", "2030-03-19")
    assert "Say by which motion of the body: --motion." in cli("minutes", sample, "correct", "Three.").err


def test_a_note_typed_in_word_is_shown_taken_back_and_not_taken_twice(cli: Cli, sample: str, tmp_path: Path) -> None:
    cli("export", sample, "--out", tmp_path, "--format", "docx")
    draft = tmp_path / "minutes.docx"
    word = docx.Document(str(draft))
    word.add_paragraph("Note: The speaker later advised the clerk that she meant 2024.")
    word.save(str(draft))
    assert "Would be taken: a note beside the minutes." in cli("take-back", draft, "--dry-run").out
    assert "Note of" not in cli("minutes", sample).out
    told = cli("take-back", draft)
    assert (told.code, told.out.splitlines()[-1][:40]) == (0, "Taken: a note beside the minutes. The sp")
    assert "The speaker later advised the clerk that she meant 2024." in cli("minutes", sample).out
    assert "says nothing that the record does not say" in cli("take-back", draft).out
