"""The page of checked pairs: both articles side by side, findings in the margin, and a reader's decisions made in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from align import page
from align.checks.rule import Rule
from align.model import Report
from align.reports import Writer
from align.reports.options import Options


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """One self-contained page of all reports; every text is escaped, and nothing is loaded from anywhere."""
    page.write(reports, out, options.decisions, {rule.id: _about(rule) for rule in options.rules})


def _about(rule: Rule) -> str:
    return " ".join([rule.summary, *(text for title, text in rule.sections if title == "What it does")])


REPORT = Writer(("html", "htm"), place=60, write=write)
