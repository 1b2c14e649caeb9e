"""The channel of names: the same Latin string on both sides, a Hangul word that sounds like a Latin one, near cognates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence.channel import Channel, Floats, Links, Terms, chance
from align.lang.ko.sound import LONGEST, letters, ratios
from align.lang.ko.tokens import SUFFIXES
from align.model import Mention

FAITH = 0.7
SAME = 0.9
"""t for one Latin string on both sides."""
ALIKE = 0.5
"""t for two Latin words with the same beginning."""
BEGINNING = 5
"""Letters that two cognates share, inflection aside."""
OWN = 0.5
RARE = 0.002
"""P(name) in general."""
LEAST = 3.5
"""Log ratio from which a sound is evidence."""
HOPELESS = -0.5
"""Log ratio of a word's first syllables below which the rest is not looked at."""
TAIL = 2.5
"""Log ratio lost where something other than a particle follows the name in its word."""
HANGUL = re.compile("[가-힣]+")
SMALL_LETTERS = re.compile(r"(?<![\w'’])[a-z]+")
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리라량봉예승범빈엽옹복하경"
)
"""Korean family names of one syllable."""
FOLLOWING = frozenset(SUFFIXES) | frozenset(
    "씨 군 양 측 시 도 주 역 호 강 산 섬 만 해 국 어 인 계 당 사 팀 전 현".split()
)
"""What may follow a name within its word: a particle, or a generic noun that English renders apart."""


def channel(source: Sequence[Side], target: Sequence[Side], source_lang: str, target_lang: str) -> Channel:
    """The names of each document pair's segments that have a counterpart somewhere on the other side of it."""
    a = [[_latin(segment) for segment in side.mentions] for side in source]
    b = [[_latin(segment) for segment in side.mentions] for side in target]
    words_a = [_distinct(segments) for segments in a]
    words_b = [_distinct(segments) for segments in b]
    links = [_cognates(*words) for words in zip(words_a, words_b, strict=True)]
    if source_lang.split("-")[0] == "ko":
        links = [known | heard for known, heard in zip(links, _sounds(source, target, words_b), strict=True)]
        a = [_with_hangul(latin, side) for latin, side in zip(a, source, strict=True)]
    if target_lang.split("-")[0] == "ko":
        heard = ({(h, w): t for (w, h), t in found.items()} for found in _sounds(target, source, words_a))
        links = [known | other for known, other in zip(links, heard, strict=True)]
        b = [_with_hangul(latin, side) for latin, side in zip(b, target, strict=True)]
    return _channel(a, b, links)


@dataclass(frozen=True, slots=True)
class Side:
    """What names are looked for in: the texts and mentions of a document's segments."""

    texts: Sequence[str]
    mentions: Sequence[Sequence[Mention]]
    common: Callable[[str], bool] = lambda word: False
    """Whether a word is too well known to be a name that nobody has translated yet."""


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
        left, right, Links(pairs[0], pairs[1], t, t),
        chance(left, _every(left, RARE), OWN), chance(right, _every(right, RARE), OWN),
        left.each(_every(left, FAITH)), right.each(_every(right, FAITH)),
    )  # fmt: skip


def _own(document: int, segments: Sequence[Sequence[str]], linked: set[str]) -> list[list[str]]:
    """The linked words of a document's segments, as the document's own."""
    return [[f"{document} {word}" for word in segment if word in linked] for segment in segments]


def _every(terms: Terms, value: float) -> Floats:
    return np.full(len(terms.vocabulary), value)


def _with_hangul(latin: Sequence[Sequence[str]], side: Side) -> list[list[str]]:
    return [[*words, *HANGUL.findall(text)] for words, text in zip(latin, side.texts, strict=True)]


def _latin(mentions: Sequence[Mention]) -> list[str]:
    return [m.keys[0][2:] for m in mentions if m.kind == "latin"]


