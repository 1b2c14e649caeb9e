"""What can go wrong with what the user gave: where, what, and what to do; and what is said of a fault of our own."""

from __future__ import annotations

import re

from align import __version__

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal or a CI log would obey: line breaks, escapes, what turns the direction of what follows."""
LONGEST = 300
"""Characters of an unexpected error's own words: some quote the input."""


def visible(text: str) -> str:
    """`text` on one line, with everything visible that is to be obeyed and not to be read: names of files come from others.

    >>> visible("a\\nb\\x1b[2J")
    'a�b�[2J'
    """
    return text if text.isprintable() else UNSAFE.sub("\ufffd", text)


class AlignError(Exception):
    """The command could not do its work; `align.cli` prints it as one line and exits with 2."""

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        super().__init__(where, what, advice)
        self.where, self.what, self.advice = where, what, advice

    def __str__(self) -> str:
        return visible(f"{self.where}: {self.what}" + (f" ({self.advice})" if self.advice else ""))


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
