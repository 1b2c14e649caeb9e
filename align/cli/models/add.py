"""align model add: a name for a model on this disk."""

from __future__ import annotations

from pathlib import Path

import click

from align.engine.neural.description import POOLINGS


@click.command("add")
@click.argument("name")
@click.argument("folder")
@click.option(
    "--pooling", type=click.Choice(POOLINGS), help="How token states become one vector; default: as its files say."
)
@click.option("--prefix", help="Text before each text, 'query: ' say; default: as its files say.")
@click.option("--langs", metavar="ko,en", help="What a translator translates, or all that an encoder knows.")
def command(name: str, folder: str, pooling: str | None, prefix: str | None, langs: str | None) -> None:
    """Give the CTranslate2 model in FOLDER a NAME, for --engine encoder:NAME or translator:NAME. The folder stays where it is.

    The model is loaded and tried on built-in Korean and English sentences first.
    """
    from align.cli.models.told import tested, way
    from align.engine.neural import models
    from align.engine.neural.detect import described

    wanted = tuple(filter(None, (lang.strip() for lang in (langs or "").split(","))))
    path = Path(folder)
    models.free(name)
    told = described(path, pooling=pooling, prefix=prefix, langs=wanted)
    model = models.Model(name, str(path.absolute()), models.fingerprint(path, told), told)
    found = tested(model)
    models.add(model)
    right = f"; finds {found.right:.0%} of the built-in sentences" if found else ""
    click.echo(f"{name}: {told.kind}, {way(model)}{right}. Use it with --engine {told.kind}:{name}", err=True)
