"""Tasks over which their process dies, for tests of what happens then."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from align.corpus import tasks
from align.corpus.recipe import Recipe
from align.corpus.tasks import Task

real = tasks.run


def always(task: Task, recipe: Recipe) -> None:
    """Die over the article d03, whenever and wherever it is tried."""
    if any("d03" in item.pair.source for item in task.items):
        os.kill(os.getpid(), signal.SIGKILL)
    real(task, recipe)


def once(task: Task, recipe: Recipe) -> None:
    """Die over every task the first time."""
    mark = Path(f"{task.shard}.tried")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    real(task, recipe)
