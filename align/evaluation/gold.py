"""Gold alignments on disk, in the layouts that they come in.

A folder NAME/ with gold, ko.seg, en.seg (and ko.txt, en.txt, meta.json), or a folder of such; or NAME.gold beside
NAME.ko.seg, NAME.en.seg (and NAME.ko.para) or NAME.eng, NAME.isl. One segment a line, one bead a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from align.errors import FormatError, InputError
from align.evaluation.metrics import Pair
from align.formats.beads import parse
from align.lang.segmenting import segment
from align.model import Document, Segment
from align.readers.file_names import language_of_name
from align.resources import in_direction
from align.tags import primary


@dataclass(frozen=True, slots=True)
class Gold:
    """One article pair with the beads a person gave it."""

    name: str
    source_lang: str
    target_lang: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[Pair, ...]
    published: date | None = None
    source_text: str | None = None
    """Running text, where there is one."""
    target_text: str | None = None
    turned: bool = False
    """The translation is taken for the source: lists beside the gold have the sides the other way round."""

    def turn(self) -> Gold:
        """The same pair the other way round, as if the source were its translation."""
        return replace(
            self,
            source_lang=self.target_lang,
            target_lang=self.source_lang,
            source=self.target,
            target=self.source,
            beads=tuple((b, a) for a, b in self.beads),
            source_text=self.target_text,
            target_text=self.source_text,
            turned=not self.turned,
        )

    def lines(self) -> tuple[Document, Document]:
        """Both sides with the gold's segments."""
        return (
            _document(self.name, self.source_lang, self.source, self.published),
            _document(self.name, self.target_lang, self.target, self.published),
        )

    def running(self) -> tuple[Document, Document]:
        """Both sides as running text, segmented by us; InputError where there is none."""
        if self.source_text is None or self.target_text is None:
            raise InputError(self.name, "this gold has no running text", "use --lines")
        return (
            segment(Document(self.name, self.source_lang, self.source_text, date=self.published)),
            segment(Document(self.name, self.target_lang, self.target_text, date=self.published)),
        )


def _document(name: str, lang: str, lines: tuple[str, ...], published: date | None) -> Document:
    segments, start = [], 0
    for number, line in enumerate(lines):
        segments.append(Segment(start, start + len(line), number))
        start += len(line) + 1
    return Document(name, lang, "\n".join(lines), tuple(segments), published)


def spans(texts: tuple[str, ...]) -> list[tuple[int, ...]]:
    """For each segment the numbers of its characters, white space not counted: what it covers, however it is cut."""
    found, position = [], 0
    for text in texts:
        size = len("".join(text.split()))
        found.append(tuple(range(position, position + size)))
        position += size
    return found


def covering(beads: Iterator[Pair] | tuple[Pair, ...], source: tuple[str, ...], target: tuple[str, ...]) -> list[Pair]:
    """`beads` as the spans of text that each covers on either side: (first character, last character)."""
    left, right = spans(source), spans(target)

    def cover(indices: tuple[int, ...], of: list[tuple[int, ...]]) -> tuple[tuple[int, int], ...]:
        characters = [c for i in indices for c in (of[i][:1] + of[i][-1:])]
        return ((min(characters), max(characters)),) if characters else ()

    return [(cover(a, left), cover(b, right)) for a, b in beads]


def projected(gold: Gold, source: Document, target: Document) -> tuple[Pair, ...]:
    """The gold's beads over the segments of `source` and `target`; () where these are cut differently."""
    same = [
        ["".join(t.split()) for t in ours] == ["".join(t.split()) for t in theirs if t.strip()]
        for ours, theirs in ((source.texts(), gold.source), (target.texts(), gold.target))
    ]
    return gold.beads if all(same) else ()


def load(path: Path, *, turned: bool = False) -> list[Gold]:
    """All gold under `path`, by name, the other way round where it is to be `turned`; InputError where there is none."""
    found = [*_folders(path), *_files(path)]
    if not found:
        raise InputError(
            str(path),
            "no gold here",
            "NAME.gold beside NAME.ko.seg and NAME.en.seg, or folders with gold, ko.seg and en.seg",
        )
    return sorted((gold.turn() if turned else gold for gold in found), key=lambda g: g.name)


def _folders(path: Path) -> Iterator[Gold]:
    for file in sorted([*path.glob("*/gold"), *path.glob("gold")]):
        segs = {seg.name.removesuffix(".seg"): seg for seg in file.parent.glob("*.seg") if seg.name.count(".") == 1}
        texts = {lang: file.parent / f"{lang}.txt" for lang in segs}
        meta = file.parent / "meta.json"
        published = json.loads(meta.read_text(encoding="utf-8")).get("date") if meta.exists() else None
        found = _gold(file.parent.name, file, segs, texts)
        yield replace(found, published=date.fromisoformat(published)) if published else found


def _files(path: Path) -> Iterator[Gold]:
    for file in sorted(path.glob("*.gold")):
        base = file.name.removesuffix(".gold")
        segs = {}
        for seg in sorted(path.glob(f"{base}.*")):
            if seg != file and seg.suffix != ".para" and (lang := language_of_name(seg.name)):
                segs[lang] = seg
        yield _gold(base, file, segs, {lang: path / f"{base}.{lang}.para" for lang in segs})


def _gold(name: str, file: Path, segs: dict[str, Path], texts: dict[str, Path]) -> Gold:
    every = tuple(parse(file.read_bytes(), str(file)))
    lines = {lang: tuple(_lines(segs[lang])) for lang in segs}
    source, target = _sides(every, lines, file)
    # A null past the end is the empty line behind a final newline, which some gold counts.
    beads = tuple(bead for bead in every if _inside(bead, lines[source], lines[target]))
    here, there = (
        texts[lang].read_text(encoding="utf-8") if texts[lang].exists() else None for lang in (source, target)
    )
    return Gold(name, source, target, lines[source], lines[target], beads, None, here, there)


def _sides(beads: tuple[Pair, ...], lines: dict[str, tuple[str, ...]], file: Path) -> tuple[str, str]:
    """The languages of source and target: the two that are there, else the only two whose every line is in a bead."""
    ways = [way for a, b in combinations(lines, 2) for way in _ways(a, b)]
    if len(lines) != 2:
        ways = [(a, b) for a, b in ways if _whole(beads, len(lines[a]), len(lines[b]))]
        if len({frozenset(way) for way in ways}) != 1:
            told = f"{len(lines)} sides beside it ({', '.join(sorted(lines))})"
            raise FormatError(str(file), told, "two, NAME.ko.seg and NAME.en.seg, say: a folder for each pair")
    for source, target in ways:
        if all(_inside(bead, lines[source], lines[target]) for bead in beads if all(bead)):
            return source, target
    raise FormatError(str(file), "a bead names a line that is not there", "beads count from 0")


def _ways(a: str, b: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Both directions of two languages, the likelier first."""
    a, b = sorted((a, b))
    first = in_direction(primary(a), primary(b))[0]
    return ((a, b), (b, a)) if first == primary(a) else ((b, a), (a, b))


def _whole(beads: tuple[Pair, ...], source: int, target: int) -> bool:
    """Whether the beads hold each line of two sides of so many."""
    sides = ({i for bead in beads for i in bead[k]} for k in (0, 1))
    return list(sides) == [set(range(source)), set(range(target))]


def _inside(bead: Pair, source: tuple[str, ...], target: tuple[str, ...]) -> bool:
    return all(i < len(source) for i in bead[0]) and all(j < len(target) for j in bead[1])


def _lines(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n") if text else []
