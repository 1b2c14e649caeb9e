"""What `align check` found in a pair of files before, as long as nothing has changed that the result depends on.

The key is of the files' bytes and names, the options, align.toml as far as it decides what is found, glossaries, lexicons and ledger,
and of the program: every file of it and of what it knows, Python, and the libraries that it stands on. Severities, silences and the
baseline are laid over the result afterwards, as over a fresh one.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import align
from align import resources
from align.cli.check_inputs import Task
from align.cli.check_reports import Checked, Result
from align.cli.check_settings import Settings
from align.errors import AlignError
from align.files import load
from align.project.cache import Cache
from align.project.stored import reports, values

if TYPE_CHECKING:
    from align.project import Project

SCHEMA = "align-cache/2"
LIBRARIES = re.compile(
    r"(?:babel|lxml|numpy|rapidfuzz|sentencepiece|ctranslate2|tokenizers|python_docx)-.*\.dist-info", re.I
)
"""Folders whose names have the version of a library that a result may depend on."""


@dataclass(slots=True)
class Kept:
    """The results of earlier runs under the settings of this one."""

    cache: Cache
    settings: bytes
    """All that is the same for every pair."""
    written: bool = False

    @classmethod
    def of(cls, folder: str, settings: Settings, models: str) -> Kept | None:
        """The cache in `folder`; None where what the settings name cannot be read, which the check itself will say."""
        s = settings
        try:
            files = [(path, sha256(load(path)).hexdigest()) for path in (*s.lexicons, *s.glossaries, s.ledger) if path]
        except AlignError:
            return None
        told = (
            SCHEMA,
            program(),
            s.reading,
            s.target_langs,
            s.lexicons,
            s.glossaries,
            s.ledger,
            files,
            s.rules,
            s.engine,
            models,
        )
        return cls(Cache(Path(folder)), ascii(told).encode())

    def key(self, task: Task) -> str:
        """What a pair's result is known by, "" for what is never kept: a pipe, a memory, what cannot be read."""
        if not task.target:
            return ""
        digests = []
        for path in task.paths:
            try:
                # a pipe is read once, by who checks it
                digests.append(sha256(Path(path).read_bytes()).hexdigest() if Path(path).is_file() else "")
            except OSError:
                return ""
            if not digests[-1] and (not task.listed or Path(path).exists()):
                return ""
        told = (*task.paths, task.date, task.listed, digests)
        return sha256(self.settings + b"\n" + ascii(told).encode()).hexdigest()

    def get(self, task: Task) -> tuple[str, Result | None]:
        """The key of an input, and the result that is kept of it."""
        key = self.key(task)
        stored = self.cache.get(key) if key else None
        if stored is None:
            return key, None
        try:
            notes, paths, found = stored
            checked = zip(reports(found), paths, strict=True)
            return key, Result(tuple(Checked(each, tuple(own), tuple(own)) for each, own in checked), notes)
        except (ValueError, TypeError, LookupError, AttributeError):
            return key, None

    def put(self, key: str, task: Task, result: Result) -> None:
        """Keep a result, unless a file has changed while it was checked."""
        if key and not result.failed and self.key(task) == key:
            found = values([item.report for item in result.checked])
            self.cache.put(key, [result.notes, [item.paths for item in result.checked], found])
            self.written = True

    def close(self) -> None:
        """Make room, where something was added."""
        if self.written:
            self.cache.prune()


def folder(asked: str | None, never: bool, project: Project) -> str:
    """Where results are kept: the folder that is asked for, else one beside align.toml, "" for nowhere."""
    from align.project.cache import FOLDER

    if never:
        return ""
    return asked or (project.at(FOLDER) if project.config.name else "")


@cache
def program() -> str:
    """What this program is known by: all of its files, Python, and the versions of the libraries."""
    digest = sha256(f"{align.__version__} {sys.version}\n".encode())
    for root in (Path(align.__file__).parent, resources.folder()):
        for where, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                digest.update(f"{name}\n".encode("utf-8", "surrogateescape"))
                digest.update((Path(where) / name).read_bytes())
    libraries = {name for path in sys.path if os.path.isdir(path) for name in os.listdir(path)}  # noqa: PTH112, PTH208
    digest.update("\n".join(sorted(filter(LIBRARIES.fullmatch, libraries))).encode())
    return digest.hexdigest()
