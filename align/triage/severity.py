"""Which rules are asked for, and how grave their findings are to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from align.checks import RULES, SEVERITIES
from align.errors import InputError
from align.model import Finding, Report


def advice(rule: str) -> str:
    """What may have been meant by the name of a rule that is none: the nearest ones, else where all are.

    >>> advice("nam-drift")
    'nearest: name-drift'
    """
    near = get_close_matches(rule, RULES, 3, 0.8)
    return f"nearest: {', '.join(near)}" if near else "`align explain` lists all"


def split(values: Iterable[str], option: str) -> tuple[str, ...]:
    """The rules of a repeatable option that takes commas too; InputError for one that is unknown."""
    found = tuple(dict.fromkeys(name.strip() for value in values for name in value.split(",") if name.strip()))
    for name in found:
        if name not in RULES:
            raise InputError(option, f"no rule {name!r}", advice(name))
    return found


def chosen(select: Collection[str], ignore: Collection[str]) -> tuple[str, ...]:
    """The rules of `select`, all where it is empty, without those of `ignore`; InputError where none is left."""
    found = tuple(rule for rule in RULES if (not select or rule in select) and rule not in ignore)
    if not found:
        raise InputError("--select and --ignore", "no rule is left to check", "ignore fewer")
    return found


def likely(report: Report, least: float) -> Report:
    """`report` without the findings that are less likely right than `least`."""
    return replace(report, findings=tuple(f for f in report.findings if f.probability >= least))


def graded(report: Report, severities: Mapping[str, str]) -> Report:
    """`report` with the findings of each rule at its severity in `severities`.

    A finding that its rule has already lowered, because it is unsure, is not raised by that.
    """
    findings = tuple(replace(f, severity=_severity(f, severities)) for f in report.findings)
    return replace(report, findings=findings) if severities else report


def _severity(finding: Finding, severities: Mapping[str, str]) -> str:
    wanted = severities.get(finding.rule, finding.severity)
    if finding.rule in RULES and finding.severity == RULES[finding.rule].severity:
        return wanted
    return max(wanted, finding.severity, key=SEVERITIES.index)


def failing(reports: Sequence[Report], bar: str) -> bool:
    """Whether a finding that is not silenced is as grave as `bar` or graver."""
    grave = SEVERITIES[: SEVERITIES.index(bar) + 1]
    return any(f.severity in grave and not f.silenced for report in reports for f in report.findings)
