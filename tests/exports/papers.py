"""Papers to try the writers with; all people invented."""

import random
from datetime import datetime, timedelta, timezone
from io import BytesIO

from PIL import Image

from exports.blocks import (
    Block,
    Bullets,
    Col,
    Document,
    Figure,
    Heading,
    Item,
    KeyValues,
    Letterhead,
    Numbered,
    Para,
    Rule,
    Run,
    Signatures,
    Table,
    Tone,
)

CENTRAL = timezone(timedelta(hours=-6))
_PROSE = (
    "the commission heard that cameras misidentify residents and data are shared with vendors without notice so the "
    "policy should require warrants audits and public reports before any use of plate readers in the district"
)


def prose(words: int, seed: int = 1) -> str:
    rnd, choice = random.Random(seed), _PROSE.split()
    return " ".join(rnd.choice(choice) for _ in range(words)).capitalize() + "."


def seal() -> bytes:
    """A small picture with a transparent ground."""
    file = BytesIO()
    Image.new("RGBA", (64, 80), (15, 98, 181, 128)).save(file, "PNG")
    return file.getvalue()


def paper(*blocks: Block, title: str = "Minutes") -> Document:
    """A document of these blocks below a title."""
    return Document(
        title=f"{title} of the Fire and Police Commission, February 5, 2026",
        lang="en-US",
        author="Fire and Police Commission",
        subject="Minutes of a regular meeting",
        made=datetime(2026, 2, 5, 23, 3, tzinfo=CENTRAL),
        blocks=(Heading(1, title), *blocks),
    )


def minutes(speakers: int, words: int = 60) -> Document:
    """A document with every kind of block, a list of speakers and a table of as many rows."""
    heard = tuple(
        Item((Run(f"Ana Muñoz-Nguyễn {at}", bold=True), Run(", Riverside Neighbors. Opposed.")), (prose(words, at),))
        for at in range(1, speakers + 1)
    )
    rows = tuple((f"Speaker {at}", "Opposed", str(at * 37)) for at in range(1, speakers + 1))
    made = paper(
        Para("DRAFT: not yet approved by the Commission.", Tone.STATUS),
        Para("Regular meeting of Thursday, February 5, 2026", Tone.LEAD),
        Heading(2, "Call to order"),
        KeyValues((("Present", "Dana Whitfield, Luis Ortega, Mai Yer Vang"), ("Excused", "Al Brandt"), ("Absent", ""))),
        Heading(2, "1. Comment(s) by the Public"),
        Para((Run("The hearing was opened. "), Run("Se habla español", italic=True, lang="es"), Run(" was said."))),
        Heading(3, "Speakers in the order heard"),
        Numbered(heard),
        Heading(3, "Registered in opposition, not speaking"),
        Bullets((Item("Jo Ann Weber"), Item("T. Ng"))),
        Table("Speakers", (Col("Name", 2), Col("Position"), Col("Seconds", 1, right=True)), rows),
        Figure(seal(), "The seal of the city", 40),
        Para("ADOPTED", Tone.OUTCOME),
        Rule(),
        Para("Respectfully submitted,", with_next=True),
        Signatures(("Ada Brooks, Clerk", "Presiding officer")),
        Para("Journal head 9f2c", Tone.NOTE),
    )
    letterhead = Letterhead("City of Lakeport", ("Fire and Police Commission",), Figure(seal(), "City seal", 44))
    return Document(
        **{name: getattr(made, name) for name in ("title", "lang", "author", "subject", "made", "blocks")},
        status="DRAFT",
        running="Fire and Police Commission · Minutes of February 5, 2026",
        footer="Journal head 9f2c",
        letterhead=letterhead,
    )