def _distinct(segments: Sequence[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(word for segment in segments for word in segment))


def _cognates(a: Sequence[str], b: Sequence[str]) -> dict[tuple[str, str], float]:
    """Latin words on both sides that are the same, or begin alike."""
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
    hangul: Sequence[Side], latin: Sequence[Side], words: Sequence[Sequence[str]]
) -> list[dict[tuple[str, str], float]]:
    """For each document pair the Hangul words and Latin `words` that may render them, with t by how alike they sound."""
    starts: dict[tuple[str, str], int] = {}
    names: dict[str, int] = {}
    asked = []
    for written, other, capital in zip(hangul, latin, words, strict=True):
        lower = {word for text in other.texts for word in SMALL_LETTERS.findall(text)}
        here = [w for w in capital if w not in lower and 1 < len(letters(w)) <= LONGEST and not other.common(w)]
        mine = _starts(w for w in _hangul(written) if not written.common(w))
        i = np.array([starts.setdefault(start, len(starts)) for start in mine], dtype=np.int64)
        j = np.array([names.setdefault(name, len(names)) for name in here], dtype=np.int64)
        asked.append((i, j))
    if not names or not starts:
        return [{} for _ in words]
    sounds, plain = [start for start, _ in starts], [letters(name) for name in names]
    fits = _fitting(sounds, plain)
    pairs = []
    for i, j in asked:
        row, column = np.nonzero(fits[np.ix_(i, j)])
        pairs.append(np.stack([i[row], j[column]], axis=1))
    distinct, back = np.unique(np.concatenate(pairs) @ [len(names), 1], return_inverse=True)
    best = _best(sounds, plain, np.stack(np.divmod(distinct, len(names)), axis=1))[back]
    owners, spelt = [owner for _, owner in starts], list(names)
    found: list[dict[tuple[str, str], float]] = []
    for cells, heights in zip(pairs, np.split(best, np.cumsum([len(p) for p in pairs])[:-1]), strict=True):
        heard: dict[tuple[str, str], float] = {}
        for (i, j), ratio in zip(cells[heights > LEAST], heights[heights > LEAST], strict=True):
            key = owners[i], spelt[j]
            heard[key] = max(heard.get(key, 0.0), 0.8 / (1.0 + float(np.exp(-(ratio - LEAST - 1.5)))))
        found.append(heard)
    return found


def _hangul(side: Side) -> Iterable[str]:
    """The distinct Hangul words of a document."""
    return dict.fromkeys(word for text in side.texts for word in HANGUL.findall(text))


def _fitting(starts: Sequence[str], plain: Sequence[str]) -> NDArray[np.bool_]:
    """(starts, plain): whether onset and length allow that a Latin word renders the beginning of a Hangul one."""
    sizes, lengths = np.array([len(word) for word in plain]), np.array([len(word) for word in starts])[:, None]
    # One syllable is written with one to five letters; a long particle may follow.
    return (sizes <= 4 * lengths + 1) & (sizes >= 1.2 * (lengths - 3)) & _onsets(starts, plain)


def _best(starts: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64]) -> Floats:
    """For each of `pairs` the log ratio of the best number of syllables, what follows in the word taken into account."""
    scores = ratios(starts, plain, pairs, hopeless=HOPELESS)
    rest = np.full((len(starts), scores.shape[1]), -np.inf)
    for i, word in enumerate(starts):
        for k in range(0 if len(word) == 1 or word[0] in SURNAMES else 1, len(word)):
            tail = word[k + 1 :]
            rest[i, k] = 0.0 if not tail or tail in FOLLOWING else -TAIL
    best: Floats = (scores + rest[pairs[:, 0]]).max(1, initial=-np.inf)
    return best


def _starts(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What a name may begin with: each word, and a Korean's given name behind the family name; each with the word it is from."""
    for word in words:
        if len(word) > 1 or word in SURNAMES:
            yield word, word
        if len(word) > 2 and word[0] in SURNAMES:
            yield word[1:], word


INITIALS = (
    "gkcqj", "gkcq", "nrl", "dtj", "dt", "lr", "mbw", "bpvw", "bpv", "sctxz", "sctxz", "aeiouywhj", "jzcgdyst", "jzc", "cthqjsz",
    "kcqxhg", "tdh", "pfvbh", "hfwjgxpk",
)  # fmt: skip
"""Letters that the Latin rendering of each onset may begin with: a prefilter, wide on purpose."""


def _onsets(starts: Sequence[str], plain: Sequence[str]) -> NDArray[np.bool_]:
    allowed = np.zeros((len(INITIALS), 26), dtype=bool)
    for onset, initials in enumerate(INITIALS):
        allowed[onset, [ord(c) - 97 for c in initials]] = True
    onsets = [(ord(word[0]) - ord("가")) // 588 for word in starts]
    return allowed[np.ix_(onsets, range(26))][:, [ord(word[0]) - 97 for word in plain]]
