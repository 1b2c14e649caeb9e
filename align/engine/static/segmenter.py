"""Text cut into the pieces that a table knows, by the path of greatest probability (unigram model; Kudo 2018).

No piece is kept as a string: a table holds a 64-bit fingerprint of each, so that it opens at once whatever its size, and all
substrings of a document are looked up in a few array operations.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Match = tuple[int, int, float]
"""Size, number and log probability of a piece."""

SPACE = "▁"
"""What stands for a space before a word, as SentencePiece writes it."""
BASE = np.uint64(0x9E3779B97F4A7C15)
"""Odd multiplier of the fingerprint: the golden ratio in 64 bits (Knuth, volume 3)."""
BITS = 20
"""Of a fingerprint's upper bits which tell most substrings that are no piece, without a search."""
UNKNOWN = 10.0
"""Nats that a character costs which is no piece, above the rarest piece."""


def folded(text: str) -> str:
    """As pieces are written: compatible forms and case are one, each word has its space before it.

    >>> folded("Ｈello  World")
    '▁hello▁world'
    """
    words = unicodedata.normalize("NFKC", text).casefold().split()
    return "".join(SPACE + word for word in words)


def keys(pieces: Sequence[str]) -> Keys:
    """The fingerprint of each piece."""
    found = np.zeros(len(pieces), dtype=np.uint64)
    codes = [np.frombuffer(piece.encode("utf-32-le"), dtype="<u4").astype(np.uint64) for piece in pieces]
    sizes = np.array([len(each) for each in codes])
    for k in range(int(sizes.max(initial=0))):
        some = np.flatnonzero(sizes > k)
        found[some] = _longer(found[some], np.array([codes[i][k] for i in some], dtype=np.uint64))
    return found


def _longer(found: Keys, code: Keys) -> Keys:
    """Fingerprints with a character more."""
    mixed = (found ^ (code + np.uint64(1))) * BASE
    return mixed ^ (mixed >> np.uint64(29))


class Segmenter:
    """Cuts texts into the numbers of pieces."""

    def __init__(self, known: Keys, scores: NDArray[np.float64], longest: int) -> None:
        """`known` are the fingerprints in rising order, `scores` the log probability of each piece."""
        self.known, self.scores, self.longest = known, scores, longest
        self.likely = np.zeros(2**BITS, dtype=bool)
        self.likely[known >> np.uint64(64 - BITS)] = True
        self.unknown = float(scores.min(initial=0.0)) - UNKNOWN

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of each text's pieces; what no piece covers is left out."""
        lines = [folded(text) for text in texts]
        starts = np.cumsum([0, *map(len, lines)])
        matches = self._matches("".join(lines), starts)
        return [
            self._best(matches[start:end]) for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)
        ]

    def _matches(self, text: str, starts: Ints) -> list[list[Match]]:
        """For each place of `text` the pieces that begin there; `starts` are those of the lines in it, and its end."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
        places = np.arange(len(codes))
        room = np.repeat(starts[1:], np.diff(starts)) - places
        now = np.zeros(len(codes), dtype=np.uint64)
        found: list[list[Match]] = [[] for _ in codes]
        for size in range(1, self.longest + 1):
            inside = room >= size
            places, now, room = places[inside], now[inside], room[inside]
            if size > 1:  # a piece holds no space but at its start
                inside = codes[places + size - 1] != ord(SPACE)
                places, now, room = places[inside], now[inside], room[inside]
            now = _longer(now, codes[places + size - 1])
            some = np.flatnonzero(self.likely[now >> np.uint64(64 - BITS)])
            at = np.searchsorted(self.known, now[some])
            at = np.minimum(at, len(self.known) - 1)
            right = np.flatnonzero(self.known[at] == now[some])
            numbers = at[right]
            for i, number, score in zip(
                places[some[right]].tolist(), numbers.tolist(), self.scores[numbers].tolist(), strict=True
            ):
                found[i].append((size, number, score))
        return found

    def _best(self, matches: Sequence[Sequence[Match]]) -> list[int]:
        """The numbers on the most probable path over a line."""
        best = [0.0, *[-1e30] * len(matches)]
        last = [(1, -1)] * (len(matches) + 1)
        for i, some in enumerate(matches):
            here = best[i]
            if here + self.unknown > best[i + 1]:
                best[i + 1], last[i + 1] = here + self.unknown, (1, -1)
            for size, number, score in some:
                if here + score > best[i + size]:
                    best[i + size], last[i + size] = here + score, (size, number)
        found, i = [], len(matches)
        while i:
            size, number = last[i]
            if number >= 0:
                found.append(number)
            i -= size
        return found[::-1]
