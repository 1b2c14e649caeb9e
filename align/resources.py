"""The files of `seeds/`: what the toolkit knows before it reads."""

from __future__ import annotations

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
