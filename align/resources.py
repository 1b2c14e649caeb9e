"""The files of `seeds/`: what the toolkit knows before it reads."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def folder() -> Path:
    """Where the seeds are: installed as the package align.seeds, or beside the package in the source tree."""
    spec = find_spec("align.seeds")
    if spec is not None and spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    return Path(__file__).parents[1] / "seeds"


def text(name: str) -> str:
    """The text of a seed file."""
    return (folder() / name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """The bytes of a seed file; empty where it is not installed."""
    path = folder() / name
    return path.read_bytes() if path.exists() else b""


@cache
def usual() -> tuple[str, str]:
    """The pair that the toolkit is made for, which is taken where nothing tells another: ("ko", "en")."""
    source, target = next(line for line in text("base/pair.txt").splitlines() if not line.startswith("#")).split("-")
    return source, target


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """The language pairs that have a folder, each from its source to its target: ("ko", "en")."""
    found = (path.name.split("-") for path in folder().glob("*-*") if path.is_dir())
    return frozenset((parts[0], parts[1]) for parts in found if len(parts) == 2)


def in_direction(first: str, second: str) -> tuple[str, str]:
    """Two languages as source and target: as a pair that is known has them, else from one that known pairs go from.

    In alphabetical order where that is both or neither.

    >>> in_direction("en", "ko"), in_direction("ja", "ko"), in_direction("is", "fr")
    (('ko', 'en'), ('ko', 'ja'), ('fr', 'is'))
    """
    for pair in ((first, second), (second, first)):
        if pair in pairs():
            return pair
    sources = {source for source, _ in pairs()}
    a, b = sorted((first, second), key=lambda lang: (lang not in sources, lang))
    return a, b


def of_pair(name: str, first: str, second: str) -> str:
    """The file `name` of a language pair, whichever of the two is the source; "" where none is installed.

    >>> of_pair("gazetteer.tsv", "en", "ko"), of_pair("gazetteer.tsv", "de", "fr")
    ('ko-en/gazetteer.tsv', '')
    """
    for source, target in ((first, second), (second, first)):
        path = f"{source}-{target}/{name}"
        if (source, target) in pairs() and (folder() / path).exists():
            return path
    return ""
