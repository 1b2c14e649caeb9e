"""What models said about texts, on disk: asked for by what the model and the text are, bounded, and safe to delete."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

MOST = 512 * 2**20
"""Bytes of a cache; past them the quarter that came first goes."""
SOME = 500
"""Keys asked for in one go."""
AT_HAND = 64 * 2**20
"""Bytes of values that are kept in memory besides: what an alignment asks for twice."""


class Cache:
    """Values by key in memory and in one SQLite file. A file that cannot be used is one that holds nothing."""

    def __init__(self, path: Path | None, most: int = MOST) -> None:
        self.most = most
        self.path = path
        self.opened: sqlite3.Connection | None = None
        self.process = 0
        self.hand: dict[bytes, bytes] = {}
        self.size = 0

    def found(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those `keys` that are known."""
        known = {key: self.hand[key] for key in keys if key in self.hand}
        base = self._base()
        missing = [key for key in keys if key not in known]
        if base is None or not missing:
            return known
        stored: dict[bytes, bytes] = {}
        try:
            for start in range(0, len(missing), SOME):
                some = missing[start : start + SOME]
                marks = ",".join("?" * len(some))
                stored.update(base.execute(f"SELECT key, value FROM said WHERE key IN ({marks})", some))
        except sqlite3.Error:
            return known
        self._at_hand(stored)
        return known | stored

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Add `values`, and drop the oldest where they are too many."""
        self._at_hand(values)
        base = self._base()
        if base is None or not values:
            return
        try:
            with base:
                base.executemany("INSERT OR IGNORE INTO said (key, value) VALUES (?, ?)", values.items())
                size = base.execute(
                    "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, "
                    "pragma_freelist_count, pragma_page_size"
                ).fetchone()[0]
                if size > self.most:
                    base.execute(
                        "DELETE FROM said WHERE number <= (SELECT min(number) + (max(number) - min(number)) / 4 FROM said)"
                    )
        except sqlite3.Error:
            pass  # a full disk or a locked file costs time and no result

    def _at_hand(self, values: Mapping[bytes, bytes]) -> None:
        self.size += sum(map(len, values.values()))
        if self.size > AT_HAND:
            self.hand.clear()
            self.size = sum(map(len, values.values()))
        self.hand.update(values)

    def _base(self) -> sqlite3.Connection | None:
        if self.path is None:
            return None
        if self.opened is None or self.process != os.getpid():  # a connection does not outlive a fork
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.opened = sqlite3.connect(self.path, timeout=10)
                self.opened.execute("PRAGMA journal_mode = WAL")
                self.opened.execute("PRAGMA synchronous = NORMAL")
                self.opened.execute(
                    "CREATE TABLE IF NOT EXISTS said (number INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)"
                )
                self.process = os.getpid()
            except (sqlite3.Error, OSError):
                self.opened, self.path = None, None
        return self.opened


def keys(model: str, texts: Iterable[str]) -> list[bytes]:
    """The key of each text, said by a model with the fingerprint `model`."""
    return [
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, key=model.encode()[:64]).digest()
        for text in texts
    ]
