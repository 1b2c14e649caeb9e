"""`align check` on bad and odd input: one clear line and 2, and the others are reported still."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from align.cli import cli
from tests.cli.project import BAD, GOOD, KO, PAIRS, WRONG, put, run, said


def test_standard_input(here: Path) -> None:
    result = run("-", WRONG[1], "--source-lang", "ko", data=KO.encode())
    assert result.exit_code == 1


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
        ([*GOOD, "--engine", "encoder:labse"], "labse: no such model"),
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


def test_three_articles_are_in_three_languages(here: Path) -> None:
    result = run(*GOOD, WRONG[0])
    assert result.exit_code == 2
    assert said(result).splitlines() == [
        "align: articles/bad.ko.md: good.ko.md and bad.ko.md are both in ko (give each translation in a language of its own)"
    ]


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


def test_warnings_leave_0(here: Path) -> None:
    put("align.toml", PAIRS + PAIRS.replace("articles", "no"))
    put("empty.en.txt", "")
    assert "align.toml:5: no file is no/*.ko.md" in run("--ignore", "date-conflict").stderr
    (here / "align.toml").unlink()
    same = run(GOOD[0], GOOD[0])
    assert "have the same text" in same.stderr
    empty = run(GOOD[0], "empty.en.txt", "--ignore", "omission")
    assert (empty.exit_code, "empty.en.txt: no text in it" in empty.stderr) == (0, True)


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
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
    assert (result.returncode, result.stderr) == (
        2,
        "align: --select: no rule 'nonsense' (`align explain` lists all)\n\n",
    )
    result = process("explain", "nam-drift")
    assert (result.returncode, result.stderr) == (2, "align: nam-drift: no such rule (nearest: name-drift)\n\n")
