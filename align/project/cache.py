"""A folder of results by the key of all that they were made of. What is damaged, older or half written is as good as not there.

Entries are JSON under their own digest: nothing in them is run, whoever has put them there. Each is written beside its place and
moved there, so that two processes at once disturb each other as little as one that is killed.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = ".align-cache"
"""Its name beside align.toml."""
ENTRY = re.compile(r"[0-9a-f]{64}\.json(?:\.[0-9a-f]+\.part)?")
"""The files that are ours, whatever else lies in the folder."""
MOST = 64_000_000
"""Bytes above which the oldest entries go that this run had no use for: some 4,000 pairs of news articles."""
MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# made by align check; may be deleted\n",
}
"""What keeps the folder out of commits and backups."""


@dataclass(slots=True)
class Cache:
    """Values by their keys, 64 hexadecimal digits each."""

    folder: Path
    used: set[str] = field(default_factory=set)
    """Of this run."""

    def get(self, key: str) -> Any:
        """The value of a key, None where there is none that can be trusted to be whole."""
        path = self._path(key)
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
            if digest != _digest(key, body):
                return None
            value = json.loads(body.decode("utf-8", "surrogatepass"))
        except (OSError, ValueError, RecursionError):
            return None
        self.used.add(path.name)
        with suppress(OSError):
            os.utime(path)  # the oldest that go are those longest not asked for
        return value

    def put(self, key: str, value: Any) -> None:
        """Keep a value; a folder that cannot be written to keeps none, and that is no error."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        path = self._path(key)
        part = path.with_name(f"{path.name}.{os.urandom(8).hex()}.part")
        try:
            self._make()
            part.write_bytes(_digest(key, body) + b"\n" + body)  # not synchronised: the digest tells what was lost
            part.replace(path)
            self.used.add(path.name)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def prune(self, most: int = MOST) -> None:
        """Delete the oldest entries that were of no use to this run until `most` bytes are left, or no such entry is."""
        found = []
        with suppress(OSError):
            for entry in os.scandir(self.folder):
                with suppress(OSError):  # another process may have deleted it
                    if ENTRY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                        found.append((entry.stat().st_mtime, entry.name, entry.stat().st_size))
        total = sum(size for *_, size in found)
        for _, name, size in sorted(found):
            if total <= most:
                break
            if name not in self.used:
                with suppress(OSError):
                    (self.folder / name).unlink()
                total -= size

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _make(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True)
            for name, text in MARKS.items():
                (self.folder / name).write_text(text, encoding="ascii")


def _digest(key: str, body: bytes) -> bytes:
    """Of an entry in its place: one under the name of another is none."""
    return sha256(key.encode() + b"\n" + body).hexdigest().encode()
