"""The life of the minutes on paper: DRAFT on every page until approved, then written once, never over (M-08)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.blocks import Heading
from exports.files import ExportFailed
from exports.formats import write_formats
from exports.minutes import minutes
from exports.options import Format, Options
from exports.tagged_pdf import write_pdf
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from tests.builders import Evening
from tests.exports.evenings import HEAD, many
from tests.exports.pdf_reading import Reading, read

PRESENTED, APPROVED, AMENDED = date(2026, 2, 12), date(2026, 2, 19), date(2026, 3, 5)
AT_APPROVAL = "ab12" * 16
PAPERS = Options(formats=(Format.PDF, Format.DOCX, Format.HTML, Format.TXT))
Printed = Callable[[Hearing], Reading]


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    def print_(hearing: Hearing) -> Reading:
        write_pdf(minutes(hearing, HEAD), tmp_path / "paper.pdf")
        return read(tmp_path / "paper.pdf")

    return print_


def heads(reading: Reading) -> list[str]:
    return [text for kind, text in reading.artifacts if kind == "Header"]


def presented(*corrections: str) -> Evening:
    evening = many(3)
    evening.act(rules.present_minutes, on=PRESENTED)
    for line in corrections:
        evening.act(rules.list_correction, text=line)
    return evening


def approved(*corrections: str) -> Evening:
    evening = presented(*corrections)
    evening.act(rules.approve_minutes, on=APPROVED, motion="moved by Xiong", head=AT_APPROVAL)
    return evening


def reopened() -> Evening:
    evening = approved()
    evening.act(rules.reopen_minutes, on=AMENDED, motion="x")
    evening.act(rules.write_summary, slip=2, text="Said that cameras follow some.")
    evening.act(rules.list_correction, text="The summary of the second speaker.")
    return evening


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (lambda: many(3), "DRAFT: not yet approved by the Fire and Police Commission."),
        (presented, "DRAFT: presented on February 12, 2026; not yet approved by the Fire and Police Commission."),
        (
            reopened,
            "DRAFT: the minutes approved on February 19, 2026 are being corrected by the motion of March 5, 2026 (x).",
        ),
    ],
)
def test_draft_stands_on_every_page_until_approved(made: Callable[[], Evening], line: str, printed: Printed) -> None:
    reading = printed(made().hearing)
    assert len(heads(reading)) == reading.pages
    assert all("DRAFT" in head for head in heads(reading))
    assert line in reading.texts


def test_approved_minutes_say_so_with_date_and_motion_and_draft_nowhere(printed: Printed) -> None:
    reading = printed(approved().hearing)
    whole = [*reading.texts, *(text for _, text in reading.artifacts)]
    assert [text for text in whole if "DRAFT" in text] == []
    assert all("Approved February 19, 2026" in head for head in heads(reading))
    told = "Approved as submitted by the Fire and Police Commission on February 19, 2026 (moved by Xiong)."
    assert told in reading.texts
    assert "Approved on February 19, 2026, as submitted" in reading.texts


def test_corrections_are_listed_with_their_date(printed: Printed) -> None:
    reading = printed(approved("“Ana Muñoz” reads “Ana Nguyễn”.", "The vote on item 2 was 5 to 0.").hearing)
    assert "Corrections, approved February 19, 2026" in reading.texts
    at = reading.texts.index("Corrections, approved February 19, 2026")
    assert [text for text in reading.texts[at + 1 : at + 5] if len(text) > 2] == [
        "“Ana Muñoz” reads “Ana Nguyễn”.",
        "The vote on item 2 was 5 to 0.",
    ]


def test_what_is_corrected_after_approval_is_a_version_with_motion_and_list(printed: Printed) -> None:
    evening = reopened()
    evening.act(rules.approve_minutes, on=AMENDED)
    reading = printed(evening.hearing)
    assert all("Corrected March 5, 2026" in head for head in heads(reading))
    told = (
        "Approved as submitted by the Fire and Police Commission on February 19, 2026; corrected after approval, by "
        "the motion of March 5, 2026 (x); version 2 of these minutes."
    )
    assert told in reading.texts
    assert "Corrected after approval, March 5, 2026" in reading.texts
    assert "Corrections after approval, by the motion of March 5, 2026" in reading.texts
    assert "Said that cameras follow some." in reading.texts


def test_an_approved_version_rests_on_its_own_head_and_stays_the_same_whatever_comes_after() -> None:
    evening = approved()
    before = minutes(evening.hearing, AT_APPROVAL)
    evening.act(rules.raise_concern, slip=1, code="MISID")
    evening.act(rules.append_note, text="The speaker later advised the clerk that she meant 2024.", on=AMENDED, slip=1)
    assert minutes(evening.hearing, HEAD) == before
    assert before.footer == f"Journal head {AT_APPROVAL[:16]}"


def test_a_note_stands_apart_from_the_account_of_the_meeting_and_dated(printed: Printed) -> None:
    evening = many(3)
    evening.act(rules.append_note, text="She later advised the clerk that she meant 2024", on=AMENDED, slip=1)
    reading = printed(evening.hearing)
    at = reading.texts.index("Notes added after the meeting")
    assert "These notes are no part of the account of the meeting above." in reading.texts[at + 1]
    told = "March 5, 2026, on Ana Muñoz-Nguyễn 1: She later advised the clerk that she meant 2024."
    assert told in reading.texts[at:]
    assert at > reading.texts.index("Adjournment")


def test_a_draft_without_corrections_and_notes_has_no_such_headings() -> None:
    titles = [block.text for block in minutes(many(2).hearing, HEAD).blocks if isinstance(block, Heading)]
    assert not any("Corrections" in title or "Notes" in title for title in titles)


def test_each_version_keeps_its_own_file(tmp_path: Path) -> None:
    evening = presented()
    names: list[list[str]] = []
    acts: list[tuple[Callable[..., Event] | None, dict[str, Any]]] = [
        (None, {}),
        (rules.approve_minutes, {"on": APPROVED}),
        (rules.reopen_minutes, {"on": AMENDED, "motion": "of the Chair"}),
        (rules.list_correction, {"text": "A name."}),
        (rules.approve_minutes, {"on": AMENDED}),
    ]
    for act, says in acts:
        if act:
            evening.act(act, **says)
        written = write_formats(evening.hearing, {}, HEAD, tmp_path, Options(formats=(Format.PDF,)))
        names.append([report.target.name for report in written])
    assert names == [
        ["minutes.pdf"],
        ["minutes-approved-2026-02-19.pdf"],
        ["minutes.pdf"],
        ["minutes.pdf"],
        ["minutes-corrected-1-2026-03-05.pdf"],
    ]


@pytest.mark.parametrize("kind", PAPERS.formats)
def test_an_approved_file_is_never_written_over_and_nothing_else_is_written_then(kind: Format, tmp_path: Path) -> None:
    """Not even by the same bytes: what was filed is what was filed."""
    stood = tmp_path / f"minutes-approved-2026-02-19.{kind}"
    stood.write_text("what was filed")
    with pytest.raises(ExportFailed, match="never written over"):
        write_formats(approved().hearing, {}, HEAD, tmp_path, Options(formats=(kind, Format.XLSX)))
    assert [path.name for path in tmp_path.iterdir()] == [stood.name]
    assert stood.read_text() == "what was filed"
