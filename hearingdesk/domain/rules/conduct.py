"""Rules of what the chair does about conduct: noted with the chair's words, a warning before a removal (H-05).

What somebody says is never marked or counted here; only what the chair did.
"""

from hearingdesk.domain.events import ConductNoted
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.rules.root import check, in_order, need_registration, need_session, refuse_if
from hearingdesk.domain.values import Measure


def note_conduct(
    hearing: Hearing, measure: Measure, slip: int = 0, words: str = "", *, force_or_threat: bool = False
) -> ConductNoted:
    """What the chair did, and in which ``words``; ``slip`` 0 is somebody in the room who has none.

    A removal takes the floor, or the place in the queue, from whoever is removed.
    """
    return in_order(hearing, ConductNoted(measure, slip, words.strip(), force_or_threat))


@check.register
def _(event: ConductNoted, hearing: Hearing) -> None:
    need_session(hearing)
    who = need_registration(hearing, event.slip).name if event.slip else "Somebody in the room"
    unwarned = event.measure is Measure.REMOVAL and event.slip not in hearing.warned and not event.force_or_threat
    refuse_if(
        unwarned,
        f"{who} has not been warned on the record. Record the warning first; "
        "without one a removal is only for force, or a true threat of it.",
    )
