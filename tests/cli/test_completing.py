"""Completion, -V, the manual page and the page of rules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from align import __version__
from align.checks import RULES, rule
from align.cli import COMMANDS, manual
from align.reports import REPORTS, sarif
from tests.cli.project import align
from tests.conftest import ROOT


def completed(*words: str) -> list[str]:
    """What the shell gets for the last of the words."""
    asked = os.environ | {
        "_ALIGN_COMPLETE": "zsh_complete",
        "COMP_WORDS": " ".join(("align", *words)),
        "COMP_CWORD": str(len(words)),
    }
    code = "import sys; sys.argv = ['align']; from align.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], env=asked, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()  # type, value, help
    return [f"{kind} {value}" for kind, value in zip(lines[::3], lines[1::3], strict=True)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("ch",), ["plain check"]),
        (("check", "--changed-s"), ["plain --changed-since"]),
        (("check", "--format", "g"), ["plain github", "plain gitlab"]),
        (("check", "--select", "date-c"), ["plain date-conflict"]),
        (("check", "--ignore", "omission,date-c"), ["plain omission,date-conflict"]),
        (("explain", "polar"), ["plain polarity-conflict"]),
        (("check", "--baseline", "b"), ["file b"]),
        (("check", "arti"), ["file arti"]),
        (("pair", "arti"), ["file arti"]),
        (("build", "x", "-o", "o"), ["file o"]),
    ],
)
def test_completed(words: tuple[str, ...], found: list[str]) -> None:
    assert completed(*words) == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script(shell: str) -> None:
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("no bash")
    result = align("--completion", shell)
    assert result.exit_code == 0
    assert "_ALIGN_COMPLETE" in result.stdout


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_version(option: str) -> None:
    assert align(option).stdout == f"align, version {__version__}\n"


def test_the_manual_page_is_what_help_says() -> None:
    said = manual.page()
    assert (ROOT / "docs" / "align.1").read_text(encoding="utf-8") == said, "make docs"
    for name in COMMANDS:
        assert f".SH ALIGN {name.upper()}" in said
    for report in REPORTS:
        assert report in said
    assert not [line for line in said.splitlines() if line.startswith((".", "'")) and line.split()[0] not in REQUESTS]


REQUESTS = {".TH", ".SH", ".B", ".I", ".PP", ".TP"}


def test_the_page_of_rules_is_what_explain_says() -> None:
    said = align("explain", "--markdown").stdout
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == said, "make docs"
    for name in RULES:
        assert f"\n## {name}\n" in said
        assert f"\n## {name}\n" in align("explain", "--markdown", name).stdout


def test_a_rule_links_to_its_page_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "helpUri" not in sarif._rule(RULES["omission"])
    monkeypatch.setattr(rule, "DOCS", "https://docs.example/rules.html")
    assert sarif._rule(RULES["omission"])["helpUri"] == "https://docs.example/rules.html#omission"
