"""What people and their tools look at. A report is a file here, which is scanned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from align.folders import Folder


@dataclass(frozen=True, slots=True)
class Writer:
    """What a report says of itself, at the end of its file: REPORT = Writer(...)."""

    extensions: tuple[str, ...]
    """Of the outputs that it is written to."""
    write: Callable[..., None]
    """(reports, out, options)"""
    machine: bool = False
    """Paths in it are relative to align.toml and not to the working directory, so that it is the same wherever it is made."""
    place: int = 1000
    """Where it stands in lists of reports."""


REPORTS = Folder(__name__, "REPORT", Writer)
"""Name -> how the report is written."""


def of_file(path: str) -> str | None:
    """The report that a file's extension asks for, None where it names none."""
    extension = path.rsplit(".", 1)[-1].lower() if "." in path else ""
    return next((name for name, writer in REPORTS.items() if extension in writer.extensions), None)
