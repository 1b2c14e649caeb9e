"""The file of a static table: fingerprints of pieces, how probable each is, and their vectors in half a byte a place.

A line of JSON says what is in it; the arrays follow as they stand in memory. It is mapped and not read: only the rows that a text
asks for are ever touched.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.engine.static.segmenter import Keys, Segmenter, keys
from align.errors import FormatError, InputError

Floats = NDArray[np.float64]
Packed = NDArray[np.uint8]

MAGIC = b"align static table 1\n"
MIDDLE = 7.5
"""What a half byte of 0 to 15 is counted from."""
HEAD = 65_536
"""Bytes within which the line of JSON ends."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the line of JSON says."""

    pieces: int
    width: int
    longest: int
    """Characters of the longest piece."""
    langs: tuple[str, ...]
    """Primary tags of the languages that it knows."""
    fingerprint: str
    """Of all arrays."""


@dataclass(frozen=True)
class Table:
    """Pieces and their vectors."""

    said: Said
    keys: Keys
    """In rising order; the other arrays are in the same."""
    scores: NDArray[np.float16]
    scales: NDArray[np.float16]
    rows: Packed
    """(pieces, width / 2): two places a byte, the first in the lower half."""
    means: NDArray[np.float16]
    """(langs, width): the mean of the unit vectors of each language's sentences."""

    @cached_property
    def segmenter(self) -> Segmenter:
        """What cuts texts into its pieces."""
        return Segmenter(self.keys, self.scores.astype(np.float64), self.said.longest)

    def vectors(self, numbers: NDArray[np.int64]) -> Floats:
        """(numbers, width): the vectors of pieces; how long one is says how much the piece tells."""
        packed = self.rows[numbers]
        found = np.empty((len(packed), self.said.width))
        found[:, ::2], found[:, 1::2] = packed & 15, packed >> 4
        found -= MIDDLE
        found *= self.scales[numbers].astype(np.float64)[:, None]
        return found

    def sums(self, texts: Sequence[str]) -> Floats:
        """(texts, width): the sum of the vectors of each text's pieces."""
        pieces = self.segmenter.pieces(texts)
        found = np.zeros((len(texts), self.said.width))
        flat = np.array([number for some in pieces for number in some], dtype=np.int64)
        if len(flat):
            asked, places = np.unique(flat, return_inverse=True)
            owner = np.repeat(np.arange(len(texts)), [len(some) for some in pieces])
            filled = np.flatnonzero([len(some) for some in pieces])
            starts = np.searchsorted(owner, filled)
            found[filled] = np.add.reduceat(self.vectors(asked)[places], starts, axis=0)
        return found

    def alike(self, words: Sequence[str], others: Sequence[str]) -> Floats:
        """(words, others): how alike each two are, from -1 to 1; a word without a known piece is like none.

        Words of one language among themselves are more alike than those of two: compare likenesses of the same pair of languages.
        """
        found = self.sums([*words, *others])
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        likeness: Floats = found[: len(words)] @ found[len(words) :].T
        return likeness

    @classmethod
    def made(cls, pieces: Sequence[str], scores: Floats, vectors: Floats, langs: Sequence[str], means: Floats) -> Table:
        """Of folded pieces, their log probabilities and vectors."""
        own = keys(pieces)
        order = np.argsort(own)
        if len(np.unique(own)) < len(own):
            raise ValueError("a piece stands twice")
        rows, scales = packed(vectors[order])
        arrays = (own[order], scores[order].astype("<f2"), scales, rows, means.astype("<f2"))
        digest = sha256(b"".join(each.tobytes() for each in arrays)).hexdigest()[:32]
        longest = max(map(len, pieces), default=0)
        return cls(Said(len(pieces), vectors.shape[1], longest, tuple(langs), digest), *arrays)

    def write(self) -> bytes:
        """As a file."""
        said = {name: getattr(self.said, name) for name in Said.__slots__}
        head = MAGIC + json.dumps(said).encode() + b"\n"
        head += b" " * (-len(head) % 64)  # the arrays begin at a multiple of their places' size
        return head + b"".join(each.tobytes() for each in self._arrays())

    def _arrays(self) -> tuple[NDArray[np.generic], ...]:
        return self.keys, self.scores, self.scales, self.rows, self.means


def packed(vectors: Floats) -> tuple[Packed, NDArray[np.float16]]:
    """Rows of half bytes, and what each row is to be multiplied by: of several scales the one that comes nearest."""
    most = np.abs(vectors).max(axis=1, keepdims=True, initial=1e-9)
    best, least = np.zeros(vectors.shape, dtype=np.uint8), np.full((len(vectors), 1), np.inf)
    scales = np.zeros((len(vectors), 1))
    for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        scale = (most * share / MIDDLE).astype(np.float16).astype(np.float64)
        whole = np.clip(np.rint(vectors / scale + MIDDLE), 0, 15)
        error = (((whole - MIDDLE) * scale - vectors) ** 2).sum(1, keepdims=True)
        better = error < least
        best, least, scales = (
            np.where(better, whole, best).astype(np.uint8),
            np.where(better, error, least),
            np.where(better, scale, scales),
        )
    rows: Packed = (best[:, ::2] | best[:, 1::2] << 4).astype(np.uint8)
    return rows, scales[:, 0].astype(np.float16)


def load(path: Path) -> Table:
    """The table of a file; FormatError where it is none or is not whole, InputError where it cannot be read."""
    try:
        data = np.memmap(path, dtype=np.uint8, mode="r")
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            raise InputError(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}") from None
        raise _damaged(path) from None
    head = data[:HEAD].tobytes()
    try:
        if not head.startswith(MAGIC):
            raise ValueError
        end = head.index(b"\n", len(MAGIC)) + 1
        told = json.loads(head[len(MAGIC) : end])
        said = Said(**{**told, "langs": tuple(map(str, told["langs"]))})
        start = end + -end % 64
        found = []
        for kind, shape in (
            ("<u8", (said.pieces,)),
            ("<f2", (said.pieces,)),
            ("<f2", (said.pieces,)),
            ("u1", (said.pieces, said.width // 2)),
            ("<f2", (len(said.langs), said.width)),
        ):
            stop = start + int(np.prod(shape)) * np.dtype(kind).itemsize
            found.append(data[start:stop].view(kind).reshape(shape))
            start = stop
        if start != len(data) or said.pieces < 1 or said.width % 2:
            raise ValueError
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise _damaged(path) from None
    return Table(said, *found)


def _damaged(path: Path) -> FormatError:
    return FormatError(str(path), "not a static table, or not a whole one", "make it again: align train --static")
