"""Names of several words that are translated, not spelt: 아시아백신학회 and Asian Vaccine Society.

For each run of capitals, or quoted title, of a bead the Korean words are sought that its words translate: by lexicon, sound
and gazetteer, as many of both sides' parts covered as can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.engine.lexicon import Lexicon
from align.lang.en.tokens import stem as english
from align.lang.ko.tokens import stem as korean
from align.names.links import Link
from align.names.texts import Texts, Word

DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
CAPITAL = r"[A-ZÀ-Þ][\w&'’.-]*\w"
RUN = re.compile(
    rf"(?:[A-Z]\.(?:[A-Z]\.)+ )?(?:No\. \d+ |\d+(?:st|nd|rd|th) )?(?:{CAPITAL}|[A-Z])"
    rf"(?: (?:(?:of|for|and|the|on(?! (?:{DAYS}))) )*(?:{CAPITAL}|\d{{1,4}}\b))*"
)
"""Words with capitals, and the small words between them."""
JOINT = re.compile(r"(?: (?:of|for|and|the|on))+ ")
QUOTED = re.compile(r"[\"“‘']([A-Z][^\"“”‘]{1,60}?)[.,]?[\"”’'](?!\w)")
TITLE = re.compile(r"['‘“\"《〈『「]([^'’”\"》〉』」]{1,30})['’”\"》〉』」]")
WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
HANGUL = re.compile("[가-힣A-Za-z0-9]+")
SMALL = frozenset("of for on and the in de no st nd rd th".split())
GENERIC = {
    "대": "university", "고법": "court", "지법": "court", "지검": "prosecutors", "역": "station", "도": "island", "천": "stream",
    "산": "mount", "강": "river", "호": "lake", "항": "port", "교": "bridge", "로": "street", "사": "temple", "궁": "palace",
    "문": "gate", "루": "pavilion", "섬": "island", "읍": "town", "면": "township", "리": "village", "함": "ship",
}  # fmt: skip
"""What the last syllables of a name say, which no lexicon has as words."""
LONGEST = 4
"""Korean words of a name."""
KNOWN = 0.02
"""t(e | f) from which a pair of words is a translation."""
WHOLE = 0.1
"""What a word more is worth in coverage: the whole name is better than a part of it that is covered a little better."""
ENOUGH = 0.5
"""Share of both sides' parts that have to be covered."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A Korean name and its translation in one bead; offsets of the two documents."""

    bead: int
    hangul: tuple[int, int]
    latin: tuple[int, int]
    score: float


def phrases(
    bead: Texts, links: Sequence[Link], hangul: str, latin: str, spans: tuple[Sequence[tuple[int, int]], ...],
    lexicons: Sequence[Lexicon],
) -> list[Phrase]:  # fmt: skip
    """The phrases of a bead, none overlapping; `spans` are the bead's segments on the Korean and the Latin side."""
    words = [Word(0, m.start(), m.end(), m[0]) for a, b in spans[0] for m in HANGUL.finditer(hangul, a, b)]
    runs = [(a + m.start(), a + m.end()) for a, b in spans[1] for m in RUN.finditer(latin[a:b])]
    runs = [(a + 4 if latin.startswith("The ", a) else a, b) for a, b in runs]
    runs += [part for run in runs for part in _parts(run, latin)]
    quoted = [(a + m.start(1), a + m.end(1)) for a, b in spans[1] for m in QUOTED.finditer(latin[a:b]) if _titled(m[1])]
    titles = [(a + m.start(1), a + m.end(1)) for a, b in spans[0] for m in TITLE.finditer(hangul[a:b])]
    found = []
    known = _Known(words, latin, lexicons, links)
    for run in [*quoted, *runs]:
        best = max(
            (Phrase(bead.bead, span, run, score) for span, score in known.candidates(run)),
            key=lambda p: (round(p.score, 3), p.hangul[0] - p.hangul[1]), default=None,
        )  # fmt: skip
        if best and best.score >= ENOUGH and not _people(best, links, hangul) and not _plain(best, bead.tokens):
            found.append(best)
    chosen: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: -p.score - WHOLE * latin.count(" ", *p.latin)):
        if all(_apart(phrase.hangul, o.hangul) and _apart(phrase.latin, o.latin) for o in chosen):
            chosen.append(phrase)
    rest_b = [q for q in quoted if all(_apart(q, p.latin) for p in chosen)]
    rest_a = [t for t in titles if all(_apart(t, p.hangul) for p in chosen)]
    if len(rest_a) == len(rest_b):
        chosen += [Phrase(bead.bead, a, b, ENOUGH) for a, b in zip(rest_a, rest_b, strict=True)]
    return sorted(chosen, key=lambda p: p.latin)


