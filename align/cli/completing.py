"""What the shell completes: commands, options and formats by themselves, files and rules by what an option calls its value."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_ALIGN_COMPLETE"
"""Of the environment: set by the script while the shell completes."""
FILES = frozenset("FILE OUT DIR INPUT SOURCE TARGET GOLD TEXT STORE".split())
"""What values are called that are files."""
WORD = re.compile(r"[A-Z]+")


class File(click.types.StringParamType):
    """A file that the shell completes."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class Rule(click.types.StringParamType):
    """One rule, or several with commas between them."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from align.checks import RULES

        before, comma, last = incomplete.rpartition(",")
        return [
            CompletionItem(f"{before}{comma}{name}", help=rule.summary)
            for name, rule in RULES.items()
            if name.startswith(last)
        ]


def known(command: click.Command) -> click.Command:
    """`command`, whose files and rules are completed while the shell asks."""
    if VARIABLE in os.environ:
        for param in command.params:
            called = WORD.search(param.metavar or (param.name or "").upper())
            if param.type is click.STRING and called:
                param.type = (
                    File() if called[0].removesuffix("S") in FILES else Rule() if called[0] == "RULE" else param.type
                )
    return command


def script(context: click.Context, param: click.Parameter, shell: str | None) -> None:
    """Print what makes a shell complete, and end."""
    if shell and not context.resilient_parsing:
        from click.shell_completion import get_completion_class

        found: Any = get_completion_class(shell)
        click.echo(found(context.command, {}, "align", VARIABLE).source())
        context.exit()
