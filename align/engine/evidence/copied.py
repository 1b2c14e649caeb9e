"""Text that stands on both sides as it is: a sentence left in the source's language, a title, a quoted line of code."""

from __future__ import annotations

from collections.abc import Sequence, Set

from align.lang.base.tokens import WORD

WORDS = 4
"""In a row that two languages do not share by chance."""


def shared(source: Sequence[str], target: Sequence[str]) -> tuple[list[list[str]], list[list[str]]]:
    """The runs of WORDS words that two documents' segments share, in lower case, as the terms of a channel: no name has a space.

    >>> shared(["It is A launched platform."], ["Here it is: a launched one.", "3 + 4"])
    ([['it is a launched']], [['it is a launched'], []])
    """
    left, right = _words(source), _words(target)
    both = {word for words in left for word in words} & {word for words in right for word in words}
    left, right = ([_runs(words, both) for words in side] for side in (left, right))
    both = {run for some in left for run in some} & {run for some in right for run in some}
    a, b = ([[run for run in some if run in both] for some in side] for side in (left, right))
    return a, b


def _words(texts: Sequence[str]) -> list[list[str]]:
    return [[match[0].lower() for match in WORD.finditer(text)] for text in texts]


def _runs(words: Sequence[str], both: Set[str]) -> list[str]:
    """Those of words that both documents have."""
    known = [word in both for word in words]
    return [" ".join(words[k : k + WORDS]) for k in range(len(words) - WORDS + 1) if all(known[k : k + WORDS])]
