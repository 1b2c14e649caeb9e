"""Sentences whose translations are known: whether a model can tell them apart says whether it is of any use."""

from __future__ import annotations

from functools import cache

from align import resources

LANGS = resources.usual()
USEFUL = 0.5
"""Share of sentences that have to find their translation first for a model to be worth asking."""


@cache
def texts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences in the first language and their translations, in the same order."""
    rows = [line.split("\t") for line in resources.text(f"{'-'.join(LANGS)}/trial.tsv").splitlines()[1:]]
    return tuple(row[0] for row in rows), tuple(row[1] for row in rows)
