"""A static table: a vector for each subword piece, and no network between them and a sentence's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align import resources

if TYPE_CHECKING:
    from align.engine.static.comparing import StaticComparer

STATIC = "static"
"""The engine with a static table: the one that ships, or static:FILE."""


def shipped() -> Path:
    """The table that comes with the package."""
    return resources.folder() / "base" / "static.table"


def of_pair(source_lang: str, target_lang: str) -> StaticComparer | None:
    """The table that comes with the package, as a pair's model; None where it is missing or does not know both languages."""
    if not shipped().is_file():
        return None
    from align.engine.static.comparing import StaticComparer
    from align.engine.static.table import load

    found = StaticComparer(load(shipped()), STATIC)
    return None if found.unknown((source_lang, target_lang)) else found
