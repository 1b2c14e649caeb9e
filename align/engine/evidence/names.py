"""The channel of names: the same string on both sides, a word that sounds like one of the other side, near cognates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence import copied
from align.engine.evidence.channel import Channel, Floats, Links, Terms, chance, one
from align.lang import language
from align.lang.base.letters import letters
from align.model import Mention

if TYPE_CHECKING:
    from align.lang.base.names.entries import Spot
    from align.lang.base.names.hearing import Hearing

FAITH = 0.7
SAME = 0.9
"""t for one Latin string on both sides."""
KNOWN = 0.8
"""t for the two sides of an entry of the gazetteer."""
ALIKE = 0.5
"""t for two Latin words with the same beginning."""
BEGINNING = 5
"""Letters that two cognates share, inflection aside."""
OWN = 0.5
RARE = 0.002
"""P(name) in general."""
LEAST = 3.5
"""Log ratio from which a sound is evidence."""


def channel(source: Sequence[Side], target: Sequence[Side], source_lang: str, target_lang: str) -> Channel:
    """The names of each document pair's segments that have a counterpart somewhere on the other side of it."""
    a = [_spelt(side, source_lang) for side in source]
    b = [_spelt(side, target_lang) for side in target]
    words_a = [_distinct(segments) for segments in a]
    words_b = [_distinct(segments) for segments in b]
    links = [_cognates(*words) for words in zip(words_a, words_b, strict=True)]
    hearing = language(source_lang).hearing(target_lang)
    if hearing is not None:
        links = [known | heard for known, heard in zip(links, _sounds(hearing, source, target, words_b), strict=True)]
        a = [_with_words(hearing, spelt, side) for spelt, side in zip(a, source, strict=True)]
    hearing = language(target_lang).hearing(source_lang)
    if hearing is not None:
        turned = (
            {(form, word): t for (word, form), t in found.items()}
            for found in _sounds(hearing, target, source, words_a)
        )
        links = [known | other for known, other in zip(links, turned, strict=True)]
        b = [_with_words(hearing, spelt, side) for spelt, side in zip(b, target, strict=True)]
    for heard_lang, spelt_lang, ways in ((source_lang, target_lang, 1), (target_lang, source_lang, -1)):
        hearing = language(heard_lang).hearing(spelt_lang)
        if hearing is None or not hearing.searches:
            continue
        for d in range(len(source)):
            here, there = ((source[d], a[d]), (target[d], b[d]))[::ways]
            both = _entries(hearing.known, *here) & _entries(hearing.rendered, *there)
            links[d] = links[d] | {(name, name): KNOWN for name in both}
    for d, (ours, theirs) in enumerate(zip(source, target, strict=True)):
        left, right = copied.shared(ours.texts, theirs.texts)
        a[d], b[d] = (
            [[*w, *r] for w, r in zip(words, some, strict=True)] for words, some in ((a[d], left), (b[d], right))
        )
        links[d] = links[d] | {(run, run): SAME for some in left for run in some}
    return _channel(a, b, links)


def _entries(spots: Callable[[str], Sequence[Spot]], side: Side, words: Sequence[list[str]]) -> set[str]:
    """The known names of a side, which are put among the `words` of its segments."""
    found = [{f"= {spot.entry.heard[0]}" for spot in spots(text) if not spot.generic} for text in side.texts]
    for own, names in zip(words, found, strict=True):
        own += sorted(names)
    return set().union(*found)


@dataclass(frozen=True, slots=True)
class Side:
    """What names are looked for in: the texts and mentions of a document's segments."""

    texts: Sequence[str]
    mentions: Sequence[Sequence[Mention]]
    common: Callable[[str], bool] = lambda word: False
    """Whether a word is too well known to be a name that nobody has translated yet."""

    def plain(self) -> Iterator[str]:
        """The texts without addresses, in which names stand in lower case and are none the less names: kim@, #seoul."""
        for text, mentions in zip(self.texts, self.mentions, strict=True):
            spans = [(m.start, m.end) for m in mentions if m.kind == "address"]
            yield "".join(map(text.__getitem__, _outside(spans, len(text)))) if spans else text


