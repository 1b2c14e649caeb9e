"""Broken input, made at random from the pieces that readers and recognisers look for; and what has to hold of whatever they make of it.

A case is its number and nothing else, so that a failure is named by one, and a long run goes on where it stopped.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from datetime import date

from align.errors import AlignError
from align.formats import FORMATS, jsonl, tmx
from align.formats.options import Options
from align.lang import language
from align.lang.segmenting import segment
from align.model import Document
from align.readers import read
from align.readers.positions import position

DAY = date(2024, 11, 7)
LANGS = ("ko", "en", "ja", "de")
SEEDS = {
    "txt": "회의는 2024년 11월 7일 오후 3시 서울에서 열렸다. 참가자는 1만2천명이다. “그렇다.”라고 말했다.\nThe meeting on Nov. 7, 2024, drew 12,000 people, "
    "officials said. KF-21, www.a.kr, $3.5 million, 3분의 1, not only A, B and C but also D.\n",
    "md": "---\ntitle: a\ndate: 2024-11-07\n---\n# 협약 **비준**\n\n> [협약](https://a.b/c_(d)) `코드` ![](x) <!-- a -->\n\n| a | b |\n|---|---|\n| 1 | 2 |\n```\nx\n```\n",
    "html": "<!doctype html><html lang=ko><meta charset=utf-8><title>가 &amp; 나</title><body><nav>x</nav><article><h1>가</h1>"
    "<p>나 &lt;다&gt; &#9;<br>라<!-- m --><script>s</script></article>",
    "tmx": '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="ko"/><body>\n<tu tuid="1"><prop type="x">p</prop><tuv xml:lang="ko"><seg>가 '
    '&amp; 나</seg></tuv><tuv xml:lang="en"><seg>a <ph x="1">c</ph><![CDATA[ & ]]></seg></tuv></tu>\n</body></tmx>',
    "xlf": '<?xml version="1.0"?>\n<xliff version="1.2"><file original="a" source-language="ko" target-language="en"><body><trans-unit id="1"><source>가</source>'
    '<seg-source><mrk mtype="seg" mid="1">가</mrk></seg-source><target state="new">a</target></trans-unit></body></file></xliff>',
    "json": '{"schema": "align/1", "source": {"name": "a", "lang": "ko", "text": "가다.", "segments": [{"start": 0, "end": 3, "paragraph": 0}], "map": [[0, 0]], '
    '"lines": [0]}, "target": {"name": "b", "lang": "en", "text": "Go.", "segments": [{"start": 0, "end": 3, "paragraph": 0}], "map": [[0, 0]], "lines": [0]}, '
    '"beads": [{"source": [0], "target": [0], "confidence": 0.5, "moved": false}], "signature": ""}',
    "jsonl": '{"source": "가", "target": "a", "source_lang": "ko", "target_lang": "en", "meta": {"a": "b"}}\n',
}  # fmt: skip
"""A sound file of each kind."""
ODD = (
    "\x00 \x1b[2J \u202e \ufeff \u200b \u0301\u0316 \r\n \ud7a3 &nbsp; &#x1F; &#xD83D;&#xDCD6; &amp; & < > <!-- --> <![CDATA[ ]]> <? ?> <!DOCTYPE a [ "
    "<tu> </tu> </seg> <seg> <a <b \" ' ( ) [ ] { } … ! ? . , : ; 。 、 「 」 — - 1 0 12, 3. '24. 년 월 일 억 조 1·4분기 오전 U.S. Nov. ``` ~~~ --- | [^ ![ \\ \\ud800 1e999 NaN null"
).split(" ")  # fmt: skip
ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "cp949",
    "utf-16",
    "cp1252",
    "cp932",
    "gbk",
    "iso2022_kr",
    "utf-16-le",
)


def case(number: int, kinds: tuple[str, ...] = tuple(SEEDS)) -> tuple[str, bytes]:
    """(kind, bytes) of a case."""
    chance = random.Random(number)
    kind = kinds[number % len(kinds)]
    text = SEEDS[kind]
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8, 20))):
        at, size = chance.randrange(len(text) + 1), chance.choice((0, 0, 1, 2, 8, 40))
        piece = (
            chance.choice((*ODD, chr(chance.randrange(0xD800)), text[chance.randrange(len(text) or 1) :][:20]))
            if text
            else "a"
        )
        text = text[:at] + piece * chance.choice((1, 1, 1, 2, 9)) + text[at + size :]
    data = text.encode(chance.choice(ENCODINGS), "replace")
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        if data:
            at = chance.randrange(len(data))
            data = data[:at] + bytes((chance.randrange(256),)) * chance.choice((0, 1, 2)) + data[at + 1 :]
    return kind, data


def hold(number: int, kinds: tuple[str, ...] = tuple(SEEDS)) -> None:
    """AssertionError, or whatever else than an AlignError comes, where something does not hold of a case."""
    kind, data = case(number, kinds)
    try:
        WORK[kind](data, f"a.{kind}", LANGS[number // len(kinds) % len(LANGS)])
    except AlignError as error:
        told = str(error)
        assert told.isprintable() or "\n" not in told, told
        assert len(told.splitlines()) == 1, told


def _article(data: bytes, name: str, lang: str) -> None:
    found, notes = read(data, name, lang=lang)
    assert all(len(note.splitlines()) == 1 for note in notes)
    document = segment(found)
    text = document.text
    assert not set("\r\x00") & set(text)
    assert [*document.map] == sorted(document.map)
    end = 0
    for one in document.segments:
        assert end <= one.start <= one.end <= len(text)
        assert not text[end : one.start].strip(), "every character is in a segment"
        assert position(document, one.start) >= (1, 1)
        end = one.end
    assert not text[end:].strip()
    of = language(lang)
    for own in document.texts()[:20]:
        for mention in of.mentions(own, DAY):
            assert own[mention.start : mention.end] == mention.text
        _ordered(of.clauses(own), own)
        for listing in of.lists(own):
            assert all(0 <= a <= b <= len(own) for a, b in listing.items)
        assert all(0 <= mark.start <= mark.end <= len(own) for mark in of.marks(own))
        of.tokens(own)


def _ordered(spans: list[tuple[int, int]], text: str) -> None:
    end = 0
    for a, b in spans:
        assert end <= a < b <= len(text)
        end = b


def _alignments(data: bytes, name: str, lang: str) -> None:
    del lang
    kind = name[2:]
    reader = FORMATS[kind].read
    assert reader
    for found in reader(data, name, "", ""):
        for side in ("source", "target"):
            document: Document = getattr(found, side)
            assert sorted(i for bead in found.beads for i in getattr(bead, side)) == [*range(len(document.segments))]
            assert all(0 <= s.start <= s.end <= len(document.text) for s in document.segments)


def _units(data: bytes, name: str, lang: str) -> None:
    del lang
    kept = []
    module = tmx if name.endswith("tmx") else jsonl
    try:
        kept.extend(module.units(io.BytesIO(data), name))
    finally:
        out = io.BytesIO()
        jsonl.write_units(kept, out, Options())
        assert [*jsonl.units(io.BytesIO(out.getvalue()), "b.jsonl")] == kept, "what is written is read back"
    if module is tmx:
        _alignments(data, name, "")


WORK: dict[str, Callable[[bytes, str, str], None]] = {
    "txt": _article, "md": _article, "html": _article, "tmx": _units, "xlf": _alignments, "json": _alignments, "jsonl": _units,
}  # fmt: skip


def numbers(start: int, many: int) -> Iterator[int]:
    """The numbers of cases from `start` on."""
    yield from range(start, start + many)
