"""The scripts that are not Latin: their letters, and which languages are written in them. The one table of letters.

`written` and `foreign` answer by language, `letters` by script; each answer is the inside of a character class, for a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from align.tags import primary


@dataclass(frozen=True, slots=True)
class Script:
    """A script by its name in ISO 15924."""

    name: str
    letters: str
    languages: str
    """Those that are usually written in it; a text in it that tells no more is taken for the first."""
    also: str = ""
    """Languages that use it beside their own script."""
    rest: str = ""
    """Half-width forms, radicals, marks of repetition and old letters: letters too, but none that words are told by."""
    spaced: bool = True
    """Whether spaces stand between words."""
    weight: int = 1
    """Latin letters that one of its letters says as much as."""

    @property
    def first(self) -> str:
        return self.languages.split()[0]


SCRIPTS = (
    Script("Hang", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3", "ko", rest="\ua960-\ua97f\ud7a4-\ud7ff\uffa0-\uffdc", weight=3),
    Script("Kana", "\u3040-\u30ff", "ja", rest="\u31f0-\u31ff\uff66-\uff9f", spaced=False, weight=3),
    Script(
        "Hani", "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", "zh ja", also="ko", rest="\u2e80-\u303f", spaced=False, weight=3
    ),
    Script("Cyrl", "\u0400-\u04ff", "ru uk bg be mk sr kk mn"),
    Script("Grek", "\u0370-\u03ff", "el"),
    Script("Arab", "\u0600-\u06ff", "ar fa ur"),
    Script("Hebr", "\u0590-\u05ff", "he yi"),
    Script("Thai", "\u0e00-\u0e7f", "th", spaced=False),
    Script("Laoo", "\u0e80-\u0eff", "lo", spaced=False),
    Script("Mymr", "\u1000-\u109f", "my", spaced=False),
    Script("Khmr", "\u1780-\u17ff", "km", spaced=False),
    Script("Deva", "\u0900-\u097f", "hi mr ne"),
    Script("Geor", "\u10a0-\u10ff", "ka"),
    Script("Armn", "\u0530-\u058f", "hy"),
)  # fmt: skip
"""A text in several of them is in the first of those that it has most of."""
LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
JOINING_JAMO = "\u1160-\u11ff\ud7b0-\ud7ff"
"""Vowels and final consonants that make one syllable with the letter before them."""


def letters(names: Iterable[str], rest: bool = False) -> str:
    """The letters of some scripts; with `rest` those too by which no words are told."""
    asked = frozenset(names)
    return "".join(script.letters + script.rest * rest for script in SCRIPTS if script.name in asked)


@cache
def usual(lang: str) -> frozenset[str]:
    """The names of the scripts that a language is usually written in; none where it is the Latin one."""
    return frozenset(script.name for script in SCRIPTS if primary(lang) in script.languages.split())


@cache
def written(lang: str) -> str:
    """The letters that a language is usually written in; "" where they are Latin.

    >>> written("ja-JP") == letters(("Kana", "Hani")), written("en")
    (True, '')
    """
    return letters(usual(lang))


@cache
def foreign(source: str, target: str) -> str:
    """The letters that a text in `source` may have and one in `target` has not: those that show what was left untranslated.

    "" where there are none, and for a source in Latin letters, since any text may have these. What a target only uses beside its
    own script tells where nothing else does.

    >>> foreign("ko", "en") == letters(("Hang", "Hani")), foreign("ja", "zh") == letters(("Kana",)), foreign("zh", "ja")
    (True, True, '')
    """
    own, beside = (usual(source), _beside(source)), (usual(target), _beside(target))
    if not own[0] or primary(source) == primary(target):
        return ""
    return letters((own[0] | own[1]) - beside[0] - beside[1] or own[0] - beside[0])


def _beside(lang: str) -> frozenset[str]:
    return frozenset(script.name for script in SCRIPTS if primary(lang) in script.also.split())


def words(text: str) -> int:
    """About how many words a text has: what stands between spaces, and of scripts without spaces two letters for one.

    >>> words("비가 왔다."), words("雨が降った。"), words("Google은 新製品を 냈다")
    (2, 3, 4)
    """
    spaced, unspaced_ = _unspaced().subn(" ", text)
    return (
        sum(any(map(str.isalnum, word)) for word in spaced.split()) + (unspaced_ + 1) // 2
        if unspaced_
        else len(text.split())
    )


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{unspaced()}]")


@cache
def unspaced() -> str:
    """The letters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana and Han."""
    return letters(script.name for script in SCRIPTS if not script.spaced)
