"""A draft edited in Word comes back: its prose into the record, its facts refused line by line, and none in silence."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.minutes import minutes
from exports.word_file import write_docx
from hearingdesk.domain import rules
from hearingdesk.domain.edited import Comparison, FactChanged, ProseChanged
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.text import plain
from hearingdesk.domain.values import MinutesLevel
from hearingdesk.intake import read_word
from hearingdesk.take_back import NotOurs, compare, record_in
from tests.builders import PROFILE, Evening, commenting
from tests.exports.evenings import busy, many

WORDS = "Said that cameras follow everybody."
Edit = Callable[[Document], object]


def heads_of(hearing: Hearing) -> list[str]:
    """Made-up hashes, one an entry; only that they differ matters here."""
    return [sha256(str(entry).encode()).hexdigest() for entry in hearing.entries]


def export(hearing: Hearing, target: Path, **levels: MinutesLevel) -> Path:
    write_docx(minutes(hearing, heads_of(hearing)[-1], levels=levels), target)
    return target


def edited(path: Path, edit: Edit) -> Path:
    word = docx.Document(str(path))
    edit(word)
    word.save(str(path))
    return path


def paragraph(word: Document, text: str) -> Paragraph:
    return next(one for one in word.paragraphs if text in one.text)


def say(one: Paragraph, text: str) -> None:
    """As one types over a paragraph: its runs go, its bookmarks stay."""
    first, *rest = one.runs
    first.text = text
    for run in rest:
        run._element.getparent().remove(run._element)


def below(one: Paragraph, *texts: str) -> None:
    """New paragraphs, as Enter makes them."""
    for text in reversed(texts):
        made = one.insert_paragraph_before(text)
        one._element.addnext(made._element)


def taken(evening: Evening, path: Path) -> Comparison:
    return compare(read_word(path), evening.hearing, heads_of(evening.hearing))


@pytest.fixture
def evening() -> Evening:
    return many(3, WORDS)


@pytest.fixture
def draft(evening: Evening, tmp_path: Path) -> Path:
    return export(evening.hearing, tmp_path / "minutes.docx")


def test_a_draft_that_nobody_touched_changes_nothing(evening: Evening, draft: Path) -> None:
    assert taken(evening, draft) == Comparison("minutes.docx", 0)


def test_the_busiest_evening_comes_back_untouched(tmp_path: Path) -> None:
    evening = busy()
    assert taken(evening, export(evening.hearing, tmp_path / "busy.docx")) == Comparison("busy.docx", 0)


def test_edited_prose_comes_into_the_record_with_where_it_came_from(evening: Evening, draft: Path) -> None:
    edited(draft, lambda word: say(paragraph(word, f"{WORDS} (2)"), "Said that cameras err – “often”."))
    told = taken(evening, draft)
    assert told.prose == (
        ProseChanged(2, "Ana Muñoz-Nguyễn 2", f"{WORDS} (2)", f"{WORDS} (2)", "Said that cameras err – “often”."),
    )
    assert told.facts == ()
    assert told.summaries() == [(2, "Said that cameras err – “often”.")]


def test_a_summary_cut_in_two_with_enter_keeps_both_halves(evening: Evening, draft: Path) -> None:
    edited(draft, lambda word: below(paragraph(word, f"{WORDS} (2)"), "A second paragraph.", "And a third."))
    (change,) = taken(evening, draft).prose
    assert change.file == f"{WORDS} (2)\nA second paragraph.\nAnd a third."


def test_a_summary_written_where_there_was_none_is_found(tmp_path: Path) -> None:
    evening = many(3)
    for slip in (1, 2, 3):
        evening.act(rules.write_summary, slip=slip, text="")
    draft = export(evening.hearing, tmp_path / "minutes.docx")
    edited(draft, lambda word: below(paragraph(word, "Nguyễn 2"), "Asked for an audit."))
    told = taken(evening, draft)
    assert [(change.slip, change.file) for change in told.prose] == [(2, "Asked for an audit.")]
    assert told.facts == ()


def test_a_summary_taken_out_is_taken_out_and_its_place_lost_is_said(evening: Evening, draft: Path) -> None:
    def edit(word: Document) -> None:
        say(paragraph(word, f"{WORDS} (1)"), "")
        gone = paragraph(word, f"{WORDS} (2)")
        gone._element.getparent().remove(gone._element)

    one, two = taken(evening, edited(draft, edit)).prose
    assert (one.slip, one.file, one.lost) == (1, "", False)
    assert (two.slip, two.file, two.lost) == (2, None, True)
    assert taken(evening, draft).summaries(also=[2]) == [(1, "")]


def test_facts_are_refused_line_by_line(evening: Evening, draft: Path) -> None:
    def edit(word: Document) -> None:
        time = paragraph(word, "The meeting commenced at")
        say(time, time.text.replace("6:01", "5:30"))
        name = paragraph(word, "Ana Muñoz-Nguyễn 3")
        say(name, name.text.replace("Nguyễn 3", "Nguyen 3").replace("opposition", "support"))
        heard = paragraph(word, "members of the public were heard")
        heard._element.getparent().remove(heard._element)
        below(paragraph(word, "This meeting adjourned"), "The crowd went wild.")

    told = taken(evening, edited(draft, edit))
    assert told.prose == ()
    said = [fact.sentence for fact in told.facts]
    assert len(said) == 4
    assert "The record says: “The meeting commenced at 6:01 p.m." in said[0]
    assert "The file says: “The meeting commenced at 5:30 p.m." in said[0]
    assert "says: “Ana Muñoz-Nguyen 3, Riverside Neighbors. In support" in said[1]
    assert said[2].startswith("Left out in the file: “As of 6:04 p.m., 3 members of the public were heard")
    assert said[3].startswith("Added in the file: “The crowd went wild.”")


def test_an_order_of_speakers_that_was_changed_is_refused_and_their_prose_is_not_mixed_up(
    evening: Evening, draft: Path
) -> None:
    def edit(word: Document) -> None:
        first, second = paragraph(word, "Ana Muñoz-Nguyễn 1"), paragraph(word, f"{WORDS} (1)")
        last = paragraph(word, f"{WORDS} (3)")
        for one in (second, first):
            last._element.addnext(one._element)

    told = taken(evening, edited(draft, edit))
    assert told.prose == ()
    assert {bool(fact.was) for fact in told.facts} == {True, False}
    assert all("Nguyễn" in fact.was + fact.file for fact in told.facts)


def test_prose_changed_on_both_sides_is_a_conflict_and_a_person_decides(evening: Evening, draft: Path) -> None:
    edited(draft, lambda word: say(paragraph(word, f"{WORDS} (2)"), "From Word."))
    evening.act(rules.write_summary, slip=2, text="From the console.")
    told = taken(evening, draft)
    assert told.prose == (ProseChanged(2, "Ana Muñoz-Nguyễn 2", f"{WORDS} (2)", "From the console.", "From Word."),)
    assert (told.entries, told.prose[0].conflict, told.to_take, told.summaries()) == (1, True, (), [])
    assert told.summaries(also=[2]) == [(2, "From Word.")]


def test_the_same_change_on_both_sides_is_none(evening: Evening, draft: Path) -> None:
    edited(draft, lambda word: say(paragraph(word, f"{WORDS} (2)"), "Agreed."))
    evening.act(rules.write_summary, slip=2, text="Agreed.")
    assert taken(evening, draft) == Comparison("minutes.docx", 1)


def test_what_the_record_corrected_meanwhile_is_no_change_in_the_file(evening: Evening, draft: Path) -> None:
    """A name corrected at the desk after the draft was sent out stays corrected, and is not called an edit."""
    sign_up = replace(evening.hearing.registrations[2].sign_up, name="Ana Munoz")
    evening.act(rules.correct_registration, slip=2, sign_up=sign_up)
    edited(draft, lambda word: say(paragraph(word, f"{WORDS} (1)"), "From Word."))
    told = taken(evening, draft)
    assert told.facts == ()
    assert [change.file for change in told.prose] == ["From Word."]


def test_taken_back_twice_the_second_time_changes_nothing(evening: Evening, draft: Path) -> None:
    edited(draft, lambda word: say(paragraph(word, f"{WORDS} (2)"), "From Word."))
    for slip, text in taken(evening, draft).summaries():
        evening.act(rules.write_summary, slip=slip, text=text)
    assert taken(evening, draft).prose == ()


def test_an_item_exported_at_another_level_is_compared_at_that_level(evening: Evening, tmp_path: Path) -> None:
    draft = export(evening.hearing, tmp_path / "names.docx", **{"1": MinutesLevel.NAMES})
    assert taken(evening, draft) == Comparison("names.docx", 0)


def test_tracked_changes_are_read_as_if_accepted(evening: Evening, draft: Path) -> None:
    def edit(word: Document) -> None:
        one = paragraph(word, f"{WORDS} (2)")
        run = one.runs[0]._element
        deleted = OxmlElement("w:del")
        run.addprevious(deleted)
        deleted.append(run)
        run.find(qn("w:t")).tag = qn("w:delText")
        inserted = OxmlElement("w:ins")
        deleted.addnext(inserted)
        inserted.append(one.add_run("Said it with tracking on.")._element)

    (change,) = taken(evening, edited(draft, edit)).prose
    assert change.file == "Said it with tracking on."


def test_a_file_of_another_hearing_is_told(draft: Path) -> None:
    with pytest.raises(NotOurs, match="another hearing"):
        taken(many(4, WORDS), draft)


def test_a_file_that_is_no_draft_of_ours_is_told(evening: Evening, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Dear Sir")
    word.save(str(tmp_path / "letter.docx"))
    with pytest.raises(NotOurs, match="no draft that hearingdesk wrote"):
        taken(evening, tmp_path / "letter.docx")


def test_approved_minutes_are_not_taken_back(evening: Evening, tmp_path: Path) -> None:
    day = evening.hearing.meeting.scheduled.date()
    evening.act(rules.present_minutes, on=day)
    evening.act(rules.approve_minutes, on=day)
    with pytest.raises(NotOurs, match="approved"):
        taken(evening, export(evening.hearing, tmp_path / "approved.docx"))


@pytest.mark.parametrize("style", ["’", "\u00a0"])
def test_quotes_and_blanks_that_a_program_made_its_own_are_no_edit(style: str, tmp_path: Path) -> None:
    evening = many(1, "Said that it isn't so")
    draft = export(evening.hearing, tmp_path / "minutes.docx")

    def edit(word: Document) -> None:
        one = paragraph(word, "isn't")
        say(one, one.text.replace("'", "’") if style == "’" else one.text.replace(" ", "\u00a0"))

    assert taken(evening, edited(draft, edit)).prose == ()


def test_a_thousand_speakers_are_compared_in_seconds(tmp_path: Path) -> None:
    evening = many(1000)
    draft = export(evening.hearing, tmp_path / "minutes.docx")
    edited(draft, lambda word: say(paragraph(word, "(500)"), "Mended."))
    assert [change.slip for change in taken(evening, draft).prose] == [500]


def test_libreoffice_keeps_the_marks(evening: Evening, draft: Path, tmp_path: Path) -> None:
    """Opened and saved by LibreOffice, the draft still knows whose it is, and nothing reads as changed."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here; another run tries the draft with it.")
    edited(draft, lambda word: say(paragraph(word, f"{WORDS} (2)"), "From LibreOffice."))
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, str(draft)], check=True, capture_output=True, timeout=120)
    told = taken(evening, saved / draft.name)
    assert record_in(read_word(saved / draft.name))
    assert [(change.slip, change.file) for change in told.prose] == [(2, "From LibreOffice.")]
    assert told.facts == ()


