"""Moses: two files with a text a line, line for line the two sides of a unit; for training machine translation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from align.formats import Format
from align.formats.options import Options
from align.formats.text import line
from align.model import Unit


def write_units(units: Iterable[Unit], out: tuple[IO[bytes], IO[bytes]], options: Options) -> None:
    """The source texts into the one file, the targets into the other."""
    del options  # texts alone have no tags and dates
    for unit in units:
        for stream, text in zip(out, unit[:2], strict=True):
            stream.write(f"{line(text)}\n".encode("utf-8", "replace"))


def paths(path: str, source: str, target: str) -> tuple[str, str]:
    """The two files that `path` stands for: news.ko and news.en for news.moses, with .gz where it has it.

    >>> paths("out/news.moses.gz", "ko", "en")
    ('out/news.ko.gz', 'out/news.en.gz')
    """
    packed = ".gz" if path.lower().endswith(".gz") else ""
    stem = Path(path.removesuffix(path[-3:]) if packed else path)
    stem = stem.with_suffix("") if stem.suffix.lower() == ".moses" else stem
    return f"{stem}.{source}{packed}", f"{stem}.{target}{packed}"


FORMAT = Format(("moses",), place=50, write_units=write_units, paths=paths)
