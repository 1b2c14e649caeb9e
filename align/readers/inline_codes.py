"""The marks within a sentence of Markdown or HTML: `**`, `](https://a.b)`, <b>."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from align.model import Document, InlineCode, Segment


def codes(document: Document, segment: Segment) -> Iterator[InlineCode]:
    """The marks of a segment in order, `at` counted from its start; those at its borders where they belong to it.

    A mark that opens between two sentences without a space belongs to the second, any other one to the first.
    """
    k = bisect_left(document.codes, segment.start, key=attrgetter("at"))
    while k < len(document.codes) and (code := document.codes[k]).at <= segment.end:
        k += 1
        joined = document.text[code.at - 1 : code.at + 1].strip()
        inner = len(joined) == 2 and segment.start < segment.end
        if inner and (
            (code.at == segment.start and code.kind != "open") or (code.at == segment.end and code.kind == "open")
        ):
            continue
        if code.at == segment.end and code.kind == "open":
            continue
        yield code._replace(at=code.at - segment.start)
