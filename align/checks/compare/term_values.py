"""What the search for terms passes on: where a term stands, phrases of the target, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass

from align.checks.compare.renderings import Word


@dataclass(frozen=True, slots=True)
class Spot:
    """A term at words `[first, last)` of a source segment."""

    bead: int
    segment: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of target words that may name one thing."""

    words: tuple[Word, ...]
    own: tuple[float, ...]
    """How surely the term renders each, in nats."""
    before: str
    """The word before the phrase, "" for none."""
    whole: bool
    """No noun follows but one that renders what follows the term, so that its last word says what it is."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the target."""
        return self.words[0].start, self.words[-1].end

    @property
    def tokens(self) -> frozenset[str]:
        """The tokens of all its words."""
        return frozenset(token for word in self.words for token in word.tokens)

    def part(self, first: int, last: int) -> Phrase:
        """Its words `[first, last)`."""
        before = self.words[first - 1].text if first else self.before
        whole = self.whole and last == len(self.words)
        return Phrase(self.words[first:last], self.own[first:last], before, whole)


@dataclass(frozen=True, slots=True)
class Drift:
    """A term rendered otherwise than elsewhere; spans of the two documents."""

    bead: int
    source: tuple[int, int]
    target: tuple[int, int]
    usual: str
