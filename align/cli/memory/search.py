"""align tm search: units that say the same, something alike, or have a phrase in them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import click

from align.cli.options import Tag
from align.errors import visible


@click.command("search")
@click.argument("store")
@click.argument("text")
@click.option("--fuzzy", "mode", flag_value="fuzzy", help="Units whose text is alike, with the likeness in per cent.")
@click.option("--exact", "mode", flag_value="exact", help="Units whose text is this one.")
@click.option(
    "--concordance", "mode", flag_value="concordance", default=True, help="Units with these words in them (default)."
)
@click.option("--target", "side", flag_value="target", help="Search the translations.")
@click.option("--source", "side", flag_value="source", default=True, help="Search the source texts (default).")
@click.option(
    "--least", type=click.IntRange(1, 100), default=70, show_default=True, metavar="P", help="Per cent, for --fuzzy."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="Units shown at most."
)
@click.option("--source-lang", type=Tag(), help="Only units in this language, into any other that they are in.")
@click.option("--target-lang", type=Tag(), help="Into this one.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def command(
    store: str,
    text: str,
    mode: str,
    side: str,
    least: int,
    limit: int,
    source_lang: str | None,
    target_lang: str | None,
    as_json: bool,
) -> int:
    """Find units of STORE by TEXT. Korean is found with and without spaces, inside longer words too.

    A unit in more than two languages is found in each, and shown in all, or in those that are asked for.

    Exit codes: 0 found, 1 nothing found, 2 could not run.
    """
    from align.cli.warnings import warn
    from align.memory import index, search, search_languages
    from align.memory.candidates import TAIL
    from align.memory.store import Store

    how: dict[str, Callable[..., Any]] = {
        "fuzzy": partial(search.fuzzy, least=least),
        "exact": search.exact,
        "concordance": search.concordance,
    }
    with Store.open(store) as opened:
        many = limit * search_languages.WIDTH if opened.tied() else limit
        found = search_languages.found(
            opened,
            lambda place, of: how[mode](opened, text, place, limit=many, of=of),
            side,
            limit,
            source_lang or "",
            target_lang or "",
        )
        rest = index.waiting(opened)
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for match in found:
        if as_json:
            click.echo(json.dumps(_told(match), ensure_ascii=False))
        else:
            _show(match, side, color, mode != "concordance")
    if rest > TAIL:
        warn(
            f"{rest:,} units are not indexed yet, and not all of them were searched: `align tm add` or `align build` indexes them"
        )
    if not found:
        click.echo("align: nothing found", err=True)
    return 0 if found else 1


def _told(match: Any) -> dict[str, Any]:
    told = {"score": round(match.score, 1), "places": match.places, **match.unit._asdict()}
    variants = told.pop("variants")
    return told | ({"variants": dict(variants)} if variants else {})


def _show(match: Any, side: str, color: bool, scored: bool) -> None:
    unit = match.unit
    texts = {"source": visible(unit.source), "target": visible(unit.target)}  # as long as they were: places fit
    if color:
        text, end = "", 0
        for start, stop in match.places if len(match.places) > 1 or not scored else ():
            text += texts[side][end:start] + click.style(texts[side][start:stop], bold=True, fg="yellow")
            end = stop
        texts[side] = text + texts[side][end:]
    score = f"{match.score:.0f} %, " if scored else ""
    date = f", {unit.date}" if unit.date else ""
    click.echo(f"{unit.source_lang}  {texts['source']}")
    click.echo(f"{unit.target_lang}  {texts['target']}")
    for lang, other in unit.variants:
        click.echo(f"{lang}  {visible(other)}")
    click.echo(f"    {score}{visible(unit.document)}{date}, confidence {unit.confidence:.2f}\n")
