"""action.yml: no input is written into a script, and its script checks what it is asked to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import BAD, PAIRS, put
from tests.conftest import ROOT

yaml = pytest.importorskip("yaml")
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]


def test_no_script_has_an_expression() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]
    assert all(step.get("shell") == "bash" for step in STEPS if "run" in step)


def test_every_input_is_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in text] == []


@pytest.fixture
def repository(here: Path) -> Path:
    """A committed project, and an align where the action installs it."""
    if os.name == "nt" or not (shutil.which("bash") and shutil.which("git")):
        pytest.skip("no bash or no git")
    (here / ".git").rmdir()
    put("align.toml", PAIRS)
    program = here / "temp" / "align" / "bin" / "align"
    program.parent.mkdir(parents=True)
    put(program, f'#!/bin/sh\nexec {sys.executable} -m align "$@"\n')
    program.chmod(0o755)
    put(".gitignore", "temp\n")
    name = ["-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"]
    for args in (["init", "-q"], ["add", "-A"], [*name, "commit", "-qm", "all"]):
        subprocess.run(["git", *args], check=True, capture_output=True)
    return here


def script(here: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The script of the check, as the runner runs it."""
    (step,) = (step for step in STEPS if step.get("id") == "check")
    own = {"RUNNER_TEMP": str(here / "temp"), "GITHUB_OUTPUT": str(here / "temp" / "out")}
    environment = os.environ | {"PYTHONPATH": str(ROOT), "FILES": "", "ARGS": "", "SINCE": ""} | own | given
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=120)


def test_all_pairs(repository: Path) -> None:
    done = script(repository)
    assert done.returncode == 1, done.stderr
    assert "::error file=articles/bad.en.md" in done.stdout
    assert (repository / "temp" / "align.sarif").exists()
    assert (repository / "temp" / "out").read_text() == f"sarif={repository}/temp/align.sarif\n"
    assert list((repository / "temp" / "align-cache").glob("*.json"))


def test_what_has_changed(repository: Path) -> None:
    assert script(repository, SINCE="HEAD").returncode == 0
    put("articles/good.en.md", BAD)
    done = script(repository, SINCE="HEAD")
    assert (done.returncode, "good.en.md" in done.stdout, "bad.en.md" in done.stdout) == (1, True, False)


def test_what_is_asked_for(repository: Path) -> None:
    done = script(repository, FILES="articles/bad.ko.md\n", ARGS="--fail-on\nerror\n--exit-zero", SINCE="HEAD")
    assert done.returncode == 0
    assert "bad.en.md" in done.stdout


@pytest.mark.parametrize("name", ["FILES", "ARGS", "SINCE"])
@pytest.mark.parametrize(
    "words", ["$(touch pwned)", "`touch pwned`", "; touch pwned", "--output=pwned", '"; touch pwned; "']
)
def test_nothing_in_an_input_is_run(name: str, words: str, repository: Path) -> None:
    if (name, words) == ("ARGS", "--output=pwned"):
        return  # is what it says: an argument of align check
    assert script(repository, **{name: words}).returncode != 0
    assert not (repository / "pwned").exists()
