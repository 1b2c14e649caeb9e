"""The inputs of `align check`: which pairs and files they are, and the work on them on one core or several."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from align.cli.checking import FILES, Checker, Result, Settings, Task
from align.errors import AlignError, InputError
from align.formats import of_file
from align.project import Project

LONG = 8
"""Inputs from which a terminal gets a progress bar."""


def tasks(inputs: Sequence[str], project: Project, paired: bool = False) -> tuple[list[Task], list[str], list[str]]:
    """What is to be checked, in the order of the inputs, each once; warnings; and what is wrong with the other inputs.

    Exactly two articles are a pair where neither belongs to a pair of align.toml, or where `paired` says so; any other article
    stands for its pair there.
    """
    if not inputs:
        return _every(project)
    found: dict[tuple[str, str], Task] = {}
    wrong: list[str] = []
    own = [path for path in inputs if of_file(path) not in FILES]
    pairs = {path: project.of(path) for path in own if path != "-"}
    if len(own) == 2 and (
        paired or "-" in own or not any(pairs.values())
    ):  # what is piped in has no place in align.toml
        return [*_files(inputs), Task(own[0], own[1])], [], []
    for path in inputs:
        if path not in own:
            found[path, ""] = Task(path)
        elif pairs.get(path):
            found |= {(source, target): Task(source, target, day, True) for source, target, day in pairs[path]}
        else:
            wrong.append(str(_alone(path, project)))
    return list(found.values()), [], wrong


def _every(project: Project) -> tuple[list[Task], list[str], list[str]]:
    if not project.config.pairs:
        where = (
            f"{project.config.name} has no [[pairs]]"
            if project.config.name
            else "there is no align.toml with [[pairs]]"
        )
        raise InputError("nothing to check", where, "give an article and its translation")
    pairs, notes = project.all()
    if not pairs:
        raise InputError(project.config.name, "none of its [[pairs]] has a file", notes[0])
    return [Task(source, target, day, True) for source, target, day in pairs], notes, []


def _files(inputs: Sequence[str]) -> list[Task]:
    return [Task(path) for path in dict.fromkeys(inputs) if of_file(path) in FILES]


def _alone(path: str, project: Project) -> AlignError:
    """What is wrong with an article that has no other one."""
    if path != "-" and not Path(path).exists():
        return InputError(path, "no such file")
    if Path(path).is_dir():
        return InputError(path, "a folder, not a file", "give an article and its translation")
    if project.config.pairs:
        return InputError(
            path,
            f"belongs to no [[pairs]] of {project.config.name}",
            "list it there; or --pair: these two are a pair all the same",
        )
    return InputError(path, "an article without its other side", "give two, or list them in [[pairs]] of align.toml")


def results(work: Sequence[Task], settings: Settings, jobs: int) -> Iterator[Result]:
    """The result of each task, in their order."""
    with click.progressbar(
        _results(work, settings, min(jobs, len(work))),
        length=len(work),
        file=sys.stderr,
        hidden=len(work) < LONG or not sys.stderr.isatty(),
    ) as bar:
        yield from bar


def _results(work: Sequence[Task], settings: Settings, jobs: int) -> Iterator[Result]:
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
