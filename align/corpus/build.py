"""A build: what is not in the store yet is handed out in tasks, and their shards are put in, in the order of the list, by one writer.

Every step may be cut off at any moment. A task is in the store as a whole or not at all, in one transaction; its shard is
removed only then; and a shard that an earlier run has left is taken as it is.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from align.corpus import shards
from align.corpus.listing import Pair
from align.corpus.recipe import Recipe, identities
from align.corpus.sets import sets
from align.corpus.tasks import SIZE, Task
from align.corpus.work import Done, Item
from align.memory.records import DONE
from align.memory.store import Store

Runner = Callable[[Iterable[Task], Recipe], Iterator[Task]]
"""Does tasks, and gives each back when its shard is there."""


@dataclass(slots=True)
class Summary:
    """What a build has done, in this run."""

    pairs: int = 0
    skipped: int = 0
    """That were in the store already."""
    states: Counter[str] = field(default_factory=Counter)
    units: int = 0
    sentences: int = 0
    apart: list[tuple[str, str, float]] = field(default_factory=list)
    """(source, target, how parallel) of pairs that are no translations."""
    failed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Pairs that have been dealt with."""
        return self.skipped + sum(self.states.values())


def build(
    store: Store,
    pairs: Sequence[Pair],
    recipe: Recipe,
    run: Runner,
    folder: Path,
    *,
    size: int = SIZE,
    stamp: str = "",
) -> Summary:
    """Put the units of all pairs that are not in the store yet into it; shards go to `folder`. `stamp` is the creation date."""
    summary = Summary()
    for summary in steps(store, pairs, recipe, run, folder, size=size, stamp=stamp):  # noqa: B007 - the last one is wanted
        pass
    return summary


def steps(
    store: Store,
    pairs: Sequence[Pair],
    recipe: Recipe,
    run: Runner,
    folder: Path,
    *,
    size: int = SIZE,
    stamp: str = "",
) -> Iterator[Summary]:
    """The same step by step: the summary, which grows, whenever tasks are in the store, and at the end."""
    summary = Summary(len(pairs))
    order: deque[Task] = deque()
    ready: set[Path] = set()
    left = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    folder.mkdir(parents=True, exist_ok=True)

    def todo() -> Iterator[Task]:
        for task in _tasks(store, pairs, recipe, folder, size, summary):
            order.append(task)
            if left and _collected(task, left):
                ready.add(task.shard)
            else:
                yield task

    def put() -> None:
        while order and order[0].shard in ready:
            task = order.popleft()
            ready.discard(task.shard)
            _put(store, _collected(task) or [], summary, stamp)
            for each in [task] if task.shard.exists() else task.parts():
                each.shard.unlink(missing_ok=True)

    for task in run(todo(), recipe):
        ready.add(task.shard)
        put()
        yield summary
    put()
    yield summary


def _tasks(
    store: Store,
    pairs: Iterable[Pair],
    recipe: Recipe,
    folder: Path,
    size: int,
    summary: Summary,
) -> Iterator[Task]:
    """The pairs that are not in the store, in tasks."""
    items: list[Item] = []
    for some in sets(pairs):
        known, together = identities(some, recipe)
        if all(map(store.has, known)):
            summary.skipped += len(some)
            continue
        items += [Item(pair, own, together) for pair, own in zip(some, known, strict=True)]
        if len(items) >= size:
            yield Task(tuple(items), str(folder))
            items = []
    if items:
        yield Task(tuple(items), str(folder))


def _collected(task: Task, names: set[str] | None = None) -> list[Done] | None:
    """What is in the shard of a task, or in those of its parts; None where something is not there, or not whole."""
    if names is None or task.shard.name in names:
        found = shards.read(task.shard)
        if found is not None:
            return found
    split = task.parts()
    if len(split) == 1:
        return None
    parts = [_collected(part, names) for part in split]
    return None if None in parts else [done for part in parts for done in part or ()]


def _put(store: Store, found: Sequence[Done], summary: Summary, stamp: str) -> None:
    """Add what came of a task to the store, in one transaction, with files as seen from the store's folder."""
    base = Path(store.path).absolute().parent
    records = [
        replace(d.record, source=_from(base, d.record.source), target=_from(base, d.record.target), created=stamp)
        for d in found
    ]
    summary.units += store.add([(r, d.entries) for r, d in zip(records, found, strict=True)], instead=True)
    for done in found:
        record = done.record
        summary.states[record.state] += 1
        summary.sentences += done.sentences
        summary.notes += done.notes
        if record.error:
            summary.failed.append(record.error)
        elif record.state != DONE:
            summary.apart.append((record.source, record.target, record.parallel or 0.0))


def _from(base: Path, path: str) -> str:
    try:
        return Path(os.path.relpath(Path(path).absolute(), base)).as_posix()
    except ValueError:  # another drive
        return path
