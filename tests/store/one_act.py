"""One act at a desk, and what it was told: ``recorded`` or ``refused``. For the tests that break the disk under it.

Run as ``python -m tests.store.one_act FOLDER``.
"""

import sys
from pathlib import Path

from hearingdesk.desk import Desk
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.store.errors import JournalUnavailable
from tests.fakes import FakeClock
from tests.store.desks import HEARING, store_in


def act(folder: Path) -> str:
    desk = Desk(store_in(folder).journal(HEARING), FakeClock(), "rd")
    try:
        desk.register(SignUp("1", "Ann Lee"), Contact(email="ann@example.org"))
    except JournalUnavailable:
        return "refused"
    return "recorded"


if __name__ == "__main__":
    sys.stdout.write(act(Path(sys.argv[1])))
