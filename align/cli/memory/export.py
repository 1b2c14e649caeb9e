"""align tm export: what a store has, as files."""

from __future__ import annotations

from dataclasses import replace

import click

from align.cli.delivering import Delivery, delivery
from align.cli.options import Tag
from align.errors import visible


@click.command("export")
@click.argument("store")
@delivery
@click.option(
    "--codes",
    is_flag=True,
    help="Write the inline codes that `align build` and `align tm add --codes` kept, as elements.",
)
@click.option(
    "--marks",
    is_flag=True,
    help="Write them as text, as Markdown has them, for OmegaT and others that read .md as text.",
)
@click.option("--source-lang", type=Tag(), help="Only units from this language.")
@click.option("--target-lang", type=Tag(), help="Only units into this language.")
def command(
    store: str, delivery: Delivery, codes: bool, marks: bool, source_lang: str | None, target_lang: str | None
) -> None:
    """Deliver the units of STORE that are asked for. The same store and options give the same bytes."""
    from align.memory.store import Store

    if not delivery.outputs:
        raise click.UsageError("where to? give -o OUT")
    delivery.checked([store])
    chosen = replace(delivery.selection, source_lang=source_lang or "", target_lang=target_lang or "")
    with Store.open(store) as opened:
        asked = replace(delivery, selection=chosen, options=replace(delivery.options, codes=codes, marks=marks))
        for path, many in asked.write(opened).items():
            click.echo(f"align: {visible(path)}: {many} units", err=True)
