"""align check and what it found before: the same bytes, and anew as soon as anything has changed that decides them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from align.cli import check_cache, check_reports
from align.reports import REPORTS
from tests.cli.project import BAD, EN, GOOD, KO, PAIRS, put, run

UNDATED = KO.replace("다음 회의는", "어제 밝혔다. 다음 회의는")


@pytest.fixture
def checks(here: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The translations that were checked, and not found in the cache."""
    put("align.toml", PAIRS)
    put("articles/bad.ko.md", UNDATED)  # it has a warning
    put("articles/bad.en.md", BAD + "\n<!-- align: ignore addition why -->\n")
    found: list[str] = []
    check = check_reports.Checker.check

    def counted(self: check_reports.Checker, task: check_reports.Task) -> check_reports.Result:
        found.append(task.target)
        return check(self, task)

    monkeypatch.setattr(check_reports.Checker, "check", counted)
    return found


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_is_the_same(report: str, checks: list[str]) -> None:
    anew = run("--format", report, "--no-cache")
    assert not Path(".align-cache").exists()
    first, second = (run("--format", report) for _ in range(2))
    assert len(checks) == 4
    for other in (first, second):
        assert (other.stdout_bytes, other.stderr, other.exit_code) == (anew.stdout_bytes, anew.stderr, 1)
    assert "no publication date" in anew.stderr
    assert "silences nothing" in anew.stderr


@pytest.mark.parametrize(
    ("change", "args", "again"),
    [
        (lambda: None, (), 0),
        (lambda: None, ("--format", "json"), 0),
        (lambda: None, ("--min-probability", "0.9", "--fail-on", "info"), 0),
        (lambda: put("align.toml", PAIRS + "[check.severity]\ndate-conflict = 'info'\n"), (), 0),
        (lambda: put("articles/good.en.md", EN + "More.\n"), (), 1),
        (lambda: put("articles/good.ko.md", KO + "또.\n"), (), 1),
        (lambda: put("articles/good.en.md", EN.replace("\n", "\r\n")), (), 1),
        (lambda: Path("articles/good.en.md").unlink(), (), 1),
        (lambda: put("align.toml", "date = 2024-11-06\n" + PAIRS), (), 2),
        (lambda: put("align.toml", PAIRS + "date = 2024-11-06\n"), (), 2),
        (lambda: put("align.toml", PAIRS + "[check]\nignore = ['omission']\n"), (), 2),
        (lambda: put("align.toml", "target-lang = 'en-GB'\n" + PAIRS), (), 2),
        (lambda: None, ("--select", "date-conflict"), 2),
        (lambda: None, ("--lines",), 2),
        (lambda: None, ("--no-cache",), 2),
        (lambda: None, ("--glossary", "terms.tsv"), 2),
        (lambda: None, ("--ledger", "terms.tsv"), 2),
        (lambda: None, ("--names",), 2),
        (lambda: None, ("--cache", "elsewhere"), 2),
    ],
)
def test_what_is_checked_again(change: object, args: tuple[str, ...], again: int, checks: list[str]) -> None:
    put("terms.tsv", "회의\tmeeting\n")
    run()
    assert len(checks) == 2
    checks.clear()
    change()  # type: ignore[operator]
    found = run(*args)
    assert len(checks) == again
    assert found.stdout == run(*args, *(() if "--no-cache" in args else ("--no-cache",))).stdout


def test_the_words_of_a_glossary_count_and_not_its_name_alone(checks: list[str]) -> None:
    for words in ("회의\tmeeting\n", "회의\tassembly\n"):
        put("terms.tsv", words)
        found = run("--glossary", "terms.tsv")
        assert ("term-conflict" in found.stdout) is ("assembly" in words)


def test_another_program_checks_anew(checks: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr(check_cache, "program", lambda: "the next version")
    run()
    assert len(checks) == 4


def test_fix_and_decisions_pass_it_by(checks: list[str]) -> None:
    run()
    run("--fix")
    assert len(checks) > 3


def test_damage_is_checked_anew(checks: list[str]) -> None:
    told = run().stdout
    for entry in Path(".align-cache").glob("*.json"):
        entry.write_bytes(entry.read_bytes()[:-9])
    assert run().stdout == told
    assert run().stdout == told
    assert len(checks) == 4


def test_outside_a_project_nothing_is_kept(here: Path) -> None:
    run(*GOOD)
    assert not list(here.rglob(".align-cache"))
    run(*GOOD, "--cache", "kept")
    assert list((here / "kept").glob("*.json"))


def test_from_wherever_it_is_run_it_lies_beside_align_toml(
    checks: list[str], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "articles")
    run()
    assert [path.parent for path in here.rglob(".align-cache")] == [here]


def test_what_changes_while_it_is_checked_is_not_kept(checks: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    check = check_reports.Checker.check

    def late(self: check_reports.Checker, task: check_reports.Task) -> check_reports.Result:
        result = check(self, task)
        put(task.target, BAD)
        return result

    monkeypatch.setattr(check_reports.Checker, "check", late)
    run()
    monkeypatch.setattr(check_reports.Checker, "check", check)
    assert run().stdout == run("--no-cache").stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(checks: list[str]) -> None:
    os.mkfifo("pipe.ko.md")
    assert run("pipe.ko.md", "articles/good.en.md", "--pair").exit_code == 2


def test_a_hit_loads_no_engine(checks: list[str]) -> None:
    run()
    code = (
        "import sys; from align.cli import cli; cli(['check', '--exit-zero'], standalone_mode=False); "
        "heavy = ('numpy', 'lxml', 'babel', 'rapidfuzz', 'align.engine.engine', 'pickle'); "
        "assert not [m for m in heavy if m in sys.modules], [m for m in heavy if m in sys.modules]"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert shown.returncode == 0, shown.stderr


def test_two_at_once_and_several_processes(checks: list[str]) -> None:
    told = run("--no-cache").stdout
    code = "import sys; from align.cli import cli; cli(['check', '--exit-zero', '--jobs', '2'], standalone_mode=False)"
    both = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in "ab"
    ]
    assert [process.communicate()[0].decode() for process in both] == [told, told]
    checks.clear()
    assert run().stdout == told
    assert checks == []
