"""The engine: two segmented documents in, their alignment with calibrated confidences out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from align import __version__, resources
from align.bead_order import ordered
from align.engine import static
from align.engine.choices import AUTO, LEXICAL
from align.engine.evidence import names, readings, trust, values, words
from align.engine.evidence.channel import Floats
from align.engine.evidence.features import MOST, Evidence, evidence
from align.engine.evidence.hints import Hints
from align.engine.evidence.weights import Weights
from align.engine.lexicon import Lexicon, of_pair, shipped
from align.engine.search import windows
from align.lang import language
from align.model import Alignment, Bead, Document, Mention
from align.tags import primary

if TYPE_CHECKING:
    from align.engine.neural.comparing import Comparer

SURE = 0.6
"""Confidence from which a bead teaches the batch's lexicon."""
FOLDS = 2
"""Parts of the sure beads that are held out in turn to tell how far what the others teach is to be believed."""
ROUNDS = 2
"""Times that a batch is aligned again with what it taught; twice as often where nothing is known beforehand."""
SHORT = 80
"""Segments of the longer side up to which articles are aligned side by side: longer ones fill the arrays by themselves."""
SIDE_BY_SIDE = 8
"""Articles that are aligned in one go."""
MANY = 100_000
"""Words of which an engine remembers whether they are common."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with what is read out of each of its segments."""

    document: Document
    tokens: tuple[list[str], ...]
    mentions: tuple[tuple[Mention, ...], ...]
    """Offsets are the segment's."""


def prepare(document: Document) -> Prepared:
    """The tokens and mentions of each segment."""
    tokens, mentions = language(document.lang).tokens, language(document.lang).mentions
    texts = document.texts()
    return Prepared(
        document, tuple(tokens(text) for text in texts), tuple(mentions(text, document.date) for text in texts)
    )


