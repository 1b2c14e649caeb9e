"""Korean names in kana and Han characters: found in the text by the sounds and the readings of their syllables.

Where no space tells a word, a name is not compared with the words of the other side: the other side's text is searched for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from align.lang.base.names.hearing import Found, Heard
from align.lang.han.names import HAN, KATAKANA, PART
from align.lang.ja.romaji import romaji
from align.lang.ko.names import kana, sounds
from align.lang.ko.names.families import CHARACTERS
from align.lang.ko.names.following import PARTICLES
from align.lang.ko.names.given import SYLLABLES
from align.lang.ko.names.hearing import Korean
from align.lang.ko.readings import readings
from align.lang.ko.sound import LONGEST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SURE = 3.0
"""Log ratio of a mora or a character that is written as a syllable sounds: the order of the sound tables' scores."""
NEVER = -30.0
MORE = {"d": "cj", "t": "c", "a": "r", "n": "y"}
"""By the first letter of an onset as English has it: what else kana may begin with, ティ as チ, 이 as リ, 류 as ユ."""
GIVEN = 3
"""Syllables of a given name."""
JOINTS = "・＝=· \u3000"
GENERIC = frozenset("市道県區区郡县縣洞邑面里江山島岛川湾")
"""What a place's name may have behind it that Korean leaves out: 済州島 for 제주."""


@dataclass(frozen=True, eq=False)
class Unspaced(Korean):
    """The names of Korean in Japanese or Chinese."""

    searches: bool = True
    run: re.Pattern[str] = PART
    character: str = HAN.pattern
    reading: str = "han"

    def hear(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Heard]:
        """By the ways to write syllables in katakana, or by the table of sounds."""
        asked = list(dict.fromkeys(pairs))
        found = sounds.heard(asked, self.spelling.latin, self.sound)
        for word, form in asked:
            plain = kana.plain(form)
            ends = [k for k, states in enumerate(kana.reach(word, plain), 1) if any(p == len(plain) for p, _ in states)]
            if size := next((k for k in reversed(ends) if self.follows(word[k:])), ends[-1] if ends else 0):
                score = SURE * len(plain)
                if (word, form) not in found or found[word, form].score < score:
                    found[word, form] = Heard(score, size)
        return found

    def ratios(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """As `hear`, of whole words."""
        heard = sounds.ratios_of([(word, self.spelling.latin(form)) for word, form in pairs], self.sound)
        return [
            SURE * len(form) if renders(word, form) else max(score, NEVER)
            for score, (word, form) in zip(heard, pairs, strict=True)
        ]

    def writes(self, name: str, form: str) -> bool:
        """By its syllables, one by one."""
        return renders(name, form)

    def best(self, starts: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
        """By the table of sounds; as it is written."""
        return sounds.best(starts, [self.spelling.latin(form)[:LONGEST] for form in plain], pairs, self.sound)

    def bears(self, word: str, spelt: str) -> bool:
        """By sound."""
        family = self.family(word)
        return bool(family) and renders(family, spelt)

    def initials(self, start: str) -> str:
        """The kana whose sound may begin as the first onset does."""
        return _begun(sounds.initials(start) + "".join(MORE.get(c, "") for c in sounds.initials(start)[:1]))

    def sizes(self, start: str) -> tuple[float, float]:
        """One syllable is written with one to three kana; a long particle may follow."""
        return 0.5 * (len(start) - 3), 3 * len(start) + 1

    def find(self, word: str, text: str) -> Iterator[Found]:
        """Where a text writes the person that a word may name in full, family name first; the longest name first."""
        family = self.family(word)
        for size in range(min(len(word), len(family) + GIVEN), len(family), -1) if family else ():
            rest = word[size:]
            short = size < len(self.full_name(word)) and rest not in PARTICLES  # 현 of 구본철 is no prefecture
            if (self.follows(rest) and not short) or self.is_honorific(rest):
                yield from self._in_han(word[:size], len(family), text)
                yield from self._in_kana(word[:size], len(family), text)

    def find_family(self, family: str, text: str) -> Iterator[Found]:
        """Where a text may write a family name alone."""
        for start in self._starts(family, text):
            end = start + len(family)
            yield Found(len(family), start, end, end, SURE * len(family), text[start:end] in CHARACTERS.get(family, ()))
        for match in PART.finditer(text):
            if kana.written(family, match[0]):
                yield Found(len(family), *match.span(), match.end(), SURE * len(kana.plain(match[0])), False)

    def _in_han(self, name: str, family: int, text: str) -> Iterator[Found]:
        for start in self._starts(name, text):
            own = text[start : start + len(name)]
            known = own[:family] in CHARACTERS.get(name[:family], ()) and own[-1] not in GENERIC
            known &= self.full_name(name) == name and SYLLABLES.issuperset(name[family:])
            yield Found(len(name), start, start + len(name), start + family, 2 * SURE * len(name), known)

    def _starts(self, name: str, text: str) -> Iterator[int]:
        """Where characters stand that read as a name."""
        for start in _read(text).get(name[0], ()):
            if start + len(name) <= len(text) and all(
                name[k] in readings(text[start + k]) for k in range(1, len(name))
            ):
                yield start

    def _in_kana(self, name: str, family: int, text: str) -> Iterator[Found]:
        """Runs of katakana, in one part or in two, that write the whole name."""
        parts = list(PART.finditer(text))
        for k, part in enumerate(parts):
            if kana.written(name, part[0]):
                yield Found(len(name), *part.span(), part.start(), SURE * len(kana.plain(part[0])), False)
            behind = parts[k + 1] if k + 1 < len(parts) else None
            if behind and behind.start() - part.end() == 1 and text[part.end()] in JOINTS:
                whole = text[part.start() : behind.end()]
                if kana.written(name, whole) and any(kana.written(name[:n], part[0]) for n in (family, 1)):
                    yield Found(len(name), part.start(), behind.end(), part.end(), SURE * len(kana.plain(whole)), True)


@lru_cache(maxsize=64)
def _begun(letters: str) -> str:
    return "".join(c for c in map(chr, range(0x30A1, 0x30FB)) if romaji(c)[:1] in {*letters})


@lru_cache(maxsize=64)
def _read(text: str) -> dict[str, list[int]]:
    """Where the characters of a text stand that read as each syllable."""
    found: dict[str, list[int]] = {}
    for at, c in enumerate(text):
        for syllable in readings(c):
            found.setdefault(syllable, []).append(at)
    return found


def renders(word: str, form: str) -> bool:
    """Whether a form in kana, Han characters or both writes a Hangul word: the kana by sound, the characters by their readings.

    >>> renders("윤석열", "尹錫悦"), renders("강남구", "カンナム区"), renders("제주", "済州島"), renders("서지윤", "徐知英")
    (True, True, True, False)
    """
    if not word:
        return not form or form in GENERIC
    if not form:
        return False
    if HAN.match(form):
        return word[0] in readings(form[0]) and renders(word[1:], form[1:])
    run = next((k for k, c in enumerate(form) if not (KATAKANA.match(c) or c in JOINTS)), len(form))
    if not run:
        return False
    plain = kana.plain(form[:run])
    ends = [k for k, states in enumerate(kana.reach(word, plain), 1) if any(p == len(plain) for p, _ in states)]
    return any(renders(word[k:], form[run:]) for k in ends)
