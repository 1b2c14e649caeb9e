"""Marks of Markdown and HTML in the units of an article: as TMX's elements, in pairs, the same numbers on both sides."""

from __future__ import annotations

import io

from align.formats.options import Options
from align.formats.text import memory
from align.formats.tmx import units as read_units
from align.formats.tmx import write, write_units
from align.lang.segmenting import segment
from align.model import Alignment, Bead, Document
from align.readers import read


def _article(text: str, lang: str) -> Document:
    return segment(read(text.encode(), f"a.{lang}.md", lang=lang)[0])


def _aligned() -> Alignment:
    source = _article("# **제목** 하나 {#id}\n\n[링크](https://a.b)는 `코드`다. 둘째다.\n", "ko")
    target = _article("# Title **one** {#id}\n\nThe [link](https://a.b) is `code`. Second.\n", "en")
    return Alignment(source, target, (Bead((0,), (0,)), Bead((1, 2), (1, 2))))


def test_units_have_them_where_they_are_asked_for() -> None:
    assert not any(unit.about for unit in memory(_aligned()))
    first, second = memory(_aligned(), codes=True)
    assert [(code.at, code.kind, code.raw) for code in first.about.source.codes] == [
        (0, "alone", "# "), (0, "open", "**"), (2, "close", "**"), (5, "alone", " {#id}"),
    ]  # fmt: skip
    for unit in (first, second):
        sides = ((unit.source, unit.about.source.codes), (unit.target, unit.about.target.codes))
        names = [{(code.raw, code.id) for code in codes} for _, codes in sides]
        assert names[0] == names[1]
        assert all(0 <= code.at <= len(text) for text, codes in sides for code in codes)


def test_tmx_has_them_as_elements() -> None:
    out = io.BytesIO()
    write([_aligned()], out, Options(codes=True))
    assert '<bpt i="1"' in out.getvalue().decode()
    assert "](https://a.b)</ept>" in out.getvalue().decode()
    units = list(read_units(io.BytesIO(out.getvalue()), "a.tmx", "ko", "en", codes=True))
    assert [unit.source for unit in units] == ["제목 하나", "링크는 코드다. 둘째다."]
    assert [code.raw for code in units[0].about.target.codes] == ["# ", "**", "**", " {#id}"]


def test_without_they_are_left_out() -> None:
    plain, asked = io.BytesIO(), io.BytesIO()
    write([_aligned()], plain, Options())
    assert b"<bpt" not in plain.getvalue()
    assert b"<ph" not in plain.getvalue()
    write([_aligned()], asked, Options(codes=True))
    assert asked.getvalue() != plain.getvalue()


def test_marks_are_text_where_a_tool_reads_markdown_so() -> None:
    out = io.BytesIO()
    write_units(memory(_aligned(), codes=True), out, Options(marks=True))
    assert "<seg># **제목** 하나 {#id}</seg>" in out.getvalue().decode()
    assert "<seg>[링크](https://a.b)는 `코드`다. 둘째다.</seg>" in out.getvalue().decode()
