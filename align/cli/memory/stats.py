"""align tm stats: what is in a store."""

from __future__ import annotations

import json
from typing import Any

import click

from align.cli.options import Tag


@click.command("stats")
@click.argument("store")
@click.option("--source-lang", type=Tag(), help="Only of units from this language.")
@click.option("--target-lang", type=Tag(), help="Only of units into this language.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(store: str, source_lang: str | None, target_lang: str | None, as_json: bool) -> None:
    """Count the documents and units of STORE: by language, confidence, findings and quality flags."""
    from align.memory import joined, quality
    from align.memory.store import Store

    with Store.open(store) as opened:
        opened.checked()
        asked = bool(source_lang or target_lang)
        where = opened.condition(source_lang or "", target_lang or "")
        found = quality.counts(opened, where)
        told: dict[str, Any] = {
            "documents": opened.counted(
                f"SELECT state, count(*) FROM documents WHERE {where.replace('document', 'number', 1)}"
                " GROUP BY state ORDER BY state"
            ),
            "languages": opened.languages(where) | ({} if asked else joined.languages(opened)),
            "units": found.pop("units"),
            "duplicates": found.pop("duplicates"),
            "flags": found,
            "confidence": opened.counted(
                "SELECT printf('%.1f', min(0.9, cast(confidence * 10 AS INTEGER) / 10.0)), count(*) FROM units"
                f" WHERE {where} GROUP BY 1 ORDER BY 1"
            ),
            "findings": sum(opened.counted(f"SELECT 1, count(*) FROM units WHERE findings <> '' AND {where}").values()),
            "signature": opened.signature(),
        }
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for name, value in told.items():
        if isinstance(value, dict):
            click.echo(f"{name}:")
            for key, many in value.items():
                click.echo(f"  {key:<16} {many:>10,}")
        else:
            click.echo(f"{name}: {value:,}" if isinstance(value, int) else f"{name}: {value}")
