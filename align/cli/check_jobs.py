"""The inputs of `align check` one by one, in this process or several; what is kept of earlier runs is not checked again."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from align.cli.check_cache import Kept
from align.cli.check_inputs import Task
from align.cli.check_reports import Checker, Result
from align.cli.check_settings import Settings
from align.errors import InputError

LONG = 8
"""Inputs from which a terminal gets a progress bar."""


def results(work: Sequence[Task], settings: Settings, jobs: int, kept: Kept | None = None) -> Iterator[Result]:
    """The result of each task, in their order."""
    with click.progressbar(
        _kept(work, settings, jobs, kept) if kept else _results(work, settings, jobs),
        length=len(work),
        file=sys.stderr,
        hidden=len(work) < LONG or not sys.stderr.isatty(),
    ) as bar:
        yield from bar


def _kept(work: Sequence[Task], settings: Settings, jobs: int, kept: Kept) -> Iterator[Result]:
    """What is kept as it is; the rest is checked, and kept by this process alone."""
    known = [(task, *kept.get(task)) for task in work]
    fresh = _results([task for task, _, result in known if result is None], settings, jobs)
    for task, key, result in known:
        if result is None:
            result = next(fresh)
            kept.put(key, task, result)
        yield result
    kept.close()


def _results(work: Sequence[Task], settings: Settings, jobs: int) -> Iterator[Result]:
    jobs = min(jobs, len(work))
    if jobs < 2:
        yield from map(Checker(settings).check, work)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # spawned, since a fork of a process that has numpy's threads may never come back
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (settings,)) as pool:
        try:
            yield from pool.map(_check, work, chunksize=1)
        except BrokenProcessPool:
            raise InputError(f"--jobs {jobs}", "a process has died, maybe for want of memory", "use fewer") from None


_checker: Checker | None = None
"""Of a process of the pool."""


def _begin(settings: Settings) -> None:
    global _checker
    _checker = Checker(settings)


def _check(task: Task) -> Result:
    assert _checker is not None
    return _checker.check(task)
