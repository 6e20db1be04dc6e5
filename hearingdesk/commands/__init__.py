"""The commands of the command line, imported in families when one runs: a window must not wait for the store."""
# ruff: noqa: PLC0415

import sys
from argparse import Namespace
from collections.abc import Callable

from hearingdesk.office import Office

Command = Callable[[Office, Namespace], int]


def run(office: Office, asked: Namespace) -> int:
    """The exit code of the command that was asked for. A refusal is said on standard error, in its own words."""
    try:
        return _command(asked.command or "")(office, asked)
    except Exception as fault:
        from hearingdesk.commands.refusals import sentence

        told = sentence(fault)
        if not told:
            raise
        sys.stderr.write(f"hearingdesk: {told}\n")
        return 1


def _command(name: str) -> Command:
    match name:
        case "list" | "new" | "continue" | "agenda" | "import":
            from hearingdesk.commands import lists

            return lists.COMMANDS[name]
        case "export" | "paper" | "journal" | "restore" | "verify" | "backup":
            from hearingdesk.commands import record

            return record.COMMANDS[name]
        case "minutes":
            from hearingdesk.commands import minutes_life

            return minutes_life.minutes
        case "take-back":
            from hearingdesk.commands import taking_back

            return taking_back.take_back
        case _:
            from hearingdesk.commands import windows

            return windows.COMMANDS[name]
