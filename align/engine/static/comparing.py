"""Two documents through a static table.

A run of segments is the sum of its pieces, and so the sum of its segments: nothing has to be read again for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from align.engine.evidence import similarity
from align.engine.evidence.similarity import Floats, Likeness, Scales
from align.engine.neural import sentences as check
from align.engine.neural.comparing import Compared, Langs, Run, known
from align.engine.search.lattice import Shape
from align.engine.static.table import Table
from align.tags import primary


@dataclass(frozen=True, slots=True)
class Sums:
    """By the sums of the vectors of pieces."""

    rows: tuple[Floats, Floats]
    general: tuple[Floats, Floats]

    def likeness(self, shapes: Sequence[Shape]) -> Likeness:
        source, target = (
            similarity.vectors(rows, np.ones(len(rows)), max(shape[side] for shape in shapes), self.general[side])
            for side, rows in enumerate(self.rows)
        )
        return similarity.cosines(source, target, shapes)

    def closer(self, runs: tuple[Sequence[Run], Sequence[Run]]) -> Sums:
        return self


class StaticComparer:
    """Compares by a static table."""

    def __init__(self, table: Table, choice: str) -> None:
        self.table, self.choice = table, choice

    @property
    def told(self) -> str:
        return f"{self.choice.partition(':')[0]} ({self.table.said.fingerprint[:8]})"

    def compared(self, source: Sequence[str], target: Sequence[str], langs: Langs) -> Compared:
        return Sums(_rows(self, tuple(source), tuple(target)), (self._mean(langs[0]), self._mean(langs[1])))

    def read(self, texts: Iterable[str]) -> None:
        """Nothing: a text costs no more alone than among others."""

    def ready(self) -> None:
        self.table.segmenter  # noqa: B018 - loads

    def unknown(self, langs: Langs) -> str:
        strange = [lang for lang in langs if primary(lang) not in self.table.said.langs]
        return f"the table knows {', '.join(self.table.said.langs)}, and not {strange[0]}" if strange else ""

    def prior(self, langs: Langs) -> Scales:
        """From the built-in sentences, whatever the languages."""
        return self._prior

    @cached_property
    def _prior(self) -> Scales:
        return known(self.compared(*check.texts(), check.LANGS))

    def _mean(self, lang: str) -> Floats:
        langs = self.table.said.langs
        if primary(lang) not in langs:
            return np.zeros(self.table.said.width)
        found: Floats = self.table.means[langs.index(primary(lang))].astype(np.float64)
        return found


@lru_cache(maxsize=8)
def _rows(comparer: StaticComparer, source: tuple[str, ...], target: tuple[str, ...]) -> tuple[Floats, Floats]:
    """The sums of the segments of two documents: articles that teach their own lexicon are looked at several times."""
    rows = comparer.table.sums([*source, *target])
    return rows[: len(source)], rows[len(source) :]
