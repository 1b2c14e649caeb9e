"""align model convert: a Transformers model as one that can be added."""

from __future__ import annotations

from pathlib import Path

import click

from align.engine.neural.description import POOLINGS


@click.command("convert")
@click.argument("folder")
@click.argument("output", metavar="OUT")
@click.option(
    "--quantization",
    type=click.Choice(["int8", "float32"]),
    default="int8",
    show_default=True,
    help="int8 is a quarter of the size and faster.",
)
@click.option(
    "--pooling", type=click.Choice(POOLINGS), help="How token states become one vector; default: as its files say."
)
@click.option("--prefix", help="Text before each text, 'query: ' say; default: as its files say.")
@click.option(
    "--encoder",
    is_flag=True,
    help="Of a translator only the encoder, to compare token by token: faster than translating.",
)
def command(
    folder: str, output: str, quantization: str, pooling: str | None, prefix: str | None, encoder: bool
) -> None:
    """Convert the Transformers model in FOLDER (LaBSE, XLM-R, multilingual E5, OPUS-MT, M2M100, NLLB) to CTranslate2, in OUT.

    Needs torch and transformers: pip install "align-toolkit[convert]". Nothing is downloaded.
    """
    from align.training.convert import convert

    told = convert(Path(folder), Path(output), quantization, pooling=pooling, prefix=prefix, encoder=encoder)
    click.echo(f"{output}: {told.kind}; align model add NAME {output}", err=True)
