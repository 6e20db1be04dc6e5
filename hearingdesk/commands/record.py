"""The commands of the record going out and coming back: export, journal, restore, verify, backup."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator

from exports.report import ExportReport
from hearingdesk.commands.saying import say
from hearingdesk.domain.counts import how_many
from hearingdesk.office import USUAL_FORMATS, Office


def export(office: Office, asked: Namespace) -> int:
    reports = office.export(asked.id, asked.out, asked.copy, asked.format or USUAL_FORMATS, bundle=asked.bundle)
    lines = [line for report in reports for line in _report_lines(report)]
    plain = [
        {"path": str(report.target), "parts": report.parts, "bytes": report.size, "notes": report.notes}
        for report in reports
    ]
    say(asked, lines, plain)
    return 0


def _report_lines(report: ExportReport) -> Iterator[str]:
    yield f"{report.target}: {how_many(report.parts, *report.unit)}, {report.size:,} bytes"
    yield from (f"  {note}" for note in report.notes)


def journal(office: Office, asked: Namespace) -> int:
    for line in office.store.export_lines(asked.id):
        sys.stdout.write(f"{line}\n")
    return 0


def restore(office: Office, asked: Namespace) -> int:
    line = office.store.restore(asked.file)
    say(asked, [f"{line.id}: {line.body}, {line.title}, {line.entries} entries restored"], line)
    return 0


def verify(office: Office, asked: Namespace) -> int:
    verdicts = office.verify(asked.what)
    say(asked, [str(verdict) for verdict in verdicts if verdict.sound], verdicts)
    for verdict in verdicts:
        if not verdict.sound:
            sys.stderr.write(f"hearingdesk: {verdict}\n")
    return 0 if all(verdict.sound for verdict in verdicts) else 1


def backup(office: Office, asked: Namespace) -> int:
    made = office.store.backup(asked.folder)
    say(asked, [f"{made}: everything in {office.data}, checked"], {"path": str(made)})
    return 0


COMMANDS: dict[str, Callable[[Office, Namespace], int]] = {
    "export": export,
    "journal": journal,
    "restore": restore,
    "verify": verify,
    "backup": backup,
}
