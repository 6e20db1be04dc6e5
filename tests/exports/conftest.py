"""What the tests of the papers share."""

from pathlib import Path

import page
import pytest

from exports.minutes import minutes
from exports.tagged_pdf import write_pdf
from hearingdesk.domain.hearing import Hearing
from tests.exports.evenings import HEAD
from tests.exports.pdf_reading import Reading, expected, normal, read
from tests.exports.printing import Printed


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    """Writes a hearing's minutes and reads them back, once the validator has nothing to say."""

    def print_(hearing: Hearing) -> Reading:
        target = tmp_path / "minutes.pdf"
        write_pdf(minutes(hearing, HEAD), target)
        for profile in ("ua1", "2a"):
            assert page.validate_pdf(str(target), profile=profile).failures == []
        reading = read(target)
        assert reading.faults == []
        assert list(map(normal, reading.texts)) == expected(minutes(hearing, HEAD))
        return reading

    return print_
