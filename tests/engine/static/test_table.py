from pathlib import Path

import numpy as np
import pytest

from align.engine.static.table import MIDDLE, Table, load, packed
from align.errors import AlignError

PIECES = ["▁", "▁rain", "▁비", "가", "s", "▁雨"]


@pytest.fixture
def table() -> Table:
    random = np.random.default_rng(0)
    scores = np.array([-2.0, -5, -5, -3, -3, -6])
    return Table.made(PIECES, scores, random.normal(size=(6, 8)), ["en", "ko"], np.zeros((2, 8)))


def test_read_back(table: Table, tmp_path: Path):
    (tmp_path / "t").write_bytes(table.write())
    found = load(tmp_path / "t")
    assert found.said == table.said
    texts = ["rain", "비가", "", "雨 rains", "zzz"]
    assert np.array_equal(found.sums(texts), table.sums(texts))
    assert table.write() == found.write()


def test_sums_are_those_of_the_pieces(table: Table):
    texts = ["rains", "", "비가 rain", "?"]
    for text, row in zip(texts, table.sums(texts), strict=True):
        slow = np.zeros(8)
        for number in table.segmenter.pieces([text])[0]:
            for place in range(8):
                byte = int(table.rows[number, place // 2])
                half = byte >> 4 if place % 2 else byte & 15
                slow[place] += (half - MIDDLE) * float(table.scales[number])
        assert np.allclose(row, slow)


def test_half_bytes_are_near(table: Table):
    vectors = np.random.default_rng(1).normal(size=(200, 64))
    rows, scales = packed(vectors)
    found = np.empty_like(vectors)
    found[:, ::2], found[:, 1::2] = rows & 15, rows >> 4
    found = (found - MIDDLE) * scales.astype(float)[:, None]
    cosines = (found * vectors).sum(1) / np.linalg.norm(found, axis=1) / np.linalg.norm(vectors, axis=1)
    assert cosines.min() > 0.98


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"PK" + data,
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: data[:40],
        lambda data: data.replace(b'"width": 8', b'"width": 9'),
        lambda data: data.replace(b'"pieces": 6', b'"pieces": -6'),
        lambda data: data.replace(b'"langs": ["en", "ko"]', b'"langs": 5'),
    ],
)
def test_damaged(damage, table: Table, tmp_path: Path):
    (tmp_path / "t").write_bytes(damage(table.write()))
    with pytest.raises(AlignError, match="static table"):
        load(tmp_path / "t")


def test_missing(tmp_path: Path):
    with pytest.raises(AlignError, match="cannot be read"):
        load(tmp_path / "none")
