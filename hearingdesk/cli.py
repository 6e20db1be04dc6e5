"""The command line: reads what was asked, hands it to its command, and says any refusal in one sentence.

Only what `--help` needs is imported here; the rest comes when a command runs.
"""
# ruff: noqa: PLC0415

import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Sequence
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from hearingdesk import __version__

DONE, FAILED, STOPPED = 0, 1, 130
FASTEST = 100_000
FORMATS = ("pdf", "docx", "html", "txt", "xlsx", "csv", "json", "popolo", "ics")
"""What exports.options.Format names; the rest of that package is too heavy to be asked for `--help`."""
PAPERS = ("letter", "a4")
LEVELS = ("names", "summary", "count")
ACTS = ("show", "present", "correct", "approve", "note")
"""What becomes of minutes."""
READ_WORKBOOK = "--read-workbook"
"""How a frozen program starts itself to read a workbook (hearingdesk.intake.child)."""

if TYPE_CHECKING:
    Commands = _SubParsersAction[ArgumentParser]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. The answer is the exit code: 0 done, 1 refused or failed (2, wrong usage, exits at once)."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == [READ_WORKBOOK]:
        from hearingdesk.intake.child import serve

        serve()
        return DONE
    _speak_utf8()
    asked = _parser().parse_args(given)
    if asked.selftest:
        from hearingdesk.selftest import main as test_myself

        return test_myself()
    return _guarded(asked)


def _guarded(asked: Namespace) -> int:
    """The command's own answer; a fault of the program goes to the log, and nobody is shown a traceback."""
    data = _data(asked)
    try:
        return _run(asked, data)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever listened has gone
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:  # noqa: BLE001  # the last resort
        sys.stderr.write(
            f"hearingdesk: Something went wrong that the program did not expect ({type(fault).__name__}). "
            f"What was recorded is safe. The details are in {_logged(data)}; send that file with your report.\n"
        )
        return FAILED


def _run(asked: Namespace, data: Path) -> int:
    from hearingdesk.clock import SystemClock
    from hearingdesk.commands import run
    from hearingdesk.office import Office

    office = Office(data, SystemClock(), asked.by)
    try:
        return run(office, asked)
    finally:
        office.close()


def _logged(data: Path) -> Path:
    """Where the details of the fault being handled were written: the data folder, else one for passing things."""
    from tempfile import gettempdir
    from traceback import format_exc

    for folder in (data, Path(gettempdir())):
        log = folder / "hearingdesk.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{datetime.now().astimezone().isoformat()} {__version__}\n{format_exc()}\n")
        except OSError:
            continue
        return log
    return Path("no file, for none could be written")


def _data(asked: Namespace) -> Path:
    """The data folder: as told, else from the environment, else the user's own."""
    told = asked.data or os.environ.get("HEARINGDESK_DATA", "")
    if told:
        return Path(told).expanduser()
    from platformdirs import user_data_path

    return user_data_path("hearingdesk", appauthor=False)


