"""A green that means that all was checked: what could not be read, or is not there, stands in every report."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.project import BAD, EN, GOOD, KO, PAIRS, WRONG, put, run, said

BROKEN = b"\xff\xfe\x00"  # half a character of UTF-16


@pytest.fixture
def broken(here: Path) -> Path:
    """A project of three pairs, of which one cannot be read."""
    put("align.toml", PAIRS)
    (here / "articles" / "broken.ko.md").write_text(KO, encoding="utf-8")
    (here / "articles" / "broken.en.md").mkdir()
    return here


@pytest.mark.parametrize("args", [(), ("articles/broken.ko.md",), ("articles/broken.ko.md", *GOOD)])
def test_every_report_says_what_was_not_checked(args: tuple[str, ...], broken: Path) -> None:
    told = {report: run("--format", report, *args) for report in ("json", "sarif", "junit", "github")}
    assert {result.exit_code for result in told.values()} == {2}
    assert all("broken.en.md" in said(result) for result in told.values())
    (failed,) = json.loads(told["json"].stdout)["failed"]
    assert failed["file"] == "articles/broken.en.md"
    assert "a folder" in failed["message"]
    (invocation,) = json.loads(told["sarif"].stdout)["runs"][0]["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert note["level"] == "error"
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "articles/broken.en.md"
    root = ElementTree.fromstring(told["junit"].stdout.encode())
    assert root.get("errors") == "1"
    assert "a folder" in root.find(".//testcase/error").get("message", "")  # type: ignore[union-attr]
    assert "::error file=articles/broken.en.md::" in told["github"].stdout


def test_the_summary_of_github_says_so_too(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    run("--format", "github")
    assert "| not checked |" in (broken / "summary.md").read_text(encoding="utf-8")


def test_the_text_says_so_where_others_were_checked(broken: Path) -> None:
    assert "not checked: articles/broken.en.md" in run().stdout


def test_what_went_well_is_said_too(here: Path) -> None:
    value = json.loads(run(*GOOD, "--format", "sarif").stdout)["runs"][0]
    assert value["invocations"] == [{"executionSuccessful": True}]
    assert "failed" not in json.loads(run(*GOOD, "--format", "json").stdout)


def test_an_input_of_no_pair_is_in_the_report(here: Path) -> None:
    put("align.toml", PAIRS)
    put("draft.en.txt", EN)
    result = run("articles/good.ko.md", "draft.en.txt", "--format", "json")
    assert result.exit_code == 2
    assert [each["file"] for each in json.loads(result.stdout)["failed"]] == ["draft.en.txt"]


@pytest.mark.parametrize(("gone", "side"), [("en", "translation"), ("ko", "source")])
@pytest.mark.parametrize("args", [(), ("articles/good.ko.md",), ("articles/good.en.md",)])
def test_a_counterpart_is_missing(gone: str, side: str, args: tuple[str, ...], here: Path) -> None:
    put("align.toml", PAIRS)
    (here / "articles" / f"good.{gone}.md").unlink()
    if args == (f"articles/good.{gone}.md",):
        args = (*args, *WRONG)
    result = run("--format", "json", "--select", "counterpart-missing", *args)
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["rule"], finding["severity"], finding["probability"]) == ("counterpart-missing", "error", 1.0)
    assert finding["message"] == f"the {side} is missing"
    assert run("--ignore", "counterpart-missing", "--select", "omission", *args).exit_code == 0


def test_a_broken_article_without_a_counterpart_is_broken(here: Path) -> None:
    put("align.toml", PAIRS)
    (here / "articles" / "good.en.md").unlink()
    (here / "articles" / "good.ko.md").write_bytes(bytes(range(128, 256)) * 3)
    assert run().exit_code == 2


@pytest.mark.parametrize(
    ("source", "target", "files", "pairs"),
    [
        ("*.md", "*.en.md", ["a.md", "a.en.md"], ["a.md a.en.md"]),
        ("*.md", "*.en.md", ["a.en.md"], ["a.en.md a.en.en.md"]),  # by the pattern it is a source
        ("ko/*.md", "en/*.md", ["ko/a.md", "en/b.md"], ["ko/a.md en/a.md", "ko/b.md en/b.md"]),
        ("ko/**/*.md", "en/**/*.md", ["en/x/y/b.md"], ["ko/x/y/b.md en/x/y/b.md"]),
        ("a.ko.md", "a.en.md", ["a.en.md"], ["a.ko.md a.en.md"]),
    ],
)
def test_either_side_may_be_the_one_that_is_there(
    source: str, target: str, files: list[str], pairs: list[str], here: Path
) -> None:
    from align.project import project

    put("align.toml", f'[[pairs]]\nsource = "{source}"\ntarget = "{target}"\n')
    for name in files:
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        put(here / name, KO)
    assert [f"{a} {b}" for a, b, _ in project().all()[0]] == pairs


@pytest.mark.parametrize("report", ["json", "sarif", "junit", "github"])
def test_a_report_is_the_same_wherever_it_is_made(report: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("align.toml", PAIRS)
    before = run("--format", report).stdout
    monkeypatch.chdir(here / "articles")
    assert run("--format", report).stdout == before
    assert run("--format", report, "bad.ko.md").stdout == run("--format", report, "bad.en.md").stdout
    assert "articles/bad.en.md" in before


def test_a_linked_folder_belongs_to_its_pair(here: Path) -> None:
    put("align.toml", PAIRS)
    (here / "elsewhere").mkdir()
    put(here / "elsewhere" / "l.ko.md", KO)
    put(here / "elsewhere" / "l.en.md", BAD)
    put("align.toml", '[[pairs]]\nsource = "linked/**/*.ko.md"\ntarget = "linked/**/*.en.md"\n')
    (here / "linked").mkdir()
    (here / "linked" / "deep").symlink_to(here / "elsewhere", target_is_directory=True)
    (here / "linked" / "deep" / "back").symlink_to(here / "linked", target_is_directory=True)
    assert "checked 1 name" in run().stdout or run().exit_code == 1
    assert json.loads(run("--format", "json").stdout)["findings"][0]["target"]["file"] == "linked/deep/l.en.md"
    assert run("linked/deep/l.en.md").exit_code == 1