def _titled(text: str) -> bool:
    """Whether a quotation is written as a title is: its words with capitals, but for the small ones."""
    return all(word[0].isupper() or word in SMALL or word in ("a", "an", "to", "with") for word in WORD.findall(text))


def _parts(run: tuple[int, int], latin: str) -> list[tuple[int, int]]:
    """What stands between of, for, and … in a run, where it has such."""
    joints = [m.span() for m in JOINT.finditer(latin, *run)]
    edges = [run[0], *(x for joint in joints for x in joint), run[1]]
    return list(zip(edges[::2], edges[1::2], strict=True)) if joints else []


def _people(phrase: Phrase, links: Sequence[Link], hangul: str) -> bool:
    """Whether a phrase is a person with a title, whose name the links have already."""
    inside = [k for k in links if phrase.latin[0] <= k.latin[0] and k.latin[1] <= phrase.latin[1]]
    spelt = [k for k in inside if k.kind in ("", "person")]
    text = hangul[slice(*phrase.hangul)]
    if (len(inside) > 1 and " " in text) or any(k.written.startswith(text) for k in links):
        return True
    titled = bool(spelt) and spelt[-1].latin[1] == phrase.latin[1] and " " in text
    return titled or (len(inside) > 1 and bool(spelt))


def _plain(phrase: Phrase, tokens: Sequence[Word]) -> bool:
    """Whether a phrase is one ordinary word with a capital, or one that a link has."""
    inside = [t for t in tokens if phrase.latin[0] <= t.start and t.end <= phrase.latin[1]]
    return len(inside) < 2 and all(t.common and t.first for t in inside)


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[1] <= b[0] or b[1] <= a[0]


class _Known:
    """What the words of a bead translate, for one look-up of the lexicons a bead."""

    def __init__(self, words: Sequence[Word], latin: str, lexicons: Sequence[Lexicon], links: Sequence[Link]) -> None:
        self.words, self.latin, self.links, self.lexicons = words, latin, links, lexicons
        self.roots = [korean(w.text) for w in words]
        self.pairs = [[(k, root[k : k + 2]) for k in range(max(1, len(root) - 1))] for root in self.roots]

    def candidates(self, run: tuple[int, int]) -> Iterator[tuple[tuple[int, int], float]]:
        """The Korean spans with how well each is covered by, and covers, a run."""
        parts = [m for m in WORD.finditer(self.latin, *run) if m[0].lower() not in SMALL]
        if not parts:
            return
        stems = [english(m[0].lower()) for m in parts]
        table: dict[tuple[str, str], float] = {}
        tokens = sorted({pair for pairs in self.pairs for _, pair in pairs})
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
                    for k, pair in self.pairs[last]:
                        if (pair, token) in table:
                            covered.add(n)
                            mine |= {k, k + 1}
                    for link in self.links:
                        if root.startswith(link.written) and link.latin[0] <= part.start() < link.latin[1]:
                            covered.add(n)
                            mine |= set(range(len(link.written)))
                    ending = next((e for e, noun in GENERIC.items() if english(noun) == token and root.endswith(e)), "")
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
                            *(k.hangul[1] for k in self.links if word.start <= k.hangul[0] < word.end),
                        ]
                    )
                    yield (self.words[first].start, end), 2 * a * b / (a + b)

    def _begins(self, word: Word) -> bool:
        """Whether a linked name begins a word and a noun follows."""
        return any(link.hangul[0] == word.start and len(link.tail) > 1 for link in self.links)
