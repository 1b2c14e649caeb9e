"""Deliveries: units in a file or several, each whole or not there."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO

from align.errors import InputError
from align.files import save
from align.formats import FORMATS, PACKED, of_memory
from align.formats.options import Options
from align.formats.text import first
from align.memory.selection import Selection
from align.memory.store import Store
from align.model import Unit


class Counted:
    """Units that are counted as they go by; `start` is the first one."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.start, self.units = first(units)
        self.many = 0

    def __iter__(self) -> Iterator[Unit]:
        for unit in self.units:
            self.many += 1
            yield unit


def deliver(
    store: Store, selection: Selection, paths: Sequence[str], options: Options, split: int = 0, to: str = ""
) -> dict[str, int]:
    """Write the units of a store that are chosen to some files; file -> how many units.

    InputError, before anything is written, where a format of two languages is to hold more.
    """
    languages = selection.languages(store) if paths else ()
    if len(languages) > 2:
        for path in paths:
            if not FORMATS[name := of_memory(path, to)].variants:
                told = f"{name} holds two languages, and the memory has {', '.join(languages)}"
                raise InputError(path, told, "`align tm export` with --source-lang and --target-lang chooses two")
        if store.tied():
            options = replace(options, languages=languages)
    found: dict[str, int] = {}
    for path in paths:
        found |= export(selection.units(store), path, options, split, to)
    return found


def export(units: Iterable[Unit], path: str, options: Options, split: int = 0, to: str = "") -> dict[str, int]:
    """Write the units to a file whose extensions say its format and, with .gz, that it is compressed; file -> how many units.

    With `split` at most so many to a file, numbered before the extensions: news-0001.tmx.gz. Moses is two files, by language:
    news.moses is news.ko and news.en.
    """
    rest = iter(units)
    found: dict[str, int] = {}
    while True:
        counted = Counted(islice(rest, split or None))
        if found and counted.start is None:
            return found
        name = _numbered(path, len(found) + 1) if split else path
        _one(counted, name, of_memory(path, to), options)
        found[name] = counted.many
        if not split:
            return found


def _one(units: Counted, path: str, name: str, options: Options) -> None:
    write, paths = FORMATS[name].write_units, FORMATS[name].paths
    assert write
    if not paths:
        _save(path, lambda out: write(units, out, options))
        return
    langs = (units.start.source_lang, units.start.target_lang) if units.start else ("source", "target")
    one, other = paths(path, *options.tags(*langs))

    def both(left: IO[bytes]) -> None:
        _save(other, lambda right: write(units, (left, right), options))

    _save(one, both)


def _save(path: str, write: Callable[[IO[bytes]], None]) -> None:
    def packed(out: IO[bytes]) -> None:
        with _stream(out, path) as stream:
            write(stream)

    save(path, packed)


@contextmanager
def _stream(out: IO[bytes], path: str) -> Iterator[IO[bytes]]:
    if not path.lower().endswith(PACKED):
        yield out
        return
    with gzip.GzipFile(
        filename="", mode="wb", compresslevel=6, fileobj=out, mtime=0
    ) as stream:  # no name or time of day in it
        yield stream  # type: ignore[misc]


def _numbered(path: str, number: int) -> str:
    """news-0001.tmx.gz"""
    whole = Path(path)
    stem, dot, extensions = whole.name.partition(".")
    return str(whole.with_name(f"{stem}-{number:04d}{dot}{extensions}"))
