"""An aligned pair as the search for names sees it: for each bead the Korean words, the Latin tokens, and the known names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from align.engine.evidence.names import FOLLOWING
from align.model import Alignment, Document, Mention
from align.names.gazetteer import Spot, gazetteer
from align.resources import text

HANGUL = re.compile("[가-힣]+")
SMALL = re.compile(r"(?<![\w'’])[a-z]+")
SYLLABLE = 4
"""Letters that a part of a Korean given name may have."""
CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec", re.IGNORECASE
)
"""What is no name in a date, where Chuseok is one."""
LETTERED = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Word:
    """A Hangul word, or a Latin token that may be a name, at `[start, end)` of its document."""

    segment: int
    start: int
    end: int
    text: str
    first: bool = False
    """It begins its sentence, so that its capital tells nothing."""
    common: bool = False
    """It is written in lower case elsewhere: an ordinary word."""


@dataclass(frozen=True, slots=True)
class Texts:
    """One bead's words and names."""

    bead: int
    words: tuple[Word, ...]
    """Hangul words, in text order."""
    tokens: tuple[Word, ...]
    """Latin tokens of the other side with a capital, in text order."""
    hangul: tuple[Spot, ...]
    """Gazetteer entries of the Korean side; offsets of the document."""
    latin: tuple[Spot, ...]
    own: frozenset[str]
    """Latin strings that the Korean side has itself, in lower case."""


def texts(
    alignment: Alignment,
    korean: str,
    mentions: dict[str, Sequence[Sequence[Mention]]],
) -> tuple[Texts, ...]:
    """What each bead holds; `korean` is "source" or "target", `mentions` have document offsets."""
    latin = "target" if korean == "source" else "source"
    ours: Document = getattr(alignment, korean)
    theirs: Document = getattr(alignment, latin)
    small = lower() | set(SMALL.findall(theirs.text))
    known = gazetteer()
    words = [_words(ours, i) for i in range(len(ours.segments))]
    tokens = [_tokens(theirs, i, mentions[latin][i], small) for i in range(len(theirs.segments))]
    spots_a = [_moved(known.in_korean(t, FOLLOWING), s.start) for t, s in zip(ours.texts(), ours.segments, strict=True)]
    spots_b = [_moved(known.in_latin(t), s.start) for t, s in zip(theirs.texts(), theirs.segments, strict=True)]
    own = [{m.text.lower() for m in mentions[korean][i] if m.kind == "latin"} for i in range(len(ours.segments))]
    found = []
    for number, bead in enumerate(alignment.beads):
        a, b = getattr(bead, korean), getattr(bead, latin)
        found.append(
            Texts(
                number,
                tuple(w for i in a for w in words[i]),
                tuple(t for j in b for t in tokens[j]),
                tuple(s for i in a for s in spots_a[i]),
                tuple(s for j in b for s in spots_b[j]),
                frozenset(x for i in a for x in own[i]),
            )
        )
    return tuple(found)


@cache
def lower() -> frozenset[str]:
    """Words that English writes in lower case, as learnt from text."""
    return frozenset(text("en/lower.txt").split("\n"))


def _words(document: Document, i: int) -> list[Word]:
    s = document.segments[i]
    return [Word(i, m.start(), m.end(), m[0]) for m in HANGUL.finditer(document.text, s.start, s.end)]


def _tokens(document: Document, i: int, mentions: Sequence[Mention], small: frozenset[str]) -> list[Word]:
    dated = [(m.start, m.end) for m in mentions if m.kind in ("date", "time")]
    begin = LETTERED.search(document.text, document.segments[i].start, document.segments[i].end)
    found = []
    for m in mentions:
        if m.kind != "latin" or (CALENDAR.match(m.text) and any(a <= m.start < b for a, b in dated)):
            continue
        first = begin is not None and m.start == begin.start()
        quoted = m.start > 0 and document.text[m.start - 1] in "\"'“‘(["
        ordinary = _ordinary(m.text.lower(), small)
        found.append(Word(i, m.start, m.end, m.text, first or quoted, ordinary))
    return found


def _ordinary(word: str, small: frozenset[str]) -> bool:
    """Whether a word is written in lower case elsewhere; Son-hui is no word because of son."""
    parts = word.split("-")
    return word in small or (len(parts) > 1 and all(len(part) > SYLLABLE and part in small for part in parts))


def _moved(spots: Sequence[Spot], by: int) -> list[Spot]:
    return [replace(s, start=s.start + by, end=s.end + by) for s in spots]
