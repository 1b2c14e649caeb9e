"""The project that a command runs in: its align.toml, and which files its [[pairs]] are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unicodedata import normalize

from align.errors import InputError
from align.files import load
from align.project.config import Config, Pair, read

STAR = re.compile(r"\*\*/?|\*")
GROUPS = {"*": "([^/]*)", "**": "(.*)", "**/": "((?:[^/]+/)*)"}


@dataclass(frozen=True, slots=True)
class Project:
    """A configuration and the folder that it is in; without one the working directory and an empty configuration."""

    config: Config
    folder: Path

    def at(self, path: str) -> str:
        """A path of the configuration as the user would write it where he is."""
        whole = os.path.normpath(self.folder / path)
        try:
            return Path(os.path.relpath(whole)).as_posix()
        except ValueError:  # another drive
            return Path(whole).as_posix()

    def every(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Paths of the configuration, each as the user would write it where he is."""
        return tuple(map(self.at, paths))

    def day(self, source: str, target: str) -> date | None:
        """The publication date that the configuration gives for a pair: of its entry in [[pairs]], else for all."""
        pairs = self.of(source) if self.config.pairs else []
        own = next((day for _, other, day in pairs if day and Path(other).absolute() == Path(target).absolute()), None)
        return own or self.config.date

    def own(self, path: str) -> str:
        """A path as the user has it, relative to the configuration; as it is where it lies outside, or there is none."""
        if not self.config.name or path == "-":
            return path
        inside = [name for name in self._names(path) if not name.startswith("../")]
        return inside[0] if inside else path

    def matches(self, path: str, pattern: str) -> bool:
        """Whether a path as the user has it is one that a pattern of the configuration names; a folder names all that is in it."""
        pattern = _clean(pattern)
        whole = _pattern(f"{pattern}**" if pattern.endswith("/") else pattern)
        return path != "-" and any(whole.fullmatch(name) for name in self._names(path))

    def _names(self, path: str) -> list[str]:
        """A path relative to the configuration's folder, as it is and with its links followed."""
        found = []
        for folder, whole in (
            (self.folder, Path(path).absolute()),
            (self.folder.resolve(), Path(os.path.realpath(path))),
        ):
            try:
                found.append(_nfc(Path(os.path.relpath(whole, folder)).as_posix()))
            except ValueError:  # another drive
                continue
        return list(dict.fromkeys(found))

    def all(self) -> tuple[list[tuple[str, str, date | None]], list[str]]:
        """(source, target, date) of each article pair, by entry and name, and a note for each entry that has none."""
        found: dict[tuple[str, str], date | None] = {}
        notes = []
        for pair in self.config.pairs:
            own = self._filled(pair, sorted(self._files(pair.source)))
            own += [names for names in self._orphans(pair) if names not in own]
            for names in own:
                found.setdefault(names, pair.date)
            if not own:
                notes.append(f"{self.config.name}:{pair.line}: no file is {pair.source}")
        pairs = [(self.at(source), self.at(target), day) for (source, target), day in found.items()]
        return pairs, list(dict.fromkeys(notes))

    def of(self, path: str) -> list[tuple[str, str, date | None]]:
        """The pairs that an article belongs to, as its source or its translation; [] where it belongs to none."""
        found: dict[tuple[str, str], date | None] = {}
        for own in self._names(path):
            for pair in self.config.pairs:
                source, target = _clean(pair.source), _clean(pair.target)
                as_target, as_source = _pattern(target).fullmatch(own), _pattern(source).fullmatch(own)
                if as_target and ((self.folder / _fill(source, as_target)).is_file() or not as_source):
                    found.setdefault((_fill(source, as_target), own), pair.date)
                elif as_source and not self._translated(pair, own):
                    found.setdefault((own, _fill(target, as_source)), pair.date)
            if found:
                break
        return [(self.at(source), self.at(target), day) for (source, target), day in found.items()]

    def _entry(self, pair: Pair) -> list[Pair]:
        """The pairs of the entry of [[pairs]] that a pair is of."""
        return [each for each in self.config.pairs if (each.line, each.source) == (pair.line, pair.source)]

    def _translated(self, pair: Pair, name: str) -> bool:
        """Whether an entry has a file as the translation of another one that is there."""
        matches = (_pattern(_clean(each.target)).fullmatch(name) for each in self._entry(pair))
        return any(match and (self.folder / _fill(_clean(pair.source), match)).is_file() for match in matches)

    def _filled(self, pair: Pair, sources: list[str]) -> list[tuple[str, str]]:
        """Each source with its target, but for what is itself the target of another one (*.md with *.en.md)."""
        pattern = _pattern(_clean(pair.source))
        matches = [(name, match) for name in sources if (match := pattern.fullmatch(_nfc(name)))]
        targets = {_fill(_clean(each.target), match) for each in self._entry(pair) for _, match in matches}
        found = [(name, _fill(_clean(pair.target), match)) for name, match in matches]
        return [names for names in found if names[0] not in targets or names[0] == names[1]]

    def _orphans(self, pair: Pair) -> list[tuple[str, str]]:
        """The translations that are there without their source; what is itself a source of any entry is none."""
        target = _pattern(_clean(pair.target))
        sources = [_pattern(_clean(each.source)) for each in self.config.pairs]
        found = []
        for name in sorted(self._files(pair.target)):
            match = target.fullmatch(_nfc(name))
            if match and (self.folder / name).is_file() and not any(each.fullmatch(_nfc(name)) for each in sources):
                source = _fill(_clean(pair.source), match)
                if not (self.folder / source).exists():
                    found.append((source, name))
        return found

    def _files(self, path: str) -> Iterator[str]:
        """The files that a path of an entry names; one without a star may not be there yet."""
        source = _clean(path)
        star = source.find("*")
        if star < 0:
            yield source
            return
        pattern = _pattern(source)
        base = source[: source.rfind("/", 0, star) + 1]
        deep = "**" in source or "/" in source[star:]
        seen: set[str] = set()
        for folder, folders, files in os.walk(self.folder / base, followlinks=True):
            if (real := os.path.realpath(folder)) in seen:  # a link that leads back
                folders[:] = []
                continue
            seen.add(real)
            folders[:] = sorted(name for name in folders if not name.startswith(".")) if deep else []
            for name in files:
                path = Path(os.path.relpath(Path(folder) / name, self.folder)).as_posix()
                if pattern.fullmatch(_nfc(path)):
                    yield path


