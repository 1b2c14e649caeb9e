"""The channel of names: the same Latin string on both sides, a Hangul word that sounds like a Latin one, near cognates."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from align.lang.ko.sound import LONGEST, letters, ratios
from align.lang.ko.tokens import SUFFIXES
from align.model import Mention
from align.scoring.channel import Channel, Floats, Terms, chance

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
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리라량"
)
"""Korean family names of one syllable."""
FOLLOWING = frozenset(SUFFIXES) | frozenset(
    "씨 군 양 측 시 도 주 역 호 강 산 섬 만 해 국 어 인 계 당 사 팀 전 현".split()
)
"""What may follow a name within its word: a particle, or a generic noun that English renders apart."""


def channel(
    source: Sequence[Sequence[Mention]],
    target: Sequence[Sequence[Mention]],
    source_texts: Sequence[str],
    target_texts: Sequence[str],
    source_lang: str,
    target_lang: str,
) -> Channel:
    """The names of both documents' segments that have a counterpart somewhere on the other side."""
    a = [_latin(segment) for segment in source]
    b = [_latin(segment) for segment in target]
    links = _cognates(_distinct(a), _distinct(b))
    if source_lang.split("-")[0] == "ko":
        links |= _sounds(source_texts, target_texts, _distinct(b))
        a = [[*latin, *HANGUL.findall(text)] for latin, text in zip(a, source_texts, strict=True)]
    if target_lang.split("-")[0] == "ko":
        found = _sounds(target_texts, source_texts, _distinct(a))
        links |= {(latin, hangul): t for (hangul, latin), t in found.items()}
        b = [[*latin, *HANGUL.findall(text)] for latin, text in zip(b, target_texts, strict=True)]
    return _channel(a, b, links)


def _channel(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]], links: dict[tuple[str, str], float]) -> Channel:
    linked_a, linked_b = {i for i, _ in links}, {j for _, j in links}
    left = Terms.of([[word for word in segment if word in linked_a] for segment in a])
    right = Terms.of([[word for word in segment if word in linked_b] for segment in b])
    row = {word: i for i, word in enumerate(left.terms)}
    column = {word: j for j, word in enumerate(right.terms)}
    table = np.zeros((len(right.terms), len(left.terms)))
    for (i, j), t in links.items():
        table[column[j], row[i]] = t
    return Channel(
        left, right, table, table.T, chance(left, _every(left, RARE), OWN), chance(right, _every(right, RARE), OWN),
        _every(left, FAITH), _every(right, FAITH),
    )  # fmt: skip


def _every(terms: Terms, value: float) -> Floats:
    return np.full(len(terms.terms), value)


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
    hangul_texts: Sequence[str], latin_texts: Sequence[str], latin: Sequence[str]
) -> dict[tuple[str, str], float]:
    """Hangul words and the Latin words that they may render, with t by how alike they sound."""
    lower = {word for text in latin_texts for word in re.findall(r"(?<![\w'’])[a-z]+", text)}
    names = [word for word in latin if word not in lower and 1 < len(letters(word)) <= LONGEST]
    starts, owners = _starts(list(dict.fromkeys(word for text in hangul_texts for word in HANGUL.findall(text))))
    if not names or not starts:
        return {}
    plain = [letters(word) for word in names]
    sizes = np.array([len(word) for word in plain])
    lengths = np.array([len(word) for word in starts])
    # One syllable is written with one to five letters; a long particle may follow.
    fits = (sizes[None] <= 4 * lengths[:, None] + 1) & (sizes[None] >= 1.2 * (lengths[:, None] - 3))
    pairs = np.argwhere(fits & _onsets(starts, plain))
    scores = ratios(starts, plain, pairs, hopeless=HOPELESS)
    found: dict[tuple[str, str], float] = {}
    rest = np.full((len(starts), scores.shape[1]), -np.inf)
    for i, word in enumerate(starts):
        for k in range(0 if len(word) == 1 or word[0] in SURNAMES else 1, len(word)):
            tail = word[k + 1 :]
            rest[i, k] = 0.0 if not tail or tail in FOLLOWING else -TAIL
    best = (scores + rest[pairs[:, 0]]).max(1)
    for (s, w), score in zip(pairs[best > LEAST], best[best > LEAST], strict=True):
        key = owners[s], names[w]
        found[key] = max(found.get(key, 0.0), 0.8 / (1.0 + float(np.exp(-(score - LEAST - 1.5)))))
    return found


def _starts(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """What a name may begin with: each word, and a Korean's given name behind the family name; with the words they are from."""
    starts, owners = [], []
    for word in words:
        if len(word) > 1 or word in SURNAMES:
            starts.append(word)
            owners.append(word)
        if len(word) > 2 and word[0] in SURNAMES:
            starts.append(word[1:])
            owners.append(word)
    return starts, owners


INITIALS = (
    "gkcqj", "gkcq", "nrl", "dtj", "dt", "lr", "mbw", "bpvw", "bpv", "sctxz", "sctxz", "aeiouywhj", "jzcgdyst", "jzc", "cthqjsz",
    "kcqxhg", "tdh", "pfvbh", "hfwjgxp",
)  # fmt: skip
"""Letters that the Latin rendering of each onset may begin with: a prefilter, wide on purpose."""


def _onsets(starts: Sequence[str], plain: Sequence[str]) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    allowed = np.zeros((len(INITIALS), 26), dtype=bool)
    for onset, initials in enumerate(INITIALS):
        allowed[onset, [ord(c) - 97 for c in initials]] = True
    onsets = [(ord(word[0]) - ord("가")) // 588 for word in starts]
    return allowed[np.ix_(onsets, range(26))][:, [ord(word[0]) - 97 for word in plain]]
