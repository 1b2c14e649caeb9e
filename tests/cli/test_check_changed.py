"""align check --changed-since: what git says has changed, and what decides all."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.project import BAD, EN, KO, PAIRS, put, run, said

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="no git")


def git(*args: str) -> None:
    name = ["-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *name, *args], check=True, capture_output=True)


@pytest.fixture
def repository(here: Path) -> Path:
    """Two pairs, committed."""
    (here / ".git").rmdir()
    put("align.toml", 'glossary = ["terms.tsv"]\n' + PAIRS)
    put("terms.tsv", "회의\tmeeting\n")
    put("articles/한 편.ko.md", KO)
    put("articles/한 편.en.md", EN)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "all")
    return here


def pairs(*args: str) -> set[str]:
    """The pairs that are checked, by their sources."""
    result = run("--changed-since", "HEAD", "--format", "junit", "--exit-zero", *args)
    assert result.exit_code == 0, said(result)
    return {part.split(".ko")[0].split("/")[-1] for part in result.stdout.split('testsuite name="')[1:]}


def test_nothing(repository: Path) -> None:
    assert pairs() == set()
    result = run("--changed-since", "HEAD", "--format", "sarif")
    assert json.loads(result.stdout)["runs"][0]["results"] == []
    assert "no findings" in run("--changed-since", "HEAD").stdout


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda: put("articles/bad.en.md", BAD + "More.\n"), {"bad"}),
        (lambda: put("articles/bad.ko.md", KO + "또.\n"), {"bad"}),
        (lambda: put("articles/한 편.en.md", BAD), {"한 편"}),
        (lambda: (put("articles/good.en.md", BAD), git("add", "-A")), {"good"}),
        (lambda: Path("articles/good.en.md").unlink(), {"good"}),
        (lambda: (put("articles/new.ko.md", KO), put("articles/new.en.md", EN)), {"new"}),
        (lambda: (git("mv", "articles/bad.ko.md", "articles/b.ko.md"), git("mv", "articles/bad.en.md", "articles/b.en.md")), {"b"}),
        (lambda: put("terms.tsv", "회의\tassembly\n"), {"bad", "good", "한 편"}),
        (lambda: put("align.toml", PAIRS), {"bad", "good", "한 편"}),
        (lambda: put("notes.txt", "n"), set()),
    ],
)  # fmt: skip
def test_what_has_changed(change: object, found: set[str], repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change()  # type: ignore[operator]
    assert pairs() == found
    monkeypatch.chdir(repository / "articles")
    assert pairs() == found


def test_of_what_is_asked_for(repository: Path) -> None:
    put("articles/bad.en.md", BAD + "More.\n")
    assert pairs("articles/good.en.md") == set()
    assert pairs("articles/good.en.md", "articles/bad.ko.md") == {"bad"}


@pytest.mark.parametrize(
    ("revision", "told"),
    [("--output=pwned", "no revision"), ("-h", "no revision"), ("nowhere", "nowhere"), ("", ""), ("HEAD; touch x", "HEAD; touch x")],
)  # fmt: skip
def test_a_revision_that_is_none(revision: str, told: str, repository: Path) -> None:
    result = run(f"--changed-since={revision}")
    if revision:
        assert result.exit_code == 2
        assert told in said(result)
        assert said(result).count("\n") <= 1
    assert not [path for path in repository.iterdir() if path.name in ("pwned", "x")]


def test_without_git(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("align.toml", PAIRS)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    result = run("--changed-since", "HEAD")
    assert (result.exit_code, "not a git repository" in said(result)) == (2, True)
    monkeypatch.setenv("PATH", "")
    result = run("--changed-since", "HEAD")
    assert (result.exit_code, "git is not there" in said(result)) == (2, True)
