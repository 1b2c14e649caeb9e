"""align tm as users run it."""

from __future__ import annotations

import gzip
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from align.cli.tm import COMMANDS
from align.errors import FormatError
from tests.cli.project import align, said
from tests.conftest import ROOT, linked, posix

TMX = (
    '<?xml version="1.0"?><tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" '
    'adminlang="en" srclang="ko" datatype="plaintext"/><body>\n'
    '<tu><tuv xml:lang="ko"><seg>하원이 국제조약을 비준했다.</seg></tuv><tuv xml:lang="en"><seg>The house ratified the treaty.</seg></tuv></tu>\n'
    '<tu><tuv xml:lang="ko"><seg>의장은 조약을 환영했다.</seg></tuv><tuv xml:lang="en"><seg>The speaker welcomed it.</seg></tuv></tu>\n'
    "</body></tmx>\n"
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("a.tmx").write_text(TMX, encoding="utf-8")
    assert align("tm", "add", "a.tm", "a.tmx", "--created", "no").exit_code == 0
    return "a.tm"


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command: str) -> None:
    assert align("tm", command, "--help").exit_code == 0


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["조약"], 2),
        (["국제 조약"], 1),
        (["treaty", "--target"], 1),
        (["--exact", "의장은  조약을 환영했다."], 1),
        (["--exact", "의장은 조약을"], 0),
        (["--fuzzy", "하원이 국제조약을 비준하였다."], 1),
        (["--fuzzy", "전혀 다른 문장이다."], 0),
        (["없는말"], 0),
    ],
)
def test_search(store: str, options: list[str], found: int) -> None:
    done = align("tm", "search", store, *options, "--json")
    assert done.exit_code == (0 if found else 1), done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == found
    assert all({"score", "source", "target", "document"} <= row.keys() for row in rows)


def test_search_for_people(store: str) -> None:
    done = align("tm", "search", store, "--fuzzy", "하원이 국제조약을 비준했다!")
    assert done.stdout.splitlines()[0] == "ko  하원이 국제조약을 비준했다."
    assert " %, a.tmx, confidence 1.00" in done.stdout


def test_added_twice_is_there_once(store: str) -> None:
    assert "0 units added" in align("tm", "add", store, "a.tmx").stderr
    with gzip.open("b.tmx.gz", "wb") as packed:
        packed.write(TMX.encode())
    assert "2 units added" in align("tm", "add", store, "b.tmx.gz").stderr
    told = json.loads(align("tm", "stats", store, "--json").stdout)
    assert (told["units"], told["duplicates"]) == (4, 2)


def test_what_is_exported_can_be_added(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "SOURCE_DATE_EPOCH", "1700000000"
    )  # else the two headers differ where a second passes between them
    align("tm", "export", store, "-o", "b.tmx", "-o", "b.jsonl", "-o", "b.xlf")
    for path in ("b.tmx", "b.jsonl", "b.xlf"):
        assert "2 units added" in align("tm", "add", f"{path}.tm", path, "--created", "no").stderr
    align("tm", "export", "b.jsonl.tm", "-o", "c.tmx")
    assert Path("b.tmx").read_bytes() == Path("c.tmx").read_bytes()


def test_merge(store: str) -> None:
    Path("b.jsonl").write_text(
        '{"source": "가", "target": "a", "source_lang": "ko", "target_lang": "en"}\n', encoding="utf-8"
    )
    align("tm", "add", "b.tm", "b.jsonl")
    assert "2 units added" in align("tm", "merge", "c.tm", store).stderr
    assert "1 units added" in align("tm", "merge", "c.tm", "b.tm", store).stderr
    assert json.loads(align("tm", "stats", "c.tm", "--json").stdout)["units"] == 3
    assert align("tm", "search", "c.tm", "조약").exit_code == 0
    assert "the same store" in said(align("tm", "merge", "c.tm", "c.tm"))


def test_of_a_file_that_is_cut_what_came_before_is_added(store: str) -> None:
    Path("cut.tmx").write_text(TMX[: TMX.index("환영")].replace("국제", "새"), encoding="utf-8")
    done = align("tm", "add", store, "cut.tmx")
    assert isinstance(done.exception, FormatError)
    assert "cut.tmx:3: not well-formed XML" in str(done.exception)
    assert json.loads(align("tm", "stats", store, "--json").stdout)["units"] == 3
    assert align("tm", "search", store, "새조약").exit_code == 0


def test_validate(store: str) -> None:
    assert align("tm", "validate", "a.tmx").exit_code == 0
    Path("b.tmx").write_text(TMX.replace("<seg>The speaker welcomed it.</seg>", "<seg/>"), encoding="utf-8")
    done = align("tm", "validate", "a.tmx", "b.tmx")
    assert done.exit_code == 1
    assert done.stdout == "b.tmx:3: warning: an empty segment\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search", "none.tm", "가"], "no such store"),
        (["add", "b.tm", "none.tmx"], "no such file"),
        (["add", "b.tm", "."], "a folder, not a file"),
        (["add", "b.tm", "a.doc"], "not a memory"),
        (["add", "b.tm", "a.tmx", "--source-lang", "ja"], "no unit in ja"),
        (["export", "a.tm"], "where to?"),
        (["validate", "none.tmx"], "no such file"),
        (["stats", "a.tmx"], "not a store"),
    ],
)
def test_what_cannot_be_run(store: str, arguments: list[str], told: str) -> None:
    Path("a.doc").write_bytes(b"x")
    done = align("tm", *arguments)
    assert done.exit_code == 2
    assert told in said(done)


