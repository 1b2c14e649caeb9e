"""What counts: recall on the planted words, alarms elsewhere, nulls of the gold; and the command."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from align import checks
from align.checks.context import Article
from align.cli import cli, evaluate_checks
from align.evaluation.checks import Checked, Score, checked, clean, faulty, touches
from align.evaluation.edits import places
from align.evaluation.gold import Gold
from align.evaluation.planted import Planted
from align.model import Alignment, Bead, Finding, Place, Report
from align.session import Session
from tests.conftest import ROOT

NEWS = ROOT / "corpora" / "news"
GOLD = Gold(
    "a", "ko", "en", ("5일에 왔다.", "비가 왔다.", "기자 a@b.kr"), ("He came on the 6th.", "More follows."),
    (((0,), (0,)), ((1,), ()), ((2,), ()), ((), (1,))),
)  # fmt: skip
WRONG = Planted("e1", "date_wrong", 0, 0, (11, 18), "the 5th", "the 6th", "")
LOST = Planted("e2", "omission", 1, None, (0, 0), "It rained.", "", "")


def pair(*findings: Finding) -> Checked:
    source, target = GOLD.lines()
    beads = tuple(Bead(a, b) for a, b in GOLD.beads)
    report = Report(Alignment(source, target, beads), findings, ())
    return Checked(GOLD, report, places(source.text, GOLD.source), places(target.text, GOLD.target))


def found(rule: str, severity: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Finding:
    a, b = (Place(0, *span) if span else None for span in (source, target))
    return Finding(rule, severity, "", a, b, 0, 1.0)


ON = (0, 2), (11, 18)
"""The planted words."""


@pytest.mark.parametrize(
    ("finding", "caught", "beside"),
    [
        (found("date-conflict", "info", *ON), 0, 0),
        (found("number-conflict", "error", *ON), 0, 0),
        (found("date-conflict", "error", (0, 2), (0, 2)), 0, 1),
        (found("date-conflict", "error", (0, 2), (18, 19)), 0, 1),
        (found("date-conflict", "error", (0, 2), None), 0, 1),
        (found("date-conflict", "error", *ON), 1, 0),
        (found("date-missing", "warning", (0, 2), (17, 20)), 1, 0),
    ],
    ids=["info", "another rule", "elsewhere", "behind", "other side", "on it", "on its end"],
)
def test_recall_is_on_the_planted_words(finding: Finding, caught: int, beside: int) -> None:
    score = faulty(pair(finding), [WRONG])
    assert (score.found["date_wrong"], score.planted["date_wrong"]) == (caught, 1)
    assert (len(score.misses), len(score.beside)) == (1 - caught, beside)


def test_an_error_that_no_rule_claims_is_counted_and_not_found() -> None:
    score = faulty(pair(found("date-conflict", "error", *ON)), [replace(WRONG, type="nonsense"), WRONG])
    assert (score.planted, score.found) == (Counter(nonsense=1, date_wrong=1), Counter(date_wrong=1))
    lines = list(evaluate_checks.show("folder", {"own alignment": score}))
    assert [line.split() for line in lines[2:4]] == [["date_wrong", "1.000", "(1/1)"], ["nonsense", "0.000", "(0/1)"]]


@pytest.mark.parametrize(
    ("finding", "caught"),
    [
        (found("number-missing", "warning", (8, 14), None), 0),
        (found("omission", "warning", (0, 7), None), 0),
        (found("omission", "info", (8, 14), None), 0),
        (found("omission", "warning", (8, 14), None), 1),
    ],
    ids=["another rule", "another sentence", "info", "on the sentence"],
)
def test_an_omission_is_found_on_the_source(finding: Finding, caught: int) -> None:
    assert faulty(pair(finding), [LOST]).found["omission"] == caught


@pytest.mark.parametrize(
    ("findings", "false", "right", "found_of_two"),
    [
        ([], 0, 0, 0),
        ([found("omission", "warning", (8, 14), None)], 0, 1, 1),
        ([found("omission", "info", (8, 14), None)], 0, 1, 1),
        ([found("omission", "warning", (8, 14), None), found("addition", "warning", None, (20, 33))], 0, 2, 2),
        ([found("omission", "warning", (0, 7), None)], 1, 0, 0),
        ([found("addition", "warning", None, (0, 5))], 1, 0, 0),
        ([found("number-missing", "warning", (8, 14), None)], 1, 0, 0),
        ([found("omission", "warning", (15, 20), None)], 0, 1, 0),
        ([found("omission", "info", (0, 7), None)], 0, 0, 0),
    ],
    ids=["none", "right", "info", "both", "wrong", "wrong addition", "another rule", "furniture", "wrong info"],
)
def test_nulls(findings: list[Finding], false: int, right: int, found_of_two: int) -> None:
    score = clean(pair(*findings))
    assert (len(score.false), score.gap_right, score.gaps_found, score.gaps) == (false, right, found_of_two, 2)
    assert len(score.gap_misses) == 2 - found_of_two


def test_scores_add_up() -> None:
    one = clean(pair(found("omission", "warning", (0, 7), None)))
    total = Score() + one + one
    assert (total.words, len(total.false), total.gaps) == (2 * one.words, 2, 4)
    assert one.per_thousand() == pytest.approx(1000 / 7)
    assert (faulty(pair(), [WRONG]) + faulty(pair(), [WRONG, LOST])).planted == Counter(date_wrong=2, omission=1)
    assert Score().per_thousand() == 0


def test_touching_is_sharing_a_character() -> None:
    assert not touches(None, (0, 9))
    assert not touches(Place(0, 3, 5), (5, 7))
    assert touches(Place(0, 3, 5), (4, 7))


def test_gold_alignment_is_the_gold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "looked", lambda article, *_, **__: Report(article.alignment, (), ()))
    session = Session("ko", "en")
    given = checked(session, GOLD, running=False, own=False).report.alignment
    assert {(b.source, b.target) for b in given.beads} == set(GOLD.beads)
    assert checked(session, GOLD, running=False).report.alignment.signature != "gold"


def toy(article: Article, *_: object, **__: object) -> Report:
    """Says of each Saturday of the English that it is wrong."""
    alignment = article.alignment
    text = alignment.target.text
    places = [k for k in range(len(text)) if text.startswith("Saturday", k)]
    findings = (Finding("weekday-conflict", "error", "no Saturday", None, Place(0, k, k + 8), 0, 1.0) for k in places)
    return Report(alignment, tuple(findings), ())


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A folder with one article, whose errors hold one Saturday."""
    shutil.copytree(NEWS / "d01", tmp_path / "d01")
    return tmp_path


