"""Evenings to write minutes and workbooks of, played through the rules; all people invented."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hearingdesk.domain import rules
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import (
    Attendance,
    Capacity,
    Choice,
    Disposition,
    Interpreter,
    ItemKind,
    ItemNotice,
    MemberVote,
    MinutesLevel,
    Mode,
    MotionResult,
    NameShown,
    Position,
    Present,
    StopReason,
    VoteMethod,
)
from tests.builders import MEETING, MEMBERS, PROFILE, Evening, prepared

HEAD = "9f2c" * 16
FIVE = replace(PROFILE, base_limit=timedelta(minutes=5))
AGENDA = (
    ItemNotice("1", "1", "Comment(s) by the Public", "", ItemKind.COMMENT),
    ItemNotice("2", "2", "Resolution relating to the January 22, 2026, meeting minutes", "FPC1378", ItemKind.CONSENT),
    ItemNotice("3", "3", "Resolution relating to an appointment to Maintenance Assistant", "FPC1381", ItemKind.CONSENT),
    ItemNotice("4", "4", "Communication on community and problem-oriented policing", "FPC1369", ItemKind.ACTION),
    ItemNotice(
        "6", "6", "Communication from the Policing Project on facial recognition", "FPC1382", ItemKind.PRESENTATION
    ),
    ItemNotice("7", "7", "Communication on holiday scheduling", "FPC1394", ItemKind.ACTION),
)


def busy(profile: RuleProfile = FIVE, *, rehearsal: bool = False) -> Evening:
    """An evening with everything in it: pause for a presentation, cut limit, no-show, interpreter, votes, a strike."""
    evening = _opened(profile, rehearsal=rehearsal)
    slips = _signed_up(evening)
    evening.act(rules.take_up, item="1")
    _first_half(evening, slips)
    _presentation(evening)
    _second_half(evening, slips)
    _business(evening)
    return evening


def many(
    speakers: int, summary: str = "Said that cameras follow everybody.", level: MinutesLevel | None = None
) -> Evening:
    """A hearing of so many speakers, half of them opposed."""
    evening = _opened(replace(FIVE, minutes_level=level or FIVE.minutes_level))
    evening.act(rules.take_up, item="1")
    for number in range(1, speakers + 1):
        side = Position.OPPOSE if number % 2 else Position.SUPPORT
        slip = evening.register(f"Ana Muñoz-Nguyễn {number}", position=side, organisation="Riverside Neighbors")
        evening.turn(slip, 60 + number % 90, marks=("PRIV",))
        evening.act(rules.write_summary, text=f"{summary} ({number})")
    evening.act(rules.close_testimony)
    evening.act(rules.adjourn)
    return evening


def _opened(profile: RuleProfile, *, rehearsal: bool = False) -> Evening:
    evening = prepared(profile, AGENDA, replace(MEETING, rehearsal=rehearsal, remote="Live Stream 1"))
    evening.wait(60)
    evening.act(rules.call_to_order, presiding="ortega", why_acting="the Chair was excused")
    roll = {"brennan": Attendance.EXCUSED, "haddad": Attendance.ABSENT, "xiong": Attendance.REMOTE}
    evening.act(
        rules.call_roll,
        roll=tuple(Present(member.id, roll.get(member.id, Attendance.PRESENT)) for member in MEMBERS),
        staff=("Ines Tran, executive director", "Paul Reyes, assistant city attorney"),
    )
    return evening


def _signed_up(evening: Evening) -> dict[str, int]:
    says: dict[str, dict[str, Any]] = {
        "chief": {"capacity": Capacity.STAFF, "organisation": "Police Department", "title": "Assistant chief"},
        "Maria Garcia": {"position": Position.OPPOSE, "place": "Sherman Park"},
        "Ruth Adeyemi": {"position": Position.OPPOSE, "organisation": "Civil Liberties Union"},
        "Nhia Yer Vang": {"position": Position.SUPPORT, "interpreter": Interpreter("Hmong", name="Mai Lor")},
        "Tom Weber": {"position": Position.SUPPORT, "organisation": "Gateway Business District"},
        "Dolores Quint": {"name_shown": NameShown.WITHHELD, "position": Position.OPPOSE},
        "Alan Chavez": {"on_behalf_of": "Debra Jensen"},
        "Linda Ander": {"together_with": ("Jay Ander",), "mode": Mode.REMOTE_VIDEO},
        "Max Hollow": {"position": Position.OPPOSE},
        "Sofia Petrov": {"position": Position.NEUTRAL, "name_shown": NameShown.INITIAL},
        "": {},
    }
    slips = {name: evening.register("Kim Doe" if name == "chief" else name, **said) for name, said in says.items()}
    slips["Maria Garcia 2"] = evening.register(
        "Maria Garcia", organisation="Teachers United", position=Position.SUPPORT
    )
    evening.register("Jo Ann Becker", mode=Mode.REGISTERING_ONLY, position=Position.OPPOSE)
    evening.register(
        "T. Ng", mode=Mode.REGISTERING_ONLY, position=Position.SUPPORT, organisation="Eastside Block Watch"
    )
    evening.register("Viola Ruiz", mode=Mode.WRITTEN, position=Position.OPPOSE)
    return slips


def _first_half(evening: Evening, slips: dict[str, int]) -> None:
    evening.turn(slips["chief"], 240)
    evening.turn(slips["Maria Garcia"], 170, marks=("PRIV", "MISID", "PRIV"))
    evening.act(rules.write_summary, text="Said that cameras name the wrong people and that nobody asked her.")
    evening.act(rules.call_speaker, slip=slips["Max Hollow"])
    evening.act(rules.speaker_not_present)
    evening.turn(slips["Ruth Adeyemi"], 290, marks=("PRIV",))
    evening.act(rules.write_summary, text="Asked for warrants, audits and public reports before any use.")
    _questioned(evening, slips["Nhia Yer Vang"])
    evening.act(rules.change_limit, new=timedelta(minutes=2), ordered_by="the Chair")
    evening.turn(slips["Tom Weber"], 130, marks=("NONE",), stated=Position.MIXED)
    evening.act(rules.write_summary, text="Said that business owners pay for cameras, and would accept limits.")
    evening.wait(600)
    evening.act(rules.member_arrives, member="haddad")
    evening.act(rules.suspend_item, reason="a guest’s schedule", until_after="6")


def _questioned(evening: Evening, slip: int) -> None:
    evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.start_turn)
    evening.wait(100)
    evening.act(rules.stop_clock, reason=StopReason.QUESTION)
    evening.wait(45)
    evening.act(rules.resume_clock)
    evening.wait(20)
    evening.act(rules.end_turn)
    evening.act(rules.write_summary, text="Said that her brother’s shop was robbed and a camera found the man.")


def _presentation(evening: Evening) -> None:
    evening.wait(30)
    evening.act(rules.take_up, item="6", reason="to be heard no later than 7 p.m.")
    evening.wait(1500)
    evening.act(rules.dispose_of, item="6", disposition=Disposition.PLACED_ON_FILE)


def _second_half(evening: Evening, slips: dict[str, int]) -> None:
    evening.act(rules.resume_item, item="1")
    for name in ("Dolores Quint", "Alan Chavez", "Linda Ander"):
        evening.turn(slips[name], 60, marks=("MISID",))
    evening.act(rules.recess, reason="fire alarm")
    evening.wait(840)
    evening.act(rules.reconvene)
    evening.turn(slips["Sofia Petrov"], 90)
    mistaken = evening.act(rules.write_summary, text="MISTAKEN WORDS")
    evening.act(rules.strike_entry, seq=mistaken.seq, reason="typed for the wrong person")
    evening.turn(slips["Maria Garcia 2"], 119, marks=("NONE",))
    evening.act(rules.close_testimony)


def _business(evening: Evening) -> None:
    here = ("ortega", "xiong", "kowalski", "haddad")
    evening.act(rules.take_up, item="2")
    evening.act(
        rules.make_motion,
        text="to adopt the consent agenda",
        mover="kowalski",
        items=("2", "3"),
        disposition=Disposition.ADOPTED,
        seconder="xiong",
    )
    ayes = (MemberVote(member, Choice.AYE) for member in here[:3])
    votes = (*ayes, MemberVote("haddad", Choice.NO), MemberVote("brennan", Choice.EXCUSED))
    evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=votes)
    evening.act(rules.take_up, item="4")
    evening.act(rules.make_motion, text="to amend the procedure", mover="haddad")
    evening.act(rules.drop_motion, result=MotionResult.NO_SECOND)
    evening.act(rules.dispose_of, item="4", disposition=Disposition.HELD, note="staff will report in March")
    evening.wait(4 * 3600)
    evening.act(rules.member_departs, member="xiong")
    evening.act(rules.make_motion, text="to adjourn", mover="kowalski", seconder="haddad")
    evening.act(rules.take_vote, method=VoteMethod.CONSENT, result=MotionResult.CARRIED)
    evening.act(rules.adjourn, how="by unanimous consent")
