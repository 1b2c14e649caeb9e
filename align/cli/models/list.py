"""align model list: what --engine can name."""

from __future__ import annotations

import json

import click


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(as_json: bool) -> int:
    """List the models that packages bring and those that were added. Exit code 2 where one of them cannot be used."""
    from align.cli.models.told import way
    from align.engine.neural import models
    from align.engine.neural.models import Model
    from align.engine.neural.packages import PACKAGES

    found = [*models.each()]
    if as_json:
        told = [
            {"name": name, "kind": m.description.kind, "folder": m.folder, "fingerprint": m.fingerprint}
            if isinstance(m, Model)
            else {"name": name, "error": str(m)}
            for name, m in found
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for name, m in found:
            click.echo(
                f"{name:20} {m.description.kind:10} {way(m):22} {m.folder}"
                if isinstance(m, Model)
                else f"{name:20} {m}"
            )
        if not found:
            click.echo("no models: add one with `align model add NAME FOLDER`", err=True)
    for name, package in PACKAGES.items():
        if package.unpacked and package.found() and name not in dict(found):
            click.echo(f"{name} is in the package {package.name}: align model add {name} unpacks it", err=True)
    return 0 if all(isinstance(m, Model) for _, m in found) else 2
