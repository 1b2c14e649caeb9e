"""Words that turn a sentence round, in Japanese and Chinese alike: tables of words, found longest first in text without spaces.

What is half a negation is told by letters: 不, 未, 無 and their like are in every word that may render one, and a word too many
there only keeps a check quiet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from align.lang.base.polarity import BOUND, HALF, MOVEMENT, NEGATION, Mark, Pairs

CLAUSE = re.compile(r"[、，,;；。：:「」“”『』（）()！？!?](?!\d{3})")
"""Where a clause ends."""
ASKED = re.compile(r"[^。！!]{0,25}(?:か。|か」|[?？吗嗎])")
"""What makes a question of a negation: it may ask for a yes."""
REACH = 18
"""Characters of a clause beside a movement in which its figure stands."""
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Words:
    """What a language knows of such words."""

    up: str
    down: str
    pairs: Pairs
    whole: str
    """Words in which a word of the tables, or a negation, says nothing: 出口 of a station, 差不多."""
    idle: str
    """Words with the letters of a negation that say none, and answer none: 必ず, 不仅, an obligation."""
    negation: str
    """Pattern of plain negations; its group `said`, else what stands beside it, is what is denied."""
    open: str
    """Pattern of all that may be a negation too."""
    halves: str
    """Pattern of what is half a negation."""
    bounds: str
    """Pattern with the groups more or less, and figure."""
    behind: bool = False
    """Whether a figure stands behind the verb that moves it."""
    anchored: int = 4
    """Characters beside a negation in which its word stands."""
    compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False)

    def marks(self, text: str) -> Iterator[Mark]:
        """The marks of a text."""
        held = [*self._spans("whole", text), *self._spans("idle", text)]
        yield from self._of_words(text, held)
        for m in self._pattern("bounds").finditer(text):
            group = "more" if m["more"] else "less"
            yield Mark(BOUND, 1 if m["more"] else -1, *m.span(group), m.span("figure"))
        plain = [m for m in self._pattern("negation").finditer(text) if not _in(m.span(), held)]
        for m in plain:
            asked = ASKED.match(text, m.end())
            yield Mark(NEGATION, 0 if asked else -1, *m.span(), m.span() if asked else self._denied(text, m))
        known = [m.span() for m in plain]
        idle = [*known, *self._spans("idle", text)]
        yield from (Mark(NEGATION, 0, *s, s) for s in self._spans("open", text) if not _in(s, idle))
        yield from (Mark(HALF, 0, *s, s) for s in self._spans("halves", text) if not _in(s, idle))

    def _denied(self, text: str, m: re.Match[str]) -> tuple[int, int]:
        """What a negation is said of: behind it, or before it where the verb stands there."""
        if self.behind:
            return m.end(), min(len(text), m.end() + self.anchored)
        return max(0, m.start() - self.anchored), max(m.start(), 1)

    def _spans(self, name: str, text: str) -> Iterator[tuple[int, int]]:
        return (m.span() for m in self._pattern(name).finditer(text))

    def _pattern(self, name: str) -> re.Pattern[str]:
        """A pattern compiled when the first text is read."""
        if name not in self.compiled:
            self.compiled[name] = re.compile(getattr(self, name))
        return self.compiled[name]

    @cached_property
    def _ways(self) -> Mapping[str, tuple[str, int]]:
        ways = {word: (MOVEMENT, way) for words, way in ((self.up, 1), (self.down, -1)) for word in words.split()}
        for dimension, both in self.pairs.items():
            ways |= {w: (dimension, way) for side, way in zip(both, (1, -1), strict=True) for w in side.split()}
        return ways

    @cached_property
    def _found(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(re.escape, self._ways), key=len, reverse=True)))

    def _of_words(self, text: str, held: Iterable[tuple[int, int]]) -> Iterator[Mark]:
        """Antonyms where they stand, and movements at the figure of their clause."""
        for m in self._found.finditer(text):
            if not _in(m.span(), held):
                dimension, way = self._ways[m[0]]
                yield Mark(dimension, way, *m.span(), self._figure(text, m) if dimension == MOVEMENT else m.span())

    def _figure(self, text: str, m: re.Match[str]) -> tuple[int, int]:
        """The part of the clause in which the figure of a movement stands: on the usual side, else on the other."""
        low = max((c.end() for c in CLAUSE.finditer(text, max(0, m.start() - REACH), m.start())), default=None)
        before = max(0, m.start() - REACH) if low is None else low, m.start()
        stop = CLAUSE.search(text, m.end(), m.end() + REACH)
        after = m.end(), stop.start() if stop else min(len(text), m.end() + REACH)
        first, second = (after, before) if self.behind else (before, after)
        return first if DIGIT.search(text, *first) or not DIGIT.search(text, *second) else second


def _in(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(low < span[1] and span[0] < high for low, high in spans)
