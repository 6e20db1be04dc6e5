"""The commands of the record going out and coming back: export, journal, restore, verify, backup."""

import sys
from argparse import Namespace
from collections.abc import Callable, Collection, Iterator

from exports.blocks import Paper
from exports.options import PAPERS, Format, Options
from exports.published import Copy
from exports.report import ExportReport
from exports.watch import Step, Watch
from hearingdesk.commands.saying import say
from hearingdesk.domain.counts import how_many, listed
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import MinutesLevel
from hearingdesk.office import Office, Refused


def export(office: Office, asked: Namespace) -> int:
    options = _options(office, asked)
    reports = office.export(asked.id, asked.out, options, _watch(asked), bundle=asked.bundle)
    lines = [line for report in reports for line in _report_lines(report)]
    plain = [
        {"path": str(report.target), "parts": report.parts, "bytes": report.size, "notes": report.notes}
        for report in reports
    ]
    say(asked, lines, plain)
    return 0


def _options(office: Office, asked: Namespace) -> Options:
    given = {"formats": tuple(map(Format, asked.format))} if asked.format else {}
    if asked.version:
        given = {"formats": tuple(map(Format, asked.format)) or (Format.PDF,)}
        _need_version(office.record(asked.id).hearing, asked, given["formats"])
    return Options(
        copy=Copy(asked.copy),
        paper=Paper(asked.paper),
        levels=_levels(office, asked) if asked.level else {},
        concern_report=asked.concern_report,
        version=asked.version,
        **given,
    )


def _need_version(hearing: Hearing, asked: Namespace, formats: Collection[Format]) -> None:
    """Of an earlier version there are minutes and nothing else: tables and report tell the record as it is."""
    versions = [version.number for version in hearing.minutes.versions]
    if asked.version not in versions:
        known = (
            f"Name one of: {listed([str(number) for number in versions])}." if versions else "None was approved yet."
        )
        raise Refused(f"There is no version {asked.version} of these minutes. Nothing was written. {known}")
    if asked.bundle or asked.concern_report or not set(formats) <= set(PAPERS):
        raise Refused(
            "A version holds minutes and nothing else: no table, no concern report, no bundle. Nothing was written. "
            f"Ask for --version with {listed(PAPERS)}."
        )


def _levels(office: Office, asked: Namespace) -> dict[str, MinutesLevel]:
    """The level of each item that was told one; what is told of one item goes before what is told of all."""
    agenda = office.record(asked.id).hearing.agenda
    told = [(item, MinutesLevel(level)) for item, level in asked.level]
    for item, _ in told:
        if item and item not in agenda:
            raise Refused(
                f"There is no item “{item}” on this agenda. Nothing was written. Name one of: {', '.join(agenda)}."
            )
    everywhere = {item: level for of, level in told if not of for item in agenda}
    return everywhere | {item: level for item, level in told if item}


def _watch(asked: Namespace) -> Watch:
    """On a terminal, one line that is written over: how far which file has come."""
    if asked.json or not sys.stderr.isatty():
        return Watch()
    return Watch(progress=_tell_step)


def _tell_step(step: Step) -> None:
    far = f"{step.unit} {step.done} of {step.of}" if step.of else "…"
    end = "\r\x1b[K" if step.of and step.done == step.of else ""
    sys.stderr.write(f"\r\x1b[K{step.file}: {far}{end}")
    sys.stderr.flush()


def _report_lines(report: ExportReport) -> Iterator[str]:
    yield f"{report.target}: {how_many(report.parts, *report.unit)}, {report.size:,} bytes"
    yield from (f"  {note}" for note in report.notes)


def paper(office: Office, asked: Namespace) -> int:
    """The queue and blank sheets, to go on with on paper."""
    report = office.paper(office.record(asked.id), asked.id, asked.out)
    say(asked, list(_report_lines(report)), {"path": str(report.target), "parts": report.parts, "bytes": report.size})
    return 0


def journal(office: Office, asked: Namespace) -> int:
    for line in office.store.export_lines(asked.id):
        sys.stdout.write(f"{line}\n")
    return 0


def restore(office: Office, asked: Namespace) -> int:
    line = office.store.restore(asked.file)
    say(asked, [f"{line.id}: {line.body}, {line.title}, {how_many(line.entries, 'entry', 'entries')} restored"], line)
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
    "paper": paper,
    "journal": journal,
    "restore": restore,
    "verify": verify,
    "backup": backup,
}
