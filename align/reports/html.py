"""The page of checked pairs: both articles side by side, findings in the margin, and a reader's decisions made in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from align import page
from align.model import Report
from align.reports.look import Look


def write(reports: Sequence[Report], out: IO[bytes], look: Look) -> None:
    """One self-contained page of all reports; every text is escaped, and nothing is loaded from anywhere."""
    page.write(reports, out, look.decisions, {rule.name: rule.summary for rule in look.rules})
