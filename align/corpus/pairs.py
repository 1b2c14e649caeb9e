"""The article pairs of folders, patterns, manifests and lists of files, by their names."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from align.corpus import manifest, naming, untagged
from align.corpus.confined import confined
from align.corpus.listing import Listing, Pair
from align.errors import AlignError, InputError
from align.files import load
from align.readers import read, readable
from align.readers.file_names import marks
from align.tags import canonical, primary

__all__ = ["Listing", "Pair", "listed"]

SHOWN = 3
"""Names that a note gives."""
STORE = re.compile(r"\.tm(-wal|-shm|-journal|\.lock)?$")
WORK = ".tm.work"
"""A build's own files, which may lie among the articles."""
ODD = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""What neither a report nor a memory can hold: control characters, and bytes that are not UTF-8."""


def listed(inputs: Sequence[str], source_lang: str = "", target_lang: str = "", *, anywhere: bool = False) -> Listing:
    """The pairs of all inputs: those of manifests in their order, then those that names tell, by source path.

    `anywhere`: manifests may name files outside their folders, too.

    InputError where there is no such input, and where names leave open which two languages are meant.
    """
    found = gathered(inputs)
    own = Listing()
    for path in found.manifests:
        more = manifest.read(load(path), path)
        if not anywhere:
            more = confined(more, os.path.dirname(path))  # noqa: PTH120 - as the manifest's reader joins it
        own = Listing((*own.pairs, *more.pairs), (), (*own.notes, *more.notes), (*own.errors, *more.errors))
    pairs, twice = _once(own.pairs)
    taken = {_same(path) for pair in pairs for path in (pair.source, pair.target)}
    free = sorted(path for path in found.files if _same(path) not in taken)
    named = [path for path in free if _same(path) in found.named]
    near = [path for path in _neighbours(named, free) if _same(path) not in taken]
    every = sorted([*free, *near])
    source, target, guess = naming.languages(every, source_lang, target_lang, lambda: _untagged(every))
    by_name, notes = naming.paired(every, source, target) if source else ([], [])
    left = sorted(set(every) - {path for names in by_name for path in names[:2]})
    if source and left:
        by_name = sorted([*by_name, *untagged.paired(untagged.couples(left, _text), source, target)])
    paired = {path for names in by_name for path in names[:2]}
    alone, others = _apart([path for path in free if path not in paired], source, target)
    return Listing(
        (*pairs, *(_pair(names, found, source_lang, target_lang) for names in by_name)),
        tuple(alone),
        (*found.notes, *own.notes, *twice, *([guess] if guess else []), *notes),
        own.errors,
        (*others, *found.not_read()),
        tuple(found.folders),
    )


def _pair(names: naming.Named, found: Gathered, source: str, target: str) -> Pair:
    """Two files, in the languages that are asked for, else as their names have them."""
    return Pair(
        names.source,
        names.target,
        id=found.below(names.source),
        target_lang=target or canonical(names.target_lang),
        source_lang=source or canonical(names.source_lang),
    )


def _untagged(paths: Sequence[str]) -> set[tuple[str, str]]:
    """The languages of files of which one has none in its name."""
    every = (sorted((primary(couple.tag), lang)) for couple, lang in untagged.couples(paths, _text))
    return {(a, b) for a, b in every}


@lru_cache(maxsize=100)
def _text(path: str) -> str:
    """The text of a file, "" where it cannot be read."""
    try:
        return read(load(path), path)[0].text
    except AlignError:
        return ""


def _apart(paths: Sequence[str], source: str, target: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Files of which there is no other side, and those that say another language than the two, with that."""
    alone, others = [], []
    for path in paths:
        tags = [mark.tag for mark in marks(path)]
        if source and tags and not any(naming.fits(tag, lang) for tag in tags for lang in (source, target)):
            others.append((path, f"another language: {tags[0]}"))
        else:
            alone.append(path)
    return alone, others


@dataclass(slots=True)
class Gathered:
    """What inputs come to, each file once."""

    files: list[str] = field(default_factory=list)
    manifests: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """Those, by absolute path, that the user has named one by one or by a pattern: their other side may not be among them."""
    notes: list[str] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    """Files in folders whose kind no reader knows, by absolute path."""
    folders: list[str] = field(default_factory=list)
    """Those that were looked through."""
    seen: set[str] = field(default_factory=set)

    def add(self, path: str, named: bool) -> None:
        if ODD.search(path):
            self.notes.append(f"{path!a}: left out: its name is not UTF-8 or has control characters (rename it)")
        elif not named and not readable(path):
            self.unread[_same(path)] = path
        elif (same := _same(path)) not in self.seen:
            self.seen.add(same)
            (self.manifests if named and path.lower().endswith(manifest.KINDS) else self.files).append(path)
            self.named |= {same} if named else set()

    def below(self, path: str) -> str:
        """A file's path below the folder that it was found in, with slashes; the name of one that was named itself."""
        own = Path(_same(path))
        base = next((Path(_same(folder)) for folder in self.folders if own.is_relative_to(_same(folder))), own.parent)
        return own.relative_to(base).as_posix()

    def not_read(self) -> tuple[tuple[str, str], ...]:
        """The files whose kind is not read, with that."""
        kinds = (
            (path, Path(path).suffix.lower() or Path(path).name)
            for same, path in self.unread.items()
            if same not in self.seen
        )
        return tuple((path, f"a kind that is not read: {kind}") for path, kind in kinds)