def project() -> Project:
    """The project of the working directory: the nearest align.toml or [tool.align], up to the folder that has .git."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in ("align.toml", "pyproject.toml"):
            file = folder / name
            if file.is_file():
                shown = Path(os.path.relpath(file, here)).as_posix()
                data = load(shown)
                if name == "align.toml" or b"align" in data:
                    config = read(data, shown)
                    if config is not None:
                        return Project(config, folder)
        if (folder / ".git").exists():
            break
    return Project(Config(), here)


def named(path: str) -> Project:
    """The project of a configuration that is given by its path; InputError where it is none."""
    config = read(load(path), path)
    if config is None:
        raise InputError(path, "has no [tool.align]", "give an align.toml, or add the table")
    return Project(config, Path(path).absolute().parent)


def _pattern(path: str) -> re.Pattern[str]:
    """What a path with * (in one folder) and ** (any folders) matches, a group for each of them."""
    parts, position = [], 0
    for star in STAR.finditer(path):
        parts += [re.escape(path[position : star.start()]), GROUPS[star[0]]]
        position = star.end()
    return re.compile("".join(parts) + re.escape(path[position:]))


def _fill(path: str, match: re.Match[str]) -> str:
    """`path` with what each star matched."""
    held = iter(match.groups())

    def put(star: re.Match[str]) -> str:
        text = next(held)
        return f"{text}/" if star[0] == "**/" and text and not text.endswith("/") else text

    return STAR.sub(put, path)


def _clean(path: str) -> str:
    return _nfc(path.replace("\\", "/").removeprefix("./"))


def _nfc(name: str) -> str:
    return normalize("NFC", name)  # some systems give file names decomposed
