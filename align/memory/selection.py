"""Which units of a store are delivered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from align.checks import SEVERITIES
from align.engine.evidence.length import size
from align.memory import joined
from align.memory.flags import UNWANTED, bits
from align.memory.joined import fits, of
from align.memory.records import Described
from align.memory.store import Store
from align.memory.sums import CONFIDENCE, FIRST, FLAGS, Plain
from align.model import Unit

Document = tuple[Described, list[Plain]]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a unit has to be; all of it."""

    confidence: float = 0.0
    """At least."""
    ratio: float = 0.0
    """Times that one side may be longer than the other, in Latin letters; 0 for any."""
    source_lang: str = ""
    """Of any region; "" for any."""
    target_lang: str = ""
    """With a source language too: any pair out of the store, also by a source that both are translations of."""
    findings: str = ""
    """The severity from which a finding keeps a unit out; "" for none."""
    duplicates: bool = False
    """Those that say what an earlier unit says, too."""
    without: tuple[str, ...] = UNWANTED
    """Quality flags."""

    def languages(self, store: Store) -> tuple[str, ...]:
        """The languages of what is delivered, in the order in which they came: more than two where units have variants."""
        if self.source_lang and self.target_lang:
            return self.source_lang, self.target_lang
        pairs = [pair for pair in store.pairs() if of(pair[0], self.source_lang) and of(pair[1], self.target_lang)]
        return tuple(dict.fromkeys(lang for pair in pairs for lang in pair))

    def units(self, store: Store) -> Iterator[Unit]:
        """The units of a store that are so, in the order in which they came; those of a set with their variants."""
        source, target = self.source_lang, self.target_lang
        if source and target and self._indirect(store):
            found = (unit for documents in self._sets(store) for unit in self._bundle(documents).pairs(source, target))
            chosen = (unit for unit in found if not set(unit.flags) & set(self.without))
            yield from chosen if self.duplicates else joined.once(chosen)
            return
        if source and target:
            for document, rows in store.rows():
                yield from self._alone(document, rows)
            return
        for documents in self._sets(store):
            if documents[0][0].record.set:
                yield from self._bundle(documents).units()
            else:
                yield from self._alone(*documents[0])

    def _indirect(self, store: Store) -> bool:
        """Whether there may be more than the documents that are from and into the languages that are asked for."""
        pairs = store.pairs()
        straight = any(of(a, self.source_lang) and of(b, self.target_lang) for a, b in pairs)
        turned = any(of(b, self.source_lang) and of(a, self.target_lang) for a, b in pairs)
        left, right = ({a for a, b in pairs if of(b, lang)} for lang in (self.source_lang, self.target_lang))
        return turned or not straight or not left.isdisjoint(right)

    def _sets(self, store: Store) -> Iterator[list[Document]]:
        """The documents of each set, and each other document alone."""
        alone = 0

        def of_set(document: Document) -> str | int:
            nonlocal alone
            alone += 1
            return document[0].record.set or alone

        for _, documents in groupby(store.rows(), of_set):
            yield list(documents)

    def _alone(self, document: Described, rows: Sequence[Plain]) -> Iterator[Unit]:
        """Those of one document as pairs."""
        asked = self.source_lang or self.target_lang or self.findings or self.ratio
        least, unwanted, duplicates = self.confidence, bits(self.without), self.duplicates
        kept = [
            row
            for row in rows
            if row[CONFIDENCE] >= least and not row[FLAGS] & unwanted and (duplicates or row[FIRST] is None)
        ]
        units = document.units(kept)
        return filter(self._fits, units) if asked else units

    def _bundle(self, documents: Sequence[Document]) -> joined.Bundle:
        """What is wanted of a set: a unit is a duplicate where all its parts are."""
        fresh = {
            tie
            for document, rows in documents
            for row, tie in zip(rows, document.ties, strict=False)
            if tie and row[FIRST] is None
        }
        unwanted = bits(self.without)
        chosen = []
        for document, rows in documents:
            ties = document.ties or (0,) * len(rows)
            kept = [
                k
                for k, row in enumerate(rows)
                if row[CONFIDENCE] >= self.confidence
                and not row[FLAGS] & unwanted
                and (self.duplicates or row[FIRST] is None or ties[k] in fresh)
            ]
            units = zip(kept, document.units(rows[k] for k in kept), strict=True)
            chosen.append((document, [(k, unit) for k, unit in units if self._sound(unit)]))
        if not (self.source_lang and self.target_lang):
            chosen = [
                (document, [pair for pair in some if fits(pair[1], self.source_lang, self.target_lang)])
                for document, some in chosen
            ]
        return joined.bundle(chosen)

    def _fits(self, unit: Unit) -> bool:
        return fits(unit, self.source_lang, self.target_lang) and self._sound(unit)

    def _sound(self, unit: Unit) -> bool:
        """Whether its findings and lengths let it through."""
        if self.findings and unit.findings:
            grave = SEVERITIES[: SEVERITIES.index(self.findings) + 1]
            if any(severity in grave for _, severity, _ in unit.findings):
                return False
        if self.ratio:
            short, long = sorted((size(unit.source), size(unit.target)))
            return long <= self.ratio * max(short, 1.0)
        return True
