"""Broken input, streams that are closed or full, outputs over inputs, and faults of our own: one clear line and exit code 2.

Exit code 1 says "findings": nothing that could not run may end with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from align.errors import FormatError
from align.files import json_value
from align.formats.json import read
from tests.cli.project import BAD, EN, GOOD, KO, PAIRS, WRONG, align, put, run, said
from tests.conftest import ROOT, linked, posix
from tests.lang.test_dates import PIECES

DEMO = ROOT / "corpora" / "demo"
SOURCE, TARGET = str(DEMO / "treaty.ko.txt"), str(DEMO / "treaty.en.txt")
LONG = "9" * 5000
MAIN = [sys.executable, "-c", "from align.cli import main; main()"]


def process(*args: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, with its standard streams as they are given."""
    streams = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "check": False,
    } | streams
    return subprocess.run([*MAIN, *args], **streams)  # type: ignore[call-overload, no-any-return]


def one_line(done: subprocess.CompletedProcess[bytes], says: str) -> None:
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (2, 1), told
    assert told.startswith("align: ")
    assert says in told


# a file of alignments


def alignment() -> dict[str, object]:
    side = {
        "name": "a",
        "lang": "ko",
        "text": "가다.",
        "segments": [{"start": 0, "end": 3, "paragraph": 0}],
        "map": [[0, 0]],
        "lines": [0],
    }
    bead = {"source": [0], "target": [0], "confidence": 0.5, "moved": False}
    return {
        "schema": "align/1",
        "source": side,
        "target": {**side, "lang": "en", "text": "Go."},
        "beads": [bead],
        "signature": "",
    }


def test_a_sound_file_is_read() -> None:
    (found,) = read(json.dumps(alignment()).encode(), "a.json")
    assert found.beads[0].confidence == 0.5


WRONG_VALUES = ["0", [], {}, None, -1, 1.5, True, 10**30, "x"]


@pytest.mark.parametrize("value", WRONG_VALUES, ids=map(repr, WRONG_VALUES))
@pytest.mark.parametrize(
    "path",
    [
        ("source",), ("target", "text"), ("source", "name"), ("source", "lang"), ("source", "segments"), ("source", "segments", 0),
        ("source", "segments", 0, "start"), ("target", "segments", 0, "end"), ("source", "map"), ("source", "map", 0), ("target", "lines"),
        ("beads",), ("beads", 0), ("beads", 0, "source"), ("beads", 0, "target", 0), ("beads", 0, "confidence"), ("schema",),
    ],
    ids=lambda path: "/".join(map(str, path)),
)  # fmt: skip
def test_a_wrong_value_anywhere_in_an_alignment_file(path: tuple[str | int, ...], value: object) -> None:
    whole = alignment()
    place: object = whole
    for step in path[:-1]:
        place = place[step]  # type: ignore[index]
    place[path[-1]] = value  # type: ignore[index]
    if (path[-1] in ("name", "lang") and isinstance(value, str)) or (path[-1] == "confidence" and value is True):
        return  # which is no fault
    with pytest.raises(FormatError):
        read(json.dumps(whole).encode(), "a.json")


@pytest.mark.parametrize(
    "text",
    [
        "Infinity",
        "-Infinity",
        "NaN",
        LONG,
        f'{{"schema": {LONG}}}',
        "[" * 100_000,
        '"\\ud800"',
        '["\\uDFFF\\uD83D"]',
        "{",
        "",
        "\ufeff",
    ],
    ids=lambda text: text[:12],
)
def test_json_that_is_none(text: str) -> None:
    with pytest.raises(FormatError):
        json_value(text.encode(), "a.json", "a file")


def test_json_with_whole_characters() -> None:
    assert json_value(b'["\\ud83d\\ude00", "\\\\ud800"]', "a.json", "a file") == ["\U0001f600", "\\ud800"]


