"""take-back on the command line: shown beside the record, recorded with its reason, and what is no prose refused."""

import json
from pathlib import Path

import docx
import pytest

from hearingdesk.clock import SystemClock
from hearingdesk.office import Office
from hearingdesk.resources import asset
from hearingdesk.sample import sample_hearing
from tests.cli.conftest import Cli


@pytest.fixture
def sample(cli: Cli, data: Path, tmp_path: Path) -> str:
    """The id of the sample hearing, and its draft as a Word file beside it."""
    office = Office(data, SystemClock())
    made = sample_hearing(office)
    office.close()
    assert cli("export", made, "--out", tmp_path, "--format", "docx").code == 0
    return made


def retyped(path: Path, old: str, new: str) -> None:
    word = docx.Document(str(path))
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    word.save(str(path))


def summary(cli: Cli, hearing: str) -> tuple[int, str]:
    lines = [json.loads(line) for line in cli("journal", hearing).out.splitlines()]
    last = next(line for line in reversed(lines) if line["kind"] == "SummaryWritten")
    return last["body"]["slip"], last["body"]["text"]


def test_nothing_changed_is_said(cli: Cli, sample: str, tmp_path: Path) -> None:
    told = cli("take-back", tmp_path / "minutes.docx")
    assert (told.code, told.out) == (0, "minutes.docx says nothing that the record does not say.\n")


def test_edited_words_are_shown_and_then_recorded(cli: Cli, sample: str, tmp_path: Path) -> None:
    slip, old = summary(cli, sample)
    retyped(tmp_path / "minutes.docx", old, "Said it in Word.")
    before = cli("journal", sample).out
    shown = cli("take-back", tmp_path / "minutes.docx", "--dry-run")
    assert shown.code == 0
    assert "Would be taken: the summary of " in shown.out
    assert f"  record:    {old}\n  file:      Said it in Word.\n" in shown.out
    assert cli("journal", sample).out == before
    assert cli("take-back", tmp_path / "minutes.docx").out.startswith("Taken: the summary of ")
    assert summary(cli, sample) == (slip, "Said it in Word.")
    assert '"reason":"taken back from Word"' in cli("journal", sample).out


def test_facts_are_refused_and_the_words_beside_them_taken(cli: Cli, sample: str, tmp_path: Path) -> None:
    _, old = summary(cli, sample)
    retyped(tmp_path / "minutes.docx", old, "Said it in Word.")
    retyped(tmp_path / "minutes.docx", "The meeting commenced at", "The meeting began at")
    told = cli("take-back", tmp_path / "minutes.docx", "--json")
    assert told.code == 1
    said = json.loads(told.out)
    assert said["id"] == sample
    assert [fact["file"][:20] for fact in said["changes"]["facts"]] == ["The meeting began at"]
    assert summary(cli, sample)[1] == "Said it in Word."


def test_what_it_must_not_be_is_said_in_a_sentence(cli: Cli, sample: str, tmp_path: Path) -> None:
    told = cli("take-back", asset("sample/sign-ups.csv"))
    assert (told.code, told.out) == (1, "")
    assert "is no Word file, whatever its name says" in told.err
    told = cli("take-back", tmp_path / "minutes.docx", "--id", "nobody-2020-01-01")
    assert told.code == 1
    assert "nobody-2020-01-01" in told.err


def test_a_draft_of_a_hearing_that_is_not_kept_here_is_told(cli: Cli, sample: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    told = cli("--data", other, "take-back", tmp_path / "minutes.docx")
    assert told.code == 1
    assert "another hearing" in told.err
