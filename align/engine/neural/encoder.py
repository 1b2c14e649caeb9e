"""Sentence embeddings by CTranslate2."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

import numpy as np

from align.engine.neural.cache import Cache
from align.engine.neural.embedder import Embedder, Single, kept
from align.engine.neural.libraries import RUNS, library
from align.engine.neural.models import Model
from align.engine.neural.vocabulary import load
from align.errors import InputError

AREA = 4096
"""Tokens of a batch with its padding: enough to fill a CPU."""


class Encoder(Embedder):
    """An encoder model."""

    def __init__(self, model: Model, cache: Cache) -> None:
        super().__init__(model, cache)
        self.vocabulary = load(model.file(self.told.vocabulary))
        self.projection = _projection(model.file(self.told.projection)) if self.told.projection else None
        self.cost = 0
        """Tokens that went through the model, without padding."""

    @cached_property
    def run(self) -> Any:
        """The model, loaded when the first text is not in the cache."""
        return opened(library(RUNS).Encoder, self.model)

    def _computed(self, texts: Sequence[str]) -> list[bytes]:
        """What the cache holds for each text: the width, and half-precision rows."""
        room = max(1, self.told.longest - len(self.told.begin) - len(self.told.end))
        pieces = self.vocabulary.pieces([self.told.prefix + text for text in texts])
        rows = [[*self.told.begin, *(some[:room] or [" "]), *self.told.end] for some in pieces]
        self.cost += sum(map(len, rows))
        found = [b""] * len(rows)
        for batch in batches([len(row) for row in rows]):
            for k, vectors in zip(batch, self._vectors([rows[k] for k in batch]), strict=True):
                found[k] = kept(vectors)
        return found

    def _vectors(self, rows: Sequence[list[str]]) -> list[Single]:
        """(1 or tokens, width) of each row of tokens."""
        out = self.run.forward_batch(rows)
        if self.told.pooling == "pooler":
            if out.pooler_output is None:
                raise InputError(self.model.folder, "this model has no pooler", "add it with another --pooling")
            pooled = np.asarray(out.pooler_output, dtype=np.float32)
        else:
            states = np.asarray(out.last_hidden_state, dtype=np.float32)
            if self.told.pooling == "tokens":
                first = len(self.told.begin)
                return [each[first : len(row) - len(self.told.end)] for each, row in zip(states, rows, strict=True)]
            if self.told.pooling == "cls":
                pooled = states[:, 0]
            else:
                sizes = np.array([len(row) for row in rows])
                inside = np.arange(states.shape[1]) < sizes[:, None]
                pooled = np.where(inside[:, :, None], states, 0).sum(1) / sizes[:, None]
        if self.projection is not None:
            weight, bias, bent = self.projection
            pooled = pooled @ weight.T + bias
            if bent:
                pooled = np.tanh(pooled)
        pooled = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
        return [row[None] for row in pooled]


def opened(kind: Any, model: Model) -> Any:
    """A CTranslate2 model on the CPU; InputError where the folder is broken or of another kind."""
    try:
        return kind(model.folder, device="cpu", intra_threads=threads())
    except (RuntimeError, ValueError, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(
            model.folder, f"CTranslate2 cannot load the model {model.name}: {reason}", "convert it again"
        ) from None


def threads() -> int:
    """$OMP_NUM_THREADS, else as many as there are processors; one in a worker process: the workers share them already."""
    if parent_process() is not None:
        return 1
    told = os.environ.get("OMP_NUM_THREADS", "")
    if told.isdecimal() and int(told):
        return int(told)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of rows of like size that run together, the longest first."""
    order = sorted(range(len(sizes)), key=lambda k: (-sizes[k], k))
    start = 0
    while start < len(order):
        stop = start + max(1, AREA // max(1, sizes[order[start]]))
        yield order[start:stop]
        start = stop


def _projection(path: Path) -> tuple[Single, Single, bool]:
    try:
        with np.load(path, allow_pickle=False) as data:
            return data["weight"].astype(np.float32), data["bias"].astype(np.float32), bool(data["tanh"])
    except (OSError, ValueError, KeyError):
        raise InputError(str(path), "not the dense layer of a model", "convert the model again") from None
