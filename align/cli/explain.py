"""align explain: what a rule means, a bad and a good example, and how to silence it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from align.checks import RULES
from align.checks.rule import Rule
from align.errors import InputError
from align.reports.width import wrapped
from align.triage.severity import advice

WIDTH = 80
"""Cells of a line."""


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """What RULE means, a bad and a good example, and how to silence it; without RULE a table of all."""
    if rule is None:
        for name, each in RULES.items():
            click.echo(f"{name:17} {each.severity:8} {each.summary.removesuffix('.')}")
        return
    if rule not in RULES:
        raise InputError(rule, "no such rule", advice(rule))
    for line in _told(RULES[rule]):
        click.echo(line)
    click.echo(f"""
To silence it
  one paragraph    <!-- align: ignore {rule} reason -->
                   in it or before it, in the translation
  one file         <!-- align: ignore-file {rule} reason -->
                   anywhere in the translation
  one finding      [[check.silence]] in align.toml, with its fingerprint
                   (--format json shows it) and a reason
  what is known    align check --baseline FILE --write-baseline
  the whole rule   --ignore {rule}, or under [check] in align.toml
                   ignore = ["{rule}"]
  another severity under [check.severity] in align.toml
                   {rule} = 'info'""")


def _told(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity}, or less where the alignment or the reading is unsure)"
    yield ""
    yield from wrapped(rule.summary, WIDTH)
    for title, text in rule.sections:
        yield f"\n{title}"
        yield from (f"  {line}" for line in wrapped(text, WIDTH - 2))
    for kind, said in rule.examples:
        yield f"\n{kind}"
        for text in said.split("  |  "):
            yield from (f"  {line}" for line in wrapped(text, WIDTH - 2))
    if rule.since:
        yield f"\nSince {rule.since}."
