"""Comments in an article that speak to this program: <!-- align: ignore name-drift reason -->."""

from __future__ import annotations

import re

_BEGINS, _ENDS = r"<!--\s{0,9}align:", r".{0,1000}?-->"
REMARK = re.compile(rf"{_BEGINS}(?P<body>.{{0,1000}}?)-->", re.DOTALL)
BODY = re.compile(
    r"\s*(?P<verb>\S*)(?:\s+(?P<rules>[A-Za-z][\w-]*(?:\s*,\s*[A-Za-z][\w-]*)*)(?P<reason>.*))?\s*", re.DOTALL
)
"""What a remark says: ignore or ignore-file, one or more rules with commas, and why."""
LINE = re.compile(rf"(?:(?<=\n)|\A)[^\S\n]*{_BEGINS}{_ENDS}[^\S\n]*(?:\n|\Z)|{_BEGINS}{_ENDS}", re.DOTALL)
"""A remark as plain text has it: with its line, where it is alone in that."""
