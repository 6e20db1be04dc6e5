"""The data folder: docket, claims, and what outlives a hearing."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.store import schema
from hearingdesk.store.engine import Database
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.store import Store
from tests.builders import BODY, CONCERNS, MEETING, PROFILE, SIX
from tests.fakes import FakeClock
from tests.store.desks import HEARING, desk_on, kept, open_session, prepare, store_in

ROW = schema.journal.c


# The docket


def test_looking_makes_nothing(folder: Path, store: Store) -> None:
    assert (store.docket(), store.bodies(), store.setting("x")) == ([], [], "")
    with pytest.raises(JournalUnavailable, match="no hearing “fpc”"):
        store.record("fpc")
    assert not folder.exists()


def test_the_docket_tells_how_a_hearing_stands(store: Store, desk: Desk) -> None:
    assert store.docket() == [
        DocketLine(
            HEARING,
            "Fire and Police Commission",
            "Regular meeting",
            "City Hall 301-B",
            SIX,
            "America/Chicago",
            Phase.PREPARED,
            entries=2,
            last=SIX,
        )
    ]


def test_the_phase_on_the_docket_is_the_hearings(store: Store) -> None:
    clock = FakeClock()
    desk = desk_on(store, clock=clock)
    open_session(desk)
    acts: list[tuple[Callable[..., Event], dict[str, Any]]] = [
        (rules.recess, {"reason": "dinner"}),
        (rules.reconvene, {}),
        (rules.adjourn, {}),
        (rules.strike_entry, {"seq": 8}),
        (rules.lift_strike, {"seq": 8}),
        (rules.strike_entry, {"seq": 8}),
        (rules.recess, {"reason": "again"}),
    ]
    for act, args in acts:
        clock.wait(60)
        desk.record(act, **args)
        (line,) = store.docket()
        assert (line.phase, line.entries, line.last) == (desk.hearing.phase, len(desk.hearing.entries), clock.now().utc)


def test_the_latest_hearing_comes_first(store: Store) -> None:
    for hearing, days in [("a", 0), ("c", 2), ("b", 1)]:
        store.create(hearing)
        meeting = MEETING.__class__("", hearing, "", SIX + timedelta(days), "UTC", rehearsal=True)
        desk = Desk(store.journal(hearing), FakeClock())
        desk.record(rules.prepare_hearing, body=BODY, meeting=meeting, profile=PROFILE, concerns=CONCERNS)
    assert [(line.id, line.rehearsal) for line in store.docket()] == [("c", True), ("b", True), ("a", True)]


def test_a_hearing_that_cannot_be_read_does_not_hide_the_others(folder: Path, store: Store, desk: Desk) -> None:
    desk_on(store, "bpc")
    store.close()
    with Database(folder / "hearingdesk.db").writing() as connection:
        connection.execute(update(schema.journal).where(ROW.seq == 1, ROW.hearing == "bpc").values(version=9))
    told = {line.id: line.title for line in store.docket()}
    assert told[HEARING] == "Regular meeting"
    assert "a newer one recorded it" in told["bpc"]


@pytest.mark.parametrize("name", ["", "FPC", "a b", "../x", "a--b", "-a", "a-", "é", "x" * 64, "a/b", "con.", "a\n"])
def test_an_id_that_is_no_slug_is_refused(folder: Path, store: Store, name: str) -> None:
    with pytest.raises(JournalUnavailable, match="cannot name a hearing"):
        store.create(name)
    assert not folder.exists()


def test_an_id_is_given_once(store: Store, desk: Desk) -> None:
    with pytest.raises(JournalUnavailable, match="on the docket already"):
        store.create(HEARING)
    store.create("begun")
    store.create("begun")
    assert [line.id for line in store.docket()] == [HEARING], "a hearing without entries is not listed"


@pytest.mark.parametrize("ask", [Store.record, Store.journal, Store.verify, Store.export_lines])
def test_an_unknown_hearing_is_said_to_be(store: Store, desk: Desk, ask: Callable[[Store, str], object]) -> None:
    with pytest.raises(JournalUnavailable, match=r"There is no hearing “bpc” in .*Nothing was changed"):
        ask(store, "bpc")


# One desk


def test_a_second_desk_is_refused_by_name_and_readers_are_not(folder: Path, store: Store, desk: Desk) -> None:
    second = store_in(folder)
    with pytest.raises(JournalUnavailable, match=f"Another hearingdesk .process {os.getpid()} on .* has the records"):
        second.journal(HEARING)
    with pytest.raises(JournalUnavailable, match="Another hearingdesk"):
        second.record(HEARING).append([replace(desk.hearing.entries[-1], seq=3, id="new")], {})
    assert kept(second) == list(desk.hearing.entries)
    assert second.docket() == store.docket()
    store.close()
    second.journal(HEARING)
    second.close()


HOLD = """
import sys
from pathlib import Path
from tests.store.desks import HEARING, store_in
store = store_in(Path(sys.argv[1]))
store.journal(HEARING)
print("held", flush=True)
sys.stdin.read()
"""


def test_a_desk_in_another_process_is_named_and_its_claim_dies_with_it(folder: Path, store: Store, desk: Desk) -> None:
    store.close()
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(JournalUnavailable, match=f"process {other.pid} on"):
            store.journal(HEARING)
        other.kill()
    store.journal(HEARING)


# What outlives a hearing


def test_bodies_and_settings_are_kept(folder: Path, store: Store) -> None:
    kept_body = KeptBody(BODY, PROFILE, CONCERNS)
    store.keep_body(kept_body)
    store.keep_body(KeptBody(BODY.__class__("Board of Appeals"), PROFILE))
    store.keep_body(kept_body)
    store.keep_setting("columns", '{"name": "Speaker"}')
    store.keep_setting("gone", "x")
    store.keep_setting("gone", "")
    other = store_in(folder)
    assert other.bodies() == [KeptBody(BODY.__class__("Board of Appeals"), PROFILE), kept_body]
    assert (other.setting("columns"), other.setting("gone")) == ('{"name": "Speaker"}', "")


def test_a_body_is_renamed_and_forgotten(store: Store) -> None:
    appeals = KeptBody(BODY.__class__("Board of Appeals"), PROFILE, (), Usual(meets="last Monday"), "budget")
    store.keep_body(KeptBody(BODY, PROFILE, CONCERNS))
    store.keep_body(appeals, before=BODY.name)
    assert store.bodies() == [appeals]
    store.forget_body("Board of Appeals")
    store.forget_body("nobody")
    assert store.bodies() == []


def test_a_desk_may_be_closed_and_opened_again(store: Store) -> None:
    store.create("fpc")
    desk = Desk(store.journal("fpc"), FakeClock())
    store.close()
    prepare(desk)
    store.close()
    assert len(kept(store, "fpc")) == 2
