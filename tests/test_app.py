"""The program around the windows: its log."""

import logging
from pathlib import Path

from hearingdesk.app import keep_log


def test_a_fault_is_written_to_the_data_folder_with_its_trace(tmp_path: Path) -> None:
    kept = keep_log(tmp_path / "data")
    assert kept is not None
    try:
        raise_and_log()
    finally:
        logging.getLogger().removeHandler(kept)
        kept.close()
    written = (tmp_path / "data" / "hearingdesk.log").read_text(encoding="utf-8")
    assert "A fault of the program" in written
    assert "ZeroDivisionError" in written


def raise_and_log() -> None:
    try:
        _ = 1 / 0
    except ZeroDivisionError:
        logging.getLogger("hearingdesk.app").exception("A fault of the program")


def test_where_no_log_can_be_kept_the_evening_goes_on(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert keep_log(in_the_way) is None
