"""An aligned pair as the search for names sees it: for each bead the words that may be
heard, the words that may spell them, and the known names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from align.lang.base.names.entries import Spot
from align.lang.base.names.hearing import Hearing
from align.model import Alignment, Document, Mention

LETTERED = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may be heard, or a token of the other side that may spell a name, at `[start, end)` of its document."""

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
    """Of the heard side, in text order."""
    tokens: tuple[Word, ...]
    """Of the other side with a capital, in text order."""
    heard: tuple[Spot, ...]
    """Gazetteer entries of the heard side; offsets of the document."""
    spelt: tuple[Spot, ...]
    """Those of the other side."""
    own: frozenset[str]
    """Strings of the other side's script that the heard side has itself, in lower case."""
    pieces: tuple[tuple[int, str], ...] = ()
    """Where each segment of the other side begins, and its text, where names are searched for in it."""

    def spelling(self, start: int, end: int) -> str:
        """What the other side has at `[start, end)`; "" where it is not searched."""
        return next((text[start - at : end - at] for at, text in self.pieces if at <= start < at + len(text)), "")

    def has(self, form: str) -> bool:
        """Whether the other side, where it is searched, has a form."""
        return any(form in text for _, text in self.pieces)


def texts(
    alignment: Alignment, heard: str, mentions: dict[str, Sequence[Sequence[Mention]]], hearing: Hearing
) -> tuple[Texts, ...]:
    """What each bead holds; `heard` is "source" or "target", `mentions` have document offsets."""
    spelt = "target" if heard == "source" else "source"
    ours: Document = getattr(alignment, heard)
    theirs: Document = getattr(alignment, spelt)
    small = hearing.spelling.ordinary() | set(hearing.spelling.lower(theirs.text))
    words = [_words(ours, i, hearing) for i in range(len(ours.segments))]
    tokens = [_tokens(theirs, i, mentions[spelt][i], small, hearing) for i in range(len(theirs.segments))]
    spots_a = _spots(ours, hearing.known, hearing.dateline)
    spots_b = _spots(theirs, hearing.rendered, hearing.spelling.dateline)
    own = [{m.text.lower() for m in mentions[heard][i] if m.kind == "latin"} for i in range(len(ours.segments))]
    every = theirs.texts()
    found = []
    for number, bead in enumerate(alignment.beads):
        a, b = getattr(bead, heard), getattr(bead, spelt)
        found.append(
            Texts(
                number,
                tuple(w for i in a for w in words[i]),
                tuple(t for j in b for t in tokens[j]),
                tuple(s for i in a for s in spots_a[i]),
                tuple(s for j in b for s in spots_b[j]),
                frozenset(x for i in a for x in own[i]),
                tuple((theirs.segments[j].start, every[j]) for j in b) if hearing.searches else (),
            )
        )
    return tuple(found)


def _words(document: Document, i: int, hearing: Hearing) -> list[Word]:
    s = document.segments[i]
    text = document.text
    every = hearing.words(text, s.start, s.end)
    return [Word(i, at, at + len(word), word) for at, word in every if not text[max(0, at - 1)].isdigit()]  # 595억달러


def _tokens(
    document: Document, i: int, mentions: Sequence[Mention], small: frozenset[str], hearing: Hearing
) -> list[Word]:
    segment = document.segments[i]
    begin = LETTERED.search(document.text, segment.start, segment.end)
    found = []
    for start, end in hearing.spelling.spans(document.text, segment.start, segment.end, mentions):
        word = document.text[start:end]
        first = begin is not None and start == begin.start()
        quoted = start > 0 and document.text[start - 1] in "\"'“‘(["
        found.append(Word(i, start, end, word, first or quoted, hearing.is_ordinary(word.lower(), small)))
    return found


def _spots(document: Document, known: Callable[[str], list[Spot]], dateline: re.Pattern[str]) -> list[list[Spot]]:
    """The known names of each segment, with offsets of the document; a dateline's town need not be said by the other side."""
    found = []
    for text, segment in zip(document.texts(), document.segments, strict=True):
        begins = dateline.match(text)
        found.append(
            [
                replace(
                    s,
                    start=s.start + segment.start,
                    end=s.end + segment.start,
                    generic=s.generic or (begins is not None and s.end <= begins.end()),
                )
                for s in known(text)
            ]
        )
    return found
