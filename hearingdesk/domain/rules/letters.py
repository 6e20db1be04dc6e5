"""Rules of identical letters: one document, and beside it how many signed it (C-11)."""

from hearingdesk.domain.events import LetterSeparated, LettersGrouped
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.rules.root import check, in_order, need_registration, refuse_if
from hearingdesk.domain.values import Standing


def group_letters(hearing: Hearing, slips: tuple[int, ...]) -> LettersGrouped:
    """Written comments of the same words are one letter; one that is part of a letter brings the others with it."""
    letters = [hearing.registrations[slip].letter for slip in slips if slip in hearing.registrations]
    others = [other for letter in letters if letter for other in hearing.letters[letter]]
    return in_order(hearing, LettersGrouped(tuple(sorted({*slips, *others}))))


@check.register
def _(event: LettersGrouped, hearing: Hearing) -> None:
    found = [need_registration(hearing, slip) for slip in event.slips]
    spoken = [str(one.slip) for one in found if not one.written]
    refuse_if(spoken, f"Slip {', '.join(spoken)} is no written comment. Only written comments can be one letter.")
    gone = [str(one.slip) for one in found if one.standing is Standing.WITHDRAWN]
    refuse_if(gone, f"Slip {', '.join(gone)} is withdrawn. Leave it out, or take the withdrawal back first.")
    kinds = {(one.sign_up.item, one.sign_up.capacity) for one in found}
    refuse_if(len(kinds) > 1, "These are for several items, or not all from the public. They are counted apart.")
    refuse_if(len(found) < 2, "Say which two slips, or more, are one letter.")
    refuse_if(event.slips in hearing.letters.values(), "They are one letter already.")


def separate_letter(hearing: Hearing, slip: int) -> LetterSeparated:
    """The comment is a document of its own; the others stay one letter."""
    return in_order(hearing, LetterSeparated(slip))


@check.register
def _(event: LetterSeparated, hearing: Hearing) -> None:
    alone = not need_registration(hearing, event.slip).letter
    refuse_if(alone, f"Slip {event.slip} is part of no letter that others signed.")
