"""A record that anybody can check: the papers, the journal they were made of, their sums, and a program to read."""

from collections.abc import Callable, Collection, Sequence
from hashlib import sha256
from pathlib import Path

from exports.files import ExportFailed, write_beside, write_together
from exports.journal_copy import write_journal
from exports.published import Copy
from exports.report import ExportReport
from exports.watch import Progress, Watch
from hearingdesk.domain.hearing import Hearing
from hearingdesk.resources import asset

JOURNAL, SUMS, PROGRAM = "journal.jsonl", "SHA256SUMS", "verify_record.py"

Papers = Callable[[Path], list[ExportReport]]
"""Writes the papers into a folder."""


def write_bundle(
    hearing: Hearing, lines: Sequence[str], folder: Path, papers: Papers, copy: Copy, watch: Watch | None = None
) -> list[ExportReport]:
    """Fill `folder`, which is there, with papers, journal, sums and the program that checks them.

    `lines` are the journal's, those of `hearing`. The same record gives the same bytes. Raises ExportFailed, also where
    the folder holds files of another making: they would not be in the sums, and might be nobody else's business.
    """
    watching = watch or Watch()

    def write(place: Path) -> list[ExportReport]:
        still = watching.on(JOURNAL, "entry")
        written = papers(place)
        written += [watching.written(write_journal(hearing, lines, place / JOURNAL, copy, still))]
        program = asset(PROGRAM).read_bytes()
        write_beside(place / PROGRAM, lambda path: path.write_bytes(program))
        names = sorted([PROGRAM, *(report.target.name for report in written)])
        _need_no_other(folder, {place.name, SUMS, *names})
        return [*written, _write_sums(place, names, watching.on(SUMS, "file"))]

    return write_together(folder, write)


def _write_sums(folder: Path, names: Sequence[str], progress: Progress) -> ExportReport:
    sums = ""
    for number, name in enumerate(names, 1):
        sums += f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        progress(number, len(names))
    write_beside(folder / SUMS, lambda path: path.write_bytes(sums.encode()))
    return ExportReport(folder / SUMS, len(names), (folder / SUMS).stat().st_size, (), ("sum",))


def _need_no_other(folder: Path, names: Collection[str]) -> None:
    others = sorted(path.name for path in folder.iterdir() if path.name not in names)
    if others:
        raise ExportFailed(
            f"{folder} holds what does not belong to this record ({', '.join(others[:3])}), so its sums were not "
            "written. The record is safe. Take those files away or choose another folder, then try again."
        )
