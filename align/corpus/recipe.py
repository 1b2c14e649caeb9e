"""How every pair of a build is made into units: what a worker process has to know."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from align.corpus.listing import Pair
from align.files import load
from align.session import Session


@dataclass(frozen=True)
class Recipe:
    """Options of a build that its units depend on; each file with the hash of what is in it."""

    source_lang: str = ""
    target_lang: str = ""
    date: date | None = None
    """Where nothing else tells one."""
    lines: bool = False
    lexicons: tuple[tuple[str, str], ...] = ()
    """(path, sha256)"""
    glossaries: tuple[tuple[str, str], ...] = ()
    ledger: tuple[tuple[str, str], ...] = ()
    check: bool = False
    adapted: tuple[tuple[str, str], ...] = ()
    """Lexicons that were learnt from the corpus itself."""
    engine: str = "auto"
    models: str = ""
    """What the engine's models are known by."""

    @cached_property
    def digest(self) -> str:
        """The same for two recipes that make the same units: paths do not count, what is in the files does."""
        told = asdict(self)
        for name in ("lexicons", "glossaries", "ledger", "adapted"):
            told[name] = [digest for _, digest in told[name]]
        if not self.models:  # stores that were made before there were engines
            del told["engine"], told["models"]
        return _digest(told | {"date": str(self.date)})

    def session(self, source_lang: str, target_lang: str) -> Session:
        """What articles of a language pair are aligned and checked with."""
        lexicon, glossary, ledger, learnt = (
            [path for path, _ in files] for files in (self.lexicons, self.glossaries, self.ledger, self.adapted)
        )
        return Session(
            source_lang,
            target_lang,
            glossary=glossary,
            lexicon=lexicon,
            ledger=ledger,
            engine=self.engine,
            learnt=learnt,
        )


def files(paths: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Files with the hashes of what is in them; InputError where one cannot be read."""
    return tuple((path, sha256(load(path)).hexdigest()) for path in paths)


def identity(pair: Pair, recipe: Recipe) -> str:
    """What a build knows a pair by that it has done: size and time of both files, what the manifest says, and the recipe."""
    return _digest(
        [recipe.digest, pair.date, pair.id, pair.meta, *(_stamp(path) for path in (pair.source, pair.target))]
    )


def identities(pairs: Sequence[Pair], recipe: Recipe) -> tuple[list[str], str]:
    """What a build knows the pairs of one source by, and the set that they are, "" for a single one.

    A set is made again as a whole: which of its beads belong together depends on all.
    """
    own = [identity(pair, recipe) for pair in pairs]
    if len(own) == 1:
        return own, ""
    every = _digest([*own, *(pair.target_lang for pair in pairs)])
    return [_digest([every, k]) for k in range(len(own))], every


def _stamp(path: str) -> list[object]:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return [path]
    return [str(Path(path).absolute()), found.st_size, found.st_mtime_ns]


def _digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[
        :24
    ]
