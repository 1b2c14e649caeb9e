"""One term of the source rendered in two ways.

What it does: It follows compounds (control software) and bodies (a party, a ministry) through the article. A sentence
that has nothing of the usual rendering, and in its place another phrase of two words or more that nothing else in the
source explains, calls the thing by another name. So does another noun behind the same mark (a 25-ton truck, the 25-ton
lorry), and another generic word for a body (the board, the committee).

Why it matters: Two words read as two things.

Known limits: One word for another (a worker, an employee) is style, and quiet; where it matters, a glossary and
term-conflict find it. Translations into English alone are read so.

Bad:  분만실이 … 분만실을 …  |  the delivery room … a birthing center …
Good: 분만실이 … 분만실을 …  |  the delivery room … the room …
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from align.checks.compare.other_bodies import other_bodies
from align.checks.compare.repeated_terms import Terms
from align.checks.compare.stand_ins import stand_ins
from align.checks.compare.term_drifts import drifts
from align.checks.compare.term_values import Drift
from align.checks.context import Article
from align.checks.name_findings import mismatched
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang import language
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


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each noun that takes the place of the usual one."""
    if article.names is None or article.names.heard != "source":
        return
    found = [*_marked(article), *_headed(article)]
    yield from found
    told = [(f.target.start, f.target.end) for f in found if f.target]
    told += [miss.spelt for miss in mismatched(article)]  # name-mismatch and name-drift have these
    yield from _renamed(article, told)


def _renamed(article: Article, told: list[tuple[int, int]]) -> Iterator[Finding]:
    """Other phrases for compounds and bodies, but where something is told already or the glossary allows it."""
    terms = Terms(article)
    text = article.alignment.target.text
    allowed = {form.lower() for term in article.knowledge.terms for form in term.target}
    proper = terms.proper()
    for drift in (*other_bodies(article, terms), *drifts(terms, proper), *stand_ins(terms, proper)):
        start, end = drift.target
        if text[start:end].lower() in allowed or any(a < end and start < b for a, b in told):
            continue
        told.append(drift.target)
        yield _finding(article, drift)


def _finding(article: Article, drift: Drift) -> Finding:
    new = article.alignment.target.text[slice(*drift.target)]
    return finding(
        article,
        RULE,
        "warning",
        f"{new}, which is {drift.usual} elsewhere",
        drift.bead,
        drift.source,
        drift.target,
        sure=0.7,
        expected=drift.usual,
        value=drift.usual,
    )


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
    generic = language(alignment.target.lang).part("phrases").HEADS
    the = _the(generic)
    for texts, left in zip(names.texts, names.unrendered, strict=True):
        bodies = [spot.entry for spot in texts.heard if spot.entry.kind in BODIES]
        lost = [name for name in left if name.kind in BODIES]
        if len(lost) != 1 or len(bodies) != 1:
            continue
        heads = {word.lower() for form in lost[0].known for word in form.split()} & generic
        for j in alignment.beads[texts.bead].target:
            segment = alignment.target.segments[j]
            for m in the.finditer(alignment.target.text, segment.start, segment.end):
                noun = m[1]
                if noun in generic - heads and heads and _once(alignment.target, noun):
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


@cache
def _the(nouns: frozenset[str]) -> re.Pattern[str]:
    """The noun of a body with its article."""
    return re.compile(rf"\b[Tt]he ({'|'.join(sorted(nouns))})\b(?!['’-])")


def _has(document: Document, indices: Sequence[int], nouns: Counter[str]) -> bool:
    text = " ".join(document.text[document.segments[j].start : document.segments[j].end] for j in indices)
    return any(re.search(rf"\b{noun}s?\b", text) for noun in nouns)


def _once(document: Document, noun: str) -> bool:
    """Whether a noun is nowhere else in the text."""
    return len(re.findall(rf"\b{noun}s?\b", document.text, re.IGNORECASE)) == 1
