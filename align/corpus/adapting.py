"""What a corpus teaches of its own words: a first pass over some of its pairs, whose sure beads make a lexicon for all.

The lexicon is kept in the store, so that what is added later is aligned with the same knowledge.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from math import log10
from pathlib import Path

from align.corpus import shards
from align.corpus.build import Runner
from align.corpus.listing import Pair
from align.corpus.recipe import Recipe, identity
from align.corpus.tasks import SIZE, Task
from align.corpus.work import Done, Item
from align.engine.engine import SURE
from align.engine.learning import count
from align.engine.lexicon import Lexicon
from align.lang import language
from align.memory.store import Store
from align.tags import primary

MOST = 2000
"""Pairs of the first pass: of a larger corpus every so manieth."""
LEAST = 3
"""Pairs of a language pair below which there is nothing to learn."""
ITERATIONS = 4
"""Of EM: a corpus is small, and more fits it too closely."""
LITTLE, MUCH = 0.35, 0.6
"""Bounds of `faith`."""
NAME = "lexicon "
"""Before the language pair in the store's table of values."""


def adapted(
    store: Store, pairs: Sequence[Pair], recipe: Recipe, run: Runner, folder: Path, *, again: bool = False
) -> Recipe:
    """The recipe with the lexicons of the store; where it has none, or `again`, they are learnt from the pairs first."""
    known = [name for name in store.names() if name.startswith(NAME)]
    if not known or again:
        own = {
            f"{NAME}{x.source_lang}-{x.target_lang}": x.write() for x in lexicons(pairs, recipe, run, folder / "first")
        }
        store.put({**dict.fromkeys(known), **own})
        shutil.rmtree(folder / "first", ignore_errors=True)
    return frozen(store, recipe, folder)


def frozen(store: Store, recipe: Recipe, folder: Path) -> Recipe:
    """The recipe with the lexicons that a store has, put into files for the processes; the same one where it has none."""
    found = []
    for name in store.names():
        data = store.get(name) if name.startswith(NAME) else None
        if data:
            digest = sha256(data).hexdigest()
            path = folder / f"{digest[:16]}.npz"
            folder.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)
            found.append((str(path), digest))
    return replace(recipe, adapted=tuple(found)) if found else recipe


def lexicons(pairs: Sequence[Pair], recipe: Recipe, run: Runner, folder: Path) -> list[Lexicon]:
    """A lexicon for each language pair of a sample of the corpus that is large enough."""
    chosen = [pairs[k * len(pairs) // min(MOST, len(pairs))] for k in range(min(MOST, len(pairs)))]
    items = [Item(pair, identity(pair, recipe)) for pair in chosen]
    folder.mkdir(parents=True, exist_ok=True)
    tasks = [Task(tuple(items[k : k + SIZE]), str(folder)) for k in range(0, len(items), SIZE)]
    for _ in run((task for task in tasks if shards.read(task.shard) is None), recipe):
        pass
    grouped: dict[tuple[str, str], list[Done]] = {}
    for task in tasks:
        for done in shards.read(task.shard) or ():
            if done.entries:
                langs = primary(done.record.source_lang), primary(done.record.target_lang)
                grouped.setdefault(langs, []).append(done)
    return [
        learnt(langs, ((e.source, e.target, e.confidence) for done in found for e in done.entries))
        for langs, found in sorted(grouped.items())
        if len(found) >= LEAST
    ]


def learnt(langs: tuple[str, str], units: Iterable[tuple[str, str, float]]) -> Lexicon:
    """The lexicon of the sure ones of `units` (source, target, confidence), each text pair once; its name has its hash."""
    cut = [language(lang).tokens for lang in langs]
    sure = dict.fromkeys((source, target) for source, target, confidence in units if confidence >= SURE)
    source, target = ([cut[k](pair[k]) for pair in sure] for k in (0, 1))
    lexicon = replace(count(source, target, [1.0] * len(sure), *langs, iterations=ITERATIONS), faith=faith(len(sure)))
    return replace(lexicon, name=f"corpus {sha256(lexicon.write()).hexdigest()[:12]}")


def faith(pairs: int) -> float:
    """Share of a word's uses that a lexicon renders which has seen so many pairs: a third at a thousand, half at ten thousand.

    Too much of it costs more than too little: with 0.7 and a thousand pairs what it does not know yet outweighs what it knows.
    """
    return min(MUCH, max(LITTLE, 0.3 + 0.2 * log10(max(pairs, 1) / 1000)))