def _speak_utf8() -> None:
    """Names come in every script, whatever the terminal's own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="hearingdesk",
        description="The speaker queue, clocks, concern tallies and record of a public hearing. "
        "Without a command: the window with all hearings.",
        epilog="Exit codes: 0 done, 1 refused or failed, 2 wrong usage.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"hearingdesk {__version__}")
    parser.add_argument("--selftest", action="store_true", help=SUPPRESS)
    _everywhere(parser, "")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (_add_windows, _add_new, _add_lists, _add_export, _add_minutes, _add_record):
        add(commands)
    return parser


def _add_windows(commands: "Commands") -> None:
    opened = _command(commands, "open", "open the desk on a hearing")
    which = opened.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", metavar="ID", help="the hearing, as “list” names it")
    which.add_argument("--sample", action="store_true", help="an invented evening, in full swing")
    rehearsal = _command(
        commands, "rehearse", "play a hearing script through the real windows, and keep what comes out"
    )
    rehearsal.add_argument("script", nargs="?", type=Path, metavar="SCRIPT", help="the sample evening, if not given")
    rehearsal.add_argument("--speed", type=_speed, default="max", metavar="N|max", help="times real time (max)")
    rehearsal.add_argument("--out", type=Path, required=True, metavar="DIR", help="for minutes, workbook and pictures")
    rehearsal.add_argument("--keep-going", action="store_true", help="pass over lines that are refused")


def _add_new(commands: "Commands") -> None:
    new = _command(commands, "new", "prepare a hearing; a body that met here before is known by its name", plain=True)
    new.add_argument("--body", default="", metavar="NAME", help="who meets")
    new.add_argument("--when", type=_time, metavar="TIME", help="like 2026-02-19T18:00, in the zone of the meeting")
    new.add_argument("--timezone", default="", metavar="ZONE", help="like America/Chicago (the zone of this computer)")
    new.add_argument("--place", default="", help="where it meets")
    new.add_argument("--kind", default="", help="what kind of meeting (Regular meeting)")
    new.add_argument("--title", default="", help="as the minutes head it (the kind)")
    new.add_argument("--members", type=Path, metavar="FILE", help="one a row: name, office")
    new.add_argument("--quorum", type=int, metavar="N", help="how many members (a majority)")
    new.add_argument("--jurisdiction", default="", help="like City of Lakemont, Wisconsin")
    new.add_argument("--clerk", default="", metavar="NAME", help="who signs the minutes")
    new.add_argument("--address", default="", help="for the letterhead")
    new.add_argument("--reach", default="", metavar="TEXT", help="for the letterhead: telephone, web site")
    new.add_argument("--seal", type=Path, metavar="FILE", help="for the letterhead: PNG or JPEG, 200 kB at most")
    new.add_argument("--seal-words", default="", metavar="TEXT", help="what the seal is, for who cannot see it")
    new.add_argument("--held-words", default="", metavar="TEXT", help="such as: laid over")
    new.add_argument("--profile", default="", metavar="NAME", help="rule profile (wisconsin_generic)")
    new.add_argument("--concerns", default="", metavar="NAME", help="concern set (surveillance)")
    new.add_argument("--agenda", type=Path, metavar="FILE", help="Legistar JSON, CSV or XLSX")
    new.add_argument("--id", default="", help="like fpc-2026-02-19 (made from body and date)")
    new.add_argument("--rehearsal", action="store_true", help="mark it as no real meeting")


def _add_lists(commands: "Commands") -> None:
    goes_on = _command(commands, "continue", "prepare the session that a hearing was continued to", plain=True)
    goes_on.add_argument("id", metavar="ID", help="the hearing that was continued")
    goes_on.add_argument("--id", dest="new_id", default="", metavar="NEW", help="made from body and date, if not given")
    _command(commands, "list", "list the hearings", plain=True)
    agenda = _command(commands, "agenda", "put a file's items on the agenda", plain=True)
    _hearing_and_file(agenda, "Legistar JSON, CSV or XLSX")
    sign_ups = _command(commands, "import", "take in a sign-up list", plain=True)
    _hearing_and_file(sign_ups, "CSV or XLSX")
    sign_ups.add_argument("--item", default="", metavar="ID", help="for rows that name no item")
    sign_ups.add_argument("--sheet", default="", metavar="NAME", help="which sheet of a workbook")
    sign_ups.add_argument("--take", type=int, action="append", default=[], metavar="ROW", help="take this row anyway")
    sign_ups.add_argument("--leave", type=int, action="append", default=[], metavar="ROW", help="leave this row out")
    sign_ups.add_argument("--dry-run", action="store_true", help="show every row, record nothing")


def _hearing_and_file(parser: ArgumentParser, kinds: str) -> None:
    parser.add_argument("id", metavar="ID", help="the hearing")
    parser.add_argument("file", type=Path, metavar="FILE", help=kinds)
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column says what")


def _add_export(commands: "Commands") -> None:
    export = _command(
        commands, "export", "write minutes and testimony (as PDF and XLSX, if nothing else is said)", plain=True
    )
    export.add_argument("id", metavar="ID", help="the hearing")
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write into")
    export.add_argument(
        "--copy", choices=("published", "internal"), default="published", help="internal: with contacts"
    )
    export.add_argument(
        "--format", choices=FORMATS, action="append", default=[], help="once for each that is wanted (pdf and xlsx)"
    )
    export.add_argument("--paper", choices=PAPERS, default="letter", help="the size of the pages (letter)")
    export.add_argument(
        "--level",
        type=_level,
        action="append",
        default=[],
        metavar="[ITEM=]LEVEL",
        help="how much the minutes say of each speaker: names, summary or count; of all items, or of one",
    )
    export.add_argument("--concern-report", action="store_true", help="what was heard, by how many, and who they were")
    export.add_argument("--bundle", action="store_true", help="a folder with journal, sums and a program to check them")
    export.add_argument(
        "--version", type=int, default=0, metavar="N", help="minutes as approved before, as “minutes” numbers them"
    )


def _add_record(commands: "Commands") -> None:
    taken = _command(commands, "take-back", "take the words of a draft back that was edited in Word", plain=True)
    taken.add_argument("file", type=Path, metavar="FILE", help="the .docx file that “export” wrote")
    taken.add_argument("--id", default="", metavar="ID", help="the hearing it has to be of (as the file says)")
    taken.add_argument(
        "--take", type=int, action="append", default=[], metavar="SLIP", help="the file’s words, where both changed"
    )
    taken.add_argument("--dry-run", action="store_true", help="show what reads otherwise, record nothing")
    paper = _command(commands, "paper", "write the queue and blank tally sheets, to go on with on paper", plain=True)
    paper.add_argument("id", metavar="ID", help="the hearing")
    paper.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="the folder to write into (this one)")
    journal = _command(commands, "journal", "print the record, one entry a line (JSON Lines)")
    journal.add_argument("id", metavar="ID", help="the hearing")
    restore = _command(commands, "restore", "take in a record: what “journal” printed, or a second copy", plain=True)
    restore.add_argument("file", type=Path, metavar="FILE", help="a file in JSON Lines, or a second copy")
    verify = _command(commands, "verify", "check that a record is what was recorded", plain=True)
    verify.add_argument("what", metavar="ID|FILE", help="a hearing, a file in JSON Lines, or a database")
    backup = _command(commands, "backup", "write a checked copy of everything into a folder", plain=True)
    backup.add_argument("folder", type=Path, metavar="DIR", help="the folder to write into")


def _add_minutes(commands: "Commands") -> None:
    life = _command(commands, "minutes", "say where the minutes stand, or what became of them", plain=True)
    life.add_argument("id", metavar="ID", help="the hearing")
    life.add_argument("act", nargs="?", default="show", choices=ACTS, metavar="ACT", help=", ".join(ACTS))
    life.add_argument("text", nargs="?", default="", metavar="WORDS", help="of correct, or of note")
    life.add_argument("--on", type=_day, metavar="DATE", help="like 2026-03-05 (today)")
    life.add_argument("--motion", default="", metavar="TEXT", help="of the body, such as: Smith, seconded by Jones")
    life.add_argument("--as-corrected", action="store_true", help="approved with the corrections that are listed")
    life.add_argument("--slip", type=int, default=0, metavar="N", help="whom a note is on")


def _command(commands: "Commands", name: str, what: str, *, plain: bool = False) -> ArgumentParser:
    parser = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False)
    _everywhere(parser, SUPPRESS)
    if plain:
        parser.add_argument("--json", action="store_true", help="say it as JSON, for programs")
    return parser


def _everywhere(parser: ArgumentParser, default: str) -> None:
    """What may stand before the command as well as after it."""
    parser.add_argument("--data", default=default, metavar="DIR", help="the data folder (or HEARINGDESK_DATA)")
    parser.add_argument("--by", default=default, metavar="INITIALS", help="who makes the entries")


def _speed(text: str) -> float | None:
    """Times real time; None for as fast as can be."""
    if text == "max":
        return None
    try:
        speed = float(text)
    except ValueError:
        speed = 0
    if not 0 < speed <= FASTEST:
        raise ArgumentTypeError(f"{text} is no speed; say a number of times real time, or max")
    return speed


def _level(text: str) -> tuple[str, str]:
    """An item's id, empty for all items, and a level of the minutes."""
    item, _, level = text.rpartition("=")
    if level not in LEVELS:
        raise ArgumentTypeError(f"{level} is no level of the minutes; say names, summary or count")
    return item, level


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise ArgumentTypeError(f"{text} is no date; write it like 2026-03-05") from fault


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as fault:
        raise ArgumentTypeError(f"{text} is no time; write it like 2026-02-19T18:00") from fault
