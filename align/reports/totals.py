"""The last lines of a report: how much was found, and what was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from align.checks import SEVERITIES
from align.model import Finding, Report

UNRESOLVED = "dates unresolved"


def counted(findings: Iterable[Finding]) -> str:
    """ "2 errors, 1 warning; 3 known or silenced", "no findings"."""
    seen = Counter("silenced" if finding.silenced else finding.severity for finding in findings)
    shown = ", ".join(plural(seen[severity], severity) for severity in SEVERITIES if seen[severity])
    return (shown or "no findings") + (f"; {seen['silenced']} known or silenced" if seen["silenced"] else "")


def looked_at(reports: Sequence[Report]) -> str:
    """ "checked 31 names, 12 dates, 40 numbers; 3 dates unresolved: give --date"; several pairs are added up."""
    every = checked(reports)
    pairs = f"{len(reports)} pairs: " if len(reports) > 1 else ""
    kinds = ", ".join(plural(number, kind.removesuffix("s")) for kind, number in every.items() if " " not in kind)
    rest = [plural(number, *_noun(kind)) for kind, number in every.items() if " " in kind and number]
    hint = ": give --date" if every.get(UNRESOLVED) and any(_undated(report) for report in reports) else ""
    return f"checked {pairs}{kinds or 'nothing'}" + "".join(f"; {part}" for part in rest) + hint


def checked(reports: Iterable[Report]) -> Mapping[str, int]:
    """What was looked at in all reports together."""
    every: Counter[str] = Counter()
    for report in reports:
        for kind, number in report.checked:
            every[kind] += number
    return every


def plural(number: int, noun: str, rest: str = "") -> str:
    """1 date, 2 dates, 2 dates unresolved; info is the same for one and many."""
    many = "s" if number != 1 and noun != "info" else ""
    return f"{number} {noun}{many}{rest}"


def _noun(kind: str) -> tuple[str, str]:
    noun, space, rest = kind.partition(" ")
    return noun.removesuffix("s"), space + rest


def _undated(report: Report) -> bool:
    dates = report.alignment.source.date, report.alignment.target.date
    return dict(report.checked).get(UNRESOLVED, 0) > 0 and not any(dates)
