"""What a report needs and the findings do not hold: the terminal, the files as the user named them, the rules."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.triage.decisions import Decisions

SEVERITIES = ("error", "warning", "info")
"""Gravest first."""
INLINE = "inline"
"""What the reason of a finding begins with (Finding.silenced) that a remark in the article itself silences."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a report tells of it."""

    name: str
    severity: str
    """Of a finding that the evidence forces."""
    summary: str
    """One paragraph on one line."""
    help: str = ""
    """What follows it: the bad and the good example."""

    @classmethod
    def documented(cls, name: str, severity: str, docstring: str | None) -> Rule:
        """The rule with the words of its module's docstring; of one that has none its name is the summary."""
        summary, _, rest = cleandoc(docstring or name).partition("\n\n")
        return cls(name, severity, " ".join(summary.split()), rest.strip())


@dataclass(frozen=True, slots=True)
class Look:
    """The same for all reports; each takes what concerns it."""

    color: bool = False
    width: int = 80
    """Of the terminal, in cells."""
    paths: tuple[tuple[str, str], ...] = ()
    """Source and target of each report as the user gave them, with / between folders; missing ones are the documents' names."""
    rules: tuple[Rule, ...] = ()
    """Those that were looked at."""
    decisions: Decisions | None = None
    """What the reader of an earlier page decided, from which he goes on."""
