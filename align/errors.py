"""What can go wrong with what the user gave: where, what, and what to do. Bugs are not here: they crash."""

from __future__ import annotations


class AlignError(Exception):
    """The command could not do its work; `align.cli` prints it as one line and exits with 2."""

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        super().__init__(where, what, advice)
        self.where, self.what, self.advice = where, what, advice

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.advice})" if self.advice else "")


class InputError(AlignError):
    """A file or argument that cannot be used."""


class FormatError(InputError):
    """A file that is not what its format asks for."""


class OutputError(AlignError):
    """A result that could not be written."""
