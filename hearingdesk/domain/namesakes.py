"""Two people of one name on one item are told apart by their slips' numbers wherever the record names them (G-04)."""

from collections.abc import Callable

from hearingdesk.domain.hearing import Hearing, Registration, name_key
from hearingdesk.domain.names import folded


def in_full(registration: Registration) -> str:
    """The name as given."""
    return registration.name


def slip_of_namesake(
    hearing: Hearing, registration: Registration, told: Callable[[Registration], str] = in_full
) -> str:
    """``slip 2``, where another of the item and the name is ``told`` just so; else empty.

    Told as published, whoever asked for less than the full name is nobody's namesake, and is not given away.
    """
    mine = folded(told(registration))
    others = (hearing.registrations.get(slip) for slip in hearing.by_name.get(name_key(registration.sign_up), ()))
    alike = any(one and one.slip != registration.slip and folded(told(one)) == mine for one in others)
    return f"slip {registration.slip}" if alike else ""
