"""A hearing script says what happened, line by line; what cannot be read or is refused is named by its line."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import ClockStopped, Entry, HearingPrepared
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Contact, Interpreter, Interpreting, StopReason
from hearingdesk.library import Library
from hearingdesk.script import Pace, Played, ScriptClock, ScriptFault, Step, play, read_script, script_lines
from hearingdesk.store.errors import JournalUnavailable
from tests.fakes import MemoryJournal

LIBRARY = Library()


def at(clock: str) -> str:
    return f"2026-02-05T{clock}-06:00"


PREPARE: dict[str, Any] = {
    "at": at("18:00:00"),
    "act": "prepare_hearing",
    "body": {"name": "Commission", "members": [{"id": "a", "name": "Ada Brennan"}]},
    "meeting": {
        "kind": "Regular",
        "title": "Regular meeting",
        "place": "Hall",
        "scheduled": at("18:00:00"),
        "timezone": "America/Chicago",
    },
    "profile": "milwaukee_fpc",
    "concerns": "surveillance",
}
AGENDA = {"act": "notice_agenda", "items": [{"id": "1", "number": "1", "title": "Comment", "kind": "comment"}]}
CALLED = (
    PREPARE,
    AGENDA,
    {"act": "call_to_order", "presiding": "a"},
    {"act": "take_up", "item": "1"},
    {"act": "register_speaker", "sign_up": {"item": "1", "name": "Mai"}},
    {"act": "call_next"},
)


@dataclass
class Stage:
    """A desk on a journal in memory, ready to be played on."""

    clock: ScriptClock = field(default_factory=ScriptClock)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = Desk(self.journal, self.clock)

    def play(self, *lines: dict[str, Any], **how: Any) -> Played:  # as play takes them
        steps = read_script([json.dumps(line) for line in lines], LIBRARY)
        return play(self.desk, self.clock, steps, **how)


@pytest.fixture
def stage() -> Stage:
    return Stage()


def fault_of(*lines: str) -> str:
    with pytest.raises(ScriptFault) as told:
        read_script(lines, LIBRARY)
    return str(told.value)


# Reading


@pytest.mark.parametrize("name", rules.__all__)
def test_every_rule_is_an_act_and_asks_for_its_own_arguments(name: str) -> None:
    _, *wanted = signature(getattr(rules, name)).parameters.values()
    required = [p.name for p in wanted if p.default is p.empty]
    line = json.dumps({"at": at("18:00:00"), "act": name})
    if required:
        assert f"`{required[0]}` is missing" in fault_of(line)
    else:
        (step,) = read_script([line], LIBRARY)
        assert step.act.rule is getattr(rules, name)
        assert dict(step.act.args) == {p.name: step.at if p.name == "now" else p.default for p in wanted}


def test_comments_and_blank_lines_are_passed_over_and_lines_keep_their_numbers() -> None:
    lines = ["# a comment", "", json.dumps(PREPARE), "   ", "  # another", json.dumps(AGENDA)]
    assert [step.line for step in read_script(lines, LIBRARY)] == [3, 6]


def test_a_line_without_a_time_happens_when_the_line_before_did() -> None:
    first, second = read_script([json.dumps(PREPARE), json.dumps(AGENDA)], LIBRARY)
    assert second.at == first.at
    assert first.at.utc == datetime(2026, 2, 6, 0, 0, tzinfo=UTC)


def test_names_of_a_profile_and_a_concern_set_stand_for_what_ships() -> None:
    (step,) = read_script([json.dumps(PREPARE)], LIBRARY)
    assert step.act.args["profile"] == LIBRARY.profile("milwaukee_fpc")
    assert step.act.args["concerns"] == LIBRARY.concerns("surveillance").concern


def test_a_profile_may_say_only_what_differs() -> None:
    own = {"based_on": "milwaukee_fpc", "name": "ours", "base_limit": "PT2M30S", "cap": None}
    (step,) = read_script([json.dumps({**PREPARE, "profile": own})], LIBRARY)
    event = step.act.rule(Stage().desk.hearing, **step.act.args)
    assert isinstance(event, HearingPrepared)
    assert (event.profile.name, event.profile.base_limit) == ("ours", timedelta(seconds=150))
    assert event.profile.minutes_level is LIBRARY.profile("milwaukee_fpc").minutes_level


def test_arguments_become_the_hearings_own_values() -> None:
    line = {"at": at("18:00:00"), "act": "change_interpreter", "interpreter": {"language": "Hmong", "kind": "sign"}}
    (step,) = read_script([json.dumps(line)], LIBRARY)
    assert step.act.args == {"interpreter": Interpreter("Hmong", Interpreting.SIGN)}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "it is no JSON"),
        ("[1]", "it is no act"),
        ('{"act": 7}', "it is no act"),
        ('{"at": "2026-02-05T18:00:00Z", "act": "applaud"}', "there is no act “applaud”"),
        ('{"at": "2026-02-05T18:00:00Z", "act": "__all__"}', "there is no act “__all__”"),
        ('{"act": "reconvene"}', "the first line says when it happened"),
        ('{"at": "six", "act": "reconvene"}', "Invalid RFC3339 encoded datetime"),
        ('{"at": "2026-02-05T18:00:00", "act": "reconvene"}', "lacks its offset"),
        ('{"at": "2026-02-05T18:00:00Z", "act": "recess", "reason": "x", "because": "y"}', "“because” is not known"),
        ('{"at": "2026-02-05T18:00:00Z", "act": "recess", "reason": 3}', "reason: Expected `str`, got `int`"),
        ('{"at": "2026-02-05T18:00:00Z", "act": "grant_time", "span": 30}', "span: Expected `duration`"),
        (
            '{"at": "2026-02-05T18:00:00Z", "act": "register_speaker", "sign_up": {"item": "1", "nmae": "Mai"}}',
            "“sign_up.nmae” is not known here",
        ),
        (
            '{"at": "2026-02-05T18:00:00Z", "act": "register_speaker", "sign_up": {"item": "1"}, "contact": {"x": ""}}',
            "“x” is not known here",
        ),
        (json.dumps({**PREPARE, "profile": "ours"}), "There is no rule profile “ours”"),
        (json.dumps({**PREPARE, "concerns": "ours"}), "There is no concern set “ours”"),
        (json.dumps({**PREPARE, "profile": 3}), "profile: Expected `object`, got `int`"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, why: str) -> None:
    told = fault_of("# first", line)
    assert told.startswith("Line 2 of the script: ")
    assert why in told
    assert told.endswith("Nothing was recorded.")


def test_time_cannot_go_backwards() -> None:
    told = fault_of(json.dumps(PREPARE), json.dumps({"at": at("17:59:59"), **AGENDA}))
    assert told.startswith("Line 2 of the script: time goes backwards")


@pytest.mark.parametrize(
    ("content", "why"), [(b"\x89PNG\r\n\x1a\n\xff", "no UTF-8 text"), (None, "No such file or directory")]
)
def test_a_file_that_is_no_script_is_refused(tmp_path: Path, content: bytes | None, why: str) -> None:
    path = tmp_path / "hearing.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ScriptFault, match=r"hearing\.jsonl") as told:
        script_lines(path)
    assert why in str(told.value)


def test_a_byte_order_mark_is_no_part_of_a_script(tmp_path: Path) -> None:
    path = tmp_path / "hearing.jsonl"
    path.write_text("\ufeff" + json.dumps(PREPARE), encoding="utf-8")
    assert len(read_script(script_lines(path), LIBRARY)) == 1


# Playing


def test_a_line_goes_through_the_desk_like_a_press_at_its_own_time(stage: Stage) -> None:
    shown: list[int] = []
    stage.desk.follow(lambda hearing: shown.append(len(hearing.entries)))
    assert stage.play(*CALLED, {"at": at("18:05:00"), "act": "start_turn"}) == Played(7)
    assert shown == [1, 2, 3, 4, 5, 6, 7]
    assert stage.desk.hearing.entries[-1].at.utc == datetime(2026, 2, 6, 0, 5, tzinfo=UTC)
    assert [entry.seq for entry in stage.journal.read()] == list(range(1, 8))


def test_contacts_are_kept_beside_the_record(stage: Stage) -> None:
    one = {"act": "register_speaker", "sign_up": {"item": "1"}, "contact": {"phone": "608-555-0100"}}
    many = {
        "act": "import_sign_ups",
        "source": "list.csv",
        "sign_ups": [{"item": "1", "name": "A"}, {"item": "1", "name": "B"}],
        "contacts": [None, {"email": "b@example.org"}],
    }
    stage.play(PREPARE, AGENDA, one, many)
    assert stage.journal.contacts() == {1: Contact(phone="608-555-0100"), 3: Contact(email="b@example.org")}
    assert "608-555-0100" not in repr(stage.journal.read())


def test_a_refused_line_stops_the_run_with_its_number_and_the_refusal(stage: Stage) -> None:
    with pytest.raises(ScriptFault) as told:
        stage.play(PREPARE, AGENDA, {"act": "call_next"}, {"act": "call_to_order", "presiding": "a"})
    assert str(told.value) == (
        "Line 3 of the script, call_next, was refused: The meeting has not been called to order yet. "
        "Call it to order first. 2 lines before it are on the record."
    )
    assert len(stage.journal.read()) == 2


def test_keep_going_passes_over_refusals_and_counts_them(stage: Stage) -> None:
    seen: list[tuple[int, bool]] = []

    def watch(step: Step, entry: Entry | None) -> None:
        seen.append((step.line, entry is not None))

    lines = (PREPARE, AGENDA, {"act": "call_next"}, {"act": "call_to_order", "presiding": "a"})
    played = stage.play(*lines, keep_going=True, on_step=watch)
    assert played.recorded == 3
    assert [line.partition(" was refused")[0] for line in played.refused] == ["Line 3 of the script, call_next,"]
    assert seen == [(1, True), (2, True), (3, False), (4, True)]


def test_a_script_does_not_reach_back_behind_what_is_recorded(stage: Stage) -> None:
    stage.play(PREPARE)
    with pytest.raises(ScriptFault, match="Line 1 of the script is earlier than the last entry"):
        stage.play({"at": at("17:00:00"), **AGENDA})
    assert len(stage.journal.read()) == 1


def test_a_journal_that_fails_is_no_refusal(stage: Stage) -> None:
    stage.play(PREPARE)
    stage.journal.failing = "The disk is full."
    with pytest.raises(JournalUnavailable, match="The disk is full"):
        stage.play({"at": at("18:01:00"), **AGENDA}, keep_going=True)


def test_a_stop_that_was_found_later_is_dated_by_a_plain_time(stage: Stage) -> None:
    stop = {"at": at("18:03:00"), "act": "stop_clock", "reason": "question", "as_of": at("18:01:30")}
    stage.play(*CALLED, {"at": at("18:01:00"), "act": "start_turn"}, stop)
    turn, event = stage.desk.hearing.turn, stage.desk.hearing.entries[-1].event
    assert isinstance(event, ClockStopped)
    assert event.reason is StopReason.QUESTION
    assert turn is not None
    assert spent(turn, stage.clock.now()) == timedelta(seconds=30)


# Pace


def test_at_a_pace_the_clock_passes_through_the_time_between(stage: Stage) -> None:
    slept: list[float] = []
    looks: list[timedelta] = []
    start = datetime(2026, 2, 6, 0, 0, tzinfo=UTC)

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        looks.append(stage.clock.now().utc - start)

    stage.play(PREPARE, {"at": at("18:01:03"), **AGENDA}, pace=Pace(60, sleep))
    assert sum(slept) == pytest.approx(63 / 60)
    assert max(slept) <= 0.1
    assert looks == [timedelta(seconds=6 * n) for n in range(len(looks))]
    assert stage.clock.now().utc - start == timedelta(seconds=63)


def test_the_first_line_is_not_waited_for(stage: Stage) -> None:
    slept: list[float] = []
    stage.play(PREPARE, AGENDA, pace=Pace(1, slept.append))
    assert slept == []
