"""align check --fix: replacements written into the translations, which are then checked again."""

from __future__ import annotations

from collections.abc import Sequence
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
    tasks = {tuple(shown(PurePath(path).as_posix()) for path in (t.source, t.target)): t for t in work if t.target}
    found: list[Checked] = []
    checker = Checker(settings)
    for item, shown_ in zip(checked, told, strict=True):
        task = tasks.get(item.paths)
        if task and not item.inside and task.target != "-" and _written(shown_, task.target):
            found += checker.check(task).checked
        else:
            found.append(item)
    return found


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