def _outside(spans: Sequence[tuple[int, int]], end: int) -> Iterator[slice]:
    """What lies between `spans` of a text of length `end`."""
    edges = [0, *(edge for span in spans for edge in span), end]
    return (slice(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _channel(
    a: Sequence[Sequence[Sequence[str]]],
    b: Sequence[Sequence[Sequence[str]]],
    links: Sequence[dict[tuple[str, str], float]],
) -> Channel:
    """The channel of `links`, those of each document pair: what one pair has says nothing of another."""
    left = Terms.of(
        [_own(d, segments, {i for i, _ in table}) for d, (segments, table) in enumerate(zip(a, links, strict=True))]
    )
    right = Terms.of(
        [_own(d, segments, {j for _, j in table}) for d, (segments, table) in enumerate(zip(b, links, strict=True))]
    )
    row = {word: i for i, word in enumerate(left.vocabulary)}
    column = {word: j for j, word in enumerate(right.vocabulary)}
    table = {(f"{d} {i}", f"{d} {j}"): t for d, found in enumerate(links) for (i, j), t in found.items()}
    pairs = np.array([(row[i], column[j]) for i, j in table], dtype=np.int64).reshape(-1, 2).T
    t = np.array(list(table.values()), dtype=np.float64)
    return Channel(
        left, right, Links(pairs[0], pairs[1], t, t, np.zeros_like(pairs[0])),
        chance(left, left.each(_every(left, RARE)), OWN), chance(right, right.each(_every(right, RARE)), OWN),
        left.each(_every(left, FAITH)), right.each(_every(right, FAITH)),
        one(left), one(right),
    )  # fmt: skip


def _own(document: int, segments: Sequence[Sequence[str]], linked: set[str]) -> list[list[str]]:
    """The linked words of a document's segments, as the document's own."""
    return [[f"{document} {word}" for word in segment if word in linked] for segment in segments]


def _every(terms: Terms, value: float) -> Floats:
    return np.full(len(terms.vocabulary), value)


def _with_words(hearing: Hearing, spelt: Sequence[Sequence[str]], side: Side) -> list[list[str]]:
    return [[*words, *(word for _, word in hearing.words(text))] for words, text in zip(spelt, side.texts, strict=True)]


def _spelt(side: Side, lang: str) -> list[list[str]]:
    spelling = language(lang).spelling
    return [spelling.words(text, mentions) for text, mentions in zip(side.texts, side.mentions, strict=True)]


def _distinct(segments: Sequence[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(word for segment in segments for word in segment))


def _cognates(a: Sequence[str], b: Sequence[str]) -> dict[tuple[str, str], float]:
    """Words of one script on both sides that are the same, or begin alike."""
    beginnings: dict[str, list[str]] = {}
    for word in b:
        beginnings.setdefault(letters(word)[:BEGINNING], []).append(word)
    there = set(b)
    found = {}
    for word in a:
        if word in there:
            found[word, word] = SAME
            continue
        start = letters(word)[:BEGINNING]
        if len(start) == BEGINNING:
            for other in beginnings.get(start, ()):
                found[word, other] = ALIKE
    return found


def _sounds(
    hearing: Hearing, heard: Sequence[Side], spelt: Sequence[Side], words: Sequence[Sequence[str]]
) -> list[dict[tuple[str, str], float]]:
    """For each document pair the heard words and spelt `words` that may render them, with t by how alike they sound."""
    plain_of = hearing.spelling.plain
    starts: dict[tuple[str, str], int] = {}
    names: dict[str, int] = {}
    asked = []
    for ours, theirs, capital in zip(heard, spelt, words, strict=True):
        lower = {word for text in theirs.plain() for word in hearing.spelling.lower(text)}
        here = [
            w for w in capital if w not in lower and 1 < len(plain_of(w)) <= hearing.longest and not theirs.common(w)
        ]
        mine = hearing.starts(w for w in _words(hearing, ours) if not ours.common(w))
        i = np.array([starts.setdefault(start, len(starts)) for start in mine], dtype=np.int64)
        j = np.array([names.setdefault(name, len(names)) for name in here], dtype=np.int64)
        asked.append((i, j))
    if not names or not starts:
        return [{} for _ in words]
    sounds, plain = [start for start, _ in starts], [plain_of(name) for name in names]
    fits = _fitting(hearing, sounds, plain)
    pairs = []
    for i, j in asked:
        row, column = np.nonzero(fits[np.ix_(i, j)])
        pairs.append(np.stack([i[row], j[column]], axis=1))
    distinct, back = np.unique(np.concatenate(pairs) @ [len(names), 1], return_inverse=True)
    best = hearing.best(sounds, plain, np.stack(np.divmod(distinct, len(names)), axis=1))[back]
    owners, forms = [owner for _, owner in starts], list(names)
    found: list[dict[tuple[str, str], float]] = []
    for cells, heights in zip(pairs, np.split(best, np.cumsum([len(p) for p in pairs])[:-1]), strict=True):
        likely: dict[tuple[str, str], float] = {}
        for (i, j), ratio in zip(cells[heights > LEAST], heights[heights > LEAST], strict=True):
            key = owners[i], forms[j]
            likely[key] = max(likely.get(key, 0.0), 0.8 / (1.0 + float(np.exp(-(ratio - LEAST - 1.5)))))
        found.append(likely)
    return found


def _words(hearing: Hearing, side: Side) -> Iterable[str]:
    """The distinct words of a document that may be heard."""
    return dict.fromkeys(word for text in side.texts for _, word in hearing.words(text))


def _fitting(hearing: Hearing, starts: Sequence[str], plain: Sequence[str]) -> NDArray[np.bool_]:
    """(starts, plain): whether beginning and length allow that a spelt word renders the beginning of a heard one."""
    sizes = np.array([len(form) for form in plain])
    fewest, most = np.array([hearing.sizes(start) for start in starts]).T[:, :, None]
    possible: NDArray[np.bool_] = (sizes >= fewest) & (sizes <= most) & _beginning(hearing, starts, plain)
    return possible


def _beginning(hearing: Hearing, starts: Sequence[str], plain: Sequence[str]) -> NDArray[np.bool_]:
    firsts = {first: k for k, first in enumerate(dict.fromkeys(form[0] for form in plain))}
    rows: dict[str, int] = {}
    which = [rows.setdefault(hearing.initials(start), len(rows)) for start in starts]
    allowed = np.zeros((len(rows), len(firsts)), dtype=bool)
    for initials, row in rows.items():
        allowed[row, [firsts[c] for c in initials if c in firsts]] = True
    return allowed[np.ix_(which, [firsts[form[0]] for form in plain])]
