"""align tm verify: whether a store is whole, and what is whole in one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from align.memory.verify import Whole

SHOWN = 10
"""Documents that are named."""


@click.command("verify")
@click.argument("store")
@click.option("-o", "--output", metavar="OUT", help="A new store, for what is whole in a damaged one.")
def command(store: str, output: str | None) -> int:
    """Say whether STORE is as it was written: every unit, document and row of the index has a checksum.

    With -o what is whole is saved into a new store; a document that has lost units is made again by the next `align build`.

    Exit codes: 0 whole, 1 damaged, 2 could not run.
    """
    from align.memory.salvage import opened, saved
    from align.memory.verify import counts, faults, whole

    with opened(store) as (found, wrong):
        wrong = wrong or faults(found)
        if not wrong:
            documents, units = counts(found)
            click.echo(f"align: {store}: whole: {documents:,} documents, {units:,} units", err=True)
            return 0
        for fault in wrong:
            click.echo(f"{store}: {fault}")
        left = whole(found)
        left.path = store
        _told(store, left)
        if output:
            click.echo(f"align: {output}: {saved(left, output):,} units saved", err=True)
        else:
            click.echo("align: -o OUT saves what is whole into a new store", err=True)
    return 1


def _told(store: str, found: Whole) -> None:
    parts = found.parts()
    more = f" and {len(parts) - SHOWN:,} more" if len(parts) > SHOWN else ""
    told = f"; not whole: {', '.join(parts[:SHOWN])}{more}" if parts else ""
    click.echo(
        f"align: {store}: damaged; {len(found.documents):,} documents and {sum(found.many().values()):,} units are whole{told}",
        err=True,
    )
