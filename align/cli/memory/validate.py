"""align tm validate: whether TMX files are what other tools need."""

from __future__ import annotations

import click

from align.cli.options import Tag
from align.errors import visible

SHOWN = 100
"""Problems of a file that are shown unless all are asked for."""


@click.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--all", "every", is_flag=True, help=f"Show more than {SHOWN} problems of a file.")
@click.option("--source-lang", type=Tag(), help="A language that every unit should have.")
@click.option("--target-lang", type=Tag(), help="Another one.")
def command(files: tuple[str, ...], every: bool, source_lang: str | None, target_lang: str | None) -> int:
    """Check TMX FILEs: well-formed, as the DTD of TMX 1.4 asks, languages, duplicates, control characters, empty segments.

    Exit codes: 0 fine, 1 problems, 2 a file could not be read.
    """
    from align.cli.memory.reading import plain
    from align.memory.validate import problems

    found = 0
    for path in files:
        many = 0
        with plain(path) as stream:
            for problem in problems(stream, path, [*filter(None, (source_lang, target_lang))]):
                many += problem.severity != "info"
                found += problem.severity != "info"
                if every or many <= SHOWN:
                    click.echo(f"{visible(path)}:{problem.line}: {problem.severity}: {visible(problem.what)}")
        if many > SHOWN and not every:
            click.echo(f"{visible(path)}: {many - SHOWN} more (--all shows them)")
        click.echo(f"align: {visible(path)}: {many} problem{'s' if many != 1 else ''}", err=True)
    return 1 if found else 0
