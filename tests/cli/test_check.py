"""`align check` on articles: exit codes, reports, and what silences a finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from align.cli import cli
from tests.cli.project import BAD, EN, GOOD, KO, PAIRS, WRONG, found, put, run
from tests.conftest import ROOT


def test_a_clean_pair_is_quiet(here: Path) -> None:
    result = run(*GOOD)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("no findings\nchecked 2 names, 4 dates")


def test_a_wrong_date(here: Path) -> None:
    result = run(*WRONG)
    assert result.exit_code == 1
    assert "articles/bad.en.md:3:43: error[date-conflict]" in result.stdout
    (finding,) = found(*WRONG)
    assert finding["expected"] == "Nov. 6, 2024"
    assert finding["target"]["line"] == 3  # type: ignore[index]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--exit-zero"], 0), (["--ignore", "date-conflict"], 0), (["--select", "omission,addition"], 0),
        (["--select", "date-conflict"], 1), (["--select", "omission", "--select", "date-conflict"], 1), (["--fail-on", "info"], 1),
    ],
)  # fmt: skip
def test_exit_code(args: list[str], code: int, here: Path) -> None:
    assert run(*WRONG, *args).exit_code == code


@pytest.mark.parametrize(("bar", "code"), [("error", 0), ("warning", 0), ("info", 1)])
def test_fail_on(bar: str, code: int, here: Path) -> None:
    put("align.toml", f'[check]\nfail-on = "{bar}"\nseverity = {{date-conflict = "info"}}')
    assert run(*WRONG).exit_code == code
    assert found(*WRONG)[0]["severity"] == "info"
    assert run(*WRONG, "--fail-on", "warning").exit_code == 0


@pytest.mark.parametrize("name", ["a.json", "a.tmx", "a.xlf", "a.xlf2", "a.xliff"])
def test_files_of_alignments(name: str, here: Path) -> None:
    CliRunner().invoke(cli, ["pair", *WRONG, "-o", name, "-o", "other.json"], catch_exceptions=False)
    result = run(name)
    assert result.exit_code == 1
    assert "error[date-conflict]" in result.stdout
    assert len(found(name, "other.json", name)) == 2  # one named twice is one


def test_dates(here: Path) -> None:
    put("a.ko.txt", "대표단은 지난 6일 서울에서 회의를 열었다.\n")
    put("a.en.txt", "The delegation held a meeting in Seoul on Nov. 8.\n")
    pair = ("a.ko.txt", "a.en.txt")
    result = run(*pair)
    assert "no publication date: relative dates are not checked (give --date)" in result.stderr
    assert run(*pair, "--date", "2024-11-10").stderr == ""
    assert found(*pair, "--date", "2024-11-10")[0]["expected"] == "Nov. 6"
    put("align.toml", f'date = 2024-12-10\n[[pairs]]\nsource = "{pair[0]}"\ntarget = "{pair[1]}"\ndate = 2024-11-10\n')
    assert found(*pair)[0]["expected"] == "Nov. 6"
    assert found()[0]["expected"] == "Nov. 6"
    put("align.toml", "date = 2024-12-10")
    assert found(*pair)[0]["expected"] == "Dec. 6"


def test_baseline(here: Path) -> None:
    put("align.toml", 'baseline = "known.json"\n' + PAIRS)
    first = run("--write-baseline")
    assert first.exit_code == 0
    assert first.stderr == "align: known.json: 1 finding\n"
    assert "no findings; 1 known or silenced" in first.stdout
    assert run().exit_code == 0
    put(here / "articles" / "bad.ko.md", KO.replace("\n\n대표단", "\n\n\n\n대표단"))
    put(here / "articles" / "bad.en.md", "A new paragraph.\n\n" + BAD)
    assert run("--ignore", "addition").exit_code == 0  # it has moved
    put(here / "articles" / "bad.en.md", EN)
    result = run()
    assert result.exit_code == 0
    assert "known.json: not found any more: date-conflict in articles/bad.ko.md | articles/bad.en.md" in result.stderr
    assert run("articles/good.en.md").stderr == ""  # that pair was not checked
    run("articles/good.en.md", "--write-baseline")
    assert "date-conflict" in Path("known.json").read_text(encoding="utf-8")
    run("--write-baseline")
    assert json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"] == []


def test_silence(here: Path) -> None:
    (finding,) = found(*WRONG)
    put("align.toml", f'[[check.silence]]\nfingerprint = "{finding["fingerprint"]}"\nreason = "so it was"\n')
    assert run(*WRONG).exit_code == 0
    assert found(*WRONG)[0]["silenced"] == "align.toml: so it was"
    put("align.toml", PAIRS + '[[check.silence]]\nfingerprint = "0123456789abcdef"\nreason = "gone"\n')
    assert "align.toml:5: no finding is 0123456789abcdef any more" in run().stderr
    put(here / WRONG[1], BAD.replace("\n\nThe del", "\n\n<!-- align: ignore date-conflict so it was -->\nThe del"))
    assert run(*WRONG).exit_code == 0
    assert found(*WRONG)[0]["silenced"] == "inline: so it was"
    put(here / GOOD[1], EN + "\n<!-- align: ignore date-conflict -->\n<!-- align: ignore dates -->\n")
    lines = run(*GOOD).stderr.splitlines()
    assert lines[0].startswith("align: warning: articles/good.en.md:8: no rule 'dates'")
    assert lines[1].startswith("align: warning: articles/good.en.md:7: this ignore of date-conflict silences nothing")


def test_decisions(here: Path) -> None:
    (finding,) = found(*WRONG)
    pair = ["bad.ko.md", "bad.en.md"]
    wrong = [{"fingerprint": finding["fingerprint"], "rule": "date-conflict", "reason": "read"}]
    put("d.json", json.dumps({"schema": "align-decisions/1", "pair": pair, "beads": [], "findings": wrong}))
    assert run(*WRONG, "--decisions", "d.json").exit_code == 0
    assert found(*WRONG, "--decisions", "d.json")[0]["silenced"] == "decisions: read"
    assert "nothing is decided on good.ko.md" in run(*GOOD, "--decisions", "d.json").stderr
    put("align.toml", 'decisions = "d.json"\n' + PAIRS)
    assert run(*WRONG).exit_code == 0
    assert run(*GOOD).stderr == ""
    put("align.toml", PAIRS)
    assert run("--decisions", "d.json").stderr == ""
    shown = CliRunner().invoke(cli, ["pair", *GOOD, "--decisions", "d.json", "--to", "beads"], standalone_mode=False)
    assert "nothing is decided on good.ko.md" in shown.stderr


def test_several_outputs(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    put("summary.md", "before\n")
    result = run(
        *WRONG, "--format", "github", "-o", "-", "-o", "a.sarif", "-o", "a.xml", "-o", "a.html", "-o", "a.json"
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=articles/bad.en.md,line=3")
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["schema"] == "align-findings/1"
    assert Path("a.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert "<!doctype html>" in Path("a.html").read_text(encoding="utf-8")
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert summary.startswith("before\n###")
    assert "date&#45;conflict" in summary or "date-conflict" in summary
    assert run(*WRONG, "--format", "json", "-o", "one.txt").exit_code == 1
    assert Path("one.txt").read_text(encoding="utf-8").startswith("{")


def test_glossary(here: Path) -> None:
    put("terms.tsv", "ko\ten\tforbidden\n대표단\tmission\tdelegation\n")
    assert found(*GOOD, "--glossary", "terms.tsv")[0]["rule"] == "term-conflict"
    put("align.toml", 'glossary = ["terms.tsv"]')
    assert found(*GOOD)[0]["rule"] == "term-conflict"


def test_names_and_ledger(here: Path) -> None:
    result = run(*WRONG, "--names")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "name\tkind\ttranslation\twhere"
    assert "서울\tplace\tSeoul\t3:19=3:34" in result.stdout
    result = run(*GOOD, "--names", "--ledger", "names.tsv")
    assert "names.tsv: 2 new names" in result.stderr
    ledger = Path("names.tsv").read_text(encoding="utf-8")
    assert ledger == "source\ttarget\tkind\n부산\tBusan\tplace\n서울\tSeoul\tplace\n"
    assert "names.tsv: 0 new names" in run(*GOOD, "--names", "--ledger", "names.tsv").stderr
    assert Path("names.tsv").read_text(encoding="utf-8") == ledger
    put("names.tsv", "")  # an empty one is a beginning
    assert run(*GOOD, "--ledger", "names.tsv").exit_code == 0
    put("names.tsv", "서울\tSeoul")
    assert run(*GOOD, "--names", "--ledger", "names.tsv").exit_code == 0
    assert Path("names.tsv").read_text(encoding="utf-8") == "부산\tBusan\tplace\n서울\tSeoul\n"
    put("names.tsv", "# ours\r\n한강\tHan River\r\n서울\tSeoul")  # in an order of its own, which it keeps
    assert run(*GOOD, "--names", "--ledger", "names.tsv").exit_code == 0
    assert Path("names.tsv").read_text(encoding="utf-8") == "# ours\n한강\tHan River\n서울\tSeoul\n부산\tBusan\tplace\n"


def test_a_ledger_has_all_that_its_articles_write(here: Path) -> None:
    demo = [str(ROOT / "corpora" / "demo" / f"treaty.{lang}.txt") for lang in ("ko", "en")]
    before = found(*demo)
    run(*demo, "--names", "--ledger", "names.tsv")
    rows = [line.split("\t") for line in Path("names.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[1:] == sorted(rows[1:])
    assert "Norway|Norwegian" in [row[1] for row in rows]
    assert found(*demo, "--ledger", "names.tsv") == before


def test_lines(here: Path) -> None:
    put("a.ko", "첫째 줄.\n\n셋째 줄.\n")
    put("a.en", "First line.\n\nThird line.\n")
    assert run("a.ko", "a.en", "--lines").exit_code == 0
