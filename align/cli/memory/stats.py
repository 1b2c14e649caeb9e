"""align tm stats: what is in a store."""

from __future__ import annotations

import json
from typing import Any

import click


@click.command("stats")
@click.argument("store")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(store: str, as_json: bool) -> None:
    """Count the documents and units of STORE: by language, confidence, findings and quality flags."""
    from align.memory import quality
    from align.memory.store import Store

    with Store.open(store) as opened:
        opened.checked()
        found = quality.counts(opened)
        told: dict[str, Any] = {
            "documents": opened.counted("SELECT state, count(*) FROM documents GROUP BY state ORDER BY state"),
            "languages": opened.languages(),
            "units": found.pop("units"),
            "duplicates": found.pop("duplicates"),
            "flags": found,
            "confidence": opened.counted(
                "SELECT printf('%.1f', min(0.9, cast(confidence * 10 AS INTEGER) / 10.0)), count(*) FROM units GROUP BY 1 ORDER BY 1"
            ),
            "findings": sum(opened.counted("SELECT 1, count(*) FROM units WHERE findings <> ''").values()),
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
