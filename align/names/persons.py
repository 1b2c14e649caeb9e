"""Where a text names a person whom nothing on the other side renders: a word before or behind a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from align.engine.evidence.words import common
from align.engine.lexicon import SHIPPED, Side, shipped
from align.lang import language
from align.lang.base.names.hearing import Hearing
from align.lang.base.names.spelling import Spelling
from align.names.links import Link
from align.names.texts import Texts, Word

WORDED = 0.12
"""Geometric mean of t(word | part) and t(part | word) from which a part of a heard word is an ordinary word."""
NEAR = 3
"""Words from a name to its title: 파월 미 연준 의장."""


@cache
def _vocabularies(lang: str) -> tuple[Side, ...]:
    """What the shipped lexicons have of a language."""
    known = [lexicon for name in SHIPPED if (lexicon := shipped(name)) is not None]
    sides = [side for k in known for side in ((k.source_lang, k.source), (k.target_lang, k.target))]
    return tuple(side for code, side in sides if code == lang)


@lru_cache(maxsize=50_000)
def unheard(word: str, lang: str) -> bool:
    """Whether the shipped lexicons hardly know a word: a name, perhaps."""
    return not common(language(lang).tokens(word), _vocabularies(lang))


@cache
def _ordinary(spelling: Spelling) -> list[str]:
    """The words that a language writes in lower case, as the lexicons have them."""
    return sorted({spelling.stem(word) for word in spelling.ordinary()})


@lru_cache(maxsize=10_000)
def worded(root: str, hearing: Hearing) -> bool:
    """Whether the shipped lexicons translate each part of a heard word by a word that is no name."""
    parts = sorted({token for _, token in hearing.tokens(root)})
    found: set[int] = set()
    for lexicon in (k for name in SHIPPED if (k := shipped(name)) is not None):
        if hearing.code in (lexicon.source_lang, lexicon.target_lang):
            own = lexicon if lexicon.source_lang == hearing.code else lexicon.reversed()
            i, _, forward, backward = own.pairs(parts, _ordinary(hearing.spelling))
            found |= {int(k) for k, t, u in zip(i, forward, backward, strict=True) if t * u >= WORDED**2}
    return len(found) == len(parts)


def unrendered_persons(texts: Texts, links: Sequence[Link], hearing: Hearing, rare: bool) -> Iterator[Word]:
    """The heard words of a bead that no link or gazetteer entry has and that may be names.

    They stand beside a title or, with `rare`, are nouns that no lexicon knows, as most names are. A second mention of a name that
    the bead renders once may be a pronoun there.
    """
    rendered = [link.name for link in links]
    taken = [link.heard for link in links] + [(s.start, s.end) for s in texts.heard]
    words = texts.words
    for k, word in enumerate(words):
        root = hearing.stem(word.text)
        if len(root) < 2 or hearing.is_title(word.text) or any(a < word.end and word.start < b for a, b in taken):
            continue
        if any(name.endswith(root) or root.startswith(name) for name in rendered):
            continue
        person = titled(words, k, hearing)
        if person or (rare and hearing.is_noun(root, word.text[len(root) :]) and unheard(root, hearing.code)):
            yield word


def addressed(family: str, word: Word, behind: Sequence[Word], hearing: Hearing) -> bool:
    """Whether a word is a family name with a title, which one-syllable words are not by chance: 마씨, 편 사령관."""
    rest = word.text[len(family) :]
    titled = bool(behind) and behind[0].start - word.end == 1 and hearing.is_title(behind[0].text)
    return hearing.is_honorific(rest) if rest else titled


def titled(words: Sequence[Word], k: int, hearing: Hearing) -> bool:
    """Whether the words beside word `k` tell that it names a person."""
    behind = []
    for last, word in pairwise(words[k : k + 1 + NEAR]):
        if word.start - last.end != 1:
            break
        behind.append(word.text)
    before = words[k - 1].text if k and words[k].start - words[k - 1].end == 1 else ""
    return hearing.is_titled(words[k].text, before, behind)
