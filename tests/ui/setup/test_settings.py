"""The settings of a rule profile as they are typed: each is read back as it is shown, and refused in a sentence."""

import re
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

import hearingdesk
from hearingdesk.domain import cutoff
from hearingdesk.domain.cutoff import TESTIMONY
from hearingdesk.domain.profile import LOCKED, LateSlips, OrderPolicy, Pooling, RuleProfile
from hearingdesk.domain.values import After, MinutesLevel, Series
from hearingdesk.library import Library
from hearingdesk.ui.setup import schedule, settings

PROFILE = RuleProfile("ours", "Ours")
LONG = "x" * 100_000
SPAN = "This reads as no length of time. Write it like 3, 2:30 or 90 s"
FULL = replace(
    PROFILE,
    title="Lakemont",
    base_limit=None,
    group_limit=timedelta(minutes=6),
    rebuttal_limit=None,
    order=OrderPolicy.LOTTERY,
    oath_required=True,
    hearing_steps="Staff; Applicant",
    applicant_limit=timedelta(minutes=12, seconds=30),
    official_limit=timedelta(seconds=90),
    floor=timedelta(seconds=45),
    cap=timedelta(hours=23, minutes=59, seconds=59),
    interpretation_factor=3,
    pooling=Pooling.POOLED,
    pooling_ceiling=timedelta(minutes=10),
    pooling_donors=3,
    sign_up_opens="3:00 PM",
    sign_up_closes=TESTIMONY,
    remote_closes="24 h before",
    late_slips=LateSlips.CHAIRS_LEAVE,
    position_requested=False,
    residence_requested=True,
    address_requested=True,
    sign_up_notice="Your name may be left out.",
    oath_text="Do you swear?",
    turns_per_item=2,
    warn_at=timedelta(seconds=30),
    limit_fixed_at_start=True,
    name_required=True,
    names_on_screen=False,
    initials_on_screen=True,
    screen_next=20,
    grants_in_minutes=True,
    offsets_in_minutes=True,
    minutes_level=MinutesLevel.COUNT,
    letterhead_notice="Held under chapter 19",
    aye_word="Yea",
    no_word="Nay",
    retention=(
        Series("Minutes", authority="local schedule"),
        Series("Slips", "7 years", After.MEETING, "Wis. Stat. 19.21(4)(b)"),
        Series("Recording", "90 days", After.APPROVAL),
    ),
    source="The bylaws",
)
LIKE = f"Write it like {schedule.LIKE}."
KEPT = {"name", "interpretation_locked"}
"""What no form changes: the file's name, and what the law has settled."""
CHANGED = {field.name for field in fields(FULL) if getattr(FULL, field.name) != getattr(PROFILE, field.name)}


@pytest.mark.parametrize("profile", [PROFILE, FULL, *Library().profiles().found.values()], ids=lambda p: p.title)
def test_what_is_shown_is_read_back(profile: RuleProfile) -> None:
    assert settings.read(settings.written(profile), PROFILE) == (replace(profile, name="ours"), {}) or (
        settings.read(settings.written(profile), profile) == (profile, {})
    )


