"""What is private leaves the building in no file of any format: every part of everything is opened and searched."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pikepdf
import pytest

from exports.clerks_notes import without_notes
from exports.journal_copy import private_entries
from exports.published import Copy
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.profile import LateSlips, OrderPolicy
from hearingdesk.domain.values import Measure, Mode, NameShown, Position, SignUp, StopReason
from hearingdesk.store.chain import verify
from hearingdesk.store.lines import line_text, read_lines
from tests.builders import PROFILE, commenting
from tests.exports.evenings import busy
from tests.exports.pdf_reading import read
from tests.exports.test_bundle import bundled, chained, check


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("bundle") / "record"
    return folder, bundled(busy().hearing, folder)


def everything(folder: Path) -> bytes:
    """Every byte of every file that a reader could make text of: archives unpacked, pages read, streams opened."""
    parts: list[bytes] = []
    for path in folder.iterdir():
        parts += [path.name.encode(), path.read_bytes()]
        if is_zipfile(path):
            with ZipFile(path) as archive:
                parts += [part for name in archive.namelist() for part in (name.encode(), archive.read(name))]
        if path.suffix == ".pdf":
            parts += parts_of_pdf(path)
    return b"\n".join(parts)


def parts_of_pdf(path: Path) -> list[bytes]:
    """What is read, what is said of pictures, outline, running lines, properties, and every stream as it is inside."""
    reading = read(path)
    words = [*reading.texts, *(element.alt for element in reading.top.walk()), *(title for _, title in reading.outline)]
    words += [text for _, text in reading.artifacts]
    with pikepdf.open(path) as pdf:
        words += [str(value) for value in pdf.docinfo.values()]
        words += [word for one in pdf.objects for word in strings(one)]
        words += [word for one in pdf.pages for code in pikepdf.parse_content_stream(one) for word in spoken(code)]
        streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Width" not in one]
    return [*(word.encode() for word in words), *streams]


def strings(one: Any) -> Iterator[str]:
    """The texts of one object of a PDF file, however they are coded: titles, alternatives, marks of the structure."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        for part in one:
            yield from strings(part)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key in one.keys():  # noqa: SIM118  # no dict
            value = one.get(key)
            if isinstance(value, pikepdf.String | pikepdf.Array | pikepdf.Dictionary) and not is_reference(value):
                yield from strings(value)


def is_reference(value: Any) -> bool:
    return bool(getattr(value, "is_indirect", False))


def spoken(code: Any) -> Iterator[str]:
    """What a page says in place of what it draws."""
    if str(code.operator) == "BDC":
        for operand in code.operands:
            yield from strings(operand)


def plant(folder: Path, hide: Callable[[pikepdf.Pdf], object]) -> None:
    with pikepdf.open(folder / "minutes.pdf", allow_overwriting_input=True) as pdf:
        hide(pdf)
        pdf.save(folder / "minutes.pdf")


def in_archive(folder: Path, name: str, part: str) -> None:
    with ZipFile(folder / name, "a") as archive:
        archive.writestr(part, "<a>HIDDEN</a>")


def in_actual_text(pdf: pikepdf.Pdf) -> None:
    marked = b"/Artifact BMC /Span <</ActualText <FEFF00480049004400440045004E>>> BDC EMC EMC"
    pdf.pages[0].contents_add(pdf.make_stream(marked), prepend=True)


def in_metadata(pdf: pikepdf.Pdf) -> None:
    told = pdf.Root.Metadata.read_bytes().replace(b"</dc:title>", b"HIDDEN</dc:title>")
    pdf.Root.Metadata = pdf.make_stream(told, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def in_structure(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K[0].Alt = pikepdf.String("HIDDEN—")


def attach(pdf: pikepdf.Pdf) -> None:
    file = pdf.make_stream(b"HIDDEN", Type=pikepdf.Name.EmbeddedFile)
    pdf.Root.AF = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(F="a", EF=pikepdf.Dictionary(F=file)))])


