"""Korean names as another language renders them: by the sound of their syllables, whose family name comes first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from align.lang.base.names.entries import Spot
from align.lang.base.names.hearing import Heard, Hearing
from align.lang.ko.names import following, sounds
from align.lang.ko.names.families import DOUBLE, FAMILIES
from align.lang.ko.names.places import Known
from align.lang.ko.names.romanisation import mccune
from align.lang.ko.names.titles import (
    BEFORE,
    BODIES,
    BODY_ENDS,
    DETERMINERS,
    DIVISIONS,
    HEADS,
    HOME,
    HONORIFIC,
    NEIGHBOURS,
    NOUN,
    PRONOUNS,
    TITLES,
    VERBS,
    WHOSE,
)
from align.lang.ko.sound import LONGEST, SoundModel, model
from align.lang.ko.tokens import stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FULL = 3
"""Syllables of a Korean's full name."""
SYLLABLE = 4
"""Letters that a part of a given name may have."""
HALF = re.compile("-[a-z]")
"""In Son-hui, which needs its family name to be a name."""


@dataclass(frozen=True, eq=False)
class Korean(Hearing):
    """The names of Korean as another language renders them."""

    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Family name -> its spellings."""
    sound: SoundModel = field(default_factory=model)
    word: re.Pattern[str] = re.compile("[가-힣]+")
    part: re.Pattern[str] = re.compile("[가-힣A-Za-z0-9]+")
    gloss: re.Pattern[str] = re.compile(r"([가-힣]+(?:·[가-힣]+)*)\s?\(([A-Z][A-Za-z.&-]*(?: [A-Z][A-Za-z.&-]*)*)\)")
    dateline: re.Pattern[str] = re.compile(r"\s*[\[(【][^\])】=]{1,20}=[^\])】]{1,30}[\])】]")
    longest: int = LONGEST
    longest_given: int = 3
    home: str = HOME
    neighbours: frozenset[str] = NEIGHBOURS

    def follows(self, rest: str) -> bool:
        """A particle, 씨, 시, or 씨 and a particle."""
        return following.follows(rest)

    def stem(self, word: str) -> str:
        """Without particle or ending."""
        return stem(word)

    def tokens(self, root: str) -> Iterator[tuple[int, str]]:
        """Pairs of syllables."""
        return ((k, root[k : k + 2]) for k in range(max(1, len(root) - 1)))

    def hear(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Heard]:
        """By the table of sounds; as it is written or as it is spoken."""
        return sounds.heard(pairs, self.spelling.plain, self.sound)

    def ratios(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """By the table of sounds; as it is written or as it is spoken."""
        return sounds.ratios_of([(word, self.spelling.plain(form)) for word, form in pairs], self.sound)

    def best(self, starts: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
        """By the table of sounds; as it is written."""
        return sounds.best(starts, plain, pairs, self.sound)

    def beginnings(self, words: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
        return sounds.beginnings(words, plain, pairs, self.sound)

    def starts(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each word, and a Korean's given name behind the family name."""
        for word in words:
            if len(word) > 1 or word in FAMILIES:
                yield word, word
            if len(word) > 2 and word[0] in FAMILIES:
                yield word[1:], word

    def initials(self, start: str) -> str:
        """Those of its first onset."""
        return sounds.initials(start)

    def sizes(self, start: str) -> tuple[float, float]:
        """One syllable is written with one to five letters; a long particle may follow."""
        return 1.2 * (len(start) - 3), 4 * len(start) + 1

    def known(self, text: str) -> list[Spot]:
        """Entries and country codes."""
        return self._known.spots(text)

    @cached_property
    def _known(self) -> Known:
        return Known.of(self.forms)

    def family(self, word: str) -> str:
        """Its first two syllables, or the first."""
        return word[:2] if word[:2] in DOUBLE else word[0] if word[0] in FAMILIES else ""

    def spellings(self, family: str) -> frozenset[str]:
        """As their bearers use them."""
        return self.families.get(family, frozenset())

    def bears(self, word: str, spelt: str) -> bool:
        """One that the table of spellings has, and `family` perhaps not: 간."""
        return self.spelling.plain(spelt) in self.spellings(self.family(word) or word[0])

    def is_family(self, spelt: str) -> bool:
        """A spelling of some bearer's."""
        return self.spelling.plain(spelt) in self._families

    @cached_property
    def _families(self) -> frozenset[str]:
        return frozenset().union(*self.families.values())

    def is_old(self, given: str, plain: str) -> bool:
        """As McCune and Reischauer spell it."""
        return mccune(given, plain)

    def needs_family(self, spelt: str) -> bool:
        """Son-hui."""
        return HALF.search(spelt) is not None

    def is_given(self, spelt: str) -> bool:
        """Two syllables with a hyphen."""
        return "-" in spelt

    def is_ordinary(self, word: str, small: Collection[str]) -> bool:
        """Son-hui is no word because of son."""
        parts = word.split("-")
        return word in small or (len(parts) > 1 and all(len(part) > SYLLABLE and part in small for part in parts))

    def full_name(self, word: str) -> str:
        """Three syllables; or three or four, where the family name has two."""
        sizes = (FULL, FULL + 1) if word[:2] in DOUBLE else (FULL,)
        return next((word[:size] for size in sizes if len(word) >= size and self.follows(word[size:])), "")

    def is_honorific(self, rest: str) -> bool:
        """씨 or a title, with a particle perhaps."""
        polite = rest.startswith(HONORIFIC) and self.follows(rest[len(HONORIFIC) :])
        return polite or (len(rest) > 1 and self.is_title(rest))

    def is_title(self, word: str) -> bool:
        """장관은."""
        return self.among(word, TITLES)

    def is_titled(self, word: str, before: str, behind: Sequence[str]) -> bool:
        """배우 before it, 장관 or 미 연준 의장 or 부산시장 behind it, 씨 at its end."""
        if stem(word).endswith(HONORIFIC) or before in BEFORE:
            return True
        for last, title in pairwise((word, *behind)):
            if last != stem(last):
                return False
            if self.is_title(title) or self._holds(stem(title)):
                return True
        return False

    def _holds(self, root: str) -> bool:
        """Whether a word is a title with what it is the title of: 부산시장, 외교부장관."""
        found = next((root[:k] for k in range(1, len(root) - 1) if root[k:] in TITLES), "")
        return bool(found) and (self.entry(found) is not None or (len(found) > 1 and len(root) - len(found) > 2))

    def is_determiner(self, family: str) -> bool:
        """이, 한, 전."""
        return family in DETERMINERS

    def is_body(self, root: str) -> bool:
        """국민안전진흥원: an ending with two syllables or more before it."""
        return any(root.endswith(end) and len(root) > len(end) + 1 for end in HEADS)

    def spells_itself(self, tail: str) -> bool:
        """A university: 부산대, which is Pusan National."""
        return tail.startswith("대") and tail[1:] in ("", "학", "학교", "병원", "학병원", "학교병원")

    def may_be_person(self, root: str) -> bool:
        """None of the words that tell whose the title is, nor a body's name; 이재원 ends like one, and is built as a name."""
        built = len(root) == FULL and bool(self.family(root)) and not root.endswith(BODIES)
        return root not in WHOSE and self.entry(root) is None and (built or not root.endswith(BODY_ENDS))

    def is_noun(self, root: str, ending: str) -> bool:
        """A particle that no verb has; 떠났다 has none."""
        return ending in NOUN and not (not ending and root.endswith(VERBS))

    def stands_for_name(self, word: str) -> bool:
        """시는, 회사는."""
        return self.among(word, PRONOUNS)

    def without_division(self, name: str) -> str:
        """서울 of 서울시."""
        return name.rstrip(DIVISIONS)
