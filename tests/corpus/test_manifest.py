"""Manifests: what is read, and what is said of wrong lines."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.corpus.listing import Pair
from align.corpus.manifest import read
from align.errors import FormatError

HEAD = "source\ttarget\tdate\tid\tdesk\n"
ROWS = (
    # label, name, text, pairs
    ("tsv", "m.tsv", f"{HEAD}a.ko\ta.en\t2024-11-05\t7\tpolitics\n", [Pair("a.ko", "a.en", "2024-11-05", "7", (("desk", "politics"),), "m.tsv:2")]),
    ("no cells at the end", "m.tsv", f"{HEAD}a.ko\ta.en\n", [Pair("a.ko", "a.en", where="m.tsv:2")]),
    ("BOM and CRLF", "m.tsv", "\ufeffsource\ttarget\r\na.ko\ta.en\r\n", [Pair("a.ko", "a.en", where="m.tsv:2")]),
    ("quotation marks", "m.tsv", f'{HEAD}a.ko\ta.en\t\t\t"나" 말했다\n', [Pair("a.ko", "a.en", meta=(("desk", '"나" 말했다'),), where="m.tsv:2")]),
    ("blank lines", "m.tsv", "\nsource\ttarget\n\na.ko\ta.en\n\n", [Pair("a.ko", "a.en", where="m.tsv:4")]),
    ("another order, capitals", "m.tsv", "Target\tSource\na.en\ta.ko\n", [Pair("a.ko", "a.en", where="m.tsv:2")]),
    ("from its folder", "x/m.tsv", "source\ttarget\nko/a\t../a\n", [Pair("x/ko/a", "x/../a", where="x/m.tsv:2")]),
    ("absolute", "x/m.tsv", "source\ttarget\n/a\t/b\n", [Pair("/a", "/b", where="x/m.tsv:2")]),
    ("jsonl", "m.jsonl", '{"source":"a.ko","target":"a.en","date":"2024-11-05","id":7,"meta":{"desk":"x"},"n":1.5,"e":null}\n', [Pair("a.ko", "a.en", "2024-11-05", "7", (("n", "1.5"), ("desk", "x")), "m.jsonl:1")]),
)  # fmt: skip
WRONG = (
    # label, name, line, what is said of it
    ("no target", "m.tsv", "a.ko", "no target"),
    ("an empty path", "m.tsv", "\ta.en", "no source"),
    ("a date", "m.tsv", "a.ko\ta.en\t5.11.2024", "'5.11.2024' is no date"),
    ("no such day", "m.tsv", "a.ko\ta.en\t2024-02-30", "is no date"),
    ("NUL", "m.tsv", "a\0.ko\ta.en", "NUL"),
    ("too many cells", "m.tsv", "a.ko\ta.en\t\t\tx\ty", "6 columns, the header has 5"),
    ("broken JSON", "m.jsonl", '{"source": ', "not JSON"),
    ("a list", "m.jsonl", "[1]", "not an object"),
    ("a number for a path", "m.jsonl", '{"source": 3, "target": "a"}', "source is no text"),
    ("a list for an id", "m.jsonl", '{"source": "a", "target": "b", "id": []}', "id is a list"),
    ("meta", "m.jsonl", '{"source": "a", "target": "b", "meta": 3}', "meta is no object"),
    ("half a character", "m.jsonl", '{"source": "\\ud800", "target": "b"}', "half a character"),
    ("deep", "m.jsonl", "[" * 100_000, "not JSON"),
)  # fmt: skip


@pytest.mark.parametrize(("label", "name", "text", "pairs"), ROWS, ids=[row[0] for row in ROWS])
def test_read(label: str, name: str, text: str, pairs: list[Pair]) -> None:
    found = read(text.encode(), name)
    assert list(found.pairs) == pairs
    assert not found.errors
    assert not found.notes


@pytest.mark.parametrize(("label", "name", "line", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_line_stops_no_other(label: str, name: str, line: str, said: str) -> None:
    good = "good.ko\tgood.en" if name.endswith("tsv") else '{"source": "good.ko", "target": "good.en"}'
    head = HEAD if name.endswith("tsv") else ""
    found = read(f"{head}{line}\n{good}\n".encode(), name)
    assert [pair.source for pair in found.pairs] == ["good.ko"]
    (error,) = found.errors
    assert error.startswith(f"{name}:{1 + bool(head)}: ")
    assert said in error


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"), (b"\n \n", "empty"), (b"a\tb\n", "m.tsv:1: no column source and no column target"), (b"source\nx\n", "no column target"),
        (b"source\ttarget\tsource\n", "two columns source"), (b"source\ttarget\n\xff\n", "m.tsv:2: not UTF-8"), (b"source\ttarget\n", "no article pairs"),
    ],
)  # fmt: skip
def test_no_manifest(data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read(data, "m.tsv")


def test_an_id_that_comes_twice() -> None:
    found = read(f"{HEAD}a\tb\t\t7\nc\td\t\t7\n".encode(), "m.tsv")
    assert len(found.pairs) == 2
    assert found.notes == ("m.tsv:3: the id 7 is that of m.tsv:2 too",)


WORDS = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=8)
    .map(str.strip)
    .filter(bool)
)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5))
def test_both_kinds_say_the_same(rows: list[tuple[str, str, str]]) -> None:
    rows = [tuple(word.replace("/", "_").lstrip(".") or "x" for word in row) for row in rows]
    tsv = "".join(f"{a}\t{b}\t{c}\n" for a, b, c in [("source", "target", "desk"), *rows])
    jsonl = "".join(json.dumps({"source": a, "target": b, "desk": c}) + "\n" for a, b, c in rows)
    one, other = read(tsv.encode(), "m.tsv"), read(jsonl.encode(), "m.jsonl")
    assert [(p.source, p.target, p.meta) for p in one.pairs] == [(p.source, p.target, p.meta) for p in other.pairs]
    assert not one.errors
    assert not other.errors


@given(st.binary(max_size=200), st.sampled_from(["m.tsv", "m.jsonl"]))
def test_any_bytes(data: bytes, name: str) -> None:
    with contextlib.suppress(FormatError):
        read(data, name)