def test_the_command_counts(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "looked", toy)
    result = CliRunner().invoke(cli, ["evaluate", "--checks", "--json", str(one)], standalone_mode=False)
    (figures,) = json.loads(result.stdout)
    for own in ("own alignment", "gold alignment"):
        assert figures[own]["recall"]["weekday_wrong"] == [1, 1]
        assert figures[own]["recall"]["date_wrong"] == [0, 1]
        assert figures[own]["false_alarms"] == {}
        assert figures[own]["nulls_found"] == [0, 2]


def test_the_command_shows_each_miss(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "looked", toy)
    shown = CliRunner().invoke(cli, ["evaluate", "--checks", "--show", str(one)], standalone_mode=False).stdout
    assert "weekday_wrong                1.000 (1/1)" in shown
    assert "MISSED [own alignment] d01-e1 date_wrong: Oct. 24 -> Nov. 24" in shown
    assert "협정은 지난달 24일 평양에서" in shown
    assert "NULL MISSED [own alignment] d01 source: 우리 정부는 신중한 반응을 보였다." in shown


def test_the_command_on_what_is_there() -> None:
    result = CliRunner().invoke(
        cli, ["evaluate", "--checks", "--json", "--lines", str(NEWS / "d01")], standalone_mode=False
    )
    recall = json.loads(result.stdout)[0]["gold alignment"]["recall"]
    assert recall["magnitude_wrong"] == recall["date_wrong"] == [1, 1]
