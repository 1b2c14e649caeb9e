"""align model test: whether a model finds translations, and how fast."""

from __future__ import annotations

import click


@click.command("test")
@click.argument("name")
def command(name: str) -> None:
    """Try the model NAME on built-in Korean and English sentences: how many find their translation, and sentences a second."""
    from align.cli.models.told import tested, way
    from align.engine.neural.models import find

    model = find(name)
    found = tested(model)
    click.echo(f"{name}: {model.description.kind}, {way(model)}")
    if found:
        click.echo(f"finds {found.right:.1%} of {found.sentences} sentences")
        click.echo(f"{found.sentences / max(found.seconds, 1e-6):,.0f} sentences a second")
