"""How likely a finding is: never graver than its rule proposes, never an error where nothing was measured."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.checks import RULES, SEVERITIES
from align.checks.probability import BARS, ENOUGH, LEAST, UNMEASURED, Weights, features, judged, shipped
from align.evaluation.metrics import reliability
from align.model import Alignment, Bead, Finding, Place
from align.resources import usual
from tests.checks.test_rules import aligned, article

PAIR = aligned(article("관람객은 3만5000명이었다.", "-"), article("There were 350,000 visitors.", "-"))
MEASURED = [rule for rule in RULES if shipped().seen.get(f"here:{rule} {'-'.join(usual())}", 0) >= ENOUGH]


def told(rule: str, severity: str, sure: float = 1.0) -> Finding:
    return Finding(rule, severity, "", Place(0, 0, 3), Place(0, 0, 3), 0, sure)


def likely(finding: Finding, alignment: Alignment = PAIR) -> float:
    return judged(alignment, [finding])[0].probability


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("severity", SEVERITIES)
def test_no_finding_is_made_graver(rule: str, severity: str) -> None:
    (found,) = judged(PAIR, [told(rule, severity)])
    assert SEVERITIES.index(found.severity) >= SEVERITIES.index(severity)
    assert found.probability >= BARS[found.severity]
    assert LEAST <= found.probability <= 1 - LEAST
    assert replace(found, severity=severity, probability=1.0) == told(rule, severity)


@pytest.mark.parametrize("rule", [rule for rule in RULES if not RULES[rule].given])
@pytest.mark.parametrize(("source", "target"), [("ja", "fr"), ("vi", "zh"), ("de", "fr"), ("", "und")])
def test_where_a_rule_has_not_been_measured_nothing_is_an_error(rule: str, source: str, target: str) -> None:
    pair = replace(PAIR, source=replace(PAIR.source, lang=source), target=replace(PAIR.target, lang=target))
    (found,) = judged(pair, [told(rule, "error")])
    assert found.severity != "error"
    assert found.probability <= UNMEASURED


def test_a_rule_that_nobody_has_seen_has_the_mean_with_its_doubt() -> None:
    known = Weights({"all": 3.0}, {"rule:a": 0.01}, {"rule": 4.0}, {"here:a x-y": ENOUGH, "here:b x-y": ENOUGH})
    seen, unseen = (known.probability({f"rule:{name}": 1.0, f"here:{name} x-y": 1.0}) for name in "ab")
    assert 0.5 < unseen < seen


@pytest.mark.parametrize("rule", MEASURED)
def test_the_less_sure_the_less_likely(rule: str) -> None:
    sure, doubtful = likely(told(rule, "error", 0.95)), likely(told(rule, "error", 0.6))
    assert doubtful <= sure
    unsure = Alignment(PAIR.source, PAIR.target, (Bead((0,), (0,), 0.5),))
    assert likely(told(rule, "error", 0.5), unsure) <= likely(told(rule, "error"))


@pytest.mark.parametrize(("sure", "wanted"), [(0.97, 0.97), (0.7, 0.9)])
def test_of_what_the_user_has_laid_down_the_rules_word_holds(sure: float, wanted: float) -> None:
    (found,) = judged(PAIR, [told("term-conflict", "error", sure)])
    assert (found.severity, found.probability) == ("error", wanted)


def test_a_finding_about_the_whole_pair_has_features_too() -> None:
    whole = Finding("omission", "error", "", None, None, -1, 1.0)
    assert features(PAIR, [whole])[0]["one side"] == 1.0


@given(
    st.dictionaries(st.sampled_from(["all", "rule:a", "segments"]), st.floats(-9, 9)),
    st.dictionaries(st.sampled_from(["rule:a"]), st.floats(0, 9)),
)
def test_a_file_gives_back_the_weights(weights: dict[str, float], variances: dict[str, float]) -> None:
    made = Weights(weights, variances, {"rule": 1.0}, {"here:a x-y": 12})
    back = Weights.of(made.text())
    known = {"rule:a": 1.0, "segments": 0.7, "here:a x-y": 1.0}
    assert back.probability(known) == pytest.approx(made.probability(known), abs=1e-3)
    assert back.text() == made.text()


def test_the_share_that_is_right_is_the_probability() -> None:
    """The measure that benchmarks/fit_findings.py prints, on labels that are as likely as they say."""
    scored = [(0.9, k % 10 != 0) for k in range(100)] + [(0.2, k % 5 == 0) for k in range(100)]
    assert reliability(scored)[1] == pytest.approx(0.0, abs=1e-9)
