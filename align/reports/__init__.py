"""What people and their tools look at. A report is one file and one line here."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

REPORTS = {
    "text": "align.reports.text",
    "json": "align.reports.json",
    "sarif": "align.reports.sarif",
    "junit": "align.reports.junit",
    "github": "align.reports.github",
    "html": "align.reports.html",
}
"""Name -> module with `write(reports, out, look)`."""


def module(name: str) -> ModuleType:
    """The module of the report `name`, imported on use."""
    return import_module(REPORTS[name])