@dataclass(frozen=True, slots=True)
class Engine:
    """What one language pair is aligned with."""

    lexicons: tuple[Lexicon, ...]
    weights: Weights
    comparer: Comparer | None = None
    """The model that is asked too, if any."""
    ours: int = 0
    """How many of the first lexicons come with the package: they were tried on much text."""
    measured: int = 0
    """How many of the last lexicons have a faith that was measured on these documents: it is taken as it is."""
    common: dict[tuple[int, str], bool] = field(init=False, repr=False, compare=False, default_factory=dict)
    """Which words are common, by side and word: what was asked before."""

    @classmethod
    def load(cls, source_lang: str, target_lang: str, lexicons: Iterable[Lexicon] = (), choice: str = AUTO) -> Engine:
        """The shipped knowledge of a language pair, with `lexicons` of the user's added; either may be of the opposite direction.

        `choice` names the engine: auto, lexical, or that with a model, as `align.engine.neural.choice` has them.
        """
        ours = [lexicon for name in of_pair(source_lang, target_lang) if (lexicon := shipped(name)) is not None]
        known = tuple(
            turned
            for lexicon in (*ours, *lexicons)
            if (turned := _turned(lexicon, source_lang, target_lang)) is not None
        )
        comparer: Comparer | None = None
        if choice == AUTO:
            if not of_pair(source_lang, target_lang):
                comparer = static.of_pair(source_lang, target_lang)
        elif choice != LEXICAL:
            from align.engine.neural.choice import comparer as asked

            comparer = asked(choice, (source_lang, target_lang))
        return cls(known, _weights(bool(ours), comparer), comparer, len(ours))

    def lexical(self) -> Engine:
        """The same without a model."""
        return replace(self, comparer=None, weights=_weights(bool(self.ours), None)) if self.comparer else self

    def align(self, source: Document, target: Document, *, paragraphs: bool = True) -> Alignment:
        """The alignment of two segmented documents. `paragraphs` is false where each line is a segment."""
        return self.aligned(prepare(source), prepare(target), paragraphs=paragraphs)

    def aligned(self, source: Prepared, target: Prepared, *, paragraphs: bool = True) -> Alignment:
        """The same of two documents that are prepared already; where no lexicon of ours is known, they teach their own."""
        return self._together([(source, target)], paragraphs, self.learning)[0]

    def batch(
        self, pairs: Sequence[tuple[Document, Document]], *, paragraphs: bool = True, adapt: bool = True
    ) -> list[Alignment]:
        """The alignments of many pairs; with `adapt` the sure beads of all teach a lexicon, and all are aligned again."""
        return self._together([(prepare(source), prepare(target)) for source, target in pairs], paragraphs, adapt)

    @property
    def learning(self) -> bool:
        """Whether a single article teaches its own lexicon: where no lexicon of ours is known."""
        return not self.ours

    def bare(self) -> Engine:
        """The same without a lexicon."""
        return replace(self, lexicons=(), ours=0)

    def _priors(self) -> list[trust.Prior]:
        """How far each lexicon is believed before anything was read."""
        return [(x.faith, trust.TESTED if k < self.ours else trust.UNTESTED) for k, x in enumerate(self.lexicons)]

    def taught(
        self, prepared: Sequence[tuple[Prepared, Prepared]], paragraphs: bool
    ) -> tuple[Engine, list[list[Bead]]]:
        """This engine with the lexicon that the sure beads of `prepared` teach, and the beads that it finds in them."""
        engine, found = self, self.beads(prepared, paragraphs)
        for _ in range(ROUNDS if self.lexicons else 2 * ROUNDS):
            lexicon = learnt(prepared, found)
            if lexicon is None:
                break
            engine = replace(self, lexicons=(*self.lexicons, lexicon), measured=1)
            found = engine.beads(prepared, paragraphs)
        return engine, found

    def _together(
        self, prepared: Sequence[tuple[Prepared, Prepared]], paragraphs: bool, adapt: bool
    ) -> list[Alignment]:
        found = self.taught(prepared, paragraphs)[1] if adapt else self.beads(prepared, paragraphs)
        return [
            Alignment(source.document, target.document, tuple(aligned), self.signature(adapt and len(prepared) > 1))
            for (source, target), aligned in zip(prepared, found, strict=True)
        ]

    def signature(self, adapted: bool = False) -> str:
        """How results are made, so that two can be compared."""
        known = [f"lexicon {lexicon.name}" for lexicon in self.lexicons] or ["no lexicon"]
        name = self.comparer.told if self.comparer else LEXICAL
        return "; ".join([f"align-toolkit {__version__}", f"engine {name}", *known, *(["batch"] if adapted else [])])

    def beads(self, pairs: Sequence[tuple[Prepared, Prepared]], paragraphs: bool = True) -> list[list[Bead]]:
        """The beads of each pair, articles of like size side by side; a blank line is a null of its own and nothing else."""
        rows = [(_written(source.document), _written(target.document)) for source, target in pairs]
        parts = [(_part(source, r), _part(target, c)) for (source, target), (r, c) in zip(pairs, rows, strict=True)]
        found: list[list[Bead]] = [[] for _ in pairs]
        sizes = [(max(len(r), len(c)), k) for k, (r, c) in enumerate(rows)]
        short = sorted((size, k) for size, k in sizes if size <= SHORT and all(rows[k]))
        for some in (short[k : k + SIDE_BY_SIDE] for k in range(0, len(short), SIDE_BY_SIDE)):
            evidence = self.evidence([parts[k] for _, k in some], paragraphs)
            for (_, k), each in zip(some, windows.articles(evidence, self.weights), strict=True):
                found[k] = each
        for _, k in sorted({*sizes} - {*short}):
            found[k] = self._alone(*parts[k], paragraphs)
        return [
            _with_blanks(some, *written, len(source.tokens), len(target.tokens))
            for some, written, (source, target) in zip(found, rows, pairs, strict=True)
        ]

    def _alone(self, source: Prepared, target: Prepared, paragraphs: bool) -> list[Bead]:
        """The beads of one pair of any length."""

        def price(pieces: Sequence[tuple[range, range]]) -> Evidence:
            return self.evidence([(_part(source, some), _part(target, others)) for some, others in pieces], paragraphs)

        def hints() -> Hints:
            read = readings.lexicon([source.tokens], [target.tokens], (source.document.lang, target.document.lang))
            lexicons = self.lexicons if read is None else (read, *self.lexicons)
            return Hints.of(source.tokens, target.tokens, source.mentions, target.mentions, lexicons)

        return windows.align(len(source.tokens), len(target.tokens), price, hints, self.weights)

    def evidence(self, pairs: Sequence[tuple[Prepared, Prepared]], paragraphs: bool) -> Evidence:
        """What speaks for each bead of each pair."""
        source, target = [a for a, _ in pairs], [b for _, b in pairs]
        langs = source[0].document.lang, target[0].document.lang
        tokens = [a.tokens for a in source], [b.tokens for b in target]
        read = readings.lexicon(*tokens, langs)
        lexicons, priors = self.lexicons, self._priors()
        if read is not None:
            lexicons, priors = (read, *lexicons), [readings.PRIOR, *priors]
        known = words.Words.of(*tokens, lexicons, len(lexicons) - len(self.lexicons))
        none = np.zeros((len(pairs), len(lexicons)))
        found = evidence(
            [(a.document, b.document) for a, b in pairs],
            known.believed(none),
            values.channel(*([_values(each) for each in side] for side in (source, target))),
            names.channel(
                self._sides(source, 0),
                self._sides(target, 1),
                *langs,
            ),
            paragraphs,
        )
        if lexicons:
            shares = self._shares(known, found, lexicons, priors)
            found = replace(found, words=known.believed(shares).scores(MOST))
        if self.comparer is None:
            return found
        from align.engine.neural.seeing import seen

        return seen(
            found, [(a.document.texts(), b.document.texts()) for a, b in pairs], langs, self.comparer, self.weights
        )

    def _shares(
        self, known: words.Words, others: Evidence, lexicons: Sequence[Lexicon], priors: Sequence[trust.Prior]
    ) -> Floats:
        """(documents, lexicons): how far each lexicon is believed, by what the `others` find; what was measured stays."""
        asked = len(lexicons) - self.measured
        shares = np.tile([lexicon.faith for lexicon in lexicons], (len(others.sizes), 1))
        if asked:
            shares[:, :asked] = trust.share(
                [known.alone(k) for k in range(asked)], priors[:asked], self.weights.singles(others)
            )
        return shares

    def _sides(self, documents: Sequence[Prepared], side: int) -> list[names.Side]:
        tokens = language(documents[0].document.lang).tokens
        vocabularies = [(lexicon.source, lexicon.target)[side] for lexicon in self.lexicons]
        asked = self.common
        if len(asked) > MANY:
            asked.clear()

        def common(word: str) -> bool:
            found = asked.get((side, word))
            if found is None:
                found = asked[side, word] = words.common(tokens(word), vocabularies)
            return found

        return [names.Side(each.document.texts(), each.mentions, common) for each in documents]


