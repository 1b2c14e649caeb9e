"""What makes two texts the same: hashes of 64 bits, to be looked up by."""

from __future__ import annotations

import re
from hashlib import blake2b
from unicodedata import normalize

LOOSE = re.compile(r"[\W\d_]+")


def normal(text: str) -> str:
    """`text` as it is compared: NFC, with every run of white space as one space."""
    return " ".join((text if text.isascii() else normalize("NFC", text)).split())


def key(*texts: str) -> int:
    """A signed number of 64 bits that is the same for the same texts, in any process and on any machine."""
    return int.from_bytes(
        blake2b("\0".join(texts).encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True
    )


def skeleton(text: str) -> str:
    """What is left of `text` without case, digits, punctuation and spaces: the same for near-duplicates."""
    return LOOSE.sub("", text.casefold())
