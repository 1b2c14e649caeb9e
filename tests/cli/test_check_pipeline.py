"""align check in a pipeline: --config, rules ignored in some files, --statistics, --quiet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import PAIRS, WRONG, found, put, run, said

IGNORED = PAIRS + '[check.per-file-ignores]\n"articles/bad.*" = ["date-conflict"]\n'


def test_a_configuration_by_its_path(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "ci").mkdir()
    put("ci/align.toml", PAIRS.replace("articles", "../articles"))
    assert run().exit_code == 2
    assert {item["rule"] for item in found("--config", "ci/align.toml")} == {"date-conflict"}
    monkeypatch.chdir(here / "articles")
    assert run("--config", "../ci/align.toml").exit_code == 1


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [("none.toml", None, "no such file"), ("pyproject.toml", "[tool.ruff]\n", "[tool.align]"), ("a.toml", "x = 1\n", "a.toml:1")],
)  # fmt: skip
def test_a_configuration_that_is_none(name: str, text: str | None, told: str, here: Path) -> None:
    if text:
        put(name, text)
    result = run("--config", name)
    assert (result.exit_code, told in said(result)) == (2, True)


@pytest.mark.parametrize(
    ("files", "silent"),
    [
        ("articles/bad.*", True),
        ("articles/bad.ko.md", True),
        ("**/bad.en.md", True),
        ("articles/", True),
        ("./articles/*", True),
        ("bad.en.md", False),
        ("*", False),
        ("articles/good.*", False),
    ],
)
def test_rules_ignored_in_some_files(files: str, silent: bool, here: Path) -> None:
    put("align.toml", IGNORED.replace("articles/bad.*", files))
    (item,) = found()
    assert item.get("silenced") == (f"align.toml: ignored in {files}" if silent else None)
    assert run().exit_code == (0 if silent else 1)
    assert run(*WRONG).exit_code == (0 if silent else 1)


def test_files_that_there_are_not(here: Path) -> None:
    put("align.toml", IGNORED.replace("articles/bad.*", "letters/*"))
    assert "align.toml:5: no file of a pair is letters/*" in said(run())


@pytest.mark.parametrize(
    ("value", "told"),
    [('"a" = ["date-conflct"]', "nearest: date-conflict"), ('"a" = "omission"', "list of texts"), ("a = 1", "list of texts")],
)  # fmt: skip
def test_a_table_that_is_wrong(value: str, told: str, here: Path) -> None:
    put("align.toml", PAIRS + f"[check.per-file-ignores]\n{value}\n")
    result = run()
    assert (result.exit_code, told in said(result), "align.toml:5" in said(result)) == (2, True, True)


def test_statistics(here: Path) -> None:
    put("align.toml", PAIRS)
    lines = run("--statistics").stdout.splitlines()
    assert lines[:3] == ["1 error   date-conflict", "", "1 error"]
    assert "no findings" in run("--statistics", "articles/good.ko.md").stdout.splitlines()[0]


def test_quiet(here: Path) -> None:
    put("align.toml", PAIRS)
    first, second = run("--quiet").stdout.splitlines()
    assert (first, second[:7]) == ("1 error", "checked")
    assert json.loads(run("-q", "--format", "json").stdout)["findings"]
