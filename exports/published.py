"""What leaves the building: a hearing in which everybody is named as they asked to be."""

from dataclasses import replace
from enum import StrEnum

from exports.watch import Progress, unwatched, watched
from exports.words import is_withheld
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.names import published_companions


class Copy(StrEnum):
    """Which of the two builds of a record (X-02, P-06)."""

    PUBLISHED = "published"
    INTERNAL = "internal"


def as_published(hearing: Hearing, progress: Progress = unwatched) -> Hearing:
    """The hearing with each name as published (P-02), and no place of who asked that it be kept (P-04).

    The journal itself, which holds the full names, is untouched. `progress` is told that it goes on.
    """
    slips = watched(hearing.registrations.items(), progress)
    masked = {slip: _masked(registration) for slip, registration in slips}
    return replace(hearing, registrations=hearing.registrations.update(masked))


def _masked(registration: Registration) -> Registration:
    sign_up = replace(registration.sign_up, place=registration.sign_up.shown_place)
    if is_withheld(registration):
        return replace(registration, sign_up=replace(sign_up, name="", title="", together_with=(), on_behalf_of=""))
    name = registration.published_name if sign_up.name else ""
    return replace(registration, sign_up=replace(sign_up, name=name, together_with=published_companions(sign_up)))
