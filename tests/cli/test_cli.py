"""Commands as users run them: results, warnings, and one clear line with exit code 2 for each bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import cli
from align.errors import AlignError
from tests.conftest import ROOT

DEMO = ROOT / "corpora" / "demo"
KO, EN = str(DEMO / "treaty.ko.txt"), str(DEMO / "treaty.en.txt")
GOLD = (DEMO / "treaty.gold").read_text(encoding="utf-8")


def run(*args: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(args), input=data, standalone_mode=False)


def process(*args: str, data: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """As a process of its own, with main()'s error handling."""
    code = "from align.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        input=data,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **env},
        check=False,
    )


def test_demo_pair_as_its_gold() -> None:
    assert run("pair", KO, EN, "--to", "beads").stdout == GOLD


def test_a_table_into_a_pipe() -> None:
    lines = run("pair", KO, EN).stdout.splitlines()
    assert lines[0].startswith("source\ttarget\tconfidence")
    assert len(lines) == 1 + len(GOLD.splitlines())


def test_several_outputs(tmp_path: Path) -> None:
    names = "a.tmx a.json a.tsv a.xlf a.xlf2 a.beads a.html".split()
    result = run("pair", KO, EN, *(arg for name in names for arg in ("-o", str(tmp_path / name))))
    assert result.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    data = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert data["source"]["date"] == "2025-03-20"
    assert data["source"]["lang"] == "ko"


def test_same_bytes(tmp_path: Path) -> None:
    for name in ("a.tmx", "b.tmx"):
        run("pair", KO, EN, "-o", str(tmp_path / name), "--created", "20250320T000000Z", "--tmx-lang", "ko-KR,en-US")
    first = (tmp_path / "a.tmx").read_bytes()
    assert first == (tmp_path / "b.tmx").read_bytes()
    assert b'creationdate="20250320T000000Z"' in first
    assert b'<tuv xml:lang="ko-KR">' in first


def test_standard_input_and_output(tmp_path: Path) -> None:
    result = run("pair", "-", EN, "--source-lang", "ko", "--to", "beads", "-o", "-", data=Path(KO).read_bytes())
    assert result.stdout == GOLD


def test_lines(tmp_path: Path) -> None:
    (tmp_path / "a.ko").write_bytes("첫째 줄.\r\n\r\n셋째 줄. 같은 줄.\n".encode())
    (tmp_path / "a.en").write_text("First line.\n\nThird line. The same line.\n", encoding="utf-8")
    result = run("pair", str(tmp_path / "a.ko"), str(tmp_path / "a.en"), "--lines", "--to", "beads")
    beads = result.stdout.splitlines()
    assert "[1]:[]" in beads
    assert "[]:[1]" in beads
    assert len(beads) == 4


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        (KO, "", "no text"),
        (KO, Path(EN).read_text(encoding="utf-8").replace("Arctic", "Arc\0tic"), "control character"),
        (KO, Path(KO).read_text(encoding="utf-8"), "same text"),
        (EN, Path(KO).read_text(encoding="utf-8"), "swapped"),
    ],
)
def test_warnings_and_exit_code_0(left: str, right: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(right, encoding="utf-8")
    result = process(
        "pair", left, str(tmp_path / "b.txt"), "--source-lang", "ko", "--target-lang", "en", "--to", "beads"
    )
    assert result.returncode == 0
    assert says in result.stderr.decode()


def test_unrelated_articles_are_warned_about(tmp_path: Path) -> None:
    other = str(ROOT / "corpora" / "news" / "d05" / "en.txt")
    assert "hardly match" not in process("pair", KO, EN, "--to", "beads").stderr.decode()
    result = process("pair", KO, other, "--to", "beads")
    assert result.returncode == 0
    assert "hardly match" in result.stderr.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [("가나다 " * 1_250_000, "a line of 5,000,000 characters"), ("단어\n" * 30_000, "hardly match")],
)
def test_huge_files(content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "huge.ko.txt").write_text(content, encoding="utf-8")
    result = process("pair", str(tmp_path / "huge.ko.txt"), EN, "-o", str(tmp_path / "a.tmx"))
    assert result.returncode == 0
    assert says in result.stderr.decode()
    assert (tmp_path / "a.tmx").stat().st_size > 0


