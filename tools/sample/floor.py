"""The sample evening, act by act.

It has the shape of a real one: comment by the public is paused for a presentation that has to be heard by seven, and
goes on after it. People use about what 221 people used in a city with a limit of three minutes.
"""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

from tools.sample.agenda import EXCUSED, MEMBERS, STAFF
from tools.sample.evening import Evening, at, prepare
from tools.sample.people import Person

OPENS_WITH = "Amina Warsame"
OPEN_HERE = (
    "# hearingdesk open --sample begins here: everything above has happened, and the first press starts the clock."
)
USED = ((0.0, 12), (0.05, 26), (0.25, 127), (0.50, 167.5), (0.75, 185.6), (0.90, 191.8), (0.95, 195.2), (1.0, 204.7))
"""What people use of three minutes: share of the speakers, seconds at most."""
A_QUESTION = 28
LONG_ENOUGH = 110


def evening_played(evening: Evening) -> Evening:
    prepare(evening)
    open_meeting(evening)
    comment(evening, at("18:55"))
    guests(evening)
    comment_goes_on(evening)
    business(evening)
    return evening


# Comment by the public


def open_meeting(evening: Evening) -> None:
    evening.until("18:01")
    evening.say("6:01 p.m.: the meeting begins.")
    evening.act("call_to_order", presiding="brennan")
    evening.wait(50)
    roll = [
        {"member": i, "attendance": "excused", "note": EXCUSED[i]}
        if i in EXCUSED
        else {"member": i, "attendance": "present"}
        for i, _, _ in MEMBERS
    ]
    evening.act("call_roll", roll=roll, staff=STAFF)
    evening.wait(150)
    evening.act("take_up", item="1")
    evening.wait(80)


def comment(evening: Evening, end: datetime) -> None:
    """Turns until this time, or until nobody waits."""
    while evening.hearing.items["1"].queue and evening.now < end:
        evening.act("call_next")
        turn(evening)
        evening.wait(2, 6)


def turn(evening: Evening) -> None:
    """Who was called walks up, speaks and ends; or does not come."""
    assert evening.hearing.speaker is not None
    person = evening.people[evening.hearing.speaker.slip]
    if person.name in evening.not_there:
        evening.not_there.discard(person.name)
        evening.wait(24, 40)
        evening.act("speaker_not_present")
        return
    if first := evening.overtaken.pop(person.name, ""):
        evening.wait(9)
        evening.act("call_speaker", slip=evening.slip(first))
        person = evening.people[evening.slip(first)]
    if person.name == OPENS_WITH:
        evening.say(OPEN_HERE.removeprefix("# "))
    evening.wait(9, 26)
    evening.act("start_turn")
    speak(evening, person)


def length(evening: Evening, person: Person) -> float:
    """Seconds this person speaks, interpreting included; long enough for what happens in the turn."""
    if person.marks == ("NONE",):
        return A_QUESTION
    share = evening.draw.random()
    (low, least), (high, most) = next(pair for pair in pairwise(USED) if share <= pair[1][0])
    drawn = (least + (most - least) * (share - low) / (high - low)) * evening.slow * (2 if person.language else 1)
    return max(drawn, LONG_ENOUGH) if person.name in INCIDENTS else drawn


def speak(evening: Evening, person: Person) -> None:
    """The turn with what the clerk notes in it, each at its share of the time."""
    seconds = length(evening, person)
    noted = [(0.75 * n / len(person.marks), mark(code)) for n, code in enumerate(person.marks, 1)]
    noted += [(share, does) for share, does in INCIDENTS.get(person.name, ())]
    noted += [(0.30, states(person.stated))] if person.stated else []
    noted += [(0.92, summary(person))]
    done = 0.0
    for share, does in sorted(noted, key=lambda one: one[0]):
        evening.wait((share - done) * seconds)
        done = share
        does(evening)
    evening.wait((1 - done) * seconds)
    evening.act("end_turn", **({"ending": "yielded_back"} if seconds == A_QUESTION else {}))


Does = Callable[[Evening], object]


def mark(code: str) -> Does:
    return lambda evening: evening.act("raise_concern", code=code)


def states(position: str) -> Does:
    return lambda evening: evening.act("state_position", position=position)


def summary(person: Person) -> Does:
    return lambda evening: evening.act("write_summary", text=person.summary)


def stands(reason: str, seconds: float, note: str = "") -> Does:
    def stops(evening: Evening) -> None:
        evening.act("stop_clock", reason=reason, **({"note": note} if note else {}))
        evening.wait(seconds)
        evening.act("resume_clock")

    return stops


def interpreter_found(evening: Evening) -> None:
    evening.act("stop_clock", reason="interpretation", note="An interpreter in the room offers to help.")
    evening.wait(55)
    evening.act("change_interpreter", interpreter={"language": "Hmong"})
    evening.wait(6)
    evening.act("resume_clock")


def wrong_key(evening: Evening) -> None:
    entry = evening.act("raise_concern", code="IMMIG")
    evening.wait(4)
    evening.act("strike_entry", seq=entry, reason="Wrong key; the speaker did not say this.")


