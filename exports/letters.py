"""Written comments as paper lists them: one line a document, with all who signed it (C-11)."""

from collections.abc import Sequence

from exports.words import named
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.letters import documents, signed


def all_of(hearing: Hearing, group: Sequence[Registration]) -> list[Registration]:
    """The slips of these documents, those of one letter together."""
    return [each for one in documents(group) for each in of_letter(hearing, one)]


def of_letter(hearing: Hearing, document: Registration) -> list[Registration]:
    """The slips that are this one document."""
    slips = hearing.letters.get(document.slip, (document.slip,))
    return [hearing.registrations[slip] for slip in slips]


def document_lines(hearing: Hearing, group: Sequence[Registration]) -> list[str]:
    """`Ann Lee, Riverside`, and of a letter `One letter, signed by 3 people: Ann Lee; Bo Cruz; Cam Roe`."""
    return [_line(hearing, of_letter(hearing, one)) for one in documents(group)]


def _line(hearing: Hearing, slips: list[Registration]) -> str:
    names = "; ".join(named(hearing, slips))
    return names if len(slips) == 1 else f"One letter, signed by {how_many(signed(slips), 'person', 'people')}: {names}"


def signed_beside(slips: Sequence[Registration]) -> str:
    """`, signed by 12 people`, where more signed than there are documents; else nothing."""
    people = signed(slips)
    more = people > len(documents(slips))
    return f", signed by {how_many(people, 'person', 'people')}" if more else ""
