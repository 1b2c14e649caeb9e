"""What matching keeps of a document: the numbers of its distinct terms, so that no text need stay in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from align.engine.engine import prepare
from align.model import Document

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A document's language and its terms, each as the hash of its text, in ascending order, once."""

    lang: str
    terms: Hashes


def sketch(document: Document) -> Sketch:
    """The sketch of a segmented document: its tokens, and the keys of its numbers, dates and Latin strings."""
    prepared = prepare(document)
    words = {token for tokens in prepared.tokens for token in tokens}
    keys = {key for mentions in prepared.mentions for mention in mentions for key in mention.keys}
    return Sketch(document.lang, np.unique(hashes([*words, *keys])))


def hashes(terms: Iterable[str]) -> Hashes:
    """A number for each term: 64 bits, so that a million terms clash once in 40 million times."""
    return np.fromiter(map(_hash, terms), dtype=np.uint64)


@lru_cache(maxsize=500_000)
def _hash(term: str) -> int:
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
