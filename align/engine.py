"""The lexical engine: two segmented documents in, their alignment with calibrated confidences out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from align import __version__
from align.lang import module
from align.model import Alignment, Bead, Document
from align.scoring import names, seeds, values, words
from align.scoring.features import Evidence, evidence
from align.scoring.hints import Hints
from align.scoring.lexicon import SHIPPED, Lexicon, Side, shipped
from align.scoring.weights import Weights
from align.search import beads, windows

SURE = 0.6
"""Confidence from which a bead teaches the batch's lexicon."""
FAITH = 0.4
"""Share of a word's uses that a lexicon renders which has seen one batch."""
ROUNDS = 2
"""Times that a batch is aligned again with what it taught; twice as often where nothing is known beforehand."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with what is read out of each of its segments."""

    document: Document
    tokens: tuple[list[str], ...]
    mentions: tuple[tuple, ...]  # type: ignore[type-arg]


def prepare(document: Document) -> Prepared:
    """The tokens and mentions of each segment."""
    tokens, mentions = module(document.lang, "tokens").tokens, module(document.lang, "mentions").mentions
    texts = document.texts()
    return Prepared(
        document, tuple(tokens(text) for text in texts), tuple(mentions(text, document.date) for text in texts)
    )


@dataclass(frozen=True, slots=True)
class Engine:
    """What one language pair is aligned with."""

    lexicons: tuple[Lexicon, ...]
    weights: Weights

    @classmethod
    def load(cls, source_lang: str, target_lang: str, lexicons: Iterable[Lexicon] = ()) -> Engine:
        """The shipped knowledge of a language pair, with `lexicons` of the user's added; either may be of the opposite direction."""
        known = tuple(
            turned
            for lexicon in (*(shipped(name) for name in SHIPPED if _primary(source_lang, target_lang) in PAIRS), *lexicons)
            if lexicon is not None and (turned := _turned(lexicon, source_lang, target_lang)) is not None
        )
        return cls(known, Weights.of(seeds.text("weights.json")))

    def align(self, source: Document, target: Document, *, paragraphs: bool = True) -> Alignment:
        """The alignment of two segmented documents. `paragraphs` is false where each line is a segment."""
        return self.batch([(source, target)], paragraphs=paragraphs, adapt=not self.lexicons)[0]

    def batch(
        self, pairs: Sequence[tuple[Document, Document]], *, paragraphs: bool = True, adapt: bool = True
    ) -> list[Alignment]:
        """The alignments of many pairs; with `adapt` the sure beads of all teach a lexicon, and all are aligned again."""
        prepared = [(prepare(source), prepare(target)) for source, target in pairs]
        engine = self
        found = [engine._pair(source, target, paragraphs) for source, target in prepared]
        for _ in range((ROUNDS if self.lexicons else 2 * ROUNDS) if adapt else 0):
            lexicon = learnt(prepared, found)
            if lexicon is None:
                break
            engine = replace(self, lexicons=(*self.lexicons, lexicon))
            found = [engine._pair(source, target, paragraphs) for source, target in prepared]
        return [
            Alignment(source, target, tuple(aligned), self.signature(adapt and len(pairs) > 1))
            for (source, target), aligned in zip(pairs, found, strict=True)
        ]

    def signature(self, adapted: bool = False) -> str:
        """How results are made, so that two can be compared."""
        known = [f"lexicon {lexicon.name}" for lexicon in self.lexicons] or ["no lexicon"]
        return "; ".join([f"align-toolkit {__version__}", "engine lexical", *known, *(["batch"] if adapted else [])])

    def _pair(self, source: Prepared, target: Prepared, paragraphs: bool) -> list[Bead]:
        """The beads of one pair; a blank line is a null of its own and nothing else."""
        rows, columns = _written(source.document), _written(target.document)
        left, right = _part(source, rows), _part(target, columns)

        def price(pieces: Sequence[tuple[range, range]]) -> Evidence:
            return self.evidence([(_part(left, some), _part(right, others)) for some, others in pieces], paragraphs)

        def hints() -> Hints:
            return Hints.of(left.tokens, right.tokens, left.mentions, right.mentions, self.lexicons)

        found = windows.align(len(rows), len(columns), price, hints, self.weights)
        if len(rows) == len(source.tokens) and len(columns) == len(target.tokens):
            return found
        blank = [Bead((i,), ()) for i in range(len(source.tokens)) if i not in set(rows)]
        blank += [Bead((), (j,)) for j in range(len(target.tokens)) if j not in set(columns)]
        return beads.ordered(
            [
                *blank,
                *(
                    Bead(tuple(rows[i] for i in b.source), tuple(columns[j] for j in b.target), b.confidence)
                    for b in found
                ),
            ]
        )

    def evidence(self, pairs: Sequence[tuple[Prepared, Prepared]], paragraphs: bool) -> Evidence:
        """What speaks for each bead of each pair."""
        source, target = [a for a, _ in pairs], [b for _, b in pairs]
        langs = source[0].document.lang, target[0].document.lang
        return evidence(
            [(a.document, b.document) for a, b in pairs],
            words.channel([a.tokens for a in source], [b.tokens for b in target], self.lexicons),
            values.channel([a.mentions for a in source], [b.mentions for b in target]),
            names.channel(
                _sides(source, [lexicon.source for lexicon in self.lexicons]),
                _sides(target, [lexicon.target for lexicon in self.lexicons]),
                *langs,
            ),
            paragraphs,
        )


