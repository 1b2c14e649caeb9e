"""align explain: what a rule means, a bad and a good example, and how to silence it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from align.checks import RULES
from align.checks.rule import Rule
from align.errors import InputError
from align.reports.sarif import markdown as markdown_of
from align.reports.width import wrapped
from align.triage.severity import advice

WIDTH = 80
"""Cells of a line."""


@click.command("explain")
@click.argument("rule", required=False)
@click.option("--markdown", is_flag=True, help="RULE, or all of them, as a page of Markdown.")
def command(rule: str | None, markdown: bool) -> None:
    """What RULE means, a bad and a good example, and how to silence it; without RULE a table of all."""
    if markdown and (rule is None or rule in RULES):
        click.echo(_page([RULES[rule]] if rule else [*RULES.values()]), nl=False)
        return
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


def _page(rules: Sequence[Rule]) -> str:
    """The rules as Markdown, each under a heading of its name, which is where a link to it leads."""
    parts = ["# Rules", "What `align explain RULE` says, made by `align explain --markdown`."]
    for rule in rules:
        mapped = f", MQM {rule.mqm}" if rule.mqm else ""
        parts += [f"## {rule.id}", f"{rule.severity}{mapped}", markdown_of(rule)]
    return "\n\n".join(parts) + "\n"


def _told(rule: Rule) -> Iterator[str]:
    yield from wrapped(f"{rule.id} ({rule.severity}, or less where the alignment or the reading is unsure)", WIDTH)
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
