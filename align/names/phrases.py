"""Names of several words that are translated, not spelt: 아시아백신학회 and Asian Vaccine Society.

For each run of capitals, or quoted title, of a bead the heard words are sought that its words translate: by lexicon, sound
and gazetteer, as many of both sides' parts covered as can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.engine.lexicon import Lexicon
from align.lang.base.names.hearing import Hearing
from align.lang.base.names.spelling import Spelling
from align.names.links import Link
from align.names.texts import Texts, Word

QUOTED = re.compile(r"[\"“‘']([A-Z][^\"“”‘]{1,60}?)[.,]?[\"”’'](?!\w)")
TITLE = re.compile(r"['‘“\"《〈『「]([^'’”\"》〉』」]{1,30})['’”\"》〉』」]")
WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
LONGEST = 4
"""Heard words of a name."""
KNOWN = 0.02
"""t(e | f) from which a pair of words is a translation."""
WHOLE = 0.1
"""What a word more is worth in coverage: the whole name is better than a part of it that is covered a little better."""
ENOUGH = 0.5
"""Share of both sides' parts that have to be covered."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A heard name and its translation in one bead; offsets of the two documents."""

    bead: int
    heard: tuple[int, int]
    spelt: tuple[int, int]
    score: float


def phrases(
    bead: Texts, links: Sequence[Link], heard: str, spelt: str, spans: tuple[Sequence[tuple[int, int]], ...],
    lexicons: Sequence[Lexicon], hearing: Hearing,
) -> list[Phrase]:  # fmt: skip
    """The phrases of a bead, none overlapping; `spans` are the bead's segments on the heard and the other side."""
    spelling = hearing.spelling
    words = [Word(0, m.start(), m.end(), m[0]) for a, b in spans[0] for m in hearing.part.finditer(heard, a, b)]
    runs = [(a + m.start(), a + m.end()) for a, b in spans[1] for m in spelling.run.finditer(spelt[a:b])]
    runs = [(a + len(spelling.article) if spelt.startswith(spelling.article, a) else a, b) for a, b in runs]
    runs += [part for run in runs for part in _parts(run, spelt, spelling)]
    quoted = [
        (a + m.start(1), a + m.end(1))
        for a, b in spans[1]
        for m in QUOTED.finditer(spelt[a:b])
        if _titled(m[1], spelling)
    ]
    titles = [(a + m.start(1), a + m.end(1)) for a, b in spans[0] for m in TITLE.finditer(heard[a:b])]
    found = []
    known = _Known(words, spelt, lexicons, links, hearing)
    for run in [*quoted, *runs]:
        best = max(
            (Phrase(bead.bead, span, run, score) for span, score in known.candidates(run)),
            key=lambda p: (round(p.score, 3), p.heard[0] - p.heard[1]), default=None,
        )  # fmt: skip
        if best and best.score >= ENOUGH and not _people(best, links, heard) and not _plain(best, bead.tokens):
            found.append(best)
    chosen: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: -p.score - WHOLE * spelt.count(" ", *p.spelt)):
        if all(_apart(phrase.heard, o.heard) and _apart(phrase.spelt, o.spelt) for o in chosen):
            chosen.append(phrase)
    rest_b = [q for q in quoted if all(_apart(q, p.spelt) for p in chosen)]
    rest_a = [t for t in titles if all(_apart(t, p.heard) for p in chosen)]
    if len(rest_a) == len(rest_b):
        chosen += [Phrase(bead.bead, a, b, ENOUGH) for a, b in zip(rest_a, rest_b, strict=True)]
    return sorted(chosen, key=lambda p: p.spelt)


def _titled(text: str, spelling: Spelling) -> bool:
    """Whether a quotation is written as a title is: its words with capitals, but for the small ones."""
    return all(word[0].isupper() or word in spelling.untitled for word in WORD.findall(text))


def _parts(run: tuple[int, int], spelt: str, spelling: Spelling) -> list[tuple[int, int]]:
    """What stands between of, for, and … in a run, where it has such."""
    joints = [m.span() for m in spelling.joint.finditer(spelt, *run)]
    edges = [run[0], *(x for joint in joints for x in joint), run[1]]
    return list(zip(edges[::2], edges[1::2], strict=True)) if joints else []


