"""What is known of an article pair before its files are read."""

from __future__ import annotations

from dataclasses import dataclass

ALONE = "no other side"
"""Why an article is in no pair whose translation is not found."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and its translation: paths as the user would write them, and what a manifest says of them."""

    source: str
    target: str
    date: str = ""
    """Publication date, YYYY-MM-DD."""
    id: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    where: str = ""
    """The line of the manifest, "manifest.tsv:12", or that it was found by content; "" for a pair that names tell."""
    target_lang: str = ""
    """As manifest or names have it, and not the file that is read; "" where they tell none."""
    source_lang: str = ""
    """Likewise."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The pairs of a corpus, and what else there was; texts are one line each."""

    pairs: tuple[Pair, ...] = ()
    alone: tuple[str, ...] = ()
    """Articles without the other side."""
    notes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    """Lines of manifests that are wrong; the others are listed."""
    unused: tuple[tuple[str, str], ...] = ()
    """(path, why) of every other file that is in no pair."""
    folders: tuple[str, ...] = ()
    """Those that were looked through."""