def _sides(documents: Sequence[Prepared], vocabularies: Sequence[Side]) -> list[names.Side]:
    tokens = module(documents[0].document.lang, "tokens").tokens

    @cache
    def common(word: str) -> bool:
        return words.common(tokens(word), vocabularies)

    return [names.Side(each.document.texts(), each.mentions, common) for each in documents]


PAIRS = ({"ko", "en"},)
"""Language pairs that lexicons are shipped for."""


def learnt(pairs: Sequence[tuple[Prepared, Prepared]], alignments: Sequence[Sequence[Bead]]) -> Lexicon | None:
    """The lexicon of all sure beads; None where there are none."""
    from align.training.lexicon import count

    source: list[list[str]] = []
    target: list[list[str]] = []
    for (left, right), aligned in zip(pairs, alignments, strict=True):
        for bead in aligned:
            if bead.source and bead.target and bead.confidence >= SURE:
                source.append([token for i in bead.source for token in left.tokens[i]])
                target.append([token for j in bead.target for token in right.tokens[j]])
    if not source:
        return None
    langs = pairs[0][0].document.lang, pairs[0][1].document.lang
    return replace(count(source, target, [1.0] * len(source), *langs, name="batch", iterations=4), faith=FAITH)


def _written(document: Document) -> list[int]:
    """The segments that are not blank."""
    return [
        i for i, s in enumerate(document.segments) if s.start < s.end and not document.text[s.start : s.end].isspace()
    ]


def _part(prepared: Prepared, rows: Sequence[int]) -> Prepared:
    if len(rows) == len(prepared.tokens):
        return prepared
    document = replace(prepared.document, segments=tuple(prepared.document.segments[i] for i in rows))
    return Prepared(document, tuple(prepared.tokens[i] for i in rows), tuple(prepared.mentions[i] for i in rows))


def _primary(*langs: str) -> set[str]:
    return {lang.replace("_", "-").split("-")[0].lower() for lang in langs}


def _turned(lexicon: Lexicon, source_lang: str, target_lang: str) -> Lexicon | None:
    own, asked = (lexicon.source_lang, lexicon.target_lang), (source_lang, target_lang)
    if [_primary(lang) for lang in own] == [_primary(lang) for lang in asked]:
        return lexicon
    return lexicon.reversed() if [_primary(lang) for lang in own[::-1]] == [_primary(lang) for lang in asked] else None