def gathered(inputs: Sequence[str], folders: Sequence[str] = ()) -> Gathered:
    """The files of folders, patterns and lists, of which some may have been found in `folders`. InputError where there is none."""
    found = Gathered(folders=[*folders])
    for name in inputs:
        for path in _expanded(name):
            if Path(path).is_dir():
                found.folders.append(path)
                for file in _walk(path, found.notes):
                    found.add(file, named=False)
            else:
                found.add(path, named=True)
    return found


def _expanded(name: str) -> list[str]:
    """The paths that an input names."""
    try:
        if not name or "\0" in name:
            raise InputError(repr(name), "no path", "give a folder, a file or a pattern")
        if Path(name).exists():
            return [os.path.normpath(name)]
        if not glob.has_magic(name):
            raise InputError(name, "no such file or folder")
        paths = sorted({os.path.normpath(path) for path in glob.iglob(name, recursive=True)})  # noqa: PTH207 - takes absolute ones
    except OSError as error:
        raise InputError(name, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    if "." not in re.split(r"[/\\]", name)[-1]:  # **/* means the articles, not all that lies there
        paths = [path for path in paths if Path(path).is_dir() or readable(path)]
    if not paths:
        raise InputError(name, "no file has such a name", "** stands for folders of any depth, * for a name")
    return paths


def _walk(folder: str, notes: list[str]) -> Iterator[str]:
    """The articles below a folder, in order of their paths; what is not looked at goes to the notes."""
    hidden: list[str] = []

    def failed(error: OSError) -> None:
        notes.append(f"{error.filename}: left out: {(error.strerror or str(error)).lower()}")

    for base, folders, files in os.walk(folder, onerror=failed):
        kept = []
        for name in sorted(folders):
            path = str(Path(base) / name)
            if name.startswith("."):
                hidden.append(path)
            elif name.endswith(WORK):
                continue
            elif Path(path).is_symlink():  # it may lead back up
                notes.append(f"{path}: a link to a folder is not followed (give the folder itself)")
            else:
                kept.append(name)
        folders[:] = kept
        for name in sorted(files):
            path = str(Path(base) / name)
            if name.startswith("."):
                hidden.append(path)
            elif STORE.search(name):
                continue
            elif Path(path).is_file() and os.access(path, os.R_OK):
                yield path
            else:
                notes.append(f"{path!s}: left out: not a file that can be read")
    if hidden:
        notes.append(
            f"{folder}: {len(hidden)} hidden left out: {', '.join(hidden[:SHOWN])}{', …'[: 3 * (len(hidden) > SHOWN)]}"
        )


def _neighbours(named: Sequence[str], free: Sequence[str]) -> list[str]:
    """Files beside the named ones that are another language's of the same key, for those that have no such file among `free`."""
    having: dict[str, set[str]] = {}
    for path in free:
        for tag, key in naming.keys(path):
            having.setdefault(key, set()).add(tag)
    wanted: dict[str, str] = {}
    lonely: list[str] = []
    folders: set[str] = set()
    for path in named:
        own = list(naming.keys(path))
        if all(len(having[key]) < 2 for _, key in own):
            wanted |= {key: tag for tag, key in own}
            lonely.append(path)
            folders |= set(_folders(path))
    seen = {_same(path) for path in free}
    found = []
    for path in (path for folder in sorted(folders) for path in _files(folder)):
        if _same(path) not in seen and (
            any(wanted.get(key, tag) != tag for tag, key in naming.keys(path))
            or any(untagged.alike(path, other) for other in lonely)
        ):
            seen.add(_same(path))
            found.append(path)
    return found


def _folders(path: str) -> Iterator[str]:
    """The folders that the other side of a file may be in: its own; where that is a language's, the others', and the one above."""
    yield str(Path(path).parent)
    name = path.replace(os.sep, "/")
    for mark in marks(name):
        if "/" in name[mark.end :]:
            above, rest = name[: mark.start] or ".", Path(name[mark.end + 1 :]).parent
            yield os.path.normpath(Path(above) / rest)
            for other in _names(above):
                if any(marks(f"{other}/x")):
                    yield os.path.normpath(Path(above) / other / rest)


def _files(folder: str) -> list[str]:
    return [
        path
        for name in _names(folder)
        if readable(name) and Path(path := os.path.normpath(Path(folder) / name)).is_file()
    ]


def _names(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith(".") and not ODD.search(name))  # noqa: PTH208
    except OSError:
        return []


def _once(pairs: Sequence[Pair]) -> tuple[list[Pair], list[str]]:
    """Each pair once, and a note for those that come again."""
    first: dict[tuple[str, str], Pair] = {}
    notes = []
    for pair in pairs:
        known = first.setdefault((_same(pair.source), _same(pair.target)), pair)
        if known is not pair:
            notes.append(f"{pair.where}: the same pair as in {known.where}, which counts")
    return list(first.values()), notes


def _same(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - it takes out .. without asking the disk