def test_a_line_that_begins_as_a_note_is_one_for_beside_the_minutes_wherever_it_was_typed(
    evening: Evening, draft: Path
) -> None:
    def edit(word: Document) -> None:
        below(paragraph(word, "This meeting adjourned"), "Note: Ana Muñoz-Nguyễn 2 later advised that she meant 2024.")
        below(paragraph(word, f"{WORDS} (2)"), "Note: A second one.", "Note:  ")

    told = taken(evening, edited(draft, edit))
    assert told.notes == ("A second one.", "Ana Muñoz-Nguyễn 2 later advised that she meant 2024.")
    assert (told.prose, told.facts) == ((), ())
    evening.act(rules.append_note, text=told.notes[0], on=date(2026, 2, 20))
    assert taken(evening, draft).notes == told.notes[1:], "what is on the record is not taken twice"


def test_a_note_of_the_record_is_a_fact_of_it(evening: Evening, tmp_path: Path) -> None:
    evening.act(rules.append_note, text="She meant 2024.", on=date(2026, 2, 20))
    draft = export(evening.hearing, tmp_path / "minutes.docx")
    assert taken(evening, draft) == Comparison("minutes.docx", 0)
    told = taken(evening, edited(draft, lambda word: say(paragraph(word, "She meant"), "She meant 2020.")))
    assert told.notes == ()
    assert "It is a fact of the record, and stays." in told.facts[0].sentence


