"""What can go wrong with what the user gave: where, what, and what to do; and what is said of a fault of our own."""

from __future__ import annotations

from align import __version__

LONGEST = 300
"""Characters of an unexpected error's own words: some quote the input."""


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


def unexpected(error: BaseException) -> str:
    """One line for an error that nobody expected, with how to report it; the traceback is the caller's to show."""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"a fault of align-toolkit {__version__}, not of yours: {what[:LONGEST]} "
        "(run it again with ALIGN_DEBUG=1 and report what that prints, with the files if you may)"
    )
