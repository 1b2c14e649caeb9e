"""A static table: a vector for each subword piece, and no network between them and a sentence's."""

from __future__ import annotations

from pathlib import Path

from align import resources


def shipped() -> Path:
    """The table that comes with the package."""
    return resources.folder() / "base" / "static.table"
