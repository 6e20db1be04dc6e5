"""The commands that show windows: the docket, the desk on a hearing, a rehearsal."""
# ruff: noqa: PLC0415  # Qt comes when it is wanted

from argparse import Namespace
from collections.abc import Callable

from hearingdesk.office import Office
from hearingdesk.sample import sample_hearing, sample_script


def docket(office: Office, _asked: Namespace) -> int:
    from hearingdesk.app import run

    return run(office, None)


def open_hearing(office: Office, asked: Namespace) -> int:
    hearing = sample_hearing(office) if asked.sample else asked.id
    office.store.record(hearing)  # refused here, in a sentence, before any window

    from hearingdesk.app import run

    return run(office, hearing)


def rehearse(_office: Office, asked: Namespace) -> int:
    from hearingdesk.rehearsal import rehearse as play_through

    return play_through(asked.script or sample_script(), asked.out, asked.speed, asked.keep_going)


COMMANDS: dict[str, Callable[[Office, Namespace], int]] = {"": docket, "open": open_hearing, "rehearse": rehearse}