def _values(prepared: Prepared) -> list[list[str]]:
    return values.read(prepared.mentions)


def _weights(known: bool, comparer: Comparer | None) -> Weights:
    """By whether we have a lexicon of the pair: one of the user's is believed as far as it shows, and changes nothing before that."""
    return Weights.of(resources.text("base/weights.json"), known, comparer is not None)


def learnt(pairs: Sequence[tuple[Prepared, Prepared]], alignments: Sequence[Sequence[Bead]]) -> Lexicon | None:
    """The lexicon of all sure beads, believed as far as that of one half of them knows the other; None where there are none."""
    sure = [
        [bead for bead in aligned if bead.source and bead.target and bead.confidence >= SURE] for aligned in alignments
    ]
    whole = _counted(pairs, sure)
    if whole is None:
        return None
    told = []
    for fold in range(FOLDS):
        lexicon = _counted(pairs, [[b for k, b in enumerate(some) if k % FOLDS != fold] for some in sure])
        for (left, right), some in zip(pairs, sure, strict=True):
            held = [b for k, b in enumerate(some) if k % FOLDS == fold and len(b.source) == len(b.target) == 1]
            if lexicon is not None and held:
                matrix = np.zeros((1, len(left.tokens), len(right.tokens)))
                for bead in held:
                    matrix[0, bead.source[0], bead.target[0]] = bead.confidence
                told.append(trust.gains(words.Words.of([left.tokens], [right.tokens], [lexicon]).alone(0), matrix))
    return replace(whole, faith=float(trust.likeliest(trust.joined(told), 1, trust.LEARNT)[0]) if told else 0.0)


def _counted(pairs: Sequence[tuple[Prepared, Prepared]], beads: Sequence[Sequence[Bead]]) -> Lexicon | None:
    """The lexicon of `beads`, those of each pair."""
    from align.engine.learning import count

    source = [
        [t for i in b.source for t in left.tokens[i]]
        for (left, _), some in zip(pairs, beads, strict=True)
        for b in some
    ]
    target = [
        [t for j in b.target for t in right.tokens[j]]
        for (_, right), some in zip(pairs, beads, strict=True)
        for b in some
    ]
    if not source:
        return None
    langs = pairs[0][0].document.lang, pairs[0][1].document.lang
    return count(source, target, [1.0] * len(source), *langs, name="batch", iterations=4)


def _with_blanks(found: list[Bead], rows: Sequence[int], columns: Sequence[int], n: int, m: int) -> list[Bead]:
    """The beads of the written segments with those of the blank ones, in the numbers of all."""
    if len(rows) == n and len(columns) == m:
        return found
    blank = [Bead((i,), ()) for i in range(n) if i not in set(rows)]
    blank += [Bead((), (j,)) for j in range(m) if j not in set(columns)]
    moved = (Bead(tuple(rows[i] for i in b.source), tuple(columns[j] for j in b.target), b.confidence) for b in found)
    return ordered([*blank, *moved])


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


def _turned(lexicon: Lexicon, source_lang: str, target_lang: str) -> Lexicon | None:
    own, asked = (lexicon.source_lang, lexicon.target_lang), (source_lang, target_lang)
    if [*map(primary, own)] == [*map(primary, asked)]:
        return lexicon
    return lexicon.reversed() if [*map(primary, own[::-1])] == [*map(primary, asked)] else None
