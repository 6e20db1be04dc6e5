"""The sample evening in the making, and what happens before the meeting and beside it."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hearingdesk.domain.events import Entry
from hearingdesk.domain.evolve import evolve
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import moment
from hearingdesk.library import Library
from hearingdesk.script import read_script
from tools.sample.agenda import AGENDA, BODY, MEETING, PROFILE
from tools.sample.people import ONLINE, WALK_INS, Person

DAY = datetime(2026, 2, 19, tzinfo=ZoneInfo("America/Chicago"))
LIBRARY = Library()


@dataclass
class Evening:
    """The script in the making.

    ``due`` is what comes in while something else goes on, by its time; ``not_there`` are those who do not come at their
    first call; ``overtaken`` are called, and the other comes up; people with five minutes are ``slow``.
    """

    now: datetime
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


def submitted(number: int) -> datetime:
    return at("9:00") - timedelta(days=2) + timedelta(seconds=5_003 * number)


def contact_of(number: int, person: Person) -> dict[str, str]:
    return {
        "email": f"speaker{number:02}@example.org",
        "phone": f"608-555-01{number:02}",
        "pronunciation": person.pronunciation,
        "need": person.need,
    }


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
    evening.act("notice_agenda", items=[notice(*item) for item in AGENDA], source="agenda.csv")
    evening.wait(95)
    slips = [sign_up(person, received=submitted(n).isoformat()) for n, person in enumerate(ONLINE, 1)]
    contacts = [{k: v for k, v in contact_of(n, p).items() if v} for n, p in enumerate(ONLINE, 1)]
    evening.act("import_sign_ups", sign_ups=slips, source="sign-ups.csv", contacts=contacts)
    evening.people |= dict(enumerate(ONLINE, 1))
    presenter(evening, "6", "Naomi Feldstein", "expert", together_with=["Adrian Castellanos"])
    presenter(evening, "7", "Warren Aldridge", "official", title="Chief")
    evening.say("The table by the door: paper slips, and what people ask for.")
    slips_in = [(at(person.walk_in), walked_in(person)) for person in WALK_INS]
    evening.due = sorted([*slips_in, *MEANWHILE], key=lambda one: one[0])


def notice(number: str, file_number: str, title: str, kind: str) -> dict[str, object]:
    item = {"id": number, "number": number, "title": title, "file_number": file_number, "kind": kind}
    return item | ({"hear_by": at("19:00").isoformat()} if number == "6" else {})


def sign_up(person: Person, **more: object) -> dict[str, object]:
    """A slip as the script writes it; what is empty is left out."""
    slip = {
        "item": "1",
        "name": person.name,
        "position": person.position,
        "mode": person.mode if person.mode != "in_person" else "",
        "channel": "paper" if person.walk_in else "online",
        "organisation": person.organisation,
        "place": person.place,
        "name_shown": person.name_shown,
        "interpreter": {"language": person.language} if person.language else None,
        "title": person.title,
        **more,
    }
    return {key: value for key, value in slip.items() if value}


def presenter(evening: Evening, item: str, name: str, capacity: str, **more: object) -> None:
    evening.wait(40)
    slip = {"item": item, "name": name, "capacity": capacity, "channel": "phone", **more}
    evening.act("register_speaker", sign_up=slip)


def walked_in(person: Person) -> Callable[[Evening], object]:
    def hands_in_a_slip(evening: Evening) -> None:
        known = {"contact": {"pronunciation": person.pronunciation}} if person.pronunciation else {}
        evening.act("register_speaker", sign_up=sign_up(person), **known)
        evening.people[evening.hearing.last_slip] = person

    return hands_in_a_slip


def happens(clock: str, name: str, to: str, **args: object) -> tuple[datetime, Callable[[Evening], object]]:
    return at(clock), lambda evening: evening.act(name, slip=evening.slip(to), **args)


def correction(clock: str, to: str, reason: str, **says: object) -> tuple[datetime, Callable[[Evening], object]]:
    def corrects(evening: Evening) -> None:
        slip = evening.slip(to)
        right = sign_up(evening.people[slip], received=submitted(slip).isoformat(), **says)
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
