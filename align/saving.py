"""What a user's alignments and reports are written as: the format is the file's extension, unless he says it."""

from __future__ import annotations

import io
import json
import os
from typing import Any

from align import formats, reports
from align.checks import RULES
from align.errors import InputError
from align.files import save
from align.formats.options import Options
from align.model import Alignment, Report
from align.reports import options


def save_alignment(alignment: Alignment, path: str | os.PathLike[str], format: str = "", created: str = "") -> None:
    """Write an alignment as one of its formats, else as a memory of its units. InputError where nothing says the format."""
    name = _path(path)
    known = ", ".join(dict.fromkeys([*formats.written(), *formats.delivered()]))
    if format and format not in (*formats.written(), *formats.delivered()):
        raise InputError(f"format={format!r}", "no such format", f"there are {known}")
    chosen, told = format or formats.of_file(name) or "", Options(created=created)
    if write := chosen in formats.written() and formats.FORMATS[chosen].write:
        save(name, lambda out: write([alignment], out, told))
        return
    from align.formats.text import memory
    from align.memory.export import export

    try:
        formats.of_memory(name, format)
    except InputError as error:
        raise InputError(name, error.what, f"there are {known}; or say format=") from None
    export(memory(alignment, created), name, told, to=format)


def save_report(report: Report, path: str | os.PathLike[str], format: str = "") -> None:
    """Write a report as one of its formats."""
    name = _path(path)
    if format and format not in reports.REPORTS:
        raise InputError(f"format={format!r}", "no such report", f"there are {', '.join(reports.REPORTS)}")
    chosen = format or reports.of_file(name)
    if not chosen:
        known = ", ".join(f".{extension}" for each in reports.REPORTS.values() for extension in each.extensions)
        raise InputError(name, "its extension names no report", f"{known}; or say format=")
    told = options.Options(width=100, rules=tuple(RULES.values()))
    save(name, lambda out: reports.REPORTS[chosen].write(report.parts or [report], out, told))


def alignment_value(alignment: Alignment) -> dict[str, Any]:
    """What the alignment file holds."""
    out, write = io.BytesIO(), formats.FORMATS["json"].write
    assert write
    write([alignment], out, Options())
    value: dict[str, Any] = json.loads(out.getvalue())
    return value


def report_value(report: Report) -> dict[str, Any]:
    """What the JSON report holds."""
    out = io.BytesIO()
    reports.REPORTS["json"].write(report.parts or [report], out, options.Options())
    value: dict[str, Any] = json.loads(out.getvalue())
    return value


def _path(path: str | os.PathLike[str]) -> str:
    """The path as text; standard output belongs to the program that uses the package."""
    try:
        name = os.fspath(path)
    except TypeError:
        raise InputError("save()", f"a {type(path).__name__} is no path", "give a file name") from None
    if not isinstance(name, str) or name in ("", "-"):
        raise InputError(repr(name), "no file name", "give one with an extension")
    return name
