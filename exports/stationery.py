"""The top of a paper as the body has it: its seal, its name, where it is and how to reach it."""

from exports.blocks import Figure, Letterhead
from exports.pictures import drawable
from hearingdesk.domain.values import Body

_SEAL_WIDTH = 58.0


def letterhead_of(body: Body) -> Letterhead:
    """The letterhead; a body without a city has its own name in the first line.

    A seal that cannot be drawn is left out: the record holds it for ever, and its minutes are made all the same.
    """
    paper = body.stationery
    lines = (body.name if body.jurisdiction else "", paper.address, paper.reach)
    words = paper.seal_words or f"Seal of {_with_article(body.jurisdiction or body.name)}"
    seal = Figure(paper.seal, words, _SEAL_WIDTH) if drawable(paper.seal) else None
    return Letterhead(body.jurisdiction or body.name, tuple(filter(None, lines)), seal)


def _with_article(name: str) -> str:
    """`the City of Lakemont`, `Dane County`."""
    return f"the {name}" if " of " in name or " and " in name else name
