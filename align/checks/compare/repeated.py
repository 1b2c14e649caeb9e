"""Sentences that one side has twice and the other once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from align.checks.context import Article
from align.lang import language
from align.lang.base.boilerplate import boilerplate
from align.lang.base.clauses import finished
from align.model import Document

LONG, LONGER = 5, 8
"""Tokens from which a sentence is not said again by chance ("He said no." is), and where the other side has something for it."""
ALIKE = 0.6
"""Share of their tokens that two sentences have in common from which the other side says the same twice too."""


def repeated(article: Article, side: int) -> tuple[tuple[int, int, int], ...]:
    """(bead, segment, the one that it repeats) of what a side (0 the source, 1 the target) has again and the other side has not."""
    return tuple(_repeated(article, side))


def _repeated(article: Article, side: int) -> Iterator[tuple[int, int, int]]:
    alignment = article.alignment
    document, other = (alignment.source, alignment.target)[:: 1 if side == 0 else -1]
    tokens = language(document.lang).tokens
    seen: dict[str, tuple[int, int]] = {}
    for k, bead in enumerate(alignment.beads):
        for i in (bead.source, bead.target)[side]:
            text = _text(document, i)
            if not finished(text) or boilerplate(text) or len(tokens(text)) < LONG:
                continue
            first, before = seen.setdefault(" ".join(text.casefold().split()), (k, i))
            rendered = (bead.target, bead.source)[side] and len(tokens(text)) < LONGER
            if before != i and not rendered and not _both(article, other, side, first, k):
                yield k, i, before


def _both(article: Article, other: Document, side: int, first: int, second: int) -> bool:
    """Whether the other side has the same again too: the same text in both beads, or a sentence of the one anywhere near the other."""
    if first == second:
        own = (article.alignment.beads[first].target, article.alignment.beads[first].source)[side]
        texts = [" ".join(_text(other, j).casefold().split()) for j in own]
        return len(set(texts)) < len(texts)
    sides = [
        _tokens(other, (article.alignment.beads[k].target, article.alignment.beads[k].source)[side])
        for k in (first, second)
    ]
    if not all(sides):
        return False
    a, b = sides
    common = sum(min(n, b[t]) for t, n in a.items())
    return common >= ALIKE * min(sum(a.values()), sum(b.values()))


def _tokens(document: Document, segments: tuple[int, ...]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for j in segments:
        for token in language(document.lang).tokens(_text(document, j)):
            found[token] += 1
    return found


def _text(document: Document, index: int) -> str:
    segment = document.segments[index]
    return document.text[segment.start : segment.end].strip()