HIDING: dict[str, Callable[[Path], object]] = {
    "docx comments": lambda folder: in_archive(folder, "minutes.docx", "word/comments.xml"),
    "docx properties": lambda folder: in_archive(folder, "concern-report.docx", "docProps/custom.xml"),
    "chart": lambda folder: in_archive(folder, "testimony.xlsx", "xl/charts/chart9.xml"),
    "name of a part": lambda folder: in_archive(folder, "testimony.xlsx", "xl/HIDDEN.xml"),
    "csv": lambda folder: (folder / "written.csv").write_text("HIDDEN"),
    "popolo": lambda folder: (folder / "votes.json").write_text("HIDDEN"),
    "calendar": lambda folder: (folder / "meeting.ics").write_text("HIDDEN"),
    "journal": lambda folder: (folder / "journal.jsonl").write_text("HIDDEN"),
    "name of a file": lambda folder: (folder / "HIDDEN").touch(),
    "pdf property": lambda folder: plant(folder, lambda pdf: pdf.docinfo.update({"/Subject": "HIDDEN—"})),
    "pdf metadata": lambda folder: plant(folder, in_metadata),
    "pdf structure": lambda folder: plant(folder, in_structure),
    "pdf actual text": lambda folder: plant(folder, in_actual_text),
    "pdf attachment": lambda folder: plant(folder, attach),
}


@pytest.mark.parametrize("place", HIDING)
def test_the_search_finds_what_is_hidden_in_any_part(place: str, whole: tuple[Path, str], tmp_path: Path) -> None:
    """The search is worth no more than what it finds."""
    folder = shutil.copytree(whole[0], tmp_path / "record")
    assert b"HIDDEN" not in everything(folder)
    HIDING[place](folder)
    assert b"HIDDEN" in everything(folder)


SECRETS = (
    *("Dolores", "Quint", "Petrov", "Companion", "12 Private Street", "private need"),
    *("MEDICAL", "MISTAKEN", "typed for another", "Sit down now", "told in confidence", "LITIGATION"),
)


def guarded() -> Hearing:
    """Names that are not to be told, and a note of the clerk's beside every act that takes one."""
    evening = commenting(replace(PROFILE, late_slips=LateSlips.CHAIRS_LEAVE))
    kept = evening.register("Dolores Quint", name_shown=NameShown.WITHHELD, together_with=("Companion",))
    evening.register("Sofia Petrov", name_shown=NameShown.INITIAL, position=Position.OPPOSE)
    evening.register("Viola Ruiz Petrov", name_shown=NameShown.INITIAL, mode=Mode.WRITTEN)
    for name in ("Ann Lee", "Bo Cruz", "Mai Her"):
        evening.register(name, place="Sherman Park")
    evening.act(rules.reorder_queue, policy=OrderPolicy.LOTTERY, seed="5", reason="told in confidence")
    evening.act(rules.call_speaker, slip=kept)
    evening.act(rules.start_turn)
    evening.act(rules.raise_concern, code="PRIV")
    evening.act(rules.stop_clock, reason=StopReason.OTHER, note="MEDICAL pause")
    evening.act(rules.resume_clock)
    evening.act(rules.grant_time, span=timedelta(seconds=30), reason="MEDICAL reason")
    struck = evening.act(rules.write_summary, text="MISTAKEN")
    evening.act(rules.strike_entry, seq=struck.seq, reason="typed for another")
    evening.act(rules.end_turn)
    evening.act(rules.call_speaker, slip=kept, leave="to answer a question")
    evening.act(rules.start_turn)
    evening.act(rules.end_turn)
    evening.act(rules.withdraw_speaker, slip=2, reason="MEDICAL matter")
    evening.act(rules.note_conduct, measure=Measure.WARNING, slip=4, words="Sit down now.")
    moved = replace(evening.hearing.registrations[5].sign_up, place="Old Harbor")
    evening.act(rules.correct_registration, slip=5, sign_up=moved)
    evening.turn(4, marks=("PRIV", "MISID"))
    evening.act(rules.close_testimony)
    evening.act(rules.adjourn)
    evening.act(rules.place_hold, reason="LITIGATION of somebody")
    evening.act(rules.lift_hold, reason="LITIGATION is over")
    return evening.hearing


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[Copy, bytes]:
    folder = tmp_path_factory.mktemp("guarded")
    for copy in Copy:
        bundled(guarded(), folder / copy, copy)
    return {copy: everything(folder / copy) for copy in Copy}


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_private_is_in_any_part_of_a_published_bundle(secret: str, told: dict[Copy, bytes]) -> None:
    assert secret.encode() not in told[Copy.PUBLISHED]
    assert secret.encode() in told[Copy.INTERNAL], "the test would not notice"


