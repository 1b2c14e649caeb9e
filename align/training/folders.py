"""Folders of models: written whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from align.engine.neural.description import FILE
from align.errors import OutputError


def free(out: Path) -> None:
    """OutputError where no model can be written to `out`: before the work, and not after it."""
    if out.exists() and not out.is_dir():
        raise OutputError(str(out), "a file, and not a folder", "choose another name")
    if out.is_dir() and not (out / FILE).exists() and any(out.iterdir()):
        raise OutputError(str(out), "there already, with something else in it", "choose another folder")
    with whole(out):
        pass


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """A folder beside `out` to write into; what is in it at the end takes the place of `out`, and of a model that is there.

    Where it stays empty, or anything goes wrong, `out` is left as it is. OutputError where it cannot be written.
    """
    try:
        out.absolute().parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.absolute().parent, prefix=f".{out.name}.") as place:
            made = Path(place) / "model"
            yield made
            if made.exists():
                if out.exists():
                    out.replace(Path(place) / "before")
                made.replace(out)
    except OSError as error:
        raise OutputError(str(out), f"cannot be written: {(error.strerror or str(error)).lower()}") from None
