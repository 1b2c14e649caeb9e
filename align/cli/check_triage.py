"""What becomes of the findings of `align check`: severities and silences of align.toml, and what the baseline knows."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from align.cli.check_inputs import FILES
from align.cli.check_reports import Checked
from align.cli.warnings import warn
from align.errors import InputError, visible
from align.files import load, save
from align.formats import of_file
from align.project import Project
from align.triage import baseline
from align.triage import severity as selection
from align.triage.silence import configured, silenced, unused


def judged(item: Checked, here: Project, least: float = 0.0) -> Checked:
    """The report with the severities and silences of align.toml, without findings less likely than `least`."""
    config, name = here.config, here.config.name.rsplit("/", 1)[-1]
    report = selection.graded(selection.likely(item.report, least), config.severity)
    for ignored in config.per_file_ignores:
        if any(here.matches(path, ignored.files) for path in item.paths):
            report = silenced(report, ignored.rules, f"{name}: ignored in {ignored.files}")
    return item.with_report(configured(report, config.silence, name))


def shown(item: Checked, here: Project, least: float, before: frozenset[baseline.Entry], path: str) -> Checked:
    """The same, with what the baseline in `path` knows silenced; "" for none."""
    item = judged(item, here, least)
    return item.with_report(baseline.apply(item.report, _key(item, path), before)) if path else item


def warn_unused(checked: Sequence[Checked], here: Project) -> None:
    """Warn of each silence of align.toml that has nothing to silence, and of files that there are not."""
    config = here.config
    for ignored in config.per_file_ignores:
        if not any(here.matches(path, ignored.files) for item in checked for path in item.paths):
            warn(f"{config.name}:{ignored.line}: no file of a pair is {ignored.files}")
    for silence in unused([item.report for item in checked], config.silence):
        warn(f"{config.name}:{silence.line}: no finding is {silence.fingerprint} any more (remove it)")


def read_baseline(path: str, new: bool) -> frozenset[baseline.Entry]:
    """What a baseline knows; nothing where it is about to be made."""
    if new and not os.path.exists(path):  # noqa: PTH110
        return frozenset()
    try:
        return baseline.read(load(path), path)
    except InputError as error:
        if error.what == "no such file":
            raise InputError(path, error.what, "--write-baseline makes it") from None
        raise


def known(
    checked: Sequence[Checked],
    before: frozenset[baseline.Entry],
    path: str,
    rules: Sequence[str],
    new: bool,
    whole: bool,
) -> list[Checked]:
    """The reports with what the baseline knows silenced; with `new` the file is written first.

    `whole`: all pairs of align.toml are among them. What is known of a pair that is gone holds for what it is called now.
    """
    keyed = [(_key(item, path), item.report) for item in checked]
    gone = _gone(before, {pair for pair, _ in keyed}, Path(path).absolute().parent, whole)
    before = baseline.followed(before, keyed, gone)
    if whole and not new:
        for pair, number in sorted(Counter(entry.pair for entry in before if entry.pair in gone).items()):
            warn(f"{path}: not there any more: {' | '.join(pair)} ({number} known; --write-baseline forgets it)")
    if new:
        before = baseline.refreshed(before, keyed, rules, gone)
        save(path, lambda out: baseline.write(before, out))
        click.echo(f"align: {visible(path)}: {len(before)} finding{'s' if len(before) != 1 else ''}", err=True)
    for entry in baseline.stale(before, keyed, rules):
        where = " | ".join(entry.pair)
        warn(f"{path}: not found any more: {entry.rule} in {where}: {entry.text} (--write-baseline takes it out)")
    return [
        item.with_report(baseline.apply(item.report, pair, before))
        for item, (pair, _) in zip(checked, keyed, strict=True)
    ]


def _gone(
    entries: frozenset[baseline.Entry], checked: Collection[tuple[str, str]], folder: Path, whole: bool
) -> set[tuple[str, str]]:
    """The pairs of a baseline that no file is left of; in a run over all pairs also those that lack one, and are none of them."""
    found = set()
    for first, second in {entry.pair for entry in entries} - {*checked}:
        inside = of_file(first) in FILES  # `second` names a document in it
        there = [(folder / name).exists() for name in ((first,) if inside else (first, second))]
        if not any(there) or (whole and not all(there)):
            found.add((first, second))
    return found


def _key(item: Checked, path: str) -> tuple[str, str]:
    """The pair of a report as a file in `path` names it: relative to its folder, wherever one stands."""
    folder = Path(path).absolute().parent
    first, second = item.key
    return _relative(first, folder), second if item.inside else _relative(second, folder)


def _relative(path: str, folder: Path) -> str:
    if path == "-":
        return path
    try:
        return Path(os.path.relpath(Path(path).absolute(), folder)).as_posix()
    except ValueError:  # another drive
        return path
