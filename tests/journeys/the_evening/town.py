"""The town of the evening: who sits, what is on the agenda, who signed up."""

from datetime import UTC, datetime
from itertools import product
from zoneinfo import ZoneInfo

from hearingdesk.domain.values import (
    Body,
    ItemKind,
    ItemNotice,
    Meeting,
    Member,
)

CHICAGO = ZoneInfo("America/Chicago")


def moment(words: str) -> datetime:
    """``18:16`` on the evening."""
    hour, minute = map(int, words.split(":"))
    return datetime(2026, 2, 5, hour, minute, tzinfo=CHICAGO).astimezone(UTC)


MEMBERS = tuple(
    Member(name.split()[-1].lower(), name, office)
    for name, office in (
        ("Ada Brennan", "Chair"),
        ("Luis Ortega", "Vice-chair"),
        ("Mai Xiong", ""),
        ("Omar Haddad", ""),
        ("Grace Kowalski", ""),
        ("Denise Whitfield", ""),
        ("Peter Lindqvist", ""),
        ("Soledad Iturbe", ""),
        ("Marcus Tolliver", ""),
    )
)


BODY = Body("Fire and Police Commission", "City of Lakemont", MEMBERS, quorum=5, clerk="R. Delgado")


MEETING = Meeting("Regular meeting", "Regular meeting", "City Hall 301-B", moment("17:30"), "America/Chicago")


AGENDA_ROWS = """Number\tTitle\tFile number\tKind\tHear by
1\tComments by the public\t\tcomment\t
2\tResolution relating to the minutes\tFPC1001\tconsent\t
3\tCommunication from the staff\tFPC1002\tpresentation\t
6\tPresentation on facial recognition\tFPC1006\tpresentation\t7:00 PM
"""


AGENDA = (
    ItemNotice("1", "1", "Comments by the public", "", ItemKind.COMMENT),
    ItemNotice("2", "2", "Resolution relating to the minutes", "FPC1001", ItemKind.CONSENT),
    ItemNotice("3", "3", "Communication from the staff", "FPC1002", ItemKind.PRESENTATION),
    ItemNotice("6", "6", "Presentation on facial recognition", "FPC1006", ItemKind.PRESENTATION, moment("19:00")),
)


FIRST = ("Ann", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kit", "Lu", "Max")


LAST = ("Abel", "Birch", "Cole", "Drew", "Ege", "Frost", "Gale", "Holm", "Ibsen", "Jung", "Katz", "Lund", "Moss")


ONLINE = (
    *(f"{first} {last}" for last, first in product(LAST[:4], FIRST)),
    "",
    "",
    "",
    "Rosa Peña",
    "Rosa Pena",
    "Ann Abel",
)


NAMES = tuple(f"{first} {last}" for last, first in product(LAST, FIRST))


SIGN_UP_ROWS = "Name\tItem\tPosition\tReceived\n" + "".join(
    f"{name}\t1\toppose\t2026-02-05 14:{number:02}\n" for number, name in enumerate(ONLINE)
)


"""58 that came by the form: three without names, two of one name, one signed up twice with two spellings."""
