"""align check --fix: replacements written into the translations, which are then checked again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import PurePath
from typing import IO

import click

from align.cli.check_inputs import Task
from align.cli.check_reports import Checked, Checker
from align.cli.check_settings import Settings
from align.errors import visible
from align.files import load, save, shown
from align.readers import decoded
from align.triage.fixes import fixed, wanted


def write(
    checked: Sequence[Checked], told: Sequence[Checked], work: Sequence[Task], settings: Settings
) -> list[Checked]:
    """What was checked, anew where something was repaired; `told` is the same with what is silenced, which is not repaired.

    One line on stderr a file that was written.
    """
    tasks = {names: task for task in work if task.target for names in permutations(map(_shown, task.paths), 2)}
    own = [None if item.inside else tasks.get(item.paths) for item in checked]
    written: set[int] = set()
    for task, item in zip(own, told, strict=True):
        path = next((path for path in task.paths if _shown(path) == item.paths[1]), "-") if task else "-"
        if path != "-" and _written(item, path):
            written.add(id(task))
    checker = Checker(settings)
    found: list[Checked] = []
    done: set[int] = set()
    for task, item in zip(own, checked, strict=True):
        if task is None or id(task) not in written:
            found.append(item)
        elif id(task) not in done:
            done.add(id(task))
            found += checker.check(task).checked
    return found


def _shown(path: str) -> str:
    return shown(PurePath(path).as_posix())


def _written(item: Checked, path: str) -> int:
    """How many replacements were written into a file."""
    changes = wanted(item.report)
    if not changes:
        return 0
    data = load(path)
    new, count = fixed(data, decoded(data, path), item.report.alignment.target, changes)
    if count:

        def put(out: IO[bytes]) -> None:
            out.write(new)

        save(path, put)
        click.echo(f"align: {visible(path)}: {count} replacement{'s' if count != 1 else ''} written", err=True)
    return count
