"""When sign-up opens and closes: a few phrases that a body's rule may use, and whether a slip came too late (G-08)."""

import re
from datetime import datetime, timedelta

from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.local import local
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import Mode, SignUp

TAKEN_UP = "when the item is taken up"
TESTIMONY = "when testimony opens"
NOT_UNDERSTOOD = (
    "This reads as no time of signing up. Write it like 24 h before, 5 min before, noon, 5:30 PM, "
    f"{TAKEN_UP} or {TESTIMONY}; or leave it empty."
)
REMOTE = (Mode.REMOTE_VIDEO, Mode.REMOTE_PHONE)
_BEFORE = re.compile(r"(\d{1,3}) (h|min) before")
_CLOCK = re.compile(r"(1[0-2]|[1-9]):([0-5]\d) ([AP]M)")


def understood(phrase: str) -> bool:
    """Whether the phrase is one of those; an empty one is: there is no such time."""
    return phrase in ("", "noon", TAKEN_UP, TESTIMONY) or bool(_BEFORE.fullmatch(phrase) or _CLOCK.fullmatch(phrase))


def came_late(hearing: Hearing, sign_up: SignUp, at: datetime) -> bool:
    """Whether a slip that asks for a turn came after the cutoff, or a written comment after the record was closed.

    ``at`` is aware, and gives way to when it came in.
    """
    at = sign_up.received or at
    if sign_up.mode is Mode.WRITTEN:
        item = hearing.items.get(sign_up.item)
        return item is not None and item.record_open is not None and at > item.record_open
    if not sign_up.speaks:
        return False
    rules = hearing.profile
    phrases = (rules.sign_up_closes, rules.remote_closes if sign_up.mode in REMOTE else "")
    ends = [_moment(hearing, sign_up.item, phrase) for phrase in phrases]
    return any(end is not None and at >= end for end in ends)


def public_sentence(rules: RuleProfile) -> str:
    """What of a slip will be public, for whoever fills it in (P-02)."""
    place = ", your city or district" if rules.residence_requested else ""
    stands = ", where you stand" if rules.position_requested else ""
    wall = "your name as you choose it" if rules.names_on_screen else "your slip's number alone"
    return (
        f"Public will be: your name as you choose it, the organisation you speak for{place}{stands}, and what you say. "
        f"The display in the room shows {wall}. "
        "Street address, telephone and e-mail are not published."
    )


def sign_up_sentence(hearing: Hearing) -> str:
    """When people may sign up, in one sentence for paper; empty where the rule sets no time."""
    rules = hearing.profile
    parts = [
        f"opens {rules.sign_up_opens}" if rules.sign_up_opens else "",
        f"closes {rules.sign_up_closes}" if rules.sign_up_closes else "",
        f"closes {rules.remote_closes} for those who take part remotely" if rules.remote_closes else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"Sign-up {said}." if said else ""


def _moment(hearing: Hearing, item: str, phrase: str) -> datetime | None:
    """When that is, or was; None where it is not yet known, or there is no such time."""
    scheduled = hearing.meeting.scheduled
    if found := _BEFORE.fullmatch(phrase):
        number = int(found[1])
        return scheduled - (timedelta(hours=number) if found[2] == "h" else timedelta(minutes=number))
    if phrase == "noon":
        return local(hearing, scheduled).replace(hour=12, minute=0, second=0, microsecond=0)
    if found := _CLOCK.fullmatch(phrase):
        hour = int(found[1]) % 12 + (12 if found[3] == "PM" else 0)
        return local(hearing, scheduled).replace(hour=hour, minute=int(found[2]), second=0, microsecond=0)
    return _on(hearing, hearing.items.get(item), phrase)


def _on(hearing: Hearing, item: Item | None, phrase: str) -> datetime | None:
    if item is None:
        return None
    if phrase == TAKEN_UP and item.sittings:
        return item.sittings[0].start.utc
    if phrase == TESTIMONY and item.turns:
        return hearing.appearances[item.turns[0]].called.utc
    return None
