"""What both sides of a bead have: names that are linked, figures that are matched, and words that render each other best."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from align.checks.compare.renderings import Renderings, Word
from align.checks.context import Article
from align.lang import language
from align.lang.base.roles import CLOSED, FIGURE, NAME, NOUN, PERSON, VERB, Known, Span
from align.model import Document, Mention
from align.names.links import Link
from align.values import Quantity

SURE = 0.5
"""Nats from which two words that are each other's best rendering are the same."""


def comparable(pairs: Sequence[tuple[Mention, Mention]]) -> list[tuple[Mention, Mention]]:
    """The pairs of figures that count the same as another figure of the bead, so that each may be the other's."""
    counted = [(a, b) for a, b in pairs if _unit(a) is not None and _unit(b) is not None]
    units = Counter(_unit(a) for a, _ in counted)
    return [(a, b) for a, b in counted if units[_unit(a)] > 1]


def _unit(mention: Mention) -> str | None:
    value = mention.value
    return value.unit if isinstance(value, Quantity) and value.role in ("", "part") else None


Named = tuple[Span, Span, Link]
"""Source and target span of a name, and its link."""


def linked(article: Article) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = {}
    if article.names:
        ours = article.names.heard == "source"
        for k, links in enumerate(article.names.links):
            found[k] = [(link.heard, link.spelt, link) if ours else (link.spelt, link.heard, link) for link in links]
    return found


def known_elsewhere(article: Article) -> tuple[dict[str, str], dict[str, str]]:
    """How persons are written on either side, in full or by a family name that only one has: form -> heard name."""
    heard: dict[str, str] = {}
    spelt: dict[str, str] = {}
    families: dict[str, set[str]] = defaultdict(set)
    for links in article.names.links if article.names else ():
        for link in links:
            if link.kind == "person" and " " in link.form:
                heard[link.name] = spelt[link.form] = link.name
                families[link.family].add(link.name)
    spelt.update({family: own.copy().pop() for family, own in families.items() if family and len(own) == 1})
    return (heard, spelt) if article.names and article.names.heard == "source" else (spelt, heard)


JOINED = "joined"


def _joined(names: Iterable[Named]) -> Iterator[Named]:
    """The names with those made one that stand side by side on both sides and are known by their sound: 조던 스피스."""
    last: Named | None = None
    for here, there, link in names:
        if (
            last
            and link.kind == ""
            and last[2].kind in ("", JOINED)
            and here[0] - last[0][1] == there[0] - last[1][1] == 1
        ):
            last = (last[0][0], here[1]), (last[1][0], there[1]), replace(last[2], kind=JOINED)
            continue
        if last:
            yield last
        last = here, there, link
    if last:
        yield last


Side = dict[Known, int]
"""A word or figure -> number of what it says, the same on both sides."""


@dataclass(frozen=True, slots=True)
class Same:
    """What both sides of a bead have."""

    sides: tuple[Side, Side]
    counted: dict[int, tuple[str, object]]
    numbers: dict[str, int]
    """Of each heard name."""

    def add(
        self,
        forms: tuple[dict[str, str], dict[str, str]],
        documents: tuple[Document, Document],
        segments: tuple[Sequence[int], Sequence[int]],
    ) -> None:
        """Take in the persons who are named here on one side, and on the other only elsewhere."""
        for side, known, document, own in zip(self.sides, forms, documents, segments, strict=True):
            for form, name in known.items():
                for s in (document.segments[i] for i in own):
                    for start in _starts(document.text, form, s.start, s.end):
                        end = start + len(form)
                        if not re.match("[a-z-]", document.text[end : end + 1]):
                            self._put(side, Known(start, end, PERSON), name)
                            break

    def _put(self, side: Side, person: Known, name: str) -> None:
        """Take a person in, in place of the plain words that he is made of; not within another name."""
        there = [k for k in side if k.start < person.end and person.start < k.end]
        if all(k.rank == 2 for k in there):
            for k in there:
                del side[k]
            side[person] = self.numbers.setdefault(name, NEW + len(self.numbers))


