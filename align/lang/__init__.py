"""What is known of each language. One folder a language: what it does not know itself is what `base` has for every language.

A folder's __init__ has LANGUAGE; its modules are parts, each with what has a fixed name in it, imported on use.
`language(tag)` finds the folder: nothing else has to be told of it. What has to be known of a text before its language is,
or of any text, is asked of `every()` language: months, by-lines, the words that say when an article was published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from align.lang.scripts import written
from align.tags import canonical, primary

if TYPE_CHECKING:
    from align.lang.base.lists import Listing
    from align.lang.base.names.hearing import Hearing
    from align.lang.base.names.spelling import Spelling
    from align.lang.base.polarity import Mark
    from align.model import Mention
    from align.values import Clock, Quantity, When

BASE = "base"
NO_LANGUAGES = frozenset((BASE, "dates", "han", "__pycache__"))
"""Folders beside those of languages."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language as everybody asks for it; the facts are fields, what is done with text are parts."""

    code: str
    """Primary subtag."""
    name: str = ""
    """In English."""
    folder: str = BASE
    about: tuple[str, ...] = ()
    """What stands before a value that is converted: 약, about."""
    tag: str = ""
    """The whole tag, where it has no folder: what its region writes otherwise is then all that tells."""
    common: str = ""
    """Its commonest words, by which a text in Latin letters is told; none where its script tells."""

    @property
    def letters(self) -> str:
        """What it is written in, the inside of a character class; "" where that is Latin letters."""
        return written(self.code)

    @property
    def read(self) -> bool:
        """Whether numbers in words, relative dates and names are read in it, and not only what any language writes in figures."""
        return self.folder != BASE and _has(self.folder, "mentions")

    @property
    def segments(self) -> Callable[[str, str], Iterable[tuple[int, int]]]:
        """(paragraph, tag) -> spans of its sentences."""
        return self._part("segments", "segments")

    @property
    def clauses(self) -> Callable[[str], list[tuple[int, int]]]:
        """Sentence -> spans of its clauses and phrases, in order: pieces that a translator may leave out."""
        return self._part("clauses", "clauses")

    @property
    def tokens(self) -> Callable[[str], list[str]]:
        """Text -> the words that a lexicon counts."""
        return self._part("tokens", "tokens")

    @property
    def spoken(self) -> Callable[[str], Iterable[str]]:
        """A word in Han characters -> the ways to read it in the language's own letters; none where it has no such readings."""
        return self._part("readings", "spoken")

    @property
    def mentions(self) -> Callable[[str, date | None], tuple[Mention, ...]]:
        """(text, publication date) -> numbers, dates, names and the like in it, in text order."""
        found: Callable[..., tuple[Mention, ...]] = self._part("mentions", "mentions")
        return found if self.folder != BASE else partial(found, lang=self.tag)

    @property
    def date_words(self) -> Callable[[When], str]:
        """A date in the house style; "" where nothing is known of it."""
        return self._part("date_words", "words")

    @property
    def restated(self) -> Callable[[str, When], str]:
        """(text of a date, another date) -> the other one in the same notation; "" where that cannot be said."""
        return self._part("restating", "restated")

    @property
    def like(self) -> Callable[[str, str], str]:
        """(words of this language, text) -> the words in the script that the text is in, of a language that has two."""
        return self._part("writing", "like")

    @property
    def clock_words(self) -> Callable[[Clock], str]:
        """A time of day in the house style."""
        return self._part("date_words", "clock")

    @property
    def figures(self) -> Callable[[Quantity], str]:
        """A quantity in figures; "" where nothing is known of it."""
        return self._part("figures", "figures")

    @property
    def forms(self) -> Callable[[str], tuple[str, ...]]:
        """A dictionary form -> the forms in which it stands in running text."""
        return self._part("forms", "forms")

    @property
    def lists(self) -> Callable[[str], Iterable[Listing]]:
        """A sentence -> the lists in it, item by item."""
        return self._part("lists", "lists")

    @property
    def polar(self) -> bool:
        """Whether its marks are known, so that a text without any says that nothing is turned."""
        return bool(self._part("polarity", "KNOWN"))

    @property
    def marks(self) -> Callable[[str], Iterable[Mark]]:
        """Text -> the words that turn it round: negations, rises and falls, more and less."""
        return self._part("polarity", "marks")

    @property
    def spelling(self) -> Spelling:
        """How names are written in it."""
        found: Spelling = self._part("names", "spelt")()
        return found

    def hearing(self, other: str) -> Hearing | None:
        """Its names as the language `other` renders them by their sound; None where that is not known."""
        found: Hearing | None = self._part("names", "heard")(primary(other))
        return found

    def part(self, name: str) -> ModuleType:
        """The module or package `name` of its folder, else of `base`."""
        return _module(self.folder, name)

    def _part(self, name: str, function: str) -> Any:
        return getattr(self.part(name), function)


@lru_cache(maxsize=512)
def language(tag: str) -> Language:
    """The language of a BCP 47 tag; one without a folder of its own has the parts that every language has.

    >>> language("ko_KR").name, language("is").folder
    ('Korean', 'base')
    """
    code = primary(tag)
    if code in known():
        found: Language = import_module(f"{__name__}.{code}").LANGUAGE
        return replace(found, code=code, folder=code)
    return Language(code, tag=canonical(tag))


def every() -> tuple[Language, ...]:
    """The languages that have a folder, in the order of their codes."""
    return tuple(map(language, sorted(known())))


@cache
def known() -> frozenset[str]:
    """The codes of the languages that have a folder."""
    return frozenset(file.parent.name for path in __path__ for file in Path(path).glob("*/__init__.py")) - NO_LANGUAGES


@cache
def parts(name: str) -> tuple[ModuleType, ...]:
    """The part of that name of `base`, then that of each language that has one of its own, for what is tried on any text."""
    return tuple(_module(folder, name) for folder in (BASE, *(code for code in sorted(known()) if _has(code, name))))


@cache
def _module(folder: str, name: str) -> ModuleType:
    return import_module(f"{__name__}.{folder if _has(folder, name) else BASE}.{name}")


def _has(folder: str, name: str) -> bool:
    here = [Path(path) / folder for path in __path__]
    return any((path / f"{name}.py").exists() or (path / name / "__init__.py").exists() for path in here)
