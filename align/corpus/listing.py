"""What is known of an article pair before its files are read."""

from __future__ import annotations

from dataclasses import dataclass


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
    """The line of the manifest, "manifest.tsv:12"; "" for a pair that was found."""
    target_lang: str = ""
    """Of the translation, where there are several of one article and something else than the file says it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The pairs of a corpus, and what else there was; texts are one line each."""

    pairs: tuple[Pair, ...] = ()
    alone: tuple[str, ...] = ()
    """Articles without the other side."""
    notes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    """Lines of manifests that are wrong; the others are listed."""
