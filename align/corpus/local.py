"""Tasks on the cores of this machine. A process that dies costs nothing but the time to do its task again."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process

from align.corpus import tasks
from align.corpus.recipe import Recipe
from align.corpus.tasks import Task

AHEAD = 2
"""Tasks a process that are handed out at once, so that none waits for work."""
DEATHS = 2
"""Times that a process may die over a task, with nothing else running, before the task is held to be the cause."""


def run(todo: Iterable[Task], recipe: Recipe, processes: int) -> Iterator[Task]:
    """Do all tasks; each is given back when its shard, or those of its parts, are there.

    When a process dies its pool is gone, and nobody knows over which task: those that were running are done again one by one, and
    one over which a process dies again and again is split into its pairs, or given up where it is a single one.
    """
    waiting, suspects = iter(todo), list[Task]()
    while True:
        for task in suspects:  # alone, so that it is known which is to blame
            _alone(task, recipe)
            yield task
        suspects = []
        running: dict[Future[None], Task] = {}
        pool = _pool(processes)
        try:
            for task in waiting:
                suspects = [task]
                running[pool.submit(tasks.run, task, recipe)] = task
                suspects = []
                if len(running) >= AHEAD * processes:
                    yield from _ended(running)
            while running:
                yield from _ended(running)
            return
        except BrokenProcessPool:
            suspects += running.values()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _ended(running: dict[Future[None], Task]) -> Iterator[Task]:
    """The tasks that have ended, when at least one has. BrokenProcessPool leaves those that have not in `running`."""
    done, _ = wait(running, return_when=FIRST_COMPLETED)
    broken = None
    for future in done:
        try:
            future.result()
        except BrokenProcessPool as error:
            broken = error
            continue
        yield running.pop(future)
    if broken:
        raise broken


def _alone(task: Task, recipe: Recipe) -> None:
    for _ in range(DEATHS):
        with _pool(1) as pool:
            try:
                pool.submit(tasks.run, task, recipe).result()
                return
            except BrokenProcessPool:
                continue
    parts = task.parts()
    if len(parts) == 1:
        tasks.give_up(task, f"a process has died over it {DEATHS} times, maybe for want of memory")
        return
    for part in parts:
        _alone(part, recipe)


def _pool(processes: int) -> ProcessPoolExecutor:
    for library in (
        "OPENBLAS",
        "OMP",
        "MKL",
    ):  # each process is one core's: threads of its own would only be in the others' way
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    # spawned, since a fork of a process that has numpy's threads may never come back
    return ProcessPoolExecutor(processes, get_context("spawn"), _begin)


def _begin() -> None:
    """Watch the build's own process: where it is killed, this one has nobody to work for."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_until, args=(parent.sentinel,), daemon=True).start()


def _until(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
