"""Names that an article coins: a heard word that no lexicon has, and the characters that stand for it wherever it stands.

Where one bead has the word without them, and what it has instead sounds like the word too but for one character, that is a slip:
가온 is 佳温 four times and 佳恩 once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from align.names.inventory import Names
from align.names.persons import unheard

SIZES = (2, 3)
"""Characters of such a name, and syllables of the word."""
OFTEN = 2
"""Beads that have both, from which they belong together."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Coined:
    """A slip in a coined name; offsets of the two documents."""

    bead: int
    name: str
    heard: Span
    spelt: Span
    form: str
    usual: str


def slips(names: Names) -> Iterator[Coined]:
    """The slips of all coined names."""
    where = _written(names)
    for name, spans in _recurring(names).items():
        usual = _rendering(name, spans, where, names)
        if not usual:
            continue
        for bead, span in spans.items():
            if bead in where[usual]:
                continue
            for at, text in names.texts[bead].pieces:
                for start, end in _nearly(usual, text, names.hearing.character):
                    form = text[start:end]
                    if len(where[form]) == 1 and names.hearing.ratios([(name, form)])[0] > 0:
                        yield Coined(bead, name, span, (at + start, at + end), form, usual)


def _written(names: Names) -> dict[str, set[int]]:
    """The beads of each short string of characters."""
    found: dict[str, set[int]] = defaultdict(set)
    run = re.compile(f"(?:{names.hearing.character})+")
    for texts in names.texts:
        for _, text in texts.pieces:
            for match in run.finditer(text):
                for size in SIZES:
                    for k in range(match.start(), match.end() - size + 1):
                        found[text[k : k + size]].add(texts.bead)
    return found


def _recurring(names: Names) -> dict[str, dict[int, Span]]:
    """The beginnings of words that no lexicon has, in several beads each, with where they stand first there."""
    found: dict[str, dict[int, Span]] = defaultdict(dict)
    for texts in names.texts:
        for word in texts.words:
            for size in SIZES:
                if len(word.text) >= size:
                    found[word.text[:size]].setdefault(texts.bead, (word.start, word.start + size))
    code = names.hearing.code
    return {
        name: spans
        for name, spans in found.items()
        if len(spans) > OFTEN and names.hearing.entry(name) is None and unheard(name, code)
    }


def _rendering(name: str, spans: dict[int, Span], where: dict[str, set[int]], names: Names) -> str:
    """The characters that all beads with a name have but one, and no other bead; they sound like it. "" where there are none."""
    own = set(spans)
    fitting = [
        form for form, beads in where.items() if beads <= own and len(own) - len(beads) == 1 and len(beads) >= OFTEN
    ]
    scores = names.hearing.ratios([(name, form) for form in fitting])
    best = max(zip(scores, fitting, strict=True), default=(0.0, ""))
    return best[1] if best[0] > 0 else ""


def _nearly(form: str, text: str, character: str) -> Iterator[Span]:
    """Where a text has a form with one character changed."""
    for k in range(len(form)):
        pattern = re.escape(form[:k]) + character + re.escape(form[k + 1 :])
        yield from (match.span() for match in re.finditer(pattern, text))
