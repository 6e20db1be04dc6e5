"""Makes resources/sample: an invented evening as a hearing script, its sign-up list, its agenda; the same every time.

Run it as `python -m tools.sample [FOLDER]`.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from hearingdesk.resources import asset
from tools.sample.agenda import AGENDA
from tools.sample.evening import Evening, at
from tools.sample.floor import evening_played
from tools.sample.people import ONLINE, Person

POSITIONS = {"S": "Support", "O": "Oppose", "M": "Mixed", "N": "Neutral"}
MODES = {
    "in_person": "In person",
    "remote_video": "By video",
    "remote_phone": "By phone",
    "written": "Written comment only",
    "registering_only": "Register my position only",
}
SIGN_UP_COLUMNS = (
    "Timestamp",
    "Full name",
    "Salutation",
    "Email",
    "Phone",
    "Neighborhood",
    "Organization",
    "Position",
    "How will you participate?",
    "Interpreter needed",
    "Pronunciation",
    "Withhold name",
    "Accommodation",
)
AGENDA_COLUMNS = ("Number", "File number", "Title", "Kind", "Hear by")


def make(folder: Path) -> Evening:
    """Writes the three files and answers with the evening they tell of."""
    write_csv(folder / "sign-ups.csv", SIGN_UP_COLUMNS, (row(n, person) for n, person in enumerate(ONLINE, 1)))
    write_csv(folder / "agenda.csv", AGENDA_COLUMNS, AGENDA)
    evening = evening_played(Evening(at("17:05"), folder))
    (folder / "hearing.jsonl").write_text("\n".join(evening.lines).lstrip() + "\n", encoding="utf-8")
    return evening


def main() -> None:
    evening = make(Path(sys.argv[1]) if len(sys.argv) > 1 else asset("sample"))
    heard = evening.hearing.items["1"].tally.heard
    print(
        f"{len(evening.hearing.entries)} entries, {evening.hearing.last_slip} slips, {heard} heard, {evening.now:%H:%M}"
    )


def row(number: int, person: Person) -> Sequence[str]:
    submitted = at("9:00") - timedelta(days=2) + timedelta(seconds=5_003 * number)
    return (
        f"{submitted:%Y-%m-%d %H:%M:%S}",
        person.name,
        person.title,
        f"speaker{number:02}@example.org",
        f"608-555-01{number:02}",
        person.place,
        person.organisation,
        POSITIONS[person.position],
        MODES[person.mode],
        person.language,
        person.pronunciation,
        "Yes" if person.name_shown == "withheld" else "",
        person.need,
    )


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
