"""What a manifest may name: files below its own folder, wherever links lead."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

from align.corpus.listing import Listing

ADVICE = "outside the manifest's folder (--anywhere reads it all the same)"


def confined(found: Listing, folder: str) -> Listing:
    """The listing of a manifest in a folder, with an error for each pair that has a file outside it."""
    base, real = os.path.realpath(folder), cache(os.path.realpath)  # a folder of many articles is asked for once

    def below(path: str) -> bool:
        head, name = os.path.split(path)
        found = os.path.realpath(path) if Path(path).is_symlink() else str(Path(real(head), name))
        return Path(found).is_relative_to(base)

    kept, errors = [], []
    for pair in found.pairs:
        outside = next((path for path in (pair.source, pair.target) if not below(path)), None)
        if outside is None:
            kept.append(pair)
        else:
            errors.append(f"{pair.where}: {outside}: {ADVICE}")
    return replace(found, pairs=tuple(kept), errors=(*found.errors, *errors))