def bad(tmp_path: Path) -> list[tuple[list[str], str]]:
    (tmp_path / "broken.txt").write_bytes(b"a\n\xff\xff\x81")
    (tmp_path / "terms.tsv").write_text("조약\ttreaty\n비준\n", encoding="utf-8")
    (tmp_path / "lexicon.npz").write_bytes(b"PK nothing")
    (tmp_path / "none.docx").write_bytes(b"nothing")
    folder, broken = str(tmp_path), str(tmp_path / "broken.txt")
    return [
        (["pair", KO, "nowhere.txt"], "nowhere.txt: no such file"),
        (["pair", KO, folder], "a folder"),
        (["pair", KO, broken], "broken.txt:2: neither UTF-8 nor CP949"),
        (["pair", KO, str(tmp_path / "none.docx")], "Word file"),
        (["pair", "-", "-"], "both sides"),
        (["pair", KO], "Missing argument"),
        (["pair", KO, EN, "--date", "yesterday"], "write it as 2024-11-05"),
        (["pair", KO, EN, "-o", "a.doc"], "names no format"),
        (["pair", KO, EN, "-o", folder, "--to", "tmx"], "a folder"),
        (["pair", KO, EN, "-o", str(tmp_path / "no" / "a.tmx")], "cannot be written"),
        (["pair", KO, EN, "--engine", "encoder:labse"], "labse: no such model"),
        (["pair", KO, EN, "--lexicon", str(tmp_path / "lexicon.npz")], "not a lexicon"),
        (["pair", KO, EN, "--glossary", str(tmp_path / "terms.tsv")], "terms.tsv:2: one column"),
        (["pair", KO, EN, "--tmx-lang", "ko"], "pair of language tags"),
        (["pair", KO, EN, "--created", "now"], "YYYYMMDD"),
        (["evaluate", folder], "no gold here"),
        (["evaluate", "nowhere"], "no such folder"),
        (["evaluate", KO], "not a folder"),
        (["train", "-o", str(tmp_path / "x.npz")], "nothing to learn"),
        (["train", broken, "-o", str(tmp_path / "x.npz")], "broken.txt:2"),
        (["train", KO, "-o", str(tmp_path / "x.npz")], "no line with columns"),
        (["nothing"], "No such command"),
        (["pair", "--nothing"], "No such option"),
        (["pair", KO, EN, "--source-lang", "??"], "no language tag"),
        (["train", KO, "--target-lang", "??", "-o", str(tmp_path / "x.npz")], "no language tag"),
    ]


def test_bad_input_is_one_line_and_2(tmp_path: Path) -> None:
    for args, says in bad(tmp_path):
        result = process(*args)
        message = result.stderr.decode()
        assert result.returncode == 2, (args, message)
        assert says in message, (args, message)
        assert "Traceback" not in message, (args, message)
        assert message.startswith("align: "), (args, message)
        assert message.count("\n") == 1, (args, message)


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "a.txt").chmod(0)
    assert "no permission" in process("pair", KO, str(tmp_path / "a.txt")).stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    result = process("pair", KO, EN, "-o", "/dev/full", "--to", "tmx")
    assert result.returncode == 2
    assert "/dev/full: cannot be written: no space left" in result.stderr.decode()


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from align.files import save

    path = tmp_path / "a.tmx"
    path.write_text("old")

    def fails(out: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(AlignError, match="no space left"):
        save(str(path), fails)
    assert path.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "cp437", "latin-1"])
def test_a_console_of_another_encoding(encoding: str) -> None:
    result = process("pair", KO, EN, "--to", "view", PYTHONIOENCODING=encoding, PYTHONUTF8="0", COLUMNS="80")
    assert result.returncode == 0
    assert "협약" in result.stdout.decode("utf-8")


def test_no_file_name_reaches_a_shell(tmp_path: Path) -> None:
    path = tmp_path / "$(touch hacked) ; 한글 '.ko.txt"
    path.write_bytes(Path(KO).read_bytes())
    assert run("pair", str(path), EN, "--to", "beads").stdout == GOLD
    assert not list(tmp_path.glob("hacked"))


def test_evaluate() -> None:
    result = run("evaluate", str(ROOT / "corpora" / "news"), "--json")
    figures = json.loads(result.stdout)
    assert figures["folders"][0]["strict_f1"] > 0.95
    assert figures["folders"][0]["boundary_f1"]["ko"] > 0.98
    assert len(figures["reliability"]) == 10


@pytest.mark.parametrize(("bar", "code"), [("0.5", 0), ("1.01", 1)])
def test_evaluate_has_a_bar(bar: str, code: int) -> None:
    assert process("evaluate", str(DEMO.parent / "news" / "d02"), "--lines", "--min-f1", bar).returncode == code


def test_train_then_align(tmp_path: Path) -> None:
    pairs = [
        ("조약을 비준했다", "ratified the treaty"),
        ("조약을 서명했다", "signed the treaty"),
        ("법안을 비준했다", "ratified the bill"),
    ] * 4
    (tmp_path / "a.tsv").write_text("ko\ten\n" + "".join(f"{a}\t{b}\n" for a, b in pairs), encoding="utf-8")
    (tmp_path / "d.tsv").write_text("줄이다\treduce|cut\n", encoding="utf-8")
    for name in ("one.npz", "two.npz"):
        process(
            "train",
            str(tmp_path / "a.tsv"),
            "--dictionary",
            str(tmp_path / "d.tsv"),
            "--name",
            "x",
            "-o",
            str(tmp_path / name),
        )
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    result = run("pair", KO, EN, "--lexicon", str(tmp_path / "one.npz"), "--to", "json")
    assert "lexicon x" in result.stdout


def test_train_reads_its_own_memory(tmp_path: Path) -> None:
    run("pair", KO, EN, "-o", str(tmp_path / "a.tmx"))
    result = run("train", str(tmp_path / "a.tmx"), "-o", str(tmp_path / "a.npz"))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.npz").stat().st_size > 1000


def test_train_reads_moses_files(tmp_path: Path) -> None:
    (tmp_path / "a.ko").write_text("조약 비준\n조약 서명\n" * 3, encoding="utf-8")
    (tmp_path / "a.en").write_text("treaty ratified\ntreaty signed\n" * 3, encoding="utf-8")
    assert run("train", str(tmp_path / "a.en"), str(tmp_path / "a.ko"), "-o", str(tmp_path / "a.npz")).exit_code == 0
    (tmp_path / "a.en").write_text("one line\n", encoding="utf-8")
    assert (
        "line by line"
        in process("train", str(tmp_path / "a.ko"), str(tmp_path / "a.en"), "-o", "x.npz").stderr.decode()
    )
