"""Errors planted by machine: how changes are drawn, what counts as caught, and the command."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest
from click.testing import CliRunner

from align import checks
from align.cli import cli
from align.evaluation.checks import Checked
from align.evaluation.edits import Span, places
from align.evaluation.gold import Gold
from align.evaluation.mutations import run
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.plant import ERRORS
from align.evaluation.mutations.quiet import QUIET
from align.evaluation.mutations.run import outcome, outcomes, planned
from align.model import Alignment, Bead, Finding, Place, Report
from align.session import Session
from tests.conftest import ROOT

NEWS = ROOT / "corpora" / "news"


def test_the_draw_is_the_seed() -> None:
    first, again, other = (planned([NEWS], 5, seed) for seed in (1, 1, 2))
    assert first == again != other
    counts = Counter(change.type for _, some in first for change in some)
    assert set(counts) <= {*ERRORS, *QUIET}
    assert len(counts) > 25
    assert max(counts.values()) == 5


GOLD = Gold(
    "a", "ko", "en", ("5일에 왔다.", "비가 왔다."), ("He came on the 5th.", "It rained."), (((0,), (0,)), ((1,), (1,)))
)
DAY = Change("day", "target", 0, "He came on the 6th.", (15, 18), answer=(0, (0, 2)))
LOST = Change("dropped", "target", 1, None)
CUT = Change("clause", "target", 0, "He came.", (7, 7))
COUNT = Change("number words", "target", 0, "He came on the 6th.", (15, 18))
HEDGE = Change("hedge", "target", 0, "He came on 5th.", (11, 11))


def pair(gold: Gold, *findings: Finding) -> Checked:
    source, target = gold.lines()
    beads = tuple(Bead(a, b) for a, b in gold.beads)
    report = Report(Alignment(source, target, beads), findings, ())
    return Checked(gold, report, places(source.text, gold.source), places(target.text, gold.target))


def found(rule: str, severity: str, source: Span | None, target: Span | None) -> Finding:
    a, b = (Place(0, *span) if span else None for span in (source, target))
    return Finding(rule, severity, "", a, b, 0, 1.0)


@pytest.mark.parametrize(
    ("change", "before", "new", "alarmed"),
    [
        (DAY, [], [], False),
        (DAY, [], [found("date-conflict", "info", (0, 2), (11, 18))], False),
        (DAY, [], [found("number-conflict", "error", (0, 2), (11, 18))], False),
        (DAY, [], [found("date-conflict", "error", (0, 2), (0, 2))], False),
        (DAY, [], [found("date-conflict", "error", (0, 2), (11, 18))], True),
        (DAY, [], [found("date-missing", "warning", (0, 2), None)], True),
        (DAY, [], [found("date-missing", "warning", (3, 7), None)], False),
        (DAY, [], [found("date-conflict", "error", (0, 2), None)], False),
        (DAY, [found("date-conflict", "error", (0, 2), (0, 2))], [found("date-conflict", "error", (0, 2), (0, 2))], False),
        (LOST, [], [found("omission", "warning", (0, 7), None)], False),
        (LOST, [], [found("omission", "warning", (8, 14), None)], True),
        (LOST, [], [found("addition", "warning", None, (0, 5))], False),
        (CUT, [], [found("omission", "warning", (1, 3), None)], True),
        (CUT, [], [found("omission", "warning", (8, 14), None)], False),
        (CUT, [], [found("number-missing", "warning", (0, 2), None)], False),
        (COUNT, [], [found("number-missing", "warning", (0, 2), None)], True),
        (COUNT, [], [found("number-missing", "warning", (8, 10), None)], False),
        (HEDGE, [], [], False),
        (HEDGE, [], [found("name-drift", "info", None, (0, 2))], False),
        (HEDGE, [found("name-drift", "warning", None, (0, 2))], [found("name-drift", "warning", None, (0, 2))], False),
        (HEDGE, [], [found("name-drift", "warning", None, (0, 2))], True),
        (HEDGE, [found("addition", "warning", None, (0, 19))], [found("addition", "warning", None, (0, 15))], False),
    ],
    ids=[
        "nothing", "info", "another rule", "elsewhere", "caught", "missing", "another missing", "no missing",
        "as before", "another sentence", "omission", "addition",
        "part of the sentence", "part of another", "what fits no clause", "missing in the sentence", "missing in another",
        "quiet", "quiet info", "quiet as before", "quiet alarmed", "the same null in other words",
    ],
)  # fmt: skip
def test_what_counts(change: Change, before: list[Finding], new: list[Finding], alarmed: bool) -> None:
    result = outcome(pair(GOLD, *before), pair(change.of(GOLD), *new), change)
    assert result.alarmed is alarmed


def two_changes(folder: Path) -> list[tuple[Gold, list[Change]]]:
    for name in ("d01", "d02"):
        shutil.copytree(NEWS / name, folder / name)
    work = planned([folder], 1, 0)
    return [(gold, some[:1]) for gold, some in work]


def test_processes_are_spawned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began: list[str] = []

    class Pool(ThreadPoolExecutor):
        def __init__(self, jobs: int, context: BaseContext) -> None:
            began.append(context.get_start_method())
            super().__init__(jobs)

    monkeypatch.setattr(run, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(checks, "looked", lambda article, *_, **__: Report(article.alignment, (), ()))
    work = two_changes(tmp_path)
    assert len(list(outcomes(work, Session("ko", "en"), jobs=2))) == len(work)
    assert began == ["spawn"]


def test_outcomes_by_one_process_or_two(tmp_path: Path) -> None:
    work = two_changes(tmp_path)
    session = Session("ko", "en")
    one = list(outcomes(work, session, lines=True))
    assert len(one) == len(work) == 2
    assert list(outcomes(work, session, lines=True, jobs=2)) == one


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weekday = Finding("weekday-conflict", "error", "never", None, Place(0, 0, 10**6), 0, 1.0)
    monkeypatch.setattr(
        checks,
        "looked",
        lambda a, *_, **__: Report(
            a.alignment, (weekday,) if a.alignment.target.text.count("Thursday") < 2 else (), ()
        ),
    )
    shutil.copytree(NEWS / "d01", tmp_path / "d01")
    args = ["evaluate", "--checks", "--mutations", "2", str(tmp_path)]
    shown = CliRunner().invoke(cli, [*args, "--show"], standalone_mode=False).stdout
    assert "planted errors caught" in shown
    assert "\nMISSED day, d01, target line" in shown
    figures = json.loads(CliRunner().invoke(cli, [*args, "--json"], standalone_mode=False).stdout)
    assert figures["errors"]["digit"] == [0, 2]
    assert figures["quiet"]["reordered"] == [0, 2]
    assert set(figures["errors"]) == set(ERRORS)
