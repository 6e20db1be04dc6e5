"""Effects on identical letters: one document, signed by several (C-11)."""

from hearingdesk.domain.effects.root import effect, with_registration
from hearingdesk.domain.events import Entry, LetterSeparated, LettersGrouped
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.replacing import replace


@effect.register
def _(event: LettersGrouped, hearing: Hearing, entry: Entry) -> Hearing:
    for slip in event.slips:
        hearing = out_of_letter(hearing, slip)
    return _grouped(hearing, tuple(slip for slip in event.slips if hearing.registrations[slip].written))


@effect.register
def _(event: LetterSeparated, hearing: Hearing, entry: Entry) -> Hearing:
    return out_of_letter(hearing, event.slip)


def out_of_letter(hearing: Hearing, slip: int) -> Hearing:
    """The slip stands for itself; the others stay one letter, unless only one is left."""
    letter = hearing.registrations[slip].letter
    if not letter:
        return hearing
    slips = hearing.letters[letter]
    hearing = replace(hearing, letters=hearing.letters.delete(letter))
    for each in slips:
        hearing = with_registration(hearing, replace(hearing.registrations[each], letter=0))
    return _grouped(hearing, tuple(each for each in slips if each != slip))


def _grouped(hearing: Hearing, slips: tuple[int, ...]) -> Hearing:
    """One letter, counted under the lowest number."""
    if len(slips) < 2:
        return hearing
    first = min(slips)
    for slip in slips:
        hearing = with_registration(hearing, replace(hearing.registrations[slip], letter=first))
    return replace(hearing, letters=hearing.letters.set(first, tuple(sorted(slips))))
