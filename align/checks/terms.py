"""Where a text has a term of the glossary: Korean with its particles, English whatever its endings, others by their beginnings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from align.lang.en.tokens import stem
from align.lang.ko.tokens import SUFFIXES
from align.lang.other.tokens import UNSPACED

Span = tuple[int, int]
NOUN = sorted((s for s in SUFFIXES if s[0] not in "하한할했함합해된될되됐됩시"), key=len, reverse=True)
"""What follows a noun; an ending of 하다 makes it a verb, which is translated freely."""
LINKS = "라 라도 라서 이라도 이라서 조차 밖에 뿐 뿐만 만큼 씩 들만 들이나 들로 들에 들에서 들까지 대로 께서는 에게는 에게도 와의 과의 로의 으로의 에서의 까지의".split()
"""More of them."""
HANGUL = re.compile("[가-힣]")
SPACED = 4
"""Syllables from which a Korean term may be written with spaces inside: 금융 통화 위원회."""
WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
SMALL = frozenset("a an the".split())


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def spans(text: str, term: str, lang: str) -> list[Span]:
    """Where `text` has `term`, in order; `lang` is that of both.

    >>> spans("관세와 관세청", "관세", "ko"), spans("They ratified the treaties.", "treaty", "en")
    ([(0, 2)], [(18, 26)])
    """
    if not (term := " ".join(term.split())):
        return []
    if HANGUL.search(term):
        return [match.span("term") for match in _hangul(term).finditer(text)]
    if UNSPACED.search(term):
        return [match.span() for match in re.finditer(re.escape(term), text)]
    return _words(text, term, stem if lang.replace("_", "-").split("-")[0].lower() == "en" else _beginning)


@lru_cache(maxsize=10_000)
def _hangul(term: str) -> re.Pattern[str]:
    letters = [re.escape(c) for c in term if not c.isspace()]
    inner = r"\s?".join(letters) if len(letters) >= SPACED else r"\s?".join(re.escape(part) for part in term.split())
    before = "(?<![가-힣])" if HANGUL.match(term) else r"(?<!\w)"
    after = "|".join(sorted({*NOUN, *LINKS}, key=len, reverse=True)) if HANGUL.match(term[-1]) else "[가-힣]+"
    return re.compile(rf"{before}(?P<term>{inner})(?:{after})?(?![\w])")


def _words(text: str, term: str, root: Callable[[str], str]) -> list[Span]:
    """The runs of words that `term` is, written apart, together or with hyphens; a term in capitals only in capitals."""
    own = tuple(w for w in _cut(term) if w.text.lower() not in SMALL) or _cut(term)
    asked = [_root(w.text, root) for w in own]
    joined = root("".join(w.text for w in own).lower())
    words = _cut(text)
    found = []
    for k, word in enumerate(words):
        run = words[k : k + len(asked)]
        if [_root(w.text, root) for w in run] == asked or len(asked) > 1 and _root(word.text, root) == joined and (run := (word,)):
            found.append((word.start, run[-1].end))
        elif len(asked) == 1 and k + 1 < len(words) and text[word.end : words[k + 1].start] in (" ", "-") and (
            root((word.text + words[k + 1].text).lower()) == joined
        ):  # fmt: skip
            found.append((word.start, words[k + 1].end))
    return found


@lru_cache(maxsize=2_000)
def _cut(text: str) -> tuple[_Word, ...]:
    return tuple(_Word(*m.span(), m[0]) for m in WORD.finditer(text))


def _root(word: str, root: Callable[[str], str]) -> str:
    """What a word is compared by; IT and it are two words."""
    return word if len(word) > 1 and word.isupper() else root(word.lower())


def _beginning(word: str) -> str:
    """A word of another language without what may be its ending."""
    return word[: max(4, len(word) - 3)]


def outside(found: Sequence[Span], covers: Sequence[Span]) -> list[Span]:
    """The spans that lie in none of `covers`, which are longer."""
    return [(a, b) for a, b in found if not any(c <= a and b <= d and (c, d) != (a, b) for c, d in covers)]
