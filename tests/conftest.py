"""What the tests share: tables of cases, and small documents."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from align.model import Document, Segment

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parents[1]

os.environ.setdefault("OMP_NUM_THREADS", "1")  # the cores are shared by the test workers already

settings.register_profile("steady", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("steady")


posix = pytest.mark.skipif(os.name != "posix", reason="signals, descriptors and modes of POSIX")


def linked(link: Path, target: Path) -> None:
    """Make a symbolic link; skip the test where the system lets nobody (Windows without the privilege)."""
    try:
        link.symlink_to(target)
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")


def cases(name: str) -> list[pytest.param]:
    """The rows of tests/cases/NAME.tsv: a label, then the cells; # begins a remark."""
    rows = []
    for line in (CASES / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, *cells = line.split("\t")
            rows.append(pytest.param(*cells, id=label))
    return rows


def document(lines: list[str], lang: str = "en", name: str = "a.txt") -> Document:
    """A document whose segments are `lines`, each a paragraph."""
    segments, start = [], 0
    for number, line in enumerate(lines):
        segments.append(Segment(start, start + len(line), number))
        start += len(line) + 1
    return Document(name, lang, "\n".join(lines), tuple(segments))
