"""Minutes printed and read back as a screen reader does."""

from collections.abc import Callable

from hearingdesk.domain.hearing import Hearing
from tests.exports.pdf_reading import Reading

Printed = Callable[[Hearing], Reading]


def after(reading: Reading, heading: str) -> list[str]:
    """What stands under a heading, up to the next."""
    headings = [title for _, title in reading.outline]
    start = reading.texts.index(heading) + 1
    end = next((at for at in range(start, len(reading.texts)) if reading.texts[at] in headings), None)
    return reading.texts[start:end]
