"""What people look at. A report is one file and one line here."""

from __future__ import annotations

REPORTS = {"text": "align.reports.text"}
"""Name -> module."""
