"""The rules in force on an item: the body's, with the item's own in their place (R-01)."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta

from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import OwnRules


def rules_on(hearing: Hearing, item: Item | None) -> RuleProfile:
    """The body's profile as it holds on this item; without one, as it stands."""
    profile = hearing.profile
    if item is None or (item.own is None and item.cap == profile.cap):
        return profile
    if item.own is None:
        return replace(profile, cap=item.cap)
    at_first = item.limits[0][1].old if item.limits else item.limit
    return replace(profile, cap=item.cap, base_limit=at_first, **asdict(item.own))


def limit_at(item: Item, when: datetime) -> timedelta | None:
    """The public's limit on the item at that time, which is aware: what was changed later does not count yet (T-10)."""
    later = (change.old for at, change in item.limits if at.utc > when)
    return next(later, item.limit)


def rule_sentence(hearing: Hearing, item: Item | None) -> str:
    """The rule in force on the item in one plain sentence (R-03)."""
    profile = rules_on(hearing, item)
    return profile.sentence(item.limit if item else profile.base_limit)


def own_rules(profile: RuleProfile) -> OwnRules:
    """What an item may have of its own, as the profile has it."""
    return OwnRules(
        group_limit=profile.group_limit,
        official_limit=profile.official_limit,
        applicant_limit=profile.applicant_limit,
        rebuttal_limit=profile.rebuttal_limit,
        turns_per_item=profile.turns_per_item,
        interpretation_factor=profile.interpretation_factor,
    )
