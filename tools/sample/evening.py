"""The sample evening in the making, and what happens before the meeting and beside it."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from hearingdesk import intake
from hearingdesk.domain.events import Entry
from hearingdesk.domain.evolve import evolve
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import moment
from hearingdesk.domain.values import Contact, ItemNotice, Mode, Position, SignUp
from hearingdesk.library import Library
from hearingdesk.script import read_script
from tools.sample.agenda import BODY, MEETING, PROFILE
from tools.sample.people import ONLINE, WALK_INS, Person

DAY = datetime(2026, 2, 19, tzinfo=ZoneInfo("America/Chicago"))
LIBRARY = Library()


@dataclass
class Evening:
    """The script in the making.

    ``folder`` holds its sign-up list and its agenda. ``due`` is what comes in while something else goes on, by its
    time. ``not_there`` are those who do not come at their first call; ``overtaken`` are called, and the other comes up.
    With five minutes to hand people are a little ``slow``.
    """

    now: datetime
    folder: Path
    lines: list[str] = field(default_factory=list)
    hearing: Hearing = field(default_factory=Hearing)
    due: list[tuple[datetime, Callable[["Evening"], object]]] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    draw: random.Random = field(default_factory=lambda: random.Random(11))
    slow: float = 1.15
    not_there: set[str] = field(default_factory=lambda: {"Yūsuf al-Khaṭīb", "Sheila Vandermolen"})
    overtaken: dict[str, str] = field(default_factory=lambda: {"Ruth Abernathy-Klein": "Oluwaseun Bankole"})

    def act(self, name: str, **args: object) -> int:
        """One line at ``now``, after all that was due before it; the answer is the entry's number."""
        self.catch_up()
        line = json.dumps({"at": self.now.isoformat(), "act": name, **args}, ensure_ascii=False)
        (step,) = read_script([line], LIBRARY)
        event = step.act.rule(self.hearing, **step.act.args)
        self.hearing = evolve(self.hearing, Entry(len(self.hearing.entries) + 1, "", moment(self.now), "", event))
        self.lines.append(line)
        return len(self.hearing.entries)

    def catch_up(self) -> None:
        while self.due and self.due[0][0] <= self.now:
            then, comes_in = self.due.pop(0)
            now, self.now = self.now, then
            comes_in(self)
            self.now = now

    def say(self, text: str) -> None:
        self.catch_up()
        self.lines += ["", f"# {text}"]

    def wait(self, low: float, high: float = 0) -> None:
        """So many seconds, or some number of them between the two."""
        self.now += timedelta(seconds=round(self.draw.uniform(low, high) if high else low))

    def until(self, clock: str) -> None:
        self.now = max(self.now, at(clock))

    def slip(self, name: str) -> int:
        return next(slip for slip, person in self.people.items() if person.name == name)


def at(clock: str) -> datetime:
    hours, minutes = map(int, clock.split(":"))
    return DAY.replace(hour=hours, minute=minutes)


# Before the meeting


def prepare(evening: Evening) -> None:
    evening.say("The afternoon: the hearing is prepared, the agenda and the online list are put in.")
    evening.act(
        "prepare_hearing",
        body=BODY,
        meeting={**MEETING, "scheduled": at("18:00").isoformat()},
        profile=PROFILE,
        concerns="surveillance",
    )
    evening.wait(60)
    (agenda, *_) = intake.read_agenda(evening.folder / "agenda.csv", on=DAY.date(), timezone=str(MEETING["timezone"]))
    evening.act("notice_agenda", items=[shortened(item) for item in agenda.items], source="agenda.csv")
    evening.wait(95)
    (sheet, *_) = intake.read(evening.folder / "sign-ups.csv")
    taken = intake.preview(sheet, intake.guess(sheet), evening.hearing).accepted()
    evening.act(
        "import_sign_ups",
        sign_ups=[shortened(slip) for slip in taken.sign_ups],
        source="sign-ups.csv",
        counts=taken.counts,
        contacts=[shortened(taken.contacts.get(n, Contact())) for n in range(len(taken.sign_ups))],
    )
    evening.people |= dict(enumerate(ONLINE, 1))
    presenter(evening, "6", "Naomi Feldstein", "expert", together_with=["Adrian Castellanos"])
    presenter(evening, "7", "Warren Aldridge", "official", title="Chief")
    evening.say("The table by the door: paper slips, and what people ask for.")
    slips_in = [(at(person.walk_in), walked_in(person)) for person in WALK_INS]
    evening.due = sorted([*slips_in, *MEANWHILE], key=lambda one: one[0])


def shortened(value: ItemNotice | SignUp | Contact) -> dict[str, object]:
    """A value as the script writes it: what goes without saying is left out."""
    plain = {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) != f.default}
    return dict(msgspec.to_builtins(plain))


def slip_of(person: Person) -> SignUp:
    """The paper slip of somebody who walks in."""
    return SignUp(
        item="1",
        name=person.name,
        position=Position(person.position),
        mode=Mode(person.mode),
        organisation=person.organisation,
        place=person.place,
    )


def presenter(evening: Evening, item: str, name: str, capacity: str, **more: object) -> None:
    evening.wait(40)
    slip = {"item": item, "name": name, "capacity": capacity, "channel": "phone", **more}
    evening.act("register_speaker", sign_up=slip)


def walked_in(person: Person) -> Callable[[Evening], object]:
    def hands_in_a_slip(evening: Evening) -> None:
        known = {"contact": {"pronunciation": person.pronunciation}} if person.pronunciation else {}
        evening.act("register_speaker", sign_up=shortened(slip_of(person)), **known)
        evening.people[evening.hearing.last_slip] = person

    return hands_in_a_slip


def happens(clock: str, name: str, to: str, **args: object) -> tuple[datetime, Callable[[Evening], object]]:
    return at(clock), lambda evening: evening.act(name, slip=evening.slip(to), **args)


def correction(clock: str, to: str, reason: str, **says: object) -> tuple[datetime, Callable[[Evening], object]]:
    def corrects(evening: Evening) -> None:
        slip = evening.slip(to)
        right = shortened(evening.hearing.registrations[slip].sign_up) | says
        evening.act("correct_registration", slip=slip, sign_up=right, reason=reason)

    return at(clock), corrects


MEANWHILE = (
    correction("17:36", "Latoya Greenwood", "The two share one turn.", together_with=["Andre Greenwood"]),
    correction("17:47", "Ruth Abernathy-Klein", "Reads for her mother.", on_behalf_of="Marguerite Abernathy"),
    correction("17:57", "Mee Yang", "Asked for at the table.", name_shown="initial"),
    (at("19:21"), lambda evening: evening.act("member_arrives", member="tolliver")),
    happens("19:48", "withdraw_speaker", "Kevin Trautmann", reason="Had to leave."),
    happens(
        "20:46", "move_speaker", "Curtis Bellweather", place=1, reason="Leaves for a night shift; the Chair agreed."
    ),
    happens("20:58", "return_speaker", "Yūsuf al-Khaṭīb"),
)