def test_every_setting_is_told_from_what_it_was_before() -> None:
    made, faults = settings.read(settings.written(FULL), PROFILE)
    assert faults == {}
    assert made == FULL
    assert {setting.name for setting in settings.SETTINGS} == CHANGED


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("title", "", "Give these rules a title, such as Plan Commission."),
        ("title", LONG, "This is 100,000 characters long; 80 are the most."),
        ("title", "THEIRS", "Other rules have this title. Give these another one."),
        ("base_limit", "", f"{SPAN}; or write “untimed”."),
        ("base_limit", "soon", f"{SPAN}; or write “untimed”."),
        ("base_limit", "-3", f"{SPAN}; or write “untimed”."),
        ("base_limit", "0", f"{SPAN}; or write “untimed”."),
        ("base_limit", "9" * 5000, f"{SPAN}; or write “untimed”."),
        ("base_limit", "٣", f"{SPAN}; or write “untimed”."),
        ("base_limit", "30 s", "This is less than what is never gone below, 1:00."),
        ("floor", "none", f"{SPAN}."),
        ("floor", "3:99", f"{SPAN}."),
        ("group_limit", "", f"{SPAN}; or write “untimed”."),
        ("rebuttal_limit", "none at all", f"{SPAN}; or write “untimed”."),
        ("applicant_limit", "ten", f"{SPAN}; or write “untimed”."),
        ("official_limit", "1e3", f"{SPAN}; or write “untimed”."),
        ("cap", "much", f"{SPAN}, or leave it empty."),
        ("cap", "1", "This is less than one speaker's 3:00."),
        ("interpretation_factor", "0", "Write a number from 1 to 4."),
        ("interpretation_factor", "2.0", "Write a number from 1 to 4."),
        ("warn_at", "0", f"{SPAN}, or leave it empty."),
        ("turns_per_item", "", "Write a number from 1 to 20."),
        ("turns_per_item", "99999999999999999999", "Write a number from 1 to 20."),
        ("pooling_ceiling", "<b>", f"{SPAN}, or leave it empty."),
        ("pooling_donors", "-1", "Write a number from 1 to 50."),
        ("screen_next", "21", "Write a number from 1 to 20."),
        ("aye_word", "", "Write the word, such as Aye."),
        ("no_word", " aye", "This is the word of a vote for. Write another."),
        ("no_word", LONG, "This is 100,000 characters long; 20 are the most."),
        ("hearing_steps", LONG, "This is 100,000 characters long; 500 are the most."),
        ("letterhead_notice", LONG, "This is 100,000 characters long; 500 are the most."),
        ("retention", "Minutes", f"“Minutes” is no line of a schedule. {LIKE}"),
        ("retention", "Slips: seven years", f"“Slips: seven years” is no line of a schedule. {LIKE}"),
        ("retention", "Slips: 0 days", f"“Slips: 0 days” is no line of a schedule. {LIKE}"),
        ("retention", "A: 1 day\na: 2 days", "“A” stands here twice. Tell the two apart, or leave one out."),
        ("retention", LONG, "One line is 100,000 characters long; 300 are the most."),
        ("retention", "A: 1 day\n" * 31, "These are 31 lines; 30 are the most."),
        ("sign_up_closes", "13 o'clock", cutoff.NOT_UNDERSTOOD),
        ("sign_up_notice", LONG, "This is 100,000 characters long; 500 are the most."),
        ("source", LONG, "This is 100,000 characters long; 500 are the most."),
    ],
)
def test_each_bad_value_has_its_sentence_and_the_rest_is_kept(field: str, text: str, sentence: str) -> None:
    typed = settings.written(PROFILE) | {field: text, "screen_next" if field != "screen_next" else "aye_word": "7"}
    made, faults = settings.read(typed, PROFILE, ["Theirs"])
    assert faults == {field: sentence}
    assert (made.aye_word if field == "screen_next" else made.screen_next) in (7, "7")


def test_a_ceiling_below_one_turn_matters_only_where_time_may_be_given() -> None:
    typed = settings.written(PROFILE) | {"pooling_ceiling": "2"}
    assert settings.read(typed, PROFILE)[1] == {}
    _, faults = settings.read(typed | {"pooling": "group"}, PROFILE)
    assert faults == {"pooling_ceiling": "This is less than one speaker's 3:00."}


def test_every_rule_that_the_program_acts_on_can_be_changed_here() -> None:
    root = Path(hearingdesk.__file__).parent.parent
    sources = [path for folder in ("hearingdesk", "exports") for path in (root / folder).rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    shown = {setting.name for setting in settings.SETTINGS}
    hidden = [field.name for field in fields(RuleProfile) if field.name not in shown | KEPT]
    assert [name for name in hidden if re.search(rf"\.{name}\b", text)] == []


def test_every_rule_that_can_be_changed_here_does_something() -> None:
    """Said on paper, acted on or shown: some place outside the forms reads it."""
    root = Path(hearingdesk.__file__).parent.parent
    shown = {setting.name for setting in settings.SETTINGS}
    sources = [path for folder in ("hearingdesk", "exports") for path in (root / folder).rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.name != "settings.py")
    assert [name for name in sorted(shown) if not re.search(rf"\.{name}\b", text)] == []


def test_what_the_law_asks_for_interpreters_is_not_lowered_here() -> None:
    law = Library().profile("california_brown_act")
    typed = settings.written(law) | {"interpretation_factor": "1"}
    assert settings.read(typed, law)[1] == {"interpretation_factor": LOCKED}
    assert settings.read(typed, PROFILE)[1] == {}
