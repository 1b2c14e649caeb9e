"""Stores of which one bit is another: what is delivered, said and saved, trial by trial; a part of benchmarks/killed.py."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from align.errors import AlignError
from align.memory import quality
from align.memory.salvage import opened, saved
from align.memory.search import concordance, exact, fuzzy
from align.memory.selection import Selection
from align.memory.store import Store
from align.memory.verify import faults, whole
from align.model import Unit

ASKED = 20
"""Texts that each store is searched for, three ways."""
HEAD = 30 * 4096
"""Bytes at the start in which a fifth of the bits is flipped: they say how the rest is to be read."""


def told(path: Path, questions: list[str]) -> dict[str, object]:
    """What exports, counts and searches say; the error where they refuse."""
    asked: dict[str, Callable[[Store], object]] = {
        "export": lambda store: [*Selection(duplicates=True, without=()).units(store)],
        "stats": lambda store: (store.checked(), quality.counts(store), store.languages(), store.signature()),
        "search": lambda store: [search(store, text) for text in questions for search in (exact, fuzzy, concordance)],
    }
    found: dict[str, object] = {}
    for name, ask in asked.items():
        try:
            with Store.open(str(path)) as store:
                found[name] = ask(store)
        except AlignError as error:
            found[name] = error
    return found


def delivered(path: Path) -> Counter[tuple[str, str]]:
    """The texts of the units that are delivered, each as often as it is."""
    with Store.open(str(path)) as store:
        return Counter((unit.source, unit.target) for unit in Selection().units(store))


def trials(store: Path, times: int, again: Callable[[Path], None]) -> Counter[str]:
    """What came of flipping one bit of a store, so often. `again` builds into a store what is missing in it."""
    rng, data, found = random.Random(1), store.read_bytes(), Counter[str]()
    with Store.open(str(store)) as sound:
        units: list[Unit] = [*sound.units()]
    questions = [unit.source for unit in units[:: max(len(units) // ASKED, 1)]]
    wanted, right = delivered(store), told(store, questions)
    path, rest = store.with_name("flipped.tm"), store.with_name("saved.tm")
    for turn in range(times):
        bit = rng.randrange(8 * (min(HEAD, len(data)) if turn % 5 == 0 else len(data)))
        path.write_bytes(bytes((*data[: bit // 8], data[bit // 8] ^ 1 << bit % 8, *data[bit // 8 + 1 :])))
        said = told(path, questions)
        refused = [name for name, value in said.items() if isinstance(value, AlignError)]
        found["other units"] += any(value != right[name] for name, value in said.items() if name not in refused)
        found["refused"] += bool(refused)
        try:
            with opened(str(path)) as (damaged, fault):
                fault = fault or faults(damaged)
                if fault:
                    rest.unlink(missing_ok=True)
                    saved(whole(damaged), str(rest))
        except AlignError:
            found["nothing could be saved"] += 1
            continue
        found["said by verify"] += bool(fault)
        found["unsaid by verify"] += not fault and bool(refused)
        if fault:
            found["with all units saved"] += delivered(rest) == wanted
            again(rest)
            found["lost after the next build"] += bool(wanted - delivered(rest))
            found["twice after the next build"] += bool(delivered(rest) - wanted)
    path.unlink(missing_ok=True)
    return found