def _people(phrase: Phrase, links: Sequence[Link], heard: str) -> bool:
    """Whether a phrase is a person with a title, whose name the links have already."""
    inside = [k for k in links if phrase.spelt[0] <= k.spelt[0] and k.spelt[1] <= phrase.spelt[1]]
    people = [k for k in inside if k.kind in ("", "person")]
    text = heard[slice(*phrase.heard)]
    if (len(inside) > 1 and " " in text) or any(k.written.startswith(text) for k in links):
        return True
    titled = bool(people) and people[-1].spelt[1] == phrase.spelt[1] and " " in text
    return titled or (len(inside) > 1 and bool(people))


def _plain(phrase: Phrase, tokens: Sequence[Word]) -> bool:
    """Whether a phrase is one ordinary word with a capital, or one that a link has."""
    inside = [t for t in tokens if phrase.spelt[0] <= t.start and t.end <= phrase.spelt[1]]
    return len(inside) < 2 and all(t.common and t.first for t in inside)


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[1] <= b[0] or b[1] <= a[0]


class _Known:
    """What the words of a bead translate, for one look-up of the lexicons a bead."""

    def __init__(
        self, words: Sequence[Word], spelt: str, lexicons: Sequence[Lexicon], links: Sequence[Link], hearing: Hearing
    ) -> None:
        self.words, self.spelt, self.links, self.lexicons = words, spelt, links, lexicons
        self.spelling = hearing.spelling
        self.roots = [hearing.stem(w.text) for w in words]
        self.parts = [list(hearing.tokens(root)) for root in self.roots]
        self.nouns = [(ending, self.spelling.stem(noun)) for ending, noun in hearing.nouns.items()]

    def candidates(self, run: tuple[int, int]) -> Iterator[tuple[tuple[int, int], float]]:
        """The heard spans with how well each is covered by, and covers, a run."""
        parts = [m for m in WORD.finditer(self.spelt, *run) if m[0].lower() not in self.spelling.small]
        if not parts:
            return
        stems = [self.spelling.stem(m[0].lower()) for m in parts]
        table: dict[tuple[str, str], float] = {}
        tokens = sorted({token for own in self.parts for _, token in own})
        for lexicon in self.lexicons:
            i, j, forward, backward = lexicon.pairs(tokens, sorted(set(stems)))
            order = sorted(set(stems))
            for a, b, t, u in zip(i, j, forward, backward, strict=True):
                if max(t, u) >= KNOWN:
                    table[tokens[a], order[b]] = max(t, u)
        for first in range(len(self.words)):
            covered: set[int] = set()
            syllables = hit = 0
            for last in range(first, min(len(self.words), first + LONGEST)):
                word, root = self.words[last], self.roots[last]
                mine: set[int] = set()
                for n, (part, token) in enumerate(zip(parts, stems, strict=True)):
                    for k, own in self.parts[last]:
                        if (own, token) in table:
                            covered.add(n)
                            mine |= set(range(k, k + len(own)))
                    for link in self.links:
                        if root.startswith(link.written) and link.spelt[0] <= part.start() < link.spelt[1]:
                            covered.add(n)
                            mine |= set(range(len(link.written)))
                    ending = next((e for e, noun in self.nouns if noun == token and root.endswith(e)), "")
                    if ending and len(root) > len(ending):
                        covered.add(n)
                        mine |= set(range(len(root) - len(ending), len(root)))
                    if part[0].lower() in word.text.lower():
                        covered.add(n)
                        mine |= set(range(len(root)))
                syllables += len(root)
                hit += len({k for k in mine if k < len(root)})
                a, b = hit / syllables, len(covered) / len(parts)
                if first == last and hit < syllables and len(covered) == len(parts) - 1 and self._begins(word):
                    yield (
                        (word.start, word.start + len(root)),
                        ENOUGH,
                    )  # what is left of the word is what is left of the run
                if a and b:
                    end = max(
                        [
                            word.start + len(root),
                            *(k.heard[1] for k in self.links if word.start <= k.heard[0] < word.end),
                        ]
                    )
                    yield (self.words[first].start, end), 2 * a * b / (a + b)

    def _begins(self, word: Word) -> bool:
        """Whether a linked name begins a word and a noun follows."""
        return any(link.heard[0] == word.start and len(link.tail) > 1 for link in self.links)
