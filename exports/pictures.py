"""Whether a picture that somebody gave can be drawn at all."""

from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import Image

_MOST = 16_000_000
"""Pixels. A file of a few kilobytes may claim any number of them."""


def drawable(picture: bytes) -> bool:
    """Whether this is a whole PNG or JPEG of a size that a paper can bear."""
    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)  # its pixels are counted here
            image = Image.open(BytesIO(picture), formats=("PNG", "JPEG"))
        with image:
            if image.width * image.height > _MOST:
                return False
            image.load()
    except Exception:  # noqa: BLE001  # whatever a broken picture makes its reader raise
        return False
    return True
