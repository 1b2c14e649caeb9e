"""The baseline follows a rename, forgets what is gone, and takes nothing else for known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import BAD, KO, PAIRS, put, run, said

TWO = BAD.replace("350", "530")
"""Two findings."""


@pytest.fixture
def known(here: Path) -> Path:
    """A project whose findings are all known."""
    put(
        "align.toml", 'baseline = "b.json"\n[[pairs]]\nsource = "articles/**/*.ko.md"\ntarget = "articles/**/*.en.md"\n'
    )
    put("articles/bad.en.md", TWO)
    assert run("--write-baseline").exit_code == 0
    return here


def move(new: str) -> None:
    for lang in ("ko", "en"):
        target = Path(f"articles/{new}.{lang}.md")
        target.parent.mkdir(exist_ok=True)
        Path(f"articles/bad.{lang}.md").rename(target)


def entries() -> list[dict[str, object]]:
    return list(json.loads(Path("b.json").read_text(encoding="utf-8"))["findings"])


@pytest.mark.parametrize("new", ["worse", "2024/bad", "2024/다른 이름"])
def test_a_rename_is_followed(new: str, known: Path) -> None:
    assert len(entries()) == 2
    move(new)
    result = run()
    assert result.exit_code == 0
    assert "any more" not in said(result)
    assert run("--write-baseline").exit_code == 0
    assert {tuple(entry["pair"]) for entry in entries()} == {(f"articles/{new}.ko.md", f"articles/{new}.en.md")}  # type: ignore[arg-type]
    assert run().exit_code == 0


def test_one_finding_needs_a_name_that_stays(known: Path) -> None:
    put("articles/bad.en.md", BAD)
    run("--write-baseline")
    move("worse")
    result = run()
    assert result.exit_code == 1
    assert "not there any more: articles/bad.ko.md | articles/bad.en.md (1 known" in said(result)
    Path("articles/new").mkdir()
    Path("articles/worse.ko.md").rename("articles/new/bad.ko.md")
    Path("articles/worse.en.md").rename("articles/new/bad.en.md")
    assert run().exit_code == 0


def test_a_copy_is_news(known: Path) -> None:
    put("articles/copy.ko.md", KO)
    put("articles/copy.en.md", TWO)
    assert run().exit_code == 1


def test_what_is_new_in_what_was_renamed_is_news(known: Path) -> None:
    put("articles/bad.en.md", TWO.replace("March 2", "March 3"))
    move("worse")
    result = run("--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)["findings"]
    assert [bool(each.get("silenced")) for each in told].count(False) == 1


def test_what_is_gone_is_forgotten(known: Path) -> None:
    for lang in ("ko", "en"):
        Path(f"articles/bad.{lang}.md").unlink()
    assert "not there any more" in said(run())
    assert "not there any more" not in said(run("articles/good.ko.md"))
    assert run("--write-baseline").exit_code == 0
    assert entries() == []


def test_a_translation_that_is_known_to_be_missing_stays_known(known: Path) -> None:
    Path("articles/good.en.md").unlink()
    assert run("--write-baseline").exit_code == 0
    assert run("articles/bad.ko.md", "--write-baseline").exit_code == 0
    assert {entry["rule"] for entry in entries()} >= {"counterpart-missing"}
    assert run().exit_code == 0


def test_of_other_pairs_whose_files_are_there_nothing_is_forgotten(known: Path) -> None:
    put("align.toml", 'baseline = "b.json"\n' + PAIRS.replace("articles/*", "articles/good*"))
    before = entries()
    run("--write-baseline")
    assert entries() == before
