"""What becomes of the findings of `align check`: severities and silences of align.toml, and what the baseline knows."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from align.cli.check_reports import Checked
from align.cli.warnings import warn
from align.errors import InputError, visible
from align.files import load, save
from align.project.config import Config
from align.triage import baseline
from align.triage import severity as selection
from align.triage.silence import configured, unused


def judged(item: Checked, config: Config, least: float = 0.0) -> Checked:
    """The report with the severities and silences of align.toml, without findings less likely than `least`."""
    report = selection.graded(selection.likely(item.report, least), config.severity)
    return item.with_report(configured(report, config.silence, config.name.rsplit("/", 1)[-1]))


def shown(item: Checked, config: Config, least: float, before: frozenset[baseline.Entry], path: str) -> Checked:
    """The same, with what the baseline in `path` knows silenced; "" for none."""
    item = judged(item, config, least)
    return item.with_report(baseline.apply(item.report, _key(item, path), before)) if path else item


def warn_unused(checked: Sequence[Checked], config: Config) -> None:
    """Warn of each silence of align.toml that has nothing to silence."""
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
    checked: Sequence[Checked], before: frozenset[baseline.Entry], path: str, rules: Sequence[str], new: bool
) -> list[Checked]:
    """The reports with what the baseline knows silenced; with `new` the file is written first."""
    keyed = [(_key(item, path), item.report) for item in checked]
    if new:
        before = baseline.refreshed(before, keyed, rules)
        save(path, lambda out: baseline.write(before, out))
        click.echo(f"align: {visible(path)}: {len(before)} finding{'s' if len(before) != 1 else ''}", err=True)
    for entry in baseline.stale(before, keyed, rules):
        pair = " | ".join(entry.pair)
        warn(f"{path}: not found any more: {entry.rule} in {pair}: {entry.text} (--write-baseline takes it out)")
    return [
        item.with_report(baseline.apply(item.report, pair, before))
        for item, (pair, _) in zip(checked, keyed, strict=True)
    ]


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
