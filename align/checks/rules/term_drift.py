"""One term of the source rendered in two ways.

What it does: It looks where that can be told without a glossary: a thing with its own mark (a 25-ton truck, the
25-ton lorry), or a body by another generic word than its name has (the board, the committee).

Why it matters: Two words read as two things.

Known limits: Any other term needs a glossary, with which term-conflict finds it.

Bad:  12인승 버스가 … 버스는 …  |  a 12-seat bus … the 12-seat wagon …
Good: 12인승 버스가 … 버스는 …  |  a 12-seat bus … the vehicle …
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang.base.names.entries import BODIES
from align.model import Document, Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="warning",
    place=42,
    mqm="Terminology/Inconsistent use of terminology",
    planted=("term_inconsistent",),
    since="0.1.0",
)
MARKED = re.compile(r"(?<![\w-])(\w*\d[\w.,]*-[\w-]+)\s+([a-z]{3,})(?![\w-])")
"""A modifier with a figure in it, and the noun behind."""
HEADS = frozenset(
    "board committee commission agency ministry council court bureau office party bank service administration authority "
    "institute union association federation corporation department assembly parliament panel".split()
)
"""Generic words that stand for a body once it is named."""
THE = re.compile(rf"\b[Tt]he ({'|'.join(sorted(HEADS))})\b(?!['’-])")


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each noun that takes the place of the usual one."""
    if article.names is None or article.names.heard != "source":
        return
    yield from _marked(article)
    yield from _headed(article)


def _marked(article: Article) -> Iterator[Finding]:
    """Nouns behind a mark that has another noun behind it everywhere else, where that noun is nowhere in the bead."""
    target = article.alignment.target
    found = [
        (number, m[1], m[2], m.span(1)[0], m.end(2))
        for number, bead in enumerate(article.alignment.beads)
        for j in bead.target
        if bead.source
        for m in MARKED.finditer(target.text, target.segments[j].start, target.segments[j].end)
    ]
    for number, mark, noun, start, end in found:
        nouns = Counter(other for n, own, other, *_ in found if own == mark and n != number)
        if not nouns or noun in nouns or _has(target, article.alignment.beads[number].target, nouns):
            continue
        usual, times = nouns.most_common(1)[0]
        earlier = all(number <= n for n, own, *_ in found if own == mark)
        if _once(target, noun) and not (earlier and times == 1):
            yield finding(
                article,
                RULE,
                "warning",
                f"{mark} {noun}, which is {mark} {usual} elsewhere",
                number,
                None,
                (start, end),
                sure=0.7,
                expected=f"{mark} {usual}",
                value=f"{mark} {usual}",
            )


def _headed(article: Article) -> Iterator[Finding]:
    """Generic words for a body whose name has another one, and the article uses that."""
    names, alignment = article.names, article.alignment
    assert names is not None
    for texts, left in zip(names.texts, names.unrendered, strict=True):
        bodies = [spot.entry for spot in texts.heard if spot.entry.kind in BODIES]
        lost = [name for name in left if name.kind in BODIES]
        if len(lost) != 1 or len(bodies) != 1:
            continue
        heads = {word.lower() for form in lost[0].known for word in form.split()} & HEADS
        for j in alignment.beads[texts.bead].target:
            segment = alignment.target.segments[j]
            for m in THE.finditer(alignment.target.text, segment.start, segment.end):
                noun = m[1]
                if noun in HEADS - heads and heads and _once(alignment.target, noun):
                    usual = sorted(heads)[0]
                    yield finding(
                        article,
                        RULE,
                        "warning",
                        f"{noun} for {lost[0].name}, which is a {usual}",
                        texts.bead,
                        (lost[0].start, lost[0].end),
                        m.span(1),
                        sure=0.7,
                        expected=usual,
                        value=lost[0].name,
                    )


def _has(document: Document, indices: Sequence[int], nouns: Counter[str]) -> bool:
    text = " ".join(document.text[document.segments[j].start : document.segments[j].end] for j in indices)
    return any(re.search(rf"\b{noun}s?\b", text) for noun in nouns)


def _once(document: Document, noun: str) -> bool:
    """Whether a noun is nowhere else in the text."""
    return len(re.findall(rf"\b{noun}s?\b", document.text, re.IGNORECASE)) == 1
