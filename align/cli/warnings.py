"""What the commands say on stderr of the articles that they read."""

from __future__ import annotations

from collections.abc import Iterable

import click

from align import articles as reading
from align.articles import Reading
from align.errors import visible
from align.model import Document


def pair(source: str, target: str, how: Reading) -> tuple[Document, Document]:
    """Both documents, warned about where they look swapped or identical."""
    left, right, notes = reading.pair(source, target, how)
    warn_all(notes)
    return left, right


def warn(message: str) -> None:
    click.echo(f"align: warning: {visible(message)}", err=True)


def warn_all(messages: Iterable[str]) -> None:
    for message in messages:
        warn(message)
