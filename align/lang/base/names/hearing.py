"""What a language tells of its own names where another language renders them by their sound.

A language whose words are heard has a class of its own that says what it knows; what is here knows nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from align.lang.base.names.entries import Entry, Spot
from align.lang.base.names.spelling import Index, Spelling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NOTHING = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Heard:
    """The best beginning of a heard word for a spelt one."""

    score: float
    """Log ratio, with what follows in the word taken into account."""
    size: int
    """Characters of the beginning."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text writes a person's name, offsets of that text."""

    size: int
    """Characters of the heard word that the name is."""
    start: int
    end: int
    family: int
    """Where the family name ends."""
    score: float
    """Log ratio."""
    person: bool
    """How it is written tells that it is a person's."""


@dataclass(frozen=True, eq=False)
class Hearing:
    """The names of one language as another one renders them."""

    code: str
    """The language whose names are heard."""
    spelling: Spelling
    """Of the language that renders them."""
    entries: tuple[Entry, ...] = ()
    """Names that are translated, or spelt in a way of their own."""
    nouns: Mapping[str, str] = field(default_factory=dict)
    """What the last characters of a name say, which no lexicon has as words: the noun that renders them."""
    word: re.Pattern[str] = NOTHING
    """A word that may be a name, with what follows it there."""
    part: re.Pattern[str] = NOTHING
    """A word of a name of several words."""
    gloss: re.Pattern[str] = NOTHING
    """A name (group 1) and, in brackets behind it, its rendering (group 2)."""
    dateline: re.Pattern[str] = NOTHING
    """The town and the agency, or writer, that an article begins with."""
    longest: int = 0
    """Characters of a plain spelling that can be heard."""
    longest_given: int = 0
    """Characters of a given name."""
    searches: bool = False
    """Persons are searched for in the text of the other side, which has no words to compare."""
    run: re.Pattern[str] = NOTHING
    """A part of a name there that is written by sound."""
    character: str = "(?!)"
    """A character there that is read, as a pattern."""
    reading: str = ""
    """The script of those characters."""
    home: str = ""
    """The name of its own country, which its writers leave out where translators name it."""
    neighbours: frozenset[str] = frozenset()
    """Countries whose names are no slip for that of `home`."""

    # Words

    def words(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[tuple[int, str]]:
        """The words of a text that may be names, with what follows in each, and where they begin."""
        return [(match.start(), match[0]) for match in self.word.finditer(text, start, end)]

    def follows(self, rest: str) -> bool:
        """Whether `rest` may stand behind a name within its word: nothing, a particle, a form of address."""
        return not rest

    def tail(self, rest: str) -> str:
        """`rest` of a word without its particle, "" where it is all particle."""
        if self.follows(rest):
            return ""
        return next((rest[:k] for k in range(1, len(rest)) if self.follows(rest[k:])), rest)

    def among(self, word: str, words: Collection[str]) -> bool:
        """Whether `word` is one of `words`, with a particle perhaps."""
        return any(word[:size] in words and self.follows(word[size:]) for size in range(1, len(word) + 1))

    def stem(self, word: str) -> str:
        """A word without its particle or ending."""
        return word

    def tokens(self, root: str) -> Iterator[tuple[int, str]]:
        """What a lexicon may have of the stem of a word: where it begins in the word, and the token."""
        yield 0, root

    # Sounds

    def hear(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Heard]:
        """How alike a heard and a spelt word sound, of those of `pairs` that do at all."""
        return {}

    def ratios(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Log ratio of the whole of both words of each pair; -inf where it cannot be."""
        return [float("-inf")] * len(pairs)

    def writes(self, name: str, form: str) -> bool:
        """Whether a form writes the whole of a name of its own people."""
        return self.ratios([(name, form)])[0] > 0

    def best(self, starts: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
        """For each of `pairs` (index into `starts`, index into `plain`) the log ratio of the best beginning of a word."""
        raise NotImplementedError  # what hears nothing is not asked: `starts` has nothing for it

    def beginnings(self, words: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
        """(pairs, characters): the log ratio of each beginning of a word, of one character, of two, and so on."""
        raise NotImplementedError  # what hears nothing is not asked

    def starts(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Where in a word a name may begin: the word from there on, and the word. What aligning asks for."""
        return iter(())

    def initials(self, start: str) -> str:
        """The characters that a plain rendering of a word may begin with: a prefilter, wide on purpose."""
        return ""

    def sizes(self, start: str) -> tuple[float, float]:
        """The fewest and the most characters of a plain rendering of the beginning of a word."""
        return 0.0, 0.0

    def find(self, word: str, text: str) -> Iterator[Found]:
        """Where a text writes the person that a word may name in full; the longest name first."""
        return iter(())

    def find_family(self, family: str, text: str) -> Iterator[Found]:
        """Where a text may write a family name alone."""
        return iter(())

    # Known names

    def known(self, text: str) -> list[Spot]:
        """The entries in a text of its own, the longest form first at each word."""
        return []

    def rendered(self, text: str) -> list[Spot]:
        """The entries in a text of the other language."""
        return self.spelling.spots(text, self._spelt) if self.entries else []

    def entry(self, form: str) -> Entry | None:
        """The entry of a name; None where there is none."""
        return self.forms.get(form.replace(" ", ""))

    @cached_property
    def forms(self) -> Mapping[str, Entry]:
        """The entries by their heard forms without spaces, the first of a form."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for form in entry.heard:
                found.setdefault(form.replace(" ", ""), entry)
        return found

    @cached_property
    def _spelt(self) -> Index:
        return self.spelling.index(self.entries)

    # Persons

    def family(self, word: str) -> str:
        """What of the beginning of a word may be a family name; "" where it is none."""
        return ""

    def spellings(self, family: str) -> frozenset[str]:
        """How the bearers of a family name spell it, plain."""
        return frozenset()

    def bears(self, word: str, spelt: str) -> bool:
        """Whether a word begins with a family name, a rare one perhaps, of which `spelt` is a spelling."""
        return self.spelling.plain(spelt) in self.spellings(self.family(word))

    def is_family(self, spelt: str) -> bool:
        """Whether `spelt` is how some family name is written."""
        return False

    def is_another(self, family: str, spelt: str) -> bool:
        """Whether `spelt` is how some other family name is written, and never this one."""
        return self.is_family(spelt) and self.spelling.plain(spelt) not in self.spellings(family)

    def is_old(self, given: str, plain: str) -> bool:
        """Whether `plain` spells a given name as an older system does, however odd it sounds."""
        return False

    def needs_family(self, spelt: str) -> bool:
        """Whether a word is spelt as a given name which is a name only beside its family name."""
        return False

    def is_given(self, spelt: str) -> bool:
        """Whether a word is spelt as a whole given name of its people, and hardly anything else."""
        return False

    def is_ordinary(self, word: str, small: Collection[str]) -> bool:
        """Whether a spelt word in lower case is one of `small`, or of such words with hyphens."""
        return word in small or ("-" in word and all(part in small for part in word.split("-")))

    def full_name(self, word: str) -> str:
        """What of the beginning of a word may be a person's full name, where only a particle follows; "" else."""
        return ""

    def is_honorific(self, rest: str) -> bool:
        """Whether `rest` of a word behind a family name addresses its bearer."""
        return False

    def is_title(self, word: str) -> bool:
        """Whether a word is a title, with a particle perhaps."""
        return False

    def is_titled(self, word: str, before: str, behind: Sequence[str]) -> bool:
        """Whether a word names a person, as the word right before it and those behind it tell."""
        return False

    def is_determiner(self, family: str) -> bool:
        """Whether a family name is a word that stands before a title as well: this, one, former."""
        return False

    def is_body(self, root: str) -> bool:
        """Whether a word is built as the proper name of a body: what it is for, and what it is."""
        return False

    def spells_itself(self, tail: str) -> bool:
        """Whether what stands behind a place makes it the name of a body that may spell the place in its own way."""
        return False

    def may_be_person(self, root: str) -> bool:
        """Whether a word beside a title may be a name, and is none of the words that tell whose title it is: new, opposition."""
        return True

    def is_noun(self, root: str, ending: str) -> bool:
        """Whether what a stem has lost is what only nouns have, and it is no verb as it stands."""
        return not ending

    # What stands for a name

    def stands_for_name(self, word: str) -> bool:
        """Whether a word stands for a name: the town, the company, the school."""
        return False

    def without_division(self, name: str) -> str:
        """The name of a place without the word for what it is: Seoul of Seoul City."""
        return name
