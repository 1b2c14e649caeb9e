"""What `align check` writes: reports in their formats, and the table of names."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from align.checks import RULES
from align.cli.check_reports import Checked
from align.errors import OutputError, visible
from align.files import save
from align.reports import REPORTS, of_file
from align.reports.options import Failed, Options

if TYPE_CHECKING:
    from align.cli.check_settings import Asked
    from align.project import Project
    from align.triage.decisions import Decisions


def wanted(outputs: Sequence[str], to: str | None) -> list[tuple[str, str]]:
    """(path, report) of each output: of several the extension decides, of one --format before it."""
    found = []
    for path in outputs or ("-",):
        by_name = of_file(path)
        found.append((path, (to if len(outputs) < 2 else by_name) or by_name or to or "text"))
    if len({path for path, _ in found}) < len(found):
        raise click.BadParameter("two outputs of one name", param_hint="-o")
    return found


def write(
    checked: Sequence[Checked],
    failed: Sequence[Failed],
    outputs: Sequence[tuple[str, str]],
    rules: Sequence[str],
    project: Project,
    decisions: Decisions | None,
    asked: Asked,
) -> None:
    """Write every report, which says what could not be checked too; in GitHub Actions its page gets a summary too."""
    severities = project.config.severity
    reports = [item.report for item in checked]
    told = tuple(replace(RULES[rule], severity=severities.get(rule, RULES[rule].severity)) for rule in rules)
    for path, name in outputs:
        terminal = path == "-" and sys.stdout.isatty()
        color = terminal and not os.environ.get("NO_COLOR")
        width = shutil.get_terminal_size((80, 24)).columns if path == "-" else 100
        own = project.own if REPORTS[name].machine else str
        options = Options(
            color,
            width,
            tuple((own(first), own(second)) for first, second in (item.paths for item in checked)),
            told,
            decisions,
            tuple(Failed(own(each.file), each.message) for each in failed),
            not terminal if asked.info is None else asked.info,
            "statistics" if asked.statistics else "totals" if asked.quiet else "findings",
        )
        save(path, lambda out, name=name, options=options: REPORTS[name].write(reports, out, options))  # type: ignore[misc]
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        if name == "github" and page:
            from align.reports.github import summary

            _append(page, summary(reports, options))


def _append(path: str, text: str) -> None:
    try:
        with Path(path).open("ab") as stream:
            stream.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise OutputError(path, f"cannot be written: {error.strerror}", "GITHUB_STEP_SUMMARY names it") from None


def names(checked: Sequence[Checked], outputs: Sequence[str], path: str) -> None:
    """Write the table of names, and add the new ones to the ledger in `path`, where one is given."""
    from align.cli import ledger

    rows = ledger.table(checked)
    for target in outputs or ("-",):
        terminal = target == "-" and sys.stdout.isatty()

        def put(out: IO[bytes], terminal: bool = terminal) -> None:
            ledger.write(rows, out, terminal)

        save(target, put)
    if path and checked:
        first = checked[0].report.alignment
        new = ledger.update(path, checked, (first.source.lang, first.target.lang))
        click.echo(f"align: {visible(path)}: {new} new name{'s' if new != 1 else ''}", err=True)