def test_what_is_public_is_in_it(told: dict[Copy, bytes]) -> None:
    for public in ("Ann Lee", "Sofia P.", "Speaker 1", "Sherman Park", "Old Harbor", "Privacy invasion"):
        assert public.encode() in told[Copy.PUBLISHED], public


def test_every_note_of_the_clerk_seals_its_entry_and_no_entry_is_sealed_without_a_reason() -> None:
    hearing = guarded()
    sealed = private_entries(hearing, [line_text(line) for line in chained(hearing)])
    noted = {entry.seq for entry in hearing.entries if without_notes(entry.event) != entry.event}
    assert len(noted) == 9
    assert noted | hearing.struck < sealed
    names = sealed - noted - hearing.struck
    assert {type(hearing.entries[seq - 1].event).__name__ for seq in names} == {"SpeakerRegistered"}


def test_no_private_value_is_in_any_file_of_a_published_bundle(whole: tuple[Path, str]) -> None:
    told = everything(whole[0])
    assert b"Maria Garcia" in told
    assert b"Speaker 6" in told
    assert b"Sofia P." in told
    for marker in ("Dolores", "Quint", "Petrov", "12 Private Street", "private need"):
        assert marker.encode() not in told, marker


def test_the_internal_bundle_has_them_and_is_its_owners_alone(tmp_path: Path) -> None:
    head = bundled(busy().hearing, tmp_path / "internal", Copy.INTERNAL)
    told = everything(tmp_path / "internal")
    for marker in ("Dolores Quint", "Sofia Petrov", "12 Private Street", "private need"):
        assert marker.encode() in told, marker
    assert check(tmp_path / "internal", head)[0] == 0
    assert "sealed" not in check(tmp_path / "internal")[1]
    assert (tmp_path / "internal" / "journal.jsonl").stat().st_mode & 0o077 == 0


def test_sealed_entries_are_counted_by_both_and_the_head_stays(whole: tuple[Path, str]) -> None:
    folder, head = whole
    hearing = busy().hearing
    sealed = sorted(private_entries(hearing, [line_text(line) for line in chained(hearing)]))
    named, also, struck, reason = sealed
    assert (struck, reason) == (struck, struck + 1)
    assert f"Sealed entries (4): {named}, {also}, {struck}, {reason}." in check(folder)[1]
    verdict = verify(read_lines(folder / "journal.jsonl"))
    assert (verdict.sound, verdict.sealed, verdict.head) == (True, 4, head)
    assert "Sealed, there as their hash alone: 4." in str(verdict)


def test_a_name_is_sealed_wherever_it_was_ever_told() -> None:
    evening = commenting()
    slip = evening.register("Dolores Quint")
    evening.turn(slip)
    summary = evening.act(rules.write_summary, text="Said that “dolores  QUINT” is her name.")
    harmless = evening.act(rules.write_summary, text="Said that dolores and quint are two words.")
    kept = SignUp(item="1", name="Dolores Quint", name_shown=NameShown.WITHHELD)
    corrected = evening.act(rules.correct_registration, slip=slip, sign_up=kept)
    hearing = evening.hearing
    sealed = private_entries(hearing, [line_text(line) for line in chained(hearing)])
    first = next(entry.seq for entry in hearing.entries if type(entry.event).__name__ == "SpeakerRegistered")
    assert sealed == {first, summary.seq, corrected.seq}
    assert harmless.seq not in sealed


def test_a_name_without_letters_is_sealed_as_well() -> None:
    evening = commenting()
    evening.register("★★", name_shown=NameShown.WITHHELD, place="Sherman Park")
    hearing = evening.hearing
    assert private_entries(hearing, [line_text(line) for line in chained(hearing)]) == {len(hearing.entries)}


def test_a_hearing_without_private_names_is_published_whole(tmp_path: Path) -> None:
    hearing = commenting().hearing
    bundled(hearing, tmp_path / "record")
    assert read_lines(tmp_path / "record" / "journal.jsonl") == [
        json.loads(line_text(line)) for line in chained(hearing)
    ]
