"""What a report needs and the findings do not hold: the terminal, the files as the user named them, the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.checks.rule import Rule

if TYPE_CHECKING:
    from align.triage.decisions import Decisions

INLINE = "inline"
"""What the reason of a finding begins with (Finding.silenced) that a remark in the article itself silences."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be checked."""

    file: str
    """As reports show it; "" where the fault lies in none."""
    message: str


@dataclass(frozen=True, slots=True)
class Options:
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
    failed: tuple[Failed, ...] = ()
    """Inputs that could not be checked: a report that does not say so is a false green."""
    info: bool = True
    """The text has the infos too, and does not only count them."""
    told: str = "findings"
    """What the text tells: the findings, how many there are of each rule (statistics), or how many there are (totals)."""
