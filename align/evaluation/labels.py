"""Which findings are right, of articles whose errors are known: what their probabilities are fitted on and measured by.

Right is a finding of a rule that fits the type of a planted error, on its words, or on the source sentence that they render where
it has no place in the translation; and an omission or addition on a null of the gold. A finding of another rule on such words is
neither right nor wrong: an editor who looks there changes the text. All others are wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.evaluation.checks import Checked, on, on_gap, touches
from align.evaluation.gold import Gold
from align.evaluation.planted import RULES, Planted
from align.model import Finding

TURNED = {"omission": "addition", "addition": "omission", "name-missing": "name-extra", "name-extra": "name-missing"}
"""What a finding is called when the two sides change places."""

Labelled = tuple[int, bool]
"""Number of a finding in its report, and whether it is right."""


def labelled(pair: Checked, errors: Sequence[Planted] = ()) -> Iterator[Labelled]:
    """The findings of a pair that are right or wrong; `errors` are those planted in its translation."""
    gaps = pair.gaps()
    for number, finding in enumerate(pair.report.findings):
        right = on_gap(finding, gaps) or _right(pair, finding, errors)
        if right is not None:
            yield number, right


def _right(pair: Checked, finding: Finding, errors: Sequence[Planted]) -> bool | None:
    here = [error for error in errors if _about(pair, finding, error)]
    if not here:
        return False
    return True if any(finding.rule in RULES.get(error.type, ()) for error in here) else None


def _about(pair: Checked, finding: Finding, error: Planted) -> bool:
    if on(pair, finding, error):
        return True
    return finding.target is None and touches(finding.source, pair.source[error.source])


def turned_back(pair: Checked, gold: Gold) -> Checked:
    """A checked pair of a `gold` that was turned as if it had not been, but for what its findings say."""
    report = pair.report
    findings = tuple(
        replace(f, rule=TURNED.get(f.rule, f.rule), source=f.target, target=f.source) for f in report.findings
    )
    alignment = replace(report.alignment, source=report.alignment.target, target=report.alignment.source)
    back = replace(report, findings=findings, alignment=alignment)
    return replace(pair, gold=gold, report=back, source=pair.target, target=pair.source)
