"""`align check` in a project: which pairs align.toml means, and one clear line where it is wrong."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from align.cli import cli
from align.project.config import read
from tests.cli.project import BAD, EN, GOOD, KO, PAIRS, WRONG, found, put, run, said
from tests.conftest import ROOT


def test_all_pairs_of_the_project(here: Path) -> None:
    put("align.toml", PAIRS)
    result = run()
    assert result.exit_code == 1
    assert "checked 2 pairs" in result.stdout
    assert len(found()) == 1


def test_the_order_stays_with_many_processes(here: Path) -> None:
    put("align.toml", PAIRS)
    for k in range(3):
        put(here / "articles" / f"c{k}.ko.md", KO)
        put(here / "articles" / f"c{k}.en.md", BAD)
    assert run("--jobs", "2", "--format", "json").stdout == run("--format", "json").stdout


@pytest.mark.parametrize("name", ["bad.en.md", "bad.ko.md"])
def test_one_side_stands_for_its_pair(name: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("align.toml", PAIRS)
    assert len(found(f"articles/{name}")) == 1
    assert run("articles/good.en.md").exit_code == 0
    monkeypatch.chdir(here / "articles")
    assert found(name, "bad.ko.md")[0]["target"]["file"] == "articles/bad.en.md"  # type: ignore[index]


def test_two_changed_sides_are_two_pairs(here: Path) -> None:
    put("align.toml", PAIRS)
    assert "checked 2 pairs" in run("articles/good.en.md", "articles/bad.ko.md").stdout
    assert "checked 2 pairs" in run(*GOOD, *WRONG).stdout


def test_a_pair_that_the_project_does_not_list(here: Path) -> None:
    put("align.toml", PAIRS)
    put("draft.en.txt", BAD)
    assert run("articles/good.ko.md", "draft.en.txt", "--pair").exit_code == 1


def test_an_article_of_no_pair(here: Path) -> None:
    put("align.toml", PAIRS)
    put("readme.md", EN)
    result = run("readme.md", "articles/bad.en.md", "articles/good.en.md")
    assert result.exit_code == 2
    assert (
        result.stderr
        == "align: readme.md: belongs to no [[pairs]] of align.toml (list it there; or --pair: these two are a pair all the same)\n"
    )
    assert "date-conflict" in result.stdout  # the others are reported


@pytest.mark.parametrize(
    ("source", "target", "files", "pairs"),
    [
        ("ko/**/*.txt", "en/**/*.txt", ["ko/a.txt", "ko/x/y/b.txt", "en/x/y/b.txt", "en/a.txt"], ["ko/a.txt=en/a.txt", "ko/x/y/b.txt=en/x/y/b.txt"]),
        ("*.md", "*.en.md", ["a.md", "a.en.md", "b.md", "b.en.md"], ["a.md=a.en.md", "b.md=b.en.md"]),
        ("*.ko.md", "*.md", ["a.ko.md", "a.md"], ["a.ko.md=a.md"]),
        ("*/ko/*.txt", "*/en/*.txt", ["n/ko/a.txt", "n/en/a.txt", "m/ko/b.txt", "m/en/b.txt"], ["m/ko/b.txt=m/en/b.txt", "n/ko/a.txt=n/en/a.txt"]),
        ("./ko/a+(1).txt", "en/a+(1).txt", ["ko/a+(1).txt", "en/a+(1).txt"], ["ko/a+(1).txt=en/a+(1).txt"]),
    ],
)  # fmt: skip
def test_stars(source: str, target: str, files: list[str], pairs: list[str], here: Path) -> None:
    from align.project import project

    shutil.rmtree("articles")
    put("align.toml", f'[[pairs]]\nsource = "{source}"\ntarget = "{target}"\n')
    for name in files:
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        put(here / name, KO)
    this = project()
    assert [f"{a}={b}" for a, b, _ in this.all()[0]] == pairs
    for name in files:
        assert [f"{a}={b}" for a, b, _ in this.of(name)] == [pair for pair in pairs if name in pair.split("=")]


def test_a_missing_translation_is_a_finding(here: Path) -> None:
    put("align.toml", PAIRS)
    (here / "articles" / "good.en.md").unlink()
    result = run("--select", "counterpart-missing")
    assert result.exit_code == 1
    assert "articles/good.en.md: error[counterpart-missing]: the translation is missing\n" in result.stdout
    assert run("--select", "term-drift").exit_code == 0
    for report in ("sarif", "junit", "github", "html", "json"):
        assert "is missing" in run("--format", report, "--select", "counterpart-missing").stdout
    assert run(*GOOD).exit_code == 1  # it is one of the pairs
    (here / "align.toml").unlink()
    assert run(*GOOD).exit_code == 2  # it was named


def test_a_missing_source_is_none(here: Path) -> None:
    put("align.toml", '[[pairs]]\nsource = "a.ko.md"\ntarget = "a.en.md"\n' + PAIRS)
    result = run()
    assert result.exit_code == 2
    assert "a.ko.md: no such file" in result.stderr
    assert "date-conflict" in result.stdout


def test_options_beat_the_project(here: Path) -> None:
    put("align.toml", '[check]\nselect = ["omission"]\nignore = ["date-conflict"]\nfail-on = "warning"\n')
    assert run(*WRONG).exit_code == 0
    assert run(*WRONG, "--select", "date-conflict").exit_code == 1


def test_the_project_is_found_upward_to_git(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("pyproject.toml", '[tool.align]\ncheck.ignore = ["date-conflict"]\n')
    monkeypatch.chdir(here / "articles")
    assert run("bad.ko.md", "bad.en.md").exit_code == 0
    (here / "articles" / ".git").mkdir()
    assert run("bad.ko.md", "bad.en.md").exit_code == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("date = 5\n", "align.toml:1: 5 is no date"),
        (PAIRS + '[chekc]\nselect = ["omission"]\n', "align.toml:4: unknown key 'chekc' (nearest: check)"),
        ("a = b", "align.toml:1: not TOML"),
        ("[check]\n\n", "nothing to check: align.toml has no [[pairs]]"),
        ('[[pairs]]\nsource = "no/*.ko.md"\ntarget = "no/*.en.md"\n', "align.toml: none of its [[pairs]] has a file"),
    ],
)
def test_bad_projects(text: str, says: str, here: Path) -> None:
    put("align.toml", text)
    result = run()
    assert result.exit_code == 2
    assert says in said(result)


def test_pairing_follows_the_project_too(here: Path) -> None:
    put("a.txt", "대표단은 지난 6일 서울에서 회의를 열었다.\n")
    put("b.txt", "The delegation held a meeting.\n")
    put(
        "align.toml",
        'source-lang = "ko-KR"\ndate = 2024-01-01\n[[pairs]]\nsource = "a.txt"\ntarget = "b.txt"\ndate = 2024-11-10\n',
    )
    shown = CliRunner().invoke(cli, ["pair", "a.txt", "b.txt", "--to", "json"], catch_exceptions=False).stdout
    source = json.loads(shown)["source"]
    assert (source["lang"], source["date"]) == ("ko-KR", "2024-11-10")


def test_the_project_of_the_manual() -> None:
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    config = read(manual.split("```toml\n")[1].split("```")[0].encode(), "align.toml")
    assert config is not None
    assert config.pairs[0].target == "articles/**/*.en.md"
    assert config.silence[0].reason


@pytest.mark.parametrize("source", [r"articles\*.ko.md", r".\articles\*.ko.md", "./articles/*.ko.md"])
def test_paths_as_windows_writes_them(source: str, here: Path) -> None:
    put("align.toml", f"[[pairs]]\nsource = '{source}'\ntarget = '{source.replace('.ko.', '.en.')}'\n")
    assert "checked 2 pairs" in run().stdout
    assert run("articles/good.en.md").exit_code == 0


def test_a_file_on_another_drive_belongs_to_no_pair(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """os.path.relpath raises ValueError on Windows where two paths are on two drives."""
    import os.path

    from align.project import project

    put("align.toml", PAIRS)
    this = project()

    def relpath(path: object, start: object = None) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", relpath)
    assert this.of("D:/articles/good.ko.md") == []
    assert this.at("D:/terms.tsv").endswith("D:/terms.tsv")
