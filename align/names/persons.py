"""Where a text names a person whom nothing on the other side renders: a word before or behind a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from align.engine.evidence.words import common
from align.engine.lexicon import SHIPPED, Side, shipped
from align.lang import language
from align.lang.base.names.hearing import Hearing
from align.names.links import Link
from align.names.texts import Texts, Word


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
        behind = words[k + 1].text if k + 1 < len(words) and words[k + 1].start - word.end == 1 else ""
        before = words[k - 1].text if k and word.start - words[k - 1].end == 1 else ""
        person = hearing.is_titled(word.text, before, behind)
        if person or (rare and hearing.is_noun(word.text[len(root) :]) and unheard(root, hearing.code)):
            yield word