@pytest.mark.parametrize(("options", "wanted"), [([], "<seg>굵은 말"), (["--codes"], '<seg><ph x="1"></ph>굵은 말')])
def test_inline_codes(options: list[str], wanted: str, store: str) -> None:
    Path("c.tmx").write_text(TMX.replace("의장은 조약을", '<ph x="1"/>굵은 말').replace("국제", "새"), encoding="utf-8")
    assert align("tm", "add", "c.tm", "c.tmx", *options).exit_code == 0
    done = align("tm", "search", "c.tm", "굵은 말", "--json")
    assert json.loads(done.stdout)["source"].startswith("굵은 말")  # a code is never part of a text
    assert align("tm", "export", "c.tm", "-o", "d.tmx", *options).exit_code == 0
    assert wanted in Path("d.tmx").read_text(encoding="utf-8")


def test_units_that_do_not_say_their_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stored without them they could never be delivered."""
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text('{"source": "가", "target": "a"}\n', encoding="utf-8")
    assert "do not say their languages (give --source-lang and --target-lang)" in said(
        align("tm", "add", "a.tm", "a.jsonl")
    )
    told = align("tm", "add", "b.tm", "a.jsonl", "--source-lang", "ko", "--target-lang", "en")
    assert "1 units added" in told.stderr
    assert json.loads(align("tm", "stats", "b.tm", "--json").stdout)["languages"] == {"ko en": 1}


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "socket"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["pair", "X.ko.txt", "a.en.txt"],
        ["pair", "a.ko.txt", "X"],
        ["pair", "a.ko.txt", "a.en.txt", "--glossary", "X.tsv"],
        ["check", "X.ko.txt", "a.en.txt"],
        ["tm", "add", "b.tm", "X.tmx"],
        ["tm", "add", "b.tm", "X.jsonl"],
        ["tm", "add", "X.tm", "a.tmx"],
        ["tm", "validate", "X.tmx"],
        ["tm", "search", "X.tm", "a"],
        ["tm", "verify", "X.tm"],
        ["build", "X.tsv", "-o", "b.tmx"],
        ["train", "X.tmx", "-o", "b.npz"],
    ],
    ids=" ".join,
)
def test_what_is_no_file_is_not_opened(kind: str, arguments: list[str], store: str) -> None:
    for name in ("a.ko.txt", "a.en.txt"):
        Path(name).write_text("가 a.\n", encoding="utf-8")
    words = [word.replace("X", "odd") for word in arguments]
    odd = next(word for word in words if word.startswith("odd"))
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "device":
        linked(Path(odd), Path("/dev/zero"))
    else:
        socket.socket(socket.AF_UNIX).bind(odd)
    done = align(*words)
    assert done.exit_code == 2
    assert f"{odd}: " in said(done)
    assert "not a file" in said(done)


@posix
def test_a_pipe_may_be_written_to(store: str) -> None:
    os.mkfifo("out.jsonl")
    with subprocess.Popen(["cat", "out.jsonl"], stdout=subprocess.PIPE) as reader:
        assert align("tm", "export", store, "-o", "out.jsonl").exit_code == 0
        assert reader.stdout is not None
        assert len(reader.stdout.readlines()) == 2
    assert align("tm", "export", store, "-o", "/dev/null", "--to", "tmx").exit_code == 0


@posix
def test_what_a_shell_opens_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.ko.txt").write_text("하나.\n", encoding="utf-8")
    Path("a.en.txt").write_text("One.\n", encoding="utf-8")
    command = f"cat a.ko.txt | {sys.executable} -m align pair /dev/stdin <(cat a.en.txt) --source-lang ko --target-lang en --to tsv"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@posix
@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("export a.tm -o - --to jsonl | head -c 1", 141, ""),
        ("search a.tm 조약 | head -c 0", 141, ""),
        ("export a.tm -o - --to jsonl > /dev/full", 2, "standard output: "),
        ("export a.tm -o - --to jsonl >&-", 2, "is closed"),
        ("stats a.tm > /dev/full", 2, "standard output: "),
        ("verify a.tm >&-", 0, "whole: "),
    ],
)
def test_where_the_output_goes(command: str, code: int, told: str, store: str) -> None:
    words, pipe, reader = command.partition(" | ")
    line = f"{sys.executable} -m align tm {words}{pipe}{reader}; echo ${{PIPESTATUS[0]}} >&2"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    *lines, last = done.stderr.decode().splitlines()
    assert int(last) in {code, 0 if pipe else code}
    assert len(lines) <= 1, lines
    assert told in "".join(lines)
