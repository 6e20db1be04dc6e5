"""The one way a rule says no."""


class OutOfOrder(Exception):
    """A rule refuses. ``str()`` is the sentence the clerk reads beside the button."""

    @property
    def sentence(self) -> str:
        return str(self)
