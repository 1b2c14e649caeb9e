"""A model small enough to be made in a moment, with neither torch nor training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from align.engine.neural import sentences as check
from align.training import subwords
from align.training.export import export

WIDTH = 32


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encoder for Korean and English with random weights."""
    return small(tmp_path_factory.mktemp("models") / "small", seed=0)


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the models and the cache of whoever runs it."""
    monkeypatch.setenv("ALIGN_MODELS", str(tmp_path / "noted"))
    monkeypatch.setenv("ALIGN_CACHE", "no")


def small(place: Path, seed: int, quantisation: str = "int8", layers: int = 1) -> Path:
    pieces = subwords.learn([text for texts in check.texts() for text in texts], 400)
    random = np.random.default_rng(seed)

    def drawn(*shape: int) -> np.ndarray:
        return random.normal(0, 0.1, shape).astype(np.float32)

    arrays = {"embed.weight": drawn(subwords.size(pieces), WIDTH), "places": drawn(64, WIDTH)}
    arrays |= {"norm.weight": np.ones(WIDTH, np.float32), "norm.bias": drawn(WIDTH)}
    for k in range(layers):
        for name in ("attention_norm", "feed_norm"):
            arrays |= {f"blocks.{k}.{name}.weight": np.ones(WIDTH, np.float32), f"blocks.{k}.{name}.bias": drawn(WIDTH)}
        for name, out, wide in (("project", 3, 1), ("out", 1, 1), ("wide", 4, 1), ("narrow", 1, 4)):
            arrays[f"blocks.{k}.{name}.weight"] = drawn(out * WIDTH, wide * WIDTH)
            arrays[f"blocks.{k}.{name}.bias"] = drawn(out * WIDTH)
    export(arrays, 4, pieces, ("ko", "en"), place, quantisation)
    return place
