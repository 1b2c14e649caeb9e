"""Sentence embeddings: texts in, unit vectors out, each computed once and remembered."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.engine.neural.cache import Cache, keys
from align.engine.neural.models import Model

Floats = NDArray[np.float64]
Single = NDArray[np.float32]


class Embedder(ABC):
    """An encoder, whatever runs it."""

    def __init__(self, model: Model, cache: Cache) -> None:
        self.model, self.told, self.cache = model, model.description, cache
        self.name, self.fingerprint = model.name, model.fingerprint

    @cached_property
    @abstractmethod
    def run(self) -> Any:
        """The model, loaded when the first text is not in the cache."""

    @abstractmethod
    def _computed(self, texts: Sequence[str]) -> list[bytes]:
        """What the cache holds for each text, as `kept` has it."""

    @property
    def whole(self) -> bool:
        """Whether a text has one vector, and not one for each of its tokens."""
        return self.told.pooling != "tokens"

    def embed(self, texts: Sequence[str]) -> Floats:
        """(texts, width): a unit vector for each text."""
        found = self.states(texts)
        return np.stack([row[0] for row in found]) if found else np.zeros((0, 1))

    def read(self, texts: Sequence[str]) -> None:
        """Have what there is to say of `texts` at hand: many together cost less than few at a time."""
        self._said(texts)

    def states(self, texts: Sequence[str]) -> list[Floats]:
        """(tokens, width) for each text: the states of its tokens as they are; its one vector where it has one."""
        asked, known = self._said(texts)
        width = int(np.frombuffer(known[asked[0]][:4], dtype=np.int32)[0]) if asked else 1
        return [
            np.frombuffer(known[key], dtype=np.float16, offset=4).reshape(-1, width).astype(np.float64) for key in asked
        ]

    def _said(self, texts: Sequence[str]) -> tuple[list[bytes], dict[bytes, bytes]]:
        """The key of each text, and by it what the cache has of it: computed now where it is new."""
        asked = keys(self.fingerprint, texts)
        known = self.cache.found([*dict.fromkeys(asked)])
        missing = {key: text for key, text in zip(asked, texts, strict=True) if not known.get(key)}
        if missing:
            fresh = dict(zip(missing, self._computed([*missing.values()]), strict=True))
            self.cache.keep(fresh)
            known |= fresh
        return asked, known


def kept(vectors: Single) -> bytes:
    """What the cache holds of a text's (rows, width): the width, and half-precision rows."""
    return np.array([vectors.shape[1]], dtype=np.int32).tobytes() + vectors.astype(np.float16).tobytes()
