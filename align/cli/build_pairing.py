"""`align build --dry-run`: which files would be a pair, in which languages and why, and why the others are not used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.corpus.listing import ALONE, Listing, Pair

HEAD = ("languages", "by", "source", "target")


def told(listing: Listing) -> dict[str, Any]:
    """The pairs and all other files, as JSON has them (schema align-pairing/1)."""
    return {
        "schema": "align-pairing/1",
        "pairs": [
            {
                "source": pair.source,
                "target": pair.target,
                "source_lang": pair.source_lang,
                "target_lang": pair.target_lang,
                "by": _by(pair),
                "id": pair.id,
            }
            for pair in listing.pairs
        ],
        "unused": [{"path": path, "why": why} for path, why in unused(listing)],
        "errors": list(listing.errors),
    }


def lines(listing: Listing) -> Iterator[str]:
    """The same as a table, a line each."""
    rows = [HEAD, *((_langs(pair), _by(pair), pair.source, pair.target) for pair in listing.pairs)]
    widths = [max(len(row[k]) for row in rows) for k in range(3)]
    for row in rows:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]])
    yield from (f"not used  {path}: {why}" for path, why in unused(listing))
    yield from (f"wrong  {error}" for error in listing.errors)


def unused(listing: Listing) -> list[tuple[str, str]]:
    """(path, why) of every file that is in no pair, by path."""
    return sorted([*((path, ALONE) for path in listing.alone), *listing.unused])


def _langs(pair: Pair) -> str:
    """The languages that names or manifest tell; a question mark for what only the text will."""
    return f"{pair.source_lang or '?'}-{pair.target_lang or '?'}"


def _by(pair: Pair) -> str:
    """How the pair was found: by name, by content and how alike they are, or by a line of a manifest."""
    return pair.where or "name"
