"""The inputs of `align check`: which pairs and files they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from align.errors import AlignError, InputError
from align.files import shown
from align.formats import FORMATS, of_file
from align.project import Project
from align.reports.options import Failed

FILES = tuple(name for name, found in FORMATS.items() if found.read)
"""Formats that hold alignments."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article pair, or a file of alignments where `target` is ""."""

    source: str
    target: str = ""
    date: date | None = None
    """Of [[pairs]]: where the files themselves have none."""
    listed: bool = False
    """The pair is one of align.toml, whose translation may not be there yet."""
    others: tuple[str, ...] = ()
    """Further translations of the same source; where these are not of align.toml any of all the files may be the source."""

    @property
    def paths(self) -> tuple[str, ...]:
        """All of its files."""
        return tuple(filter(None, (self.source, self.target, *self.others)))


def tasks(inputs: Sequence[str], project: Project, paired: bool = False) -> tuple[list[Task], list[str], list[Failed]]:
    """What is to be checked, in the order of the inputs, each once; warnings; and what is wrong with the other inputs.

    Exactly two articles are a pair, and more of them one source and its translations, where none belongs to a pair of align.toml,
    or where `paired` says so; any other article stands for its pair there. Pairs of one source are one task.
    """
    if not inputs:
        return _every(project)
    found: dict[tuple[str, str], Task] = {}
    wrong: list[Failed] = []
    own = [path for path in inputs if of_file(path) not in FILES]
    pairs = {path: project.of(path) for path in own if path != "-"}
    listed = any(pairs.values()) and "-" not in own  # what is piped in has no place in align.toml
    if len(own) > 1 and (paired or not listed):
        return [*_files(inputs), Task(own[0], own[1], others=tuple(own[2:]))], [], []
    for path in inputs:
        if path not in own:
            found[path, ""] = Task(path)
        elif pairs.get(path):
            found |= {(source, target): Task(source, target, day, True) for source, target, day in pairs[path]}
        else:
            wrong.append(Failed(shown(path), str(_alone(path, project))))
    return together(found.values()), [], wrong


def together(work: Iterable[Task]) -> list[Task]:
    """Pairs of align.toml that have one source as one task, where the first of them is."""
    found: dict[tuple[str, str], Task] = {}
    for task in work:
        key = (task.source, "") if task.listed else (task.source, task.target)
        known = found.get(key)
        found[key] = replace(known, others=(*known.others, task.target)) if known and task.listed else task
    return list(found.values())


def _every(project: Project) -> tuple[list[Task], list[str], list[Failed]]:
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
    return together(Task(source, target, day, True) for source, target, day in pairs), notes, []


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
