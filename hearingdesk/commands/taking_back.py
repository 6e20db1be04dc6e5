"""The command that takes a draft back which was edited in Word: prose is recorded, facts are refused line by line."""

from argparse import Namespace
from collections.abc import Iterator

from hearingdesk.commands.saying import say
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.edited import Comparison, ProseChanged
from hearingdesk.office import Office


def take_back(office: Office, asked: Namespace) -> int:
    """The exit code: 0 where all that was changed is on the record, or would be; 1 where something is refused."""
    hearing_id, told = office.compared(asked.file, asked.id)
    taken = told.summaries(asked.take)
    if (taken or told.notes) and not asked.dry_run:
        office.take_over(office.desk(hearing_id), told, asked.take)
    say(asked, _lines(told, {slip for slip, _ in taken}, dry=asked.dry_run), {"id": hearing_id, "changes": told})
    refused = len(told.facts) + len(told.prose) - len(taken)
    return 1 if refused else 0


def _lines(told: Comparison, taken: set[int], *, dry: bool) -> Iterator[str]:
    if told.entries:
        yield f"Since {told.name} was made, the record has had {how_many(told.entries, 'more entry', 'more entries')}."
    for change in told.prose:
        yield from _change(change, taken=change.slip in taken, dry=dry)
    for note in told.notes:
        yield f"{'Would be taken' if dry else 'Taken'}: a note beside the minutes. {note}"
    for fact in told.facts:
        yield f"Not taken. {fact.sentence}"
    if not (told.prose or told.facts or told.notes):
        yield f"{told.name} says nothing that the record does not say."


def _change(change: ProseChanged, *, taken: bool, dry: bool) -> Iterator[str]:
    verb = ("Would be taken" if dry else "Taken") if taken else "Not taken"
    why = ""
    if change.lost:
        why = " Its place is gone from the file; the record’s words stay."
    elif not taken:
        why = f" The record was changed as well; decide for the file with --take {change.slip}."
    yield f"{verb}: the summary of {change.name}, slip {change.slip}.{why}"
    if change.conflict:
        yield f"  when made: {change.was}"
    yield f"  record:    {change.now}"
    if change.file is not None:
        yield f"  file:      {change.file}"
