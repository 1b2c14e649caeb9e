"""The manual page align(1), made of what --help says: `python -m align.cli.manual > docs/align.1`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from align.cli import cli


def page(group: click.Group = cli) -> str:
    """The page as man reads it: every command with all of its options."""
    context = click.Context(group, info_name="align", **group.context_settings)
    about, *rest = (group.help or "").split("\n\n")
    lines = [
        '.TH ALIGN 1 "" "align\\-toolkit"',
        ".SH NAME",
        f"align \\- {_text(about[0].lower() + about[1:].rstrip('.'))}",
    ]
    lines += [".SH SYNOPSIS", ".B align", ".I COMMAND", "[options]", ".SH DESCRIPTION", _text(about), ".SH OPTIONS"]
    lines += _options(group, context)
    for name, command, inner in _commands(group, context):
        lines += [f".SH {_text(f'align {name}'.upper())}", *_about(name, command, inner)]
    lines += [".SH EXIT STATUS", *map(_text, rest), ".SH FILES", ".TP", ".I align.toml", _text(TOML)]
    lines += [".SH ENVIRONMENT", ".TP", ".B ALIGN_DEBUG", _text(DEBUG), ".TP", ".B ALIGN_MODELS", _text(MODELS)]
    return "\n".join(lines) + "\n"


TOML = "What a project says once: pairs of articles, glossaries, the baseline, rules. Results are kept in .align-cache beside it."
DEBUG = "Set to 1: a fault of the program itself is shown with its traceback."
MODELS = "The folder of neural models."


def _commands(
    group: click.Group, context: click.Context, path: str = ""
) -> Iterator[tuple[str, click.Command, click.Context]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        inner = click.Context(command, parent=context, info_name=name) if command else context
        if isinstance(command, click.Group):
            yield from _commands(command, inner, f"{path}{name} ")
        elif command:
            yield path + name, command, inner


def _about(name: str, command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".B {_text(f'align {name}')}"
    yield _text(usage)
    for paragraph in (command.help or "").split("\n\n"):
        yield ".PP"
        yield _text(" ".join(paragraph.replace("\b", "").split()))
    yield from _options(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for param in command.get_params(context):
        record = param.get_help_record(context) if isinstance(param, click.Option) else None
        if record:
            yield ".TP"
            yield f".B {_text(record[0])}"
            yield _text(" ".join(record[1].split()))


def _text(said: str) -> str:
    """Words as they are: no line is a request of roff, and a hyphen is one that can be copied."""
    plain = said.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