def new_concern(evening: Evening) -> None:
    evening.act(
        "add_concern", label="Liability and lawsuits", code="LIAB", definition="What wrong arrests cost the city."
    )
    evening.wait(3)
    evening.act("raise_concern", code="LIAB")


INCIDENTS: dict[str, tuple[tuple[float, Does], ...]] = {
    "Eleanor Brandvold": (
        (0.80, lambda evening: evening.act("grant_time", span="PT30S", reason="To finish the list of requests.")),
    ),
    "Nhia Yer Moua": ((0.08, interpreter_found),),
    "Bridget O'Halloran": ((0.60, stands("question", 94, "Commissioner Xiong asked which statute was meant.")),),
    "Ingrid Sørensen": ((0.20, stands("technical", 48, "The video link dropped.")),),
    "Precious Adebayo": ((0.40, wrong_key),),
    "Gerald Stubbe": ((0.85, new_concern),),
    "Tyrell Hutchins": ((0.50, stands("disruption", 35, "The Chair asked the room to let the speaker finish.")),),
}


def guests(evening: Evening) -> None:
    evening.say("Comment is paused for the guests, who had been promised to be heard by seven.")
    evening.act("suspend_item", reason="to hear the guest speakers at the time promised", until_after="6")
    evening.wait(70)
    evening.act("take_up", item="6", reason="Guest speakers; announced on the agenda.")
    presentation(evening, "Naomi Feldstein", "19:36")
    evening.until("20:03")
    motion(evening, "That the communication be placed on file", "ortega", "xiong", "placed_on_file", ["6"])


def presentation(evening: Evening, name: str, until: str) -> None:
    slip = next(slip for slip, one in evening.hearing.registrations.items() if one.sign_up.name == name)
    evening.wait(45)
    evening.act("call_speaker", slip=slip)
    evening.wait(40)
    evening.act("start_turn")
    evening.until(until)
    evening.act("end_turn")


def comment_goes_on(evening: Evening) -> None:
    evening.wait(60)
    evening.say("Comment by the public goes on where it stood.")
    evening.act("resume_item", item="1")
    evening.wait(30)
    comment(evening, at("20:24"))
    evening.act("recess", reason="short recess", back_at=at("20:40").isoformat())
    evening.until("20:41")
    evening.act("reconvene")
    evening.wait(50)
    evening.act("change_limit", new="PT3M", ordered_by="the Chair")
    evening.slow = 1.0
    evening.wait(40)
    comment(evening, at("23:00"))
    evening.act("call_speaker", slip=evening.slip("Sheila Vandermolen"))
    evening.wait(40)
    evening.act("speaker_not_present")
    evening.wait(15)
    evening.act("close_testimony")
    evening.wait(80)


# The business of the body


def motion(
    evening: Evening, text: str, mover: str, seconder: str, disposition: str, items: list[str], **votes: str
) -> None:
    """A motion with its second and its roll call; ``votes`` are those that are no ayes."""
    evening.act("make_motion", text=text, mover=mover, items=items, disposition=disposition)
    evening.wait(6)
    evening.act("second_motion", seconder=seconder)
    evening.wait(25, 70)
    present = evening.hearing.present
    cast = [{"member": i, "choice": votes.get(i, "aye") if i in present else "excused"} for i, _, _ in MEMBERS]
    evening.act("take_vote", method="roll_call", votes=cast)
    evening.wait(20)


def business(evening: Evening) -> None:
    evening.say("The consent items, and the rest of the agenda.")
    evening.act("take_up", item="2")
    evening.wait(60)
    motion(evening, "That the consent items be adopted", "whitfield", "haddad", "adopted", ["2", "3", "4", "5"])
    evening.act("take_up", item="7")
    presentation(evening, "Warren Aldridge", "22:02")
    evening.until("22:16")
    motion(
        evening, "That the communication be placed on file", "kowalski", "ortega", "placed_on_file", ["7"], haddad="no"
    )
    evening.act("member_departs", member="kowalski")
    evening.wait(20)
    held(evening)
    evening.act("take_up", item="9")
    evening.until("22:36")
    motion(evening, "That the communication be placed on file", "tolliver", "whitfield", "placed_on_file", ["9"])
    evening.act("take_up", item="10")
    evening.until("22:44")
    evening.act("dispose_of", item="10", disposition="held", note="at the request of staff.")
    evening.wait(20)
    for item, clock, mover, seconder, votes in RESOLUTIONS:
        evening.act("take_up", item=item)
        evening.until(clock)
        motion(evening, "That the resolution be adopted", mover, seconder, "adopted", [item], **votes)
    evening.until("23:03")
    evening.act("adjourn")


RESOLUTIONS: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
    ("11", "22:49", "xiong", "tolliver", {}),
    ("12", "22:54", "haddad", "whitfield", {"xiong": "abstain"}),
    ("13", "22:59", "ortega", "haddad", {}),
)


def held(evening: Evening) -> None:
    evening.act("take_up", item="8")
    evening.wait(90)
    evening.act(
        "make_motion", text="That the communication be referred to the Committee on Rules", mover="haddad", items=["8"]
    )
    evening.wait(30)
    evening.act("drop_motion", result="no_second")
    evening.until("22:26")
    motion(evening, "That the communication be held to the call of the chair", "whitfield", "ortega", "held", ["8"])
