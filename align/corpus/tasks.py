"""Batches of pairs, each with the shard that its results go to; what runs them, here or on a cluster, is in `local` and `cluster`."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from align.corpus import heap, shards, work
from align.corpus.recipe import Recipe
from align.corpus.work import Item
from align.errors import InputError

SIZE = 32
"""Pairs of a task: half a second's work, enough to align them side by side and little to lose."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some pairs that are aligned in one go."""

    items: tuple[Item, ...]
    folder: str

    @property
    def shard(self) -> Path:
        """Named by what is in it, so that what an earlier run has left is known to be this very task's."""
        name = sha256("\n".join(item.identity for item in self.items).encode()).hexdigest()[:24]
        return Path(self.folder) / f"{name}.jsonl"

    def parts(self) -> list[Task]:
        """A task for each pair, or set: where a process dies over a batch, only the pair that kills it is given up."""
        together = groupby(self.items, lambda item: item.set or item.identity)
        return [Task(tuple(items), self.folder) for _, items in together]


def run(task: Task, recipe: Recipe) -> None:
    """Do a task: its shard is there afterwards."""
    heap.keep()
    shards.write(task.shard, work.run(task.items, recipe))


def give_up(task: Task, why: str) -> None:
    """Write the shard of a task of one pair, or set, that no process survives."""
    shards.write(task.shard, [work.failed(item, InputError(item.pair.source, why)) for item in task.items])
