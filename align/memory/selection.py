"""Which units of a store are delivered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from align.checks import SEVERITIES
from align.engine.evidence.length import size
from align.memory.flags import UNWANTED, bits
from align.memory.store import Store
from align.memory.sums import CONFIDENCE, FIRST, FLAGS
from align.model import Unit


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
    findings: str = ""
    """The severity from which a finding keeps a unit out; "" for none."""
    duplicates: bool = False
    """Those that say what an earlier unit says, too."""
    without: tuple[str, ...] = UNWANTED
    """Quality flags."""

    def units(self, store: Store) -> Iterator[Unit]:
        """The units of a store that are so, in the order in which they came."""
        asked = self.source_lang or self.target_lang or self.findings or self.ratio
        least, unwanted, duplicates = self.confidence, bits(self.without), self.duplicates
        for document, rows in store.rows():
            kept = [
                row
                for row in rows
                if row[CONFIDENCE] >= least and not row[FLAGS] & unwanted and (duplicates or row[FIRST] is None)
            ]
            units = document.units(kept)
            yield from filter(self._fits, units) if asked else units

    def _fits(self, unit: Unit) -> bool:
        if not (_of(unit.source_lang, self.source_lang) and _of(unit.target_lang, self.target_lang)):
            return False
        if self.findings and unit.findings:
            grave = SEVERITIES[: SEVERITIES.index(self.findings) + 1]
            if any(severity in grave for _, severity, _ in unit.findings):
                return False
        if self.ratio:
            short, long = sorted((size(unit.source), size(unit.target)))
            return long <= self.ratio * max(short, 1.0)
        return True


def _of(lang: str, asked: str) -> bool:
    return not asked or lang == asked or lang.startswith(f"{asked}-")
