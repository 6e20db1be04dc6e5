"""A random evening, stored: what is read back is the same evening, and the docket agrees with it."""

import tempfile
from pathlib import Path

from hypothesis import settings

from hearingdesk.domain.evolve import fold
from hearingdesk.domain.retention import keeping
from tests.domain.test_machine import RandomEvening
from tests.store.desks import HEARING, kept, store_in


class StoredEvening(RandomEvening):
    """The same acts as in the domain's test; at the end they go into a store, a third of them at a time."""

    def teardown(self) -> None:
        entries = list(self.hearing.entries)
        if not entries:
            return
        with tempfile.TemporaryDirectory() as folder:
            store = store_in(Path(folder) / "data")
            store.create(HEARING)
            journal = store.journal(HEARING)
            third = len(entries) // 3
            for part in (entries[:third], entries[third : 2 * third], entries[2 * third :]):
                journal.append(part, {})
            assert fold(kept(store)) == self.hearing
            assert store.verify(HEARING).sound
            (line,) = store.docket()
            assert (line.phase, line.entries) == (self.hearing.phase, len(entries))
            assert line.keeping == keeping(self.hearing)
            assert line.last == entries[-1].at.utc
            store.close()


TestStoredEvening = StoredEvening.TestCase
TestStoredEvening.settings = settings(max_examples=20, stateful_step_count=40)
