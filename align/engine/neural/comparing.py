"""Two documents through a model: how alike their runs of segments are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

import numpy as np

from align.engine.evidence import length, similarity
from align.engine.evidence.similarity import Floats, Likeness, Scales
from align.engine.neural import bags
from align.engine.neural import sentences as check
from align.engine.neural.embedder import Embedder
from align.engine.neural.translator import Translator
from align.engine.search.lattice import Shape
from align.tags import primary

Langs = tuple[str, str]
Run = tuple[int, int]
"""(start, size): segments in a row."""


def joined(texts: Sequence[str], run: Run) -> str:
    """A run of segments as one text."""
    start, size = run
    return " ".join(texts[start : start + size])


class Compared(Protocol):
    """Two documents as a model sees them."""

    def likeness(self, shapes: Sequence[Shape]) -> Likeness:
        """Of all runs of these shapes that fit."""

    def closer(self, runs: tuple[Sequence[Run], Sequence[Run]]) -> Compared:
        """The same, those runs of source and target read as the texts that they are."""


class Comparer(Protocol):
    """A model, or two, that can compare documents."""

    choice: str
    """The engine's name."""

    @property
    def told(self) -> str:
        """The engine as signatures say it."""

    def compared(self, source: Sequence[str], target: Sequence[str], langs: Langs) -> Compared:
        """The segments of two documents."""

    def read(self, texts: Iterable[str]) -> None:
        """Texts of several documents that will be asked about: a model reads them in batches, whosever they are."""

    def ready(self) -> None:
        """Load the models now; InputError where one is broken."""

    def unknown(self, langs: Langs) -> str:
        """Why it cannot compare documents in these languages, "" where it can."""

    def prior(self, langs: Langs) -> Scales:
        """What its likenesses are before any document was seen."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """By sentence embeddings."""

    encoder: Embedder
    texts: tuple[Sequence[str], Sequence[str]]
    general: tuple[Floats, Floats]
    singles: tuple[Floats, Floats]
    runs: tuple[Mapping[Run, Floats], Mapping[Run, Floats]] = field(default_factory=lambda: ({}, {}))

    def likeness(self, shapes: Sequence[Shape]) -> Likeness:
        source, target = (
            similarity.vectors(
                self.singles[side],
                length.sizes(self.texts[side]) + 1,
                max(shape[side] for shape in shapes),
                self.general[side],
                self.runs[side],
            )
            for side in (0, 1)
        )
        return similarity.cosines(source, target, shapes)

    def closer(self, runs: tuple[Sequence[Run], Sequence[Run]]) -> Sentences:
        found = []
        for texts, some in zip(self.texts, runs, strict=True):
            vectors = self.encoder.embed([joined(texts, run) for run in some])
            found.append(dict(zip(some, vectors, strict=True)))
        return replace(self, runs=(found[0], found[1]))


@dataclass(frozen=True, slots=True)
class Tokens:
    """By the vectors of the tokens, of a model that is no sentence encoder; a run has those of its segments."""

    states: tuple[list[Floats], list[Floats]]

    def likeness(self, shapes: Sequence[Shape]) -> Likeness:
        return similarity.tokenwise(*self.states, shapes)

    def closer(self, runs: tuple[Sequence[Run], Sequence[Run]]) -> Tokens:
        return self


@dataclass(frozen=True, slots=True)
class Words:
    """By the words and parts of words of translations; a run has those of its segments."""

    bags: tuple[Floats, Floats]

    def likeness(self, shapes: Sequence[Shape]) -> Likeness:
        most = [max(shape[side] for shape in shapes) for side in (0, 1)]
        source, target = (
            similarity.vectors(rows, np.ones(len(rows)), size) for rows, size in zip(self.bags, most, strict=True)
        )
        return similarity.cosines(source, target, shapes)

    def closer(self, runs: tuple[Sequence[Run], Sequence[Run]]) -> Words:
        return self


class EncoderComparer:
    """Compares by an encoder."""

    def __init__(self, encoder: Embedder, choice: str) -> None:
        self.encoder, self.choice = encoder, choice

    @property
    def told(self) -> str:
        return f"{self.choice} ({self.encoder.model.fingerprint[:8]})"

    def compared(self, source: Sequence[str], target: Sequence[str], langs: Langs) -> Compared:
        return self._compared(source, target, (self._general(langs[0]), self._general(langs[1])))

    def read(self, texts: Iterable[str]) -> None:
        if self.encoder.whole:
            self.encoder.read([*texts])

    def ready(self) -> None:
        self.encoder.run  # noqa: B018 - loads

    def unknown(self, langs: Langs) -> str:
        known = self.encoder.told.langs
        strange = [lang for lang in langs if known and primary(lang) not in known]
        return f"{self.encoder.name} knows {' and '.join(known)}, and not {strange[0]}" if strange else ""

    def prior(self, langs: Langs) -> Scales:
        """From the built-in sentences, whatever the languages: what an encoder for many languages can, it can in most."""
        return self._prior

    def _compared(self, source: Sequence[str], target: Sequence[str], general: tuple[Floats, Floats]) -> Compared:
        if not self.encoder.whole:
            return Tokens((self.encoder.states(source), self.encoder.states(target)))
        return Sentences(
            self.encoder, (source, target), general, (self.encoder.embed(source), self.encoder.embed(target))
        )

    @cached_property
    def _prior(self) -> Scales:
        return known(self._compared(*check.texts(), self._means))

    @cached_property
    def _means(self) -> tuple[Floats, Floats]:
        """The mean vector of each side of the built-in sentences."""
        if not self.encoder.whole:
            return np.zeros(1), np.zeros(1)
        source, target = (self.encoder.embed(texts).mean(0) for texts in check.texts())
        return source, target

    def _general(self, lang: str) -> Floats:
        known = dict(zip(check.LANGS, self._means, strict=True))
        return known.get(primary(lang), (self._means[0] + self._means[1]) / 2)


class TranslatorComparer:
    """Compares by translations, one way or both."""

    def __init__(self, translators: Sequence[Translator], choice: str) -> None:
        self.translators, self.choice = translators, choice
        self.known: dict[Langs, Scales] = {}

    @property
    def told(self) -> str:
        return f"{self.choice} ({' '.join(each.model.fingerprint[:8] for each in self.translators)})"

    def compared(self, source: Sequence[str], target: Sequence[str], langs: Langs) -> Compared:
        ways = []
        for here, there, direction in ((source, target, langs), (target, source, langs[::-1])):
            model = next((each for each in self.translators if each.serves(*direction)), None)
            if model is not None:
                rows = bags.of(model.translate(here, *direction), there)
                ways.append(rows if direction == langs else rows[::-1])
        return Words((np.hstack([way[0] for way in ways]), np.hstack([way[1] for way in ways])))

    def read(self, texts: Iterable[str]) -> None:
        """Nothing: which way a text is to be translated is known with its document."""

    def ready(self) -> None:
        for each in self.translators:
            each.run  # noqa: B018 - loads

    def unknown(self, langs: Langs) -> str:
        idle = [each.name for each in self.translators if not (each.serves(*langs) or each.serves(*langs[::-1]))]
        return f"{idle[0]} does not translate between {langs[0]} and {langs[1]}" if idle else ""

    def prior(self, langs: Langs) -> Scales:
        """From the built-in sentences where the models translate those, else one that expects nothing."""
        if langs not in self.known:
            asked = next(
                (pair for pair in (check.LANGS, check.LANGS[::-1]) if pair == (primary(langs[0]), primary(langs[1]))),
                None,
            )
            if asked is None:
                self.known[langs] = Scales.flat(0.1)
            else:
                korean, english = check.texts()
                texts = (korean, english) if asked == check.LANGS else (english, korean)
                self.known[langs] = known(self.compared(*texts, asked))
        return self.known[langs]


def known(compared: Compared) -> Scales:
    """The scales of the built-in sentences, the k-th of one side the translation of the k-th of the other."""
    likeness = compared.likeness([(1, 1), (1, 2), (2, 1), (2, 2)])
    return Scales.of(likeness, np.eye(len(likeness[1, 1])))
