"""What happens to the record after the evening brings nothing private into a published bundle either."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exports.journal_copy import private_entries
from exports.published import Copy
from hearingdesk.domain import rules
from hearingdesk.domain.events import SpeakerCalled, SpeakerRegistered
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Coding, NameShown
from hearingdesk.store.lines import line_text
from tests.builders import commenting
from tests.exports.test_bundle import bundled, chained
from tests.exports.test_privacy import everything

SECRETS = (
    "Dolores",
    "Quint",
    "Qwint",
    "12 Private Street",
    "private need",
    "MISTAKEN",
    "typed for another",
    "Hidden Hollow",
)
DAY = date(2026, 2, 19)


def reviewed(*, approved: bool) -> Hearing:
    """A withheld name is checked, coded again and noted on; a summary is taken back from Word, another struck."""
    evening = commenting()
    evening.register("Dolores Qwint", name_shown=NameShown.WITHHELD, name_uncertain=True)
    evening.register("Ann Lee")
    evening.register("Bo Cruz", place="Hidden Hollow", address_restricted=True)
    for slip in (1, 2, 3):
        evening.turn(slip, marks=("PRIV",))
    evening.act(rules.adjourn)
    checked = replace(evening.hearing.registrations[1].sign_up, name="Dolores Quint", name_uncertain=False)
    evening.act(rules.correct_registration, slip=1, sign_up=checked, reason="checked in review")
    struck = evening.act(rules.write_summary, slip=1, text="MISTAKEN")
    evening.act(rules.strike_entry, seq=struck.seq, reason="typed for another")
    evening.act(rules.write_summary, slip=1, text="Said that cameras err.", reason="taken back from Word")
    evening.act(rules.code_speaker, slip=1, codes=("MISID",), coding=Coding.SECOND, coder="mk")
    evening.act(rules.code_speaker, slip=1, codes=("PRIV", "MISID"), coding=Coding.AGREED, coder="rd, mk")
    evening.act(rules.append_note, text="The speaker later meant 2024.", on=DAY, slip=1)
    if approved:
        evening.act(rules.present_minutes, on=DAY)
        evening.act(rules.list_correction, text="The summary of the first speaker.")
        evening.act(rules.approve_minutes, on=DAY, motion="moved by Xiong")
    return evening.hearing


@pytest.fixture(scope="module", params=[False, True], ids=["draft", "approved"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[Copy, bytes]:
    folder: Path = tmp_path_factory.mktemp("reviewed")
    hearing = reviewed(approved=request.param)
    for copy in Copy:
        bundled(hearing, folder / copy, copy)
    return {copy: everything(folder / copy) for copy in Copy}


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_private_comes_in_by_the_new_roads(secret: str, told: dict[Copy, bytes]) -> None:
    assert secret.encode() not in told[Copy.PUBLISHED]
    assert secret.encode() in told[Copy.INTERNAL], "the test would not notice"


def test_a_restricted_address_seals_the_slip_and_not_what_is_said_of_the_person() -> None:
    hearing = reviewed(approved=False)
    sealed = private_entries(hearing, [line_text(line) for line in chained(hearing)])
    slips = [e.seq for e in hearing.entries if isinstance(e.event, SpeakerRegistered) and e.event.slip == 3]
    turns = [e.seq for e in hearing.entries if isinstance(e.event, SpeakerCalled) and e.event.slip == 3]
    assert sealed.issuperset(slips)
    assert sealed.isdisjoint(turns)


def test_what_is_public_of_it_is_there(told: dict[Copy, bytes]) -> None:
    for public in ("Said that cameras err.", "The speaker later meant 2024.", "on Speaker 1:", "Bo Cruz"):
        assert public.encode() in told[Copy.PUBLISHED], public
