"""The docket counts retention and holds as the hearing itself does, without telling it again (P-12)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.retention import Keeping, keeping
from hearingdesk.store.store import Store
from tests.domain.test_retention import SCHEDULED
from tests.fakes import FakeClock
from tests.store.desks import HEARING, open_session, prepare


def test_the_docket_counts_as_the_hearing_does(store: Store) -> None:
    store.create(HEARING)
    clock = FakeClock()
    desk = Desk(store.journal(HEARING), clock, "rd")
    prepare(desk, SCHEDULED)
    open_session(desk)
    on = date(2026, 2, 19)
    seen = []
    acts: list[tuple[Callable[..., Event], dict[str, Any]]] = [
        (rules.place_hold, {"reason": "audit"}),
        (rules.close_testimony, {}),
        (rules.adjourn, {}),
        (rules.present_minutes, {"on": on}),
        (rules.approve_minutes, {"on": on}),
        (rules.lift_hold, {"reason": "over"}),
        (rules.strike_entry, {"seq": 11}),
        (rules.lift_strike, {"seq": 11}),
        (rules.reopen_minutes, {"on": on, "motion": "Xiong"}),
    ]
    for act, args in acts:
        clock.wait(3600)
        desk.record(act, **args)
        (line,) = store.docket()
        assert line.keeping == keeping(desk.hearing), act
        seen.append(line.keeping)
    met = date(2026, 2, 5)
    assert seen[0] == Keeping(SCHEDULED.retention, held=True)
    assert seen[4] == Keeping(SCHEDULED.retention, met, on, held=True)
    assert (seen[5].held, seen[6].held, seen[7].held) == (False, True, False)
    assert seen[8].approved is None
