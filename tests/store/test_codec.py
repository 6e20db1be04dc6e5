"""Every event goes into the record and comes out the same; what this program cannot read it says by name."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearingdesk.domain.events import ClockStopped, Entry, Event, HearingPrepared, SpeakerRegistered, TimeGranted
from hearingdesk.domain.moments import Moment, moment
from hearingdesk.domain.values import SignUp, StopReason
from hearingdesk.store.chain import GENESIS, canonical
from hearingdesk.store.codec import KINDS, entry_of, line_of
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.lines import line_text
from tests.builders import BODY, MEETING, PROFILE, SIX
from tests.store.drawn import in_a_zone, values

MOMENT = Moment(SIX, "boot-1", 1_000_000_000)


def entry(event: Event) -> Entry:
    return Entry(7, "00000000-0000-4000-8000-000000000007", MOMENT, "rd", event)


def line(event: Event) -> dict[str, Any]:
    return line_of("fpc", entry(event), GENESIS)


def holds_float(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(holds_float, value.values()))
    return isinstance(value, float) or (isinstance(value, list) and any(map(holds_float, value)))


def test_the_kinds_are_the_events_by_their_names() -> None:
    assert set(KINDS.values()) == set(get_args(Event))
    assert KINDS["SpeakerRegistered"] is SpeakerRegistered


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_every_event_comes_back_as_it_went_in(kind: str, data: st.DataObject) -> None:
    before = Entry(3, "id", data.draw(values(Moment)), "rd", data.draw(values(KINDS[kind]).map(in_a_zone)))
    text = line_text(line_of("fpc", before, GENESIS))
    assert "\n" not in text
    told = json.loads(text)
    assert entry_of(told) == before
    assert not holds_float(told)


def test_a_line_reads_as_the_documents_say() -> None:
    told = line(ClockStopped(2, StopReason.QUESTION, as_of=moment(SIX)))
    told.pop("hash")
    assert told == {
        "hearing": "fpc",
        "seq": 7,
        "id": "00000000-0000-4000-8000-000000000007",
        "at": {"utc": "2026-02-06T00:00:00Z", "boot": "boot-1", "ticks": 1_000_000_000},
        "by": "rd",
        "kind": "ClockStopped",
        "version": 1,
        "body": {
            "turn": 2,
            "reason": "question",
            "note": "",
            "as_of": {"utc": "2026-02-06T00:00:00Z", "boot": "", "ticks": 0},
        },
    }


def test_durations_are_iso_8601() -> None:
    assert line(TimeGranted(1, timedelta(minutes=2)))["body"]["span"] == "PT120S"
    told = line(TimeGranted(1, timedelta(0)))
    told["body"]["span"] = "PT5M"
    read = entry_of(told).event
    assert isinstance(read, TimeGranted)
    assert read.span == timedelta(minutes=5)


def test_text_that_is_not_plain_does_not_get_in() -> None:
    with pytest.raises(ValueError, match="not plain"):
        line(SpeakerRegistered(1, SignUp("1", "A\x00nn")))


@pytest.mark.parametrize(("part", "value"), [("kind", "SpeakerTeleported"), ("version", 2)])
def test_a_newer_programs_entry_is_named_and_not_guessed_at(part: str, value: object) -> None:
    with pytest.raises(JournalUnavailable, match=r"Entry 7 of “fpc” .* newer"):
        entry_of(line(TimeGranted(1, timedelta(0))) | {part: value})


@pytest.mark.parametrize(
    "zone", ["Mars/Olympus_Mons", "", "../../etc/passwd", "America", "x\ny", "America/" + "x" * 999]
)
def test_a_meeting_in_a_zone_that_nobody_knows_is_named(zone: str) -> None:
    prepared = HearingPrepared(BODY, replace(MEETING, timezone=zone), PROFILE)
    with pytest.raises(JournalUnavailable, match=r"(?s)Entry 7 of “fpc” is in the time zone “.*”, which"):
        entry_of(line(prepared))


@pytest.mark.parametrize(
    "change",
    [
        {"seq": "7"},
        {"seq": None},
        {"at": {"utc": "yesterday", "boot": "", "ticks": 0}},
        {"at": {"utc": "2026-02-06T00:00:00+01:00", "boot": "", "ticks": 0}},
        {"body": []},
        {"body": {"turn": 1}},
        {"body": {"turn": "1", "span": "PT1S"}},
        {"body": {"turn": 1, "span": "soon"}},
        {"extra": 1},
    ],
)
def test_a_line_that_is_no_entry_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(JournalUnavailable, match="cannot be read"):
        entry_of(line(TimeGranted(1, timedelta(0))) | change)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        # RFC 8785, 3.2.2: the literals and the string of its sample
        ([None, True, False], "[null,true,false]"),
        ('€$\x0f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        # 3.2.3: names in order, nothing between the tokens
        ({"ö": 1, "\x80": 2, "1": 3, "\r": 4, "": 5}, '{"":5,"\\r":4,"1":3,"\x80":2,"ö":1}'),
        ({"b": [{"z": 0, "a": -1}], "a": {}}, '{"a":{},"b":[{"a":-1,"z":0}]}'),
        ("\b\t\f\r\x00\x1f\x7f\u2028😀", '"\\b\\t\\f\\r\\u0000\\u001f\x7f\u2028😀"'),
    ],
)
def test_the_canonical_form_is_rfc_8785(value: object, text: str) -> None:
    assert canonical(value) == text.encode()


@given(values(SpeakerRegistered))
def test_the_canonical_form_is_stable(event: SpeakerRegistered) -> None:
    once = canonical(line(event))
    assert canonical(json.loads(once)) == once
