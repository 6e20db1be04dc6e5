"""The ways in which a file, a mapping or a choice of rows is refused, each in one sentence for the clerk."""


class IntakeError(Exception):
    """Something cannot be taken in. ``str()`` says what happened, what is safe and what to do."""

    @property
    def sentence(self) -> str:
        return str(self)


class Unreadable(IntakeError):
    """The file itself cannot be read."""


class BadMapping(IntakeError):
    """A field or a column is named that does not exist."""


class BadChoice(IntakeError):
    """A row is to be taken that holds nothing to take."""


def unreadable(name: str, what: str, todo: str) -> Unreadable:
    """``what`` happened to the file ``name``, and what the clerk can do; nothing was changed in any case."""
    return Unreadable(f"{name} {what}. Nothing was changed. {todo}")
