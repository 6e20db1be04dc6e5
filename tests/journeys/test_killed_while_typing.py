"""The process is killed in mid-sentence: what was typed a second before is there when the hearing is opened again."""

import os
import subprocess
import sys
from pathlib import Path

from hearingdesk.clock import SystemClock
from hearingdesk.office import Office
from hearingdesk.ui.console.summary import subject
from hearingdesk.ui.drafts import draft_key

ROOT = Path(__file__).parents[2]
TYPED = "Asked that faces be struck from the record after thir"


def test_a_half_written_summary_outlives_the_process(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.journeys.typing_clerk", str(tmp_path), TYPED]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as clerk:
        assert clerk.stdout is not None
        hearing_id = clerk.stdout.readline().strip()
        clerk.kill()
    office = Office(tmp_path, SystemClock(), "rd")
    desk = office.desk(hearing_id)
    try:
        assert desk.drafts[draft_key(subject(desk.hearing))] == TYPED
    finally:
        office.close()
