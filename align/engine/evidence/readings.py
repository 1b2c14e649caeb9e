"""A lexicon that nobody has to teach: words in Han characters that the other side's language reads in its own letters.

Most Korean words of Chinese origin are spelt by the Korean readings of their characters, and so 경제 stands where Japanese has 経済
and Chinese 经济. The table is made of the documents at hand: how far it is believed is told by them too, as of any lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

import numpy as np

from align.engine.evidence.ranges import starts
from align.engine.lexicon import STEPS, Lexicon, Side
from align.lang import language

Tokens = Sequence[Sequence[Sequence[str]]]
"""The tokens of each segment of each document."""

NAME = "readings"
SEEN = 10.0
"""Sightings that a word with a reading on the other side counts as."""
LIKELY = 0.9
"""t of a word and its reading: few have several here."""
PRIOR = 0.7, 10.0
"""How far it is believed before anything was read, and how many terms that counts as."""


def lexicon(source: Tokens, target: Tokens, langs: tuple[str, str]) -> Lexicon | None:
    """The words of some documents' segments that one language reads as the other writes them; None where there are none."""
    here, there = _distinct(source), _distinct(target)
    found = {
        *_read(here, there, language(langs[1]).spoken),
        *((ours, theirs) for theirs, ours in _read(there, here, language(langs[0]).spoken)),
    }
    if not found:
        return None
    pairs = sorted(found)
    ours, theirs = list(dict.fromkeys(a for a, _ in pairs)), sorted({b for _, b in pairs})
    row, column = ({word: k for k, word in enumerate(side)} for side in (ours, theirs))
    t = np.full(len(pairs), round(-STEPS * np.log(LIKELY)), dtype=np.uint8)
    return Lexicon(
        *langs,
        _side(ours),
        _side(theirs),
        starts(np.bincount([row[a] for a, _ in pairs])),
        np.array([column[b] for _, b in pairs], dtype=np.int32),
        t,
        t,
        NAME,
        PRIOR[0],
    )


def _side(words: Sequence[str]) -> Side:
    return Side.of(words, np.full(len(words), SEEN, dtype=np.float32))


def _distinct(documents: Tokens) -> dict[str, None]:
    return dict.fromkeys(token for segments in documents for tokens in segments for token in tokens)


def _read(
    written: Iterable[str], heard: Container[str], spoken: Callable[[str], Iterable[str]]
) -> Iterator[tuple[str, str]]:
    """The words of `written` that read as one of `heard`."""
    return ((word, form) for word in written for form in spoken(word) if form in heard)
