"""align model remove: forget a name."""

from __future__ import annotations

import click


@click.command("remove")
@click.argument("name")
def command(name: str) -> None:
    """Forget the model NAME. Its folder stays, unless `align model add` made it from a package."""
    from align.engine.neural import models

    models.remove(name)
    click.echo(f"{name}: removed", err=True)
