"""align tm add: files of units or alignments into a store."""

from __future__ import annotations

import click

from align.cli.options import Tag, stamp
from align.errors import visible


@click.command("add")
@click.argument("store")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--source-lang", type=Tag(), help="Of files that have several languages; default: the file's own.")
@click.option("--target-lang", type=Tag(), help="Only this one of them; default: all.")
@click.option(
    "--codes", is_flag=True, help="Keep the inline codes of TMX beside the texts, for an export with --codes."
)
@click.option("--created", metavar="YYYYMMDDThhmmssZ", help="Creation date of units that have none; 'no' for none.")
def command(
    store: str,
    files: tuple[str, ...],
    source_lang: str | None,
    target_lang: str | None,
    codes: bool,
    created: str | None,
) -> None:
    """Add memories (TMX, JSONL and others), XLIFF or alignment FILEs to STORE, which is made where it is not there.

    A unit in more than two languages is added with all of them: a unit of each pair of its source and another language, which
    belong together.

    What was added already is not added again; a unit that is there already is kept as a duplicate. Of a file that breaks off,
    what comes before is added, and the place is named.
    """
    from collections import Counter

    from align.cli.memory import reading
    from align.memory import importing, index, quality
    from align.memory.store import Store

    made = stamp(created)
    with Store.open(store, writing=True) as opened:
        try:
            for path in files:
                identity = f"{reading.digest(path)} {source_lang or ''} {target_lang or ''}{' codes' if codes else ''}"
                read, left = Counter[str](), Counter[str]()
                units = reading.counted(
                    reading.units(path, source_lang or "", target_lang or "", codes, left=left), read
                )
                many = importing.add(opened, units, identity, made)
                click.echo(f"align: {visible(path)}: {many} units added{reading.told(read, left)}", err=True)
        finally:
            quality.across(opened)
            index.update(opened)