def shared(
    words: Renderings,
    segments: tuple[Sequence[int], Sequence[int]],
    names: Iterable[Named],
    values: Sequence[tuple[Mention, Mention]],
    documents: tuple[Document, Document],
) -> Same:
    """The names, figures and words that both sides have."""
    ours: Side = {}
    theirs: Side = {}
    numbers: dict[str, int] = {}
    for here, there, link in _joined(names):
        number = numbers.setdefault(link.name, len(numbers))
        what = PERSON if link.kind in ("person", JOINED) else NAME
        ours[Known(*here, what)] = theirs[Known(*there, what)] = number
    for side, own, document in zip((ours, theirs), segments, documents, strict=True):
        _again(side, document, own)
    count = len(numbers)
    counted: dict[int, tuple[str, object]] = {}
    for a, b in values:
        if not (_in(a, ours) or _in(b, theirs)):
            ours[Known(a.start, a.end, FIGURE)] = theirs[Known(b.start, b.end, FIGURE)] = count
            counted[count] = _unit(a) or "", a.value.point if isinstance(a.value, Quantity) else None
            count += 1
    left = [w for i in segments[0] for w in words.source[i] if not _in(w, ours)]
    right = [w for j in segments[1] for w in words.target[j] if not _in(w, theirs)]
    found: tuple[dict[Span, int], dict[Span, int]] = ({}, {})
    for x, y in _mutual(words, left, right):
        here, there = (x.start, x.end), (y.start, y.end)
        number = found[0].get(here, found[1].get(there, count))
        count += number == count
        found[0].setdefault(here, number)
        found[1].setdefault(there, number)
    used = _used(found, documents)
    for side, words_of in zip((ours, theirs), found, strict=True):
        side.update({Known(*span, used[number]): number for span, number in words_of.items() if used[number] != CLOSED})
    return Same((ours, theirs), counted, numbers)


def _again(side: Side, document: Document, segments: Sequence[int]) -> None:
    """Take in the names that are said again, where the other side has them once."""
    for known, number in list(side.items()):
        form = document.text[slice(*known.span)]
        for s in (document.segments[i] for i in segments):
            for start in _starts(document.text, form, s.start, s.end):
                other = Known(start, start + len(form), known.kind)
                if not any(k.start < other.end and start < k.end for k in side):
                    side[other] = number


def _starts(text: str, form: str, low: int, high: int) -> Iterator[int]:
    """Where a form stands at the beginning of a word; found by letters, since a pattern for each is slow to compile."""
    at = text.find(form, low, high)
    while at >= 0:
        if at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_"):
            yield at
        at = text.find(form, at + 1, high)


NEW = 1000
"""Numbers from which those are given who stand on one side alone: more than a bead has words."""


def _used(found: tuple[dict[Span, int], dict[Span, int]], documents: tuple[Document, Document]) -> dict[int, str]:
    """What each word is used as, as far as either side tells: a verb on one side does nothing on the other."""
    said: dict[int, set[str]] = defaultdict(set)
    for side, document in zip(found, documents, strict=True):
        part = language(document.lang).part("roles")
        for span, number in side.items():
            said[number].add(part.kind(document.text, span))
    return {number: next((k for k in (CLOSED, VERB, NOUN) if k in kinds), "") for number, kinds in said.items()}


def _in(word: Word | Mention, known: Side) -> bool:
    return any(k.start < word.end and word.start < k.end for k in known)


def _mutual(words: Renderings, left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Words that render each other best; a word said twice goes with each of its likes."""
    weights = {
        (a.start, b.start): w
        for a in left
        for b in right
        if (a.known and b.known) or (a.start, b.start) in words.sure
        if (w := words.weight(a, b)) >= SURE
    }
    best: tuple[dict[int, float], dict[int, float]] = (defaultdict(float), defaultdict(float))
    for (a, b), w in weights.items():
        best[0][a] = max(best[0][a], w)
        best[1][b] = max(best[1][b], w)
    starts = {w.start: w for w in left}, {w.start: w for w in right}
    for (a, b), w in weights.items():
        if w >= max(best[0][a], best[1][b]):
            yield starts[0][a], starts[1][b]
