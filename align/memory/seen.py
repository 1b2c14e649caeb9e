"""What has been seen already, in flat memory."""

from __future__ import annotations

import sqlite3


class Seen:
    """Hashes with a number each, their line say, in a temporary file: memory stays flat however many there are."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect("", isolation_level=None)
        self.connection.executescript(
            "PRAGMA synchronous = OFF; CREATE TABLE seen (hash INTEGER PRIMARY KEY, line INTEGER); BEGIN"
        )

    def before(self, hashed: int, line: int) -> int:
        """The line on which it was seen first, 0 where it was not seen before."""
        if self.connection.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (hashed, line)).rowcount > 0:
            return 0
        found: int = self.connection.execute("SELECT line FROM seen WHERE hash = ?", (hashed,)).fetchone()[0]
        return found