def test_units_with_half_a_character(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put("a.jsonl", '{"source": "가", "target": "a"}\n{"source": "\\ud800", "target": "b"}\n')
    tags = "--source-lang", "ko", "--target-lang", "en"
    assert "a.jsonl:2: no unit" in said(align("tm", "add", "a.tm", "a.jsonl", *tags))


@pytest.mark.parametrize("encoding", ["rot13", "hex", "base64", "undefined", "zlib", "nonsense"])
@pytest.mark.parametrize("command", [["check"], ["tm", "add", "a.tm"], ["train", "-o", "a.npz"]], ids=" ".join)
def test_a_memory_in_no_encoding_of_text(
    encoding: str, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put("a.tmx", f'<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4"/>\n')
    done = align(*command, "a.tmx")
    assert done.exit_code == 2
    assert "a.tmx:1: an unknown encoding" in said(done)


@pytest.mark.parametrize("encoding", ["undefined", "rot13", "idna", "utf-7", "punycode"])
def test_a_page_in_no_encoding_of_text(encoding: str, tmp_path: Path) -> None:
    """A browser takes no notice of it, and so do we."""
    (tmp_path / "a.html").write_text(f'<meta charset="{encoding}"><p>We agreed +2AA- on 3 days.</p>', encoding="utf-8")
    assert align("pair", SOURCE, str(tmp_path / "a.html")).exit_code == 0


@pytest.mark.parametrize(
    "mark",
    ["<![foo[", "<![foo[ x ]]>", "<![", "<![CDATA[ x ]]>", "<![if !IE]> x <![endif]>", "<!foo[", "<!DOCTYPE [", "<!"],
)
def test_a_mark_that_is_none(mark: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<p>One day.</p>{mark}<p>Two days.</p>", encoding="utf-8")
    done = align("pair", SOURCE, str(tmp_path / "a.html"), "--to", "tsv")
    assert done.exit_code == 0
    assert "One day." in done.stdout


@pytest.mark.parametrize("number", [LONG, f"0x{'f' * 5000}"], ids=["decimal", "hexadecimal"])
@pytest.mark.parametrize("key", ["a", "date", "source-lang"])
def test_a_number_of_thousands_of_digits_in_the_configuration(key: str, number: str, here: Path) -> None:
    put("align.toml", f'engine = "lexical"\n{key} = {number}\n')
    result = run(*GOOD)
    assert result.exit_code == 2
    assert said(result).startswith("align.toml:2: ")


def test_a_number_of_thousands_of_digits_in_front_matter(here: Path) -> None:
    put(GOOD[1], f"+++\ndate = 0x{'f' * 5000}\n+++\n{EN}")
    assert run(*GOOD, "--date", "2024-11-07").exit_code == 0


# days


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    "published", [date.min, date(1, 1, 31), date(1, 12, 31), date(9999, 1, 1), date(9999, 11, 30), date.max]
)
def test_the_ends_of_the_calendar(published: date, lang: str) -> None:
    from align.lang import language
    from align.lang.dates.leaning import resolved

    words = [
        *PIECES[lang],
        *"일주일 전|열흘 뒤|3주 전|다음 세기|한 달 뒤|그제|모레|2 weeks ago|10 years later|next century|tomorrow|the day after".split(
            "|"
        ),
    ]
    texts = [f"{a}{b}{c}" for a in words for b in words for c in ("", "Monday", " 뒤")]
    for text in texts:
        mentions = list(language(lang).part("dates").dates(text, published))
        for mention in (m for some in resolved([mentions, mentions], published) for m in some):
            for first, end in mention.value.spans:  # type: ignore[union-attr]
                assert date.min <= date.fromordinal(first) <= date.fromordinal(end - 1) <= date.max


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_an_article_of_the_last_day(day: str, here: Path) -> None:
    put("a.ko.txt", "대표단은 수요일 서울에 왔다. 다음 날 회의를 열었고 다음 달에 다시 온다. 전날에는 쉬었다.\n")
    put(
        "a.en.txt",
        "The delegation came on Wednesday. They met the following day and come back next month. They rested the day before.\n",
    )
    assert run("a.ko.txt", "a.en.txt", "--date", day).exit_code in (0, 1)


# standard streams


def closed(stream: int) -> Callable[[], None]:
    return lambda: os.close(stream)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "args", [["pair", SOURCE, TARGET], ["pair", SOURCE, TARGET, "--to", "view"], ["check", SOURCE, TARGET], ["--help"], ["explain", "omission"]],
    ids=lambda args: " ".join(args[:1] + args[3:]),
)  # fmt: skip
def test_standard_output_is_full(args: list[str]) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        one_line(process(*args, stdout=full), "standard output: ")


@posix
@pytest.mark.parametrize(
    "args",
    [["pair", SOURCE, TARGET], ["check", SOURCE, TARGET], ["explain", "omission"], ["--version"]],
    ids=lambda args: args[0],
)
def test_standard_output_is_closed(args: list[str]) -> None:
    one_line(process(*args, stdout=None, preexec_fn=closed(1)), "standard output: ")


@posix
def test_what_writes_files_needs_no_standard_streams(tmp_path: Path) -> None:
    def every() -> None:
        for stream in (0, 1, 2):
            os.close(stream)

    out = tmp_path / "a.beads"
    assert (
        process(
            "pair", SOURCE, TARGET, "-o", str(out), stdin=None, stdout=None, stderr=None, preexec_fn=every
        ).returncode
        == 0
    )
    assert out.read_text() == (DEMO / "treaty.gold").read_text()


@posix
@pytest.mark.parametrize("args", [["pair", "-", TARGET], ["check", SOURCE, "-"]], ids=lambda args: args[0])
def test_standard_input_is_closed(args: list[str]) -> None:
    one_line(process(*args, stdin=None, preexec_fn=closed(0)), "standard input: is closed")


# names that are no text


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode there")
def test_a_file_name_in_another_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = [os.fsdecode("기사".encode("cp949")) + end for end in (".ko.txt", ".en.txt")]
    put(names[0], KO)
    put(names[1], BAD)
    for to in "tsv tmx json xlf xlf2 html".split():
        assert align("pair", *names, "--to", to).exit_code == 0, to
    for to in "text json sarif junit github html".split():
        assert run(*names, "--format", to).exit_code == 1, to
    assert run(*names, "--baseline", "b.json", "--write-baseline").exit_code == 0
    assert run(*names, "--baseline", "b.json").exit_code == 0  # and so the names are known again


# outputs over inputs


@pytest.mark.parametrize("link", ["", "symbolic", "hard", "other way"])
@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize(
    "command", [["pair", "--to", "tsv"], ["check"], ["check", "--names"], ["check", "--format", "json"]], ids=" ".join
)
def test_no_article_is_overwritten(command: list[str], side: int, link: str, here: Path) -> None:
    output = WRONG[side]
    if link == "symbolic":
        linked(here / "out.txt", Path(output))
    elif link == "hard":
        os.link(output, "out.txt")
    name = "out.txt" if link in ("symbolic", "hard") else f"articles/../{output}" if link else output
    result = align(*command, *WRONG, "-o", name)
    assert result.exit_code == 2
    assert "is an input too" in said(result)
    assert Path(output).read_text(encoding="utf-8") == (KO, BAD)[side]
    assert sorted(p.name for p in here.iterdir() if p.suffix != ".txt") == [".git", "articles"]


def inputs(here: Path) -> list[list[str]]:
    """Every command that writes a file, told to write it over something that it reads."""
    put("align.toml", PAIRS)
    put("t.tsv", "회의\tmeeting\n대표단\tdelegation\n" * 3)
    put("d.json", "[]")
    put("b.json", '{"schema": "align-baseline/1", "findings": []}')
    align("pair", *GOOD, "-o", "a.json", "-o", "a.tmx", "-o", "a.xlf")
    align("tm", "add", "a.tm", "a.tmx")
    (here / "t.npz").write_bytes((ROOT / "seeds" / "ko-en/lexicon.npz").read_bytes())
    put("m.tsv", f"source\ttarget\n{GOOD[0]}\t{GOOD[1]}\n")
    return [
        ["pair", *GOOD, "--glossary", "t.tsv", "-o", "t.tsv"],
        ["pair", *GOOD, "--lexicon", "t.npz", "-o", "t.npz", "--to", "tsv"],
        ["pair", *GOOD, "--decisions", "d.json", "-o", "d.json"],
        ["pair", *GOOD, "-o", "align.toml", "--to", "tsv"],
        ["check", "a.json", "-o", "a.json"],
        ["check", "a.xlf", "a.tmx", "-o", "a.tmx"],
        ["check", "-o", WRONG[1]],
        ["check", WRONG[0], "-o", WRONG[1]],
        ["check", "-o", "align.toml"],
        ["check", "--glossary", "t.tsv", "-o", "t.tsv"],
        ["check", "--baseline", "b.json", "-o", "b.json"],
        ["check", "--ledger", "t.tsv", "-o", "t.tsv"],
        ["check", "--names", "--ledger", "t.tsv", "-o", "t.tsv"],
        ["build", "articles", "-o", WRONG[1], "--to", "tsv"],
        ["build", "m.tsv", "-o", "m.tsv"],
        ["build", "articles", "--glossary", "t.tsv", "-o", "t.tsv"],
        ["tm", "export", "a.tm", "-o", "a.tm", "--to", "tsv"],
        ["train", "t.tsv", "-o", "t.tsv"],
        ["train", "t.tsv:1,2", "-o", "t.tsv"],
        ["train", "a.tmx", "--dictionary", "t.tsv", "-o", "t.tsv"],
    ]


def test_no_input_is_overwritten(here: Path) -> None:
    for args in inputs(here):
        before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
        result = align(*args)
        assert (result.exit_code, "is an input too" in said(result)) == (2, True), (args, said(result))
        after = {path: path.read_bytes() for path in here.rglob("*") if path.is_file() and path.suffix != ".lock"}
        assert after == {path: data for path, data in before.items() if path.suffix != ".lock"}, args


def test_an_output_that_was_there_is_replaced(here: Path) -> None:
    for _ in range(2):
        assert align("pair", *GOOD, "-o", "a.tsv").exit_code == 0
        assert run(*GOOD, "-o", "report.html").exit_code == 0


# articles of no pair


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("other", ["README.en.md", "notes.txt", "articles/c.ko.md"])
def test_of_two_articles_one_belongs_to_no_pair(other: str, order: int, here: Path) -> None:
    put("align.toml", PAIRS.replace("*", "b*"))
    put(other, KO)
    result = run(*[other, "articles/bad.en.md"][::order])
    assert result.exit_code == 2
    assert f"{other}: belongs to no [[pairs]] of align.toml" in result.stderr
    assert "date-conflict" in result.stdout  # the one that belongs to a pair is checked


def test_two_articles_are_a_pair_where_it_is_said_or_neither_belongs_to_one(here: Path) -> None:
    put("align.toml", PAIRS)
    put("draft.en.txt", BAD)
    put("draft.ko.txt", KO)
    assert run("draft.ko.txt", "draft.en.txt").exit_code == 1
    assert run("articles/good.ko.md", "draft.en.txt").exit_code == 2
    done = run("articles/good.ko.md", "draft.en.txt", "--pair")
    assert (done.exit_code, "Nov. 8" in done.stdout) == (1, True)
    assert run("articles/good.ko.md", "-", data=BAD.encode()).exit_code == 1


# faults of our own


FAULT = "import align.articles\ndef fails(*_, **__): raise KeyError('a\\nb')\nalign.articles.segment = fails\nfrom align.cli import main; main()"


@pytest.mark.parametrize("command", ["pair", "check"])
def test_a_fault_of_our_own_is_one_line(command: str, tmp_path: Path) -> None:
    words = [sys.executable, "-c", FAULT, command, SOURCE, TARGET]
    done = subprocess.run(words, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    one_line(done, "a fault of align-toolkit")
    assert b"ALIGN_DEBUG=1" in done.stderr
    assert b"Traceback" not in done.stderr
    done = subprocess.run(words, capture_output=True, check=False, env={**os.environ, "ALIGN_DEBUG": "1"})
    assert done.returncode == 2
    assert b"Traceback" in done.stderr
    assert b"in fails" in done.stderr


def test_a_fault_with_one_input_leaves_the_others(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import align.articles as reading

    put("align.toml", PAIRS)
    segment = reading.segment
    monkeypatch.setattr(
        reading, "segment", lambda document, lines: 1 / 0 if "good" in document.name else segment(document, lines)
    )
    result = run()
    assert result.exit_code == 2
    assert "articles/good.ko.md: a fault of align-toolkit" in result.stderr
    assert "date-conflict" in result.stdout


def test_the_pipe_was_closed() -> None:
    with subprocess.Popen([*MAIN, "pair", SOURCE, TARGET], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141
