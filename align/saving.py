"""What a user's alignments and reports are written as: the format is the file's extension, unless he says it."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from align import checks, reports
from align.checks import RULES
from align.errors import InputError
from align.files import save
from align.formats import FORMATS, MEMORIES, PACKED, module, of_file
from align.formats.options import Options
from align.model import Alignment, Report
from align.reports import REPORTS
from align.reports.look import Look, Rule

EXTENSIONS = {"json": "json", "sarif": "sarif", "xml": "junit", "html": "html", "htm": "html", "txt": "text"}
"""Extension of a file -> its report."""


def save_alignment(alignment: Alignment, path: str | os.PathLike[str], format: str = "", created: str = "") -> None:
    """Write an alignment as one of its formats, else as a memory of its units. InputError where nothing says the format."""
    name = _path(path)
    known = [*FORMATS, *(memory for memory in MEMORIES if memory not in FORMATS)]
    chosen = format or of_file(name) or ""
    if format and format not in known:
        raise InputError(f"format={format!r}", "no such format", f"there are {', '.join(known)}")
    options = Options(created=created)
    if chosen in FORMATS:
        save(name, lambda out: module(chosen).write([alignment], out, options))
        return
    packed = name.lower().removesuffix(PACKED)
    if not format and packed.rsplit(".", 1)[-1] not in MEMORIES:
        raise InputError(name, "its extension names no format", f"there are {', '.join(known)}; or say format=")
    from align.formats.text import memory
    from align.memory.export import export

    export(memory(alignment, created), name, options, to=format)


def save_report(report: Report, path: str | os.PathLike[str], format: str = "") -> None:
    """Write a report as one of its formats."""
    name = _path(path)
    if format and format not in REPORTS:
        raise InputError(f"format={format!r}", "no such report", f"there are {', '.join(REPORTS)}")
    chosen = format or report_of(name)
    if not chosen:
        known = ", ".join(f".{extension}" for extension in EXTENSIONS)
        raise InputError(name, "its extension names no report", f"{known}; or say format=")
    look = Look(width=100, rules=documented(tuple(RULES)))
    save(name, lambda out: reports.module(chosen).write([report], out, look))


def alignment_value(alignment: Alignment) -> dict[str, Any]:
    """What the alignment file holds."""
    out = io.BytesIO()
    module("json").write([alignment], out, Options())
    value: dict[str, Any] = json.loads(out.getvalue())
    return value


def report_value(report: Report) -> dict[str, Any]:
    """What the JSON report holds."""
    out = io.BytesIO()
    reports.module("json").write([report], out, Look())
    value: dict[str, Any] = json.loads(out.getvalue())
    return value


def report_of(path: str) -> str:
    """The report that a file's extension asks for, "" where it names none."""
    return EXTENSIONS.get(path.rsplit(".", 1)[-1].lower() if "." in path else "", "")


def documented(rules: Sequence[str], severities: Mapping[str, str] | None = None) -> tuple[Rule, ...]:
    """Rules as a report tells of them, at the severities that a project gives them."""
    given = severities or {}
    return tuple(
        Rule.documented(rule, given.get(rule, RULES[rule]), import_module(checks.module(rule)).__doc__)
        for rule in rules
    )


def _path(path: str | os.PathLike[str]) -> str:
    """The path as text; standard output belongs to the program that uses the package."""
    try:
        name = os.fspath(path)
    except TypeError:
        raise InputError("save()", f"a {type(path).__name__} is no path", "give a file name") from None
    if not isinstance(name, str) or name in ("", "-"):
        raise InputError(repr(name), "no file name", "give one with an extension")
    return name
