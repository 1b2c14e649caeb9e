"""`align check` and `align explain`: the command line's promises, and one clear line for each bad input."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.checks import RULES
from align.cli import cli
from align.config import read
from align.errors import AlignError
from tests.conftest import ROOT

KO = "# 회의 개최\n\n대표단은 2024년 11월 6일 서울에서 회의를 열었다. 회의에는 350명이 참석했다.\n\n다음 회의는 2025년 3월 2일 부산에서 열린다.\n"
EN = "# Meeting held\n\nThe delegation held a meeting in Seoul on Nov. 6, 2024. The meeting was attended by 350 people.\n\nThe next meeting will be held in Busan on March 2, 2025.\n"
BAD = EN.replace("Nov. 6", "Nov. 8")
PAIRS = '[[pairs]]\nsource = "articles/*.ko.md"\ntarget = "articles/*.en.md"\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a clean pair and one with a wrong date, the working directory."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "articles").mkdir()
    for name, english in (("good", EN), ("bad", BAD)):
        put(tmp_path / "articles" / f"{name}.ko.md", KO)
        put(tmp_path / "articles" / f"{name}.en.md", english)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def put(path: Path | str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def run(*args: str, data: bytes | None = None) -> Result:
    """As main() ends it: an error is one line and 2."""
    result = CliRunner().invoke(cli, ["check", *args], input=data, standalone_mode=False)
    if isinstance(result.exception, AlignError) or "click" in type(result.exception).__module__:
        result.exit_code = 2
    elif result.exception:
        raise result.exception
    else:
        result.exit_code = result.return_value or 0
    return result


def said(result: Result) -> str:
    """What is on stderr, an error that ended it too."""
    return result.stderr + str(getattr(result.exception, "message", None) or result.exception or "")


def found(*args: str) -> list[dict[str, object]]:
    return json.loads(run(*args, "--format", "json").stdout)["findings"]


GOOD = "articles/good.ko.md", "articles/good.en.md"
WRONG = "articles/bad.ko.md", "articles/bad.en.md"


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
    assert found(name, "bad.ko.md")[0]["target"]["file"] == "bad.en.md"  # type: ignore[index]


def test_two_changed_sides_are_two_pairs(here: Path) -> None:
    put("align.toml", PAIRS)
    assert "checked 2 pairs" in run("articles/good.en.md", "articles/bad.ko.md").stdout
    assert "checked 2 pairs" in run(*GOOD, *WRONG).stdout


def test_a_pair_that_the_project_does_not_list(here: Path) -> None:
    put("align.toml", PAIRS)
    put("draft.en.txt", BAD)
    assert run("articles/good.ko.md", "draft.en.txt").exit_code == 1


def test_an_article_of_no_pair(here: Path) -> None:
    put("align.toml", PAIRS)
    put("readme.md", EN)
    result = run("readme.md", "articles/bad.en.md", "articles/good.en.md")
    assert result.exit_code == 2
    assert result.stderr == "align: readme.md: belongs to no [[pairs]] of align.toml (give its other side, or list it there)\n"
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
    from align.cli.project import project

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
    result = run("--select", "omission")
    assert result.exit_code == 1
    assert "articles/good.en.md: error[omission]: the translation is missing\n" in result.stdout
    assert run("--select", "term-drift").exit_code == 0
    for report in ("sarif", "junit", "github", "html", "json"):
        assert "is missing" in run("--format", report, "--select", "omission").stdout
    assert run(*GOOD).exit_code == 1  # it is one of the pairs
    (here / "align.toml").unlink()
    assert run(*GOOD).exit_code == 2  # it was named


def test_a_missing_source_is_none(here: Path) -> None:
    put("align.toml", '[[pairs]]\nsource = "a.ko.md"\ntarget = "a.en.md"\n' + PAIRS)
    result = run()
    assert result.exit_code == 2
    assert "a.ko.md: no such file" in result.stderr
    assert "date-conflict" in result.stdout


@pytest.mark.parametrize("name", ["a.json", "a.tmx", "a.xlf", "a.xlf2", "a.xliff"])
def test_files_of_alignments(name: str, here: Path) -> None:
    CliRunner().invoke(cli, ["pair", *WRONG, "-o", name, "-o", "other.json"], catch_exceptions=False)
    result = run(name)
    assert result.exit_code == 1
    assert "error[date-conflict]" in result.stdout
    assert len(found(name, "other.json", name)) == 2  # one named twice is one


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
    result = run(*WRONG, "--format", "github", "-o", "-", "-o", "a.sarif", "-o", "a.xml", "-o", "a.html", "-o", "a.json")
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
    assert ledger.startswith("source\ttarget\tkind\n서울\tSeoul\tplace\n")
    assert "names.tsv: 0 new names" in run(*GOOD, "--names", "--ledger", "names.tsv").stderr
    assert Path("names.tsv").read_text(encoding="utf-8") == ledger
    put("names.tsv", "")  # an empty one is a beginning
    assert run(*GOOD, "--ledger", "names.tsv").exit_code == 0
    put("names.tsv", "서울\tSeoul")
    assert run(*GOOD, "--names", "--ledger", "names.tsv").exit_code == 0
    assert Path("names.tsv").read_text(encoding="utf-8") == "서울\tSeoul\n부산\tBusan\tplace\n"


def test_standard_input(here: Path) -> None:
    result = run("-", WRONG[1], "--source-lang", "ko", data=KO.encode())
    assert result.exit_code == 1


def test_lines(here: Path) -> None:
    put("a.ko", "첫째 줄.\n\n셋째 줄.\n")
    put("a.en", "First line.\n\nThird line.\n")
    assert run("a.ko", "a.en", "--lines").exit_code == 0


def test_hostile_text(here: Path) -> None:
    put(here / WRONG[1], BAD.replace("The next", "</script><script>alert(1)</script>The next"))
    put(here / WRONG[0], KO.replace("다음", '<img src=x onerror="alert(1)">다음'))
    page = run(*WRONG, "--format", "html").stdout
    assert "alert(1)</script>" not in page
    assert "<img" not in page


def bad(here: Path) -> list[tuple[list[str], str]]:
    put("terms.tsv", "조약\ttreaty\n비준\n")
    put("other.json", '{"schema": "align/9"}')
    put("found.json", '{"schema": "align-findings/1"}')
    put("none.tmx", "")
    put("none.json", "[]")
    put("fr.tmx", '<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>Un</seg></tuv></tu></body></tmx>')
    put("old.json", '{"schema": "align-baseline/9"}')
    Path("broken.txt").write_bytes(b"a\n\xff\xff\x81")
    return [
        ([], "nothing to check: there is no align.toml with [[pairs]]"),
        ([GOOD[0]], "an article without its other side"),
        (["nowhere.txt"], "nowhere.txt: no such file"),
        (["articles"], "articles: a folder, not a file"),
        ([GOOD[0], "articles"], "articles: a folder, not a file"),
        ([GOOD[0], "nowhere.txt"], "nowhere.txt: no such file"),
        ([GOOD[0], "broken.txt"], "broken.txt:2: neither UTF-8 nor CP949"),
        (["-", "-"], "both sides"),
        ([*GOOD, "--date", "yesterday"], "write it as 2024-11-05"),
        ([*GOOD, "--glossary", "terms.tsv"], "terms.tsv:2: one column"),
        ([*GOOD, "--glossary", "no.tsv"], "no.tsv: no such file"),
        ([*GOOD, "--ledger", "no.tsv"], "no.tsv: no such file"),
        ([*GOOD, "--ledger", "terms.tsv"], "terms.tsv:2: one column"),
        ([*GOOD, "--select", "nonsense"], "--select: no rule 'nonsense'"),
        ([*GOOD, "--ignore", "name-drift,omision"], "--ignore: no rule 'omision' (nearest: omission)"),
        ([*GOOD, "--select", "omission", "--ignore", "omission"], "no rule is left"),
        ([*GOOD, "--fail-on", "never"], "'never'"),
        ([*GOOD, "--format", "pdf"], "'pdf'"),
        ([*GOOD, "--baseline", "no.json"], "no.json: no such file (--write-baseline makes it)"),
        ([*GOOD, "--baseline", "old.json"], "a baseline of schema align-baseline/9"),
        ([*GOOD, "--write-baseline"], "--write-baseline: which file"),
        ([*GOOD, "--baseline", "no/such/b.json", "--write-baseline"], "cannot be written"),
        ([*GOOD, "--names", "--format", "json"], "--names prints a table"),
        ([*GOOD, "--decisions", "other.json"], "decisions of schema align/9"),
        ([*GOOD, "--engine", "encoder:labse"], "no such engine"),
        ([*GOOD, "-o", "articles"], "articles: a folder"),
        ([*GOOD, "-o", "a.json", "-o", "a.json"], "two outputs of one name"),
        ([*GOOD, "--jobs", "0"], "range x>=1"),
        (["other.json"], "other.json: an alignment file of schema align/9 (this program reads align/1)"),
        (["found.json"], "schema align-findings/1"),
        (["none.json"], "none.json: no alignment in it"),
        (["none.tmx"], "none.tmx: an empty file"),
        (["fr.tmx"], "fr.tmx: no unit in two languages (it has: fr"),
        (["fr.tmx", "--source-lang", "ko", "--target-lang", "en"], "fr.tmx: no unit in ko and en (it has: fr"),
    ]


def test_bad_input_is_one_line_and_2(here: Path) -> None:
    for args, says in bad(here):
        for more in ([], ["--exit-zero"]):
            result = run(*args, *more)
            assert result.exit_code == 2, args
            assert says in said(result), (args, said(result))
            assert said(result).strip().count("\n") == 0, (args, said(result))


def test_three_articles_are_no_pair(here: Path) -> None:
    result = run(*GOOD, WRONG[0])
    assert result.exit_code == 2
    assert result.stderr.count("an article without its other side") == 3


def test_the_others_are_reported_still(here: Path) -> None:
    put("other.json", '{"schema": "align/9"}')
    CliRunner().invoke(cli, ["pair", *WRONG, "-o", "a.json"], catch_exceptions=False)
    result = run("other.json", "a.json", "nowhere.tmx", "--exit-zero")
    assert result.exit_code == 2
    assert "date-conflict" in result.stdout
    assert result.stderr.splitlines() == [
        "align: other.json: an alignment file of schema align/9 (this program reads align/1)",
        "align: nowhere.tmx: no such file",
    ]


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


def test_warnings_leave_0(here: Path) -> None:
    put("align.toml", PAIRS + PAIRS.replace("articles", "no"))
    put("empty.en.txt", "")
    assert "align.toml:5: no file is no/*.ko.md" in run("--ignore", "date-conflict").stderr
    (here / "align.toml").unlink()
    same = run(GOOD[0], GOOD[0])
    assert "have the same text" in same.stderr
    empty = run(GOOD[0], "empty.en.txt", "--ignore", "omission")
    assert (empty.exit_code, "empty.en.txt: no text in it" in empty.stderr) == (0, True)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(here: Path) -> None:
    Path(GOOD[1]).chmod(0)
    result = run(*GOOD)
    assert result.exit_code == 2
    assert f"{GOOD[1]}: no permission to read it" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(here: Path) -> None:
    result = run(*GOOD, "-o", "/dev/full")
    assert result.exit_code == 2
    assert "/dev/full: cannot be written: no space left" in said(result)


def test_as_a_process(here: Path) -> None:
    """With main()'s own error handling and exit codes, and nothing heavy that a check does not need."""
    code = (
        "import sys; from align.cli import main\ntry:\n    main()\nfinally:\n"
        "    print(*{'lxml', 'ctranslate2', 'sentencepiece', 'scipy', 'concurrent.futures.process'} & set(sys.modules), file=sys.stderr)"
    )

    def process(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", code, *args], capture_output=True, encoding="utf-8", check=False)

    result = process("check", *WRONG)
    assert (result.returncode, result.stderr) == (1, "\n")
    assert "date-conflict" in result.stdout
    result = process("check", *WRONG, "--select", "nonsense")
    assert (result.returncode, result.stderr) == (2, "align: --select: no rule 'nonsense' (`align explain` lists all)\n\n")
    result = process("explain", "nam-drift")
    assert (result.returncode, result.stderr) == (2, "align: nam-drift: no such rule (nearest: name-drift)\n\n")


@pytest.mark.parametrize("rule", RULES)
def test_explain(rule: str) -> None:
    shown = CliRunner().invoke(cli, ["explain", rule], catch_exceptions=False).stdout
    assert shown.startswith(f"{rule} ({RULES[rule]}")
    assert "Bad:" in shown
    assert "Good:" in shown
    assert f"<!-- align: ignore {rule} reason -->" in shown


def test_explain_lists_all() -> None:
    shown = CliRunner().invoke(cli, ["explain"], catch_exceptions=False).stdout.splitlines()
    assert [line.split()[:2] for line in shown] == [[rule, severity] for rule, severity in RULES.items()]
    assert all(len(line.split(maxsplit=2)[2]) > 20 for line in shown)


def test_pairing_follows_the_project_too(here: Path) -> None:
    put("a.txt", "대표단은 지난 6일 서울에서 회의를 열었다.\n")
    put("b.txt", "The delegation held a meeting.\n")
    put("align.toml", 'source-lang = "ko-KR"\ndate = 2024-01-01\n[[pairs]]\nsource = "a.txt"\ntarget = "b.txt"\ndate = 2024-11-10\n')
    shown = CliRunner().invoke(cli, ["pair", "a.txt", "b.txt", "--to", "json"], catch_exceptions=False).stdout
    source = json.loads(shown)["source"]
    assert (source["lang"], source["date"]) == ("ko-KR", "2024-11-10")


def test_the_project_of_the_manual() -> None:
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    config = read(manual.split("```toml\n")[1].split("```")[0].encode(), "align.toml")
    assert config is not None
    assert config.pairs[0].target == "articles/**/*.en.md"
    assert config.silence[0].reason
