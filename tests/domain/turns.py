"""Four people who speak in turn, and what became of them, for the tests of turns set right."""

from dataclasses import replace

from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Appearance, Registration
from hearingdesk.domain.profile import Pooling
from tests.builders import PROFILE, Evening, commenting

ONE = replace(PROFILE, pooling=Pooling.ONE_DONOR)
"""Turns may be given, one to each."""


def four(**profile: object) -> Evening:
    return commenting(replace(PROFILE, **profile), "Ann Lee", "Bo Cruz", "Cy Dee", "Di Eng")  # type: ignore[arg-type]


def speaking(evening: Evening, slip: int = 1, wait: float = 40) -> Evening:
    evening.act(rules.call_speaker, slip=slip)
    evening.wait(5)
    evening.act(rules.start_turn)
    evening.wait(wait)
    return evening


def turn(evening: Evening) -> Appearance:
    assert evening.hearing.last_heard is not None
    return evening.hearing.last_heard


def slip(evening: Evening, number: int) -> Registration:
    return evening.hearing.registrations[number]


def queue(evening: Evening) -> tuple[int, ...]:
    return evening.hearing.items["1"].queue
