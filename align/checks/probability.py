"""How likely a finding is to be right: P(a careful editor changes the text for it), and the severity that follows.

A logistic model of few weights, fitted by benchmarks/fit_findings.py on articles whose errors are known: how sure the rule and the
bead are, how the bead looks, how often the rule found something; and of the rule, of the severity that the rule proposes and of the
language pair each its own weight, which is drawn to that of all the less has been seen of it. Where nothing has been seen the
mean holds with all its doubt, and no finding is called an error. What the user himself has laid down (a glossary) is no guess: there
the rule's own word holds.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from align import resources
from align.checks.rule import RULES, SEVERITIES
from align.model import Alignment, Finding
from align.tags import primary

BARS = {"error": 0.9, "warning": 0.5, "info": 0.0}
"""Probability from which a finding may be as grave as that."""
ENOUGH = 10
"""Labelled findings of a rule in a language pair, in its direction, from which it has been measured there."""
UNMEASURED = 0.89
"""The most that a finding is believed of a rule that has not been measured in its pair."""
LEAST = 0.01
"""Probability nearer to 0 or 1 than which none is told: no set of labels is larger than its own slips."""
WITNESSED = 0.7
"""Nats that each other translation adds which agrees with what the source says: a source that was misread, or that says two things,
has no witnesses. By NTREX in three languages, where of 14 conflicts of values that are none or hang on one reader one in seven has
two, and by figures changed in one of three translations, where nine in ten have."""
WITNESSES = "witnesses"
FILE = "base/findings.json"

Features = Mapping[str, float]


def features(alignment: Alignment, findings: Sequence[Finding]) -> list[Features]:
    """What is known of each of the findings that rules propose; names before a colon are kinds of which one holds."""
    alike = Counter(f.rule for f in findings)
    pair = f"{primary(alignment.source.lang)}-{primary(alignment.target.lang)}"
    every: list[Features] = []
    for finding in findings:
        bead = alignment.beads[finding.bead] if 0 <= finding.bead < len(alignment.beads) else None
        confidence = bead.confidence if bead else 1.0
        sure = min(1.0, finding.confidence / confidence) if confidence else 1.0
        every.append(
            {
                f"severity:{finding.severity}": 1.0,
                f"rule:{finding.rule}": 1.0,
                f"proposal:{finding.rule} {finding.severity}": 1.0,
                f"pair:{pair}": 1.0,
                f"here:{finding.rule} {pair}": 1.0,
                "doubt of the rule": 1.0 - sure,
                "doubt of the bead": 1.0 - confidence,
                "segments": math.log(max(1, len(bead.source) + len(bead.target) - 1)) if bead else 0.0,
                "one side": float(finding.source is None or finding.target is None),
                "alike": math.log1p(alike[finding.rule] - 1),
            }
            | ({WITNESSES: float(len(finding.others))} if _borne_out(finding) else {})
        )
    return every


def _borne_out(finding: Finding) -> bool:
    """Whether other translations speak for a finding: what is only for information is so in spite of them."""
    return bool(finding.others) and finding.target is not None and finding.severity != "info"


@dataclass(frozen=True, slots=True)
class Weights:
    """Of each feature its weight and the variance of that, in nats; and how many labelled findings had it."""

    weights: Mapping[str, float]
    variances: Mapping[str, float]
    priors: Mapping[str, float]
    """Variance of a weight about which nothing is known, by its kind: the name before the colon."""
    seen: Mapping[str, int]

    def probability(self, features: Features) -> float:
        """The mean over what the weights may be, by MacKay's approximation (1992)."""
        nats = self.weights.get("all", 0.0) + WITNESSED * features.get(WITNESSES, 0.0)
        variance = self.variances.get("all", 0.0)
        for name, value in features.items():
            nats += value * self.weights.get(name, 0.0)
            variance += value**2 * self.variances.get(name, self.priors.get(name.partition(":")[0], 0.0))
        found = 1 / (1 + math.exp(-nats / math.sqrt(1 + math.pi * variance / 8)))
        return min(max(found, LEAST), 1 - LEAST if self.measured(features) else UNMEASURED)

    def measured(self, features: Features) -> bool:
        """Whether the rule had findings enough in the pair of languages to say how many of them are right."""
        return all(self.seen.get(name, 0) >= ENOUGH for name in features if name.startswith("here:"))

    def text(self) -> str:
        """As the seeds have it."""
        named = {"weights": self.weights, "variances": self.variances, "priors": self.priors}
        rounded = {kind: {name: round(x, 4) for name, x in sorted(value.items())} for kind, value in named.items()}
        return json.dumps(rounded | {"seen": dict(sorted(self.seen.items()))}, indent=1) + "\n"

    @classmethod
    def of(cls, text: str) -> Weights:
        """The weights of a file."""
        return cls(**json.loads(text))


@cache
def shipped() -> Weights:
    """The weights that the toolkit comes with."""
    return Weights.of(resources.text(FILE))


def judged(alignment: Alignment, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """`findings` with their probabilities, none graver than its own allows."""
    weights = shipped()
    return tuple(
        _graded(finding, _given(finding) if RULES[finding.rule].given else weights.probability(known))
        for finding, known in zip(findings, features(alignment, findings), strict=True)
    )


def _given(finding: Finding) -> float:
    """The probability of a finding of a rule that goes by what the user has laid down."""
    return max(finding.confidence, BARS[finding.severity])


def _graded(finding: Finding, probability: float) -> Finding:
    bars = BARS | {"warning": RULES[finding.rule].warns}
    allowed = next(severity for severity in SEVERITIES if probability >= bars[severity])
    severity = max(allowed, finding.severity, key=SEVERITIES.index)
    return replace(finding, severity=severity, probability=round(min(max(probability, LEAST), 1 - LEAST), 4))
