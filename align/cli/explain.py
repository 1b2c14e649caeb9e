"""align explain: what a rule means, a bad and a good example, and how to silence it."""

from __future__ import annotations

import re
from importlib import import_module

import click

from align.checks import RULES, module
from align.errors import InputError
from align.reports.look import Rule
from align.triage.severity import advice


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """What RULE means, a bad and a good example, and how to silence it; without RULE a table of all."""
    if rule is None:
        for name in RULES:
            first = re.split(r"[.:;] ", _rule(name).summary)[0].removesuffix(".")
            click.echo(f"{name:17} {RULES[name]:8} {first}")
        return
    if rule not in RULES:
        raise InputError(rule, "no such rule", advice(rule))
    told = _rule(rule)
    click.echo(f"{told.name} ({told.severity}; less where the alignment or the reading is unsure)\n")
    click.echo(click.wrap_text(told.summary, 100))
    if told.help:
        click.echo(f"\n{told.help}")
    click.echo(f"""
To silence it
  one paragraph    <!-- align: ignore {rule} reason -->  in it or before it, in the translation
  one file         <!-- align: ignore-file {rule} reason -->  anywhere in the translation
  one finding      [[check.silence]] in align.toml, with its fingerprint (--format json shows it) and a reason
  what is known    align check --baseline FILE --write-baseline
  the whole rule   --ignore {rule}, or ignore = ["{rule}"] under [check] in align.toml
  another severity {rule} = "info" under [check.severity] in align.toml""")


def _rule(name: str) -> Rule:
    return Rule.documented(name, RULES[name], import_module(module(name)).__doc__)
