"""The commands that show windows: the docket, the desk on a hearing, a rehearsal."""
# ruff: noqa: PLC0415  # Qt comes when it is wanted

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata

from hearingdesk.office import Office, Refused
from hearingdesk.sample import sample_hearing, sample_script
from hearingdesk.versions import refusal


def docket(office: Office, _asked: Namespace) -> int:
    _need_display()
    with _qt():
        from hearingdesk.app import run
    return run(office, None)


def open_hearing(office: Office, asked: Namespace) -> int:
    _need_display()
    with _qt():
        from hearingdesk.app import run
    hearing = sample_hearing(office) if asked.sample else asked.id
    office.store.journal(hearing)  # refused here, in a sentence, before any window: wrong id, second desk
    return run(office, hearing)


def rehearse(_office: Office, asked: Namespace) -> int:
    """Off screen where there is no display."""
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with _qt():
        from hearingdesk.rehearsal import rehearse as play_through
    return play_through(asked.script or sample_script(), asked.out, asked.speed, keep_going=asked.keep_going)


def _has_display() -> bool:
    """Elsewhere than on Linux there always is one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _need_display() -> None:
    """Without one Qt would end the program with a crash."""
    if not _has_display():
        raise Refused(
            "There is no display here to open a window on. Nothing was changed. Start it in a desktop session, or "
            "rehearse without one: hearingdesk rehearse --out DIR."
        )


@contextmanager
def _qt() -> Iterator[None]:
    """What keeps Qt from being loaded (a system library, a release that crashes) is said as a refusal."""
    broken_pair = refusal(sys.version_info[:2], metadata.version("PySide6_Essentials"))
    if broken_pair:
        raise Refused(broken_pair)
    try:
        yield
    except ImportError as fault:
        raise Refused(
            f"The windows cannot be opened: {fault} The record is safe, and the other commands work."
        ) from fault


COMMANDS: dict[str, Callable[[Office, Namespace], int]] = {"": docket, "open": open_hearing, "rehearse": rehearse}
