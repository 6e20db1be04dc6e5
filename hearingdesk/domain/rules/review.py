"""Rules of coding after the meeting: a second coder who is blind to the first, and what the two settle on (C-07)."""

from hearingdesk.domain.agreement import coded_by, first_coding
from hearingdesk.domain.events import SpeakerCoded
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.rules.root import check, in_order, need_registration, refuse_if
from hearingdesk.domain.values import NO_LISTED_CONCERN, Coding


def code_speaker(hearing: Hearing, slip: int, codes: tuple[str, ...], coding: Coding, coder: str = "") -> SpeakerCoded:
    """All that the speaker raised, in the order of the list: by the second coder, or as the two have settled it."""
    order = [concern.code for concern in hearing.concerns]
    listed = tuple(sorted(set(codes), key=lambda code: order.index(code) if code in order else len(order)))
    event = in_order(hearing, SpeakerCoded(slip, listed, coding, coder.strip()))
    refuse_if(hearing.registrations[slip].codings.get(coding) == listed, "This coding says so already.")
    return event


@check.register
def _(event: SpeakerCoded, hearing: Hearing) -> None:
    registration = need_registration(hearing, event.slip)
    name = registration.name
    refuse_if(hearing.phase is not Phase.ADJOURNED, "The meeting is not adjourned yet; it is coded again after it.")
    refuse_if(not registration.heard, f"{name} was not heard.")
    unknown = sorted(set(event.codes) - {concern.code for concern in hearing.concerns})
    refuse_if(unknown, f"“{', '.join(unknown)}” is not on the list of concerns.")
    refuse_if(not event.codes, f"Nothing is marked for {name}. If nothing on the list was raised, say just that.")
    both = NO_LISTED_CONCERN in event.codes and len(event.codes) > 1
    refuse_if(both, "Either nothing on the list was raised, or the concerns that are marked; not both.")
    if event.coding is Coding.AGREED:
        coded = first_coding(registration) and Coding.SECOND in registration.codings
        refuse_if(not coded, f"{name} is not coded twice yet; there is nothing to settle.")
    else:
        _need_second(event, hearing)


def _need_second(event: SpeakerCoded, hearing: Hearing) -> None:
    refuse_if(event.coding is not Coding.SECOND, "Marks are put on one by one, but for a second coding.")
    name = hearing.registrations[event.slip].name
    settled = Coding.AGREED in hearing.registrations[event.slip].codings
    refuse_if(settled, f"The coding of {name} is settled. What the second coder said of it stays as it was.")
    refuse_if(not event.coder, "Say who codes: the initials of the second coder.")
    first = {by.casefold() for by in coded_by(hearing, event.slip)}
    refuse_if(event.coder.casefold() in first, f"{event.coder} marked {name} already. A second coder is somebody else.")
