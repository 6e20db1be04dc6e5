"""Effects of the codings after the meeting: each kept beside the others, one of them the marks that count."""

from dataclasses import replace

from hearingdesk.domain.effects.root import effect, with_registration
from hearingdesk.domain.events import Entry, SpeakerCoded
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.values import Coding


@effect.register
def _(event: SpeakerCoded, hearing: Hearing, entry: Entry) -> Hearing:
    """What is agreed on are the marks from now on; the second coder's alone count nowhere."""
    registration = hearing.registrations[event.slip]
    if event.coding is Coding.AGREED:
        registration = replace(kept(kept(registration, Coding.LIVE), Coding.REVIEW), marks=event.codes)
    codings = registration.codings.set(event.coding, event.codes)
    return with_registration(hearing, replace(registration, codings=codings))


def kept(registration: Registration, coding: Coding) -> Registration:
    """The marks put down as this coding before they change, unless it is known already."""
    if coding in registration.codings:
        return registration
    return replace(registration, codings=registration.codings.set(coding, registration.marks))
