"""align tm merge: what several stores have, in one."""

from __future__ import annotations

import click

from align.cli.options import Tag
from align.errors import InputError, visible


@click.command("merge")
@click.argument("store")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@click.option("--source-lang", type=Tag(), help="Only documents from this language.")
@click.option("--target-lang", type=Tag(), help="Only documents into this language.")
def command(store: str, others: tuple[str, ...], source_lang: str | None, target_lang: str | None) -> None:
    """Add the documents and units of OTHER stores to STORE, which is made where it is not there."""
    from pathlib import Path

    from align.memory import importing, index, quality
    from align.memory.store import Store

    with Store.open(store, writing=True) as opened:
        for path in others:
            if Path(path).exists() and Path(path).samefile(store):
                raise InputError(path, "the same store", "give another one")
            with Store.open(path) as other:
                many = importing.merge(opened, other, source_lang or "", target_lang or "")
            click.echo(f"align: {visible(path)}: {many} units added", err=True)
        quality.across(opened)
        index.update(opened)