def test_what_is_said_of_a_fact() -> None:
    assert FactChanged("a", "").sentence.startswith("Left out in the file: “a”")
    assert FactChanged("", "b").sentence.startswith("Added in the file: “b”")


WRITTEN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=80)


@settings(max_examples=50, deadline=None)
@given(typed=WRITTEN, others=st.lists(WRITTEN.map(plain), min_size=2, max_size=2))
def test_whatever_is_typed_in_word_comes_back_as_it_was_typed_and_nothing_else_does(
    typed: str, others: list[str]
) -> None:
    evening = commenting(replace(PROFILE, minutes_level=MinutesLevel.SUMMARY), "Ann Lee", "Bo Cruz", "Cy Vang")
    for slip, text in enumerate([f"{WORDS} (1)", *others], 1):
        evening.turn(slip)
        with suppress(OutOfOrder):  # of a text in which nothing can be seen
            evening.act(rules.write_summary, slip=slip, text=text)
    with TemporaryDirectory() as folder:
        draft = export(evening.hearing, Path(folder) / "minutes.docx")
        assert taken(evening, draft) == Comparison("minutes.docx", 0)
        edited(draft, lambda word: say(paragraph(word, f"{WORDS} (1)"), typed))
        told = taken(evening, draft)
    assert told.facts == ()
    assert [(change.slip, change.file) for change in told.prose] == [(1, plain(typed).strip())]
