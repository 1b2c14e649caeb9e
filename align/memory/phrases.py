"""What is asked of a concordance search: words that must all be there, in any order; "in quotes" words that stand together.

A word of a script with spaces is found wherever a word begins with it: treat finds treaty, not mistreat. In Korean and other
scripts the spacing does not matter: 국제조약 finds 국제 조약, and 조약 stands in 국제조약을. Case does not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import is_normalized

from align.memory.terms import SPACED, TOKEN, character, fold, pair, single, word

PIECE = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')
ATOM = re.compile(rf"{TOKEN.pattern}|(?P<other>\S)")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question, taken apart."""

    words: tuple[tuple[str, ...], ...]
    """The tokens of each word or quoted phrase; one without any is left out."""
    together: re.Pattern[str]
    """All of it as one phrase."""
    apart: tuple[re.Pattern[str], ...]

    def hits(self, text: str) -> tuple[Spans, bool]:
        """Where the words stand, nothing if not all are there; and whether that is all together."""
        folded = fold(text)
        spans = [match.span() for match in self.together.finditer(folded)]
        together = bool(spans)
        if not together and len(self.apart) > 1:
            found = [[match.span() for match in pattern.finditer(folded)] for pattern in self.apart]
            spans = _merged(span for some in found for span in some) if all(found) else []
        return _unfolded(text, folded, spans), together

    def terms(self, side: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Terms that a text must have, and ranges of which it must have one term each, the narrowest first."""
        exact: set[int] = set()
        ranges: list[tuple[int, int]] = []
        for tokens in self.words:
            for k, token in enumerate(tokens):
                last = k == len(tokens) - 1
                if single(token) and not last:
                    exact.add(pair(side, token, tokens[k + 1]))
                elif single(token) and k == 0:
                    ranges.append(character(side, token))
                elif not single(token):
                    ranges += word(side, token, not last)
        exact |= {low for low, high in ranges if low == high}
        return sorted(exact), sorted({r for r in ranges if r[0] < r[1]}, key=lambda r: (r[1] - r[0], r))


def query(text: str) -> Query:
    """A question as it was typed. Without letter or digit it has no words.

    >>> query('"서명한 협정" treat').words
    (('서', '명', '한', '협', '정'), ('treat',))
    """
    folded = fold(text)
    pieces = [match[1] or match[2] or match[3] or "" for match in PIECE.finditer(folded)]
    tokens = [tuple(match[0] for match in TOKEN.finditer(piece)) for piece in pieces]
    kept = [(piece, some) for piece, some in zip(pieces, tokens, strict=True) if some]
    whole = " ".join(piece for piece, _ in kept)
    return Query(tuple(some for _, some in kept), _pattern(whole), tuple(_pattern(piece) for piece, _ in kept))


def _pattern(piece: str) -> re.Pattern[str]:
    """A piece with any space, or none, where the spacing does not matter."""
    found, before, end = "", "", 0
    for match in ATOM.finditer(piece):
        kind = match.lastgroup or ""
        if kind in ("number", "word") and before not in ("number", "word"):
            found += r"\s*" if before else ""
            found += rf"(?<!{SPACED})" if kind == "word" else r"(?<!\d)(?<!\d[.,])"
        elif before:
            found += r"\s*" if not {kind, before} <= {"number", "word"} else r"\s+" if end < match.start() else ""
        found += re.escape(match[0])
        before, end = kind, match.end()
    return re.compile(found)


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _unfolded(text: str, folded: str, spans: list[tuple[int, int]]) -> Spans:
    """Places in the folded text as places in the text."""
    if not spans or (len(folded) == len(text) and is_normalized("NFC", text)):
        return tuple(spans)
    edges = [
        len(fold(text[:k])) for k in range(len(text) + 1)
    ]  # rare: a letter that folds to two, or a decomposed text
    ends = ((start, edges[bisect_left(edges, end)]) for start, end in spans)
    return tuple((bisect_right(edges, start) - 1, bisect_right(edges, end) - 1) for start, end in ends)
