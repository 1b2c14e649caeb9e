"""A lexicon that nobody has to teach: words in Han characters, by how a language reads them in its own letters.

Most Korean words of Chinese origin are spelt by the Korean readings of their characters, and so 경제 stands where Japanese has 経済
and Chinese 经济: two words that read alike render each other, whichever sides the three stand on. Where the other side is in another
script, what it has for the reading is looked up in the lexicon that comes with the package: economy, 경제, 経済. The table is made
of the documents at hand, and how far it is believed is told by them too, as of any lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from align.engine.evidence.ranges import starts
from align.engine.lexicon import STEPS, Lexicon, Side, of_pair, shipped
from align.lang import Language, every
from align.tags import primary

Tokens = Sequence[Sequence[Sequence[str]]]
"""The tokens of each segment of each document."""
Vocabulary = tuple[str, ...]
Forms = Mapping[str, Sequence[str]]
"""Words, and the ways in which they are read."""
Links = dict[tuple[str, str], tuple[float, float]]
"""Words of both sides, with t(target | source) and t(source | target)."""

NAME = "readings"
SEEN = 10.0
"""Sightings that a word with a counterpart on the other side counts as."""
LIKELY = 0.9
"""t of two words that read alike: few have several here."""
PRIOR = 0.7, 10.0
"""How far it is believed before anything was read, and how many terms that counts as."""


def lexicon(source: Tokens, target: Tokens, langs: tuple[str, str]) -> Lexicon | None:
    """The words of some documents' segments that render each other by their readings; None where there are none."""
    return _made(_distinct(source), _distinct(target), langs)


@lru_cache(maxsize=16)
def _made(source: Vocabulary, target: Vocabulary, langs: tuple[str, str]) -> Lexicon | None:
    """The same of two vocabularies: an article that teaches its own lexicon is looked at several times."""
    words, links = (source, target), Links()
    for reader in every():
        here, there = (_forms(some, lang, reader) for some, lang in zip(words, langs, strict=True))
        if here and there:
            links |= _alike(here, there)
        elif here and reader.code != primary(langs[0]):
            links |= {(a, b): (t[1], t[0]) for (b, a), t in _looked_up(words[1], langs[1], here, reader).items()}
        elif there and reader.code != primary(langs[1]):
            links |= _looked_up(words[0], langs[0], there, reader)
    return _lexicon(links, langs) if links else None


def _distinct(documents: Tokens) -> Vocabulary:
    return tuple(dict.fromkeys(token for segments in documents for tokens in segments for token in tokens))


def _forms(words: Vocabulary, lang: str, reader: Language) -> Forms:
    """The words that have a reading, with theirs; the reader's own language is read as it stands."""
    if primary(lang) == reader.code:
        return {word: (word,) for word in words}
    return {word: forms for word in words if (forms := tuple(reader.spoken(word)))}


def _alike(source: Forms, target: Forms) -> Links:
    """Words with a reading in common."""
    heard = _by_form(target)
    return {
        (word, other): (LIKELY, LIKELY)
        for word, forms in source.items()
        for form in forms
        for other in heard.get(form, ())
    }


def _looked_up(words: Vocabulary, lang: str, others: Forms, reader: Language) -> Links:
    """What the lexicons of `lang` and the reader know of `words` and the readings of `others`."""
    heard = _by_form(others)
    forms = list(heard)
    found: Links = {}
    for known in _known(lang, reader.code):
        for i, j, forward, backward in zip(*known.pairs(words, forms), strict=True):
            for other in heard[forms[j]]:
                before = found.get((words[i], other), (0.0, 0.0))
                found[words[i], other] = max(before[0], float(forward)), max(before[1], float(backward))
    return found


def _by_form(words: Forms) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, forms in words.items():
        for form in forms:
            found.setdefault(form, []).append(word)
    return found


def _known(source_lang: str, target_lang: str) -> Iterator[Lexicon]:
    """The lexicons of two languages that come with the package, in that direction."""
    for each in map(shipped, of_pair(source_lang, target_lang)):
        if each is not None:
            yield each if primary(each.source_lang) == primary(source_lang) else each.reversed()


def _lexicon(links: Links, langs: tuple[str, str]) -> Lexicon:
    pairs = sorted(links)
    ours, theirs = list(dict.fromkeys(a for a, _ in pairs)), sorted({b for _, b in pairs})
    row, column = ({word: k for k, word in enumerate(side)} for side in (ours, theirs))
    t = np.array([links[pair] for pair in pairs])
    forward, backward = np.clip(np.rint(-STEPS * np.log(np.maximum(t.T, 1e-30))), 0, 255).astype(np.uint8)
    return Lexicon(
        *langs,
        _side(ours),
        _side(theirs),
        starts(np.bincount([row[a] for a, _ in pairs])),
        np.array([column[b] for _, b in pairs], dtype=np.int32),
        forward,
        backward,
        NAME,
        PRIOR[0],
    )


def _side(words: Sequence[str]) -> Side:
    return Side.of(words, np.full(len(words), SEEN, dtype=np.float32))
