"""A document cut into segments: paragraphs first, then the sentences of each by its language's rules."""

from __future__ import annotations

from dataclasses import replace

from align.lang import language
from align.lang.base.paragraphs import paragraphs
from align.model import Document, Segment


def segment(document: Document, lines: bool = False) -> Document:
    """`document` with its segments, in text order; every character but white space is in exactly one.

    With `lines` each line is a segment and a paragraph of its own, cut at LF only; a final newline adds nothing and an
    empty line is an empty segment.
    """
    return replace(document, segments=tuple(_lines(document.text) if lines else _sentences(document)))


def _lines(text: str) -> list[Segment]:
    found: list[Segment] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.append(Segment(start, end, len(found)))
        start = end + 1
    return found


def _sentences(document: Document) -> list[Segment]:
    segments = language(document.lang).segments
    found: list[Segment] = []
    for number, (start, end) in enumerate(paragraphs(document.text)):
        paragraph = document.text[start:end]
        spans = segments(paragraph, document.lang)
        found += [Segment(start + a, start + b, number) for a, b in spans]
    return found
